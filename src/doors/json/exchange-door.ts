/**
 * The lines of a batch of the exchange, as they come into the intake: changes of many people, each person read as the door for JSON reads one. What a change is
 * was checked when the batch was received; no file that somebody uploads is told to be one (decision 0111).
 */
import type { PlainDate } from '#base/clock.ts';
import type { ProblemPlace, Problem } from '#base/problem.ts';
import type { Door } from '#record/intake/door.ts';
import type { ReadPerson, ReadUpload } from '#record/intake/port.ts';
import { isTakenVersion, upToCurrent } from '#standard/exchange-standard/versions.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { MAIN_SHEET, PERSON_COLUMN, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { personReader, printPlace } from './door.ts';
import { changeByHand, notAPerson } from './problems.ts';

/** What may be said: the columns of the dictionary that a body fills in, by sheet. The number of the person is no fact of a change. */
const COLUMNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  WORKBOOK_SHEETS.map(({ key, columns }) => [
    key,
    new Set(columns.flatMap((column) => (column.key === PERSON_COLUMN || column.readOnly ? [] : [column.key]))),
  ]),
);
const SECTIONS: ReadonlySet<string> = new Set([...COLUMNS.keys()].filter((key) => key !== MAIN_SHEET));

/** What of a change is read here. */
interface ChangeLine {
  readonly seq: number;
  readonly person: string;
  readonly fact: string;
  readonly operation: string;
  readonly validFrom: PlainDate;
  readonly schema: string;
  readonly value: string | Readonly<Record<string, string>> | null;
}

/** Where a change stands below its person: a pointer (null: nowhere), and the number of the act on a line. */
interface Placed {
  readonly path: string | null;
  readonly act: number | null;
}

/** A person of a batch as one document, and the changes that no document can say. */
interface Stated {
  readonly document: Record<string, unknown>;
  readonly isNew: boolean;
  readonly byHand: readonly ChangeLine[];
  /** by number of the change */
  readonly places: ReadonlyMap<number, Placed>;
  /** of somebody who is registered, the day of each group that has values */
  readonly days: Days;
}

type Days = Readonly<Partial<Record<GroupCode, PlainDate>>>;

/** The group of each value of the person. */
const GROUP_OF: ReadonlyMap<string, GroupCode> = new Map(
  WORKBOOK_SHEETS.find(({ key }) => key === MAIN_SHEET)!.columns.map(({ key, field }) => [key, fieldByKey(field)!.group]),
);

