import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SendingRequest } from '#record/intake/approval-store.ts';
import type { FileStage } from '#record/intake/shapes.ts';
import { APPROVAL_STATES } from './approval-shapes.ts';
import type { ApprovalState } from './approval-shapes.ts';
import { STEP_KINDS } from './shapes.ts';
import type { Parts, StepKind } from './shapes.ts';
import { approvalState, partsOf, stepsOf, submissionState } from './state.ts';

const NONE: Parts = {
  valid: 0,
  toCorrect: 0,
  earlier: 0,
  sending: 0,
  matching: 0,
  held: 0,
  toConfirm: 0,
  returned: 0,
  registered: 0,
  unchanged: 0,
  withdrawn: 0,
};
const kindsOf = (stage: FileStage, parts: Partial<Parts>, approval: ApprovalState = 'not-needed'): readonly StepKind[] =>
  stepsOf(stage, { ...NONE, ...parts }, approval, 'workbook').map(({ kind }) => kind);

test('after a partial send the rest is told in every state, before what is waited for', () => {
  const rest = { toCorrect: 315 };
  assert.deepEqual(kindsOf('submitted', { ...rest, sending: 129 }), ['correct', 'matching']);
  assert.deepEqual(kindsOf('submitted', { ...rest, matching: 129 }), ['correct', 'matching']);
  assert.deepEqual(kindsOf('submitted', { ...rest, toConfirm: 129 }), ['correct', 'confirming']);
  assert.deepEqual(kindsOf('submitted', { ...rest, registered: 129 }), ['correct']);
  assert.equal(submissionState('submitted', { ...NONE, ...rest, registered: 129 }, 'not-needed'), 'incomplete');
});

test('one who was returned is told while a hundred others wait', () => {
  assert.deepEqual(kindsOf('submitted', { returned: 1, toConfirm: 128 }), ['returned', 'confirming']);
  assert.equal(submissionState('submitted', { ...NONE, returned: 1, toConfirm: 128 }, 'not-needed'), 'returned');
});

test('people of an earlier file whom the new one does not name are not forgotten', () => {
  assert.deepEqual(kindsOf('checked', { valid: 10, earlier: 434 }), ['earlier', 'send']);
  assert.deepEqual(kindsOf('submitted', { registered: 10, earlier: 434 }), ['earlier']);
});

test('all is done only when nothing is left', () => {
  assert.deepEqual(kindsOf('submitted', { registered: 40 }), ['done']);
  assert.deepEqual(kindsOf('submitted', { unchanged: 40 }), ['done'], 'a file that said nothing new');
  assert.deepEqual(kindsOf('checked', {}), ['correct'], 'a file in which nobody stands');
});

test('counts become parts: people, each once', () => {
  const counts = { accepted: 129, rejected: 0, waiting: 315 };
  const standing = {
    stage: 'submitted',
    advanced: true,
    counts,
    earlier: 0,
    people: { by: { 'waiting-match': 100 }, latest: 100 },
  } as const;
  assert.deepEqual(partsOf(standing), { ...NONE, toCorrect: 315, matching: 100, unchanged: 29 });
  assert.deepEqual(partsOf({ ...standing, advanced: false }), { ...NONE, toCorrect: 315, matching: 100, sending: 29 });
  const again = { by: { answered: 1, registered: 128 }, latest: 0 };
  assert.deepEqual(
    partsOf({ stage: 'checked', advanced: false, counts: { accepted: 1, rejected: 0, waiting: 0 }, earlier: 0, people: again }),
    { ...NONE, valid: 1, registered: 128 },
    'who was returned and is in the new file waits to be sent, and is not returned any more',
  );
});

test('where the head approves first, what is valid is asked for, waited for, or was sent back', () => {
  const file = { valid: 129, toCorrect: 3 };
  assert.deepEqual(kindsOf('checked', file, 'not-needed'), ['correct', 'send']);
  assert.deepEqual(kindsOf('checked', file, 'needed'), ['correct', 'ask']);
  assert.deepEqual(kindsOf('checked', file, 'void'), ['correct', 'ask']);
  assert.deepEqual(kindsOf('checked', file, 'returned'), ['correct', 'sent-back']);
  assert.deepEqual(kindsOf('checked', file, 'asked'), ['correct', 'approving']);
  assert.equal(submissionState('checked', { ...NONE, ...file }, 'asked'), 'awaiting-approval');
  assert.equal(submissionState('checked', { ...NONE, ...file }, 'returned'), 'checked');
  assert.deepEqual(kindsOf('submitted', { toConfirm: 129 }, 'not-needed'), ['confirming']);
});

