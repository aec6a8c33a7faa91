/** The lock file holds all that a clean installation asks for: `npm ci` stops at the first package that is missing there, and so does the first start. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const root = join(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Locked>> };
const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Locked;

/** Does a package at this place find the other one, as Node and npm look for it: beside it, then above? */
function finds(place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at}${at === '' ? '' : '/'}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}

test('every package that another one asks for stands in the lock file, optional ones of other systems too', () => {
  const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) =>
      finds(place, name) ? [] : [`${place || 'ours'} → ${name}`],
    ),
  );
  assert.deepEqual(missing, []);
});

test('the lock file was written for our package.json, and every version of ours is exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = packages['']!;
  assert.deepEqual(
    { dependencies, devDependencies, optionalDependencies },
    {
      dependencies: ours.dependencies,
      devDependencies: ours.devDependencies,
      optionalDependencies: ours.optionalDependencies,
    },
  );
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
});
