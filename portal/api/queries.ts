/** One hook a question: its address, its key, how long its answer stays fresh. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { queryText, read } from './client.ts';
import type * as S from './shapes.ts';

/** Stages of reading move fast; people of a queue do not. Milliseconds. */
const POLL_MS = 1_500;
const POLL_SLOW_MS = 15_000;

export const useSession = () =>
  useQuery({ queryKey: ['session'], queryFn: ({ signal }) => read<S.Session>('/session', signal), staleTime: 60_000 });

export const useDemoAccounts = (enabled: boolean) =>
  useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => read<S.Page<S.DemoAccount>>('/demo/accounts', signal),
    select: (page) => page.items,
    staleTime: Infinity,
    enabled,
  });

export const useHome = (enabled: boolean) =>
  useQuery({ queryKey: ['home'], queryFn: ({ signal }) => read<{ tasks: S.HomeTask[] }>('/home', signal), enabled });

/** A list that is short enough for one page; some come as a bare array. */
function itemsOf<T>(answer: readonly T[] | S.Page<T>): readonly T[] {
  return 'items' in answer ? answer.items : answer;
}

export const useBodies = () =>
  useQuery({
    queryKey: ['bodies'],
    queryFn: ({ signal }) => read<S.Body[] | S.Page<S.Body>>('/bodies', signal),
    select: itemsOf,
    staleTime: 300_000,
  });

/** Bodies for which one may ask in cases. */
export const useAskingBodies = () =>
  useQuery({
    queryKey: ['bodies', 'case.ask'],
    queryFn: ({ signal }) => read<S.Page<S.Body>>('/bodies?act=case.ask', signal),
    select: itemsOf,
    staleTime: 300_000,
  });

/** A list that comes page by page; `key` begins with its name. */
function usePages<T, P extends S.Page<T> = S.Page<T>>(
  key: readonly unknown[],
  path: string,
  params: Readonly<Record<string, string | boolean | null>>,
  enabled = true,
) {
  return useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => read<P>(`${path}${queryText({ ...params, cursor: pageParam })}`, signal),
    getNextPageParam: (last: P) => last.next ?? undefined,
    enabled,
  });
}

export const useCases = (all: boolean) => usePages<S.CaseRow>(['cases', all], '/cases', { all: all ? true : null });

/** A case moves by itself once it is agreed to, or when its number was matched. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => read<S.OneCase>(`/cases/${id}`, signal),
    refetchInterval: ({ state: { data } }) => (data && movesByItself(data) ? POLL_MS : false),
  });
const movesByItself = ({ state, kind, match }: S.OneCase): boolean =>
  state === 'agreed' || (kind === 'number_change' && state === 'asked' && match === 'CHUA');

export const usePersonCases = (personId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['person', personId, 'cases'],
    queryFn: ({ signal }) => read<{ readonly items: readonly S.CaseRow[] }>(`/people/${personId}/cases`, signal),
    enabled,
  });

export const useSubmissions = () => usePages<S.SubmissionSummary>(['submissions'], '/submissions', {});

/** States in which the server is still at work on it. */
const MOVING: readonly S.SubmissionState[] = ['reading', 'submitted', 'matching'];

export const useSubmission = (id: string) =>
  useQuery({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => read<S.Submission>(`/submissions/${id}`, signal),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      if (state === 'reading') return POLL_MS;
      return state && MOVING.includes(state) ? POLL_SLOW_MS : false;
    },
  });

export const useProblemGroups = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['submission', id, 'groups'],
    queryFn: ({ signal }) => read<S.ProblemGroup[] | S.Page<S.ProblemGroup>>(`/submissions/${id}/problem-groups`, signal),
    select: itemsOf,
    enabled,
  });

export const useProblems = (id: string, code: string | null, severity: S.Severity | null) =>
  usePages<S.CellProblem>(['submission', id, 'problems', code, severity], `/submissions/${id}/problems`, { code, severity, limit: '25' });

export const useSuggestionGroups = (id: string, code: string, enabled: boolean) =>
  useQuery({
    queryKey: ['submission', id, 'suggestion-groups', code],
    queryFn: ({ signal }) =>
      read<S.Page<S.SuggestionGroup>>(`/submissions/${id}/suggestion-groups?code=${encodeURIComponent(code)}`, signal),
    select: itemsOf,
    enabled,
  });

