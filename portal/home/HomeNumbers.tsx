/** Numbers that a role looks at first: how far the agencies are, whether the installation runs. */
import { Link } from 'react-router';
import { useBoard, useRunning } from '#portal/api/oversight-queries.ts';
import { Sums } from '#portal/board/Sums.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Mark } from '#portal/parts/Mark.tsx';

export function BoardAtHome() {
  const { t } = useWords();
  return (
    <section className="stack tight" aria-labelledby="home-board">
      <h2 id="home-board">
        <Link to="/tien-do">{t('board.title')}</Link>
      </h2>
      <Answered query={useBoard(null)} lines={2}>
        {({ total, lateDays }) => <Sums counts={total} lateDays={lateDays} />}
      </Answered>
    </section>
  );
}

export function RunningAtHome() {
  const { t } = useWords();
  return (
    <section className="panel stack tight" aria-labelledby="home-running">
      <h2 id="home-running">
        <Link to="/van-hanh">{t('operations.health')}</Link>
      </h2>
      <Answered query={useRunning()} lines={2}>
        {({ checks, jobs, sources, backup }) => {
          const wrong = [
            ...checks.filter(({ ok }) => !ok).map(({ name }) => name),
            ...sources.filter(({ state }) => state !== 'closed').map(({ source }) => source),
            ...jobs.filter(({ failed }) => failed > 0).map(({ name }) => name),
            ...(backup.madeAt === null ? [t('operations.backup')] : []),
          ];
          return (
            <p>
              {wrong.length === 0 ? (
                <Mark tone="good">{t('operations.allFine')}</Mark>
              ) : (
                <Mark tone="warn">{t('operations.toLookAt', { what: wrong.join(', ') })}</Mark>
              )}
            </p>
          );
        }}
      </Answered>
    </section>
  );
}
