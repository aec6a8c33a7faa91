/** Questions of consents, of the body that asks and of the person. Hooks as in `queries.ts`; each answer is a reading that stands in the log. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { usePages } from './queries.ts';

export const useConsents = () => usePages(['consents'], (cursor, signal) => read('/consents', { query: { cursor } }, signal));

/** The look itself: asked once, and not again by itself. */
export const useConsentedRecord = (id: string) =>
  useQuery({
    queryKey: ['consented-record', id],
    queryFn: ({ signal }) => read('/consents/{id}/record', { path: { id } }, signal),
    // What was withdrawn is not shown from memory.
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useMyConsents = () =>
  useQuery({
    queryKey: ['me', 'consents'],
    queryFn: ({ signal }) => read('/me/consents', {}, signal),
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
