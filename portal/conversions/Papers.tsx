/** For officers, on a record: converts it to paper, and the papers there are. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import { fileAddress } from '#portal/api/client.ts';
import { useConversions } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { FORM_CODES } from '#standard/form-codes.ts';
import type { FormCode } from '#standard/form-codes.ts';

export function Papers({ id }: { readonly id: string }) {
  const { t } = useWords();
  const query = useConversions(id);
  const [made, setMade] = useState<{ readonly number: string; readonly leftOut: number } | null>(null);
  const convert = useAct('/people/{id}/conversions', (form: FormCode) => ({ path: { id }, body: { form } }), [
    ['person', id, 'conversions'],
    ['person', id, 'reads'],
  ]);
  return (
    <section className="panel stack tight" aria-label={t('paper.convert')}>
      <h2>{t('paper.convert')}</h2>
      <p className="soft">{t('paper.convertWhat')}</p>
      <div className="actions">
        {FORM_CODES.map((form) => (
          <Button
            key={form}
            variant="default"
            loading={convert.busy}
            data-convert={form}
            onClick={() => {
              setMade(null);
              convert.go(form).then(setMade, () => undefined); // a refusal is shown below
            }}
          >
            {t('paper.convertForm', { form: t(`record.form.${form}`) })}
          </Button>
        ))}
      </div>
      {convert.error != null && <Failure error={convert.error} />}
      {made && (
        <p className="note good" role="status">
          {t('paper.made', { number: made.number })} {made.leftOut > 0 && t('paper.madeLeft', { count: made.leftOut })}
        </p>
      )}
      <h3>{t('paper.list')}</h3>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('paper.none')}</p>
          ) : (
            <ul className="plain stack tight">
              {items.map(({ number, formName, at, dataOf }) => (
                <li key={number}>
                  <a
                    href={fileAddress('/people/{id}/conversions/{number}/paper.pdf', { path: { id, number } })}
                    download
                    data-paper={number}
                  >
                    {t('paper.take', { number })}
                  </a>
                  <span className="hint">
                    {' '}
                    {formName} · {instantText(at)} · {t('paper.dataOf')} {dayText(dataOf)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}
