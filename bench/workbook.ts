/** Reading a workbook of 20,000 rows × 60 columns, beside a bare inflate-and-scan of the same file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { HEAP_MIB_MAX, readRows } from '#doors/workbook/read-rows.ts';
import { megabytes, round } from './row.ts';
import type { Bench } from './row.ts';

const ROWS = 20_000;
const COLUMNS = 60;
const RUNS = 3;

const letter = (n: number): string =>
  (n > 26 ? String.fromCharCode(64 + Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));

/** A zip with these parts, deflated; as plain as a spreadsheet program writes it. */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const raw = Buffer.from(text);
    const data = deflateRawSync(raw, { level: 6 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(raw), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(raw.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(raw), 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(raw.length, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    const local = Buffer.concat([head, Buffer.from(name), data]);
    locals.push(local);
    centrals.push(Buffer.concat([central, Buffer.from(name)]));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function bigWorkbook(): { file: Buffer; sheet: string } {
  const strings: string[] = [];
  const rows: string[] = [];
  for (let row = 1; row <= ROWS; row++) {
    const cells: string[] = [];
    for (let column = 1; column <= COLUMNS; column++) {
      const at = `${letter(column)}${row}`;
      if (column % 5 === 0) cells.push(`<c r="${at}"><v>${row * column}</v></c>`);
      else {
        cells.push(`<c r="${at}" s="1" t="s"><v>${strings.length}</v></c>`);
        strings.push(`<si><t>Nguyễn Văn ${row}-${column}</t></si>`);
      }
    }
    rows.push(`<row r="${row}">${cells.join('')}</row>`);
  }
  const sheet = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  return {
    sheet,
    file: zip({
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/styles.xml':
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.join('')}</sst>`,
      'xl/worksheets/sheet1.xml': sheet,
    }),
  };
}

/** Looks into every part: each is inflated whole and decoded, with zlib and V8 alone. */
function inflated(file: Buffer, look: (text: string) => number): number {
  const startedMs = performance.now();
  let at = 0;
  let seen = 0;
  while (at + 30 < file.length && file.readUInt32LE(at) === 0x04034b50) {
    const data = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    const size = file.readUInt32LE(at + 18);
    seen += look(inflateRawSync(file.subarray(data, data + size)).toString('utf8'));
    at = data + size;
  }
  if (seen === 0) throw new Error('nothing was scanned');
  return performance.now() - startedMs;
}

/** Takes what stands between `open` and the next `<`, each time; returns the characters taken. */
function take(text: string, open: string): number {
  let chars = 0;
  for (let i = text.indexOf(open); i >= 0; i = text.indexOf(open, i)) {
    const from = i + open.length;
    i = text.indexOf('<', from);
    chars += text.slice(from, i).length;
  }
  return chars;
}

/**
 * The limit: inflate every part, decode it, and take each value and each shared string once, in one process and one pass.
 * It knows neither rows nor columns, resolves no shared string and no entity, checks nothing and keeps nothing.
 */
const bareScanMs = (file: Buffer): number => inflated(file, (text) => take(text, '<v>') + take(text, '<t>'));

/** Less than that: inflate every part, decode it, and only count each `<`; no value is looked at. Told for comparison. */
const countMs = (file: Buffer): number =>
  inflated(file, (text) => {
    let seen = 0;
    for (let i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) seen += 1;
    return seen;
  });

/** Peak memory of the reader alone, in a process of its own with the child's heap limit. */
function readerPeakBytes(file: Buffer): number {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-bench-wb-'));
  try {
    writeFileSync(join(folder, 'big.xlsx'), file);
    const probe = spawnSync(
      process.execPath,
      [`--max-old-space-size=${HEAP_MIB_MAX}`, join(import.meta.dirname, 'workbook-probe.ts'), join(folder, 'big.xlsx'), String(COLUMNS)],
      { encoding: 'utf8' },
    );
    return Number(probe.stdout) * 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const workbook: Bench = async (tell) => {
  const { file, sheet } = bigWorkbook();
  tell(`tệp ${megabytes(file.length)} MB, trang ${megabytes(Buffer.byteLength(sheet))} MB`);
  const ours: number[] = [];
  const bare: number[] = [];
  const counted: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(bareScanMs(file));
    counted.push(countMs(file));
    const startedMs = performance.now();
    const read = await readRows(file, COLUMNS);
    // Rows make their cells when they are looked at: the reading has ended when every text was taken.
    let cells = 0;
    let chars = 0;
    if (read.kind === 'read')
      for (const sheet of read.sheets)
        for (const row of sheet.rows)
          for (const [, text] of row.cells) {
            cells += 1;
            chars += text.length;
          }
    ours.push(performance.now() - startedMs);
    if (read.kind !== 'read' || cells !== ROWS * COLUMNS || chars !== read.counters.chars)
      throw new Error('the workbook was not read whole');
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const [us, limit] = [median(ours), median(bare)];
  tell(`bung và chỉ đếm dấu "<": ${Math.round(median(counted))} ms (${round(us / median(counted))} ×)`);
  const peak = readerPeakBytes(file);
  return [
    {
      name: 'workbook-read',
      value: Math.round(us),
      unit: 'ms',
      beside: 'bare inflate and take of each value',
      besideValue: Math.round(limit),
      ratio: round(us / limit),
      goal: '≤ 1.4 × bare scan',
      met: us <= limit * 1.4,
    },
    {
      name: 'workbook-reader-memory',
      value: megabytes(peak),
      unit: 'MB',
      beside: 'limit',
      besideValue: 150,
      ratio: round(megabytes(peak) / 150),
      goal: '< 150 MB',
      met: megabytes(peak) < 150,
    },
  ];
};
