/**
 * The only writer of facts: confirmed groups become versions, in the caller's transaction, with their audit rows.
 *
 * Compare-and-set: what was confirmed was compared with a version of each group; when another one stands by now,
 * nothing of that person is written and the caller sends them back to the queue with the new difference.
 * Saying again what already stands writes nothing. Whoever employs a person by what was stated is a body that the sender may speak for,
 * whatever way it came (`employment.ts`): else nothing of that person is written.
 */
import { recordAct } from '#authority/audit/record.ts';
import { currentLists, listsOf, pinOf } from '#authority/code-lists/editions.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { DICTIONARY_VERSION } from '#standard/dictionary.ts';
import { hotValues } from '#standard/hot-columns.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import type { GroupCode, GroupDocument, RecordDocument } from '#standard/shapes.ts';
import { lineBroughtBy, recordAsOf } from './as-of.ts';
import { resolveEmployment, standingEmployers } from './employment.ts';
import type { Employment, StatedEmployment } from './employment.ts';
import { keepFacts } from './facts.ts';
import { applyOperation, touchedLine } from './line-operation.ts';
import { highestIds, idsToKeep, mergeGroup, sameGroup } from './merge.ts';
import type { HighestIds } from './merge.ts';
import type { OnRegistered, Registered } from './port.ts';
import type {
  Applied,
  ConfirmedGroup,
  ConfirmedPerson,
  EmployerBodies,
  GroupHead,
  Heads,
  PersonVersion,
  RegisteredPerson,
} from './shapes.ts';
import { readPeople, readSalts, readVersions, sealDocument, writeVersions } from './store.ts';
import type { VersionToWrite } from './store.ts';
import { versionWitness } from './witness.ts';

export interface ApplyNeeds extends AuditNeeds {
  readonly keys: Keys;
  /** what follows in other rooms (a card begins or ends); nothing when not said */
  readonly onRegistered?: OnRegistered;
}

/** A group as it stands for a day, and the version that states it (0 = nobody has). */
export interface Base {
  readonly version: number;
  readonly document: GroupDocument | undefined;
}

/** What a statement for `validFrom` is laid over: today's head when it is not younger, else what stood on that day. */
export function baseFor(
  person: RegisteredPerson | undefined,
  versions: readonly PersonVersion[],
  group: GroupCode,
  validFrom: PlainDate,
): Base {
  const head = person?.heads[group];
  if (!person || !head) return { version: 0, document: undefined };
  if (head.from <= validFrom) return { version: head.v, document: person.document[group] };
  const then = recordAsOf(versions, validFrom, Number.MAX_SAFE_INTEGER);
  return { version: then.statedBy[group]?.version ?? 0, document: then.document[group] };
}

const needsHistory = (person: RegisteredPerson | undefined, asked: ConfirmedPerson): boolean =>
  asked.groups.some(({ group, operation }) => operation !== undefined || (person?.heads[group]?.from ?? '') > asked.validFrom);

/** An act on a line is laid over the group as it stands, never under a younger statement of it: its day is not before that one's. */
const dayOf = (person: RegisteredPerson | undefined, { validFrom, groups }: ConfirmedPerson): PlainDate =>
  groups.reduce((day, { group, operation }) => {
    const from = operation ? (person?.heads[group]?.from ?? '') : '';
    return from > day ? from : day;
  }, validFrom);

const statedOf = ({ personId, bodyId, validFrom, groups }: ConfirmedPerson, standing: RecordDocument | undefined): StatedEmployment => ({
  bodyId,
  personId,
  ...(standing ? { standing } : {}),
  on: validFrom,
  // Lines name nobody's employer.
  stated: Object.fromEntries(groups.flatMap(({ group, stated, operation }) => (operation ? [] : [[group, stated]]))),
});

/** Every id that a line of this group was given, as far as its head and these versions tell. */
export const everGiven = (person: RegisteredPerson | undefined, group: GroupCode, versions: readonly PersonVersion[] = []): HighestIds =>
  highestIds(person?.heads[group]?.lines ?? {}, person?.document[group], ...versions.map((version) => version.document[group]));

/** What an officer saw it compared with, as it stands now: the version of the group, or the one that brought the touched line. */
function versionOf(base: Base, versions: readonly PersonVersion[], { group, operation }: ConfirmedGroup): number {
  if (!operation) return base.version;
  const id = touchedLine(operation);
  return id === null ? 0 : (lineBroughtBy(versions, group, operation.section, id)?.version ?? 0);
}

type Prepared = { readonly applied: Applied; readonly write?: VersionToWrite; readonly registered?: Registered };

