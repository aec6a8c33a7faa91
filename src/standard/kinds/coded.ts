/** Reading a cell by a code list, as of the date of the fact; shared by the kinds that hold codes. */
import type { PlainDate } from '#base/clock.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { type Bilingual, certain, guess, type Suggestion } from '#base/problem.ts';
import { perEdition } from '#standard/list-edition.ts';
import { codeList, entryAt, type CodeOption, isRewritten, optionText, resolveCode, type Resolution } from '#standard/code-lists.ts';
import { unsureCode } from '#standard/codelists/unsure.ts';
import { usualMeaning } from '#standard/codelists/words.ts';
import * as problems from '#standard/problems/codes.ts';
import type { Printing, Reader } from './kind.ts';

/** Every code that ever stood in the lists, each once, in order. */
export const codesOf = (listIds: readonly string[]): readonly string[] => [
  ...new Set(listIds.flatMap((id) => codeList(id).entries.map((entry) => entry.code))),
];

/** Did this code ever stand in the list? */
export const isCode = (listId: string, code: string): boolean => codeSet(listId).has(code);

const codeSets = perEdition(() => new Map<string, ReadonlySet<string>>());
function codeSet(listId: string): ReadonlySet<string> {
  const known = codeSets().get(listId) ?? new Set(codesOf([listId]));
  codeSets().set(listId, known);
  return known;
}

// A workbook says the same few words in every row: what they mean is looked up once a day of fact and list.
const rememberedOf = perEdition(() => new Map<string, Resolution>());
const REMEMBERED_MAX = 20_000;

/** How near to the list's own word a text was found; over several lists the nearest wins, and equals are asked. */
const TRUST = ['code', 'code-and-name', 'name', 'alias', 'padded', 'code-in-text', 'core-name', 'accent-free'] as const;

/** What the typed text means in the lists: as its code in any of them, then as its name, and so on. */
export function resolveInAny(listIds: readonly string[], typed: string, on: PlainDate): Resolution {
  const key = `${listIds[0]}\n${on}\n${typed}`;
  const remembered = rememberedOf();
  const known = remembered.get(key);
  if (known) return known;
  let best: Resolution | undefined;
  for (const id of listIds) {
    const resolution = resolveCode(id, typed, on);
    if (resolution.kind === 'found' && resolution.by === 'code') {
      best = resolution;
      break;
    }
    best = best ? better(best, resolution) : resolution;
  }
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(key, best!);
  return best!;
}

/** The list's name in both languages, for the words of a problem. */
export const titleOf = (listId: string): { readonly list: Bilingual } => ({ list: codeList(listId).title });

const rank = (resolution: Resolution): number =>
  resolution.kind === 'found'
    ? 20 - TRUST.indexOf(resolution.by)
    : resolution.kind === 'unknown'
      ? (resolution.suggestions[0]?.likeness ?? 0)
      : resolution.kind === 'ambiguous'
        ? 2
        : 3;

/** The one that is nearer to what was typed; two entries found alike in two lists are both meant, perhaps. */
function better(one: Resolution, other: Resolution): Resolution {
  if (one.kind === 'found' && other.kind === 'found' && one.by === other.by && one.code !== other.code)
    return { kind: 'ambiguous', candidates: [one.entry, other.entry].map(({ code, name }) => ({ code, name })) };
  return rank(other) > rank(one) ? other : one;
}

/** Is the text a word of the lists themselves: a code, a name or an alias? */
export function isWordOf(listIds: readonly string[], typed: string, on: PlainDate): boolean {
  const resolution = resolveInAny(listIds, typed, on);
  return resolution.kind === 'found' && (resolution.by === 'code' || resolution.by === 'name' || resolution.by === 'alias');
}

/** Says what was understood where the text was not the list's own. */
export function sayRewritten(typed: string, { by, entry }: Extract<Resolution, { kind: 'found' }>, at: Reader): void {
  if (!isRewritten(by)) return;
  const corrected = optionText(entry);
  at.report(problems.codeRewritten, { value: typed, corrected }, { suggestion: certain(corrected, 'same-entry') });
}

