/** /trinh-dien: a card a role, one click each. */
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { useDemoAccounts } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { SampleWorkbooks } from './SampleWorkbooks.tsx';
import { accountAddress } from './account.ts';

export function ChooseRole() {
  const { t, localize, texts } = useWords();
  const accounts = useDemoAccounts(true);
  // Short and without abbreviations; the full names of the list of roles stand in the session.
  const roles = texts('role') as Readonly<Record<string, string>>;
  return (
    <div className="stack">
      <PageTitle title={t('demo.title')} lead={t('demo.lead')} />
      <Answered query={accounts} lines={8}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t('demo.emptyTitle')} next={t('demo.emptyNext')}>
              <a href="/auth/sign-in?returnTo=/">{t('app.signIn')}</a>
            </Empty>
          ) : (
            <ul className="cards">
              {list.map((account, index) => (
                <li key={account.id}>
                  <a className="card" href={accountAddress(account.id)} data-account={account.id}>
                    <h2>
                      {roles[account.role] ?? localize(account.roleName)} {index === 0 && <Mark tone="good">{t('demo.start')}</Mark>}
                    </h2>
                    <span className="small soft">
                      {account.name} · {account.body}
                    </span>
                    <span>{localize(account.what)}</span>
                    <span className="go">
                      {t('demo.enter')} <IconArrowRight size={16} aria-hidden />
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <SampleWorkbooks />
    </div>
  );
}
