/** The changes of a kept batch beside what stands of their people: read once, for whoever judges or confirms them. */
import type { Tx } from '#base/database/transaction.ts';
import { readVersions } from '#record/register/store.ts';
import { readLines } from '#record/intake/line-store.ts';
import type { StoredLine } from '#record/intake/line-store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { upToCurrent } from '#standard/exchange-standard/versions.ts';
import { readChanges } from './protocol/batch.ts';
import { BATCH_CHANGES_MAX } from './limits.ts';
import { factsKnown, namedFact, valuesOf } from './facts.ts';
import { namedByRegister } from './line-names.ts';
import type { ChangePlace, DoorOfChanges } from './places.ts';
import type { ExchangeChange, ExchangeValue, PersonFacts } from './shapes.ts';
import type { ItemOfBatch, KeptBatch } from './verdict-store.ts';

/** A change, where it stands, and the line of the intake that its person is. */
export interface PlacedChange {
  readonly change: ExchangeChange;
  readonly place: ChangePlace;
  /** null: the batch was refused as a whole, or the line is gone */
  readonly line: StoredLine | null;
}

/** The changes of a batch as they were received. Throws when the bytes are not those that were checked then. */
export async function changesReceived(
  needs: Pick<IntakeNeeds, 'blobs'>,
  { sha256, first, last }: Pick<KeptBatch, 'sha256' | 'first' | 'last'>,
): Promise<readonly ExchangeChange[]> {
  const read = readChanges(Buffer.from(await needs.blobs.get(sha256)).toString('utf8'), { first, last });
  if (!read.ok) throw new Error('a batch is not what was received');
  return read.value;
}

/** Each change with its place and its person's line, its fact as the register names it. */
export async function placedChanges(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys' | 'clock'> & { readonly door: DoorOfChanges },
  { submissionId, round, asOf, bodyId }: Pick<StoredFile, 'submissionId' | 'round' | 'asOf' | 'bodyId'>,
  received: readonly ExchangeChange[],
): Promise<readonly PlacedChange[]> {
  const changes = await namedByRegister(tx, needs.keys, bodyId, received.map(upToCurrent));
  const places = needs.door.placesOf(changes, asOf ?? needs.clock.today());
  const lines = await readLines(tx, needs.keys, submissionId, round, { afterLine: 0, limit: BATCH_CHANGES_MAX });
  const byRoot = new Map(lines.map((line) => [String(line.place['path']), line]));
  return changes.map((change) => {
    const place = places.get(change.seq)!;
    return { change, place, line: byRoot.get(`/${place.root}`) ?? null };
  });
}

/** What stands of each of these people; of who is nowhere, or is not seen, nothing. */
export async function standingFacts(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonFacts>> {
  const versions = await readVersions(tx, needs.keys, [...new Set(personIds)]);
  return new Map([...Map.groupBy(versions, ({ personId }) => personId)].map(([personId, own]) => [personId, factsKnown(own)]));
}

/** By number, what each change of a person states, as the check read it: the form in which what stands is printed too. */
export function statedValues(own: readonly PlacedChange[]): ReadonlyMap<number, ExchangeValue> {
  const stated = new Map<number, ExchangeValue>();
  const content = own[0]?.line?.content;
  if (!content) return stated;
  const values = valuesOf(content.groups);
  const acts = new Map((content.operations ?? []).map(({ no, operation }) => [no, operation]));
  for (const { change, place } of own) {
    const fact = namedFact(change.fact);
    const act = place.act === null ? undefined : acts.get(place.act);
    if (fact === null) continue;
    if (fact.line === null) {
      const value = values[fact.name];
      if (value !== undefined) stated.set(change.seq, value);
    } else if (act && 'line' in act) {
      const [value] = Object.values(valuesOf({ [fact.group]: { [fact.key]: [act.line] } }));
      if (value !== undefined) stated.set(change.seq, value);
    }
  }
  return stated;
}

/** The item in which a change waits: of its group, or of the one line that it touches; a claim goes with the identity. */
export function itemOf(items: readonly ItemOfBatch[], { change, place, line }: PlacedChange): ItemOfBatch | undefined {
  const own = items.filter(({ personId }) => line !== null && personId === line.personId);
  if (change.operation === 'claim') return own.find(({ group, line: claim }) => group === 'B' && claim === null);
  const fact = namedFact(change.fact);
  if (fact === null) return undefined;
  if (place.act === null) return own.find(({ group, line: claim }) => group === fact.group && claim === null);
  return own.find(({ group, line: claim }) =>
    group === fact.group && change.operation === 'assert'
      ? claim?.startsWith(`${fact.key}/`) === true && claim.endsWith(`.${place.act}`)
      : claim === `${fact.key}/${fact.line}`,
  );
}
