/**
 * Finding the entry that a typed text means, among entries valid on a day. In this order, the first that answers wins (Decision 0010):
 * code (its case may differ, its marks not) → name → alias → code standing in the text → name without "và tương đương" and brackets →
 * the same without marks, only when the typed text has none at all → nothing. A text with other marks is another word.
 * An index is built once for a set of entries; an exact code costs one map lookup.
 */
import type { PlainDate } from '#base/clock.ts';
import { accentFree, cleanText, hasMarks } from '#base/vietnamese/text.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { type CodeEntry, isHeldOn, isValidOn } from './list-file.ts';
import type { Nearness } from './near-letters.ts';
import { nearNames, type NameKey } from './near-names.ts';
import { codeDigitsKey, type CodeInText, codesInText, coreName, exactKey, looseKey, sameNegation } from './text-keys.ts';

export interface CodeOption {
  readonly code: string;
  readonly name: string;
}
export interface CodeSuggestion extends CodeOption {
  /** 0 to 1, by letters; only for lists that allow it (`words/near-letters.json`) */
  readonly likeness: number;
}

/**
 * How it was found. `padded`: leading zeros (and the dot of 01.003) were lost, or signs stand otherwise (7 / 10). `code-in-text`: beside words that no list knows.
 * `core-name`: without "và tương đương" or brackets. `isRewritten` tells which are a change of what was typed.
 */
export type FoundBy = 'code' | 'padded' | 'code-and-name' | 'name' | 'alias' | 'core-name' | 'code-in-text' | 'accent-free';

const REWRITTEN: ReadonlySet<FoundBy> = new Set(['padded', 'core-name', 'code-in-text', 'accent-free']);
/** Is it another text than the list's own, so that the sender is told what was understood? */
export const isRewritten = (by: FoundBy): boolean => REWRITTEN.has(by);

/**
 * What a typed text means. `closed`: no longer valid on the day, `until` its last day; `not-yet`: `from` its first day;
 * `allowed` are the entries that took its place and are valid on the day (may be empty). `ambiguous`: the text names several entries.
 */
export type Resolution =
  | { readonly kind: 'found'; readonly code: string; readonly entry: CodeEntry; readonly by: FoundBy }
  | { readonly kind: 'closed'; readonly code: string; readonly name: string; readonly until: PlainDate; readonly allowed: readonly CodeOption[] }
  | { readonly kind: 'not-yet'; readonly code: string; readonly name: string; readonly from: PlainDate; readonly allowed: readonly CodeOption[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CodeOption[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly CodeSuggestion[] };

type Buckets = ReadonlyMap<string, readonly CodeEntry[]>;

/** Entries by the exact key of one kind of their words. */
interface Level {
  readonly by: FoundBy;
  readonly buckets: Buckets;
}
export interface EntryIndex {
  readonly entries: readonly CodeEntry[];
  readonly byCode: Buckets;
  /** by the code in small letters (15A.201, ths), and without the marks of the few codes that have some (ĐÚNG) */
  readonly byCasedCode: () => Buckets;
  /** by the code's digits alone, for codes with dots: 1003 for 01.003 */
  readonly byCodeDigits: () => Buckets;
  /** levels of trust, first that answers wins */
  readonly levels: () => readonly Level[];
  /** by name or alias without "và tương đương" and brackets */
  readonly core: () => Buckets;
  /** every word of every entry without marks: for texts that have none */
  readonly markless: () => Buckets;
  readonly wordsOf: (entry: CodeEntry) => readonly string[];
  /** all codes of digits have this length, so a lost leading zero can be put back; null otherwise */
  readonly codeDigits: number | null;
  /** each name and alias with its key, for suggestions; empty where the list allows none */
  readonly nearLetters: Nearness;
  readonly keyed: () => readonly NameKey[];
  /** days on which an entry begins or ends, sorted: between two of them every question has one answer */
  readonly turningDays: readonly PlainDate[];
  readonly answers: Map<string, Resolution>;
}

export interface IndexInput {
  /** other codes of an entry: a source that numbers it differently */
  readonly alsoCodes?: (entry: CodeEntry) => readonly string[];
  /** other spellings of its names: "TP Hà Nội" */
  readonly alsoNames?: (entry: CodeEntry) => readonly string[];
  /** may a name that is near by its letters be suggested? */
  readonly nearLetters: Nearness;
}

/** A file asks for the same few names again and again; past this many different ones the memory of answers starts anew. */
const ANSWERS_KEPT_MAX = 4_000;
/** No option is longer; a longer text is not compared with names and not kept. */
const TYPED_CHARS_MAX = 1_000;

/** Built when first asked for: the names of 13,000 communes cost 300 ms, their codes 10. */
function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | null = null;
  return () => (built ??= { value: build() }).value;
}

function bucketsBy(entries: readonly CodeEntry[], keysOf: (entry: CodeEntry) => readonly string[]): Buckets {
  const buckets = new Map<string, CodeEntry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(entry);
      else if (key !== '') buckets.set(key, [entry]);
    }
  }
  return buckets;
}

