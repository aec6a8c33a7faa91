/** Says that nothing here is real, as whom one is here, and lets one be somebody else. Only in demo mode. */
import { useState } from 'react';
import type { Session } from '#portal/api/generated/api.ts';
import { useDemoAccounts } from '#portal/api/queries.ts';
import { accountAddress } from '#portal/demo/account.ts';
import { useWords } from '#portal/language/use-words.ts';
import { DropMenu } from './DropMenu.tsx';

export function DemoStrip({ session }: { readonly session: Session }) {
  const { t, localize } = useWords();
  const [asked, setAsked] = useState(false);
  const accounts = useDemoAccounts(asked);
  const grant = session.grants[0];
  return (
    <aside className="demo-strip" aria-label={t('app.demoBanner')}>
      <div>
        <strong className="strong">{t('app.demoBanner')}</strong>
        {session.signedIn && (
          <DropMenu
            label={
              <span>
                {grant && (
                  <>
                    {t('demo.current')} <b className="strong">{localize(grant.roleName)}</b> · {grant.body.name} –{' '}
                  </>
                )}
                <u>{t('demo.change')}</u> ▾
              </span>
            }
            onOpen={() => setAsked(true)}
          >
            {(accounts.data ?? []).map((account) => (
              <a key={account.id} className="quiet" href={accountAddress(account.id)}>
                <span>
                  <b className="strong">{localize(account.roleName)}</b>
                  <br />
                  <span className="small soft">
                    {account.name} · {account.body}
                  </span>
                </span>
              </a>
            ))}
            {accounts.data === undefined && <p className="soft small">{t('common.loading')}</p>}
          </DropMenu>
        )}
      </div>
    </aside>
  );
}
