import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileStage } from '#record/intake/shapes.ts';
import { STEP_KINDS } from './shapes.ts';
import type { Parts, StepKind } from './shapes.ts';
import { partsOf, stepsOf, submissionState } from './state.ts';

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
const kindsOf = (stage: FileStage, parts: Partial<Parts>): readonly StepKind[] =>
  stepsOf(stage, { ...NONE, ...parts }).map(({ kind }) => kind);

test('after a partial send the rest is told in every state, before what is waited for', () => {
  const rest = { toCorrect: 315 };
  assert.deepEqual(kindsOf('submitted', { ...rest, sending: 129 }), ['correct', 'matching']);
  assert.deepEqual(kindsOf('submitted', { ...rest, matching: 129 }), ['correct', 'matching']);
  assert.deepEqual(kindsOf('submitted', { ...rest, toConfirm: 129 }), ['correct', 'confirming']);
  assert.deepEqual(kindsOf('submitted', { ...rest, registered: 129 }), ['correct']);
  assert.equal(submissionState('submitted', { ...NONE, ...rest, registered: 129 }), 'incomplete');
});

test('one who was returned is told while a hundred others wait', () => {
  assert.deepEqual(kindsOf('submitted', { returned: 1, toConfirm: 128 }), ['returned', 'confirming']);
  assert.equal(submissionState('submitted', { ...NONE, returned: 1, toConfirm: 128 }), 'returned');
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

const STAGES: readonly FileStage[] = ['queued', 'reading', 'checked', 'submitted', 'refused', 'withdrawn'];
const PARTS = Object.keys(NONE) as (keyof Parts)[];
/** What is told of each part; `null`: nothing of its own. */
const TOLD: Readonly<Record<keyof Parts, StepKind | null>> = {
  valid: 'send',
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

test('every combination has a next step and no contradiction', () => {
  let seen = 0;
  for (const stage of STAGES)
    for (let set = 0; set < 2 ** PARTS.length; set += 1) {
      const parts = Object.fromEntries(PARTS.map((part, bit) => [part, (set >> bit) & 1 ? bit + 1 : 0])) as Parts;
      // Before it is checked nobody is valid, and what is not submitted is not on its way.
      if ((parts.valid > 0 && stage !== 'checked') || (parts.sending > 0 && stage !== 'submitted')) continue;
      const steps = stepsOf(stage, parts);
      const kinds = steps.map(({ kind }) => kind);
      const what = `${stage} ${JSON.stringify(parts)}`;
      assert.ok(steps.length > 0, what);
      assert.deepEqual(
        kinds,
        STEP_KINDS.filter((kind) => kinds.includes(kind)),
        what,
      );
      // Whoever is somewhere is told of, with their number.
      for (const part of PARTS) {
        const told = TOLD[part];
        if (parts[part] > 0 && told !== null) assert.ok(steps.find(({ kind }) => kind === told)!.people >= parts[part], `${part}: ${what}`);
      }
      // Nothing is done while anything is open, and where nothing is open it is said.
      assert.equal(kinds.includes('done'), kinds.length === 1 && kinds[0] === 'done', what);
      const state = submissionState(stage, parts);
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
  assert.equal(seen, 2 * 2 ** (PARTS.length - 1) + (STAGES.length - 2) * 2 ** (PARTS.length - 2));
});
