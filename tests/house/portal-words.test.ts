/** Words stand beside their screens; nobody's hide another's when they are brought together. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { firstFiles, parted, partedByFirstLoad, wordsNamedIn } from '../../tools/first-load.ts';
import { portalWords, wordsModule } from '../../tools/portal-words.ts';
import { ROOT } from './sources.ts';

test('two folders that use one name are refused', async () => {
  const root = mkdtempSync(join(tmpdir(), 'congvu-words-'));
  try {
    for (const folder of ['home', 'people']) {
      mkdirSync(join(root, 'portal', folder), { recursive: true });
      writeFileSync(join(root, 'portal', folder, 'words.ts'), `export const words = { title: { vi: 'a', en: 'b' } };`);
    }
    await assert.rejects(portalWords(root), /portal\/people\/words\.ts: "title"/);
    rmSync(join(root, 'portal', 'people'), { recursive: true });
    assert.match(wordsModule(await portalWords(root), 'vi', 'first'), /export const vi = \{\n "title": "a"/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('each folder adds its words to the menu; two that name one task are refused', async () => {
  const root = mkdtempSync(join(tmpdir(), 'congvu-words-'));
  const write = (folder: string, task: string): void => {
    mkdirSync(join(root, 'portal', folder), { recursive: true });
    writeFileSync(join(root, 'portal', folder, 'words.ts'), `export const words = { menu: { ${task}: { vi: 'a', en: 'b' } } };`);
  };
  try {
    write('home', 'home');
    write('lists', 'lists');
    assert.match(wordsModule(await portalWords(root), 'en', 'first'), /"menu": \{\n {2}"home": "b",\n {2}"lists": "b"/);
    write('people', 'home');
    await assert.rejects(portalWords(root), /portal\/people\/words\.ts: "home"/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

/** Words of our code that nobody says to anybody: one that stands in a text came there with a new name for a function. */
const OF_CODE =
  /\b(?:localiz\w+|stringif\w+|boolean|undefined|payload|nullable|callback|getter|setter|enqueu\w+|async|tuple|accept\w+By\w+)\b/i;

test('no word of the code stands in a text of a screen', async () => {
  const all = await portalWords(ROOT);
  const texts = (['en', 'vi'] as const).map((language) => wordsModule(all, language, 'first')).join('\n');
  const said = [...texts.matchAll(/: "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!.replaceAll(/\{\{\w+\}\}/g, ''));
  assert.ok(said.length > 1_500);
  assert.deepEqual(
    said.filter((text) => OF_CODE.test(text)),
    [],
  );
  assert.ok(OF_CODE.test('The two records localize the same everywhere.') && !OF_CODE.test('The two records say the same everywhere.'));
});

test('the words of the first load are those that its files name; all others come later', () => {
  assert.deepEqual(wordsNamedIn("t('home.title') + t(open ? 'app.a' : 'app.b') + t(`way.${step}-what`) + texts('role')"), [
    'home.title',
    'app.a',
    'app.b',
    'way',
    'role',
  ]);
  const text = { vi: 'a', en: 'b' };
  assert.deepEqual(
    parted({ home: { title: text, next: text }, way: { one: text }, other: { x: text } }, ['home.title', 'way', 'other.none']),
    {
      first: { home: { title: text }, way: { one: text } },
      more: { home: { next: text }, other: { x: text } },
    },
  );
});

test('a screen that is fetched when it is opened does not come with the first load', () => {
  const files = firstFiles(ROOT);
  assert.ok(files.includes('portal/shell/TopBar.tsx') && files.includes('portal/home/Home.tsx'), files.join(' '));
  assert.deepEqual(
    files.filter((file) => /^portal\/(?:submissions|confirmation|people|own)\/.*\.tsx$/.test(file)),
    [],
  );
});

test('who is not signed in gets no word of what waits for an officer, and an officer none of the role chooser', async () => {
  const { first, home, demo, more } = partedByFirstLoad(ROOT, await portalWords(ROOT));
  assert.ok('title' in first['welcome']! && 'does' in home['home']! && 'title' in demo['demo']! && 'accounts' in more);
  assert.ok(!('does' in (first['home'] ?? {})) && !('title' in (first['demo'] ?? {})));
  assert.deepEqual(
    firstFiles(ROOT).filter((file) => file === 'portal/home/MyTasks.tsx' || file === 'portal/demo/ChooseRole.tsx'),
    [],
  );
});
