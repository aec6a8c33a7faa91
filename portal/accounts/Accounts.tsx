/** /tai-khoan: an administrator's desk: accounts and roles, who is signed in, sign-ins, contact of the body. */
import { useWords } from '#portal/language/use-words.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { PartChoice, usePart } from '#portal/parts/PartChoice.tsx';
import { AccountList } from './AccountList.tsx';
import { BodyContacts } from './BodyContacts.tsx';
import { GiveRole } from './GiveRole.tsx';
import { ImportAccounts } from './ImportAccounts.tsx';
import { RoleRequests } from './RoleRequests.tsx';
import { SignIns } from './SignIns.tsx';
import { StaffSessions } from './StaffSessions.tsx';

/** Parts of the page, by the word that stands for each in the address. */
const PARTS = { accounts: '', sessions: 'phien', signIns: 'dang-nhap', contact: 'lien-he' } as const;

export function Accounts() {
  const { t } = useWords();
  const [part, choose] = usePart(PARTS);
  return (
    <>
      <PageTitle title={t('accounts.title')} lead={t('accounts.lead')} />
      <div className="stack">
        <PartChoice parts={PARTS} part={part} onChoose={choose} label={t('accounts.title')} nameOf={(name) => t(`accounts.part.${name}`)} />
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
