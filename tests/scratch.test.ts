/** What a run throws away, and what it counts. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { machineSeconds, processorSeconds } from './processor.ts';

const TESTS = import.meta.dirname;

test('folders of a run are open to whom the database runs as, and gone with the run', () => {
  const script = `
    import { statSync, writeFileSync } from 'node:fs';
    import { programFolder, scratchFolder } from '${TESTS}/scratch.ts';
    for (const folder of [scratchFolder(), programFolder()]) {
      writeFileSync(folder + '/kept', 'x');
      console.log(folder, (statSync(folder).mode & 0o777).toString(8));
    }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const folders = stdout.trim().split('\n');
  assert.equal(folders.length, 2);
  for (const line of folders) {
    const [folder = '', mode] = line.split(' ');
    assert.match(folder, /congvu-tests-\w+$/);
    assert.equal(mode, '755');
    assert.equal(existsSync(folder), false, folder);
  }
});

test('seconds of processor count children that ended, and those of the machine whoever worked, where the system tells', () => {
  const [before, machineBefore] = [processorSeconds(), machineSeconds()];
  spawnSync(process.execPath, [
    '--eval',
    'const { user, system } = process.cpuUsage(); for (let used = 0; used < 300_000; ) { for (let i = 0; i < 1e6; i++); const now = process.cpuUsage(); used = now.user + now.system - user - system; }',
  ]);
  const least = process.platform === 'linux' ? 0.25 : 0;
  const [took, machineTook] = [processorSeconds() - before, (machineSeconds() ?? 0) - (machineBefore ?? 0)];
  assert.ok(took >= least, `${took}`);
  assert.ok(machineTook >= least, `${machineTook}`);
});
