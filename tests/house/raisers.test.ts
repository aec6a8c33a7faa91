/** A declared problem that nothing raises is a promise that nobody keeps: every code has a raiser in the code, and every rule its fact. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, isTest, textOf, wordsOf } from './sources.ts';

/** The code of a file by its words. */
interface Code {
  readonly file: string;
  readonly words: ReadonlyMap<string, number>;
  /** names under which it exports a problem that it declares */
  readonly declares: readonly string[];
}
const codeIn = (file: string, text: string): Code => ({
  file,
  words: wordsOf(file, text),
  declares: [...text.matchAll(/^export const (\w+) = problem\(\{/gm)].map(([, name]) => name!),
});
const CODES = filesLike('{src,simulators,tools}/**/*.ts')
  .filter((file) => !isTest(file) && file !== 'tools/guards.ts') // it tells what to break, and raises nothing
  .map((file) => codeIn(file, textOf(file)));

/** Problems that no other file names, nor their own once more. */
function silent(codes: readonly Code[]): string[] {
  const users = new Map<string, number>();
  for (const { words } of codes) for (const word of words.keys()) users.set(word, (users.get(word) ?? 0) + 1);
  return codes.flatMap(({ file, words, declares }) =>
    declares.filter((name) => words.get(name)! < 2 && users.get(name)! < 2).map((name) => `${file}: ${name}`),
  );
}

test('every declared problem is raised somewhere', () => {
  assert.ok(CODES.flatMap(({ declares }) => declares).length > 150);
  assert.deepEqual(silent(CODES), []);
});

test('a problem that is only declared is told, and a word in a comment raises nothing', () => {
  const declares = codeIn('a/problems.ts', 'export const noHat = problem({});');
  assert.deepEqual(silent([declares, codeIn('a/b.ts', '// noHat')]), ['a/problems.ts: noHat']);
  assert.deepEqual(silent([declares, codeIn('a/b.ts', 'return refused(noHat());')]), []);
});

test('the check on upload asks every rule that needs the register, with a fact for each', () => {
  const check = textOf('src/record/intake/check-upload.ts');
  assert.match(check, /findInRegister\(/);
  assert.match(check, /standingsOf\(/);
  const standing = textOf('src/standard/rules/finding.ts').match(/export interface Standing \{([^}]*)\}/)![1]!;
  const facts = [...standing.matchAll(/readonly (\w+):/g)].map(([, name]) => name!);
  const supplied = `${textOf('src/record/register/standing.ts')}${check}`;
  assert.deepEqual(
    facts.filter((fact) => !new RegExp(`${fact}: (?!false|0)`).test(supplied)),
    [],
    'a fact that nobody fills silences its rule',
  );
});
