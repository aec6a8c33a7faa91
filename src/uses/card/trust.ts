/** What the trust list says of this installation. */
import type { Instant } from '#base/clock.ts';
import type { TrustListInput } from './core/trust-list-issue.ts';
import type { IssuerNeeds } from './needs.ts';

/** @param lists  status lists that doors must know; `at` gives the version: seconds since 1970, which only grow */
export const trustListInput = (
  { environment, vct, issuerName, protocol }: Pick<IssuerNeeds, 'environment' | 'vct' | 'issuerName' | 'protocol'>,
  { lists, at }: { readonly lists: readonly number[]; readonly at: Instant },
): TrustListInput => ({
  version: Math.floor(Date.parse(at) / 1000),
  environment,
  vcts: [vct],
  statusLists: lists.map(protocol.addresses.status),
  iss: protocol.addresses.issuer,
  issuer: issuerName,
});
