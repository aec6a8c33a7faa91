/** A site that moved: cards of its former name, for as long as the trust list says, and where their status stands now. */
import type { FormerSite, TrustList } from './shapes.ts';

/** The former site that gave this name to its cards and still holds; null for every other name. */
export const formerSiteOf = (trust: TrustList, iss: unknown, nowMs: number): FormerSite | null =>
  trust.formerSites?.find((one) => one.iss === iss && nowMs < Date.parse(one.until)) ?? null;

/** Address of the status list of today that goes on with a list of a former site; an address of elsewhere stays what it is, and is in no list. */
export function listOfToday(trust: TrustList, { statusLists }: FormerSite, uri: string): string {
  const number = uri.startsWith(statusLists) ? uri.slice(statusLists.length) : '';
  return (/^\d{1,9}$/.test(number) ? trust.statusLists.find((one) => one.endsWith(`/${number}`)) : undefined) ?? uri;
}
