/** The life of a case, as a table, and the laws that hold for every sequence of acts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CaseKind, CaseSide, CaseState } from './shapes.ts';
import { isRipe, step } from './step.ts';
import type { CaseEvent, CaseFacts } from './step.ts';
import { TERMS, dueOn } from './terms.ts';

const facts = (more: Partial<CaseFacts>): CaseFacts => ({
  kind: 'transfer',
  state: 'asked',
  openedBy: 'to',
  effectiveOn: '2026-12-01',
  dueOn: '2026-12-28',
  fromBody: 'a',
  toBody: 'b',
  ...more,
});
const AGREE = (side: CaseSide): CaseEvent => ({ kind: 'consent', side });

const TABLE: readonly (readonly [Partial<CaseFacts>, CaseEvent, CaseState | null])[] = [
  // a clerk's preparation becomes an asking by the own officer, and by nobody else
  [{ state: 'prepared' }, AGREE('to'), 'asked'],
  [{ state: 'prepared' }, AGREE('from'), null],
  [{ state: 'prepared' }, { kind: 'refuse', side: 'to' }, 'refused'],
  [{ state: 'prepared' }, { kind: 'refuse', side: 'from' }, null],
  // the other side answers a transfer, whoever began it
  [{}, AGREE('from'), 'agreed'],
  [{}, AGREE('to'), null],
  [{ openedBy: 'from' }, AGREE('to'), 'agreed'],
  [{ openedBy: 'from' }, AGREE('from'), null],
  [{}, { kind: 'refuse', side: 'from' }, 'refused'],
  [{}, { kind: 'refuse', side: 'to' }, null],
  // of somebody who left, and of a number, the body itself answers by a second person
  [{ kind: 're_entry' }, AGREE('to'), 'agreed'],
  [{ kind: 're_entry' }, AGREE('from'), null],
  [{ kind: 'number_change' }, AGREE('to'), 'agreed'],
  // taking back: who began, until it is done; of what both agreed on, either
  [{}, { kind: 'withdraw', side: 'to' }, 'withdrawn'],
  [{}, { kind: 'withdraw', side: 'from' }, null],
  [{ state: 'agreed' }, { kind: 'withdraw', side: 'from' }, 'withdrawn'],
  [{ state: 'done' }, { kind: 'withdraw', side: 'to' }, null],
  // silence ends at the end of the last day; what was agreed waits for its day
  [{}, { kind: 'day', today: '2026-12-28' }, null],
  [{}, { kind: 'day', today: '2026-12-29' }, 'lapsed'],
  [{ state: 'prepared' }, { kind: 'day', today: '2026-12-29' }, 'lapsed'],
  [{ kind: 'dual_claim' }, { kind: 'day', today: '2026-12-29' }, 'lapsed'],
  [{ state: 'agreed' }, { kind: 'day', today: '2027-12-29' }, null],
  // the register does it, or cannot any more
  [{ state: 'agreed' }, { kind: 'completed' }, 'done'],
  [{ state: 'agreed' }, { kind: 'overtaken' }, 'lapsed'],
  [{}, { kind: 'completed' }, null],
  // a secondment: the other side agrees; in force until its last day, or until either side ends it
  [{ kind: 'secondment', openedBy: 'from' }, AGREE('to'), 'agreed'],
  [{ kind: 'secondment', openedBy: 'from' }, AGREE('from'), null],
  [{ kind: 'secondment', state: 'done', untilOn: '2027-06-30' }, { kind: 'day', today: '2027-06-30' }, null],
  [{ kind: 'secondment', state: 'done', untilOn: '2027-06-30' }, { kind: 'day', today: '2027-07-01' }, 'undone'],
  [{ kind: 'secondment', state: 'done' }, { kind: 'undo', side: 'to' }, 'undone'],
  [{ kind: 'secondment', state: 'done' }, { kind: 'undo', side: 'from' }, 'undone'],
  [{ kind: 'secondment', state: 'agreed' }, { kind: 'withdraw', side: 'to' }, 'withdrawn'],
  [{ kind: 'transfer', state: 'done', untilOn: '2027-06-30' }, { kind: 'day', today: '2027-07-01' }, null],
  // giving back: who received, nobody else, and no number
  [{ state: 'done' }, { kind: 'undo', side: 'to' }, 'undone'],
  [{ state: 'done' }, { kind: 'undo', side: 'from' }, null],
  [{ state: 'done', kind: 'number_change' }, { kind: 'undo', side: 'to' }, null],
  // two records of two bodies: the other body agrees; of one body, its second person
  [{ kind: 'same_human', openedBy: 'from' }, AGREE('to'), 'agreed'],
  [{ kind: 'same_human', openedBy: 'from' }, AGREE('from'), null],
  [{ kind: 'same_human', openedBy: 'from', toBody: 'a' }, AGREE('from'), 'agreed'],
  [{ kind: 'same_human', openedBy: 'from', state: 'prepared' }, AGREE('from'), 'asked'],
  // made two again by two people: one side asks, the other does it, keeps it, or is silent
  [{ kind: 'same_human', state: 'done' }, { kind: 'undo', side: 'from' }, 'undo_asked'],
  [{ kind: 'same_human', state: 'undo_asked', undoBy: 'from' }, { kind: 'undo', side: 'to' }, 'undone'],
  [{ kind: 'same_human', state: 'undo_asked', undoBy: 'from' }, { kind: 'undo', side: 'from' }, null],
  [{ kind: 'same_human', state: 'undo_asked', undoBy: 'from', toBody: 'a' }, { kind: 'undo', side: 'from' }, 'undone'],
  [{ kind: 'same_human', state: 'undo_asked', undoBy: 'from' }, { kind: 'keep', side: 'to' }, 'done'],
  [{ kind: 'same_human', state: 'undo_asked', undoBy: 'from' }, { kind: 'day', today: '2026-12-29' }, 'done'],
  [{ kind: 'same_human', state: 'done' }, { kind: 'keep', side: 'to' }, null],
  // two claims: nobody answers; a confirmation settles
  [{ kind: 'dual_claim' }, AGREE('from'), null],
  [{ kind: 'dual_claim' }, AGREE('to'), null],
  [{ kind: 'dual_claim' }, { kind: 'withdraw', side: 'to' }, null],
  [{ kind: 'dual_claim' }, { kind: 'refuse', side: 'from' }, null],
];

for (const [more, event, state] of TABLE)
  test(`${JSON.stringify(more)} + ${JSON.stringify(event)} → ${state ?? 'does not fit'}`, () => {
    assert.equal(step(facts(more), event)?.state ?? null, state);
  });

test('what was agreed is done on its day, not before', () => {
  assert.equal(isRipe(facts({ state: 'agreed' }), '2026-11-30'), false);
  assert.equal(isRipe(facts({ state: 'agreed' }), '2026-12-01'), true);
  assert.equal(isRipe(facts({ state: 'asked' }), '2026-12-01'), false);
});

const side = fc.constantFrom<CaseSide>('from', 'to');
const event: fc.Arbitrary<CaseEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('consent' as const, 'refuse' as const, 'withdraw' as const, 'undo' as const, 'keep' as const), side }),
  fc.constantFrom<CaseEvent>({ kind: 'completed' }, { kind: 'overtaken' }, { kind: 'settled' }),
);
const ENDED = new Set<CaseState>(['settled', 'refused', 'withdrawn', 'lapsed', 'undone']);

test('whatever is done, a case ends: by an answer, or by its last day; an end is for good', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<CaseKind>('transfer', 're_entry', 'dual_claim', 'number_change', 'secondment', 'same_human'),
      side,
      fc.array(event),
      (kind, openedBy, events) => {
        let now = facts({
          kind,
          openedBy,
          state: kind === 'transfer' || kind === 'secondment' || kind === 'same_human' ? 'prepared' : 'asked',
          untilOn: '2027-06-30',
        });
        for (const one of events) {
          const next = step(now, one);
          if (ENDED.has(now.state)) assert.equal(next, null);
          if (next) now = { ...now, state: next.state, undoBy: next.state === 'undo_asked' && 'side' in one ? one.side : null };
        }
        const last = step(now, { kind: 'day', today: '2099-01-01' })?.state ?? now.state;
        assert.ok(ENDED.has(last) || last === 'done' || last === 'agreed');
        // What was agreed waits for nobody: its day comes, and the register does it or says why not.
        if (last === 'agreed') assert.ok(isRipe({ ...now, state: last }, '2099-01-01'));
      },
    ),
  );
});

test('a merge of two bodies is done, and undone, by an act of each', () => {
  fc.assert(
    fc.property(side, fc.array(event, { maxLength: 40 }), (openedBy, events) => {
      let now = facts({ kind: 'same_human', openedBy, state: 'prepared' });
      let [agreed, undid] = [new Set<CaseSide>(), new Set<CaseSide>()];
      for (const one of events) {
        const next = step(now, one);
        if (!next) continue;
        if (one.kind === 'consent') agreed = agreed.add(one.side);
        if (one.kind === 'keep') undid = new Set();
        if (one.kind === 'undo') undid = undid.add(one.side);
        now = { ...now, state: next.state, undoBy: next.state === 'undo_asked' && 'side' in one ? one.side : null };
        if (now.state === 'done') assert.equal(agreed.size, 2);
        if (now.state === 'undone') assert.equal(undid.size, 2);
      }
    }),
  );
});

test('nothing is done of a person without the consent of the side that manages them, unless they have left', () => {
  fc.assert(
    fc.property(fc.constantFrom<CaseKind>('transfer', 'secondment'), side, fc.array(event), (kind, openedBy, events) => {
      let now = facts({ kind, openedBy, state: 'prepared' });
      const agreed = new Set<CaseSide>();
      for (const one of events) {
        const next = step(now, one);
        if (!next) continue;
        if (one.kind === 'consent') agreed.add(one.side);
        now = { ...now, state: next.state };
        if (now.state === 'done') assert.deepEqual([...agreed].sort(), ['from', 'to']);
      }
    }),
  );
});

test('every kind has a term with its source, and the last day is counted from the first', () => {
  for (const { kind, source } of TERMS) assert.ok(source.length > 20, kind);
  assert.equal(dueOn('transfer', '2026-11-28'), '2026-12-28');
});
