/** The guide shows pictures that are there, small enough for a slow line, and each of those that are made. */
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROLES, STEPS } from './content.ts';
import { helpAt } from './page-help.ts';
import { PICTURES, addressOf } from './pictures.ts';
import { SCREENS } from '#portal/generated/screens.ts';

const PUBLIC = join(import.meta.dirname, '..', 'public');
const BYTES_MAX = 60_000;

test('each picture that the guide names is there, and light', () => {
  const named = [...STEPS, ...ROLES].flatMap(({ picture }) => picture ?? []);
  assert.deepEqual([...named].toSorted(), [...PICTURES].toSorted(), 'each once');
  for (const picture of named) assert.ok(statSync(join(PUBLIC, addressOf(picture))).size < BYTES_MAX, picture);
});

test('no picture lies about that the guide does not show', () => {
  const there = readdirSync(join(PUBLIC, 'huong-dan')).map((file) => file.replace(/\.webp$/, ''));
  assert.deepEqual(there.toSorted(), [...PICTURES].toSorted());
});

/** The guide itself, the choice of a role in the demo, and what the portal does for accessibility: they are help. */
const HELP_THEMSELVES = ['/huong-dan', '/trinh-dien', '/tro-nang'];

test('each screen has its help: what it is for, and three steps', () => {
  const without = SCREENS.map(({ address }) => address as string).filter((address) => helpAt(address.replaceAll(/:\w+/g, 'x')) === null);
  assert.deepEqual(without.toSorted(), HELP_THEMSELVES);
});
