/** /danh-muc: entries that the lists lack. An administrator asks, who keeps the lists decides; everybody of the two sees what became of it. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useListAdditions } from '#portal/api/queries.ts';
import type { AdditionList, ListAddition } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { FIELDS, NOTHING_TYPED, OPTIONAL, requestOf, type FieldName } from './addition-request.ts';

const STALE = [['list-additions']] as const;
const TONES = { waiting: 'warn', granted: 'good', refused: 'bad' } as const;

type Verdict = Acts['/list-additions/{id}/decision']['asked']['body'];

export function ListAdditions() {
  const { t } = useWords();
  const query = useListAdditions();
  const decide = useAct(
    '/list-additions/{id}/decision',
    ({ id, verdict }: { readonly id: string; readonly verdict: Verdict }) => ({ path: { id }, body: verdict }),
    STALE,
  );
  return (
    <>
      <PageTitle title={t('lists.title')} lead={t('lists.lead')} />
      <div className="stack">
        {decide.error !== null && <Failure error={decide.error} />}
        <Answered query={query} lines={4}>
          {({ items, openLists, mayAsk }) => (
            <>
              {mayAsk && <AskForm openLists={openLists} />}
              {items.length === 0 ? (
                <div className="panel">
                  <Empty title={t('lists.empty')} next={t('lists.emptyNext')} />
                </div>
              ) : (
                items.map((one) => (
                  <RequestRow
                    key={one.id}
                    request={one}
                    busy={decide.busy}
                    onDecide={(verdict) => void decide.go({ id: one.id, verdict }).catch(() => undefined)}
                  />
                ))
              )}
            </>
          )}
        </Answered>
      </div>
    </>
  );
}

function AskForm({ openLists }: Pick<AdditionList, 'openLists'>) {
  const { t, localize } = useWords();
  const ask = useAct('/list-additions', (body: Acts['/list-additions']['asked']['body']) => ({ body }), STALE);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [wrong, setWrong] = useState<readonly FieldName[]>([]);
  const set = (name: FieldName, value: string): void => setTyped({ ...typed, [name]: value });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const request = requestOf(typed);
    setWrong('wrong' in request ? request.wrong : []);
    if ('wrong' in request) return;
    void ask
      .go(request.body)
      .then(() => setTyped(NOTHING_TYPED))
      .catch(() => undefined); // the failure is shown
  };
  const field = (name: FieldName) => {
    const shared = {
      name,
      label: t(`lists.fields.${name}`),
      value: typed[name],
      error: wrong.includes(name) ? t(`lists.wrong.${name}`) : undefined,
      required: !OPTIONAL.has(name),
    };
    if (name === 'list')
      return (
        <NativeSelect key={name} {...shared} onChange={(event) => set(name, event.currentTarget.value)}>
          <option value="">{t('lists.choose')}</option>
          {openLists.map(({ id, title }) => (
            <option key={id} value={id}>
              {localize(title)}
            </option>
          ))}
        </NativeSelect>
      );
    if (name === 'aliases') return <Textarea key={name} {...shared} onChange={(event) => set(name, event.currentTarget.value)} />;
    const hint = name === 'code' ? t('lists.hints.code') : name === 'validFrom' || name === 'lastDay' ? t('lists.hints.day') : undefined;
    return (
      <TextInput key={name} {...shared} description={hint} autoComplete="off" onChange={(event) => set(name, event.currentTarget.value)} />
    );
  };
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      {FIELDS.map(field)}
      {ask.error !== null && <Failure error={ask.error} />}
      {ask.answer && (
        <div className="note good" role="status">
          {t('lists.asked')}
        </div>
      )}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('lists.ask')}
        </Button>
      </div>
    </form>
  );
}

function RequestRow({
  request,
  busy,
  onDecide,
}: {
  readonly request: ListAddition;
  readonly busy: boolean;
  readonly onDecide: (verdict: Verdict) => void;
}) {
  const { t, localize } = useWords();
  const days =
    request.lastDay === null
      ? t('lists.from', { from: dayText(request.validFrom) })
      : t('lists.fromTo', { from: dayText(request.validFrom), until: dayText(request.lastDay) });
  return (
    <article className="panel" data-addition={request.code}>
      <p>
        <strong>
          {request.code} – {request.name}
        </strong>{' '}
        <Mark tone={TONES[request.state]}>{t(`lists.${request.state}`)}</Mark>
      </p>
      <p>
        {localize(request.listTitle)}, {days}
      </p>
      {request.aliases.length > 0 && <p>{t('lists.also', { names: request.aliases.join('; ') })}</p>}
      <p>{t('lists.source', { source: request.source })}</p>
      <p>{t('lists.by', { body: request.body.name, at: instantText(request.askedAt) })}</p>
      {request.reason !== null && <p>{t('lists.why', { reason: request.reason })}</p>}
      {request.mayDecide && <Decide busy={busy} onDecide={onDecide} />}
    </article>
  );
}

/** Granting is one press; a refusal first says why. */
function Decide({ busy, onDecide }: { readonly busy: boolean; readonly onDecide: (verdict: Verdict) => void }) {
  const { t } = useWords();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <div className="stack">
      <p>
        <Button size="compact-sm" disabled={busy} onClick={() => onDecide({ granted: true })}>
          {t('lists.grant')}
        </Button>{' '}
        <Button size="compact-sm" variant="default" aria-expanded={refusing} disabled={busy} onClick={() => setRefusing(!refusing)}>
          {t('lists.refuse')}
        </Button>
      </p>
      {refusing && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') onDecide({ granted: false, reason: reason.trim() });
          }}
        >
          <TextInput
            label={t('lists.reason')}
            value={reason}
            maxLength={500}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" disabled={busy || reason.trim() === ''}>
            {t('lists.sendRefusal')}
          </Button>
        </form>
      )}
    </div>
  );
}
