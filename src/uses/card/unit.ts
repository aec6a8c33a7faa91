/** A unit as a card names it: one of the bodies right below the one that uses the person, by the register's name of the day. Decision 0088. */
import { namesBelow } from '#authority/organisations/store.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { unitTyped } from './eligible.ts';
import type { PersonForCard, UnitOf } from './eligible.ts';
import { spelledAlike } from './power.ts';

type Named = Awaited<ReturnType<typeof namesBelow>>;

/** By the official or the short name, whatever its spelling; where two go by it, or none does, the card says no unit. Pure. */
export const unitsOf =
  (below: Named): UnitOf =>
  (bodyId, typed) => {
    if (typed === '') return '';
    const found = (below.get(bodyId ?? '') ?? []).filter(
      ({ name, shortName }) => spelledAlike(name, typed) || (shortName !== null && spelledAlike(shortName, typed)),
    );
    return found.length === 1 ? found[0]!.name : '';
  };

/** For these people, as the register stands on a day; most state no unit, and nothing is asked for them. */
export async function unitsFor(tx: Tx, people: readonly PersonForCard[], today: PlainDate): Promise<UnitOf> {
  const stated = people.filter((person) => unitTyped(person) !== '').flatMap(({ employers }) => employers['coQuanSuDung'] ?? []);
  return unitsOf(await namesBelow(tx, [...new Set(stated)], today));
}
