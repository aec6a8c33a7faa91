/**
 * Two servers with different surfaces and a worker on one database, each with a folder of its own: each answers its own surfaces, and what one of them keeps
 * as a file the others read.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { DEMO_DAY, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Visitor } from '#start/demo/http-client.ts';
import { aFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import { until } from './killable.ts';

const BODY = 'H26.03.01';
/** A set of invented people that no other workbook uses. */
const SET = 96;

let fleet: Fleet;
let clerk: Visitor;
let folders: readonly string[];

before(async () => {
  fleet = await aFleet(6);
  const shared = { CARD_URL: fleet.second, FILES: 'database' };
  folders = ['worker', 'second'].map((name) => join(fleet.dataFolder, name));
  await fleet.start('server-1', { ...shared, SURFACES: 'portal,administration' });
  // Every node has the same keys, and nothing else in common but the database.
  for (const folder of folders) cpSync(join(fleet.dataFolder, 'keys'), join(folder, 'keys'), { recursive: true });
  await fleet.start('worker-1', { ...shared, DATA_FOLDER: folders[0]! });
  await fleet.start('server-2', { ...shared, DATA_FOLDER: folders[1]!, SURFACES: 'card,exchange' });
  clerk = visitor(fleet.address);
  await clerk.signIn('nhap-lieu');
});
after(() => fleet?.drop());

const status = async (url: string): Promise<number> => (await fetch(url)).status;

test('each says that it lives and works', async () => {
  for (const base of [fleet.address, fleet.second]) {
    assert.equal(await status(`${base}/healthz`), 200);
    await until(`${base} ready`, async () => ((await status(`${base}/readyz`)) === 200 ? true : null));
  }
});

test('people sign in at the first; at the second there is nothing to sign in to', async () => {
  assert.equal((await clerk.get(`${fleet.address}/api/v1/submissions`)).status, 200);
  for (const path of ['/api/v1/submissions', '/auth/sign-in', '/api/v1/session', '/api/v1/accounts'])
    assert.equal(await status(`${fleet.second}${path}`), 404, path);
  for (const path of ['/card/trust-list', '/card/trust-anchor']) assert.equal(await status(`${fleet.address}${path}`), 404, path);
});

test('what was sent to the server is read by the worker', async () => {
  const { items } = (await clerk.get(`${fleet.address}/api/v1/bodies`)).json as { items: { id: string; code: string }[] };
  const body = items.find(({ code }) => code === BODY)!.id;
  const template = (await clerk.get(`${fleet.address}/api/v1/bodies/${body}/template.xlsx`)).bytes;
  const [person] = newPeople(BODY, 1, SET, DEMO_DAY);
  const bytes = await fillTemplate(template, [cellsOf(person!.nationalId, person!.document)]);
  const sent = await clerk.send('POST', `${fleet.address}/api/v1/uploads?body=${body}&asOf=${DEMO_DAY}`, bytes);
  assert.equal(sent.status, 201, JSON.stringify(sent.json));
  const seen = await until('the check', async () => {
    const found = (await clerk.get(`${fleet.address}/api/v1/submissions/${sent.json.submissionId}`)).json;
    return found.state === 'reading' ? null : found;
  });
  assert.deepEqual([seen.counts.received, seen.counts.accepted], [1, 1], JSON.stringify(seen.refusal));
});

test('what the worker publishes stands at the second, under its own address', async () => {
  const published = (path: string): Promise<string> =>
    until(path, async () => {
      const answer = await fetch(`${fleet.second}${path}`);
      return answer.ok ? answer.text() : null;
    });
  const trustList = await published('/card/trust-list');
  assert.ok(Buffer.from(trustList.split('.')[1]!, 'base64url').toString().includes(`"${fleet.second}/card"`));
  assert.match(await published('/api/v1/audit/checkpoint'), /^audit\./);
});

test('nothing of it stands in a folder, and the log is whole by what the database keeps', async () => {
  for (const folder of [fleet.dataFolder, ...folders])
    for (const area of ['blobs', 'audit', 'card']) assert.equal(existsSync(join(folder, area)), false, join(folder, area));
  const { exit, out } = await fleet.command('audit', 'verify', '--json');
  assert.deepEqual([exit, (JSON.parse(out) as { findings: unknown[] }).findings], [0, []]);
});

test('what the database keeps is copied into a folder by command', async () => {
  const moved = await fleet.command('files', 'to-folder');
  assert.equal(moved.exit, 0, moved.out);
  for (const path of ['blobs', 'audit/checkpoint', 'card/trust-list']) assert.equal(existsSync(join(fleet.dataFolder, path)), true, path);
  assert.equal((await fleet.command('files', 'elsewhere')).exit, 64);
});
