/** Accounts of the administrator's bodies: each role taken back singly, an account locked and unlocked, one more role given. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import { remove } from '#portal/api/client.ts';
import type { Acts } from '#portal/api/client.ts';
import { useAccounts } from '#portal/api/oversight-queries.ts';
import type { Account } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { GiveEnd, RoleAndBody } from './GiveRole.tsx';
import { moreRoleOf, type Typed } from './role-request.ts';
import { ReleasePasskeys } from './ReleasePasskeys.tsx';
import { ACCOUNTS_STALE } from './stale.ts';

export function AccountList() {
  const { t } = useWords();
  const query = useAccounts();
  return (
    <Answered query={query} lines={8}>
      {(data) => {
        const accounts = joined(data);
        if (accounts.length === 0)
          return (
            <div className="panel">
              <Empty title={t('accounts.none')} next={t('accounts.noneNext')} />
            </div>
          );
        return (
          <div className="panel flush">
            <div className="panel-head">
              <h2>{t('accounts.list')}</h2>
            </div>
            <TableScroll label={t('accounts.list')}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{t('accounts.name')}</th>
                    <th scope="col">{t('accounts.roles')}</th>
                    <th scope="col">{t('accounts.acts')}</th>
                  </tr>
                </thead>
                <tbody>
                  {accounts.map((account) => (
                    <Row key={account.id} account={account} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
            <MoreButton query={query} />
          </div>
        );
      }}
    </Answered>
  );
}

function Row({ account }: { readonly account: Account }) {
  const { t, localize } = useWords();
  return (
    <tr>
      <th scope="row">
        {account.name}{' '}
        {account.disabledAt !== null && <Mark tone="bad">{t('accounts.locked', { at: instantText(account.disabledAt) })}</Mark>}
      </th>
      <td>
        <ul className="plain">
          {account.grants.map((grant) => (
            <li key={grant.id}>
              {localize(grant.roleName)} · {grant.body.name}{' '}
              <span className="small soft tabular">
                {grant.to === null ? t('accounts.since', { from: dayText(grant.from) }) : `${dayText(grant.from)} – ${dayText(grant.to)}`}
              </span>{' '}
              {account.mine && <TakeRole grantId={grant.id} words={`${localize(grant.roleName)} · ${grant.body.name} · ${account.name}`} />}
            </li>
          ))}
        </ul>
      </td>
      <td>{account.mine ? <Changes account={account} /> : <span className="soft small">{t('accounts.notYours')}</span>}</td>
    </tr>
  );
}

function TakeRole({ grantId, words }: { readonly grantId: string; readonly words: string }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const take = useMutation({
    mutationFn: () => remove('/grants/{id}', { path: { id: grantId } }),
    onSuccess: () => Promise.all(ACCOUNTS_STALE.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <>
      <button type="button" className="link small" onClick={() => setAsking(true)} data-take-role>
        {t('accounts.take')}
        <span className="hidden-text"> – {words}</span>
      </button>
      {asking && (
        <Dialog title={t('accounts.take')} onClose={() => setAsking(false)}>
          <div className="stack">
            <p className="strong">{words}</p>
            <p>{t('accounts.takeWhat')}</p>
            {take.error !== null && <Failure error={take.error} />}
            <div className="actions">
              <Button loading={take.isPending} onClick={() => take.mutate()}>
                {t('accounts.takeGo')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Changes({ account }: { readonly account: Account }) {
  const { t } = useWords();
  const [asking, setAsking] = useState<'lock' | 'more' | 'passkeys' | null>(null);
  const unlock = useAct('/accounts/{id}/enable', () => ({ path: { id: account.id } }), ACCOUNTS_STALE);
  const lock = useAct('/accounts/{id}/disable', () => ({ path: { id: account.id } }), ACCOUNTS_STALE);
  const press = (change: typeof lock): void => void change.go(undefined).catch(() => undefined); // the failure is shown
  return (
    <div className="stack tight">
      <span className="row">
        <button type="button" className="link nowrap" onClick={() => setAsking('more')}>
          {t('accounts.more')}
          <span className="hidden-text"> – {account.name}</span>
        </button>
        <button
          type="button"
          className="link nowrap"
          disabled={unlock.busy}
          onClick={() => (account.disabledAt === null ? setAsking('lock') : press(unlock))}
        >
          {t(account.disabledAt === null ? 'accounts.lock' : 'accounts.unlock')}
          <span className="hidden-text"> – {account.name}</span>
        </button>
        <button type="button" className="link nowrap" onClick={() => setAsking('passkeys')}>
          {t('accounts.passkeys')}
          <span className="hidden-text"> – {account.name}</span>
        </button>
      </span>
      {asking === 'passkeys' && <ReleasePasskeys account={account} onClose={() => setAsking(null)} />}
      {unlock.error !== null && <Failure error={unlock.error} />}
      {asking === 'lock' && (
        <Dialog title={t('accounts.lock')} onClose={() => setAsking(null)}>
          <div className="stack">
            <p className="strong">{account.name}</p>
            <p>{t('accounts.lockWhat')}</p>
            {lock.error !== null && <Failure error={lock.error} />}
            <div className="actions">
              <Button loading={lock.busy} onClick={() => press(lock)}>
                {t('accounts.lock')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
      {asking === 'more' && (
        <Dialog title={t('accounts.more')} onClose={() => setAsking(null)}>
          <MoreRole account={account} />
        </Dialog>
      )}
    </div>
  );
}

function MoreRole({ account }: { readonly account: Account }) {
  const give = useAct(
    '/accounts/{id}/grants',
    (body: Acts['/accounts/{id}/grants']['asked']['body']) => ({ path: { id: account.id }, body }),
    ACCOUNTS_STALE,
  );
  const [typed, setTyped] = useState<Typed>({ name: '', nationalId: '', role: '', bodyId: '', from: '' });
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const judged = moreRoleOf(typed);
    setWrong('wrong' in judged ? judged.wrong : new Set());
    if ('body' in judged) void give.go(judged.body).catch(() => undefined); // the failure is shown
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="strong">{account.name}</p>
      <RoleAndBody typed={typed} wrong={wrong} onType={(changed) => setTyped({ ...typed, ...changed })} />
      <GiveEnd {...give} />
    </form>
  );
}
