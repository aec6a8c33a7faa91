/** The life of a file: every stage × every event, by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileStage } from './shapes.ts';
import { FIRST, isClosed, step, takesCorrection } from './step.ts';
import type { FileEvent } from './step.ts';

const EVENTS: readonly FileEvent[] = [
  'opened',
  'read',
  'unreadable',
  'failed',
  'again',
  'reworked',
  'redated',
  'submitted',
  'withdrawn',
  'bound',
  'unbound',
  'loaded',
  'let-go',
];
/** Stage → what each event makes of it, in the order above; `–` = it does not fit. */
const LIFE: Readonly<Record<FileStage, readonly string[]>> = {
  queued: ['reading', '–', '–', 'refused', '–', '–', '–', '–', 'withdrawn', '–', '–', '–', '–'],
  reading: ['reading', 'checked', 'refused', 'refused', '–', '–', '–', '–', 'withdrawn', '–', '–', '–', '–'],
  checked: ['–', '–', '–', '–', '–', 'queued', 'queued', 'submitted', 'withdrawn', 'bound', '–', '–', '–'],
  refused: ['–', '–', '–', '–', 'queued', '–', '–', '–', 'withdrawn', '–', '–', '–', '–'],
  submitted: ['–', '–', '–', '–', '–', '–', '–', '–', 'withdrawn', '–', '–', '–', '–'],
  withdrawn: ['–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
  bound: ['–', '–', '–', '–', '–', '–', '–', '–', '–', '–', 'queued', 'loaded', 'withdrawn'],
  loaded: ['–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–', '–'],
};

test('what each event makes of a file at each stage', () => {
  for (const [stage, row] of Object.entries(LIFE) as [FileStage, readonly string[]][])
    assert.deepEqual(
      EVENTS.map((event) => step(stage, event)?.to ?? '–'),
      row,
      stage,
    );
});

test('a file that is to be read has its job, one that was sent has the next', () => {
  assert.equal(FIRST.effect, 'check');
  for (const stage of Object.keys(LIFE) as FileStage[])
    for (const event of EVENTS) {
      const next = step(stage, event);
      if (next) assert.equal(next.effect, next.to === 'queued' ? 'check' : next.to === 'submitted' ? 'advance' : null, `${stage} ${event}`);
    }
});

test('a correction follows what was read, a suggestion is laid over what was not sent', () => {
  const stages = Object.keys(LIFE) as FileStage[];
  assert.deepEqual(stages.filter(takesCorrection), ['checked', 'refused', 'submitted']);
  assert.deepEqual(stages.filter(isClosed), ['refused', 'submitted', 'withdrawn', 'bound', 'loaded']);
});
