/** The centre on tables, as the routes ask for it. */
import type { BundleNeeds } from '#authority/audit/bundle.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { confirmBatchBy, resultOf } from './confirm.ts';
import { digestOf, feedOf } from './feed.ts';
import type { SettleNeeds } from './places.ts';
import type { Centre } from './port.ts';
import { provedReceipt } from './prove-receipt.ts';
import { greetSource, offerBatch } from './receive.ts';
import type { ExchangeNeeds } from './receive.ts';

export interface TablesNeeds extends ExchangeNeeds, SettleNeeds {
  readonly door: SettleNeeds['door'];
  /** by which places in the log are proved */
  readonly log: BundleNeeds;
}

/** @param session  a system session over all bodies */
export const tablesCentre = (needs: TablesNeeds, session: () => Promise<SessionHandle>): Required<Centre> => ({
  greet: async (source, asked) => greetSource(needs, await session(), source, asked),
  offer: async (source, batch) => offerBatch(needs, await session(), source, batch),
  confirm: async (source, name, confirmation) => confirmBatchBy(needs, await session(), source, name, confirmation),
  result: async (source, name) => resultOf(needs, await session(), source, name),
  receipt: async (source, name) => provedReceipt(needs, await session(), source, name),
  feed: async (source, after) => feedOf(needs, await session(), source, after),
  digest: async (source, question) => digestOf(needs, await session(), source, question),
});
