/**
 * How a list stands in its JSON file, and how it is read from there. Here, and only here, the inclusive last day of the
 * files (`valid_to: "2025-06-30"`) becomes the half-open end that the code uses (`validTo: "2025-07-01"`).
 *
 * The end of giving is not the end of holding (Decision 0011): an item with `hold_clause` is held until `hold_to`,
 * or without end where `hold_to` is null; an item without the clause is held as long as it is given.
 */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';

/** found = in public material; known = well known, not verified; uncertain = may be wrong; design = chosen by the project; demo = invented for show. */
export type ListConfidence = 'found' | 'known' | 'uncertain' | 'design' | 'demo';

/** A name for part of an item's life; `valid_to` is its last day. */
interface FiledName {
  readonly name: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}
interface FiledItem {
  readonly code: string;
  readonly name: string;
  readonly [extra: string]: unknown;
}
export interface ListFile {
  readonly id: string;
  readonly title_vi: string;
  readonly title_en: string;
  readonly source: string;
  readonly confidence: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly notes?: string;
  /** an administrator may ask for entries that it lacks */
  readonly open?: boolean;
  readonly items: readonly FiledItem[];
}

/** Words that people use for an entry, beside the aliases of its own file: `words/used-words.json`. */
export interface UsedWords {
  /** each names this entry and no other of the list, on every day of the entry */
  readonly aliases: readonly string[];
  /** may mean this entry or another: the text is asked about, never guessed */
  readonly shared: readonly string[];
}

/** One code with one meaning over one stretch of time. A code that was used again, or renamed, is several entries. */
export interface CodeEntry {
  readonly code: string;
  readonly name: string;
  /** null where there is no English name: show the Vietnamese one with a mark */
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  /** words that may mean this entry and others of the list */
  readonly sharedWords: readonly string[];
  /** first day; null = unknown or always */
  readonly validFrom: PlainDate | null;
  /** first day on which it is no longer given to anybody (half-open); null = still given */
  readonly validTo: PlainDate | null;
  /** first day on which nobody may hold it any longer (half-open); null = without end. `validTo` where no clause says otherwise */
  readonly heldTo: PlainDate | null;
  /** the transitional clause by which it is held after `validTo`; null when there is none */
  readonly holdClause: string | null;
  readonly confidence: ListConfidence;
  /** codes that took its place */
  readonly replacedBy: readonly string[];
  /** what else the file says of it, under the file's own keys (`nhom_luong`, `cap`, `don_vi`) */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The words that people use for an item of a list; `stands` tells whether the item stands on a day. */
export type WordsOf = (code: string, stands: (on: PlainDate) => boolean) => UsedWords;

export interface CodeList {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly source: string;
  readonly confidence: ListConfidence;
  readonly notes: string | null;
  /** in the file's order */
  readonly entries: readonly CodeEntry[];
}

const OWN_KEYS: ReadonlySet<string> = new Set([
  'code',
  'name',
  'name_en',
  'aliases',
  'valid_from',
  'valid_to',
  'hold_to',
  'hold_clause',
  'confidence',
  'replaced_by',
  'lich_su_ten',
]);

const dayAfter = (lastDay: string | null): PlainDate | null => (lastDay === null ? null : addDays(lastDay, 1));
const later = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a === null || (b !== null && b > a) ? b : a);
const earlier = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a === null || (b !== null && b < a) ? b : a);

const NO_WORDS: UsedWords = { aliases: [], shared: [] };

/** "Trưởng phòng" of "Trưởng phòng và tương đương", "Hạng 1/4" of "Hạng 1/4 (mất sức lao động từ 81%)": what people write of a long name. */
function shorterName(name: string): string[] {
  const shorter = name.replace(/\s*\([^()]*\)$/u, '').replace(/ và tương đương$/u, '').trim();
  return shorter === '' || shorter === name ? [] : [shorter];
}

function entriesOfItem(item: FiledItem, listConfidence: ListConfidence, wordsOf: WordsOf): CodeEntry[] {
  const text = (key: string): string | null => (typeof item[key] === 'string' ? (item[key] as string) : null);
  const replacedBy = item['replaced_by'];
  const validTo = dayAfter(text('valid_to'));
  const holdClause = text('hold_clause');
  const words = wordsOf(item.code, (on) => isValidOn({ validFrom: text('valid_from'), validTo }, on));
  const whole: CodeEntry = {
    code: item.code,
    name: item.name,
    nameEn: text('name_en'),
    aliases: [...((item['aliases'] as readonly string[] | undefined) ?? []), ...words.aliases],
    // A shorter name may be that of several: two sorts of contract differ in the brackets only.
    sharedWords: [...words.shared, ...shorterName(item.name)],
    validFrom: text('valid_from'),
    validTo,
    heldTo: holdClause === null ? validTo : dayAfter(text('hold_to')),
    holdClause,
    confidence: (text('confidence') as ListConfidence | null) ?? listConfidence,
    replacedBy: typeof replacedBy === 'string' ? [replacedBy] : ((replacedBy as readonly string[] | null | undefined) ?? []),
    attributes: Object.fromEntries(Object.entries(item).filter(([key]) => !OWN_KEYS.has(key))),
  };
  const names = item['lich_su_ten'] as readonly FiledName[] | undefined;
  if (!names) return [whole];
  return names.map((span) => {
    const spanEnd = earlier(whole.validTo, dayAfter(span.valid_to));
    return { ...whole, name: span.name, validFrom: later(whole.validFrom, span.valid_from), validTo: spanEnd, heldTo: spanEnd };
  });
}

/** The list of a file; `wordsOf` gives the words that people use for an item. */
export function listOfFile(file: ListFile, wordsOf: WordsOf = () => NO_WORDS): CodeList {
  const confidence = file.confidence as ListConfidence;
  return {
    id: file.id,
    title: { vi: file.title_vi, en: file.title_en },
    source: file.source,
    confidence,
    notes: file.notes ?? null,
    entries: file.items.flatMap((item) => entriesOfItem(item, confidence, wordsOf)),
  };
}

/** May the entry be held on that day: given then, or given before and kept by a transitional clause? */
export const isHeldOn = (entry: Pick<CodeEntry, 'validFrom' | 'heldTo'>, on: PlainDate): boolean =>
  (entry.validFrom === null || entry.validFrom <= on) && (entry.heldTo === null || on < entry.heldTo);

/** Is the entry valid on that day? */
export const isValidOn = (entry: Pick<CodeEntry, 'validFrom' | 'validTo'>, on: PlainDate): boolean =>
  (entry.validFrom === null || entry.validFrom <= on) && (entry.validTo === null || on < entry.validTo);
