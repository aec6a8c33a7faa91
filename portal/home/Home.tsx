/** /: what waits for me. Signed out: what this is and how to come in. */
import { Link, Navigate } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useHome, useSession } from '#portal/api/queries.ts';
import type { HomeTask, Session } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ADDRESS_OF_TASK, isPersonAlone, tasksOf } from '#portal/menus.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { OnBehalf } from '#portal/parts/OnBehalf.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { BoardAtHome, RunningAtHome } from './HomeNumbers.tsx';
import { Way } from './Way.tsx';
import { Ways } from './Ways.tsx';

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

function MyTasks({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const tasks = tasksOf(session).filter((task) => task !== 'home');
  const home = useHome(tasks.length > 0);
  return (
    <>
      <PageTitle title={t('home.title')} lead={session.person ? t('home.hello', { name: session.person.name }) : undefined} />
      <OnBehalf />
      <div className="stack">
        {tasks.length === 0 ? (
          <div className="panel">
            <Empty title={t('home.empty')} next={t('home.emptyNext')} />
          </div>
        ) : (
          <Answered query={home} lines={4}>
            {({ tasks: waiting }) => {
              const open = waiting.filter((task) => task.count > 0);
              return (
                <div className="panel flush">
                  {open.length === 0 ? (
                    <Empty title={t('home.empty')} next={t('home.emptyNext')} />
                  ) : (
                    <ul className="plain">
                      {open.map((task) => (
                        <li key={task.href}>
                          <Task task={task} />
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              );
            }}
          </Answered>
        )}
        {tasks.includes('board') && <BoardAtHome />}
        {tasks.includes('operations') && <RunningAtHome />}
        {tasks.includes('upload') && <Way title={t('home.way')} tasks={tasks} />}
        {tasks.length > 0 && <Ways tasks={tasks} />}
      </div>
    </>
  );
}

function Task({ task }: { readonly task: HomeTask }) {
  const { t } = useWords();
  const { number, age } = useFormat();
  return (
    <Link className="task" to={task.href}>
      <span className="count">{number(task.count)}</span>
      <span>
        <span className="strong">{t(`home.${task.kind}`)}</span>
        <br />
        <span className="soft">
          {t(`home.${task.kind}-what`)} {task.oldestAt && <span className="nowrap">{t('home.oldest', { age: age(task.oldestAt) })}</span>}
        </span>
      </span>
      <span className="go row soft">
        {t('home.open')} <IconChevronRight size={18} aria-hidden />
      </span>
    </Link>
  );
}
