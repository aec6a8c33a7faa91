/** The client in Python, written from the text of the standard alone, passes the runner as a vendor's program does: the text suffices. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readReport, reportPage, signReport } from '#doors/exchange/conformance-report.ts';
import type { ConformanceReport } from '#doors/exchange/conformance.ts';
import { lookAt } from '#start/commands/conformance-command.ts';

const CLIENT = join(import.meta.dirname, '../../kit/python/congvu_client.py');
const hasTools = ['python3', 'openssl'].every((tool) => spawnSync(tool, [tool === 'openssl' ? 'version' : '--version']).status === 0);
const here = { skip: hasTools ? false : 'no python3 or openssl here' };

let report: ConformanceReport;
const kept = process.env['PYTHONDONTWRITEBYTECODE'];
before(async () => {
  process.env['PYTHONDONTWRITEBYTECODE'] = '1';
  if (hasTools) report = await lookAt('congvu_client.py', `python3 "${CLIENT}"`, () => undefined);
});
after(() => {
  if (kept === undefined) delete process.env['PYTHONDONTWRITEBYTECODE'];
  else process.env['PYTHONDONTWRITEBYTECODE'] = kept;
});

test('it passes every step, in at most three hundred lines of the standard library', here, () => {
  const wrong = report.suites.flatMap(({ steps }) => steps.filter(({ outcome }) => outcome !== 'passed'));
  assert.deepEqual(
    wrong.map(({ id, because }) => `${id}: ${because?.en}`),
    [],
  );
  assert.equal(report.conforms, true);
  const text = readFileSync(CLIENT, 'utf8');
  assert.ok(text.split('\n').length <= 301);
  const standard = /^import (.*)$/m.exec(text)![1]!.split(', ');
  const all = spawnSync('python3', ['-c', 'import sys; print(" ".join(sys.stdlib_module_names))'], { encoding: 'utf8' }).stdout.split(/\s/);
  assert.deepEqual(
    standard.map((name) => name.split('.')[0]!).filter((name) => !all.includes(name)),
    [],
  );
});

test('its report is signed by who ran it; one that was changed is none; the page shows every step with its clause', here, () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signed = signReport(report, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  assert.deepEqual(readReport(signed), report);
  assert.equal(readReport({ ...signed, text: signed.text.replace('"conforms":true', '"conforms":false') }), null);
  assert.equal(readReport({ ...signed, publicKey: 'none' }), null);
  const page = reportPage(report);
  for (const { id, clause } of report.suites.flatMap(({ steps }) => steps))
    assert.ok(page.includes(`<td>${id}</td>`) && page.includes(` ${clause}</td>`), id);
});

test('a program that ends without a report fails, with what it said; one that is not there too', here, async () => {
  for (const command of ['python3 -c import,sys', 'no-such-program-here']) {
    const failed = await lookAt('hỏng', command, () => undefined);
    assert.equal(failed.conforms, false);
    assert.ok(failed.must['not-tried'] > 0, 'what needs another suite says so');
  }
});
