/**
 * The code lists of the standard, read as of a day: a value is checked in the list as it was on the date of its fact.
 * Lists are data (`codelists/*.json`) with source and confidence; `dvhc_xa` (communes) comes from a package behind `communes.ts`.
 */
import type { PlainDate } from '#base/clock.ts';
import { LIST_FILES } from './codelists/all.ts';
import { communeAlsoCodes, communeList } from './codelists/communes.ts';
import { type CodeEntry, type CodeList, isHeldOn, isValidOn, listOfFile } from './codelists/list-file.ts';
import { type EntryIndex, indexEntries, type Resolution, resolveIn, successorsOn } from './codelists/lookup.ts';
import { nearLettersOf } from './codelists/near-letters.ts';
import { provinceNames } from './codelists/province-names.ts';
import { wordsOf } from './codelists/words.ts';
import { editionInUse } from './list-edition.ts';

export type { CodeEntry, CodeList, ListConfidence } from './codelists/list-file.ts';
export { type CodeOption, isRewritten, type Resolution } from './codelists/lookup.ts';

const FILES = new Map(LIST_FILES.map((file) => [file.id, file]));
const COMMUNES = 'dvhc_xa';
const PROVINCES = 'dvhc_tinh';

/** Ids of all lists, sorted. */
export const CODE_LIST_IDS: readonly string[] = [...FILES.keys(), COMMUNES].sort();

const lists = new Map<string, CodeList>();
const indexes = new WeakMap<CodeList, EntryIndex>();

/** The list of that id, in the edition in use. An id that is not in `CODE_LIST_IDS` is a bug and throws. */
export const codeList = (id: string): CodeList => editionInUse().others.get(id) ?? packedList(id);

/** The list as this program was packed with it. */
export function packedList(id: string): CodeList {
  const known = lists.get(id);
  if (known) return known;
  const file = FILES.get(id);
  if (!file && id !== COMMUNES) throw new Error(`no code list ${id}`);
  const list = file ? listOfFile(file, (code, stands) => wordsOf(id, code, stands)) : communeList();
  lists.set(id, list);
  return list;
}

function indexOf(id: string): EntryIndex {
  const list = codeList(id);
  const known = indexes.get(list);
  if (known) return known;
  const index = indexEntries(list.entries, {
    nearLetters: nearLettersOf(id),
    ...(id === COMMUNES ? { alsoCodes: communeAlsoCodes } : {}),
    ...(id === PROVINCES ? { alsoNames: provinceNames } : {}),
  });
  indexes.set(list, index);
  return index;
}

/** The entry of a code on a day; null when the list has no such code or it is not valid then. */
export function entryAt(listId: string, code: string, on: PlainDate): CodeEntry | null {
  return (indexOf(listId).byCode.get(code) ?? []).find((entry) => isValidOn(entry, on)) ?? null;
}

/** The entries valid on a day that stand in the place of an entry which ended, through all that lay between. */
export const successorsAt = (listId: string, entry: CodeEntry, on: PlainDate): readonly CodeEntry[] =>
  successorsOn(indexOf(listId), entry, on);

/** All entries that somebody may hold on a day, given then or kept by a clause, in the list's order. */
export const heldAt = (listId: string, on: PlainDate): readonly CodeEntry[] =>
  codeList(listId).entries.filter((entry) => isHeldOn(entry, on));

/** All entries valid on a day, in the list's order. */
export const entriesAt = (listId: string, on: PlainDate): readonly CodeEntry[] =>
  codeList(listId).entries.filter((entry) => isValidOn(entry, on));

/**
 * The code that a typed text means on a day: a code (lost leading zeros put back), a name, an alias, or a text with a code in it,
 * whatever its letter case; without marks only when it has none. See `Resolution`; `isRewritten(by)` is told to the sender.
 */
export const resolveCode = (listId: string, typed: string, on: PlainDate): Resolution => resolveIn(indexOf(listId), typed, on);

/** An entry as a drop-down shows it and a cell may hold it: "01 – Kinh". */
export const optionText = ({ code, name }: Pick<CodeEntry, 'code' | 'name'>): string => `${code} – ${name}`;
