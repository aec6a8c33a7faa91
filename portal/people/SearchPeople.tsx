/** /tra-cuu: people by name, number, title, and by codes. By POST: codes stand in the address, words of a person in none. */
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useSearchParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { useQueryClient } from '@tanstack/react-query';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useSession } from '#portal/api/queries.ts';
import { mayDo } from '#portal/may.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { Hits } from './Hits.tsx';
import { lastWords, rememberWords } from './last-words.ts';
import { SearchFilters } from './SearchFilters.tsx';
import {
  filterIn,
  searchOf,
  searchRequest,
  type Refused,
  type SearchFilter,
  type SearchRequest,
  type SearchWords,
} from './search-request.ts';

/** What was searched for when this page was left, or what its address says; nothing when that is nothing. */
function requestAtFirst(words: SearchWords, filter: SearchFilter): SearchRequest | null {
  const judged = searchRequest(words, filter);
  return 'request' in judged ? judged.request : null;
}

/** To the lists that one took along. */
function ExportsLink() {
  const { t } = useWords();
  return mayDo(useSession().data, 'record.export') ? <Link to="/xuat-danh-sach">{t('exports.title')}</Link> : null;
}

export function SearchPeople() {
  const { t } = useWords();
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const filter = filterIn(params);
  const [request, setRequest] = useState<SearchRequest | null>(() => requestAtFirst(lastWords(), filter));
  const [refused, setRefused] = useState<Refused | null>(null);
  const { register, handleSubmit, getValues } = useForm<SearchWords>({ defaultValues: lastWords() });
  const search = (words: SearchWords, by: SearchFilter): void => {
    const judged = searchRequest(words, by);
    rememberWords(words);
    setRefused('refused' in judged ? judged.refused : null);
    if ('request' in judged) setRequest(judged.request);
  };
  const narrow = (to: SearchFilter): void => {
    setParams(searchOf(to), { replace: true });
    const words = getValues();
    const judged = searchRequest(words, to);
    // Conditions taken away until nothing is left ask for nobody: no reason to complain.
    if ('refused' in judged && judged.refused === 'needOne') {
      setRefused(null);
      setRequest(null);
    } else search(words, to);
  };
  const wrong = (kind: Refused): { error?: string } => (refused === kind ? { error: t(`search.${kind}`) } : {});
  return (
    <>
      <PageTitle title={t('search.title')} lead={t('search.lead')} actions={<ExportsLink />} />
      <div className="stack">
        <form
          className="panel stack"
          role="search"
          noValidate
          onSubmit={(event) => {
            handleSubmit((words) => {
              // Whoever presses asks how it stands now; what was found before is kept for the way back alone.
              void queries.resetQueries({ queryKey: ['search'] });
              void queries.resetQueries({ queryKey: ['search-count'] });
              search(words, filter);
            })(event).catch(() => undefined);
          }}
        >
          <div className="filters">
            <TextInput
              {...register('name')}
              label={t('search.name')}
              description={t('search.nameHint')}
              autoComplete="off"
              {...wrong('short')}
              {...wrong('needOne')}
            />
            <TextInput {...register('title')} label={t('search.titleWords')} description={t('search.titleHint')} autoComplete="off" />
            <TextInput
              {...register('nationalId')}
              label={t('search.nationalId')}
              description={t('search.nationalIdHint')}
              inputMode="numeric"
              autoComplete="off"
              {...wrong('nationalIdWrong')}
            />
          </div>
          <div className="actions">
            <Button type="submit" leftSection={<IconSearch size={18} aria-hidden />}>
              {t('search.go')}
            </Button>
          </div>
          <SearchFilters filter={filter} onChange={narrow} />
        </form>
        {request ? (
          <Hits request={request} />
        ) : (
          <div className="panel">
            <Empty title={t('search.start')} next={t('search.startNext')} />
          </div>
        )}
      </div>
    </>
  );
}
