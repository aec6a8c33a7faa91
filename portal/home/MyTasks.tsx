/** What waits for somebody who signed in for their office, and the ways to it. */
import { Link } from 'react-router';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useHome } from '#portal/api/queries.ts';
import type { HomeTask, Session } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { tasksOf } from '#portal/menus.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { OnBehalf } from '#portal/parts/OnBehalf.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { BoardAtHome, RunningAtHome } from './HomeNumbers.tsx';
import { Way } from './Way.tsx';
import { Ways } from './Ways.tsx';

export function MyTasks({ session }: { readonly session: Session }) {
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
