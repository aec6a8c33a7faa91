/**
 * `congvu/exchange`: the exchange for the body's own software. It brings no client of a database and no server: connections are handed in (`pg` fits as it is).
 *
 * A software records each change in the transaction of its own record, and lets one program run the exchange beside it:
 * ```ts
 * const exchange = await openExchange({ pool, source: 'H26', audience: 'trung-tam', key, centreKeys, line });
 * // in a transaction of its own, on its own connection
 * const told = await record(client, { ref, person, fact: 'B/hoTen', operation: 'assert', validFrom, schema, value, maker, madeAt });
 * // in one process
 * await exchange.value.run(signal);
 * ```
 * Expected failures are values (`{ ok: false, problems }`), with words in Vietnamese and English; what is thrown is a fault, or a database that is away.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import type { NodeStanding } from '#doors/exchange/protocol/node-step.ts';
import type { ChangeVerdict } from '#doors/exchange/shapes.ts';
import type { NamedKey, OwnKey } from './keys.ts';
import { verifierOf } from './keys.ts';
import { LOOK_EVERY_MS } from './limits.ts';
import type { LineOptions } from './line/request.ts';
import { openLine } from './line/request.ts';
import { migrateOutbox } from './outbox/migrate.ts';
import type { ConnectionSource, SqlClient } from './outbox/sql.ts';
import { databaseOf, rowsOf } from './outbox/sql.ts';
import { enrolAnew } from './outbox/step.ts';
import { readState, writeFirstState } from './outbox/store.ts';
import { nodeRunning } from './problems.ts';
import { lockRun } from './run/lock.ts';
import { begin, newMemory, round } from './run/round.ts';

export { enrolmentRequest, keysOfJwks, makeKeyFile, readKeyFile } from './keys.ts';
export { carrierHeaders } from './line/carriers.ts';
export { record, recordAll } from './outbox/record.ts';
export type { RecordedChange } from './outbox/record.ts';

export interface ExchangeOptions {
  /** where connections come from: a `pg.Pool`, to the database of the body's own software or to one of its own */
  readonly pool: ConnectionSource;
  /** as the centre enrolled it */
  readonly source: string;
  /** the name of the centre's installation */
  readonly audience: string;
  /** `readKeyFile` */
  readonly key: OwnKey;
  /** `keysOfJwks` of what the centre publishes */
  readonly centreKeys: readonly NamedKey[];
  readonly line: LineOptions;
}

/** What became of a change; null: it has no verdict yet. `outcome`: what people decided of one that had waited for them. */
export interface TracedChange {
  readonly ref: string;
  readonly verdict: ChangeVerdict | null;
  readonly outcome: ChangeVerdict | null;
}

export interface Exchange {
  /** Exchanges until the signal ends it. @returns E-NODE-RUNNING when another program has the outbox */
  run(signal: AbortSignal): Promise<Result<null>>;
  /** Exchanges until nothing moves. What the centre or people need time for stays for the next time. */
  once(): Promise<Result<NodeStanding>>;
  /** where changes are, by the references that the software gave them; one that is unknown is left out */
  trace(refs: readonly string[]): Promise<readonly TracedChange[]>;
  standing(): Promise<NodeStanding>;
  /** people at the centre granted a new epoch */
  enrolled(epoch: number): Promise<void>;
  close(): void;
}

const UINT32 = 2 ** 32;

/** Brings the outbox up (schema `congvu_node`) and opens the line. @returns E-NODE-OUTBOX-NEWER for an outbox of a newer program */
export async function openExchange({ pool, source, audience, key, centreKeys, line: options }: ExchangeOptions): Promise<Result<Exchange>> {
  const database = databaseOf(pool);
  const migrated = await migrateOutbox(database);
  if (!migrated.ok) return migrated;
  await database.transaction((sql) => writeFirstState(sql, newNode(source)));
  const line = openLine(options);
  const chance = (): number => Buffer.from(systemChance.bytes(4)).readUInt32LE() / UINT32;
  const means = { audience, sign: key.sign, verify: verifierOf(centreKeys) };
  const needs = { database, means, line, clock: systemClock, chance };
  const reads = <T>(work: (sql: SqlClient) => Promise<T>): Promise<T> => database.transaction(work);
  const standing = async (): Promise<NodeStanding> => (await reads(readState))!.state.standing;

  async function whileLocked<T>(work: () => Promise<T>): Promise<Result<T>> {
    const lock = await lockRun(pool);
    if (lock === null) return refused(nodeRunning());
    try {
      await begin(needs);
      return ok(await work());
    } finally {
      await lock.free();
    }
  }

  return ok({
    run: (signal) =>
      whileLocked(async () => {
        const memory = newMemory();
        while (!signal.aborted) {
          const moved = await round(needs, memory);
          if (!moved) await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
        }
        return null;
      }),
    once: () =>
      whileLocked(async () => {
        const memory = newMemory();
        while (await round(needs, memory));
        return standing();
      }),
    trace: (refs) =>
      reads((sql) => rowsOf<TracedChange>(sql, 'select ref, verdict, outcome from congvu_node.change where ref = any ($1)', [refs])),
    standing,
    enrolled: async (epoch) => void (await enrolAnew(needs, epoch, systemClock.now())),
    close: () => line.close(),
  });
}
