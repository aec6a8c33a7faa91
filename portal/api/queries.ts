/** One hook a question: its address, its key, how long its answer stays fresh. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { GroupCode } from '#standard/shapes.ts';
import { askedOf } from '#portal/confirmation/queue-filter.ts';
import type { QueueFilter } from '#portal/confirmation/queue-filter.ts';
import type { SearchRequest } from '#portal/people/search-request.ts';
import { whoIs } from '#portal/parts/kept-choice.ts';
import { act, read } from './client.ts';
import type { Acts, Reads } from './client.ts';
import type { OneCase, Session, Severity } from './generated/api.ts';
import { hasEnded, noteEnded, sinceThen } from './session-end.ts';

/** Stages of reading move fast; people of a queue do not. Milliseconds. */
const POLL_MS = 1_500;
const POLL_SLOW_MS = 15_000;

/**
 * Asks who is signed in. Nobody any more: the frame is told, and the page keeps what it was drawn by. Somebody else: the portal is loaded afresh, for what was
 * asked in the other's name is in memory still.
 */
export async function askSession(before: Session | undefined, signal?: AbortSignal): Promise<Session> {
  const fresh = await read('/session', {}, signal);
  const since = sinceThen(before, fresh, whoIs, hasEnded());
  if (since === 'other') location.reload();
  noteEnded(since === 'ended');
  return since === 'same' ? fresh : before!;
}

export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: ({ signal, client }) => askSession(client.getQueryData<Session>(['session']), signal),
    staleTime: 60_000,
  });

export const useDemoAccounts = (enabled: boolean) =>
  useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => read('/demo/accounts', {}, signal),
    select: (page) => page.items,
    staleTime: Infinity,
    enabled,
  });

export const useHome = (enabled: boolean) => useQuery({ queryKey: ['home'], queryFn: ({ signal }) => read('/home', {}, signal), enabled });

/** A list that is short enough for one page. */
export const itemsOf = <T>(page: { readonly items: readonly T[] }): readonly T[] => page.items;

export const useBodies = () =>
  useQuery({
    queryKey: ['bodies'],
    queryFn: ({ signal }) => read('/bodies', {}, signal),
    select: itemsOf,
    staleTime: 300_000,
  });

/** Bodies whose template one may take. */
export const useTemplateBodies = () =>
  useQuery({
    queryKey: ['bodies', 'template.read'],
    queryFn: ({ signal }) => read('/bodies', { query: { act: 'template.read' } }, signal),
    select: itemsOf,
    staleTime: 300_000,
  });

/** Bodies for which one may ask in cases. */
export const useAskingBodies = () =>
  useQuery({
    queryKey: ['bodies', 'case.ask'],
    queryFn: ({ signal }) => read('/bodies', { query: { act: 'case.ask' } }, signal),
    select: itemsOf,
    staleTime: 300_000,
  });

/** Lists that one asked to take along; looked at again by a button. */
export const useExports = () => useQuery({ queryKey: ['exports'], queryFn: ({ signal }) => read('/exports', {}, signal), select: itemsOf });

/** What an extract may hold, as far as the reader's roles see it, and the day of the server. */
export const useExtractChoices = () =>
  useQuery({ queryKey: ['exports'], queryFn: ({ signal }) => read('/exports', {}, signal), select: ({ choices }) => choices });

/** A list that comes page by page; `key` begins with its name. */
export function usePages<Page extends { readonly next: string | null }>(
  key: readonly unknown[],
  ask: (cursor: string, signal: AbortSignal) => Promise<Page>,
  enabled = true,
) {
  return useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    getNextPageParam: (last: Page) => last.next ?? undefined,
    enabled,
  });
}

export const useCases = (all: boolean) =>
  usePages(['cases', all], (cursor, signal) => read('/cases', { query: { all: all || null, cursor } }, signal));

export const useHeldBackCards = () =>
  usePages(['held-back-cards'], (cursor, signal) => read('/cards/held-back', { query: { cursor } }, signal));