function prepare(
  keys: Keys,
  salt: Uint8Array,
  person: RegisteredPerson | undefined,
  versions: readonly PersonVersion[],
  asked: ConfirmedPerson,
  employment: Employment & { readonly standing: EmployerBodies },
  lists: ListEdition,
): Prepared {
  if (employment.problems.length > 0) return { applied: { personId: asked.personId, outcome: 'refused', problems: employment.problems } };
  const validFrom = dayOf(person, asked);
  const overtaken: GroupCode[] = [];
  const stated: Partial<Record<GroupCode, GroupDocument>> = {};
  const highest: Partial<Record<GroupCode, HighestIds>> = {};
  for (const said of asked.groups) {
    const { group } = said;
    const before = stated[group];
    const base = before ? { version: said.comparedVersion, document: before } : baseFor(person, versions, group, validFrom);
    const ever = (highest[group] ??= everGiven(person, group, said.operation ? versions : []));
    if (versionOf(base, versions, said) !== said.comparedVersion) overtaken.push(group);
    const merged = said.operation ? applyOperation(base.document, said.operation, ever) : mergeGroup(base.document, said.stated, ever);
    highest[group] = highestIds(ever, merged);
    if (!sameGroup(base.document, merged)) stated[group] = merged;
  }
  if (overtaken.length > 0) return { applied: { personId: asked.personId, outcome: 'overtaken', groups: overtaken } };
  const groups = Object.keys(stated) as GroupCode[];
  const identityChanges = asked.identityLocked !== undefined && asked.identityLocked !== person?.identityLocked;
  if (groups.length === 0 && !identityChanges && asked.because === undefined)
    return { applied: { personId: asked.personId, outcome: 'unchanged', version: person?.version ?? 0 } };
  const version = (person?.version ?? 0) + 1;
  const standing = groups.filter((group) => (person?.heads[group]?.from ?? '') <= validFrom);
  const whole: RecordDocument = { ...person?.document, ...Object.fromEntries(standing.map((group) => [group, stated[group]!])) };
  const heads: Heads = {
    ...person?.heads,
    ...Object.fromEntries(
      groups.map((group): [GroupCode, GroupHead] => {
        const lines = idsToKeep(highest[group]!, whole[group] ?? {});
        const { v, from } = standing.includes(group) ? { v: version, from: validFrom } : person!.heads[group]!;
        return [group, { v, from, ...(Object.keys(lines).length > 0 ? { lines } : {}) }];
      }),
    ),
  };
  const identityLocked = asked.identityLocked ?? person?.identityLocked ?? false;
  // What was not stated now was resolved when it was: by its own day, not by this one.
  const employers = { ...employment.standing, ...(standing.includes('A') ? employment.bodies : {}) };
  const { personId, bodyId, submissionId } = asked;
  return {
    applied: { personId, outcome: 'registered', version },
    registered: {
      personId,
      bodyId,
      version,
      validFrom,
      document: whole,
      employers,
      identityLocked,
      submissionId,
      groups,
      ...(asked.because ? { because: asked.because } : {}),
    },
    write: {
      personId: asked.personId,
      bodyId: asked.bodyId,
      version,
      isNew: !person,
      validFrom,
      groups,
      standing,
      heads,
      ...sealDocument(keys, salt, stated),
      hot: judgedBy(lists, () => hotValues(whole, employers)),
      source: asked.source,
      submissionId: asked.submissionId,
      attestationId: asked.attestationId,
      identityLevel: asked.identityLevel ?? person?.identityLevel ?? 'CHUA',
      identityLocked,
      listEdition: pinOf(lists),
    },
  };
}

/** What was checked is judged to its end by the lists of its check; what nobody checked, by those in use. */
async function editionsOf(tx: Tx, people: readonly ConfirmedPerson[]): Promise<(one: ConfirmedPerson) => ListEdition> {
  const editions = new Map<number | null | undefined, ListEdition>();
  for (const { listEdition } of people)
    if (!editions.has(listEdition))
      editions.set(listEdition, listEdition === undefined ? await currentLists(tx) : await listsOf(tx, listEdition));
  return ({ listEdition }) => editions.get(listEdition)!;
}

/**
 * @param people  each person once; a person who was never registered must have a claimed number and a salt
 * @returns       one `Applied` for each, in the same order
 */
export async function applyConfirmed(tx: Tx, needs: ApplyNeeds, people: readonly ConfirmedPerson[]): Promise<Applied[]> {
  const ids = people.map((person) => person.personId);
  const [current, salts] = [await readPeople(tx, needs.keys, ids, { lock: true }), await readSalts(tx, ids)];
  const late = people.filter((asked) => needsHistory(current.get(asked.personId), asked)).map((asked) => asked.personId);
  const history = Map.groupBy(
    await (late.length > 0 ? readVersions(tx, needs.keys, late) : Promise.resolve([])),
    (version) => version.personId,
  );
  const employments = await resolveEmployment(
    tx,
    people.map((asked) => statedOf(asked, current.get(asked.personId)?.document)),
  );
  const employers = await standingEmployers(
    tx,
    people.map(({ personId, bodyId }) => ({ personId, bodyId, employers: current.get(personId)?.employers ?? {} })),
  );
  const listsFor = await editionsOf(tx, people);
  const prepared = people.map((asked, index) => {
    const salt = salts.get(asked.personId);
    if (!salt) throw new Error('a person without salt was confirmed: the number was never claimed, or the person was erased');
    return prepare(
      needs.keys,
      salt,
      current.get(asked.personId),
      history.get(asked.personId) ?? [],
      asked,
      {
        ...employments[index]!,
        standing: employers[index]!,
      },
      listsFor(asked),
    );
  });
  const writes = prepared.flatMap((one) => one.write ?? []);
  if (writes.length > 0) {
    const hashes = new Map(people.map(listsFor).map((edition) => [pinOf(edition), edition.hash]));
    await writeVersions(tx, writes, DICTIONARY_VERSION);
    await keepFacts(tx, needs.keys, writes);
    await recordAct(
      tx,
      needs,
      writes.map((write) => ({
        act: 'record.registered' as const,
        purpose: 'REGISTER' as const,
        bodyId: write.bodyId,
        objectId: write.personId,
        revision: write.version,
        payload: {
          version: write.version,
          validFrom: write.validFrom,
          groups: write.groups,
          attestationId: write.attestationId,
          lists: hashes.get(write.listEdition),
        },
        // The document stands in person_version; its digest is enough to show that it is the one that was registered.
        rows: [versionWitness(write)],
      })),
    );
    await needs.onRegistered?.(
      tx,
      prepared.flatMap((one) => one.registered ?? []),
    );
  }
  return prepared.map((one) => one.applied);
}
