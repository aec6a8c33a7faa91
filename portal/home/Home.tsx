/** /: what waits for me. Signed out: what this is and how to come in. */
import { Link, Navigate } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ADDRESS_OF_TASK, isPersonAlone } from '#portal/menus.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { fetchedPart } from '#portal/parts/fetched.ts';
import { Way } from './Way.tsx';

/** Who is not signed in needs no word of it. */
const MyTasks = fetchedPart(async () => (await import('./MyTasks.tsx')).MyTasks, 'home');

export function Home() {
  const { t } = useWords();
  const session = useSession();
  return (
    <Answered page={t('welcome.title')} query={session}>
      {(found) => {
        if (!found.signedIn) return <Welcome demo={found.demo} name={found.signInWith} />;
        // Who has no task at the portal is here for the own record.
        return isPersonAlone(found.grants) ? <Navigate to={ADDRESS_OF_TASK.own} replace /> : <MyTasks session={found} />;
      }}
    </Answered>
  );
}

/** @param name  of the service that people sign in with; null: none that they would know */
function Welcome({ demo, name }: { readonly demo: boolean; readonly name: string | null }) {
  const { t } = useWords();
  const signIn = name === null ? t('welcome.signIn') : t('welcome.signInWith', { name });
  return (
    <>
      <PageTitle title={t('welcome.title')} lead={t('welcome.lead')} />
      <div className="stack">
        <div className="actions">
          {demo && (
            <Button to="/trinh-dien" size="md">
              {t('welcome.demo')}
            </Button>
          )}
          <Button href="/auth/sign-in?returnTo=/" size="md" variant={demo ? 'default' : 'filled'}>
            {demo ? t('welcome.signInDemo') : signIn}
          </Button>
        </div>
        <section className="panel stack tight">
          <h2>{t('welcome.open')}</h2>
          <ul className="plain">
            <li>
              <a href="/kiem-tra">{t('welcome.door')}</a>
            </li>
            <li>
              <Link to="/kiem-tra-bien-nhan">{t('welcome.receipt')}</Link> · <Link to="/kiem-tra-xac-nhan">{t('attestation.check')}</Link> ·{' '}
              <Link to="/kiem-tra-ban-giay">{t('welcome.paper')}</Link>
            </li>
            <li>
              <a href="/auth/sign-in?returnTo=/toi">{t('welcome.own')}</a>
            </li>
            <li>
              <a href="/api/v1/audit/checkpoint">{t('welcome.trust')}</a> · <a href="/.well-known/jwks.json">{t('welcome.keys')}</a>
            </li>
            <li>
              <a href="/docs">{t('welcome.docs')}</a>
            </li>
          </ul>
        </section>
        <Way title={t('welcome.way')} tasks={[]} />
      </div>
    </>
  );
}
