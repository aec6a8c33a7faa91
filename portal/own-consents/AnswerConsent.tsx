/** I give what I tick, and nothing is ticked beforehand; or I refuse. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { OwnConsent } from '#portal/api/generated/api.ts';
import { toggled } from '#portal/consents/consent-request.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';

type Body = Acts['/me/consents/{id}/answer']['asked']['body'];

export function AnswerConsent({ one, onDone }: { readonly one: OwnConsent; readonly onDone: (done: 'give' | 'refuse') => void }) {
  const { t, localize } = useWords();
  const [groups, setGroups] = useState<readonly string[]>([]);
  const [fields, setFields] = useState<readonly string[]>([]);
  const [empty, setEmpty] = useState(false);
  const answer = useAct('/me/consents/{id}/answer', (body: Body) => ({ path: { id: one.id }, body }), [['me', 'consents']]);
  const send = (body: Body): void => {
    answer.go(body).then(
      () => onDone(body.act === 'give' ? 'give' : 'refuse'),
      () => undefined, // the failure is shown
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isEmpty = groups.length + fields.length === 0;
    setEmpty(isEmpty);
    if (!isEmpty) send({ act: 'give', groups: [...groups], fields: [...fields] });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <fieldset className="choices">
        <legend>{t('ownConsent.choose')}</legend>
        <p className="hint">{t('ownConsent.chooseHint')}</p>
        {one.asked.flatMap((part) => [
          ...(part.ordinary
            ? [
                <Checkbox
                  key={part.code}
                  label={t('ownConsent.ordinary', { group: localize(part.title) })}
                  checked={groups.includes(part.code)}
                  onChange={() => setGroups(toggled(groups, part.code))}
                />,
              ]
            : []),
          ...part.fields.map(({ key, label }) => (
            <Checkbox
              key={key}
              label={t('ownConsent.sensitive', { field: localize(label) })}
              checked={fields.includes(key)}
              onChange={() => setFields(toggled(fields, key))}
            />
          )),
        ])}
        {empty && (
          <p className="field-error" role="alert">
            {t('ownConsent.nothing')}
          </p>
        )}
      </fieldset>
      {answer.error !== null && <Failure error={answer.error} />}
      <div className="actions">
        <Button type="submit" loading={answer.busy} data-give-consent>
          {t('ownConsent.give')}
        </Button>
        <Button variant="default" loading={answer.busy} onClick={() => send({ act: 'refuse' })} data-refuse-consent>
          {t('ownConsent.refuse')}
        </Button>
      </div>
    </form>
  );
}
