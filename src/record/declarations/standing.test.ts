/** How a declaration stands, by how the intake has it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comesBack, standingOf } from './standing.ts';
import type { InIntake } from './standing.ts';

const SENT: InIntake = { stage: 'submitted', rejected: 0, waiting: 0, returned: 0, withdrawn: 0, registered: 0, replaced: false };
const CASES: readonly (readonly [Partial<InIntake>, ReturnType<typeof standingOf>])[] = [
  [{ stage: 'received' }, 'checking'],
  [{ stage: 'checked', rejected: 1 }, 'refused'],
  [{ stage: 'refused' }, 'refused'],
  [{ waiting: 1, registered: 2 }, 'waiting'],
  [{ waiting: 1, returned: 1 }, 'returned'],
  [{ registered: 2 }, 'registered'],
  [{}, 'recorded'],
  // The record moved: nobody at either body has it any more, and nothing of it is recorded.
  [{ withdrawn: 2 }, 'refused'],
  [{ withdrawn: 1, registered: 1, returned: 1 }, 'refused'],
  [{ returned: 1, replaced: true }, 'replaced'],
  [{ stage: 'refused', replaced: true }, 'replaced'],
];

test('each way to stand; only what is refused or returned, and not sent once more, comes back', () => {
  assert.equal(standingOf(null), 'sent');
  for (const [intake, standing] of CASES) {
    assert.equal(standingOf({ ...SENT, ...intake }), standing, JSON.stringify(intake));
    assert.equal(comesBack(standing), standing === 'refused' || standing === 'returned');
  }
});
