/** What the screens of reports ask the server for. */
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { itemsOf, useSession } from './queries.ts';

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

/** The agency that is reported of where nobody chose: one's own, with all below it; else the first of the list. */
export function useFirstBodyToReport(): string | undefined {
  const bodies = useBodiesToReport().data ?? [];
  const own = useSession().data?.grants.find(({ body }) => bodies.some(({ id }) => id === body.id));
  return own?.body.id ?? bodies[0]?.id;
}
