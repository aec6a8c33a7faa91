/**
 * Finding the entry that a typed text means, among entries valid on a day: by code, name, alias or "code – name".
 * An index is built once for a set of entries; an exact code costs one map lookup.
 */
import { distance } from 'fastest-levenshtein';
import type { PlainDate } from '#base/clock.ts';
import { spellingKey } from '#base/vietnamese/tone-marks.ts';
import { accentFree, cleanText } from '#base/vietnamese/text.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { type CodeEntry, isHeldOn, isValidOn } from './list-file.ts';

export interface CodeOption {
  readonly code: string;
  readonly name: string;
}
export interface CodeSuggestion extends CodeOption {
  /** 0 to 1; below 0.65 is not suggested */
  readonly confidence: number;
}

/** How it was found. All but `code` are a change of what was typed, to be kept beside. `padded` = leading zeros were lost. */
export type FoundBy = 'code' | 'padded' | 'code-and-name' | 'name' | 'alias' | 'accent-free';

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

/** Keys are without spaces and punctuation: "Gia-rai", "Gia Rai" and "Giarai" are one. */
const SIGNS = /[^\p{L}\p{N}+]+/gu;
const exactKey = (text: string): string => spellingKey(text).replace(SIGNS, '');
const looseKey = (text: string): string => accentFree(text).replace(SIGNS, '');

interface Level {
  readonly by: FoundBy;
  readonly key: (text: string) => string;
  readonly buckets: Buckets;
}
export interface EntryIndex {
  readonly entries: readonly CodeEntry[];
  readonly byCode: Buckets;
  /** by the code without case and accents (15a.201, ĐÚNG) */
  readonly byFoldedCode: () => Buckets;
  /** levels of trust, first that answers wins */
  readonly levels: () => readonly Level[];
  /** all codes are digits of this length, so a lost leading zero can be put back; null otherwise */
  readonly codeDigits: number | null;
  /** each name and alias with its key, for suggestions */
  readonly keyed: () => readonly { readonly entry: CodeEntry; readonly key: string }[];
  /** days on which an entry begins or ends, sorted: between two of them every question has one answer */
  readonly turningDays: readonly PlainDate[];
  readonly answers: Map<string, Resolution>;
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

/** The index of a set of entries; `alsoCodes` are other codes of an entry (a source that numbers it differently). */
export function indexEntries(entries: readonly CodeEntry[], alsoCodes: (entry: CodeEntry) => readonly string[] = () => []): EntryIndex {
  const lengths = new Set(entries.map(({ code }) => (/^\d+$/.test(code) ? code.length : 0)));
  const [length] = lengths;
  return {
    entries,
    byCode: bucketsBy(entries, (entry) => [entry.code, ...alsoCodes(entry)]),
    byFoldedCode: once(() => bucketsBy(entries, ({ code }) => [accentFree(code)])),
    levels: once(() => [
      { by: 'name', key: exactKey, buckets: bucketsBy(entries, ({ name }) => [exactKey(name)]) },
      // A shared word stands with every entry that it may mean: two of them valid on a day are `ambiguous`.
      { by: 'alias', key: exactKey, buckets: bucketsBy(entries, ({ aliases, sharedWords, nameEn }) => [...aliases, ...sharedWords, ...(nameEn ? [nameEn] : [])].map(exactKey)) },
      { by: 'accent-free', key: looseKey, buckets: bucketsBy(entries, ({ name }) => [looseKey(name)]) },
      { by: 'accent-free', key: looseKey, buckets: bucketsBy(entries, ({ aliases }) => aliases.map(looseKey)) },
    ]),
    codeDigits: lengths.size === 1 && length! > 1 ? length! : null,
    turningDays: [...new Set(entries.flatMap(({ validFrom, validTo, heldTo }) => [validFrom, validTo, heldTo]))].filter((day) => day !== null).sort(),
    answers: new Map(),
    keyed: once(() => entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => ({ entry, key: looseKey(name) })))),
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
  return { kind: 'ambiguous', candidates: valid.map(option) };
}

