/** Search: accent-free by name and by words of titles, by citizen number, body, codes. A page of hits is one read that lists the ids. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { isPlainSyllable, nearSyllables } from '#base/vietnamese/near-syllables.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { codeList } from '#standard/code-lists.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { HOT_COLUMNS } from '#standard/hot-columns.ts';

/** A pattern that no title has: each begins with a blank. */
const NO_TITLE = '-';

/** In which orders hits may stand. */
export const HIT_SORTS = ['name', 'birth', 'grade'] as const;

/** What is wanted of a person beside their name. */
export interface PersonFilter {
  /** words of their post, of their grade or professional title, or of their job's title; or a code of a post or grade */
  readonly title?: string | undefined;
  /** codes: `loai_doi_tuong`, `trang_thai_cong_tac`, a grade, `muc_khop` */
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly grade?: string | undefined;
  readonly match?: string | undefined;
  /** code of a group of which nothing is known */
  readonly missing?: string | undefined;
  /** something of theirs stands as it was first loaded, and nobody has confirmed it */
  readonly unconfirmed?: true | undefined;
  /** something is not known of them that the board asks for: birth, sex, kind, recruitment, post or job, grade, education */
  readonly incomplete?: true | undefined;
  readonly card?: boolean | undefined;
}

export interface SearchRequest extends PersonFilter {
  readonly name?: string | undefined;
  readonly nationalId?: string | undefined;
  /** of these bodies only; null: of all that the session reaches */
  readonly within?: readonly string[] | null | undefined;
  readonly sort?: (typeof HIT_SORTS)[number] | undefined;
  readonly limit: number;
  /** sort key and id of the last hit seen */
  readonly after?: readonly [string, string] | null;
}

export interface Hit {
  readonly personId: string;
  readonly name: string;
  readonly birth: string | null;
  readonly bodyId: string;
  /** by column of the register: codes, and the job's title in words */
  readonly of: Readonly<Record<HitColumn, string | null>>;
  /** code of `muc_khop` */
  readonly match: string;
  readonly nationalIdMasked: string;
  readonly sortKey: string;
  /** the body by which this session reaches the person: the managing one, or one that uses them */
  readonly byBody: string;
}

/** Columns of the register that a row of hits shows. */
export type HitColumn = 'position' | 'job_title' | 'grade' | 'employee_kind' | 'work_status';

interface HitRow {
  person_id: string;
  name: string;
  birth: string | null;
  body_id: string;
  post: string | null;
  job_title: string | null;
  grade: string | null;
  employee_kind: string | null;
  work_status: string | null;
  identity_level: string;
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
  // What is too short to search for is one letter: a slip of it may be anything, and each would be looked for among everybody.
  if (namePattern(typed) === null) return [];
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

/** Lists of a column's field: a grade is an entry of several. */
function listsOf(column: 'position' | 'grade'): readonly string[] {
  const key = HOT_COLUMNS.find((one) => one.column === column)!.field;
  const kind = FIELDS.find((field) => field.key === key)!.kind;
  return 'codeLists' in kind ? kind.codeLists : [];
}

/**
 * Does a name have these words, each beginning a word of it, in this order? What `namePattern` asks of the database, of a name that is at hand.
 *
 * @returns null for what is too short to search for
 */
export function nameTest(typed: string): ((name: string) => boolean) | null {
  if (namePattern(typed) === null) return null;
  const words = wordsOf(typed);
  return (name) => {
    const there = wordsOf(name);
    let at = -1;
    return words.every((word) => (at = there.findIndex((one, index) => index > at && one.startsWith(word))) >= 0);
  };
}

/** Codes of a column whose code is this, or whose name or another word for it has these words; too short for a name, it may be a code still. */
function codesNamed(column: 'position' | 'grade', typed: string): readonly string[] {
  const isNamed = nameTest(typed) ?? (() => false);
  const named = listsOf(column)
    .flatMap((list) => codeList(list).entries)
    .filter(({ code, name, aliases }) => code.toLowerCase() === typed.trim().toLowerCase() || [name, ...(aliases ?? [])].some(isNamed));
  return [...new Set(named.map(({ code }) => code))];
}

/** What is wanted, as the database is asked; null for what nobody can have, or is too short to search for: looked for, it would be held against everybody within reach. */
function wantedOf({ name, title, unconfirmed, incomplete, ...request }: SearchRequest): Readonly<Record<string, unknown>> | null {
  const { kind, status, grade, match, missing, card, sort } = request;
  const codes = { kind, status, grade, match, missing, card, ...(sort === 'name' ? {} : { sort }) };
  const named = name === undefined ? undefined : namePattern(name);
  const called = title === undefined ? undefined : calledSo(title);
  if (named === null || called === null) return null;
  return {
    ...Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== undefined)),
    ...(named === undefined ? {} : { name: named }),
    ...called,
    ...(unconfirmed ? { unconfirmed } : {}),
    ...(incomplete ? { incomplete } : {}),
  };
}

