/** Shows the state of a question: its skeleton, its failure, or its answer. Every screen that asks uses it. */
import type { ReactNode } from 'react';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from './Failure.tsx';
import { PageTitle } from './PageTitle.tsx';
import { useLost } from './use-lost.ts';

interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

export function Answered<T>({
  query,
  lines = 5,
  page,
  children,
}: {
  readonly query: Query<T>;
  readonly lines?: number;
  /** the heading where this is the whole page: a failure has one too */
  readonly page?: string;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error)
    return (
      <>
        {page !== undefined && <PageTitle title={page} />}
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return <Waiting lines={lines} />;
}

export function Waiting({ lines = 5 }: { readonly lines?: number }) {
  const { t } = useWords();
  // Grey bars promise that something is coming.
  if (useLost()) return <div className="panel soft">{t('connection.waits')}</div>;
  return (
    <div className="panel stack" aria-busy="true">
      <span className="hidden-text" role="status">
        {t('common.loading')}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton" style={{ height: '1.125rem', width: `${95 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
