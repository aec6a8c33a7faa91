/**
 * Reads the tables of a mapping and records what differs. A few hundred rows are one transaction: what was seen and what is to be sent stand or fall together, so
 * a reading that breaks off is simply read again.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Clock, Instant } from '#base/clock.ts';
import type { Problem, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { PROBLEMS_TOLD_MAX } from '#node/limits.ts';
import type { RecordedChange } from '#node/outbox/record.ts';
import { recordAll } from '#node/outbox/record.ts';
import type { NodeDatabase, SqlClient } from '#node/outbox/sql.ts';
import { endAlarms, factName, factsNamed, writeAlarm } from '#node/outbox/store.ts';
import { rowOfAnother, sourceNotOpened, sourceShrunk } from '#node/problems.ts';
import { differenceOf, sameValue } from './differences.ts';
import type { FactChange } from './differences.ts';
import { columnsOf, keyOfRow, mapRow } from './map-row.ts';
import type { MappedRow } from './map-row.ts';
import type { MappedTable, Mapping, OpenedMapping } from './mapping-file.ts';
import type { RowChunk } from './rows.ts';
import { SourceBroken, rowsOfFile, rowsOfView } from './rows.ts';
import {
  askAboutEmptied,
  askAboutGone,
  beginReading,
  countGone,
  endReading,
  keepSeen,
  seenRows,
  withdrawQuestions,
  writeSeen,
} from './store.ts';

export interface ReadingNeeds {
  readonly database: NodeDatabase;
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What came of reading one table. */
export interface Reading {
  readonly source: string;
  readonly rows: number;
  /** rows that said nothing new */
  readonly unchanged: number;
  /** rows of which nothing was sent */
  readonly wrong: number;
  /** changes that were recorded */
  readonly changes: number;
  readonly questions: number;
  /** the first hundred */
  readonly problems: readonly Problem[];
}

/** Where `da-doc` files of a folder go when they were read. */
const READ_FOLDER = 'da-doc';
/** More rows than these that are gone at once, and more than a fifth of all: a view that was filtered, a file that was cut. */
const GONE_MAX = 20;
const GONE_SHARE_MAX = 0.2;

/** Reads every table. A table that cannot be read is told, and the others are read. */
export async function readSources(needs: ReadingNeeds, opened: OpenedMapping): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (const table of opened.mapping.tables) readings.push(await readTable(needs, opened, table));
  return readings;
}

async function readTable(needs: ReadingNeeds, opened: OpenedMapping, table: MappedTable): Promise<Reading> {
  const source = `${opened.mapping.name}/${basename(table.from)}`;
  const readNo = await needs.database.transaction((sql) => beginReading(sql, source));
  const work = new TableReading(needs, opened.mapping, table, source, readNo);
  try {
    for await (const { chunk, done } of chunksOf(needs, opened, table, source)) {
      await work.take(chunk);
      await done?.();
    }
    // Files of a folder say what changed; a view or a file says everything, and what it does not say is gone.
    if (opened.mapping.read.kind !== 'folder') await work.askAboutGone();
  } catch (error) {
    if (!(error instanceof SourceBroken)) throw error;
    work.tell(error.problem);
  }
  return work.end();
}

interface Delivered {
  readonly chunk: RowChunk;
  /** what follows when the chunk is durable */
  readonly done?: () => Promise<void>;
}

async function* chunksOf(
  { environment }: ReadingNeeds,
  { mapping, folder }: OpenedMapping,
  table: MappedTable,
  source: string,
): AsyncGenerator<Delivered> {
  const { read, maker } = mapping;
  const columns = columnsOf(table, maker);
  if (read.kind === 'sql') {
    const url = environment[read.urlFrom];
    if (!url) {
      const why = { vi: `biến môi trường ${read.urlFrom} chưa đặt`, en: `the variable ${read.urlFrom} is not set` };
      throw new SourceBroken(sourceNotOpened({ source, why }));
    }
    for await (const chunk of rowsOfView(source, url, table.from, columns)) yield { chunk };
    return;
  }
  const place = resolve(folder, table.from);
  if (read.kind === 'csv') {
    for await (const chunk of rowsOfFile(source, place, columns, read.separator)) yield { chunk };
    return;
  }
  for (const name of await filesOf(place, source)) {
    for await (const chunk of rowsOfFile(`${source}/${name}`, join(place, name), columns, read.separator)) yield { chunk };
    // Read whole, and durable: whoever falls here reads it again, and finds nothing new in it.
    yield {
      chunk: [],
      done: async () => {
        await mkdir(join(place, READ_FOLDER), { recursive: true });
        await rename(join(place, name), join(place, READ_FOLDER, name));
      },
    };
  }
}