/** @returns null when neither words nor codes are left to look for */
function calledSo(typed: string): { readonly title: string; readonly posts: readonly string[]; readonly grades: readonly string[] } | null {
  const [title, posts, grades] = [namePattern(typed), codesNamed('position', typed), codesNamed('grade', typed)];
  return title === null && posts.length + grades.length === 0 ? null : { title: title ?? NO_TITLE, posts, grades };
}

/**
 * @returns at most `limit` people that this session may see, in the order that is wanted: as Vietnamese lists are, given name first, when none is said.
 * A request that wants nothing lists everybody whom the session's bodies manage or use.
 */
export async function searchPeople(tx: Tx, keys: Keys, request: SearchRequest): Promise<Hit[]> {
  const wanted = wantedOf(request);
  if (wanted === null) return [];
  const rows = await tx.query<HitRow>('select * from search_people($1, $2, $3, $4, $5, $6)', [
    JSON.stringify(wanted),
    request.nationalId === undefined ? null : keys.nationalIdHash(request.nationalId.trim()),
    request.within ?? null,
    request.after?.[0] ?? null,
    request.after?.[1] ?? null,
    request.limit,
  ]);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    birth: row.birth,
    bodyId: row.body_id,
    of: {
      position: row.post,
      job_title: row.job_title,
      grade: row.grade,
      employee_kind: row.employee_kind,
      work_status: row.work_status,
    },
    match: row.identity_level,
    sortKey: row.sort_key,
    byBody: row.by_body,
    nationalIdMasked:
      row.number_sealed && row.salt ? maskNationalId(Buffer.from(keys.open(row.salt, 'national-id', row.number_sealed)).toString()) : '',
  }));
}

/** People are counted up to here; beyond it nobody reads the figure. */
export const COUNTED_MAX = 10_000;

/** How many people a request finds, at most `COUNTED_MAX` and one more. One by number is not counted: it finds one or nobody. */
export async function countPeople(tx: Tx, request: Omit<SearchRequest, 'limit' | 'after' | 'nationalId'>): Promise<number> {
  const wanted = wantedOf({ ...request, limit: 0 });
  if (wanted === null) return 0;
  const [row] = await tx.query<{ n: number }>('select count_people($1, $2, $3) as n', [
    JSON.stringify(wanted),
    request.within ?? null,
    COUNTED_MAX + 1,
  ]);
  return row!.n;
}

/**
 * As `searchPeople`, where that found nobody: people of a name, or else of a title, that is one slip away from what was typed, without further pages.
 *
 * @returns none when nothing can have been meant; searches stop with a page of them
 */
export async function searchNearNames(tx: Tx, keys: Keys, request: SearchRequest): Promise<Hit[]> {
  const found = new Map<string, Hit>();
  const field = request.name === undefined ? 'title' : 'name';
  for (const near of nearNames(request[field] ?? '')) {
    for (const hit of await searchPeople(tx, keys, { ...request, [field]: near, after: null })) found.set(hit.personId, hit);
    if (found.size >= request.limit) break;
  }
  return [...found.values()]
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.personId < b.personId ? -1 : 1))
    .slice(0, request.limit);
}
