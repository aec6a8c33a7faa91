/** Questions of the desk of reported values. Hooks as in `queries.ts`. */
import { useQuery } from '@tanstack/react-query';
import { askedOf, type ReportFilter } from '#portal/value-reports/report-filter.ts';
import { read } from './client.ts';
import { usePages } from './queries.ts';

export const useValueReports = (filter: ReportFilter) =>
  usePages(['value-reports', filter], (cursor, signal) => read('/value-reports', { query: { ...askedOf(filter), cursor } }, signal));

export const useValueReport = (id: string) =>
  useQuery({
    queryKey: ['value-report', id],
    queryFn: ({ signal }) => read('/value-reports/{id}', { path: { id } }, signal),
    refetchOnWindowFocus: false,
  });
