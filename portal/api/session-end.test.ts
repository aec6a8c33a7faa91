/** What has become of whom a page was drawn for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from './generated/api.ts';
import { sinceThen } from './session-end.ts';

const of = (name: string | null, roles = ''): Session =>
  ({ signedIn: name !== null, person: { name: name ?? '' }, language: roles }) as Session;
const whoIs = ({ person, language }: Session): string => `${person?.name} ${language}`;
const since = (before: Session | undefined, fresh: Session, wasEnded = false) => sinceThen(before, fresh, whoIs, wasEnded);

test('a first look, and whoever was not signed in, are as they come', () => {
  assert.equal(since(undefined, of('An')), 'same');
  assert.equal(since(of(null), of('An')), 'same');
  assert.equal(since(undefined, of(null)), 'same');
});

test('nobody any more is an end, also when it is asked again', () => {
  assert.equal(since(of('An'), of(null)), 'ended');
  assert.equal(since(of('An'), of(null), true), 'ended');
});

test('another name is another person; roles tell two of one name apart once the session was ended, and not before', () => {
  assert.equal(since(of('An'), of('Bình')), 'other');
  assert.equal(since(of('An', 'a'), of('An', 'a b')), 'same');
  assert.equal(since(of('An', 'a'), of('An', 'b'), true), 'other');
  assert.equal(since(of('An', 'a'), of('An', 'a'), true), 'same');
});
