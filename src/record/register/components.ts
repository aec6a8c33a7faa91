/**
 * How far each component of a record (a group of the form) stands in for its paper (NĐ 27/2026/NĐ-CP Điều 20: complete, confirmed, signed): what it still
 * lacks by the dictionary, how much of it was confirmed, who signed last. One answer for the page of officers, the own pages and the e-CV. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import { keptFor } from '#standard/law/component-terms.ts';
import type { KeptFor } from '#standard/law/component-terms.ts';
import type { GroupCode, Line, RecordDocument } from '#standard/shapes.ts';
import type { ComponentState } from './component-states.ts';
import type { Attested, PersonVersion, RecordAsOf } from './shapes.ts';

export interface Component {
  readonly code: GroupCode;
  readonly title: Bilingual;
  readonly state: ComponentState;
  /** labels of what is needed and was never stated, in the order of the form */
  readonly missing: readonly Bilingual[];
  /** values and lines */
  readonly confirmed: number;
  readonly unconfirmed: number;
  /** how long it is kept */
  readonly kept: KeptFor;
  /** the last attestation of anything that stands in it; null when there is none */
  readonly signed: Attested | null;
}

/** What is asked of everybody and has lines of its own: form 2C-BNV/2008 leaves none of them empty (design; source: the form). */
const SECTIONS_OF_EVERYBODY: readonly string[] = ['luong', 'daoTao', 'congTac', 'giaDinh'];
/** Needed by no rule of the form, but there is no card without it. */
const FOR_THE_CARD: readonly string[] = ['anh4x6'];
/** It has a place of its own: it is always there, and never in a document. */
const NUMBER = 'soDinhDanh';

const statedByPeople = ({ field }: Leaf): boolean => field.suppliedBy === 'body' || field.suppliedBy === 'person';

const isNeeded = (leaf: Leaf, document: RecordDocument, asOf: PlainDate): boolean =>
  leaf.required === 'R' || FOR_THE_CARD.includes(leaf.key) || (leaf.requiredWhen?.holds({ document, line: null, asOf }) ?? false);

type IsSeen = (leaf: Leaf) => boolean;
const EVERYTHING: IsSeen = () => true;

/** Fields of a group that people state and that a record may need, each with when it does. */
export const fieldsNeededIn = (
  group: GroupCode,
): readonly { readonly leaf: Leaf; readonly isNeeded: (document: RecordDocument, asOf: PlainDate) => boolean }[] =>
  leavesOf(FIELDS, group, null)
    .filter((leaf) => leaf.key !== NUMBER && statedByPeople(leaf))
    .filter((leaf) => leaf.required === 'R' || leaf.requiredWhen !== null || FOR_THE_CARD.includes(leaf.key))
    .map((leaf) => ({ leaf, isNeeded: (document, asOf) => isNeeded(leaf, document, asOf) }));

/** Sections of a group that nobody's record leaves empty. */
export const sectionsOfEverybody = (group: GroupCode): (typeof SECTIONS)[number][] =>
  SECTIONS.filter((section) => section.group === group && SECTIONS_OF_EVERYBODY.includes(section.key));

/** Labels of what a group needs and does not state, in the order of the form. */
export function missingIn(group: GroupCode, document: RecordDocument, asOf: PlainDate, isSeen = EVERYTHING): Bilingual[] {
  const stated = document[group] ?? {};
  const fields = fieldsNeededIn(group)
    .filter(({ leaf, isNeeded: needed }) => stated[leaf.key] === undefined && needed(document, asOf) && isSeen(leaf))
    .map(({ leaf }) => leaf.label);
  const sections = sectionsOfEverybody(group)
    .filter((section) => leavesOf(FIELDS, group, section.key).some(isSeen))
    .filter((section) => ((stated[section.key] ?? []) as readonly Line[]).length === 0)
    .map((section) => section.title);
  return [...fields, ...sections];
}

/** Groups of which every field is the system's own. */
export const WRITTEN_BY_SYSTEM: ReadonlySet<GroupCode> = new Set(
  GROUPS.map((group) => group.code).filter((code) =>
    FIELDS.every((field) => field.group !== code || field.suppliedBy === 'system' || field.suppliedBy === 'derived'),
  ),
);

const allLeavesOf = (group: GroupCode): Leaf[] => [
  ...leavesOf(FIELDS, group, null),
  ...SECTIONS.filter((section) => section.group === group).flatMap(({ key }) => leavesOf(FIELDS, group, key)),
];

/** The versions that brought what is seen of a group: one a value, one a line. What is computed was brought by none. */
function broughtIn(group: GroupCode, { document, broughtBy, linesBroughtBy }: RecordAsOf, isSeen: IsSeen): PersonVersion[] {
  const stated = document[group] ?? {};
  const values = leavesOf(FIELDS, group, null)
    .filter((leaf) => leaf.field.suppliedBy !== 'derived' && stated[leaf.key] !== undefined && isSeen(leaf))
    .flatMap(({ key }) => broughtBy[group]?.[key] ?? []);
  const lines = SECTIONS.filter((section) => section.group === group && leavesOf(FIELDS, group, section.key).some(isSeen)).flatMap(
    ({ key }) =>
      ((stated[key] ?? []) as readonly Line[]).flatMap(
        (line) => linesBroughtBy[group]?.[key]?.[String(line['dong'])] ?? broughtBy[group]?.[key] ?? [],
      ),
  );
  return [...values, ...lines];
}

/**
 * @param attested  the attestations of the person, by id
 * @param asOf      the day on which conditions of the dictionary are asked
 * @param isSeen    which fields the reader sees at all; of the others nothing is said, and a group of which none is seen is not there
 * @returns         the components of the record, in the order of the form
 */
export const componentsOf = (
  record: RecordAsOf,
  attested: ReadonlyMap<string, Attested>,
  asOf: PlainDate,
  isSeen: IsSeen = EVERYTHING,
): Component[] =>
  GROUPS.filter(({ code }) => allLeavesOf(code).some(isSeen)).map(({ code, title }) => {
    const kept = keptFor(code, asOf);
    if (WRITTEN_BY_SYSTEM.has(code)) return { code, title, state: 'system', missing: [], confirmed: 0, unconfirmed: 0, kept, signed: null };
    const brought = broughtIn(code, record, isSeen);
    const signatures = brought.flatMap(({ attestationId }) => (attestationId === null ? [] : (attested.get(attestationId) ?? [])));
    const missing = missingIn(code, record.document, asOf, isSeen);
    const unconfirmed = brought.length - signatures.length;
    const signed = signatures.reduce<Attested | null>((last, one) => (last === null || one.at > last.at ? one : last), null);
    const state = brought.length === 0 ? 'nothing' : unconfirmed > 0 ? 'unconfirmed' : missing.length > 0 ? 'incomplete' : 'whole';
    return { code, title, state, missing, confirmed: signatures.length, unconfirmed, kept, signed };
  });
