/** What a person typed in VNeID, as a declaration that was sent: the same reading, the same way on. Decision 0126. */
import { createHash } from 'node:crypto';
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { NameEquality } from '#base/vietnamese/names.ts';
import { nameEquality } from '#base/vietnamese/names.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { readPeople, registeredPerson } from '#record/register/store.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { changedGroups, documentOf } from './content.ts';
import { declaredBy } from './declared-fields.ts';
import { headOf, ownSalt, problemsOf, titleOf } from './draft.ts';
import { accountOfIdentity, insertFromVneid, isKeptApart, nameTaken, takeName } from './from-vneid-store.ts';
import type { DeclarationNeeds, Declarer } from './needs.ts';
import { declarationErrors, declarationNothing, declarationNotYours, declarationTruth, updateReplayed } from './problems.ts';
import type { GroupDraft } from './shapes.ts';
import { truthOn } from './truth.ts';

const OWN_ROLE = 'CA_NHAN';
/** As alike as one name typed twice. */
const SAME_NAME: ReadonlySet<NameEquality> = new Set<NameEquality>(['same', 'near']);
/** Whether a registered name and one that VNeID tells are one person's. */
export const isNameOf = (registered: string, told: string): boolean => SAME_NAME.has(nameEquality(registered, told));
const NOT_THEIRS = { vi: 'mục này do cơ quan hoặc dữ liệu dân cư quyết định', en: 'the agency or the population database has the word' };

export interface VneidUpdate {
  /** keyed hash of the citizen number */
  readonly identity: Buffer;
  readonly nationalId: string;
  readonly name: string;
  readonly truth: string;
  readonly groups: Readonly<Record<string, Pick<GroupDraft, 'cells' | 'sections'>>>;
  /** of the name under which the update is taken once */
  readonly jtiHash: Buffer;
  /** of its whole text */
  readonly digest: Buffer;
}

export interface TakenUpdate {
  readonly id: string;
  /** the same text was taken before */
  readonly again: boolean;
}

/**
 * In a system session over all bodies. A draft that the person has open is not touched.
 *
 * @returns null: nobody is registered under that number and name (or a record that is kept apart); E-VNEID-UPDATE-REPLAYED, E-DECLARATION-NOT-YOURS, -TRUTH,
 *          -NOTHING, -ERRORS: nothing is kept then
 */
export async function takeUpdate(tx: Tx, needs: DeclarationNeeds, update: VneidUpdate): Promise<Result<TakenUpdate | null>> {
  const before = await nameTaken(tx, update.jtiHash);
  if (before) return before.digest.equals(update.digest) ? ok({ id: before.declarationId, again: true }) : refused(updateReplayed());
  const person = await registeredPerson(tx, update.identity);
  const accountId = await accountOfIdentity(tx, update.identity);
  if (!person || accountId === null || !isNameOf(person.name, update.name) || (await isKeptApart(tx, person.personId))) return ok(null);
  const record = (await readPeople(tx, needs.keys, [person.personId])).get(person.personId)!;
  const who: Declarer = { ...record, nationalId: update.nationalId, role: OWN_ROLE };
  const read = await statedBy(tx, needs, who, update);
  if (!read.ok) return read;
  const at = needs.clock.now();
  const id = needs.chance.uuid7(Date.parse(at));
  const content = documentOf(who.nationalId, read.value.groups, needs.clock.today(), id);
  // Two of the same name in the same second: the second finds it taken, and nothing of it is kept.
  if (!(await takeName(tx, { jtiHash: update.jtiHash, digest: update.digest, declarationId: id, at }))) return refused(updateReplayed());
  await insertFromVneid(tx, needs.keys, await ownSalt(tx, person.personId), {
    ...person,
    declarationId: id,
    accountId,
    at,
    asOfVersion: record.version,
    truth: update.truth,
    changed: read.value.changed,
    content,
    groups: read.value.groups,
  });
  await recordAct(tx, needs, {
    act: 'vneid.update-received',
    purpose: 'SUBMIT',
    bodyId: person.bodyId,
    objectId: person.personId,
    revision: record.version,
    payload: {
      declaration: id,
      truth: update.truth,
      changed: read.value.changed,
      sha256: createHash('sha256').update(content).digest('hex'),
      update: update.digest.toString('hex'),
    },
  });
  return ok({ id, again: false });
}

interface Stated {
  readonly groups: ReadonlyMap<GroupCode, GroupDraft>;
  readonly changed: readonly GroupCode[];
}

/** What it states, read as it will be read: only what is the person's to say, and nothing wrong. */
async function statedBy(tx: Tx, needs: DeclarationNeeds, who: Declarer, update: VneidUpdate): Promise<Result<Stated>> {
  const today = needs.clock.today();
  if (truthOn(today).code !== update.truth) return refused(declarationTruth());
  const groups = new Map<GroupCode, GroupDraft>();
  for (const [code, stated] of Object.entries(update.groups)) {
    const group = code as GroupCode;
    if (declaredBy(group, today) !== 'person') return refused(declarationNotYours({ why: NOT_THEIRS }));
    groups.set(group, { mark: 'changed', ...stated, seen: headOf(who.heads, group) });
  }
  const changed = changedGroups(groups, today);
  if (changed.length === 0) return refused(declarationNothing());
  const problemsIn = await problemsOf(tx, needs, who, groups);
  const wrong = changed.filter((group) => problemsIn(group).some(({ severity }) => severity === 'error'));
  if (wrong.length > 0) {
    const titles = wrong.map(titleOf);
    return refused(declarationErrors({ groups: { vi: titles.map(({ vi }) => vi).join(', '), en: titles.map(({ en }) => en).join(', ') } }));
  }
  return ok({ groups, changed });
}
