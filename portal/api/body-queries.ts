/** Questions about bodies and their changes. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { itemsOf, usePages } from './queries.ts';

/** One level of the tree on a day, page by page; the top when no parent is said. */
export const useTreeLevel = (parent: string | null, on: string | null) =>
  usePages(['body-level', parent, on], (cursor, signal) => read('/bodies/level', { query: { of: parent, on, cursor } }, signal));

export const useFoundBodies = (text: string) =>
  useQuery({
    queryKey: ['bodies-found', text],
    queryFn: ({ signal }) => read('/bodies/found', { query: { q: text } }, signal),
    select: itemsOf,
    enabled: text !== '',
    staleTime: 30_000,
  });

export const useBody = (id: string, on: string | null, knownAt: number | null) =>
  useQuery({
    queryKey: ['body', id, on, knownAt],
    queryFn: ({ signal }) => read('/bodies/{id}', { path: { id }, query: { on, knownAt } }, signal),
    retry: false,
  });

export const useBodyHistory = (id: string) =>
  useQuery({
    queryKey: ['body', id, 'history'],
    queryFn: ({ signal }) => read('/bodies/{id}/changes', { path: { id } }, signal),
    select: itemsOf,
  });

export const useBodyChanges = () => usePages(['body-changes'], (cursor, signal) => read('/body-changes', { query: { cursor } }, signal));

export const useBodyChange = (id: string) =>
  useQuery({
    queryKey: ['body-change', id],
    queryFn: ({ signal }) => read('/body-changes/{id}', { path: { id } }, signal),
    retry: false,
    // What was shown is what is put in force: it does not change under the eyes of who decides.
    refetchOnWindowFocus: false,
  });

/** What is old once a change was made, sent or decided. */
export const BODIES_STALE = [['body-changes'], ['body-change'], ['body'], ['body-level'], ['bodies-found'], ['bodies'], ['home']] as const;
