/** What the trust list says of this installation. */
import type { FormerSite } from '#standard/card/shapes.ts';
import type { TrustListInput } from './core/trust-list-issue.ts';
import type { IssuerNeeds } from './needs.ts';

/** @param lists  status lists that doors must know; `version` is a counter (`list-versions.ts`); `formerSites`: names of before that still hold */
export const trustListInput = (
  { environment, vct, issuerName, protocol }: Pick<IssuerNeeds, 'environment' | 'vct' | 'issuerName' | 'protocol'>,
  {
    lists,
    version,
    formerSites = [],
  }: { readonly lists: readonly number[]; readonly version: number; readonly formerSites?: readonly FormerSite[] },
): TrustListInput => ({
  version,
  environment,
  vcts: [vct],
  statusLists: lists.map(protocol.addresses.status),
  iss: protocol.addresses.issuer,
  issuer: issuerName,
  formerSites,
});
