/** One request: what is asked, by whom, what became of it, and what the reader may do about it. */
import { Button } from '#portal/parts/Button.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { useState } from 'react';
import type { Acts } from '#portal/api/client.ts';
import type { ListAddition } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { ChangeEntry } from './ChangeEntry.tsx';

export type Verdict = Acts['/list-additions/{id}/decision']['asked']['body'];

const TONES = { waiting: 'wait', granted: 'good', refused: 'bad', withdrawn: 'off', lapsed: 'off' } as const;

interface Props {
  readonly request: ListAddition;
  readonly busy: boolean;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onWithdraw: () => void;
}

export function RequestRow({ request, busy, onDecide, onWithdraw }: Props) {
  const { t, localize } = useWords();
  const days =
    request.lastDay === null
      ? t('lists.from', { from: dayText(request.validFrom) })
      : t('lists.fromTo', { from: dayText(request.validFrom), until: dayText(request.lastDay) });
  return (
    <article className="panel" data-addition={request.code} data-kind={request.kind}>
      <p>
        <strong>{request.name === request.code ? request.code : `${request.code} – ${request.name}`}</strong>{' '}
        <Mark tone={TONES[request.state]}>{t(`lists.${request.state}`)}</Mark>
      </p>
      <p>
        {t(`lists.kind.${request.kind}`)}: {localize(request.listTitle)}, {days}
      </p>
      {request.aliases.length > 0 && <p>{t('lists.also', { names: request.aliases.join('; ') })}</p>}
      {request.days !== null && (
        <details open={request.mayDecide}>
          <summary>{t('lists.year.days', { count: request.days.length })}</summary>
          <ul>
            {request.days.map(({ day, kind, name }) => (
              <li key={day}>
                {dayText(day)} – {t(`lists.year.kinds.${kind}`)}: {name}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>{t('lists.source', { source: request.source })}</p>
      <p>{t('lists.by', { body: request.body.name, at: instantText(request.askedAt) })}</p>
      {request.state === 'waiting' && <p>{t('lists.lapses', { at: instantText(request.endsAt) })}</p>}
      {request.reason !== null && <p>{t('lists.why', { reason: request.reason })}</p>}
      {request.state === 'granted' && request.kind !== 'end' && !request.stands && <p>{t('lists.changedSince')}</p>}
      {request.mayWithdraw && (
        <div className="actions">
          <Button size="compact-sm" variant="default" disabled={busy} onClick={onWithdraw}>
            {t('lists.withdraw')}
          </Button>
        </div>
      )}
      {request.mayDecide && <Decide kind={request.kind} busy={busy} onDecide={onDecide} />}
      {request.mayChange && <ChangeEntry request={request} />}
    </article>
  );
}

/** Granting is one press; a refusal first says why. */
function Decide({
  kind,
  busy,
  onDecide,
}: {
  readonly kind: ListAddition['kind'];
  readonly busy: boolean;
  readonly onDecide: (verdict: Verdict) => void;
}) {
  const { t } = useWords();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <div className="stack">
      <div className="actions">
        <Button size="compact-sm" disabled={busy} onClick={() => onDecide({ granted: true })}>
          {t(`lists.grant.${kind}`)}
        </Button>
        <Button size="compact-sm" variant="default" aria-expanded={refusing} disabled={busy} onClick={() => setRefusing(!refusing)}>
          {t('lists.refuse')}
        </Button>
      </div>
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
