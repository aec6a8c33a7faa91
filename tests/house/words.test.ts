import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectFiles, textOf } from './sources.ts';

const tracked = projectFiles().filter(
  (file) => /\.(ts|tsx|mjs|md|json|sql|css|html)$/.test(file) && file !== 'package-lock.json' && !file.startsWith('tests/house/'),
);
/** Lines of a text that a pattern finds something in. */
const linesWith = (pattern: RegExp, text: string): string[] =>
  // Most files have none: they need not be cut into lines.
  pattern.test(text) ? text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${i + 1} ${line.trim().slice(0, 100)}`] : [])) : [];
const hits = (pattern: RegExp, files = tracked): string[] =>
  files.flatMap((file) => linesWith(pattern, textOf(file)).map((line) => `${file}:${line}`));

test('nothing is left for later without being done', () => {
  assert.deepEqual(
    hits(
      /\b(TODO|FIXME|XXX|HACK)\b|not implemented|coming soon/,
      tracked.filter((file) => /\.(ts|tsx|mjs|sql)$/.test(file)),
    ),
    [],
  );
});

test('no registry host and no path of a work place stands in the project', () => {
  assert.deepEqual(hits(/registry\.npmjs|deb\.debian\.org|\/work\/(main|shared|notes)/), []);
});

test('time and chance come from where they are handed in', () => {
  const own = new Set(['src/base/clock.ts', 'src/base/chance.ts']);
  const files = tracked.filter(
    (file) =>
      /^(src|portal|simulators)\/.*\.tsx?$/.test(file) &&
      !own.has(file) &&
      !/\.test\.ts$|-for-tests\.ts$|^portal\/mock\/|^portal\/[\w-]+\/example\.ts$/.test(file),
  );
  assert.deepEqual(
    hits(/new Date\(\)|Date\.now\(|Math\.random\(|crypto\.randomUUID/, files).filter(
      (hit) => !hit.startsWith('portal/clock.ts') && !/^\S+ (\/\*\*|\*|\/\/)/.test(hit),
    ),
    [],
  );
});

test('the last migration is named in HEAD, so that two at once collide', () => {
  const migrations = tracked
    .filter((file) => /migrations\/\d{4}_\w+\.sql$/.test(file))
    .map((file) => file.split('/').pop()!.replace('.sql', ''))
    .sort();
  assert.equal(textOf('src/base/database/migrations/HEAD').trim(), migrations.at(-1));
});