/** By name or alias: first the levels among entries valid on the day, then those no longer or not yet valid. */
function byName(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  let elsewhere: { readonly hits: readonly CodeEntry[]; readonly by: FoundBy } | null = null;
  for (const { by, key, buckets } of index.levels()) {
    const hits = buckets.get(key(text));
    if (!hits) continue;
    if (hits.some((entry) => isValidOn(entry, on))) return decide(index, hits, on, by);
    elsewhere ??= { hits, by };
  }
  return elsewhere && decide(index, elsewhere.hits, on, elsewhere.by);
}

/** "01 – Kinh" as our drop-downs write it, with any dash. Code and name that contradict each other are ambiguous. */
function byCodeAndName(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const parts = /^(\S+)\s*[–—-]\s+(.+)$/u.exec(text);
  if (!parts) return null;
  const [codePart, namePart] = [parts[1]!, parts[2]!];
  const coded = byCode(index, codePart, on);
  if (!coded) return null;
  // A code that was used again has two names: the name tells which of the two is meant ("15 – Yên Bái", "15 – Lào Cai").
  const sameCode = 'code' in coded ? (index.byCode.get(coded.code) ?? []) : [];
  const meant = sameCode.filter((entry) => [entry.name, ...entry.aliases].some((name) => looseKey(name) === looseKey(namePart)));
  if (meant.length > 0) return decide(index, meant, on, 'code-and-name');
  if (coded.kind !== 'found') return coded;
  const named = byName(index, namePart, on);
  if (named?.kind === 'found') return { kind: 'ambiguous', candidates: [option(coded.entry), option(named.entry)] };
  return { kind: 'unknown', suggestions: [{ ...option(coded.entry), confidence: 0.7 }] };
}

function byCode(index: EntryIndex, text: string, on: PlainDate): Resolution | null {
  const hits = index.byCode.get(text) ?? index.byFoldedCode().get(accentFree(text));
  if (hits) return decide(index, hits, on, 'code');
  if (index.codeDigits !== null && /^\d+$/.test(text) && text.length < index.codeDigits) {
    const padded = index.byCode.get(text.padStart(index.codeDigits, '0'));
    if (padded) return decide(index, padded, on, 'padded');
  }
  return null;
}

const LIKELY = 0.65;
/** Names that much worse than the best are not worth showing. */
const FAR_BEHIND = 0.15;

/** 1 = equal. Two neighbouring letters in the wrong order count as one mistake. */
function likeness(a: string, b: string): number {
  let mistakes = distance(a, b);
  if (mistakes === 2 && a.length === b.length) {
    const at = Array.from(a).findIndex((letter, index) => letter !== b[index]);
    if (a[at] === b[at + 1] && a[at + 1] === b[at]) mistakes = 1;
  }
  return 1 - mistakes / Math.max(a.length, b.length);
}

/** Near names, best first, at most three. */
function suggest(index: EntryIndex, text: string, on: PlainDate): CodeSuggestion[] {
  const typed = looseKey(text);
  if (typed.length < 2) return [];
  const best = new Map<string, CodeSuggestion>();
  for (const { entry, key } of index.keyed()) {
    if (!isValidOn(entry, on)) continue;
    const longer = Math.max(typed.length, key.length);
    if (longer - Math.min(typed.length, key.length) > longer / 2 && !key.includes(typed)) continue;
    const within = typed.length >= 4 && key.includes(typed) ? LIKELY : 0;
    const confidence = Math.round(Math.max(likeness(typed, key), within) * 100) / 100;
    if (confidence >= LIKELY && confidence > (best.get(entry.code)?.confidence ?? 0)) best.set(entry.code, { ...option(entry), confidence });
  }
  const sorted = [...best.values()].sort((a, b) => b.confidence - a.confidence);
  return sorted.filter(({ confidence }) => confidence > sorted[0]!.confidence - FAR_BEHIND).slice(0, 3);
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

const resolveText = (index: EntryIndex, text: string, on: PlainDate): Resolution =>
  byCode(index, text, on) ?? byName(index, text, on) ?? byCodeAndName(index, text, on) ?? { kind: 'unknown', suggestions: suggest(index, text, on) };
