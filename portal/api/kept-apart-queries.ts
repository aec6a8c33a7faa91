/** What the screens of records that are kept apart ask the server for. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { usePages } from './queries.ts';

export const useKeptApart = () => usePages(['kept-apart'], (cursor, signal) => read('/kept-apart', { query: { cursor } }, signal));
export const useKeptApartOf = (id: string) =>
  useQuery({ queryKey: ['kept-apart', id], queryFn: ({ signal }) => read('/people/{id}/kept-apart', { path: { id } }, signal) });
