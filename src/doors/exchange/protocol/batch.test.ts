import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { BATCH_BYTES_MAX, BATCH_TEXT_BYTES_MAX, EXTENSION_CHARS_MAX, LINE_CHARS_MAX } from '#doors/exchange/limits.ts';
import type { Result } from '#base/problem.ts';
import { linesOf, readChanges } from './batch.ts';
import { centreStep, enrolledSource } from './centre-step.ts';
import { AT, MEANS, aBatch, aChange } from './changes-for-tests.ts';
import { compressLines, expandLines } from './wire-bytes.ts';

const SAMPLE = aBatch([aChange(1), aChange(2, { fact: 'E/hopDong#k7', value: { loai: 'HDLV', so: '01' } })]);
const told = (result: Result<unknown>): string[] =>
  result.ok ? ['ok'] : result.problems.map(({ code, where }) => `${code} ${where.row ?? ''}${where.path ?? ''}`.trim());

test('a batch with any one byte of it another is refused: of its lines, its manifest and its signature', () => {
  const taken = (lines: string, text: string, signature: string): boolean => {
    const batch = { lines, manifest: { text, signature } };
    const { effects } = centreStep(enrolledSource('H26'), { kind: 'offered', batch, held: null, queued: 0, at: AT }, MEANS);
    return effects.some((effect) => effect.do === 'keep-batch');
  };
  const { lines, manifest } = SAMPLE;
  assert.ok(taken(lines, manifest.text, manifest.signature));
  const flips = (text: string): string[] => {
    const bytes = Buffer.from(text, 'utf8');
    return [...bytes].map((byte, at) => {
      const flipped = Buffer.from(bytes);
      flipped[at] = byte ^ 1;
      return flipped.toString('utf8');
    });
  };
  assert.deepEqual(
    flips(lines).filter((flipped) => taken(flipped, manifest.text, manifest.signature)),
    [],
  );
  assert.deepEqual(
    flips(manifest.text).filter((flipped) => taken(lines, flipped, manifest.signature)),
    [],
  );
  assert.deepEqual(
    flips(manifest.signature).filter((flipped) => taken(lines, manifest.text, flipped)),
    [],
  );
});

test('compressed bytes with any one of them another give the same lines or are refused, and lead nowhere else', () => {
  const bytes = compressLines(SAMPLE.lines);
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Uint8Array.from(bytes);
    flipped[at]! ^= 4;
    const read = expandLines(flipped);
    // Time, system and flags in the head of a gzip file say nothing of its content.
    assert.ok(!read.ok || read.value === SAMPLE.lines, String(at));
  }
});

test('what comes over the line has its bounds', () => {
  const bytes = compressLines(SAMPLE.lines);
  assert.deepEqual(expandLines(bytes), { ok: true, value: SAMPLE.lines });
  for (const [code, sent] of [
    ['E-EXCHANGE-SIZE', new Uint8Array(BATCH_BYTES_MAX + 1)],
    ['E-EXCHANGE-SIZE', gzipSync(Buffer.alloc(BATCH_TEXT_BYTES_MAX + 1))],
    ['E-EXCHANGE-COMPRESSION', new Uint8Array()],
    ['E-EXCHANGE-COMPRESSION', Buffer.from(SAMPLE.lines)],
    ['E-EXCHANGE-COMPRESSION', bytes.subarray(0, bytes.length - 1)],
    ['E-EXCHANGE-COMPRESSION', Buffer.concat([bytes, bytes])],
    ['E-EXCHANGE-COMPRESSION', Buffer.concat([bytes, Buffer.from('behind')])],
  ] as const)
    assert.deepEqual(told(expandLines(sent)), [code]);
  assert.deepEqual(told(expandLines(gzipSync(Buffer.of(0xff, 0xfe, 0x0a)))), ['E-EXCHANGE-LINE']);
});

test('a line is one change in its one form, with the number it must have', () => {
  const [first, second] = linesOf([aChange(1), aChange(2)])
    .trimEnd()
    .split('\n') as [string, string];
  const read = (...lines: readonly string[]): string[] =>
    told(readChanges(lines.map((line) => `${line}\n`).join(''), { first: 1, last: 2 }));
  assert.deepEqual(read(first, second), ['ok']);
  for (const [expected, wrong] of [
    ['E-EXCHANGE-LINE 2/', 'khong phai JSON'],
    ['E-EXCHANGE-LINE 2/', '['.repeat(60_000)],
    ['E-EXCHANGE-LINE 2RFC 8785', second.replace('{', '{ ')],
    // The same key twice: one reader would take the first, another the last.
    ['E-EXCHANGE-LINE 2RFC 8785', second.replace('{', '{"person":"p9",')],
    ['E-EXCHANGE-LINE 2RFC 8785', second.replace('Lan', String.raw`L\u0061n`)],
    ['E-EXCHANGE-LINE 2/seq', second.replace('"seq":2', '"seq":3')],
    ['E-EXCHANGE-LINE 2/seq', second.replace('"seq":2', '"seq":0')],
    ['E-EXCHANGE-LINE 2/operation', second.replace('assert', 'delete')],
    ['E-EXCHANGE-LINE 2/validFrom', second.replace('2026-11-01', '2026-02-30')],
    ['E-EXCHANGE-LINE 2/', second.replace(',"validFrom":"2026-11-01"', '')],
    ['E-EXCHANGE-LINE 2/_more', second.replace('{', '{"_more":1,')],
    ['E-EXCHANGE-SIZE', second.replace('Lê Thị Lan', 'x'.repeat(LINE_CHARS_MAX))],
  ] as const)
    assert.deepEqual(read(first, wrong), [expected], wrong.slice(0, 200));
  assert.deepEqual(read(first), ['E-EXCHANGE-LINE 2/']);
  assert.deepEqual(read(first, second, second), ['E-EXCHANGE-LINE 4/']);
  assert.deepEqual(told(readChanges(`${first}\n${second}`, { first: 1, last: 2 })), ['E-EXCHANGE-LINE 2/']);
});

test('of a thousand wrong lines a hundred are told', () => {
  assert.equal(told(readChanges('x\n'.repeat(1_000), { first: 1, last: 1_000 })).length, 100);
});

test('a line may carry what the standard does not know, within its bounds; beside it there is no other member', () => {
  const lines = (ext: Readonly<Record<string, unknown>>) => linesOf([aChange(1, { ext })]);
  const read = (text: string) => readChanges(text, { first: 1, last: 1 });
  const taken = read(lines({ 'vn.example': { mau: 'xanh', so: [1, 2] } }));
  assert.ok(taken.ok);
  assert.deepEqual(taken.value[0]!.ext, { 'vn.example': { mau: 'xanh', so: [1, 2] } });
  assert.deepEqual(told(read(lines({ a: 'x'.repeat(EXTENSION_CHARS_MAX) }))), ['E-EXCHANGE-LINE 1/ext']);
  assert.deepEqual(told(read(lines({}).replace('"ext":{}', '"ext":[]'))), ['E-EXCHANGE-LINE 1/ext']);
});
