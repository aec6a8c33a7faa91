/** Whose a number in a file is, as the register knows it: the number that a row goes by, and the former one that it names, which may be somebody's of the same file. */
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { keptApartAmong } from '#record/register/kept-apart.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { textOf } from '#standard/record-access.ts';
import type { IntakeNeeds } from './needs.ts';
import type { PeopleInTurn, ReadPerson } from './port.ts';
import type { Door } from './door.ts';
import { maybeSamePerson, numberReplaced, personElsewhere, personKeptApart } from './problems.ts';

/** free: nobody's · mine: registered in this body, or sent by it · apart: such a record, and kept apart · elsewhere: registered in another · former: a person of this body had it before. */
export interface LookedUp {
  readonly personId: string | null;
  readonly outcome: 'free' | 'mine' | 'elsewhere' | 'former' | 'apart';
}

const FREE: LookedUp = { personId: null, outcome: 'free' };
const TWELVE_DIGITS = /^\d{12}$/;

/** The 12-digit number that a row calls the person's former one; null when it names none, or an old identity card of 9 digits, by which nobody is registered. */
function formerNumberOf({ checked }: ReadPerson): string | null {
  const former = textOf(checked.document, 'B', 'soCmndCu').trim();
  return TWELVE_DIGITS.test(former) && former !== checked.nationalId ? former : null;
}

/** Answers for every number of these rows; a number that was not among them is nobody's. */
export async function lookUpNumbers(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys'>,
  bodyId: string,
  people: readonly ReadPerson[],
): Promise<(number: string | null) => LookedUp> {
  const numbers = [
    ...new Set(people.flatMap((person) => [person.checked.nationalId, formerNumberOf(person)]).filter((one) => one !== null)),
  ];
  const rows = await tx.query<{ id_hash: Buffer; person_id: string | null; outcome: LookedUp['outcome'] }>(
    'select * from look_up_national_ids($1::bytea[], $2)',
    [numbers.map((number) => needs.keys.nationalIdHash(number)), bodyId],
  );
  const apart = await keptApartAmong(
    tx,
    rows.flatMap(({ person_id }) => person_id ?? []),
  );
  const byHash = new Map(
    rows.map(({ id_hash, person_id, outcome }): readonly [string, LookedUp] => {
      const found: LookedUp =
        person_id !== null && apart.has(person_id) ? { personId: null, outcome: 'apart' } : { personId: person_id, outcome };
      return [id_hash.toString('hex'), found];
    }),
  );
  return (number) => (number === null ? FREE : (byHash.get(needs.keys.nationalIdHash(number).toString('hex')) ?? FREE));
}

/** What the register has against the number of somebody in a file: that another body manages them, that it was replaced; where nobody is made also that it is of nobody yet. */
export function problemsOfNumber(
  { knownPeopleOnly }: Door,
  person: ReadPerson,
  lookUp: (number: string | null) => LookedUp,
  registered: RegisteredPerson | undefined,
  inFile: PeopleInTurn['numbers'],
): Problem[] {
  const { outcome } = lookUp(person.checked.nationalId);
  const occurrence = { where: person.placeOf('soDinhDanh'), value: person.givenAs ?? null };
  if (outcome === 'apart') return [personKeptApart({}, occurrence)];
  if (outcome === 'elsewhere') return [personElsewhere({}, occurrence)];
  if (outcome === 'former') return [numberReplaced({}, occurrence)];
  if (!knownPeopleOnly) return problemsOfFormer(person, lookUp, registered, inFile);
  if (person.checked.nationalId === null || registered) return [];
  return [outcome === 'mine' ? knownPeopleOnly.tooEarly({}, occurrence) : knownPeopleOnly.ofNobody({}, occurrence)];
}

/**
 * A row that names as the person's former number one by which somebody else is known: one person, most likely, in two records. Nobody gets a second record of it; of two records
 * that stand already it is only told.
 */
function problemsOfFormer(
  person: ReadPerson,
  lookUp: (number: string | null) => LookedUp,
  registered: RegisteredPerson | undefined,
  inFile: PeopleInTurn['numbers'],
): Problem[] {
  const former = formerNumberOf(person);
  if (former === null) return [];
  const { outcome, personId } = lookUp(former);
  const isOwn = personId !== null && personId === registered?.personId;
  if ((outcome === 'free' && !inFile.has(former)) || isOwn) return [];
  return [maybeSamePerson({}, { where: person.placeOf('soCmndCu'), ...(registered ? { severity: 'warning' as const } : {}) })];
}
