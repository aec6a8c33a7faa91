/** Questions of calls to declare. Hooks as in `queries.ts`. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { itemsOf, usePages } from './queries.ts';

export const useDeclarationCalls = () =>
  usePages(['declaration-calls'], (cursor, signal) => read('/declaration-calls', { query: { cursor } }, signal));

/** Bodies whose people one may ask to declare. */
export const useCallingBodies = () =>
  useQuery({
    queryKey: ['bodies', 'declaration.call'],
    queryFn: ({ signal }) => read('/bodies', { query: { act: 'declaration.call' } }, signal),
    select: itemsOf,
    staleTime: 300_000,
  });

/** Who of a body may be asked; each asking is a row of the log. */
export const useCallablePeople = (body: string, below: boolean) =>
  useQuery({
    queryKey: ['declaration-calls', 'people', body, below],
    queryFn: ({ signal }) => read('/declaration-calls/people', { query: { body, ...(below ? { below: 'true' } : {}) } }, signal),
    enabled: body !== '',
    refetchOnWindowFocus: false,
  });
