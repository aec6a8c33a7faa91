/** The life of a consent as a table: what each act comes to in each state, and what time does to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { step, standingOf } from './step.ts';
import type { ConsentDays, ConsentEvent, ConsentState } from './step.ts';

const TODAY = '2026-11-30';
const consent = (state: ConsentState, more: Partial<ConsentDays> = {}): ConsentDays => ({
  state,
  until: '2026-12-31',
  answerBy: '2026-12-06',
  groups: ['B', 'I'],
  fields: ['tonGiao'],
  ...more,
});
const EVENTS: Readonly<Record<ConsentEvent['act'], ConsentEvent>> = {
  give: { act: 'give', groups: ['I'], fields: [] },
  refuse: { act: 'refuse' },
  'take-back': { act: 'take-back' },
  withdraw: { act: 'withdraw' },
};
const cameTo = (one: ConsentDays, act: ConsentEvent['act'], today = TODAY): string => {
  const done = step(one, EVENTS[act], today);
  return done.ok ? done.value.state : done.problems[0]!.code;
};

test('each act in each state', () => {
  const NOT_ASKED = 'E-CONSENT-NOT-ASKED';
  const NOT_GIVEN = 'E-CONSENT-NOT-GIVEN';
  const TABLE: Readonly<Record<ConsentState, readonly [give: string, refuse: string, takeBack: string, withdraw: string]>> = {
    asked: ['given', 'refused', 'taken-back', NOT_GIVEN],
    given: [NOT_ASKED, NOT_ASKED, NOT_ASKED, 'withdrawn'],
    refused: [NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_GIVEN],
    withdrawn: [NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_GIVEN],
    'taken-back': [NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_GIVEN],
  };
  for (const [state, row] of Object.entries(TABLE) as [ConsentState, readonly string[]][])
    assert.deepEqual(
      (['give', 'refuse', 'take-back', 'withdraw'] as const).map((act) => cameTo(consent(state), act)),
      row,
      state,
    );
});

test('the last day counts, and the day after does not', () => {
  assert.equal(standingOf(consent('given', { until: TODAY }), TODAY), 'given');
  assert.equal(standingOf(consent('given', { until: '2026-11-29' }), TODAY), 'ended');
  assert.equal(standingOf(consent('asked', { answerBy: TODAY }), TODAY), 'asked');
  assert.equal(standingOf(consent('asked', { answerBy: '2026-11-29' }), TODAY), 'lapsed');
  // What could be looked at on no day is not given any more.
  assert.equal(cameTo(consent('asked', { until: '2026-11-29' }), 'give'), 'E-CONSENT-NOT-ASKED');
  assert.equal(cameTo(consent('given', { until: '2026-11-29' }), 'withdraw'), 'E-CONSENT-NOT-GIVEN');
});

test('what is given is a part of what was asked, and covers the groups of its fields', () => {
  const give = (groups: readonly string[], fields: readonly string[]) => step(consent('asked'), { act: 'give', groups, fields }, TODAY);
  const given = give(['I'], ['tonGiao']);
  assert.deepEqual(given.ok && given.value, { state: 'given', groups: ['I'], fields: ['tonGiao'], covers: ['B', 'I'] });
  for (const [groups, fields] of [
    [[], []],
    [['C'], []],
    [['I', 'I'], []],
    [[], ['danToc']],
  ] as const)
    assert.equal(give(groups, fields).ok, false, `${groups.join()} ${fields.join()}`);
});
