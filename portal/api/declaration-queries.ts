/** Questions of the own declaration. Hooks as in `queries.ts`; each answer is a reading of the own record that stands in the log. */
import { useQuery } from '@tanstack/react-query';
import type { Reads } from './client.ts';
import { read } from './client.ts';

type Group = Reads['/me/declaration/groups/{group}']['asked']['path']['group'];

export const useMyDeclaration = () =>
  useQuery({
    queryKey: ['me', 'declaration'],
    queryFn: ({ signal }) => read('/me/declaration', {}, signal),
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useMyDeclarationGroup = (group: string) =>
  useQuery({
    queryKey: ['me', 'declaration', group],
    // The address may name any group: one that is none is refused by the server.
    queryFn: ({ signal }) => read('/me/declaration/groups/{group}', { path: { group: group as Group } }, signal),
    // What is typed into a form is not written over by a newer answer.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** What I and who confirms wrote about one that I sent. */
export const useMyDeclarationMessages = (id: string) =>
  useQuery({
    queryKey: ['me', 'declaration', 'sent', id, 'messages'],
    queryFn: ({ signal }) => read('/me/declaration/sent/{id}/messages', { path: { id } }, signal),
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The same from the side of who confirms: each answer is a reading of the person. */
export const useDeclarationMessages = (id: string) =>
  useQuery({
    queryKey: ['submissions', id, 'messages'],
    queryFn: ({ signal }) => read('/submissions/{id}/messages', { path: { id } }, signal),
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
