/**
 * A route of the API is a value in the frame (decision 0023): session, `decide`, transaction and the row of a reading follow from it, and a reading that
 * names no row does not compile. So nobody registers one beside it: what a file may register by itself is a page, for everybody the same.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, isTest, textOf } from './sources.ts';

/** Files that register by themselves, and why. */
const BESIDE: Readonly<Record<string, string>> = {
  'src/authority/access/frame.ts': 'the frame itself',
  'src/authority/access/routes.ts': 'outside the demo: that there is no role chooser',
  'src/start/door-pages.ts': 'pages of the door, without anybody in them',
  'src/start/portal-pages.ts': 'pages of the portal, without anybody in them',
  'src/start/reference-pages.ts': 'pages of the reference',
  'src/uses/card/routes.ts': 'what browsers ask before they ask: OPTIONS, without anybody in it',
};
const BY_ITSELF = /\bapp\s*\.\s*(?:get|head|post|put|patch|delete|options|all|route)\s*[<(]/;

test('routes of the API are registered by the frame alone', () => {
  const found = filesLike('src/**/*.ts').filter((file) => !isTest(file) && BY_ITSELF.test(textOf(file)));
  assert.deepEqual(found, Object.keys(BESIDE).sort());
});

test('the rule finds what it forbids', () => {
  for (const text of ["app.get('/api/v1/people', x)", 'app.post<{ Body: Static<typeof B> }>(', "app\n    .route({ method: 'GET' })"])
    assert.match(text, BY_ITSELF);
  assert.doesNotMatch("route(app, needs, { method: 'GET' })", BY_ITSELF);
});
