/** How a typed text and the words of a list are compared: what of a spelling counts, and where a code stands in a text. */
import { accentFree } from '#base/vietnamese/text.ts';
import { spellingKey } from '#base/vietnamese/tone-marks.ts';

/** Keys are without spaces and punctuation: "Gia-rai", "Gia Rai" and "Giarai" are one. */
const SIGNS = /[^\p{L}\p{M}\p{N}+]+/gu;
/** A sign between two digits keeps them apart: 11/2 is not 1/12; which sign it is says nothing (12/12, 12-12). */
const BETWEEN_DIGITS = /(?<=\p{N})[^\p{L}\p{M}\p{N}+]+(?=\p{N})/gu;
const withoutSigns = (text: string): string => text.replace(BETWEEN_DIGITS, '+').replace(SIGNS, '');

/** Names are made of few words; past so many the memory of them starts anew, whatever a text is full of. */
const WORDS_KEPT_MAX = 20_000;
/** Longer words are no syllables: they are not kept. */
const KEPT_CHARS_MAX = 20;
const FIGURE = /\p{N}/u;

/** The same key, word by word, each worked out once: the 70,000 names of communes are made of 6,000 words. Beside a figure it counts what stands next to it. */
function wordByWord(keyOf: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>();
  const keyOfWord = (word: string): string => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const key = keyOf(word);
    if (word.length > KEPT_CHARS_MAX) return key;
    if (kept.size >= WORDS_KEPT_MAX) kept.clear();
    kept.set(word, key);
    return key;
  };
  return (text) => {
    if (FIGURE.test(text)) return keyOf(text);
    let key = '';
    for (const word of text.split(' ')) key += keyOfWord(word);
    return key;
  };
}
/** Equal for what is one word by construction: letter case, place of the tone, i and y, spaces and signs. */
export const exactKey = wordByWord((text) => withoutSigns(spellingKey(text)));
/** The same without any mark: only for texts that have none. */
export const looseKey = wordByWord((text) => withoutSigns(accentFree(text)));

/** The digits (and letters) of a code with dots, as a spreadsheet leaves them: 1003 for 01.003. */
export const codeDigitsKey = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/^0+/, '');

const EQUIVALENT = /\s*(?:,|và|hoặc|hay)?\s*(?:các\s+)?(?:chức\s+danh|chức\s+vụ|cấp|vị\s+trí)?\s*tương\s+đương\s*$/iu;
const BRACKETS = /\s*[([][^()[\]]*[)\]]/gu;

/** The name without "và tương đương" and what stands in brackets. What somebody typed in brackets is not dropped: `brackets: false`. */
export function coreName(name: string, { brackets = true }: { readonly brackets?: boolean } = {}): string {
  if (!name.includes('ương') && !/[([]/.test(name)) return name;
  const core = (brackets ? name.replace(BRACKETS, '') : name).normalize('NFC').replace(EQUIVALENT, '').trim();
  return core === '' ? name : core;
}

const NEGATIONS = ['không', 'chưa', 'đã', 'ngoài', 'trừ', 'phi'] as const;
const negationsIn = (text: string): string => {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{M}]+/u));
  return NEGATIONS.filter((word) => words.has(word)).join(' ');
};
/** "Đã kết hôn" and "Chưa kết hôn" are opposites however near their letters: they never meet. */
export const sameNegation = (a: string, b: string): boolean => negationsIn(a) === negationsIn(b);

/**
 * A part of a text that may be a code, and the words beside it. `isSure`: it can hardly be anything but a code; `isDistinct`: it is
 * nothing but a code, whatever stands beside it (01.003). Of CVC in "CVC - đang học" the words may say that it is not held.
 */
export interface CodeInText {
  readonly code: string;
  readonly rest: string;
  readonly isSure: boolean;
  readonly isDistinct: boolean;
  /** a dash, a slash or brackets stand between it and the words */
  readonly isApart: boolean;
}

/** 01.003, V.07.03.29, 15a.201: nobody writes so what is no code. */
const DISTINCT = /^(?=.*\d)(?=.*[.A-Za-z])[A-Za-z0-9._]{4,}$/;
/** CV, THS, KHONG as our drop-downs put them in front of the dash. */
const CAPITALS = /^[A-Z][A-Z0-9_]+$/;
const isCode = (text: string): boolean => DISTINCT.test(text) || CAPITALS.test(text);
const SEPARATOR = /\s*[–—:|/-]\s*|\s+/gu;
const IN_BRACKETS = /^(.+?)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/u;
const TEXT_CHARS_MAX = 1_000;

/** Every way in which the text may be a code beside words: "01 – Kinh", "Chuyên viên (01.003)", "01.003/CV", "ngạch 01.003". */
export function codesInText(text: string): readonly CodeInText[] {
  if (text.length > TEXT_CHARS_MAX) return [];
  const found: CodeInText[] = [];
  const bracketed = IN_BRACKETS.exec(text);
  if (bracketed) {
    found.push({ code: bracketed[2]!, rest: bracketed[1]!, isSure: isCode(bracketed[2]!), isDistinct: DISTINCT.test(bracketed[2]!), isApart: true });
    found.push({ code: bracketed[1]!, rest: bracketed[2]!, isSure: isCode(bracketed[1]!), isDistinct: DISTINCT.test(bracketed[1]!), isApart: true });
  }
  for (const { 0: sign, index } of text.matchAll(SEPARATOR)) {
    const [left, right] = [text.slice(0, index), text.slice(index + sign.length)];
    if (left === '' || right === '') continue;
    const isApart = sign.trim() !== '';
    found.push({ code: left, rest: right, isSure: isApart ? isCode(left) : DISTINCT.test(left), isDistinct: DISTINCT.test(left), isApart });
    found.push({ code: right, rest: left, isSure: DISTINCT.test(right), isDistinct: DISTINCT.test(right), isApart });
  }
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}._]+/gu))
    if (DISTINCT.test(word)) found.push({ code: word, rest: `${text.slice(0, index)} ${text.slice(index + word.length)}`.trim(), isSure: true, isDistinct: true, isApart: false });
  return found;
}