export const useErasures = () => usePages(['erasures'], (cursor, signal) => read('/erasures', { query: { cursor } }, signal));
export const useErasureOf = (id: string) =>
  useQuery({ queryKey: ['person', id, 'erasure'], queryFn: ({ signal }) => read('/people/{id}/erasure', { path: { id } }, signal) });

/** A case moves by itself once it is agreed to, or when its number was matched. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => read('/cases/{id}', { path: { id } }, signal),
    refetchInterval: ({ state: { data } }) => (data && movesByItself(data) ? POLL_MS : false),
  });
/** The two records of a merge, for who decides it. */
export const useTwoRecords = (caseId: string, enabled: boolean) =>
  useQuery({
    // Not below the key of the case: once it is decided there is nothing to be asked anew.
    queryKey: ['two-records', caseId],
    queryFn: ({ signal }) => read('/cases/{id}/records', { path: { id: caseId } }, signal),
    enabled,
  });
const movesByItself = ({ state, kind, match }: OneCase): boolean =>
  state === 'agreed' || (kind === 'number_change' && state === 'asked' && match === 'CHUA');

export const usePersonCases = (personId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['person', personId, 'cases'],
    queryFn: ({ signal }) => read('/people/{id}/cases', { path: { id: personId } }, signal),
    enabled,
  });

export const useSubmissions = (step: Exclude<NonNullable<Reads['/submissions']['asked']['query']>['step'], undefined>) =>
  usePages(['submissions', step], (cursor, signal) => read('/submissions', { query: { step, cursor } }, signal));

export const useSubmission = (id: string) =>
  useQuery({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => read('/submissions/{id}', { path: { id } }, signal),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      if (state === 'reading') return POLL_MS;
      const moves = (query.state.data?.steps ?? []).some(({ kind }) => kind === 'matching');
      return moves ? POLL_SLOW_MS : false;
    },
  });

export const useProblemGroups = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['submission', id, 'groups'],
    queryFn: ({ signal }) => read('/submissions/{id}/problem-groups', { path: { id } }, signal),
    select: itemsOf,
    enabled,
  });

export const useProblems = (id: string, code: string | null, severity: Severity | null, field: string | null) =>
  usePages(['submission', id, 'problems', code, severity, field], (cursor, signal) =>
    read('/submissions/{id}/problems', { path: { id }, query: { code, severity, field, limit: 25, cursor } }, signal),
  );

export const useSuggestionGroups = (id: string, code: string, enabled: boolean) =>
  useQuery({
    queryKey: ['submission', id, 'suggestion-groups', code],
    queryFn: ({ signal }) => read('/submissions/{id}/suggestion-groups', { path: { id }, query: { code } }, signal),
    select: itemsOf,
    enabled,
  });

export const useApplied = (id: string) =>
  usePages(['submission', id, 'applied'], (cursor, signal) =>
    read('/submissions/{id}/accepted-suggestions', { path: { id }, query: { limit: 50, cursor } }, signal),
  );

export const useReturned = (id: string) =>
  usePages(['submission', id, 'returned'], (cursor, signal) =>
    read('/submissions/{id}/returned', { path: { id }, query: { cursor } }, signal),
  );

export const usePortraits = (id: string) =>
  usePages(['submission', id, 'portraits'], (cursor, signal) =>
    read('/submissions/{id}/portraits', { path: { id }, query: { limit: 24, cursor } }, signal),
  );

export interface WhomCompared {
  readonly name: string;
  readonly changed: boolean;
}
/** Names stand in no address: asked for by POST. */
export const useComparison = (id: string, { name, changed }: WhomCompared) =>
  usePages(['submission', id, 'comparison', name, changed], (cursor) =>
    act('/submissions/{id}/comparison/search', {
      path: { id },
      body: { changed, ...(name === '' ? {} : { name }), ...(cursor === '' ? {} : { cursor }) },
    }),
  );

