import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runSandboxedParser } from './sandboxed-parser.ts';
import type { ChildLimits } from './sandboxed-parser.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandboxed-parser-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS: ChildLimits = { wallMs: 10_000, cpuSeconds: 10, heapMib: 64, residentBytes: 300 * 1024 * 1024 };

let made = 0;
/** What a script told, and why it was killed. */
async function ran(source: string, limits: Partial<ChildLimits> = {}, native = false): Promise<{ told: string; killed: string | null }> {
  const script = join(folder, `script-${++made}.mjs`);
  writeFileSync(script, source);
  let told = '';
  const killed = await runSandboxedParser(
    { script, args: ['đối số'], sources: [`${folder}/*`], native, limits: { ...LIMITS, ...limits } },
    Buffer.from('dữ liệu'),
    (piece) => {
      told += piece.toString();
    },
  );
  return { told, killed: killed?.vi ?? null };
}

test('a child gets bytes and arguments, and tells', async () => {
  const { told, killed } = await ran(
    `let text = ''; for await (const piece of process.stdin) text += piece; process.stdout.write(process.argv[2] + ' ' + text);`,
  );
  assert.deepEqual([told, killed], ['đối số dữ liệu', null]);
});

test('it reads its own sources only, writes nothing, starts nothing, and has no environment', async () => {
  const tries = {
    read: `fs.readFileSync('/etc/passwd')`,
    write: `fs.writeFileSync(${JSON.stringify(join(folder, 'x'))}, 'x')`,
    start: `child.execSync('true')`,
    worker: `new worker.Worker('1', { eval: true })`,
    secret: `if (Object.keys(process.env).some((name) => name !== 'PWD' && name !== 'OLDPWD' && name !== 'SHLVL' && name !== '_')) 'has'; else throw 1`,
  };
  const source = `import fs from 'node:fs'; import child from 'node:child_process'; import worker from 'node:worker_threads';
    const done = []; const ask = (name, what) => { try { what(); done.push(name); } catch {} };
    ${Object.entries(tries)
      .map(([name, what]) => `ask('${name}', () => { ${what} });`)
      .join('\n')}
    process.stdout.write(JSON.stringify(done));`;
  assert.equal((await ran(source)).told, '[]');
  assert.equal((await ran(source, {}, true)).told, '[]', 'native code allowed: what is asked through Node is refused all the same');
});

test('one that takes too long, or too much, or tells nonsense is killed, and it is said why', async () => {
  const forever = 'setInterval(() => {}, 1000);';
  assert.equal((await ran(forever, { wallMs: 300 })).killed, 'quá thời gian');
  const grows = `const held = []; setInterval(() => { const more = Buffer.alloc(32 * 1024 * 1024); more.fill(1); held.push(more); }, 20);`;
  if (process.platform === 'linux') assert.equal((await ran(grows, { residentBytes: 150 * 1024 * 1024 })).killed, 'quá nhiều bộ nhớ');
  const script = join(folder, 'tells.mjs');
  writeFileSync(script, `process.stdout.write('x'); ${forever}`);
  const killed = await runSandboxedParser({ script, args: [], sources: [`${folder}/*`], limits: LIMITS }, Buffer.alloc(0), () => {
    throw new RangeError('not ours');
  });
  assert.equal(killed?.vi, 'phần đọc tệp nói sai');
});

test('who waits may stop it', async () => {
  const stop = new AbortController();
  const script = join(folder, 'stopped.mjs');
  writeFileSync(script, `process.stdout.write('x'); setInterval(() => {}, 1000);`);
  const killed = await runSandboxedParser(
    { script, args: [], sources: [`${folder}/*`], limits: LIMITS },
    Buffer.alloc(0),
    () => stop.abort(),
    stop.signal,
  );
  assert.deepEqual(killed, { vi: 'đã dừng', en: 'stopped' });
});
