/** Metrics say how the installation runs, to whoever reaches their own listener, and nothing of anybody; what alerts and the dashboard ask is there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import type { Composed } from '#start/compose.ts';
import { openMetrics, serveMetrics, stopMetrics } from '#start/metrics.ts';
import type { Metrics } from '#start/metrics.ts';
import { aServer, dataFolder } from './server-for-tests.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let office: Office;
let folder: string;
let app: FastifyInstance;
let composed: Composed;
let metrics: Metrics;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder, {
    watch: (server, made) => {
      composed = made;
      metrics = openMetrics(made);
      metrics.watch(server);
    },
  });
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** Names of metrics that the text of an exposition holds. */
const namesIn = (text: string): Set<string> => new Set([...text.matchAll(/^([a-z_]+)(?:\{| )/gm)].map(([, name]) => name!));
/** Names that a question to Prometheus asks for. */
const askedIn = (question: string): string[] => question.match(/\b(?:congvu|process|nodejs)_[a-z0-9_]+/g) ?? [];

test('what alerts and the dashboard ask for is there, and each alert has its page', async () => {
  await app.inject({ url: '/healthz' });
  const names = namesIn(await metrics.text());
  const alerts = readFileSync(join(ROOT, 'deploy/prometheus/congvu-alerts.yaml'), 'utf8');
  const dashboard = readFileSync(join(ROOT, 'deploy/grafana/congvu.json'), 'utf8');
  const declared = (await metrics.text()).match(/^# TYPE (\S+)/gm)!.map((line) => line.slice('# TYPE '.length));
  const known = new Set([...names, ...declared, ...declared.flatMap((name) => [`${name}_count`, `${name}_bucket`])]);
  const asked = [...alerts.matchAll(/expr: (.*)/g)].map(([, question]) => question!).concat(dashboard.match(/"expr": ".*?(?<!\\)"/g)!);
  assert.ok(asked.length > 20, `${asked.length}`);
  assert.deepEqual(
    asked.flatMap(askedIn).filter((name) => !known.has(name)),
    [],
  );
  const pages = readFileSync(join(ROOT, 'docs/operate/alerts.md'), 'utf8')
    .match(/^## \w+/gm)!
    .map((title) => title.slice(3));
  assert.deepEqual(
    [...alerts.matchAll(/alert: (\w+)/g)].map(([, name]) => name!),
    pages,
    'alerts and pages, in one order',
  );
  for (const [, anchor] of alerts.matchAll(/runbook: docs\/operate\/alerts\.md#(\w+)/g))
    assert.ok(
      pages.some((page) => page.toLowerCase() === anchor),
      anchor,
    );
});

test('labels are routes as they are declared, never what was asked for', async () => {
  const secret = '0199a000-0000-7000-8000-00000000abcd';
  await app.inject({ url: `/api/v1/people/${secret}` });
  await app.inject({ url: `/khong-co/${secret}?so=000123456789` });
  const text = await metrics.text();
  assert.match(text, /congvu_http_request_seconds_count\{route="\/api\/v1\/people\/:id",method="GET",status="401"\} 1/);
  assert.match(text, /route="none",method="GET",status="404"/);
  assert.ok(!text.includes(secret) && !text.includes('000123456789') && !text.includes('khong-co'));
});

test('without the database the rest is told, and that it is away', async () => {
  const away = openMetrics({
    ...composed,
    db: { ...composed.db, transaction: () => Promise.reject(new Error('away')) },
  });
  const text = await away.text();
  assert.match(text, /^congvu_database_up 0$/m);
  assert.match(text, /^congvu_ready\{check="database"\} 0$/m);
  assert.match(text, /^congvu_disk_free_bytes\{folder="data"\} \d/m);
  assert.match(await metrics.text(), /^congvu_database_up 1$/m);
});

test('a backup that was never made has no age', async () => {
  assert.doesNotMatch(await metrics.text(), /^congvu_backup_age_seconds /m);
});

test('the listener answers that one question alone', async () => {
  const server = await serveMetrics(metrics, { port: 0, host: '127.0.0.1' });
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, method = 'GET'): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`, { method });
  try {
    const answer = await ask('/metrics');
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers.get('content-type')), /^text\/plain; version=0\.0\.4/);
    assert.match(await answer.text(), /^congvu_database_up 1$/m);
    assert.equal((await ask('/metrics', 'HEAD')).status, 200);
    assert.equal((await ask('/metrics', 'POST')).status, 405);
    assert.equal((await ask('/')).status, 404);
    assert.equal((await ask('/api/v1/session')).status, 404);
  } finally {
    await stopMetrics(server);
  }
});
