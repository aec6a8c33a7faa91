/** Who is in the demo: people of each body in the register, and those who stand in workbooks ready to be uploaded. */
import { DEMO_BODIES } from '#authority/organisations/demo-bodies.ts';
import type { PlainDate } from '#base/clock.ts';
import { ownPersonAtFirst } from './own-person.ts';
import { demoPeople } from './people.ts';
import type { DemoBody, DemoPerson } from './people.ts';

/** The day as of which the demo's data is told: the same demo whatever the calendar says. */
export const DEMO_DAY: PlainDate = '2026-11-01';
/** Running numbers of each body are this far apart; workbooks have a band of their own. */
const NUMBERS_PER_BODY = 40_000;
const WORKBOOK_BAND = 900_000;

export interface CastBody extends DemoBody {
  /** first running number of its people */
  readonly running: number;
  readonly seed: number;
}

/** Bodies with how many people they get when there are `people` in all. */
export function castOf(people?: number): CastBody[] {
  const declared = DEMO_BODIES.reduce((sum, body) => sum + body.people, 0);
  const factor = people === undefined ? 1 : people / declared;
  let free = 1;
  const cast = DEMO_BODIES.map(({ code, name, trade, people: declaredHere }, i) => {
    const count = Math.round(declaredHere * factor);
    // Where it always was, or behind the body before it where that one is larger than its numbers.
    const running = Math.max(1 + i * NUMBERS_PER_BODY, free);
    free = running + count;
    return { code, name, trade, people: count, running, seed: 20_230_213 + i };
  });
  if (free > WORKBOOK_BAND) throw new Error(`the demo has no numbers for ${people} people`);
  return cast;
}

/** People of a body in the register: those made by chance, and the one who signs in as herself. */
export function* peopleOf(body: CastBody, day: PlainDate): Generator<DemoPerson> {
  yield* demoPeople(body, body.people, body.seed, body.running, day);
  const own = ownPersonAtFirst();
  if (own.bodyCode === body.code) yield own;
}

/** People in the register. */
export function* registeredPeople(day: PlainDate, people?: number): Generator<DemoPerson> {
  for (const body of castOf(people)) yield* peopleOf(body, day);
}

/** People of a body who are not in the register yet: those of its workbooks. `set` tells one workbook from the next. */
export function newPeople(bodyCode: string, count: number, set: number, day: PlainDate): DemoPerson[] {
  const body = castOf().find((one) => one.code === bodyCode);
  if (!body) throw new Error(`no demo body ${bodyCode}`);
  return [...demoPeople(body, count, body.seed * 10 + set, WORKBOOK_BAND + set * 1_000, day)];
}

/** Workbooks that stand ready to be uploaded (`clean`, `dirty`, `old`), and those of the half-done work: body, how many people, which set. */
export const SETS = {
  clean: { bodyCode: 'H26.03.01', count: 40, set: 1 },
  dirty: { bodyCode: 'H26.03.01', count: 420, set: 2 },
  old: { bodyCode: 'H26.03.01', count: 12, set: 3 },
  waiting: { bodyCode: 'H26.03.02', count: 14, set: 4 },
  returned: { bodyCode: 'H26.03.01', count: 6, set: 5 },
  unsent: { bodyCode: 'H26.02.01', count: 25, set: 6 },
  toFix: { bodyCode: 'H26.03.01', count: 60, set: 8 },
  journey: { bodyCode: 'H26.03.01', count: 12, set: 7 },
  mismatched: { bodyCode: 'H26.03.02', count: 4, set: 9 },
  toApprove: { bodyCode: 'H26.51', count: 5, set: 10 },
  /** who is appointed in the demo: the first of them can sign in, once the record is made */
  appointed: { bodyCode: 'H26.03.01', count: 2, set: 13 },
} as const;

/** Who is appointed, and comes to the own pages for the first time. */
export const appointedPerson = (): DemoPerson => newPeople(SETS.appointed.bodyCode, 1, SETS.appointed.set, DEMO_DAY)[0]!;

/** Everybody whom the simulated population database knows. */
export function* allDemoPeople(day: PlainDate): Generator<DemoPerson> {
  yield* registeredPeople(day);
  for (const { bodyCode, count, set } of Object.values(SETS)) yield* newPeople(bodyCode, count, set, day);
}