/** The group of a value, by the name of its fact; null: a line, or nothing of the dictionary. */
const groupOf = (fact: string): GroupCode | null => GROUP_OF.get(/^[A-Z]\/([^#]+)$/.exec(fact)?.[1] ?? '') ?? null;

/** A group is stated from the latest day that a value of it has, of those that have come. */
function daysOf(changes: readonly ChangeLine[], asOf: PlainDate): Days {
  const days: Partial<Record<GroupCode, PlainDate>> = {};
  for (const { fact, validFrom } of changes) {
    const group = groupOf(fact);
    if (group !== null && validFrom <= asOf && validFrom > (days[group] ?? '')) days[group] = validFrom;
  }
  return days;
}

/** A value of the person, or an act on a line of a section. */
interface Said {
  readonly key: string;
  readonly value?: string;
  readonly act?: object;
}

/**
 * What a change says; null: nothing that is taken over the line yet. The values of a group hold from one day (decision 0002): for somebody who is registered one of
 * an earlier day than the others of its group is left to the pages, and never moved to theirs.
 */
function said({ fact, operation, value, validFrom, schema }: ChangeLine, asOf: PlainDate, days: Days | null): Said | null {
  if (!isTakenVersion(schema)) return null;
  const [, key = '', line] = /^[A-Z]\/([^#]+)(?:#(.+))?$/.exec(fact) ?? [];
  if (line === undefined) {
    const isValue = typeof value === 'string' && (operation === 'assert' || operation === 'correct');
    const isOfDay = days === null ? validFrom <= asOf : validFrom === days[groupOf(fact) ?? 'A'];
    return isValue && isOfDay && COLUMNS.get(MAIN_SHEET)!.has(key) ? { key, value } : null;
  }
  const columns = SECTIONS.has(key) ? COLUMNS.get(key) : undefined;
  if (!columns) return null;
  if (operation === 'end' && typeof value === 'string') return { key, act: { end: line, on: value.split('-').reverse().join('/') } };
  if (typeof value !== 'object' || value === null || Object.keys(value).some((name) => !columns.has(name))) return null;
  if (operation === 'assert') return { key, act: { add: value } };
  return operation === 'correct' ? { key, act: { correct: line, line: value } } : null;
}

/** A line that is ended or corrected is named by its number in the register. */
const namesALine = (act: object): boolean =>
  Object.values(act).every((one) => typeof one !== 'string' || one.includes('/') || /^[1-9]\d{0,8}$/.test(one));

function statedBy(person: string, changes: readonly ChangeLine[], asOf: PlainDate): Stated {
  const isNew = changes.some(({ operation }) => operation === 'claim');
  const document: Record<string, unknown> = { soDinhDanh: person };
  const acts = new Map<string, { readonly seq: number; readonly act: object }[]>();
  const byHand: ChangeLine[] = [];
  const places = new Map<number, Placed>();
  const days = daysOf(changes, asOf);
  for (const change of changes) {
    places.set(change.seq, { path: null, act: null });
    if (change.operation === 'claim') continue;
    const one = said(change, asOf, isNew ? null : days);
    if (one === null || (one.act && (isNew ? !('add' in one.act) : !namesALine(one.act)))) byHand.push(change);
    else if (one.act) acts.set(one.key, [...(acts.get(one.key) ?? []), { seq: change.seq, act: one.act }]);
    else {
      document[one.key] = one.value;
      places.set(change.seq, { path: `/${one.key}`, act: null });
    }
  }
  // Somebody new has no lines that could be acted upon: what is added is what there is.
  let no = 0;
  for (const [section, operations] of acts) {
    const own = operations.map(({ act }) => act);
    document[section] = isNew ? own.flatMap((act) => ('add' in act ? [act.add] : [])) : { operations: own };
    for (const [at, { seq }] of operations.entries())
      places.set(seq, isNew ? { path: `/${section}/${at}`, act: null } : { path: `/${section}/operations/${at}`, act: (no += 1) });
  }
  return { document, isNew, byHand, places, days };
}

/** Where each change of a batch stands in what is read here, by its number. */
function placesOf(changes: readonly ChangeLine[], asOf: PlainDate): ReadonlyMap<number, Placed & { readonly root: number }> {
  const all = new Map<number, Placed & { readonly root: number }>();
  for (const [person, own] of Map.groupBy(changes, ({ person: one }) => one))
    for (const [seq, place] of statedBy(person, own, asOf).places) all.set(seq, { ...place, root: own[0]!.seq });
  return all;
}

/** Places of a person below the number of the change that speaks of them first. */
const below = (root: string) => ({
  place: (where: ProblemPlace): ProblemPlace => ({ ...where, path: `${root}${where.path ?? ''}` }),
  told: (one: Problem): Problem => ({ ...one, where: { ...one.where, path: `${root}${one.where.path ?? ''}` } }),
});

function placed(read: ReadPerson, root: string, byHand: readonly ChangeLine[]): ReadPerson {
  const { place, told } = below(root);
  const problems = byHand.map(({ seq, fact, operation }) => changeByHand({ operation, fact }, { where: { path: `/${seq}` } }));
  return {
    ...read,
    checked: { ...read.checked, problems: [...read.checked.problems.map(told), ...problems] },
    ...(read.operations ? { operations: read.operations.map((one) => ({ ...one, where: place(one.where) })) } : {}),
    ...(read.fixed ? { fixed: read.fixed.map((fix) => ({ ...fix, place: { path: `${root}${String(fix.place['path'])}` } })) } : {}),
    place: { path: root },
    placeOf: (field) => place(read.placeOf(field)),
  };
}

const READERS = {
  known: personReader({ personIn: (sent) => sent, partOfRecord: true, sections: SECTIONS }),
  isNew: personReader({ personIn: (sent) => sent, partOfRecord: false, sections: SECTIONS }),
};

/** Changes whose lines go by the numbers of the register, by the number of the change, where their sender named them otherwise. */
type NamedLines = ReadonlyMap<number, string>;

/** A line that its sender has named before is stated anew by correcting it. */
const onNamedLine = (change: ChangeLine, fact: string | undefined): ChangeLine =>
  fact === undefined ? change : { ...change, fact, operation: change.operation === 'assert' ? 'correct' : change.operation };

const readBatch: ReadUpload = async (bytes, how) => {
  const named = (how.prepared ?? new Map()) as NamedLines;
  const changes = Buffer.from(bytes)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    // What is written by the version before says the same by the one in use; its own words stay in the batch as it was received.
    .map((line) => upToCurrent(JSON.parse(line) as ChangeLine))
    .map((change) => onNamedLine(change, named.get(change.seq)));
  const people: ReadPerson[] = [];
  let whole: Awaited<ReturnType<ReadUpload>> | null = null;
  for (const [person, own] of Map.groupBy(changes, ({ person: one }) => one)) {
    const root = `/${own[0]!.seq}`;
    const { document, isNew, byHand, days } = statedBy(person, own, how.asOf);
    const fixes = how.fixes.flatMap((fix) => {
      const path = String(fix.place['path']);
      return path.startsWith(`${root}/`) ? [{ ...fix, place: { path: path.slice(root.length) } }] : [];
    });
    const read = await READERS[isNew ? 'isNew' : 'known'](Buffer.from(JSON.stringify(document)), { ...how, fixes });
    if (read.kind === 'refused') return read;
    whole = read;
    for (const one of read.people as readonly ReadPerson[]) people.push({ ...placed(one, root, byHand), ...(isNew ? {} : { days }) });
    how.progress(people.length, people.length);
  }
  return whole?.kind === 'read' ? { ...whole, people } : { kind: 'refused', problem: notAPerson({ path: '/' }) };
};

export const exchangeDoor: Door & { readonly placesOf: typeof placesOf } = {
  key: 'exchange',
  source: 'exchange',
  sourceCode: 'NDXP',
  what: { vi: 'gói thay đổi từ phần mềm của cơ quan', en: 'a batch of changes from the agency’s own software' },
  contentTypes: [],
  unnamed: 'goi.ndjson',
  smaller: { vi: 'Gửi các gói nhỏ hơn.', en: 'Send smaller batches.' },
  statesEverybody: false,
  // A batch is what its manifest names: the same lines in another epoch or lane have their own receipt, and their own result.
  sameBytesAgain: true,
  firstLoad: 'never',
  sniff: () => 'no',
  read: readBatch,
  printPlace,
  takesValue: ({ path }) => typeof path === 'string' && /^\/\d+\/./.test(path),
  placesOf,
};
