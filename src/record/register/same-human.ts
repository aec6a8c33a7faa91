/**
 * Two records of one human: how they stand beside each other, what the one that stays says after the merge, and what the register writes when it is done and undone.
 * The rows of the database MUST have been joined, or taken apart, already in the same transaction (`record/cases`); the caller has asked everything else. Decision 0027.
 */
import { recordAct } from '#authority/audit/record.ts';
import { currentLists, pinOf } from '#authority/code-lists/editions.ts';
import type { Witness } from '#authority/audit/witness.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import { DICTIONARY_VERSION, FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import { hotValues, isEmployer } from '#standard/hot-columns.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { FieldValue, GroupCode, Line, RecordDocument } from '#standard/shapes.ts';
import { everGiven } from './apply.ts';
import type { ApplyNeeds } from './apply.ts';
import { recordAsOf } from './as-of.ts';
import { foldFacts } from './facts.ts';
import { idsToKeep } from './merge.ts';
import { mergeWitness, undoneMergeWitness } from './merge-witness.ts';
import { OF_A_BODY, present, write } from './move.ts';
import type { Registered } from './port.ts';
import type { Because, Heads, PersonVersion, RecordAsOf, RegisteredPerson } from './shapes.ts';
import { readVersions, rebuildDocument, writeVersions } from './store.ts';
import type { VersionToWrite } from './store.ts';
import { versionWitness } from './witness.ts';

/** How a value stands after the merge: as in the record that stays, as in the one that goes, or the lines of both. */
export type Standing = 'stays' | 'goes' | 'both';

/** One value or section of which at least one of the two records says something. */
export interface ComparedValue {
  readonly group: GroupCode;
  /** key of the field, or of the section */
  readonly path: string;
  readonly label: Bilingual;
  readonly section: boolean;
  readonly stays: FieldValue | readonly Line[] | undefined;
  readonly goes: FieldValue | readonly Line[] | undefined;
  /** the same fact in both: stands once, nobody is asked */
  readonly same: boolean;
  readonly suggested: Standing;
  /** what may be chosen */
  readonly choices: readonly Standing[];
}

const isLines = (value: unknown): value is readonly Line[] => Array.isArray(value);
const isUnknown = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && 'vang' in value) || (isLines(value) && value.length === 0);
const factOf = ({ dong: _dong, ...rest }: Line): string => canonicalJson(rest);
const same = (one: unknown, other: unknown): boolean =>
  isLines(one) && isLines(other)
    ? canonicalJson(one.map(factOf).toSorted()) === canonicalJson(other.map(factOf).toSorted())
    : canonicalJson(one ?? null) === canonicalJson(other ?? null);

/**
 * The two records beside each other, in the order of the form. Pure.
 *
 * Who employs the person, and what the population database knows of the number that stays, are not asked: they stand as in the record that stays, but where it
 * says nothing. Unit and posts of another body say nothing of this one (`twoBodies`).
 */
export function beside(stays: RecordDocument, goes: RecordDocument, twoBodies: boolean): ComparedValue[] {
  return GROUPS.flatMap(({ code: group }): ComparedValue[] => {
    const [ours, theirs] = [stays[group] ?? {}, goes[group] ?? {}];
    const said = (key: string): boolean => ours[key] !== undefined || theirs[key] !== undefined;
    const fields = leavesOf(FIELDS, group, null)
      .filter((leaf) => leaf.key !== 'soDinhDanh' && leaf.field.suppliedBy !== 'derived' && said(leaf.key))
      .map((leaf) => {
        const held = isEmployer(leaf.field) || (twoBodies && (OF_A_BODY[group] ?? []).includes(leaf.key));
        return judged(group, leaf.key, leaf.label, false, ours[leaf.key], theirs[leaf.key], held, leaf.field.master === 'population');
      });
    const sections = SECTIONS.filter((section) => section.group === group && said(section.key)).map(({ key, title }) =>
      judged(group, key, title, true, ours[key], theirs[key], false, false),
    );
    return [...fields, ...sections];
  });
}

function judged(
  group: GroupCode,
  path: string,
  label: Bilingual,
  section: boolean,
  stays: ComparedValue['stays'],
  goes: ComparedValue['goes'],
  held: boolean,
  ofPopulation: boolean,
): ComparedValue {
  const row = { group, path, label, section, stays, goes, same: same(stays, goes) };
  const only = (one: Standing): ComparedValue => ({ ...row, suggested: one, choices: [one] });
  if (row.same || held || isUnknown(goes) || (ofPopulation && !isUnknown(stays))) return only('stays');
  if (isUnknown(stays)) return { ...row, suggested: 'goes', choices: ['goes', 'stays'] };
  // Lines that one record alone has are facts of the same human: nothing of them is lost without being asked.
  if (section) return { ...row, suggested: 'both', choices: ['both', 'stays', 'goes'] };
  return { ...row, suggested: 'stays', choices: ['stays', 'goes'] };
}

/** The paths of a choice that may not be chosen, or are chosen twice; none: it can be done. Pure. */
export const notChoosable = (
  rows: readonly ComparedValue[],
  { take, both }: { readonly take: readonly string[]; readonly both: readonly string[] },
): string[] => {
  const may = (path: string, how: Standing): boolean => rows.some((row) => row.path === path && row.choices.includes(how));
  return [
    ...take.filter((path) => !may(path, 'goes')),
    ...both.filter((path) => !may(path, 'both')),
    ...take.filter((path) => both.includes(path)),
    ...[take, both].flatMap((paths) => paths.filter((path, at) => paths.indexOf(path) !== at)),
  ];
};