/** The index of a set of entries. */
export function indexEntries(entries: readonly CodeEntry[], { alsoCodes = () => [], alsoNames = () => [], nearLetters }: IndexInput): EntryIndex {
  const digits = entries.filter(({ code }) => /^\d+$/.test(code));
  // Beside codes of digits a list may have a few of our own (LS_HA_NAM_NINH).
  const lengths = new Set(digits.length * 2 > entries.length ? digits.map(({ code }) => code.length) : []);
  const [length] = lengths;
  // A shared word stands with every entry that it may mean: two of them valid on a day are `ambiguous`.
  const aliasesOf = (entry: CodeEntry): string[] => [...entry.aliases, ...entry.sharedWords, ...alsoNames(entry)];
  const wordsOf = (entry: CodeEntry): string[] => [entry.name, ...aliasesOf(entry)];
  return {
    entries,
    wordsOf,
    byCode: bucketsBy(entries, (entry) => [entry.code, ...alsoCodes(entry)]),
    byCasedCode: once(() => bucketsBy(entries, ({ code }) => [code.toLowerCase(), accentFree(code)])),
    byCodeDigits: once(() => bucketsBy(entries, ({ code }) => (code.includes('.') ? [codeDigitsKey(code)] : []))),
    levels: once(() => [
      { by: 'name', buckets: bucketsBy(entries, ({ name }) => [exactKey(name)]) },
      { by: 'alias', buckets: bucketsBy(entries, (entry) => [...aliasesOf(entry), ...(entry.nameEn ? [entry.nameEn] : [])].map(exactKey)) },
    ]),
    core: once(() => bucketsBy(entries, (entry) => wordsOf(entry).map((word) => exactKey(coreName(word))))),
    markless: once(() => bucketsBy(entries, (entry) => wordsOf(entry).flatMap((word) => [looseKey(word), looseKey(coreName(word))]))),
    nearLetters,
    codeDigits: lengths.size === 1 && length! > 1 ? length! : null,
    turningDays: [...new Set(entries.flatMap(({ validFrom, validTo, heldTo }) => [validFrom, validTo, heldTo]))].filter((day) => day !== null).sort(),
    answers: new Map(),
    keyed: once(() => (nearLetters !== 'none' ? entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => ({ entry, name, key: looseKey(name) }))) : [])),
  };
}

const option = ({ code, name }: CodeEntry): CodeOption => ({ code, name });

/** The entries that took the place of one when it ended; its own code when the list names no other. */
const nextOf = (index: EntryIndex, entry: CodeEntry): CodeEntry[] =>
  (entry.replacedBy.length > 0 ? entry.replacedBy : [entry.code]).flatMap((code) => {
    const others = (index.byCode.get(code) ?? []).filter((other) => other !== entry);
    // A code with several lives: the one that stood when the entry ended, or the first after it.
    const then = others.filter((other) => entry.validTo === null || isValidOn(other, entry.validTo));
    return then.length > 0 ? then : others.filter((other) => entry.validTo !== null && other.validFrom !== null && other.validFrom > entry.validTo).slice(0, 1);
  });

/**
 * The entries of a day that stand in the place of one that ended, through all that lay between
 * (Hà Nam Ninh 1991 → Nam Hà, Ninh Bình → Hà Nam, Nam Định, Ninh Bình → Ninh Bình of today). Each once, in the order found.
 */
