/** While the server does not answer: says so above every page, and asks for everything anew that did not come, once it does. */
import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '#portal/language/use-words.ts';
import { useLost } from '#portal/parts/use-lost.ts';

export function Connection() {
  const { t } = useWords();
  const queries = useQueryClient();
  const lost = useLost();
  useEffect(() => {
    if (lost) return;
    const missed = ({ state }: { readonly state: { readonly status: string; readonly fetchStatus: string } }): boolean =>
      state.status === 'error' || state.fetchStatus === 'paused';
    void queries.refetchQueries({ type: 'active', predicate: missed });
  }, [lost, queries]);
  if (!lost) return null;
  return (
    <div className="note warn" role="alert" data-lost>
      <h2>{t('connection.lost')}</h2>
      <p>{t('connection.lostNext')}</p>
    </div>
  );
}
