/**
 * What a source is told of the register: derived from versions up to a settled point, by who keeps a person now and what of them changed since the source was
 * told. No act of anybody waits for it, and a round that was cut off is done again whole. Decision 0119.
 */
import type { Tx } from '#base/database/transaction.ts';
import { settledTx } from '#base/database/settled.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { keptApartAmong } from '#record/register/kept-apart.ts';
import type { PersonVersion } from '#record/register/shapes.ts';
import { readVersions } from '#record/register/store.ts';
import { factsKnown, sameValue } from './facts.ts';
import type { KeptPerson, Moved, Untold } from './feed-store.ts';
import {
  keepPeople,
  letPeopleGo,
  movedPeople,
  numbersOf,
  ownSubmissions,
  setFollowed,
  setToldEdition,
  tell,
  toldSource,
} from './feed-store.ts';
import { FOLLOWED_AT_ONCE } from './limits.ts';
import { bucketOf } from './protocol/digest-buckets.ts';

export type FollowNeeds = Pick<IntakeNeeds, 'keys' | 'clock'>;

/** Names of facts that somebody else than the source changed since it was told, in their order. */
export function changedElsewhere(versions: readonly PersonVersion[], sinceTx: number, own: ReadonlySet<string>): readonly string[] {
  const ordered = [...versions].sort((a, b) => a.version - b.version);
  const names = new Set<string>();
  for (const [at, { tx, submissionId }] of ordered.entries()) {
    if (tx <= sinceTx || (submissionId !== null && own.has(submissionId))) continue;
    const [before, after] = [factsKnown(ordered.slice(0, at)), factsKnown(ordered.slice(0, at + 1))];
    for (const name of Object.keys({ ...before, ...after })) if (!sameValue(before[name] ?? null, after[name] ?? null)) names.add(name);
  }
  return [...names].sort();
}

/** What is told of one person, and whether the source keeps them from now on. */
function toldOf(
  { personId, knownTx, tx, isKept }: Moved & { readonly isKept: boolean },
  versions: readonly PersonVersion[],
  own: ReadonlySet<string>,
): readonly Untold[] {
  const head = { personId, knownTx: tx };
  if (!isKept) return knownTx === null ? [] : [{ what: 'left', ...head }];
  if (knownTx === null) {
    const isOwn = versions.every(({ submissionId }) => submissionId !== null && own.has(submissionId));
    return isOwn ? [] : [{ what: 'arrived', ...head }];
  }
  return changedElsewhere(versions, knownTx, own).map((fact) => ({ what: 'fact', ...head, fact }));
}

/**
 * Tells a source what is new up to the settled point.
 * @returns more: there is more than one round tells
 */
export async function followRegister(tx: Tx, needs: FollowNeeds, bodyId: string): Promise<'more' | 'done'> {
  const source = await toldSource(tx, { bodyId }, true);
  if (!source) return 'done';
  const at = needs.clock.now();
  const lists = await currentLists(tx);
  // Before anything that is written by them.
  if (lists.number > source.toldEdition) {
    await tell(tx, bodyId, [{ what: 'lists', edition: lists.number }], at);
    await setToldEdition(tx, bodyId, lists.number);
  }
  const settled = await settledTx(tx);
  const moved = await movedPeople(tx, bodyId, source.followedTx, settled, FOLLOWED_AT_ONCE);
  if (moved.length > 0) await followPeople(tx, needs, bodyId, moved);
  // Of the last point not everybody may have been told yet; whoever was is known by what they were told.
  if (moved.length === FOLLOWED_AT_ONCE) {
    await setFollowed(tx, bodyId, moved.at(-1)!.tx - 1);
    return 'more';
  }
  if (moved.length > 0) await setFollowed(tx, bodyId, settled);
  return 'done';
}

async function followPeople(tx: Tx, needs: FollowNeeds, bodyId: string, moved: readonly Moved[]): Promise<void> {
  const ids = moved.map(({ personId }) => personId);
  const versions = Map.groupBy(await readVersions(tx, needs.keys, ids), ({ personId }) => personId);
  const sent = [...versions.values()].flat().flatMap(({ submissionId }) => submissionId ?? []);
  const own = await ownSubmissions(tx, bodyId, [...new Set(sent)]);
  const apart = await keptApartAmong(tx, ids);
  const numbers = await numbersOf(tx, needs.keys, ids);
  const told: Untold[] = [];
  const kept: KeptPerson[] = [];
  const gone: string[] = [];
  for (const one of moved) {
    const number = numbers.get(one.personId);
    const isKept = one.keeper === bodyId && number !== undefined;
    // A record that is kept apart is told to nobody (decision 0107).
    if (!apart.has(one.personId)) told.push(...toldOf({ ...one, isKept }, versions.get(one.personId) ?? [], own));
    if (isKept) kept.push({ personId: one.personId, bucket: bucketOf(number), knownTx: one.tx });
    else gone.push(one.personId);
  }
  await tell(tx, bodyId, told, needs.clock.now());
  await keepPeople(tx, bodyId, kept);
  await letPeopleGo(tx, bodyId, gone);
}