export function successorsOn(index: EntryIndex, entry: CodeEntry, on: PlainDate): readonly CodeEntry[] {
  const found = new Set<CodeEntry>();
  const seen = new Set<CodeEntry>([entry]);
  const open = nextOf(index, entry);
  for (let at = 0; at < open.length; at++) {
    const next = open[at]!;
    if (seen.has(next)) continue;
    seen.add(next);
    if (isValidOn(next, on)) found.add(next);
    else if (next.validTo !== null && next.validTo <= on) open.push(...nextOf(index, next));
  }
  return [...found];
}

/** Entries that took the place of these and are valid on the day. */
const successors = (index: EntryIndex, entry: CodeEntry, on: PlainDate): CodeOption[] => successorsOn(index, entry, on).map(option);

function outOfForce(index: EntryIndex, entries: readonly CodeEntry[], on: PlainDate): Resolution {
  const ended = entries.filter(({ validTo }) => validTo !== null && validTo <= on).sort((a, b) => (a.validTo! < b.validTo! ? 1 : -1));
  const last = ended[0];
  if (last) {
    // One name of several units ("Phường 1" of ten districts): whatever took the place of any of them.
    // One code with several lives (Hà Tây): what took the place of its last.
    const lastLives = ended.filter((entry, at) => entry.name === last.name && ended.findIndex(({ code }) => code === entry.code) === at);
    const allowed = new Map(lastLives.flatMap((entry) => successors(index, entry, on)).map((next) => [next.code, next]));
    return { kind: 'closed', code: last.code, name: last.name, until: addDays(last.validTo!, -1), allowed: [...allowed.values()] };
  }
  const first = [...entries].sort((a, b) => (a.validFrom! < b.validFrom! ? -1 : 1))[0]!;
  const allowed = index.entries.filter((entry) => isValidOn(entry, on) && entry.replacedBy.includes(first.code)).map(option);
  return { kind: 'not-yet', code: first.code, name: first.name, from: first.validFrom!, allowed };
}

/** One meaning, several, or none valid on the day. Entries with one code (a unit and its later name) are one meaning. */
function decide(index: EntryIndex, hits: readonly CodeEntry[], on: PlainDate, by: FoundBy): Resolution {
  const given = hits.filter((entry) => isValidOn(entry, on));
  // What is no longer given may be held still, by a transitional clause: old teachers' titles (Decision 0011).
  const valid = given.length > 0 ? given : hits.filter((entry) => isHeldOn(entry, on));
  if (valid.length === 0) return outOfForce(index, hits, on);
  const [first] = valid;
  if (valid.every(({ code }) => code === first!.code)) return { kind: 'found', code: first!.code, entry: first!, by };
  return { kind: 'ambiguous', candidates: [...new Map(valid.map((entry) => [entry.code, option(entry)])).values()] };
}

/** By name or alias: first the levels among entries valid on the day, then those no longer or not yet valid. */
function byName(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  let elsewhere: { readonly hits: readonly CodeEntry[]; readonly by: FoundBy } | null = null;
  const key = exactKey(text);
  for (const { by, buckets } of index.levels()) {
    const hits = buckets.get(key);
    if (!hits) continue;
    if (hits.some((entry) => isValidOn(entry, on))) return decide(index, hits, on, by);
    elsewhere ??= { hits, by };
  }
  return elsewhere && decide(index, elsewhere.hits, on, elsewhere.by);
}

/** "Trưởng phòng" for "Trưởng phòng và tương đương", and the other way round. */
function byCoreName(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const hits = index.core().get(exactKey(coreName(text, { brackets: false })));
  return hits ? decide(index, hits, on, 'core-name') : null;
}

/**
 * A text without any mark, as the words of the list without theirs. What is no longer valid counts too where its name is another one:
 * "Xa Chieng Hac" may be Chiềng Hặc of today or Chiềng Hắc, which went into another unit.
 */
