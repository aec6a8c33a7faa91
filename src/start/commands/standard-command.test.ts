/** The appendix comes as a table and goes back as one, every line with what it is; filled in, it is read again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appendixIn } from '#authority/code-lists/appendix-table.ts';
import { snapshotText } from '#doors/exchange/standard-snapshot.ts';
import { runStandardDiff } from './standard-diff-command.ts';
import { runCoverage, runImportAppendix } from './standard-command.ts';
import type { StandardIo } from './standard-command.ts';

function aTerminal(file: string) {
  const answered: string[] = [];
  const refusals: string[] = [];
  const written = new Map<string, Uint8Array>();
  const io: StandardIo = {
    answer: (text) => answered.push(text),
    print: () => undefined,
    sayProblems: (problems) => refusals.push(...problems.map(({ code }) => code)),
    readFile: async (path) => written.get(path) ?? Buffer.from(file),
    writeFile: async (path, bytes) => {
      written.set(path, bytes);
    },
  };
  return { io, answered, refusals, written };
}

const FILE = `PHỤ LỤC\nSTT;Tên trường thông tin;Nhóm;Loại dữ liệu;Cơ quan nguồn\n1;Họ và tên khai sinh;1;Dữ liệu chủ;Bộ Công an\n2;Quyết định;4;Tham chiếu;\n3;Hệ số chưa ai biết;Nhóm 6;;Bộ Nội vụ\n`;

test('every line comes back with what it is, filled in it is read again, and nothing is lost', async () => {
  const { io, answered, written } = aTerminal(FILE);
  assert.equal(await runImportAppendix({ file: 'pl.csv', out: 'bang.csv', json: true }, io), 1);
  const { coverage, names } = JSON.parse(answered[0]!) as {
    coverage: { names: number; mapped: number; several: number; unknown: number };
    names: { name: string; keys: string[]; kind: string | null; sourceBody: string | null; group: string | null; outcome: string }[];
  };
  assert.deepEqual([coverage.names, coverage.mapped + coverage.several + coverage.unknown], [3, 3]);
  assert.deepEqual(
    names.map(({ name, group, kind, sourceBody }) => [name, group, kind, sourceBody]),
    [
      ['Họ và tên khai sinh', '1', 'master', 'Bộ Công an'],
      ['Quyết định', '4', 'reference', null],
      ['Hệ số chưa ai biết', '6', null, 'Bộ Nội vụ'],
    ],
  );
  assert.deepEqual(names[0]!.keys, ['hoTenKhaiSinh']);
  assert.equal(names[2]!.outcome, 'unknown');
  const table = Buffer.from(written.get('bang.csv')!).toString();
  assert.match(table, /Hệ số chưa ai biết/);
  written.set('bang.csv', Buffer.from(table.replace(/(Hệ số chưa ai biết,6,,Bộ Nội vụ),/, '$1,luong.heSo')));
  const again = appendixIn(await io.readFile('bang.csv'));
  assert.ok(again.ok);
  assert.deepEqual(again.value[2]!.keys, ['luong.heSo']);
  assert.equal(again.value.length, 3);
});

test('without the appendix the report counts what we hold to be of each group, and says so', async () => {
  const { io, answered } = aTerminal('');
  assert.equal(await runCoverage({ file: null, json: false }, io), 0);
  assert.match(answered.join('\n'), /Phụ lục 194 trường .* chưa có ở đây/);
  assert.match(answered.join('\n'), /Nhóm 10: \d+ trường của từ điển – Sức khỏe/);
  assert.match(answered.join('\n'), /Không phải kết quả chính thức/);
});

test('what is no table, or has no column of names, is refused with a next step', async () => {
  const workbook = aTerminal('PK\u0003\u0004');
  assert.equal(await runImportAppendix({ file: 'a.xlsx', out: null, json: false }, workbook.io), 2);
  assert.deepEqual(workbook.refusals, ['E-APPENDIX-NOT-CSV']);
  const headless = aTerminal('a,b\n1,2\n');
  assert.equal(await runCoverage({ file: 'a.csv', json: false }, headless.io), 2);
  assert.deepEqual(headless.refusals, ['E-APPENDIX-HEADS']);
});

test('two versions of the exchange standard are compared: the present one with itself, with one that lacks something, with one that is not there', async () => {
  const { io, answered, refusals, written } = aTerminal('');
  const now = JSON.parse(snapshotText()) as { things: Record<string, string> };
  const { ['major cbccvc@2']: _gone, ...things } = now.things;
  written.set('next.json', Buffer.from(JSON.stringify({ ...now, version: '9.0', things })));
  const asked = { releases: 'docs/standard/exchange/releases', json: false };
  assert.equal(await runStandardDiff({ ...asked, from: 'now', to: 'now' }, io), 0);
  assert.equal(await runStandardDiff({ ...asked, from: 'now', to: 'next.json' }, io), 1);
  assert.match(answered.join('\n'), /✗ bỏ major cbccvc@2\n {4}trước: taken\n.* → 9\.0: 1 khác biệt, 1 phá vỡ/);
  assert.equal(await runStandardDiff({ ...asked, from: 'next.json', to: '7.7' }, io), 2);
  assert.deepEqual(refusals, ['E-STANDARD-VERSION']);
});
