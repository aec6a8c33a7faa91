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

test('a file of the greatest size passes the proxy, so that the product itself refuses what is larger', () => {
  for (const [, size] of textOf('deploy/proxy/nginx.conf').matchAll(/client_max_body_size (\d+)m;/g))
    assert.ok(Number(size) * 1024 * 1024 > UPLOAD_SIZE_BYTES_MAX, size);
});
