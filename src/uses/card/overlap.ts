/**
 * What comes to cards by time: copies of a superseded card that have stood beside the new one long enough end, and cards that name a body otherwise than it is
 * named today are made anew, with an overlap (decision 0087, design T22). Under a session of the system over all bodies.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { readPeople } from '#record/register/store.ts';
import type { EndNeeds } from './end-card.ts';
import type { Workplace } from './eligible.ts';
import { employmentsOfPeople } from './people-fit.ts';
import { performSteps } from './perform.ts';
import type { PersonStep } from './perform.ts';
import { stepsOf } from './steps-of-people.ts';
import { cardsThatName, endSuperseded, livingCards, namesOnCards, overlapsOver, supersededCards, workplacesOf } from './store.ts';
import type { NameOnCards } from './store.ts';

type OverlapNeeds = EndNeeds & { readonly db: Database; readonly jobSession: (bodyId: string | null) => Promise<SessionHandle> };

/** Cards in one transaction: a lock of theirs is held for its time. */
const AT_ONCE = 100;
/** Cards made anew in one look; the rest follows in the next. */
const RENEWED_IN_ONE_LOOK = 2_000;

/** Ends what is over. Returns how many cards. */
export async function endOverlaps(needs: OverlapNeeds): Promise<number> {
  const session = await needs.jobSession(null);
  let all = 0;
  for (let ended = AT_ONCE; ended === AT_ONCE; all += ended)
    ended = await needs.db.transaction(session, async (tx) => {
      const at = needs.clock.now();
      const over = await overlapsOver(tx, at, AT_ONCE);
      for (const card of over) {
        const copies = await endSuperseded(tx, card, null, at);
        await recordAct(tx, needs, {
          act: 'card.ended',
          purpose: 'CARD',
          bodyId: card.bodyId,
          objectId: card.personId,
          revision: card.version,
          payload: { cardId: card.cardId, number: card.number, reason: card.endReason, copies, overlapUntil: card.overlapUntil },
        });
      }
      return over.length;
    });
  return all;
}

const isSaid = ({ says }: NameOnCards, using: Workplace, managing: Workplace): boolean =>
  says.co_quan.ma === using.ma &&
  says.co_quan.ten === using.ten &&
  says.cap === using.cap &&
  says.co_quan_quan_ly.ma === managing.ma &&
  says.co_quan_quan_ly.ten === managing.ten;

/** Makes anew the cards on which a body has another name, code or level than today. A body that has ended renews none: its people are placed first. Returns how many. */
export async function renewRenamed(needs: OverlapNeeds): Promise<number> {
  const session = await needs.jobSession(null);
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => needs.db.transaction(session, work);
  const today = needs.clock.today();
  const stale = await run(async (tx) => {
    const named = await namesOnCards(tx);
    const workplaces = await workplacesOf(
      tx,
      named.flatMap(({ using, managing }) => [using, managing]),
      today,
    );
    return named.filter((one) => {
      const [using, managing] = [workplaces.get(one.using), workplaces.get(one.managing)];
      return using && managing && !isSaid(one, using, managing);
    });
  });
  let all = 0;
  for (const name of stale) {
    for (let renewed = AT_ONCE; renewed === AT_ONCE && all < RENEWED_IN_ONE_LOOK; all += renewed)
      renewed = await run(async (tx) => renewAtOnce(tx, needs, await cardsThatName(tx, name, AT_ONCE)));
  }
  return all;
}

async function renewAtOnce(tx: Tx, needs: EndNeeds, personIds: readonly string[]): Promise<number> {
  const living = await livingCards(tx, personIds, { lock: 'update' });
  const people = [...(await readPeople(tx, needs.keys, [...living.keys()])).values()];
  const today = needs.clock.today();
  const employments = await employmentsOfPeople(tx, people, today);
  const superseded = Map.groupBy(await supersededCards(tx, [...living.keys()]), ({ personId, employment }) => `${personId} ${employment}`);
  const known = { signedOn: null, effectiveOn: today, enteredAt: needs.clock.now() };
  const steps = people.flatMap((person): PersonStep[] =>
    stepsOf(employments.get(person.personId)!, living.get(person.personId)!, { kind: 'registered' })
      .filter(({ step }) => step.ends !== null)
      .map((one) => ({ ...one, person, superseded: superseded.get(`${person.personId} ${one.employment}`) ?? [], known })),
  );
  await performSteps(tx, needs, steps);
  return new Set(steps.map(({ person }) => person.personId)).size;
}
