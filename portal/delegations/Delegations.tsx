/** /uy-quyen: lending one's right to decide for a time; what one lends and was lent, and ending it early. */
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { remove } from '#portal/api/client.ts';
import type { Delegation } from '#portal/api/generated/api.ts';
import { useMyDelegations } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { GiveDelegation } from './GiveDelegation.tsx';

const TONE = {
  waiting: 'warn',
  refused: 'bad',
  lapsed: 'off',
  withdrawn: 'off',
  coming: 'off',
  now: 'good',
  over: 'off',
  ended: 'off',
} as const;

export function Delegations() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('lent.title')} lead={t('delegations.lead')} />
      <Answered query={useMyDelegations()} lines={5}>
        {({ items, rights, daysMax }) => (
          <div className="stack">
            {rights.length > 0 && <GiveDelegation rights={rights} daysMax={daysMax} />}
            <section className="panel stack" aria-labelledby="delegations">
              <h2 id="delegations">{t('delegations.list')}</h2>
              {items.length === 0 ? (
                <Empty title={t('delegations.empty')} next={t('delegations.emptyNext')} />
              ) : (
                <ul className="plain stack">
                  {items.map((one) => (
                    <li key={one.id} data-delegation={one.state}>
                      <One delegation={one} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
        )}
      </Answered>
    </>
  );
}

function One({ delegation }: { readonly delegation: Delegation }) {
  const { t, localize } = useWords();
  const { side, name, roleName, body, kinds, from, until, basis, state, mayEnd } = delegation;
  return (
    <div className="stack tight">
      <p>
        <span className="strong">{t(`delegations.${side}`, { name })}</span> · {localize(roleName)} · {body.name}{' '}
        <Mark tone={TONE[state]}>{t(`delegations.state.${state}`)}</Mark>
      </p>
      <p>
        <span className="tabular">{t('delegations.days', { from: dayText(from), until: dayText(until) })}</span> ·{' '}
        {kinds.map(localize).join('; ')}
      </p>
      <p className="soft small">
        {basis.decisionNumber !== undefined &&
          t('delegations.byDecision', { number: basis.decisionNumber, day: dayText(basis.decisionDay ?? '') })}
        {basis.decisionNumber !== undefined && basis.reason !== undefined && ' · '}
        {basis.reason}
      </p>
      {mayEnd && <End delegation={delegation} />}
    </div>
  );
}

function End({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const word = t(delegation.state === 'waiting' ? 'delegations.withdraw' : 'delegations.end');
  const end = useMutation({
    mutationFn: () => remove('/my/delegations/{id}', { path: { id: delegation.id } }),
    onSuccess: () => Promise.all([['delegations'], ['session'], ['home']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <div>
      <button type="button" className="link" onClick={() => setAsking(true)} data-end-delegation>
        {word}
        <span className="hidden-text"> – {delegation.name}</span>
      </button>
      {asking && (
        <Dialog title={word} onClose={() => setAsking(false)}>
          <div className="stack">
            <p className="strong">{t(`delegations.${delegation.side}`, { name: delegation.name })}</p>
            {delegation.state !== 'waiting' && <p>{t('delegations.endWhat')}</p>}
            {end.error !== null && <Failure error={end.error} />}
            <div className="actions">
              <Button loading={end.isPending} onClick={() => end.mutate()}>
                {word}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}
