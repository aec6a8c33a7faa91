/** What `deploy/` says of the product is so: settings and commands are there, a file as large as may be sent passes the proxy, alerts stand in the rules. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SETTINGS } from '#base/settings.ts';
import { UPLOAD_SIZE_BYTES_MAX } from '#record/intake/limits.ts';
import { HELP_VI, helpOf } from '#start/help.ts';
import { ROOT, textOf } from './sources.ts';

const NAMES = new Set(SETTINGS.map(({ name }) => name));
const units = readdirSync(join(ROOT, 'deploy/systemd')).filter((name) => /\.(service|timer)$/.test(name));

/** Settings that a file of settings names and that are none. */
const unknownIn = (file: string): string[] => (file.match(/^[A-Z_]+(?==)/gm) ?? []).filter((name) => !NAMES.has(name));

test('the file of settings names settings, and all that real operation asks for', () => {
  const file = textOf('deploy/systemd/congvu.env');
  assert.deepEqual(unknownIn(file), []);
  assert.deepEqual(unknownIn('NODE_ENV=production\nKHONG_CO=1\n'), ['KHONG_CO']);
  const named = new Set(file.match(/^[A-Z_]+(?==)/gm));
  assert.deepEqual(
    SETTINGS.filter(({ requiredInProduction, name }) => requiredInProduction && !named.has(name)).map(({ name }) => name),
    [],
  );
});

test('every unit runs a command that there is, in a box, and the readme names each', () => {
  assert.ok(units.length >= 4);
  for (const unit of units.filter((name) => name.endsWith('.service'))) {
    const text = textOf(`deploy/systemd/${unit}`);
    const command = /bin\/congvu ([\w-]+)/.exec(text)?.[1];
    assert.ok(command && helpOf(HELP_VI, command) !== null, `${unit}: ${command}`);
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=\n', 'User=congvu'])
      assert.ok(text.includes(line), `${unit} without ${line}`);
  }
});

test('the container file, which is built nowhere here, is read: two stages, a verified bundle, nobody’s root, a check of life, an end by SIGTERM', () => {
  const file = textOf('deploy/container/Containerfile');
  const stages = file.split(/^FROM /m).slice(1);
  assert.equal(stages.length, 2);
  assert.match(stages[0]!, /bundle verify --key/);
  assert.doesNotMatch(stages[1]!, /BUNDLE|npm|curl|wget|apt/, 'nothing is fetched, and no archive stays in a layer');
  for (const line of [/^USER 10001:10001$/m, /^STOPSIGNAL SIGTERM$/m, /^HEALTHCHECK /m, /^ENTRYPOINT \["/m, /^CMD \["start"\]$/m])
    assert.match(stages[1]!, line);
  assert.doesNotMatch(file, /^ADD |:latest|chmod 777|sudo/m);
  assert.doesNotMatch(file, /^ENV .*(SECRET|PASSWORD|DATABASE_URL)/m, 'no secret stands in a layer');
  const named = [...stages[1]!.matchAll(/^(?:ENV|   ) ?([A-Z_]+)=/gm)].map(([, name]) => name!);
  assert.ok(named.length >= 5);
  assert.deepEqual(
    named.filter((name) => !NAMES.has(name)),
    [],
  );
  const compose = textOf('deploy/container/compose.yaml');
  for (const line of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true', 'tmpfs: [/tmp]'])
    assert.ok(compose.includes(line), line);
});

test('logs are shipped by what acknowledges, with a queue on disk that is never given up, and the journal drops nothing for being much', () => {
  const file = textOf('deploy/log/rsyslog.conf');
  for (const part of [
    'type="omrelp"',
    'tls="on"',
    'action.resumeRetryCount="-1"',
    'queue.filename=',
    'queue.type="Disk"',
    'queue.size="20000000"',
    'queue.syncQueueFiles="on"',
    'queue.timeoutEnqueue="-1"',
  ])
    assert.ok(file.includes(part), part);
  const journal = textOf('deploy/log/journald.conf');
  for (const line of ['Storage=persistent', 'RateLimitIntervalSec=0']) assert.ok(journal.includes(line), line);
});

test('nodes wait for each other before anything is acknowledged, and a leader that wakes up takes no key from another', () => {
  const patroni = textOf('deploy/ha/patroni.yml');
  for (const line of [
    'synchronous_mode: true',
    'synchronous_mode_strict: true',
    "synchronous_commit: 'on'",
    'use_pg_rewind: true',
    'primary_stop_timeout: 10',
  ])
    assert.ok(patroni.includes(line), line);
  // Decision 0072: by API v3 Patroni 3.0.2 puts the leader's key without comparing.
  assert.match(patroni, /^etcd:$/m);
  assert.doesNotMatch(patroni, /^etcd3:$/m);
  assert.match(textOf('deploy/ha/etcd.env'), /^ETCD_ENABLE_V2=true$/m);
  const balancer = textOf('deploy/ha/haproxy-database.cfg');
  assert.equal(balancer.match(/on-marked-down shutdown-sessions/g)?.length, 2, 'nobody waits for a dead node');
  const named = new Set(textOf('deploy/ha/ha.env').match(/^HA_\w+(?==)/gm));
  for (const file of ['patroni.yml', 'etcd.env', 'haproxy-database.cfg', 'pgbackrest.conf', 'pgbouncer.ini'])
    for (const [, name] of textOf(`deploy/ha/${file}`).matchAll(/\$\{(HA_\w+)\}/g))
      assert.ok(named.has(name!), `${file}: nobody says ${name}`);
});

test('a file of the greatest size passes the proxy, so that the product itself refuses what is larger', () => {
  for (const [, size] of textOf('deploy/proxy/nginx.conf').matchAll(/client_max_body_size (\d+)m;/g))
    assert.ok(Number(size) * 1024 * 1024 > UPLOAD_SIZE_BYTES_MAX, size);
});
