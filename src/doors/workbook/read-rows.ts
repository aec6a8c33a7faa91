/** The parent of the sandboxed parser: hands it the bytes, collects its rows. */
import { join } from 'node:path';
import { runSandboxedParser } from '#base/sandboxed-parser.ts';
import { frameCutter, frameReader } from './reader/frames.ts';
import type { ReadRow } from './reader/frames.ts';
import type { Counters, Line } from './reader/read-sheets.ts';

/** Heap of the child, in MiB (threats T18, T19). */
export const HEAP_MIB_MAX = 160;
const LIMITS = { wallMs: 60_000, cpuSeconds: 60, heapMib: HEAP_MIB_MAX, residentBytes: 700 * 1024 * 1024 };

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** in the order of their numbers; cells are made when they are looked at */
  readonly rows: ReadRow[];
  /** only its first rows: nobody asked for it */
  readonly peeked: boolean;
  /** merged ranges, "B5:B9" */
  readonly merges: readonly string[];
  /** places of values far to the right that were left out */
  readonly strays: readonly string[];
}

export type ReadRows =
  | { readonly kind: 'read'; readonly sheets: readonly ReadSheet[]; readonly counters: Counters }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
      readonly counters: Counters | null;
    };

const folder = join(import.meta.dirname, 'reader');
const ZIP = join(import.meta.dirname, '..', '..', 'base', 'zip.ts');

/** Puts rows into the order of their numbers, whatever order a program stored them in; returns a number that stands twice. */
function inOrder(rows: { readonly row: number }[]): number | null {
  if (rows.every(({ row }, i) => i === 0 || row > rows[i - 1]!.row)) return null;
  rows.sort((a, b) => a.row - b.row);
  return rows.find(({ row }, i) => i > 0 && row === rows[i - 1]!.row)?.row ?? null;
}

/** Reads all rows in a child process that may read only its own sources, write nothing, start nothing. */
export async function readRows(
  bytes: Uint8Array,
  widestSheet: number,
  how: {
    readonly sheetNames?: readonly string[];
    readonly progress?: (rows: number) => void;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<ReadRows> {
  const sheets = new Map<number, ReadSheet>();
  let last = null as Line | null;
  let rows = 0;
  const takeFrame = frameReader<Line>(
    (line) => {
      last = line;
      if (line.k === 'sheet')
        sheets.set(line.i, { name: line.name, hidden: line.hidden, peeked: line.peeked, rows: [], merges: [], strays: [] });
      else if (line.k === 'merges' || line.k === 'strays') {
        const sheet = sheets.get(line.i);
        if (sheet) sheets.set(line.i, { ...sheet, ...(line.k === 'merges' ? { merges: line.ranges } : { strays: line.cells }) });
      }
    },
    (index, told) => {
      for (const one of told) sheets.get(index)?.rows.push(one);
      rows += told.length;
      how.progress?.(rows);
    },
  );
  const killed = await runSandboxedParser(
    {
      script: join(folder, 'process.ts'),
      args: [String(widestSheet), JSON.stringify(how.sheetNames ?? []), String(bytes.length)],
      sources: [`${folder}/*`, ZIP],
      limits: LIMITS,
    },
    bytes,
    frameCutter(takeFrame),
    how.signal,
  );
  if (killed === null && last?.k === 'refused') return { kind: 'refused', code: last.code, params: last.params, counters: last.counters };
  if (killed === null && last?.k === 'end') {
    for (const { rows: own, name } of sheets.values()) {
      const twice = inOrder(own);
      if (twice !== null)
        return {
          kind: 'refused',
          code: 'E-WORKBOOK-BROKEN',
          params: { why: `dòng ${twice} đứng hai lần trong trang "${name}"`, whyEn: `row ${twice} stands twice in sheet "${name}"` },
          counters: last.counters,
        };
    }
    return { kind: 'read', sheets: [...sheets.values()], counters: last.counters };
  }
  return {
    kind: 'refused',
    code: 'E-WORKBOOK-TOO-HEAVY',
    params: { why: killed?.vi ?? 'phần đọc tệp dừng bất thường', whyEn: killed?.en ?? 'the reader ended without a word' },
    counters: null,
  };
}