export const useReceipt = (number: string, enabled: boolean) =>
  useQuery({
    queryKey: ['receipt', number],
    queryFn: ({ signal }) => read('/receipts/{number}', { path: { number } }, signal),
    staleTime: Infinity,
    enabled,
  });

/** What anybody who has the number is told. */
export const usePublicReceipt = (number: string) =>
  useQuery({
    queryKey: ['public-receipt', number],
    queryFn: ({ signal }) => read('/public/receipts/{number}', { path: { number } }, signal),
    staleTime: Infinity,
  });

/** What anybody who has the number of a paper is told. */
export const usePublicConversion = (number: string) =>
  useQuery({
    queryKey: ['public-conversion', number],
    queryFn: ({ signal }) => read('/public/conversions/{number}', { path: { number } }, signal),
  });

/** Papers that a record was converted to. */
export const useConversions = (id: string) =>
  useQuery({
    queryKey: ['person', id, 'conversions'],
    queryFn: ({ signal }) => read('/people/{id}/conversions', { path: { id } }, signal),
  });

/** Kinds of documents that can be attached. */
export const useDocumentKinds = () =>
  useQuery({
    queryKey: ['document-kinds'],
    queryFn: ({ signal }) => read('/document-kinds', {}, signal),
    staleTime: Infinity,
  });

/** E-CVs of a record, for officers. */
export const useCvs = (id: string) =>
  useQuery({
    queryKey: ['person', id, 'cvs'],
    queryFn: ({ signal }) => read('/people/{id}/cvs', { path: { id } }, signal),
  });

/** E-CVs of the own record. */
export const useMyCvs = () =>
  useQuery({
    queryKey: ['me', 'cvs'],
    queryFn: ({ signal }) => read('/me/cvs', {}, signal),
  });

export const useQueue = (filter: QueueFilter) =>
  usePages(['queue', filter], (cursor, signal) =>
    read('/confirmation/queue', { query: { ...askedOf(filter), limit: 50, cursor } }, signal),
  );

/** Where one person stands in the queue: also who comes next once they were decided. */
export const useQueuePlace = (submissionId: string, personId: string, filter: QueueFilter) =>
  useQuery({
    queryKey: ['queue', 'place', submissionId, personId, filter],
    queryFn: ({ signal }) =>
      read('/confirmation/queue/{submissionId}/{personId}', { path: { submissionId, personId }, query: askedOf(filter) }, signal),
    retry: false,
    refetchOnWindowFocus: false,
  });

/** Whoever comes back from a record of the sample sees that it was opened. */
export const useCleanList = (submissionId: string) =>
  useQuery({
    queryKey: ['clean-list', submissionId],
    queryFn: ({ signal }) => read('/confirmation/lists/{submissionId}', { path: { submissionId } }, signal),
    staleTime: 0,
    refetchOnMount: 'always',
    retry: false,
  });

