/** The way of a record, step by step: for whoever is here for the first time. Steps with a screen of this role lead to it. */
import { Link } from 'react-router';
import { useWords } from '#portal/language/use-words.ts';
import { ADDRESS_OF_TASK, type TaskName } from '#portal/menus.ts';

const STEPS = ['fill', 'mend', 'send', 'confirm', 'register'] as const;
type Step = (typeof STEPS)[number];
const TASK_OF_STEP: Partial<Record<Step, TaskName>> = { fill: 'template', mend: 'upload', send: 'submissions' };

export function Way({ title, tasks }: { readonly title: string; readonly tasks: readonly TaskName[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="way">
      <h2 id="way">{title}</h2>
      <ol className="way">
        {STEPS.map((step, index) => {
          const task = TASK_OF_STEP[step];
          return (
            <li key={step}>
              <span className="step-number" aria-hidden>
                {index + 1}
              </span>
              <span className="strong">
                {task && tasks.includes(task) ? <Link to={ADDRESS_OF_TASK[task]}>{t(`way.${step}`)}</Link> : t(`way.${step}`)}
              </span>
              <span className="small soft">{t(`way.${step}-what`)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
