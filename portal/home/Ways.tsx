/** What one does here, task by task: so that a home says something also when nothing waits. */
import { Link } from 'react-router';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useWords } from '#portal/language/use-words.ts';
import { ADDRESS_OF_TASK, SIGN_OF_TASK, type TaskName } from '#portal/menus.ts';
import { isOfficeTask } from './office-tasks.ts';

export function Ways({ tasks }: { readonly tasks: readonly TaskName[] }) {
  const { t } = useWords();
  return (
    <section className="stack tight" aria-labelledby="ways">
      <h2 id="ways">{t('home.ways')}</h2>
      <ul className="cards">
        {tasks.filter(isOfficeTask).map((task) => {
          const Sign = SIGN_OF_TASK[task];
          return (
            <li key={task}>
              <Link className="card" to={ADDRESS_OF_TASK[task]} data-way={task}>
                <span className="strong row">
                  <Sign size={20} aria-hidden /> {t(`menu.${task}`)}
                </span>
                <span className="soft">{t(`home.does.${task}`)}</span>
                <span className="go">
                  {t('home.open')} <IconChevronRight size={16} aria-hidden />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