/** A name that is near, where the list allows to guess at all; several that are equally near are listed, and none is proposed. */
export function sayUnknown(typed: string, listId: string, near: readonly CodeOption[], at: Reader, part?: string): void {
  const where = part === undefined ? {} : { part };
  if (near.length === 0) {
    at.report(problems.codeUnknown, { value: typed, ...titleOf(listId) }, where);
    return;
  }
  const options = near.map(optionText);
  const proposed = options.length === 1 ? { suggestion: guess(options[0]!, 'near-name') } : { candidates: options };
  at.report(problems.codeMisspelt, { value: typed, ...titleOf(listId), suggested: options.join('; ') }, { ...where, ...proposed });
}

/** The code; undefined when the cell names none that is valid then (told). `kept`: what ended since is accepted. */
export function readCode(typed: string, listIds: readonly string[], kept: boolean, at: Reader): string | undefined {
  const resolution = resolveInAny(listIds, typed, at.on);
  switch (resolution.kind) {
    case 'found':
      sayRewritten(typed, resolution, at);
      return resolution.code;
    case 'closed':
    case 'not-yet': {
      if (kept && resolution.kind === 'closed') return resolution.code;
      const allowed = resolution.allowed;
      const unsure = unsureCode(listIds, resolution.code, at.on);
      const only = {
        ...(allowed.length === 1 ? { suggestion: guess(optionText(allowed[0]!), 'likely-successor') } : {}),
        ...(unsure === null ? {} : { unsure }),
      };
      const words = { value: resolution.code, allowed: allowed.map(optionText).join(', ') || titleOf(listIds[0]!).list };
      if (resolution.kind === 'closed') at.report(problems.codeListClosed, { ...words, until: showDate(resolution.until) }, only);
      else at.report(problems.codeNotYet, { ...words, from: showDate(resolution.from) }, only);
      return undefined;
    }
    case 'ambiguous':
      at.report(
        problems.codeAmbiguous,
        { value: typed, candidates: resolution.candidates.map(optionText).join(', ') },
        { candidates: resolution.candidates.map(optionText), ...usuallyMeant(typed, listIds, resolution.candidates) },
      );
      return undefined;
    case 'unknown': {
      sayUnknown(typed, listIds[0]!, resolution.suggestions, at);
      return undefined;
    }
  }
}

/** Of the entries that a word may mean the one that it usually means: "B1" is level 3 of the European frame, not the code B1VN. */
function usuallyMeant(typed: string, listIds: readonly string[], candidates: readonly CodeOption[]): { readonly suggestion?: Suggestion } {
  const codes = listIds.map((id) => usualMeaning(id, typed));
  const meant = candidates.find(({ code }) => codes.includes(code));
  return meant ? { suggestion: guess(optionText(meant), 'usual-meaning') } : {};
}

/** A value that an open list does not know: it is kept as typed, with a proposal to add it; a near entry is a guess beside. */
export function sayUnlisted(
  typed: string,
  listIds: readonly string[],
  { suggestions }: Extract<Resolution, { kind: 'unknown' }>,
  at: Reader,
): void {
  const near = suggestions.map(optionText);
  const proposed = near.length === 1 ? { suggestion: guess(near[0]!, 'near-name') } : near.length > 1 ? { candidates: near } : {};
  at.report(problems.codeUnlisted, { value: typed, ...titleOf(listIds[0]!) }, proposed);
}

/** The name of a code as of a day, in the language asked where there is one; the code itself when no list knows it. */
export function nameOfCode(listIds: readonly string[], code: string, { language, on }: Printing): string {
  for (const id of listIds) {
    const entry = entryAt(id, code, on) ?? codeList(id).entries.find((one) => one.code === code);
    if (entry) return language === 'en' && entry.nameEn !== null ? entry.nameEn : entry.name;
  }
  return code;
}
