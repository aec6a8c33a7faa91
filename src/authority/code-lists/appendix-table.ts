/** The appendix of the decree as a table that somebody typed: CSV with a row of heads, of which only the name is needed. Pure. */
import { rowsOfCsv } from '#base/csv-rows.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { looseKey } from '#standard/codelists/text-keys.ts';
import type { AppendixName } from '#standard/decree/appendix.ts';
import { DECREE_GROUPS } from '#standard/decree/place.ts';
import { APPENDIX_ROWS_MAX } from './limits.ts';
import { appendixEmpty, appendixHeads, appendixLong, appendixNotCsv } from './problems.ts';

/** What a head may be called, without marks and blanks. */
const HEADS = {
  no: ['stt', 'so', 'no'],
  name: ['ten', 'tentruong', 'tentruongthongtin', 'truongthongtin', 'name'],
  group: ['nhom', 'nhomdulieu', 'group'],
  kind: ['loai', 'loaidulieu', 'kind'],
  sourceBody: ['nguon', 'coquan', 'coquannguon', 'source'],
  keys: ['khoa', 'key', 'keys'],
} as const satisfies Record<keyof AppendixName, readonly string[]>;
type Head = keyof typeof HEADS;
const headOf = (cell: string): Head | undefined =>
  (Object.keys(HEADS) as Head[]).find((head) => (HEADS[head] as readonly string[]).includes(looseKey(cell)));

/** "Nhóm 4", "4": one of the ten; anything else is no group. */
const groupIn = (cell: string): string | null => {
  const code = /\d+/.exec(cell)?.[0];
  return DECREE_GROUPS.some((group) => group.code === code) ? code! : null;
};
const kindIn = (cell: string): AppendixName['kind'] => {
  const word = looseKey(cell);
  return /thamchieu|reference/.test(word) ? 'reference' : /chu|master/.test(word) ? 'master' : null;
};

/** The text of a file of one column or more: `csvText` asks for a separator, and a list of names alone has none. null: a workbook, a picture, another encoding. */
function textIn(bytes: Uint8Array): string | null {
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // whoever brings it in saves it as UTF-8
  }
}

/** Stands in no text that is read here: a list of names alone has no separator, and a comma in it is part of a name. */
const NO_SEPARATOR = '\0';
const isHeadOfNames = ({ cells }: { readonly cells: readonly string[] }): boolean => cells.some((cell) => headOf(cell) === 'name');

/** The rows of a text, at most one more than may be. */
function rowsIn(text: string): ReturnType<typeof rowsOfCsv> {
  const rows = rowsOfCsv(text, APPENDIX_ROWS_MAX + 1);
  return rows.find(isHeadOfNames)?.cells.length === 1 ? rowsOfCsv(text, APPENDIX_ROWS_MAX + 1, NO_SEPARATOR) : rows;
}

/** The names of a file, each line in its order; a line without a name is no name. Fails with E-APPENDIX-NOT-CSV, E-APPENDIX-LONG, E-APPENDIX-HEADS, E-APPENDIX-EMPTY. */
export function appendixIn(bytes: Uint8Array): Result<readonly AppendixName[]> {
  const text = textIn(bytes);
  if (text === null) return refused(appendixNotCsv());
  const rows = rowsIn(text);
  if (rows.length > APPENDIX_ROWS_MAX) return refused(appendixLong({ most: String(APPENDIX_ROWS_MAX) }));
  const start = rows.findIndex(isHeadOfNames);
  if (start === -1) return refused(appendixHeads());
  const heads = rows[start]!.cells.map(headOf);
  const names = rows.slice(start + 1).flatMap(({ row, cells }): AppendixName[] => {
    const at = (head: Head): string => cells[heads.indexOf(head)] ?? '';
    if (at('name') === '') return [];
    return [
      {
        no: at('no') || String(row),
        name: at('name'),
        group: groupIn(at('group')),
        kind: kindIn(at('kind')),
        sourceBody: at('sourceBody') || null,
        keys: at('keys')
          .split(/[;\s]+/)
          .filter((key) => key !== ''),
      },
    ];
  });
  return names.length === 0 ? refused(appendixEmpty()) : ok(names);
}
