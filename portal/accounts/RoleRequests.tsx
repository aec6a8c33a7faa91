/** Roles that one administrator asked for: a second one grants or refuses them. What waits stands first; without any the part is not there. */
import { Button } from '#portal/parts/Button.tsx';
import { useAct } from '#portal/api/act-on.ts';
import { useGrantRequests } from '#portal/api/oversight-queries.ts';
import type { GrantRequest } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { ACCOUNTS_STALE } from './stale.ts';

export function RoleRequests() {
  const requests = useGrantRequests().data ?? [];
  const waiting = requests.filter(({ state }) => state === 'waiting');
  const decided = requests.filter(({ state }) => state !== 'waiting');
  return (
    <>
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      {decided.length > 0 && <Decided decided={decided} />}
    </>
  );
}

function Waiting({ waiting }: { readonly waiting: readonly GrantRequest[] }) {
  const { t } = useWords();
  return (
    <section className="panel stack" aria-labelledby="role-requests">
      <h2 id="role-requests">{t('accounts.requests')}</h2>
      <ul className="plain stack">
        {waiting.map((request) => (
          <li key={request.id}>
            <Request request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who asked and who decided, both by name: the newest first. */
function Decided({ decided }: { readonly decided: readonly GrantRequest[] }) {
  const { t, localize } = useWords();
  return (
    <details className="panel" data-decided-requests>
      <summary>{t('accounts.history')}</summary>
      <ul className="plain stack">
        {decided.map((request) => {
          const asked = { by: request.askedBy || t('accounts.somebody'), at: instantText(request.askedAt) };
          return (
            <li key={request.id}>
              <span className="strong">{request.name}</span> · {localize(request.roleName)} · {request.body.name}{' '}
              <Mark tone={request.state === 'granted' ? 'good' : 'off'}>
                {request.state !== 'waiting' && t(`accounts.requestState.${request.state}`)}
              </Mark>
              <span className="soft small">
                {' '}
                {request.decidedBy === null
                  ? t('accounts.historyAlone', asked)
                  : t('accounts.historyLine', {
                      ...asked,
                      decider: request.decidedBy || t('accounts.somebody'),
                      decidedAt: instantText(request.decidedAt ?? request.askedAt),
                    })}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Request({ request }: { readonly request: GrantRequest }) {
  const { t, localize } = useWords();
  const decide = useAct(
    '/grant-requests/{id}/decision',
    (granted: boolean) => ({ path: { id: request.id }, body: { granted } }),
    ACCOUNTS_STALE,
  );
  const press = (granted: boolean): void => void decide.go(granted).catch(() => undefined); // the failure is shown
  return (
    <div className="stack tight">
      <p>
        <span className="strong">{request.name}</span> · {localize(request.roleName)} · {request.body.name}
      </p>
      <p className="soft small">
        {t('accounts.requested', {
          by: request.askedBy || t('accounts.somebody'),
          at: instantText(request.askedAt),
          from: dayText(request.from),
          until: instantText(request.endsAt),
        })}
      </p>
      {request.delegation !== null && (
        <p>
          {t('accounts.lent', { until: dayText(request.until ?? '') })} {request.delegation.kinds.map(localize).join('; ')}.{' '}
          {request.delegation.basis.decisionNumber !== undefined &&
            t('delegations.byDecision', {
              number: request.delegation.basis.decisionNumber,
              day: dayText(request.delegation.basis.decisionDay ?? ''),
            })}{' '}
          {request.delegation.basis.reason}
        </p>
      )}
      {decide.error !== null && <Failure error={decide.error} />}
      {request.mayDecide ? (
        <div className="row">
          <Button size="compact-md" disabled={decide.busy} onClick={() => press(true)}>
            {t('accounts.grant')}
            <span className="hidden-text"> – {request.name}</span>
          </Button>
          <Button size="compact-md" variant="default" disabled={decide.busy} onClick={() => press(false)}>
            {t('accounts.refuse')}
            <span className="hidden-text"> – {request.name}</span>
          </Button>
        </div>
      ) : (
        <p>
          <Mark tone="warn">{t('accounts.waitsForOther')}</Mark>
        </p>
      )}
    </div>
  );
}
