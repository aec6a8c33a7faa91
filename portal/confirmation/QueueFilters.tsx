/** By what the queue is narrowed and ordered. What is chosen stands in the address: a way back finds the same people. */
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import type { QueueFacets } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { FilterFold } from '#portal/parts/FilterFold.tsx';
import { matchLevel } from '#portal/parts/tones.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { CLEAN, DAYS, isClean, isNarrowed, SORTS, withFilter, type FilterName, type QueueFilter } from './queue-filter.ts';

interface Props {
  readonly filter: QueueFilter;
  readonly facets: QueueFacets;
  readonly onChange: (filter: QueueFilter) => void;
}

export function QueueFilters({ filter, facets, onChange }: Props) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const counted = (label: string, people: number): string => t('queue.counted', { label, people: number(people) });
  const choice = (name: FilterName, label: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <NativeSelect
      label={label}
      value={filter[name] ?? ''}
      onChange={(event) => onChange(withFilter(filter, name, event.currentTarget.value))}
      data={[...options]}
    />
  );
  const any = { value: '', label: t('queue.any') };
  return (
    <section className="panel stack tight" aria-label={t('queue.narrow')}>
      <FilterFold label={t('queue.narrow')}>
        {choice('body', t('queue.body'), [
          any,
          ...facets.bodies.map(({ id, name, people }) => ({ value: id, label: counted(name, people) })),
        ])}
        {choice('match', t('queue.match'), [
          any,
          ...facets.matches.map(({ level, people }) => ({ value: level, label: counted(t(`match.${matchLevel(level)}`), people) })),
        ])}
        {choice('warning', t('queue.problems'), [
          any,
          { value: 'none', label: t('queue.warning-none') },
          { value: 'some', label: t('queue.warning-some') },
          ...facets.warnings.map(({ code, title, people }) => ({ value: code, label: counted(localize(title), people) })),
        ])}
        {choice('days', t('queue.age'), [any, ...DAYS.map((days) => ({ value: days, label: t('queue.days', { days }) }))])}
        {choice(
          'sort',
          t('queue.sort'),
          SORTS.map((sort) => ({ value: sort === 'oldest' ? '' : sort, label: t(`queue.sort-${sort}`) })),
        )}
      </FilterFold>
      <div className="row">
        <Button
          size="compact-md"
          variant={isClean(filter) ? 'filled' : 'default'}
          aria-pressed={isClean(filter)}
          onClick={() => onChange(isClean(filter) ? withFilter(withFilter(filter, 'match', ''), 'warning', '') : { ...filter, ...CLEAN })}
        >
          {t('queue.onlyClean')}
        </Button>
        {isNarrowed(filter) && (
          <Button size="compact-md" variant="subtle" onClick={() => onChange(filter.sort ? { sort: filter.sort } : {})}>
            {t('queue.clear')}
          </Button>
        )}
      </div>
    </section>
  );
}
