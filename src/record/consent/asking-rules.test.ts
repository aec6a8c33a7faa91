/** What may be asked for: sensitive fields by their names alone, what the system writes not at all, codes as people type them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS } from '#standard/dictionary.ts';
import { PROVISIONS } from '#authority/audit/provisions.ts';
import { askableGroups, lastUntil, mayBeAsked, provisionOf, purposesOn } from './asking-rules.ts';
import rules from './asking-rules.json' with { type: 'json' };
import { codeSigns } from './make-code.ts';

const DAY = '2026-11-30';

test('every sensitive field that a person has stands by its name, in no group', () => {
  const askable = askableGroups(DAY);
  const codes = askable.map(({ code }) => code);
  const named = askable.flatMap(({ sensitive }) => sensitive.map(({ key }) => key));
  const expected = FIELDS.filter(({ sensitivity, group }) => sensitivity === 'nc' && codes.includes(group));
  assert.deepEqual(named.toSorted(), expected.map(({ key }) => key).toSorted());
  assert.deepEqual(
    ['W', 'X', 'Y', 'Z'].filter((code) => (codes as string[]).includes(code)),
    [],
  );
});

test('the citizen number is never asked for', () => {
  assert.equal(mayBeAsked({ groups: [], fields: ['soDinhDanh'] }, DAY), false);
  assert.equal(mayBeAsked({ groups: ['B'], fields: [] }, DAY), true);
});

test('a last day within the term, purposes in both languages', () => {
  assert.equal(lastUntil(DAY), '2027-02-28');
  for (const { vi, en } of purposesOn(DAY)) assert.ok(vi !== '' && en !== '');
});

test('each purpose is counted as a kind of provision that there is', () => {
  for (const { code, provision } of rules.purposes) {
    assert.ok((PROVISIONS as readonly string[]).includes(provision), `${code}: ${provision}`);
    assert.equal(provisionOf(code), provision);
  }
});

test('a code is the same however it is typed: in small letters, with spaces, with letters for the digits that they look like', () => {
  for (const typed of ['DY-70K1B-4QX9T', 'dy 7ok1b 4qx9t', '70KIB4QX9T', 'DY70KLB4QX9T'])
    assert.equal(codeSigns(typed), '70K1B4QX9T', typed);
});
