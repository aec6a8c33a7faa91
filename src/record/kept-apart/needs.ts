/** What this room is given by `start/compose.ts`. */
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Database, Tx } from '#base/database/transaction.ts';

export interface KeptApartNeeds extends AuditNeeds {
  readonly db: Database;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}
