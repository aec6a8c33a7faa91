/** Search: accent-free by name, by citizen number, body, title. A page of hits is one read that lists the ids. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { isPlainSyllable, nearSyllables } from '#base/vietnamese/near-syllables.ts';
import { accentFree } from '#base/vietnamese/text.ts';

export interface SearchRequest {
  readonly name?: string | undefined;
  readonly nationalId?: string | undefined;
  readonly bodyId?: string | undefined;
  readonly title?: string | undefined;
  readonly limit: number;
  /** sort key and id of the last hit seen */
  readonly after?: readonly [string, string] | null;
}

export interface Hit {
  readonly personId: string;
  readonly name: string;
  readonly birth: string | null;
  readonly bodyId: string;
  readonly title: string | null;
  readonly nationalIdMasked: string;
  readonly sortKey: string;
  /** the body by which this session reaches the person: the managing one, or one that uses them */
  readonly byBody: string;
}

interface HitRow {
  person_id: string;
  name: string;
  birth: string | null;
  body_id: string;
  title: string | null;
  sort_key: string;
  number_sealed: Buffer | null;
  salt: Buffer | null;
  by_body: string;
}

/** `000•••••0123`: enough to tell two people apart, not enough to use. */
export const maskNationalId = (number: string): string => `${number.slice(0, 3)}•••••${number.slice(-4)}`;

/** Shortest name that is searched for, in letters: one letter would list half the country. */
export const NAME_LETTERS_MIN = 2;

/** LIKE's own signs lose their meaning. */
const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Signs within a name part words, as `name_text` has it (migration 0350): H'Hen, Tôn-Nữ. */
const BETWEEN_WORDS = /[\s'’ʼ-]+/u;

const wordsOf = (typed: string): readonly string[] =>
  accentFree(typed)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');

/** Each other reading is a search of its own. */
const READINGS_MAX = 6;

/**
 * What may have been meant by a name that nobody has: with one slip in the one word that is no syllable. A slip that makes another syllable cannot be told
 * from a name that nobody has, and two slips may be anything.
 */
export function nearNames(typed: string): readonly string[] {
  const words = wordsOf(typed);
  const [wrong, ...others] = words.filter((word) => !isPlainSyllable(word));
  if (wrong === undefined || others.length > 0) return [];
  return nearSyllables(wrong)
    .slice(0, READINGS_MAX)
    .map((near) => words.map((word) => (word === wrong ? near : word)).join(' '));
}

/**
 * What a name must be like: each word that was typed begins a word of it, in this order. Decision 0031.
 *
 * @returns null for what is too short to search for
 */
export function namePattern(typed: string): string | null {
  const words = wordsOf(typed);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return letters < NAME_LETTERS_MIN ? null : `${words.map((word) => `% ${likeText(word)}`).join('')}%`;
}

/**
 * @returns at most `limit` people that this session may see, ordered as Vietnamese lists are: given name first
 * A request with neither name, number, body nor title lists everybody whom the session's bodies manage or use.
 */
export async function searchPeople(tx: Tx, keys: Keys, request: SearchRequest): Promise<Hit[]> {
  const rows = await tx.query<HitRow>('select * from search_people($1, $2, $3, $4, $5, $6, $7)', [
    request.name === undefined ? null : namePattern(request.name),
    request.nationalId === undefined ? null : keys.nationalIdHash(request.nationalId.trim()),
    request.bodyId ?? null,
    request.title ?? null,
    request.after?.[0] ?? null,
    request.after?.[1] ?? null,
    request.limit,
  ]);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    birth: row.birth,
    bodyId: row.body_id,
    title: row.title,
    sortKey: row.sort_key,
    byBody: row.by_body,
    nationalIdMasked:
      row.number_sealed && row.salt ? maskNationalId(Buffer.from(keys.open(row.salt, 'national-id', row.number_sealed)).toString()) : '',
  }));
}

/**
 * As `searchPeople`, where that found nobody: people of a name that is one slip away from what was typed, without further pages.
 *
 * @returns none when nothing can have been meant; searches stop with a page of them
 */
export async function searchNearNames(tx: Tx, keys: Keys, request: SearchRequest): Promise<Hit[]> {
  const found = new Map<string, Hit>();
  for (const name of nearNames(request.name ?? '')) {
    for (const hit of await searchPeople(tx, keys, { ...request, name, after: null })) found.set(hit.personId, hit);
    if (found.size >= request.limit) break;
  }
  return [...found.values()]
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.personId < b.personId ? -1 : 1))
    .slice(0, request.limit);
}
