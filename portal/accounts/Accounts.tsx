/** /tai-khoan: an administrator's desk: accounts and roles, who is signed in, sign-ins, contact of the body. */
import { useSearchParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { AccountList } from './AccountList.tsx';
import { BodyContacts } from './BodyContacts.tsx';
import { GiveRole } from './GiveRole.tsx';
import { ImportAccounts } from './ImportAccounts.tsx';
import { RoleRequests } from './RoleRequests.tsx';
import { SignIns } from './SignIns.tsx';
import { StaffSessions } from './StaffSessions.tsx';

/** Parts of the page, by the word that stands for each in the address. */
const PARTS = { accounts: '', sessions: 'phien', signIns: 'dang-nhap', contact: 'lien-he' } as const;
type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

export function Accounts() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const part = NAMES.find((name) => PARTS[name] === (params.get('phan') ?? '')) ?? 'accounts';
  return (
    <>
      <PageTitle title={t('accounts.title')} lead={t('accounts.lead')} />
      <div className="stack">
        <div className="row" role="group" aria-label={t('accounts.title')}>
          {NAMES.map((name) => (
            <Button
              key={name}
              size="compact-md"
              variant={name === part ? 'filled' : 'default'}
              aria-pressed={name === part}
              data-part={name}
              onClick={() => setParams(PARTS[name] === '' ? {} : { phan: PARTS[name] }, { replace: true })}
            >
              {t(`accounts.part.${name}`)}
            </Button>
          ))}
        </div>
        {part === 'accounts' && (
          <>
            <RoleRequests />
            <GiveRole />
            <ImportAccounts />
            <AccountList />
          </>
        )}
        {part === 'sessions' && <StaffSessions />}
        {part === 'signIns' && <SignIns />}
        {part === 'contact' && <BodyContacts />}
      </div>
    </>
  );
}