function byMarkless(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const key = looseKey(text);
  const hits = hasMarks(text) ? undefined : index.markless().get(key);
  if (!hits) return null;
  const namesOf = (entry: CodeEntry): string[] => index.wordsOf(entry).filter((word) => looseKey(word) === key).map(exactKey);
  const valid = hits.filter((entry) => isValidOn(entry, on));
  if (valid.length === 0) return decide(index, hits, on, 'accent-free');
  const names = new Set(valid.flatMap(namesOf));
  const heirs = hits
    .filter((entry) => entry.validTo !== null && entry.validTo <= on && !namesOf(entry).some((name) => names.has(name)))
    .flatMap((entry) => successorsOn(index, entry, on));
  return decide(index, [...valid, ...heirs], on, 'accent-free');
}

/** What the words beside a code say: the same entry, another one, or nothing that the list knows. */
function besideCode(index: EntryIndex, { code, rest, isSure, isDistinct, isApart }: CodeInText, on: PlainDate): Resolution | null {
  const coded = index.byCode.has(code) ? decide(index, index.byCode.get(code)!, on, 'code') : byCasedCode(index, code, on);
  if (!coded) return null;
  // A code that was used again has two names: the name tells which of the two is meant ("15 – Yên Bái", "15 – Lào Cai").
  const sameCode = 'code' in coded ? (index.byCode.get(coded.code) ?? []) : [];
  const key = hasMarks(rest) ? exactKey : looseKey;
  const meant = sameCode.filter((entry) => [...index.wordsOf(entry), ...index.wordsOf(entry).map((word) => coreName(word))].some((word) => key(word) === key(rest)));
  if (meant.length > 0) return decide(index, meant, on, 'code-and-name');
  if (coded.kind !== 'found') return isSure || isApart ? coded : null;
  const named = wordsThatName(index, rest, on);
  const codes = (index.byCode.get(rest) ?? []).filter((entry) => isValidOn(entry, on)).map(option);
  const other = [...named, ...codes].find(({ code: one }) => one !== coded.code);
  if (other) return { kind: 'ambiguous', candidates: [option(coded.entry), other] };
  if (named.length > 0) return { ...coded, by: 'code-and-name' };
  return isDistinct && sameNegation(rest, coded.entry.name) ? { ...coded, by: 'code-in-text' } : null;
}

/** The entries that the words name, as a whole or piece by piece ("Chuyên viên, hạng III"). */
function wordsThatName(index: EntryIndex, words: string, on: PlainDate): CodeOption[] {
  const found = (text: string): CodeOption[] => {
    const named = byName(index, text, on) ?? byMarkless(index, text, on);
    return named?.kind === 'found' ? [option(named.entry)] : named?.kind === 'ambiguous' ? [...named.candidates] : [];
  };
  const whole = found(words);
  return whole.length > 0 ? whole : words.split(/\s*[-–—,;:()/|]\s*/u).flatMap((piece) => (piece === '' || piece === words ? [] : found(piece)));
}

/** A code standing in the text wins over the words beside it; where they name another entry, it is asked. */
function byCodeInText(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  let answer: Resolution | null = null;
  for (const one of codesInText(text)) {
    const told = besideCode(index, one, on);
    if (told === null) continue;
    if (told.kind === 'found' && told.by === 'code-and-name') return told;
    if (answer?.kind === 'found' && told.kind === 'found' && told.code !== answer.code)
      return { kind: 'ambiguous', candidates: [option(answer.entry), option(told.entry)] };
    answer ??= told;
  }
  return answer;
}

/** A code of letters beside words that no list knows ("CVC - đang học"): they may say that it is not held, so it is a guess. */
function byLettersBesideWords(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const entries = codesInText(text)
    .filter(({ isSure, isApart }) => isSure && isApart)
    .flatMap(({ code, rest }) =>
      (index.byCode.get(code) ?? []).filter((entry) => isValidOn(entry, on) && sameNegation(rest, entry.name)),
    );
  if (entries.length === 0) return null;
  const suggestions = [...new Map(entries.map((entry) => [entry.code, { ...option(entry), likeness: 1 }])).values()];
  return { kind: 'unknown', suggestions };
}

