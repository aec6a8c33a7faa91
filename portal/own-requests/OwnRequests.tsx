/** /toi/yeu-cau: what I ask of the agency about my data, by which right, until when it answers, what it answered. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useMyDataRequests } from '#portal/api/data-request-queries.ts';
import type { OwnDataRequest, OwnDataRequests } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, Textarea } from '#portal/parts/fields.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { RequestMark } from '#portal/data-requests/RequestMark.tsx';

type Body = Acts['/me/data-requests']['asked']['body'];
/** As few letters as the server takes. */
const LETTERS_MIN = 10;
const LETTERS_MAX = 2000;

function OwnRequestsList({ items }: { readonly items: readonly OwnDataRequest[] }) {
  const { t, localize } = useWords();
  if (items.length === 0)
    return (
      <div className="panel">
        <Empty title={t('dataRequest.ownNone')} next={t('dataRequest.ownNoneNext')} />
      </div>
    );
  return (
    <section className="stack tight" aria-label={t('dataRequest.mine')}>
      <h2>{t('dataRequest.mine')}</h2>
      {items.map((one) => (
        <article key={one.id} className="panel stack tight" data-own-request={one.outcome ?? 'open'}>
          <p className="row">
            <span className="strong">{localize(one.label)}</span> <RequestMark one={one} />
          </p>
          <p className="break">{one.words}</p>
          <p className="small soft tabular">
            {t('dataRequest.madeAt', { at: instantText(one.madeAt) })}
            {one.outcome === null && one.lastDay !== null && ` · ${t('dataRequest.answerBy', { day: dayText(one.lastDay) })}`}
          </p>
          {one.answer !== null && (
            <p className="break">
              <span className="strong">
                {t('dataRequest.answeredAt', { at: one.settledAt === null ? '' : instantText(one.settledAt) })}
              </span>{' '}
              {one.answer}
            </p>
          )}
        </article>
      ))}
    </section>
  );
}

export function OwnRequests() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('dataRequest.ownTitle')} lead={t('dataRequest.ownLead')} />
      <Answered query={useMyDataRequests()}>
        {(data) => (
          <div className="stack">
            <Ask data={data} />
            <OwnRequestsList items={data.items} />
          </div>
        )}
      </Answered>
    </>
  );
}

function Ask({ data }: { readonly data: OwnDataRequests }) {
  const { t, localize } = useWords();
  const [kind, setKind] = useState<Body['kind']>(data.rights[0]?.kind ?? 'restrict');
  const [words, setWords] = useState('');
  const [short, setShort] = useState(false);
  const ask = useAct('/me/data-requests', (body: Body) => ({ body }), [['me', 'data-requests']]);
  const right = data.rights.find((one) => one.kind === kind);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isShort = words.trim().length < LETTERS_MIN;
    setShort(isShort);
    if (isShort) return;
    ask.go({ kind, words: words.trim() }).then(
      () => setWords(''),
      () => undefined, // told below
    );
  };
  return (
    <form className="panel form" noValidate onSubmit={submit}>
      <h2>{t('dataRequest.ask')}</h2>
      <NativeSelect
        label={t('dataRequest.which')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Body['kind'])}
        data={data.rights.map((one) => ({ value: one.kind, label: localize(one.label) }))}
      />
      {right && (
        <p className="soft">
          {localize(right.what)} {right.lastDay !== null && t('dataRequest.ifToday', { day: dayText(right.lastDay), law: right.law })}
        </p>
      )}
      <Textarea
        label={t('dataRequest.words')}
        description={t('dataRequest.wordsWhat', { body: data.bodyName })}
        rows={4}
        maxLength={LETTERS_MAX}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={short ? t('dataRequest.short', { count: LETTERS_MIN }) : undefined}
        required
      />
      {ask.error !== null && <Failure error={ask.error} />}
      {ask.isDone && (
        <p className="note good" role="status">
          {t('dataRequest.received')}
        </p>
      )}
      <div className="actions">
        <Button type="submit" loading={ask.busy} data-ask-request>
          {t('dataRequest.send')}
        </Button>
      </div>
    </form>
  );
}
