/** Questions of requests about data, of the person and of who answers. Hooks as in `queries.ts`; each answer is a reading that stands in the log. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { usePages } from './queries.ts';

export const useMyDataRequests = () =>
  useQuery({
    queryKey: ['me', 'data-requests'],
    queryFn: ({ signal }) => read('/me/data-requests', {}, signal),
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useDataRequests = (settled: boolean) =>
  usePages(['data-requests', settled], (cursor, signal) => read('/data-requests', { query: { cursor, settled } }, signal));
