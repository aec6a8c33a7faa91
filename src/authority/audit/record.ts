/**
 * Writes the audit rows of an act or of a reading, in the caller's transaction.
 *
 * No audit row, no act: callers MUST NOT catch what is thrown here; the transaction then ends with nothing done.
 * Thousands of entries cost two statements for each 2,000.
 */
import { spendReading } from '#authority/access/reading-budget.ts';
import { noteReading } from '#authority/access/rows-left.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { payloadCommit, payloadText } from './leaf.ts';
import { INSERT_ROWS_MAX, LOG_STOP_SECONDS } from './limits.ts';
import { LOG } from './shapes.ts';
import type { ActEntry, Read, ReadEntry } from './shapes.ts';
import { LogStandsStill, binds } from './standstill.ts';
import { insertEvents, whoActs } from './store.ts';
import type { EventToWrite, WhoActs } from './store.ts';
import { withFollowed, withProvision, withWitnesses } from './witness.ts';

/** Pseudonyms that only this installation can make, and the sealing of payloads. */
export interface AuditKeys {
  /** the same id gives the same pseudonym in one log and another in the next */
  pseudonym(log: string, id: string): string;
  seal(salt: Uint8Array, purpose: string, bytes: Uint8Array): Uint8Array;
  open(salt: Uint8Array, purpose: string, sealed: Uint8Array): Uint8Array;
}

export interface AuditNeeds {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: AuditKeys;
  /** seconds that the log may stand still before what binds somebody stops; `LOG_STOP_SECONDS` when it is not said */
  readonly logStopSeconds?: number;
}

/** What a sealed payload is sealed for. */
export const PAYLOAD_PURPOSE = 'audit-payload';
const SALT_BYTES = 32;

type Kinded =
  | (ActEntry & { readonly kind: 'act'; readonly listed?: undefined })
  | (ReadEntry & { readonly kind: 'read'; readonly rows?: undefined });

/**
 * Records acts. One entry or many; an empty list writes nothing. Throws `LogStandsStill` when one of them binds somebody and the log has stood still for
 * longer than it may.
 */
export async function recordAct(tx: Tx, needs: AuditNeeds, entries: ActEntry | readonly ActEntry[]): Promise<void> {
  await record(
    tx,
    needs,
    list(entries).map((entry) => ({ ...entry, kind: 'act' as const })),
  );
}

/**
 * Records readings: a row per opening; a page of hits is one entry with `listed`. Counts the people; throws `ReadingRefused` past the budget, which
 * callers MUST NOT catch either.
 */
export async function recordRead(tx: Tx, needs: AuditNeeds, entries: ReadEntry | readonly ReadEntry[]): Promise<void> {
  const all = list(entries);
  const who = await record(
    tx,
    needs,
    all.map((entry) => ({ ...entry, kind: 'read' as const })),
  );
  for (const entry of all) noteReading(tx, entry.act);
  if (who && !who.isSystem) await spendReading(tx, who.roles, shownBy(all));
}

/** Openings of one person's data, each a person; pages of lists count their people. One's own record is nobody's mass reading. */
const OPENINGS: ReadonlySet<string> = new Set<Read>([
  'record.read',
  'record.unmasked',
  'record.history',
  'consent.looked',
  'item.read',
  'portrait.read',
  'document.read',
  'card.read',
  'export.made',
]);
const shownBy = (entries: readonly ReadEntry[]): { opened: number; listed: number } => {
  const others = entries.filter((entry) => entry.purpose !== 'OWN_RECORD');
  return {
    opened: others.filter((entry) => OPENINGS.has(entry.act) && entry.objectId !== null).length,
    // A marked file holds what its sender sent; whoever takes it back learns of nobody.
    listed: others.reduce((sum, entry) => sum + (entry.act === 'file.read' ? 0 : (entry.listed?.length ?? 0)), 0),
  };
};

const list = <T extends object>(entries: T | readonly T[]): readonly T[] =>
  Array.isArray(entries) ? (entries as readonly T[]) : [entries as T];

