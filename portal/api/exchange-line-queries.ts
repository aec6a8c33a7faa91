/** What the screens of exchange lines ask the server for. */
import { useQuery } from '@tanstack/react-query';
import type { Reads } from './client.ts';
import { read } from './client.ts';
import { usePages } from './queries.ts';

type State = NonNullable<Reads['/exchange/lines']['asked']['query']>['state'];

export const useLines = (state: State) =>
  usePages(['exchange-lines', state ?? ''], (cursor, signal) =>
    read('/exchange/lines', { query: state ? { state, cursor } : { cursor } }, signal),
  );
export const useLine = (id: string) =>
  useQuery({ queryKey: ['exchange-lines', 'one', id], queryFn: ({ signal }) => read('/exchange/lines/{id}', { path: { id } }, signal) });
/** Bodies whose software the reader may ask to enrol. */
export const useBodiesToEnrol = (enabled: boolean) =>
  useQuery({
    queryKey: ['bodies', 'exchange.ask'],
    queryFn: ({ signal }) => read('/bodies', { query: { act: 'exchange.ask' } }, signal),
    enabled,
  });
