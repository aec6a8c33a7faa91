/** Questions of first loads. Hooks as in `queries.ts`. */
import { useQuery } from '@tanstack/react-query';
import type { OneFirstLoad } from './generated/api.ts';
import { read } from './client.ts';

const POLL_MS = 2_000;

export const useFirstLoads = () => useQuery({ queryKey: ['first-loads'], queryFn: ({ signal }) => read('/first-loads', {}, signal) });

/** Does it move by itself: files are read, rows fixed, people registered? */
const movesByItself = ({ state, parts }: OneFirstLoad): boolean =>
  state === 'composing' || state === 'registering' || parts.some(({ stage }) => stage === 'queued' || stage === 'reading');

export const useFirstLoad = (id: string) =>
  useQuery({
    queryKey: ['first-load', id],
    queryFn: ({ signal }) => read('/first-loads/{id}', { path: { id } }, signal),
    refetchInterval: ({ state: { data } }) => (data && movesByItself(data) ? POLL_MS : false),
  });
