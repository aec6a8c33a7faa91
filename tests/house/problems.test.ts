import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ProblemKind } from '#base/problem.ts';
import { ROOT, filesLike, textOf } from './sources.ts';

const isKind = (value: unknown): value is ProblemKind => typeof value === 'function' && 'declaration' in value;

/** Every declared code: those of the rooms' problems.ts or problems/, and the few that stand beside the thing they are about. */
const declared: { file: string; kind: ProblemKind }[] = [];
for (const file of filesLike('src/**/*.ts').filter((name) => !name.endsWith('.test.ts'))) {
  if (!/= problem\(\{/.test(textOf(file))) continue;
  for (const value of Object.values((await import(join(ROOT, file))) as Record<string, unknown>))
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

test('every code that is declared can be looked up: what a room keeps to itself has no page', () => {
  const written = filesLike('src/**/*.ts')
    .filter((name) => !name.endsWith('.test.ts') && name !== 'src/base/problem.ts')
    .flatMap((name) => [...textOf(name).matchAll(/problem\(\{\s*code: '(E-[A-Z0-9-]+)'/g)].map(([, code]) => code!));
  const known: ReadonlySet<string> = new Set(declared.map(({ kind }) => kind.declaration.code));
  assert.ok(written.length > 100);
  assert.deepEqual(
    written.filter((code) => !known.has(code)),
    [],
  );
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

test('every code that stands in a list of cells names the kind of repair, in both languages, without parameters', () => {
  // Codes that refuse a whole file or a request end it: they stand in no list.
  const inLists = declared.filter(
    ({ file, kind: { declaration } }) =>
      file.startsWith('src/standard/problems/') ||
      (file === 'src/doors/workbook/problems.ts' && declaration.severity !== undefined) ||
      (file === 'src/doors/portraits/problems.ts' && declaration.code.startsWith('E-PORTRAIT-')),
  );
  assert.ok(inLists.length > 80);
  assert.deepEqual(
    inLists.flatMap(({ kind: { declaration } }) =>
      declaration.group && !/[{}]/.test(declaration.group.vi + declaration.group.en) ? [] : [declaration.code],
    ),
    [],
  );
  const titles = declared.flatMap(({ kind: { declaration } }) => declaration.group?.vi ?? []);
  assert.deepEqual(
    titles.filter((title, i) => titles.indexOf(title) !== i),
    [],
    'two kinds of repair must not look the same',
  );
});

test('every code has its page', () => {
  assert.deepEqual(
    declared.map(({ kind }) => kind.declaration.code).filter((code) => !existsSync(join(ROOT, 'docs/problems', `${code}.md`))),
    [],
  );
});
