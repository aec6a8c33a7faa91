/** Rows of a source, a few hundred at a time: of a view by a cursor, of a CSV file as a stream. Memory is bounded by the widest rows, not by how many there are. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import pg from 'pg';
import { rowsOfCsv, separatorOf } from '#base/csv-rows.ts';
import type { Problem } from '#base/problem.ts';
import { ROWS_AT_ONCE, SOURCE_FILE_BYTES_MAX } from '#node/limits.ts';
import { columnMissing, sourceNotOpened } from '#node/problems.ts';
import type { SourceRow } from './map-row.ts';

/** Rows with their numbers, as their own software or spreadsheet numbers them. */
export type RowChunk = readonly { readonly no: number; readonly row: SourceRow }[];

/** The source cannot be read on: what came before stands. */
export class SourceBroken extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const broken = (source: string, vi: string, en: string): SourceBroken => new SourceBroken(sourceNotOpened({ source, why: { vi, en } }));

/** `schema.view` as a name of SQL: whoever writes a mapping names a view, and no statement. */
const quotedName = (name: string): string => name.split('.').map(pg.escapeIdentifier).join('.');

/** Rows of a view or table of a foreign database, as of one moment, in a transaction that cannot write. */
export async function* rowsOfView(source: string, url: string, view: string, columns: readonly string[]): AsyncGenerator<RowChunk> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000, application_name: 'congvu-node' });
  client.on('error', () => undefined); // what breaks in use rejects the statement that is under way
  try {
    await client.connect();
    await client.query('begin transaction isolation level repeatable read read only');
    const wanted = columns.map((one) => `${pg.escapeIdentifier(one)}::text`).join(', ');
    await client.query(`declare congvu_rows no scroll cursor for select ${wanted} from ${quotedName(view)}`);
    for (let no = 1; ;) {
      const { rows } = await client.query<(string | null)[]>({ text: `fetch ${ROWS_AT_ONCE} from congvu_rows`, rowMode: 'array' });
      if (rows.length === 0) return;
      yield rows.map((cells) => ({ no: no++, row: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null])) }));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    // What a server says of a name that it does not know holds no row of anybody.
    const said = code === '42P01' || code === '42703' || code === '42501' ? `${code}: ${message}` : code;
    throw broken(source, said, said);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Where the last whole row of a text ends, and how many rows stand before it, empty ones too: line breaks within quotes end none. */
function wholeRows(text: string): { readonly end: number; readonly rows: number } {
  let [quoted, end, rows] = [false, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 34) quoted = !quoted;
    else if (sign === 10 && !quoted) {
      end = at + 1;
      rows += 1;
    }
  }
  return { end, rows };
}

/** A row that is longer has a quote that nobody closes. */
const BLOCK_CHARS_MAX = 8 * 1024 * 1024;

/** Rows of a CSV file (UTF-8; the first row names the columns). */
export async function* rowsOfFile(source: string, file: string, columns: readonly string[], asked?: string): AsyncGenerator<RowChunk> {
  const size = await stat(file).then(
    (found) => found.size,
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT'
        ? broken(source, 'không có tệp', 'there is no file')
        : broken(source, String(error.code), String(error.code));
    },
  );
  if (size > SOURCE_FILE_BYTES_MAX) throw broken(source, 'tệp quá lớn', 'the file is too large');
  const reader = new CsvReader(source, columns, asked);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? utf8.decode(bytes, { stream: true }) : utf8.decode();
    } catch {
      throw broken(source, 'tệp không phải UTF-8; lưu lại dạng “CSV UTF-8”', 'the file is not UTF-8; save it as “CSV UTF-8”');
    }
  };
  for await (const bytes of createReadStream(file, { highWaterMark: 256 * 1024 })) yield* reader.take(decode(bytes as Uint8Array), false);
  yield* reader.take(decode(), true);
}

class CsvReader {
  readonly #source: string;
  readonly #columns: readonly string[];
  #separator: string | undefined;
  #places: readonly number[] | null = null;
  #rest = '';
  #no = 0;

  constructor(source: string, columns: readonly string[], separator: string | undefined) {
    this.#source = source;
    this.#columns = columns;
    this.#separator = separator;
  }

  *take(text: string, isLast: boolean): Generator<RowChunk> {
    this.#rest += text;
    const whole = wholeRows(this.#rest);
    const end = isLast ? this.#rest.length : whole.end;
    if (end === 0) {
      if (this.#rest.length > BLOCK_CHARS_MAX) throw broken(this.#source, 'có dấu nháy kép không đóng', 'a quote is never closed');
      return;
    }
    const block = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    this.#separator ??= separatorOf(block) ?? ',';
    let rows = rowsOfCsv(block, Number.POSITIVE_INFINITY, this.#separator);
    const [first] = rows;
    if (this.#places === null && first) {
      this.#places = this.#placesIn(first.cells);
      rows = rows.slice(1);
    }
    const before = this.#no;
    this.#no += whole.rows;
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      yield rows.slice(at, at + ROWS_AT_ONCE).map(({ row, cells }) => ({
        no: before + row,
        row: Object.fromEntries(this.#columns.map((column, i) => [column, cells[this.#places![i]!] ?? null])),
      }));
  }

  #placesIn(heads: readonly string[]): readonly number[] {
    const names = heads.map((one) =>
      one
        .replace(/^\uFEFF/, '')
        .trim()
        .normalize('NFC'),
    );
    return this.#columns.map((column) => {
      const at = names.indexOf(column.normalize('NFC'));
      if (at === -1) throw new SourceBroken(columnMissing({ source: this.#source, column, columns: names.slice(0, 40).join(', ') }));
      return at;
    });
  }
}
