/** The centre on tables, as the routes ask for it. What it does not do yet is no member of it. */
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Centre } from './port.ts';
import { greetSource, offerBatch } from './receive.ts';
import type { ExchangeNeeds } from './receive.ts';

/** @param session  a system session over all bodies */
export const tablesCentre = (needs: ExchangeNeeds, session: () => Promise<SessionHandle>): Centre => ({
  greet: async (source, asked) => greetSource(needs, await session(), source, asked),
  offer: async (source, batch) => offerBatch(needs, await session(), source, batch),
});
