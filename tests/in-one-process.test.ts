/** The runner of files in one process: what it counts, and that an error which nobody caught ends it with words. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { COUNT, FIGURE } from './summary.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-in-one-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}
/** Runs files of these texts together. */
const together = (...texts: readonly string[]): Said => runs([], texts);
const inTurn = (...texts: readonly string[]): Said => runs(['--in-turn'], texts);

function runs(how: readonly string[], texts: readonly string[]): Said {
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.test.mjs`);
    writeFileSync(file, `import { after, before, test } from 'node:test';\n${text}`);
    return file;
  });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'in-one-process.ts'), ...how, ...files],
    { encoding: 'utf8' },
  );
  return { exit: status, out: stdout, err: stderr };
}

test('the tests of all files are counted, each after what stands before them, and the first file is what was started', () => {
  const said = together(
    `let ready = false; before(async () => { await new Promise((done) => setTimeout(done, 20)); ready = true; });
     test('one', () => { if (!ready || !process.argv[1].endsWith('0.test.mjs')) throw new Error(process.argv[1]); });`,
    `test('two', async () => { await null; }); test('three', () => { throw new Error('it falls'); });`,
  );
  assert.equal(said.exit, 1, said.err);
  assert.match(said.out, new RegExp(`${COUNT} 2 1 `));
  assert.match(said.out, /✖ three[\s\S]+it falls/);
});

test('an error that nobody caught ends the process, says where it was made, and leaves no count', () => {
  for (const thrown of [`setTimeout(() => { throw new Error('lost') })`, `void Promise.reject(new Error('lost'))`]) {
    const said = together(`test('one', async () => { ${thrown}; await new Promise((done) => setTimeout(done, 60_000)); });`);
    assert.equal(said.exit, 1);
    assert.match(said.err, /Error: lost\n\s+at .*0\.test\.mjs/);
    assert.doesNotMatch(said.out, new RegExp(COUNT));
  }
});

test('what cannot run on a machine is said with its reason; what is skipped without one has failed', () => {
  const said = together(
    `test('with a reader of another make', { skip: 'no such reader here' }, () => undefined); test('one', () => undefined);`,
  );
  assert.equal(said.exit, 0, said.err);
  assert.match(said.out, new RegExp(`${FIGURE} NOT tried here: with a reader of another make \\(no such reader here\\)`));
  assert.match(said.out, new RegExp(`${COUNT} 1 0 `));
  for (const silent of ['{ skip: true }', '{ todo: true }'])
    assert.match(together(`test('left out', ${silent}, () => undefined);`).out, new RegExp(`${COUNT} 0 1 `), silent);
});

test('one that is ended says which of its tests were at work', async () => {
  const file = join(folder, 'hangs.test.mjs');
  writeFileSync(
    file,
    `import { test } from 'node:test';
     test('is over', () => undefined);
     test('waits for ever', async () => { process.stderr.write('hangs '); await new Promise((done) => setTimeout(done, 600_000)); });`,
  );
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'in-one-process.ts'), file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (piece: Buffer) => {
    if (err === '') child.kill('SIGTERM');
    err += piece.toString();
  });
  const [exit] = (await once(child, 'close')) as [number];
  assert.equal(exit, 1);
  assert.match(err, /At work when it was ended:[\s\S]*hangs\.test\.mjs: waits for ever/);
  assert.doesNotMatch(err, /is over/);
});

/** A file that says when it opens what it needs, when it closes it, and which file it takes itself for. */
const opening = (name: string): string => `
  const say = (what) => process.stderr.write(what + ' ');
  const later = () => new Promise((done) => setTimeout(done, 10));
  before(async () => { await later(); say('opens ${name}'); });
  after(async () => { await later(); say('closes ${name};'); });
  test('in ${name}', async () => { await later(); say('in ' + process.argv[1].slice(-10)); });`;

test('in turn: what a file opens is closed before the next begins, and each is what was started', () => {
  const said = inTurn(opening('a'), opening('b'));
  assert.equal(said.exit, 0, said.out);
  assert.equal(said.err.trim(), 'opens a in 0.test.mjs closes a; opens b in 1.test.mjs closes b;');
  assert.match(said.out, new RegExp(`${COUNT} 2 0 `));
});

test('in turn: a hook that fails is the failure of its own file, one that cannot be loaded is one too, and the others run', () => {
  const said = inTurn(
    `before(() => { throw new Error('no room') }); test('one', () => undefined);`,
    `test('two', () => undefined);`,
    `throw new Error('no such thing');`,
  );
  assert.equal(said.exit, 1);
  assert.match(said.out, new RegExp(`${COUNT} 1 [1-9] `));
  assert.match(said.out, /0\.test\.mjs[^✖]+no room/);
  assert.match(said.out, /2\.test\.mjs[^✖]+no such thing/);
});

test('in turn: an error that nobody caught ends them all', () => {
  const said = inTurn(
    `test('one', () => undefined);`,
    `test('two', async () => { void Promise.reject(new Error('lost')); await new Promise((done) => setTimeout(done, 60_000)); });`,
  );
  assert.equal(said.exit, 1);
  assert.match(said.err, /Error: lost\n\s+at .*1\.test\.mjs/);
  assert.doesNotMatch(said.out, new RegExp(COUNT));
});
