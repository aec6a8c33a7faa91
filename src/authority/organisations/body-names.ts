/**
 * What a typed name of a body means on a day, from memory. In this order, the first that answers wins (Decision 0010): the official name of
 * that day → its short name, or the same name with its words abbreviated or written out → the same without marks, only where the text has
 * none → a name of another day. Bodies of one name are listed, never chosen; no letters are guessed.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { hasMarks } from '#base/vietnamese/text.ts';
import { exactKey, looseKey } from '#standard/codelists/text-keys.ts';
import type { BodyChoice, BodyMeaning } from '#standard/shapes.ts';
import { codeSpellings } from './code-spellings.ts';
import words from './lists/name-words.json' with { type: 'json' };

/** A name of a body and its days, half-open. */
export interface NameRow {
  readonly body_id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly short_name: string | null;
  readonly valid_from: string;
  readonly valid_to: string;
}
/** A code of a body and its days; a body's official identifiers come before ours. */
export interface CodeRow {
  readonly body_id: string;
  readonly code: string;
  readonly valid_from: string;
  readonly valid_to: string;
}

/** Bodies as a file names them: by code and by name, each on the day of its fact. */
export interface BodyWords {
  readonly isCode: (code: string, on: PlainDate) => boolean;
  readonly named: (text: string, on: PlainDate) => BodyMeaning;
}

const LONG = new Map(words.words.map(([short, long]) => [short!.toLowerCase(), long!]));
const ABBREVIATED = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(${[...LONG.keys()].join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
const writtenOut = (name: string): string => name.replace(ABBREVIATED, (short) => LONG.get(short.toLowerCase()) ?? short);

const stands = (on: PlainDate) => (row: { readonly valid_from: string; readonly valid_to: string }) =>
  row.valid_from <= on && on < row.valid_to;
const bodiesOf = (rows: readonly NameRow[]): string[] => [...new Set(rows.map((row) => row.body_id))];

function indexBy(rows: readonly NameRow[], keysOf: (row: NameRow) => readonly string[]): ReadonlyMap<string, readonly NameRow[]> {
  const index = new Map<string, NameRow[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const own = index.get(key);
      if (own) own.push(row);
      else if (key !== '') index.set(key, [row]);
    }
  }
  return index;
}

/** Pure: answers from these rows. */
export function wordsOfBodies(names: readonly NameRow[], codes: readonly CodeRow[]): BodyWords {
  const codesOf = Map.groupBy(codes, (row) => row.body_id);
  const byCode = Map.groupBy(codes, (row) => row.code);
  const namesOf = Map.groupBy(names, (row) => row.body_id);
  const aliases = (row: NameRow): string[] => [writtenOut(row.name), ...(row.short_name ? [row.short_name] : [])];
  const levels = [
    { by: 'name' as const, key: exactKey, rows: indexBy(names, (row) => [exactKey(row.name)]) },
    { by: 'alias' as const, key: (text: string) => exactKey(writtenOut(text)), rows: indexBy(names, (row) => aliases(row).map(exactKey)) },
  ];
  const markless = indexBy(names, (row) => [row.name, ...aliases(row)].map(looseKey));

  const choice = (bodyId: string, on: PlainDate): BodyChoice => {
    const own = namesOf.get(bodyId) ?? [];
    const then = own.find(stands(on)) ?? own.at(-1)!;
    const day = stands(on)(then) ? on : then.valid_from;
    const above = then.parent_id === null ? undefined : (namesOf.get(then.parent_id) ?? []).find(stands(day));
    const codes = (codesOf.get(bodyId) ?? []).filter(stands(day)).map((row) => row.code);
    return { code: codes[0] ?? '', codes: codes.flatMap(codeSpellings), name: then.name, above: above?.name ?? null };
  };
  const listed = (bodies: readonly string[], on: PlainDate): BodyMeaning => ({
    kind: 'several',
    candidates: bodies.map((id) => choice(id, on)).sort((a, b) => (a.code < b.code ? -1 : 1)),
  });
  /** One body of another day is told; the day it has another name, or is not there. */
  const ofAnotherDay = (rows: readonly NameRow[], on: PlainDate): BodyMeaning => {
    const bodies = bodiesOf(rows);
    if (bodies.length > 1) return listed(bodies, on);
    const [bodyId] = bodies;
    return { kind: 'other-day', ...choice(bodyId!, on), goesOn: (namesOf.get(bodyId!) ?? []).some(stands(on)) };
  };
  const named = (text: string, on: PlainDate): BodyMeaning => {
    let elsewhere: readonly NameRow[] | null = null;
    for (const { by, key, rows } of levels) {
      const hits = rows.get(key(text)) ?? [];
      const then = bodiesOf(hits.filter(stands(on)));
      if (then.length === 1) return { kind: 'found', ...choice(then[0]!, on), by };
      if (then.length > 1) return listed(then, on);
      if (hits.length > 0) elsewhere ??= hits;
    }
    if (elsewhere === null && !hasMarks(text)) {
      // Without marks two names may be one text: whatever body had one of them on any day is asked beside.
      const hits = [...(markless.get(looseKey(text)) ?? []), ...(markless.get(looseKey(writtenOut(text))) ?? [])];
      const bodies = bodiesOf(hits);
      if (bodies.length > 1) return listed(bodies, on);
      if (hits.some(stands(on))) return { kind: 'found', ...choice(bodies[0]!, on), by: 'accent-free' };
      if (hits.length > 0) elsewhere = hits;
    }
    return elsewhere === null ? { kind: 'unknown' } : ofAnotherDay(elsewhere, on);
  };
  return {
    isCode: (code, on) => (byCode.get(code) ?? []).some(stands(on)),
    named: (text, on) => {
      const found = named(text, on);
      // A body that nothing can be written for has no code: it stays what was typed.
      return 'code' in found && found.code === '' ? { kind: 'unknown' } : found;
    },
  };
}

/** Reads all bodies, once for a file. The code of a territory is nobody's name. */
export async function bodyWords(tx: Tx): Promise<BodyWords> {
  const codes = await tx.query<CodeRow>(
    `select body_id, code, valid_from, valid_to from body_code where scheme <> 'dvhc' and tx_to = 9223372036854775807
      order by (scheme = 'ma_dinh_danh') desc, code, valid_from`,
  );
  const names = await tx.query<NameRow>(
    `select body_id, parent_id, name, short_name, valid_from, valid_to from body_version where tx_to = 9223372036854775807 order by valid_from, body_id`,
  );
  return wordsOfBodies(names, codes);
}