export const usePresentedPerson = (submissionId: string, personId: string) =>
  useQuery({
    queryKey: ['confirmation', submissionId, personId],
    queryFn: ({ signal }) => read('/confirmation/{submissionId}/{personId}', { path: { submissionId, personId } }, signal),
    // What was shown is what is signed: it must not change under the officer's eyes. Opened again, it is asked again:
    // a corrected file may have come in between.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Rows a page, few enough that one wrong letter does not read half a body. */
const HITS_ROWS = 20;

export const useHits = (request: SearchRequest) =>
  useInfiniteQuery({
    queryKey: ['search', request],
    initialPageParam: '',
    retry: false,
    refetchOnWindowFocus: false,
    // Kept while somebody looks at a record and comes back: the same search again would be one more reading of everybody.
    staleTime: 300_000,
    queryFn: ({ pageParam }) =>
      act('/people/search', { body: { ...request, ...(pageParam ? { cursor: pageParam } : {}), limit: HITS_ROWS } }),
    getNextPageParam: (last) => last.next ?? undefined,
  });

/** Asked apart, after the rows: counting takes longer than finding the first of them. */
export const useHitCount = (request: Acts['/people/search/count']['asked']['body'] | null) =>
  useQuery({
    queryKey: ['search-count', request],
    queryFn: () => act('/people/search/count', { body: request ?? {} }),
    enabled: request !== null,
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: 300_000,
  });

export const useSearchChoices = () =>
  useQuery({
    queryKey: ['search-choices'],
    queryFn: ({ signal }) => read('/people/search-choices', {}, signal),
    staleTime: Infinity,
  });

export const useRecord = (id: string, validOn: string | null, knownAt: number | null) =>
  useQuery({
    queryKey: ['person', id, validOn, knownAt],
    queryFn: ({ signal }) => read('/people/{id}', { path: { id }, query: { validOn, knownAt } }, signal),
    // Each opening is a read that the person sees: do not read again by ourselves.
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });

export const useHistory = (id: string, field: string | null) =>
  useQuery({
    queryKey: ['person', id, 'history', field],
    queryFn: ({ signal }) => read('/people/{id}/history', { path: { id }, query: { field: field ?? '' } }, signal),
    select: itemsOf,
    enabled: field !== null,
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });

export const useReads = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['person', id, 'reads'],
    queryFn: ({ signal }) => read('/people/{id}/reads', { path: { id } }, signal),
    enabled,
    refetchOnWindowFocus: false,
  });

export const usePersonCard = (id: string) =>
  useQuery({
    queryKey: ['person', id, 'card'],
    queryFn: ({ signal }) => read('/people/{id}/card', { path: { id } }, signal),
    // Each opening is a read that the person sees.
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useMySessions = () =>
  useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) => read('/my/sessions', {}, signal),
    select: itemsOf,
  });

/** Each opening of one's own record stands in the log: not read again by itself. */
const OWN = { staleTime: 300_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: ({ signal }) => read('/me', {}, signal), ...OWN });

export const useMyGroup = (group: GroupCode) =>
  useQuery({ queryKey: ['me', 'group', group], queryFn: ({ signal }) => read('/me/groups/{group}', { path: { group } }, signal), ...OWN });

export const useMyReads = () =>
  useQuery({ queryKey: ['me', 'reads'], queryFn: ({ signal }) => read('/me/reads', {}, signal), ...OWN, staleTime: 30_000 });

export const useMyValueReports = () =>
  useQuery({ queryKey: ['me', 'value-reports'], queryFn: ({ signal }) => read('/me/value-reports', {}, signal), ...OWN });

export const useMyCard = () =>
  useQuery({ queryKey: ['me', 'card'], queryFn: ({ signal }) => read('/me/card', {}, signal), ...OWN, staleTime: 10_000 });

export const useBodyContact = (id: string) =>
  useQuery({ queryKey: ['contact', id], queryFn: ({ signal }) => read('/bodies/{id}/contact', { path: { id } }, signal) });

/** My notices, those that changed last first. */
export const useNotices = () => usePages(['notices', 'list'], (cursor, signal) => read('/notices', { query: { cursor } }, signal));

/** How many of them I have not seen. */
export const useUnseenNotices = () =>
  useQuery({
    queryKey: ['notices', 'count'],
    queryFn: ({ signal }) => read('/notices/count', {}, signal),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });

/** Where the digest of my notices goes. */
export const useNoticeMail = () => useQuery({ queryKey: ['notices', 'mail'], queryFn: ({ signal }) => read('/notices/mail', {}, signal) });

export const useAttestations = (id: string) =>
  useQuery({
    queryKey: ['person', id, 'attestations'],
    queryFn: ({ signal }) => read('/people/{id}/attestations', { path: { id } }, signal),
    select: itemsOf,
  });

export const useMyAttestations = () =>
  useQuery({ queryKey: ['me', 'attestations'], queryFn: ({ signal }) => read('/me/attestations', {}, signal), select: itemsOf });
