import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ProblemKind } from '#base/problem.ts';

const root = join(import.meta.dirname, '../..');
const isKind = (value: unknown): value is ProblemKind => typeof value === 'function' && 'declaration' in value;

/** Every declared code: those of the rooms' problems.ts, and the few that stand beside the thing they are about. */
const declared: { file: string; kind: ProblemKind }[] = [];
for (const file of globSync('src/**/*.ts', { cwd: root }).filter((name) => !name.endsWith('.test.ts'))) {
  if (!/= problem\(\{/.test(readFileSync(join(root, file), 'utf8'))) continue;
  for (const value of Object.values((await import(join(root, file))) as Record<string, unknown>))
    if (isKind(value) && !declared.some((one) => one.kind === value)) declared.push({ file, kind: value });
}

test('a code is declared once', () => {
  const codes = declared.map(({ kind }) => kind.declaration.code);
  assert.deepEqual(
    codes.filter((code, i) => codes.indexOf(code) !== i),
    [],
  );
  assert.ok(codes.length > 100);
});

test('every problem says what and what next, in both languages, and its example fills every hole', () => {
  for (const {
    file,
    kind: {
      declaration: { code, vi, en, next, example },
    },
  } of declared) {
    const texts = [vi, en, next.vi, next.en];
    assert.ok(
      texts.every((text) => text.trim().length > 4),
      `${code} (${file})`,
    );
    assert.notEqual(vi, en, code);
    const holes = new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)));
    assert.deepEqual(
      [...holes].filter((hole) => !(hole in example)),
      [],
      `${code}: holes without example`,
    );
  }
});

test('every code has its page', () => {
  assert.deepEqual(
    declared.map(({ kind }) => kind.declaration.code).filter((code) => !existsSync(join(root, 'docs/problems', `${code}.md`))),
    [],
  );
});
