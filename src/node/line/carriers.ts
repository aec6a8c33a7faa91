/** What each carrier wants to be told with every question. The shape of X-Road is that of its REST protocol; that of LGSP a bearer token of the provincial platform. */
import { readFileSync } from 'node:fs';

export type Carrier =
  /** straight to the centre: the client's certificate says who calls */
  | { readonly kind: 'mtls' }
  /** by the body's own security server: `INSTANCE/CLASS/MEMBER/SUBSYSTEM` */
  | { readonly kind: 'x-road'; readonly client: string }
  /** by a platform that takes a token, which somebody keeps fresh in a file */
  | { readonly kind: 'lgsp'; readonly tokenFile: string };

/** Headers for one question. @param newId  makes the id by which the carrier's log names the question */
export function carrierHeaders(carrier: Carrier, newId: () => string): Readonly<Record<string, string>> {
  if (carrier.kind === 'x-road') return { 'x-road-client': carrier.client, 'x-road-id': newId() };
  // Read each time: a token lives for minutes, a node for months.
  if (carrier.kind === 'lgsp') return { authorization: `Bearer ${readFileSync(carrier.tokenFile, 'utf8').trim()}` };
  return {};
}
