/** Questions of the desk of mismatches. Hooks as in `queries.ts`. */
import { useQuery } from '@tanstack/react-query';
import { askedOf, type MismatchFilter } from '#portal/mismatches/mismatch-filter.ts';
import { read } from './client.ts';
import { usePages } from './queries.ts';

export const useMismatches = (filter: MismatchFilter) =>
  usePages(['mismatches', filter], (cursor, signal) => read('/mismatches', { query: { ...askedOf(filter), cursor } }, signal));

export const useMismatch = (submissionId: string, personId: string) =>
  useQuery({
    queryKey: ['mismatch', submissionId, personId],
    queryFn: ({ signal }) => read('/mismatches/{submissionId}/{personId}', { path: { submissionId, personId } }, signal),
    refetchOnWindowFocus: false,
  });
