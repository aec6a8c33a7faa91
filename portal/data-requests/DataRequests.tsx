/** /yeu-cau-du-lieu: what people ask about their data, the first first, and the answer with its reason. */
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useDataRequests } from '#portal/api/data-request-queries.ts';
import type { DataRequest } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox, NativeSelect, Textarea } from '#portal/parts/fields.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { RequestMark } from './RequestMark.tsx';

type Body = Acts['/data-requests/{id}/answer']['asked']['body'];
/** As few letters as the server takes. */
const LETTERS_MIN = 10;
const LETTERS_MAX = 2000;
const SETTLED = 'settled';

export function DataRequests() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const settled = params.get(SETTLED) === '1';
  const query = useDataRequests(settled);
  return (
    <>
      <PageTitle title={t('dataRequest.title')} lead={t('dataRequest.lead')} />
      <div className="stack">
        <Checkbox
          label={t('dataRequest.settledOnes')}
          checked={settled}
          onChange={(event) => setParams(event.currentTarget.checked ? { [SETTLED]: '1' } : {}, { replace: true })}
        />
        <Answered query={query}>
          {(data) => {
            const items = joined(data);
            return items.length === 0 ? (
              <div className="panel">
                <Empty title={t('dataRequest.none')} next={t('dataRequest.noneNext')} />
              </div>
            ) : (
              <>
                {items.map((one) => (
                  <Request key={one.id} one={one} />
                ))}
                <MoreButton query={query} />
              </>
            );
          }}
        </Answered>
      </div>
    </>
  );
}

function Request({ one }: { readonly one: DataRequest }) {
  const { t, localize } = useWords();
  return (
    <article className="panel stack tight" aria-label={`${localize(one.label)} – ${one.name}`} data-request={one.outcome ?? 'open'}>
      <h2>
        {localize(one.label)} – {one.name} <RequestMark one={one} />
      </h2>
      <p className="small soft tabular">
        {one.bodyName} · {t('dataRequest.madeAt', { at: instantText(one.madeAt) })}
        {one.lastDay !== null && ` · ${t('dataRequest.answerBy', { day: dayText(one.lastDay) })}`}
      </p>
      <p className="break">{one.words === '' ? t('dataRequest.gone') : one.words}</p>
      <p className="row">
        {mayDo(one, 'record.read') && <Link to={`/ho-so/${one.personId}`}>{t('dataRequest.openRecord', { name: one.name })}</Link>}
        {one.kind === 'erase' && mayDo(one, 'erasure.ask') && (
          <Link to={`/ho-so/${one.personId}/huy-du-lieu`}>{t('dataRequest.askErasure', { name: one.name })}</Link>
        )}
      </p>
      {one.outcome === null ? (
        <AnswerRequest one={one} />
      ) : (
        <p className="break">
          <span className="strong">{t('dataRequest.answeredBy', { by: one.settledBy ?? '' })}</span> {one.answer}
        </p>
      )}
    </article>
  );
}

function AnswerRequest({ one }: { readonly one: DataRequest }) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Body['outcome']>('granted');
  const [answer, setAnswer] = useState('');
  const [short, setShort] = useState(false);
  const send = useAct('/data-requests/{id}/answer', (body: Body) => ({ path: { id: one.id }, body }), [['data-requests'], ['home']]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isShort = answer.trim().length < LETTERS_MIN;
    setShort(isShort);
    if (!isShort) void send.go({ outcome, answer: answer.trim() }).catch(() => undefined);
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <NativeSelect
        label={t('dataRequest.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value as Body['outcome'])}
        data={[
          { value: 'granted', label: t('dataRequest.toGrant') },
          { value: 'refused', label: t('dataRequest.toRefuse') },
        ]}
      />
      <Textarea
        label={t('dataRequest.answer')}
        description={t('dataRequest.answerWhat')}
        rows={3}
        maxLength={LETTERS_MAX}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        error={short ? t('dataRequest.short', { count: LETTERS_MIN }) : undefined}
        required
      />
      {send.error !== null && <Failure error={send.error} />}
      <div className="actions">
        <Button type="submit" loading={send.busy} data-answer-request>
          {t('dataRequest.sendAnswer')}
        </Button>
      </div>
    </form>
  );
}
