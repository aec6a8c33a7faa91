/** Conditions of a search by code; what is chosen stands in the address. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox, NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import { useBodies, useSearchChoices } from '#portal/api/queries.ts';
import type { Choice } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { FilterFold } from '#portal/parts/FilterFold.tsx';
import { keep, readKept } from '#portal/parts/kept.ts';
import { areSaved, withSaved } from './hit-columns.ts';
import { conditionsOf, filterIn, MATCHES, searchOf, SORTS, type FilterName, type SearchFilter } from './search-request.ts';

interface Props {
  readonly filter: SearchFilter;
  readonly onChange: (filter: SearchFilter) => void;
}

const SAVED = 'congvu-searches';

export function SearchFilters({ filter, onChange }: Props) {
  const { t, localize } = useWords();
  const bodies = useBodies();
  const choices = useSearchChoices();
  const set = (name: FilterName, value: string): void => onChange(filterIn(new URLSearchParams(searchOf({ ...filter, [name]: value }))));
  const select = (
    name: FilterName,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
    any = t('search.any'),
  ) => (
    <NativeSelect
      label={label}
      value={filter[name] ?? ''}
      onChange={(event) => set(name, event.currentTarget.value)}
      data={[{ value: '', label: any }, ...options]}
    />
  );
  const named = (list: readonly Choice[] | undefined, withCode = false) =>
    (list ?? []).map(({ code, name }) => ({
      value: code,
      label: withCode && /\d/.test(code) ? `${code} – ${localize(name)}` : localize(name),
    }));
  return (
    <>
      <FilterFold label={t('search.conditions', { count: conditionsOf(filter) })}>
        {select(
          'bodyId',
          t('search.body'),
          (bodies.data ?? []).map((body) => ({ value: body.id, label: body.name })),
          t('search.bodyAny'),
        )}
        {select('kind', t('search.kind'), named(choices.data?.kinds))}
        {select('status', t('search.status'), named(choices.data?.statuses))}
        {select('grade', t('search.grade'), named(choices.data?.grades, true))}
        {select(
          'match',
          t('search.match'),
          MATCHES.map((level) => ({ value: level, label: t(`match.${level}`) })),
        )}
        {select('missing', t('search.missing'), named(choices.data?.groups))}
        {select('card', t('search.card'), [
          { value: '1', label: t('search.cardYes') },
          { value: '0', label: t('search.cardNo') },
        ])}
        <NativeSelect
          label={t('search.sort')}
          value={filter.sort ?? 'name'}
          onChange={(event) => set('sort', event.currentTarget.value === 'name' ? '' : event.currentTarget.value)}
          data={SORTS.map((sort) => ({ value: sort, label: t(`search.sort-${sort}`) }))}
        />
        <div className="stack tight">
          <Checkbox
            label={t('search.below')}
            disabled={!filter.bodyId}
            checked={filter.below === '1'}
            onChange={(event) => set('below', event.currentTarget.checked ? '1' : '')}
          />
          <Checkbox
            label={t('search.unconfirmed')}
            checked={filter.unconfirmed === '1'}
            onChange={(event) => set('unconfirmed', event.currentTarget.checked ? '1' : '')}
          />
          <Checkbox
            label={t('search.incomplete')}
            checked={filter.incomplete === '1'}
            onChange={(event) => set('incomplete', event.currentTarget.checked ? '1' : '')}
          />
        </div>
      </FilterFold>
      <SavedSearches filter={filter} onChange={onChange} />
    </>
  );
}

/** Conditions that somebody kept in this browser, and the way to keep those at hand. */
function SavedSearches({ filter, onChange }: Props) {
  const { t } = useWords();
  const [saved, setSaved] = useState(() => readKept(SAVED, areSaved, []));
  const [title, setTitle] = useState('');
  const change = (to: typeof saved): void => {
    setSaved(to);
    keep(SAVED, to);
  };
  const here = searchOf(filter);
  if (saved.length === 0 && conditionsOf(filter) === 0) return null;
  return (
    <div className="row" role="group" aria-label={t('search.saved')}>
      {saved.map((one) => (
        <span key={one.title} className="row" style={{ gap: 0 }}>
          <Button
            size="compact-md"
            variant={one.search === here ? 'filled' : 'default'}
            aria-pressed={one.search === here}
            onClick={() => onChange(filterIn(new URLSearchParams(one.search)))}
          >
            {one.title}
          </Button>
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={t('search.forget', { title: one.title })}
            onClick={() => change(saved.filter(({ title: other }) => other !== one.title))}
          >
            ×
          </Button>
        </span>
      ))}
      {conditionsOf(filter) > 0 && saved.every(({ search }) => search !== here) && (
        <>
          <TextInput
            size="xs"
            aria-label={t('search.saveAs')}
            placeholder={t('search.saveAs')}
            maxLength={40}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Button
            size="compact-md"
            variant="default"
            disabled={title.trim() === ''}
            onClick={() => {
              change(withSaved(saved, { title: title.trim(), search: here }));
              setTitle('');
            }}
          >
            {t('search.save')}
          </Button>
        </>
      )}
      {conditionsOf(filter) > 0 && (
        <Button size="compact-md" variant="subtle" onClick={() => onChange({})}>
          {t('search.clear')}
        </Button>
      )}
    </div>
  );
}
