/** What each of several people could have a card of today: their employments by both bodies' words, the bodies as they are called, who is held back. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { workplaceIds } from './eligible.ts';
import type { PersonForCard } from './eligible.ts';
import { employmentsOf } from './employment.ts';
import type { AgreedEmployment, Employments } from './employment.ts';
import { heldBackOf } from './hold-store.ts';
import { workplacesOf } from './store.ts';
import { unitsFor } from './unit.ts';

type Person = PersonForCard & { readonly personId: string };

/** Agreed to by the bodies of both sides, of these people, by person; oldest first. */
async function agreedEmployments(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly AgreedEmployment[]>> {
  const rows = await tx.query<AgreedEmployment & { readonly personId: string }>(
    `select person_id as "personId", kind, body_id as "bodyId", post, from_on as "from", until_on as "until", codes from agreed_employments($1::uuid[])`,
    [personIds],
  );
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** By person. */
export async function employmentsOfPeople(tx: Tx, people: readonly Person[], today: PlainDate): Promise<ReadonlyMap<string, Employments>> {
  if (people.length === 0) return new Map();
  const ids = people.map(({ personId }) => personId);
  const agreed = await agreedEmployments(tx, ids);
  const bodies = [...agreed.values()].flatMap((all) => all.map(({ bodyId }) => bodyId));
  const workplaces = await workplacesOf(tx, [...people.flatMap(workplaceIds), ...bodies], today);
  const unitOf = await unitsFor(tx, people, today);
  const heldBack = await heldBackOf(tx, ids);
  return new Map(
    people.map((person) => [
      person.personId,
      employmentsOf(person, agreed.get(person.personId) ?? [], {
        workplaces,
        unitOf,
        today,
        heldBack: heldBack.get(person.personId) ?? null,
      }),
    ]),
  );
}

export async function employmentsOfPerson(tx: Tx, person: Person, today: PlainDate): Promise<Employments> {
  return (await employmentsOfPeople(tx, [person], today)).get(person.personId)!;
}