test('a request is about the file as it stood, and says so when that is not there any more', () => {
  const file = { round: 2, checks: 3, stage: 'checked' } as const;
  const request = (state: string, more: object = {}) => ({ state, round: 2, checks: 3, ...more }) as SendingRequest;
  const of = (needed: boolean, one: SendingRequest | null, at: object = {}) => approvalState({ ...file, ...at }, { needed, request: one });
  const rows: readonly (readonly [ApprovalState, boolean, SendingRequest | null, object?])[] = [
    ['not-needed', false, null],
    ['needed', true, null],
    ['asked', true, request('asked')],
    ['asked', false, request('asked')],
    ['void', true, request('asked', { checks: 2 })],
    ['void', true, request('asked', { round: 1 })],
    ['void', true, request('asked'), { stage: 'queued' }],
    ['not-needed', false, request('asked', { checks: 2 })],
    ['returned', true, request('returned')],
    ['needed', true, request('returned', { checks: 2 })],
    ['not-needed', false, request('returned')],
    ['needed', true, request('withdrawn')],
    ['not-needed', true, request('approved'), { stage: 'submitted' }],
  ];
  for (const [expected, needed, one, at] of rows) assert.equal(of(needed, one, at), expected, JSON.stringify([needed, one, at]));
});

const STAGES: readonly FileStage[] = ['queued', 'reading', 'checked', 'submitted', 'refused', 'withdrawn'];
const VALID_TOLD: Readonly<Record<ApprovalState, StepKind>> = {
  'not-needed': 'send',
  needed: 'ask',
  asked: 'approving',
  returned: 'sent-back',
  void: 'ask',
};
const PARTS = Object.keys(NONE) as (keyof Parts)[];
/** What is told of each part; `null`: nothing of its own. */
const TOLD: Readonly<Record<Exclude<keyof Parts, 'valid'>, StepKind | null>> = {
  toCorrect: 'correct',
  earlier: 'earlier',
  sending: 'matching',
  matching: 'matching',
  held: 'held',
  toConfirm: 'confirming',
  returned: 'returned',
  registered: null,
  unchanged: null,
  withdrawn: null,
};

test('of what a person declared nothing is the work of the body: what came back waits for its person', () => {
  const of = (stage: FileStage, parts: Partial<Parts>, approval: ApprovalState = 'needed') =>
    stepsOf(stage, { ...NONE, ...parts }, approval, 'person').map(({ kind, people, own }) => {
      assert.equal(own, false, kind);
      return [kind, people];
    });
  assert.deepEqual(of('submitted', { returned: 1 }), [['with-person', 1]]);
  assert.deepEqual(of('checked', { toCorrect: 1 }), [['with-person', 1]]);
  assert.deepEqual(of('checked', {}), [['with-person', 0]]);
  assert.deepEqual(of('refused', {}), [['with-person', 0]]);
  assert.deepEqual(of('checked', { valid: 1 }), [['reading', 0]], 'it is sent on by itself');
  assert.deepEqual(of('submitted', { toConfirm: 1 }), [['confirming', 1]]);
  assert.deepEqual(of('submitted', { registered: 1 }), [['done', 1]]);
});

test('every combination has a next step and no contradiction', () => {
  let seen = 0;
  for (const [stage, approval] of STAGES.flatMap((one) => APPROVAL_STATES.map((other) => [one, other] as const)))
    for (let set = 0; set < 2 ** PARTS.length; set += 1) {
      const parts = Object.fromEntries(PARTS.map((part, bit) => [part, (set >> bit) & 1 ? bit + 1 : 0])) as Parts;
      // Before it is checked nobody is valid, and what is not submitted is not on its way.
      if ((parts.valid > 0 && stage !== 'checked') || (parts.sending > 0 && stage !== 'submitted')) continue;
      const steps = stepsOf(stage, parts, approval, 'workbook');
      const kinds = steps.map(({ kind }) => kind);
      const what = `${stage} ${approval} ${JSON.stringify(parts)}`;
      assert.ok(steps.length > 0, what);
      assert.deepEqual(
        kinds,
        STEP_KINDS.filter((kind) => kinds.includes(kind)),
        what,
      );
      // Whoever is somewhere is told of, with their number.
      for (const part of PARTS) {
        const told = part === 'valid' ? VALID_TOLD[approval] : TOLD[part];
        if (parts[part] > 0 && told !== null) assert.ok(steps.find(({ kind }) => kind === told)!.people >= parts[part], `${part}: ${what}`);
      }
      // Nothing is done while anything is open, and where nothing is open it is said.
      assert.equal(kinds.includes('done'), kinds.length === 1 && kinds[0] === 'done', what);
      const state = submissionState(stage, parts, approval);
      // Only where the head is waited for it says so, and then nobody is offered to send.
      assert.equal(state === 'awaiting-approval', kinds.includes('approving'), what);
      const offered = kinds.filter((kind) => ['send', 'ask', 'sent-back', 'approving'].includes(kind));
      assert.equal(offered.length, parts.valid > 0 ? 1 : 0, what);
      assert.equal(state === 'registered', stage === 'submitted' && kinds[0] === 'done', what);
      if (stage === 'submitted') {
        assert.equal(state === 'returned', kinds.includes('returned'), what);
        assert.ok(state !== 'incomplete' || kinds.includes('correct') || kinds.includes('earlier'), what);
        // While somebody has something to do, no word says that only others have.
        const own = steps.some((one) => one.own && one.kind !== 'send');
        assert.equal(own, state === 'returned' || state === 'incomplete', what);
      }
      seen += 1;
    }
  // Two parts that one stage alone has, one each.
  assert.equal(seen, APPROVAL_STATES.length * (2 * 2 ** (PARTS.length - 1) + (STAGES.length - 2) * 2 ** (PARTS.length - 2)));
});
