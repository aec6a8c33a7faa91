/** /tra-cuu: people by name, number, body, post. By POST: nothing of a person stands in an address. */
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { act } from '#portal/api/client.ts';
import { useBodies } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { searchRequest, type Refused, type SearchForm, type SearchRequest } from './search-request.ts';

/** Rows a page, few enough that one wrong letter does not read half a body. */
const PAGE_ROWS = 20;

export function SearchPeople() {
  const { t } = useWords();
  const bodies = useBodies();
  const [request, setRequest] = useState<SearchRequest | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { register, handleSubmit } = useForm<SearchForm>({ defaultValues: { name: '', nationalId: '', bodyId: '', title: '' } });
  const search = (form: SearchForm): void => {
    const judged = searchRequest(form);
    if ('refused' in judged) {
      setRefused(judged.refused);
      return;
    }
    setRefused(null);
    setRequest(judged.request);
  };
  const wrong = (kind: Refused): { error?: string } => (refused === kind ? { error: t(`search.${kind}`) } : {});
  return (
    <>
      <PageTitle title={t('search.title')} lead={t('search.lead')} />
      <div className="stack">
        <form
          className="panel stack"
          role="search"
          noValidate
          onSubmit={(event) => {
            handleSubmit(search)(event).catch(() => undefined);
          }}
        >
          <div className="form wide">
            <TextInput
              {...register('name')}
              label={t('search.name')}
              description={t('search.nameHint')}
              autoComplete="off"
              {...wrong('short')}
              {...wrong('needOne')}
            />
            <TextInput
              {...register('nationalId')}
              label={t('search.nationalId')}
              description={t('search.nationalIdHint')}
              inputMode="numeric"
              autoComplete="off"
              {...wrong('nationalIdWrong')}
            />
            <TextInput {...register('title')} label={t('search.jobTitle')} description={'\u00a0'} autoComplete="off" />
            <NativeSelect
              {...register('bodyId')}
              label={t('search.body')}
              description={'\u00a0'}
              data={[
                { value: '', label: t('search.bodyAny') },
                ...(bodies.data ?? []).map((body) => ({ value: body.id, label: body.name })),
              ]}
            />
          </div>
          <div className="actions">
            <Button type="submit" leftSection={<IconSearch size={18} aria-hidden />}>
              {t('search.go')}
            </Button>
          </div>
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

function Hits({ request }: { readonly request: SearchRequest }) {
  const { t } = useWords();
  const { number } = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['search', request],
    initialPageParam: '',
    retry: false,
    refetchOnWindowFocus: false,
    gcTime: 0,
    queryFn: ({ pageParam }) =>
      act('/people/search', { body: { ...request, ...(pageParam ? { cursor: pageParam } : {}), limit: PAGE_ROWS } }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return (
    <Answered query={query}>
      {(data) => {
        const hits = joined(data);
        const total = query.hasNextPage ? null : hits.length;
        if (hits.length === 0)
          return (
            <div className="panel">
              <Empty title={t('search.empty')} next={t('search.emptyNext')} />
            </div>
          );
        return (
          <div className="panel flush">
            <div className="panel-head">
              <h2 role="status">
                {total === null
                  ? t('search.first', { shown: number(hits.length) })
                  : t(hits[0]!.isNear ? 'search.near' : 'search.total', { total: number(total) })}
              </h2>
            </div>
            <TableScroll label={t('search.title')}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{t('search.name')}</th>
                    <th scope="col">{t('search.birth')}</th>
                    <th scope="col">{t('search.nationalId')}</th>
                    <th scope="col">{t('search.jobTitle')}</th>
                    <th scope="col">{t('search.body')}</th>
                  </tr>
                </thead>
                <tbody>
                  {hits.map((hit) => (
                    <tr key={hit.personId}>
                      <th scope="row">
                        {hit.may.length > 0 ? (
                          <Link to={`/ho-so/${hit.personId}`} className="strong">
                            {hit.name}
                          </Link>
                        ) : (
                          <span className="strong">{hit.name}</span>
                        )}
                      </th>
                      <td className="tabular nowrap">{hit.birth ? dayText(hit.birth) : '–'}</td>
                      <td className="tabular nowrap">{hit.nationalIdMasked}</td>
                      <td>{hit.title ?? '–'}</td>
                      <td>{hit.bodyName}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
            <MoreButton query={query} />
          </div>
        );
      }}
    </Answered>
  );
}