/** What the record that stays states by the merge: what was taken over, and lines of both, each fact once. Pure. */
export function statedByMerge(
  rows: readonly ComparedValue[],
  { take, both }: { readonly take: readonly string[]; readonly both: readonly string[] },
): RecordDocument {
  const stated: Partial<Record<GroupCode, Record<string, FieldValue | readonly Line[]>>> = {};
  for (const row of rows) {
    if (take.includes(row.path) && row.goes !== undefined) (stated[row.group] ??= {})[row.path] = row.goes;
    if (both.includes(row.path)) {
      const [ours, theirs] = [isLines(row.stays) ? row.stays : [], isLines(row.goes) ? row.goes : []];
      const known = new Set(ours.map(factOf));
      (stated[row.group] ??= {})[row.path] = [...ours, ...theirs.filter((line) => !known.has(factOf(line)))];
    }
  }
  return stated as RecordDocument;
}

export interface Joined {
  readonly caseId: string;
  /** the record that goes */
  readonly gone: RegisteredPerson;
  /** the record that stands for both */
  readonly staysId: string;
  readonly staysBody: string;
  readonly day: PlainDate;
}

/** The logs of both bodies say it, of their own record each; the first carries the witness of the row. */
const entries = (
  act: 'person.merged' | 'person.separated',
  { caseId, gone, staysId, staysBody }: Joined,
  version: number,
  witness: Witness,
) =>
  [
    { bodyId: staysBody, objectId: staysId, rows: [witness] },
    { bodyId: gone.bodyId, objectId: gone.personId, rows: [] },
  ].map((entry) => ({ ...entry, act, purpose: 'CASE' as const, payload: { caseId, version } }));

/** The record that goes, for whoever follows the register: nothing of it was registered anew. */
const followed = (person: RegisteredPerson, day: PlainDate, because: Because): Registered => ({
  personId: person.personId,
  bodyId: person.bodyId,
  version: person.version,
  validFrom: day,
  document: person.document,
  employers: person.employers,
  identityLocked: person.identityLocked,
  submissionId: null,
  groups: [],
  because,
});

/** The two are one: the record that stays says what was chosen, the card of the other ends. Returns the version that says so. */
export async function registerMerge(tx: Tx, needs: ApplyNeeds, joined: Joined, stated: RecordDocument): Promise<number> {
  const { caseId, gone, staysId, staysBody, day } = joined;
  const stays = await present(tx, needs, staysId);
  const version = await write(tx, needs, stays, { personId: staysId, bodyId: staysBody, because: 'merged' }, stated, day);
  await recordAct(tx, needs, entries('person.merged', joined, version, await mergeWitness(tx, caseId)));
  await needs.onRegistered?.(tx, [followed(gone, day, 'merged-away')]);
  return version;
}

/** The two are two again: the one that stayed stands as before the merge, but for its count of versions; the other as it was. Returns the version that says so. */
export async function registerSeparation(tx: Tx, needs: ApplyNeeds, joined: Joined, before: number): Promise<number> {
  const { caseId, gone, staysId, staysBody, day } = joined;
  const stays = await present(tx, needs, staysId);
  const versions = await readVersions(tx, needs.keys, [staysId]);
  const { document, statedBy } = recordAsOf(versions, LAST_DAY, Number.MAX_SAFE_INTEGER);
  const employers = versions.find(({ version }) => version === before)?.employers ?? {};
  const version = stays.version + 1;
  const lists = await currentLists(tx);
  const row: VersionToWrite = {
    personId: staysId,
    bodyId: staysBody,
    version,
    isNew: false,
    validFrom: day,
    groups: [],
    open: {},
    sealed: {},
    standing: [],
    heads: headsOf(stays, versions, { document, statedBy }),
    hot: judgedBy(lists, () => hotValues(document, employers)),
    listEdition: pinOf(lists),
    source: 'CONG',
    submissionId: null,
    attestationId: null,
    identityLevel: stays.identityLevel,
    identityLocked: stays.identityLocked,
  };
  await writeVersions(tx, [row], DICTIONARY_VERSION);
  await rebuildDocument(tx, staysId);
  await foldFacts(tx, needs.keys, [staysId]);
  await recordAct(tx, needs, [
    {
      act: 'record.registered',
      purpose: 'REGISTER',
      bodyId: staysBody,
      objectId: staysId,
      revision: version,
      payload: { version, validFrom: day, groups: [], attestationId: null },
      rows: [versionWitness(row)],
    },
    ...entries('person.separated', joined, version, await undoneMergeWitness(tx, caseId)),
  ]);
  const stands = await present(tx, needs, staysId);
  await needs.onRegistered?.(tx, [followed(stands, day, 'separated'), followed(gone, day, 'separated')]);
  return version;
}

/** What states each group again. An id that a line had by the merge is given to no other. */
const headsOf = (
  person: RegisteredPerson,
  versions: readonly PersonVersion[],
  { document, statedBy }: Pick<RecordAsOf, 'document' | 'statedBy'>,
): Heads =>
  Object.fromEntries(
    (Object.entries(statedBy) as [GroupCode, PersonVersion][]).map(([group, { version, validFrom }]) => {
      const lines = idsToKeep(everGiven(person, group, versions), document[group] ?? {});
      return [group, { v: version, from: validFrom, ...(Object.keys(lines).length > 0 ? { lines } : {}) }];
    }),
  );

/** A day after every fact. */
const LAST_DAY = '9999-12-31';