async function record(tx: Tx, needs: AuditNeeds, entries: readonly Kinded[]): Promise<WhoActs | null> {
  if (entries.length === 0) return null;
  const at = needs.clock.now();
  // Sorted: inside one millisecond the order of ids is chance, and the sequencer keeps the order of ids.
  const ids = entries.map(() => needs.chance.uuid7(Date.parse(at))).sort();
  const who = await whoActs(tx, {
    at,
    bodyIds: [...new Set(entries.flatMap((entry) => (entry.role === undefined && entry.bodyId !== null ? [entry.bodyId] : [])))],
    lastEvent: ids.at(-1)!,
    stopSeconds: entries.some(binds) ? (needs.logStopSeconds ?? LOG_STOP_SECONDS) : null,
  });
  if (who.stillSeconds !== null) throw new LogStandsStill(who.stillSeconds);
  const pseudonyms = new Map<string, string>();
  const pseudonym = (id: string | null): string | null => {
    if (id === null) return null;
    if (!pseudonyms.has(id)) pseudonyms.set(id, needs.keys.pseudonym(LOG, id));
    return pseudonyms.get(id)!;
  };
  // The first follows what was last in the log, each of the others the one before it: none can be taken out unseen.
  const followsOf = (i: number): readonly string[] | null => (who.follows === null ? null : i === 0 ? who.follows : [ids[i - 1]!]);
  for (let from = 0; from < entries.length; from += INSERT_ROWS_MAX) {
    const part = entries.slice(from, from + INSERT_ROWS_MAX);
    const salts = needs.chance.bytes(part.length * SALT_BYTES);
    await insertEvents(
      tx,
      at,
      part.map((entry, i) => {
        const salt = salts.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES);
        return eventOf(entry, {
          eventId: ids[from + i]!,
          actorId: actorOf(entry, who),
          role: roleOf(entry, who),
          pseudonym,
          salt,
          keys: needs.keys,
          follows: followsOf(from + i),
        });
      }),
    );
  }
  return who;
}

function actorOf(entry: Kinded, who: WhoActs): string | null {
  if (entry.actorId !== undefined && !who.isSystem && entry.actorId !== who.personId)
    throw new Error('only a system session records in the name of another');
  return entry.actorId ?? who.personId;
}

function roleOf(entry: Kinded, who: WhoActs): string {
  if (entry.role !== undefined) return entry.role;
  if (who.isSystem) return 'SYSTEM';
  const held = entry.bodyId === null ? who.roles : (who.rolesAt.get(entry.bodyId) ?? []);
  return held.length > 0 ? held.join('+') : 'NONE';
}

interface Made {
  readonly eventId: string;
  readonly actorId: string | null;
  readonly role: string;
  readonly pseudonym: (id: string | null) => string | null;
  readonly salt: Uint8Array;
  readonly keys: AuditKeys;
  readonly follows: readonly string[] | null;
}

function eventOf(entry: Kinded, made: Made): EventToWrite {
  const listed = entry.listed ?? [];
  const said = listed.length > 0 ? { listed, shown: entry.payload ?? null } : withWitnesses(entry.payload ?? null, entry.rows);
  const provision = entry.provision ?? null;
  const text = payloadText(withFollowed(withProvision(said, provision), made.follows));
  return {
    eventId: made.eventId,
    kind: entry.kind,
    log: LOG,
    actor: made.pseudonym(made.actorId),
    bodyId: entry.bodyId,
    role: made.role,
    purpose: entry.purpose,
    act: entry.act,
    object: made.pseudonym(entry.objectId),
    revision: entry.revision ?? 0,
    payloadCommit: payloadCommit(made.salt, text),
    actorId: made.actorId,
    objectId: entry.objectId,
    listed,
    follows: made.follows,
    provision,
    salt: made.salt,
    sealed: made.keys.seal(made.salt, PAYLOAD_PURPOSE, Buffer.from(text)),
  };
}
