/** What the check found of the person that stands beside none of the fields below: told in words, before anything is decided. */
import { pageOfCode } from '#portal/api/problem-words.ts';
import type { PresentedProblem } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TONE_OF_SEVERITY } from '#portal/parts/tones.ts';

export function PresentedProblems({ problems }: { readonly problems: readonly PresentedProblem[] }) {
  const { t } = useWords();
  if (problems.length === 0) return null;
  return (
    <section className="panel stack tight" aria-label={t('decide.problems')}>
      <h2>{t('decide.problems')}</h2>
      <ul className="plain stack tight">
        {problems.map((problem, index) => (
          <li key={index}>
            <ProblemWords problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProblemWords({ problem }: { readonly problem: PresentedProblem }) {
  const { t, localize } = useWords();
  return (
    <>
      <Mark tone={TONE_OF_SEVERITY[problem.severity]}>{localize(problem.title)}</Mark>
      {problem.label && (
        <span>
          {' '}
          {localize(problem.label)}
          {problem.value && (
            <>
              : <code className="break">{problem.value}</code>
            </>
          )}
        </span>
      )}{' '}
      <a className="small" href={pageOfCode(problem) ?? ''} target="_blank" rel="noreferrer">
        {t('submission.explain', { code: problem.code })}
      </a>
      {problem.next && (
        <>
          <br />
          <span className="small soft">{localize(problem.next)}</span>
        </>
      )}
    </>
  );
}
