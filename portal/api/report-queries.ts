/** What the screens of reports ask the server for. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { itemsOf } from './queries.ts';

export const useReportDefinitions = () =>
  useQuery({
    queryKey: ['report-definitions'],
    queryFn: ({ signal }) => read('/report-definitions', {}, signal),
    select: itemsOf,
    staleTime: Infinity,
  });
export const useReports = () => useQuery({ queryKey: ['reports'], queryFn: ({ signal }) => read('/reports', {}, signal), select: itemsOf });
export const useReport = (number: string) =>
  useQuery({
    queryKey: ['report', number],
    queryFn: ({ signal }) => read('/reports/{number}', { path: { number } }, signal),
    staleTime: Infinity,
  });
/** Bodies over which the reader may make reports. */
export const useBodiesToReport = () =>
  useQuery({
    queryKey: ['bodies', 'reports.make'],
    queryFn: ({ signal }) => read('/bodies', { query: { act: 'reports.make' } }, signal),
    select: itemsOf,
  });