/** "ths" is THS; but "my" is MY or the name of another entry without its marks: asked. */
function byCasedCode(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const hits = index.byCasedCode().get(text.toLowerCase());
  if (!hits) return null;
  const coded = decide(index, hits, on, 'code');
  if (coded.kind !== 'found' || hasMarks(text)) return coded;
  const named = (index.markless().get(looseKey(text)) ?? []).filter((entry) => isValidOn(entry, on));
  return named.some(({ code }) => code !== coded.code) ? decide(index, [...hits, ...named], on, 'code') : coded;
}

/** 1.003 and 01-003 are cut where 01.003 is; 10.03 has its digits and is another number. A text without signs is cut nowhere. */
function isCutAlike(text: string, code: string): boolean {
  const parts = text.split(/[.,_ -]+/).filter((part) => part !== '');
  return parts.length === 1 || parts.at(-1)!.length === code.split('.').at(-1)!.length;
}

function byCode(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const hits = index.byCode.get(text);
  if (hits) return decide(index, hits, on, 'code');
  const cased = byCasedCode(index, text, on);
  if (cased) return cased;
  if (index.codeDigits !== null && /^\d+$/.test(text) && text.length < index.codeDigits) {
    const padded = index.byCode.get(text.padStart(index.codeDigits, '0'));
    if (padded) return decide(index, padded, on, 'padded');
  }
  // "7 / 10" and "7\\10" for 7/10.
  const share = /^\d+\s*[/\\]\s*\d+$/.test(text) ? index.byCode.get(text.replace(/\s*[/\\]\s*/, '/')) : undefined;
  if (share) return decide(index, share, on, 'padded');
  const digits = /^[a-z]?[\d.,_ -]{3,}[a-z]?$|^\d{2}[a-c][.,_ -]?\d{3}$/i.test(text) ? index.byCodeDigits().get(codeDigitsKey(text))?.filter(({ code }) => isCutAlike(text, code)) : undefined;
  return digits && digits.length > 0 ? decide(index, digits, on, 'padded') : null;
}

/** What the text means among these entries on that day. See `Resolution`. */
export function resolveIn(index: EntryIndex, typed: string, on: PlainDate): Resolution {
  const exact = index.byCode.get(typed);
  if (exact !== undefined) {
    const only = exact[0]!;
    if (exact.length === 1 && isValidOn(only, on)) return { kind: 'found', code: only.code, entry: only, by: 'code' };
    return decide(index, exact, on, 'code');
  }
  if (typed.length > TYPED_CHARS_MAX) return { kind: 'unknown', suggestions: [] };
  const key = `${eraOf(index, on)} ${typed}`;
  const known = index.answers.get(key);
  if (known) return known;
  const answer = resolveText(index, cleanText(typed).text, on);
  if (index.answers.size >= ANSWERS_KEPT_MAX) index.answers.clear();
  index.answers.set(key, answer);
  return answer;
}

/** Between which turning days a day lies. */
function eraOf({ turningDays }: EntryIndex, on: PlainDate): number {
  let era = 0;
  while (era < turningDays.length && turningDays[era]! <= on) era += 1;
  return era;
}

/** By name; of a text without marks a name of the day wins over one of another day that happens to have none (Lao Cai of long ago, Lào Cai). */
function byNameOfDay(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const named = byName(index, text, on);
  if (named === null || named.kind === 'found' || named.kind === 'ambiguous') return named;
  const markless = byMarkless(index, text, on);
  return markless?.kind === 'found' || markless?.kind === 'ambiguous' ? markless : named;
}

const byNearLetters = (index: EntryIndex, text: string, on: PlainDate): Resolution => {
  const names = index.keyed().filter(({ entry }) => isValidOn(entry, on));
  const near = nearNames(names, text, index.nearLetters);
  return { kind: 'unknown', suggestions: near.map(({ entry, likeness }) => ({ ...option(entry), likeness })) };
};

const resolveText = (index: EntryIndex, text: string, on: PlainDate): Resolution =>
  byCode(index, text, on) ??
  byNameOfDay(index, text, on) ??
  byCodeInText(index, text, on) ??
  byCoreName(index, text, on) ??
  byMarkless(index, text, on) ??
  byLettersBesideWords(index, text, on) ??
  byNearLetters(index, text, on);
