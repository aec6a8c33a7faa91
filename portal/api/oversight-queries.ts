/** Questions of who oversees, administers and runs: the log, readings, accounts, the board. Hooks as in `queries.ts`. */
import { useQuery } from '@tanstack/react-query';
import type { Chosen } from '#portal/audit/chosen.ts';
import { read } from './client.ts';
import { itemsOf, usePages } from './queries.ts';

export const useAuditEvents = (chosen: Chosen) =>
  usePages(['audit', chosen], (cursor, signal) => read('/audit/events', { query: { ...chosen, cursor } }, signal));

/** Each asking is a row of the log. */
export const useUnusualReadings = () =>
  useQuery({ queryKey: ['unusual'], queryFn: ({ signal }) => read('/audit/unusual-readings', {}, signal), refetchOnWindowFocus: false });

export const useComplaints = () =>
  useQuery({
    queryKey: ['complaints'],
    queryFn: ({ signal }) => read('/complaints', {}, signal),
    select: itemsOf,
    refetchOnWindowFocus: false,
  });

/** Names of acts and readings: a closed list of this version. */
export const useAuditActs = () =>
  useQuery({
    queryKey: ['audit-acts'],
    queryFn: ({ signal }) => read('/audit/acts', {}, signal),
    select: (page) => page.items,
    staleTime: Infinity,
  });

/** The proof of one row: asked for when it is to be checked. */
export const useBundle = (eventId: string | null) =>
  useQuery({
    queryKey: ['bundle', eventId],
    queryFn: ({ signal }) => read('/audit/bundle/{eventId}', { path: { eventId: eventId ?? '' } }, signal),
    enabled: eventId !== null,
    refetchOnWindowFocus: false,
  });

export const useAuditKey = () =>
  useQuery({ queryKey: ['audit-key'], queryFn: ({ signal }) => read('/audit/key', {}, signal), staleTime: Infinity });

/** Every body of today: public knowledge of the installation. */
export const useBodyTree = () =>
  useQuery({
    queryKey: ['bodies', 'tree'],
    queryFn: ({ signal }) => read('/bodies/tree', {}, signal),
    select: (page) => page.items,
    staleTime: 300_000,
  });

export const useCheckpoint = () => useQuery({ queryKey: ['checkpoint'], queryFn: ({ signal }) => read('/audit/checkpoint', {}, signal) });

/** The board of an agency; null = the reader's own. */
export const useBoard = (body: string | null) =>
  useQuery({ queryKey: ['board', body], queryFn: ({ signal }) => read('/board', { query: { body } }, signal), staleTime: 60_000 });

/** How the installation runs. Asked anew by who looks, never by a clock: a page that asked by itself would keep a session alive beside an empty chair. */
export const useRunning = () => useQuery({ queryKey: ['running'], queryFn: ({ signal }) => read('/operations', {}, signal), staleTime: 0 });

/** Accounts of the bodies that one administers. */
export const useAccounts = () => usePages(['accounts'], (cursor, signal) => read('/accounts', { query: { limit: 50, cursor } }, signal));

export const useGrantRequests = () =>
  useQuery({ queryKey: ['grant-requests'], queryFn: ({ signal }) => read('/grant-requests', {}, signal), select: itemsOf });

export const useStaffSessions = () =>
  useQuery({ queryKey: ['staff', 'sessions'], queryFn: ({ signal }) => read('/staff/sessions', {}, signal), select: itemsOf });

export const useSignIns = () =>
  useQuery({ queryKey: ['staff', 'sign-ins'], queryFn: ({ signal }) => read('/staff/sign-ins', {}, signal), select: itemsOf });

/** Bodies over which one gives roles. */
export const useAdministeredBodies = () =>
  useQuery({
    queryKey: ['bodies', 'grants.change'],
    queryFn: ({ signal }) => read('/bodies', { query: { act: 'grants.change' } }, signal),
    select: itemsOf,
    staleTime: 300_000,
  });

/** Requests to see more records: my own, and those that I may decide. */
/** What one lends and was lent, and what one may lend. */
export const useMyDelegations = () =>
  useQuery({ queryKey: ['delegations'], queryFn: ({ signal }) => read('/my/delegations', {}, signal), refetchOnWindowFocus: false });

/** Bodies over which one may lend one's right. */
export const useLendingBodies = () =>
  useQuery({
    queryKey: ['bodies', 'rights.delegate'],
    queryFn: ({ signal }) => read('/bodies', { query: { act: 'rights.delegate' } }, signal),
    select: itemsOf,
    staleTime: 300_000,
  });

export const useReadingAllowances = () =>
  useQuery({
    queryKey: ['reading-allowances'],
    queryFn: ({ signal }) => read('/reading-allowances', {}, signal),
  });

/** Incidents, the newest first, with the reports that the law asks for. */
export const useIncidents = () => usePages(['incidents'], (cursor, signal) => read('/incidents', { query: { cursor } }, signal));

/** Entries that were asked for, what became of them, and the lists that take some. */
export const useListAdditions = () =>
  usePages(['list-additions'], (cursor, signal) => read('/list-additions', { query: { cursor } }, signal));

/** Duties of an agency by the law; of the reader's own first when none is said. */
export const useDuties = (body: string | null) =>
  useQuery({ queryKey: ['duties', body], queryFn: ({ signal }) => read('/duties', { query: body === null ? {} : { body } }, signal) });

/** A plan as of a day; as it stands when none is said. */
export const usePlan = (plan: string, day: string | null) =>
  useQuery({
    queryKey: ['plan', plan, day],
    queryFn: ({ signal }) => read('/plans/{plan}', { path: { plan }, query: day === null ? {} : { day } }, signal),
  });

/** How far the dictionary covers the appendix of the decree. */
export const useDecreeCoverage = () =>
  useQuery({ queryKey: ['decree-coverage'], queryFn: ({ signal }) => read('/decree-coverage', {}, signal) });
/** What a newer appendix makes old. */
export const COVERAGE_STALE = [['decree-coverage']] as const;