/** Files of a folder, oldest name first. One that is still being written has another ending until it is whole. */
async function filesOf(place: string, source: string): Promise<readonly string[]> {
  try {
    const found = await readdir(place, { withFileTypes: true });
    return found
      .filter((one) => one.isFile() && /\.csv$/i.test(one.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new SourceBroken(sourceNotOpened({ source, why: { vi: code, en: code } }));
  }
}

/** One reading of one table, as it goes on. */
class TableReading {
  readonly #needs: ReadingNeeds;
  readonly #mapping: Mapping;
  readonly #table: MappedTable;
  readonly #source: string;
  readonly #readNo: number;
  readonly #problems: Problem[] = [];
  #rows = 0;
  #wrong = 0;
  #nameless = 0;
  #unchanged = 0;
  #changes = 0;
  #questions = 0;

  constructor(needs: ReadingNeeds, mapping: Mapping, table: MappedTable, source: string, readNo: number) {
    this.#needs = needs;
    this.#mapping = mapping;
    this.#table = table;
    this.#source = source;
    this.#readNo = readNo;
  }

  tell(...problems: readonly Problem[]): void {
    this.#problems.push(...problems.slice(0, Math.max(0, PROBLEMS_TOLD_MAX - this.#problems.length)));
  }

  /** Rows of one transaction. */
  async take(chunk: RowChunk): Promise<void> {
    if (chunk.length === 0) return;
    const at = this.#needs.clock.now();
    await this.#needs.database.transaction(async (sql) => {
      const { rows, makers, kept } = this.#understood(chunk);
      const known = await seenRows(sql, this.#source, [...rows.keys()]);
      const changes: RecordedChange[] = [];
      const emptied: { key: string; person: string; fact: string }[] = [];
      const fresh: MappedRow[] = [];
      for (const [key, { row, no }] of rows) {
        const before = known.get(key) ?? null;
        if (before !== null && before.person !== row.person) {
          this.#wrong += 1;
          this.tell(rowOfAnother({ source: this.#source, row: String(no) }, { where: { row: no } }));
          kept.push(key);
          continue;
        }
        const difference = differenceOf(before, row);
        if (before === null && this.#table.claims) changes.push(this.#claim(row, makers.get(key)!, at));
        const own = difference.changes.map((change) => this.#change(row, change, makers.get(key)!, at));
        if (own.length === 0) this.#unchanged += 1;
        changes.push(...own);
        emptied.push(...difference.emptied.map((fact) => ({ key, person: row.person, fact })));
        fresh.push(row);
      }
      const needed = await notStanding(sql, changes);
      const recorded = await recordAll(sql, needed);
      // What the mapping lets through is a change: its texts are checked, its days exist.
      if (!recorded.ok) throw new SourceBroken(recorded.problems[0]!);
      this.#changes += needed.length;
      await writeSeen(sql, this.#source, this.#readNo, fresh);
      if (kept.length > 0) await keepSeen(sql, this.#source, this.#readNo, kept);
      await askAboutEmptied(sql, this.#source, emptied, at);
    });
  }

  /** Rows by key; of two with one key the later counts. */
  #understood(chunk: RowChunk) {
    const rows = new Map<string, { readonly row: MappedRow; readonly no: number }>();
    const makers = new Map<string, string>();
    const kept: string[] = [];
    for (const { no, row } of chunk) {
      this.#rows += 1;
      const mapped = mapRow(this.#table, row, { source: this.#source, row: no });
      if (mapped.ok) {
        const { column, is } = this.#mapping.maker;
        makers.set(mapped.value.key, is ?? (row[column!]?.trim() || this.#mapping.name));
        rows.set(mapped.value.key, { row: mapped.value, no });
        continue;
      }
      this.#wrong += 1;
      this.tell(...mapped.problems);
      const key = keyOfRow(this.#table, row);
      if (key === null) this.#nameless += 1;
      else kept.push(key);
    }
    return { rows, makers, kept };
  }

  #base(row: MappedRow, maker: string, at: Instant): Pick<RecordedChange, 'person' | 'schema' | 'maker' | 'madeAt' | 'lane'> {
    const { schema, lane = 'daily' } = this.#mapping;
    return { person: row.person, schema, maker: maker.slice(0, 200), madeAt: at, lane };
  }

  /** A name that says what is said: the same change of the same row is one, however often it is read. */
  #ref(row: MappedRow, says: object): string {
    const mark = createHash('sha256')
      .update(canonicalJson([this.#source, row.key, this.#readNo, says]))
      .digest('base64url')
      .slice(0, 27);
    return `${this.#mapping.name}-${mark}`;
  }

  #claim(row: MappedRow, maker: string, at: Instant): RecordedChange {
    const says = { fact: 'employer', operation: 'claim', validFrom: row.validFrom, value: null } as const;
    return { ...this.#base(row, maker, at), ...says, ref: this.#ref(row, says) };
  }

  #change(row: MappedRow, change: FactChange, maker: string, at: Instant): RecordedChange {
    return { ...this.#base(row, maker, at), ...change, ref: this.#ref(row, change) };
  }

  async askAboutGone(): Promise<void> {
    // A row without a key may be any of those that are missing.
    if (this.#nameless > 0) return;
    const [source, readNo] = [this.#source, this.#readNo];
    await this.#needs.database.transaction(async (sql) => {
      await withdrawQuestions(sql, source, readNo);
      const { known, gone } = await countGone(sql, source, readNo);
      if (gone > GONE_MAX && gone > known * GONE_SHARE_MAX) this.tell(sourceShrunk({ source, gone: String(gone), known: String(known) }));
      else if (gone > 0) this.#questions = await askAboutGone(sql, source, readNo, this.#needs.clock.now());
    });
  }

  async end(): Promise<Reading> {
    const at = this.#needs.clock.now();
    await this.#needs.database.transaction(async (sql) => {
      await endReading(sql, this.#source, { rows: this.#rows, problems: this.#problems, at });
      const codes = [...new Set(this.#problems.map(({ code }) => code))].sort();
      if (codes.length === 0) await endAlarms(sql, [`source:${this.#source}`], at);
      else await writeAlarm(sql, `source:${this.#source}`, codes, null, at);
    });
    return {
      source: this.#source,
      rows: this.#rows,
      unchanged: this.#unchanged,
      wrong: this.#wrong,
      changes: this.#changes,
      questions: this.#questions,
      problems: this.#problems,
    };
  }
}

/** Without what stands already: a record that arrived by the feed, or that a restored database reads again, is not told once more. */
async function notStanding(sql: SqlClient, changes: readonly RecordedChange[]): Promise<readonly RecordedChange[]> {
  const facts = new Map((await factsNamed(sql, changes)).map((one) => [factName(one), one.standing]));
  return changes.filter((change) => {
    const standing = facts.get(factName(change));
    if (change.operation === 'end') return standing?.ended !== change.value;
    return !(
      standing &&
      change.value !== null &&
      standing.ended === null &&
      standing.validFrom === change.validFrom &&
      sameValue(standing.value, change.value)
    );
  });
}

/** What a mapping would say, without keeping or sending anything: problems of each row, and how many would be read. */
export async function checkSources(needs: Pick<ReadingNeeds, 'environment'>, opened: OpenedMapping): Promise<Result<readonly Reading[]>> {
  const readings: Reading[] = [];
  for (const table of opened.mapping.tables) {
    const source = `${opened.mapping.name}/${basename(table.from)}`;
    const problems: Problem[] = [];
    let [rows, wrong] = [0, 0];
    try {
      for await (const { chunk } of chunksOf({ ...needs } as ReadingNeeds, opened, table, source))
        for (const { no, row } of chunk) {
          rows += 1;
          const mapped = mapRow(table, row, { source, row: no });
          if (mapped.ok) continue;
          wrong += 1;
          problems.push(...mapped.problems.slice(0, Math.max(0, PROBLEMS_TOLD_MAX - problems.length)));
        }
    } catch (error) {
      if (!(error instanceof SourceBroken)) throw error;
      return refused(error.problem);
    }
    readings.push({ source, rows, unchanged: 0, wrong, changes: 0, questions: 0, problems });
  }
  return ok(readings);
}
