/** The tree of agencies from the command line: searched, exported, and a list taken in as a draft in the name of an administrator. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LIST_COLUMNS, LIST_SHEET } from '#authority/bodies/list-columns.ts';
import type { Problem } from '#base/problem.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { runBodies } from './bodies-command.ts';
import type { BodiesRequest } from './bodies-command.ts';
import { runInstall } from './install-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-bodies-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const ENV = {
  NODE_ENV: 'production',
  DATA_FOLDER: folder,
  PUBLIC_URL: 'https://congvu.example',
  OIDC_ISSUER: 'https://127.0.0.1:1',
  OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
  POPULATION_URL: 'https://127.0.0.1:1/ws',
  POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
};
const NUMBER = '001090000001';

async function bodies(request: BodiesRequest, typed: string | null = null) {
  const codes: string[] = [];
  const answered: string[] = [];
  const exit = await runBodies(ENV, request, {
    answer: (text) => void answered.push(text),
    print: () => undefined,
    sayProblems: (problems: readonly Problem[]) => void codes.push(...problems.map(({ code }) => code)),
    ask: async () => typed,
  });
  return { exit, codes, answer: answered.length === 0 ? null : (JSON.parse(answered[0]!) as Record<string, unknown>) };
}
before(async () => {
  const lines = ['Nguyễn Văn An', NUMBER];
  const io = { answer: () => undefined, print: () => undefined, sayProblems: () => undefined, ask: async () => lines.shift() ?? null };
  assert.ok((await runInstall(ENV, { answers: null, printSql: false, json: false, org: 'H26' }, io)) < 2);
});

test('an agency is found by an old name without marks; the tree is written as a list', async () => {
  const found = await bodies({ verb: 'search', text: 'thua thien hue', json: true });
  assert.equal(found.exit, 0);
  assert.ok((found.answer!['items'] as { name: string }[]).some(({ name }) => name.includes('Huế')));
  const file = join(folder, 'cay.xlsx');
  const taken = await bodies({ verb: 'export', file, org: 'VN', json: true });
  assert.deepEqual([taken.exit, Number(taken.answer!['rows']) > 50, existsSync(file)], [0, true, true]);
  assert.deepEqual((await bodies({ verb: 'export', file, org: 'H99', json: true })).codes, ['E-BODY-CODE']);
});

test('a list becomes a draft of the administrator whose number is typed, and of nobody else; its wrong cells are told', async () => {
  const file = join(folder, 'them.xlsx');
  const row = (cells: Record<string, string>): string[] => LIST_COLUMNS.map(({ key }) => cells[key] ?? '');
  const school = { name: 'Trường THPT Chu Văn An', bodyKind: 'DVSN4', level: 'TINH' };
  writeFileSync(
    file,
    await writeList({
      sheet: LIST_SHEET,
      heads: LIST_COLUMNS,
      rows: [row({ ...school, code: 'H26.101', parent: 'H26' }), row({ ...school, code: 'H26.102', parent: 'H26.999' })],
      guide: [],
    }),
  );
  const request = { verb: 'import', file, on: '2026-11-01', json: true } as const;
  assert.deepEqual((await bodies(request, '001190000002')).codes, ['E-INSTALL-PERSON']);
  assert.deepEqual((await bodies({ ...request, on: 'mai' }, NUMBER)).codes, ['E-BODIES-DAY']);
  const brought = await bodies(request, NUMBER);
  assert.deepEqual([brought.exit, brought.codes], [0, []]);
  assert.equal(brought.answer!['wrong'], 1);
  assert.deepEqual(
    (brought.answer!['cells'] as { row: number; column: string; code: string }[]).map((cell) => `${cell.column}${cell.row} ${cell.code}`),
    ['D3 E-ORG-PARENT-UNKNOWN'],
  );
});
