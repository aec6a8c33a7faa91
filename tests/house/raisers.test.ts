/** A declared problem that nothing raises is a promise that nobody keeps: every code has a raiser in the code, and every rule its fact. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = globSync('{src,simulators,tools}/**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$|-for-tests\.ts$/.test(file));
const texts = new Map(files.map((file) => [file, read(file)]));

/** name of the export, and the file that declares it */
const declared = [...texts].flatMap(([file, text]) =>
  [...text.matchAll(/^export const (\w+) = problem\(\{/gm)].map(([, name]) => ({ name: name!, file })),
);

test('every declared problem is raised somewhere', () => {
  assert.ok(declared.length > 150, String(declared.length));
  const silent = declared.filter(({ name, file }) => {
    const used = new RegExp(`\\b${name}\\b`, 'g');
    const own = [...(texts.get(file)!.match(used) ?? [])].length;
    return own < 2 && ![...texts].some(([other, text]) => other !== file && used.test(text));
  });
  assert.deepEqual(
    silent.map(({ name, file }) => `${file}: ${name}`),
    [],
  );
});

test('the check on upload asks every rule that needs the register, with a fact for each', () => {
  const check = read('src/record/intake/check-upload.ts');
  assert.match(check, /findInRegister\(/);
  assert.match(check, /standingsOf\(/);
  const standing = read('src/standard/rules/finding.ts').match(/export interface Standing \{([^}]*)\}/)![1]!;
  const facts = [...standing.matchAll(/readonly (\w+):/g)].map(([, name]) => name!);
  const supplied = `${read('src/record/register/standing.ts')}${check}`;
  assert.deepEqual(
    facts.filter((fact) => !new RegExp(`${fact}: (?!false|0)`).test(supplied)),
    [],
    'a fact that nobody fills silences its rule',
  );
});