export const useApplied = (id: string) =>
  usePages<S.AppliedSuggestion, S.AppliedPage>(['submission', id, 'applied'], `/submissions/${id}/accepted-suggestions`, { limit: '50' });

export const useReturned = (id: string) => usePages<S.ReturnedItem>(['submission', id, 'returned'], `/submissions/${id}/returned`, {});

export const usePortraits = (id: string) =>
  usePages<S.SentPortrait>(['submission', id, 'portraits'], `/submissions/${id}/portraits`, { limit: '24' });

export const useComparison = (id: string) =>
  usePages<S.ComparedPerson, S.ComparisonPage>(['submission', id, 'comparison'], `/submissions/${id}/comparison`, {});

export const useReceipt = (number: string) =>
  useQuery({
    queryKey: ['receipt', number],
    queryFn: ({ signal }) => read<S.Receipt>(`/receipts/${encodeURIComponent(number)}`, signal),
    staleTime: Infinity,
  });

export const useQueue = () => usePages<S.QueueItem>(['queue'], '/confirmation/queue', { limit: '50' });

export const useShownPerson = (submissionId: string, personId: string) =>
  useQuery({
    queryKey: ['confirmation', submissionId, personId],
    queryFn: ({ signal }) => read<S.ShownPerson>(`/confirmation/${submissionId}/${personId}`, signal),
    // What was shown is what is signed: it must not change under the officer's eyes. Opened again, it is asked again:
    // a corrected file may have come in between.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const useRecord = (id: string, validOn: string | null, knownAt: number | null) =>
  useQuery({
    queryKey: ['person', id, validOn, knownAt],
    queryFn: ({ signal }) => read<S.PersonRecord>(`/people/${id}${queryText({ validOn, knownAt })}`, signal),
    // Each opening is a read that the person sees: do not read again by ourselves.
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });

export const useHistory = (id: string, field: string | null) =>
  useQuery({
    queryKey: ['person', id, 'history', field],
    queryFn: ({ signal }) => read<S.HistoryEntry[] | S.Page<S.HistoryEntry>>(`/people/${id}/history${queryText({ field })}`, signal),
    select: itemsOf,
    enabled: field !== null,
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });

export const useReads = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['person', id, 'reads'],
    queryFn: ({ signal }) => read<S.PersonRead[] | S.Page<S.PersonRead>>(`/people/${id}/reads`, signal),
    select: itemsOf,
    enabled,
    refetchOnWindowFocus: false,
  });

export const usePersonCard = (id: string) =>
  useQuery({
    queryKey: ['person', id, 'card'],
    queryFn: ({ signal }) => read<S.PersonCard>(`/people/${id}/card`, signal),
    // Each opening is a read that the person sees.
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useAuditEvents = (enabled: boolean) => usePages<S.AuditEvent, S.AuditEventsPage>(['audit'], '/audit/events', {}, enabled);

export const useCheckpoint = () =>
  useQuery({ queryKey: ['checkpoint'], queryFn: ({ signal }) => read<string>('/audit/checkpoint', signal) });

export const useMySessions = () =>
  useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) => read<S.MySession[] | S.Page<S.MySession>>('/my/sessions', signal),
    select: itemsOf,
  });

/** Each opening of one's own record stands in the log: not read again by itself. */
const OWN = { staleTime: 300_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: ({ signal }) => read<S.Me>('/me', signal), ...OWN });

export const useMyGroup = (group: string) =>
  useQuery({ queryKey: ['me', 'group', group], queryFn: ({ signal }) => read<S.MyGroup>(`/me/groups/${group}`, signal), ...OWN });

export const useMyReads = () =>
  useQuery({ queryKey: ['me', 'reads'], queryFn: ({ signal }) => read<S.MyReads>('/me/reads', signal), ...OWN, staleTime: 30_000 });

export const useMyCard = () =>
  useQuery({ queryKey: ['me', 'card'], queryFn: ({ signal }) => read<S.MyCard>('/me/card', signal), ...OWN, staleTime: 10_000 });

/** Wishes to see more records: my own, and those that I may decide. */
export const useReadingAllowances = () =>
  useQuery({
    queryKey: ['reading-allowances'],
    queryFn: ({ signal }) => read<{ items: S.ReadingAllowance[]; mayDecide: boolean }>('/reading-allowances', signal),
  });
