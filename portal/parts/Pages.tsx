/** Pages of a list, joined, with a button for the next. */
import { Button } from '#portal/parts/Button.tsx';
import type { InfiniteData } from '@tanstack/react-query';
import { useWords } from '#portal/language/use-words.ts';

export const joined = <T,>(data: InfiniteData<{ readonly items: readonly T[] }>): readonly T[] => data.pages.flatMap((page) => page.items);

interface Query {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

export function MoreButton({ query }: { readonly query: Query }) {
  const { t } = useWords();
  if (!query.hasNextPage) return null;
  return (
    <div className="row" style={{ padding: '0.625rem 0.75rem' }}>
      <Button variant="default" size="compact-md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('common.more')}
      </Button>
    </div>
  );
}
