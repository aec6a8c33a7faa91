/**
 * People of the demo whose citizen number was made anew after they came into the register: the simulated population database knows them under both
 * numbers, and its page tells which, so that a change of number can be tried.
 */
import type { PlainDate } from '#base/clock.ts';
import { castOf, peopleOf } from './cast.ts';
import { demoNationalId } from './people.ts';
import type { DemoPerson } from './people.ts';

/** Of each body the one in this place, counted from 0; a body with fewer people has none. */
const PLACE = 3;
/** Running numbers that nobody else has: below those of workbooks, above those of bodies. */
const BAND = 899_000;

export interface RenewedNumber {
  /** as the register knows them */
  readonly person: DemoPerson;
  /** twelve digits, under the prefix 000 */
  readonly newNumber: string;
}

/** @param people  in the register: the place in a body is the same however many there are */
export function renewedNumbers(day: PlainDate, people?: number): readonly RenewedNumber[] {
  return castOf(people).flatMap((body, i) => {
    const person = [...peopleOf({ ...body, people: Math.min(body.people, PLACE + 1) }, day)][PLACE];
    if (!person) return [];
    const { nationalId } = person;
    const century = Number(nationalId[3]) < 2 ? 1900 : 2000;
    return [{ person, newNumber: demoNationalId(century + Number(nationalId.slice(4, 6)), Number(nationalId[3]) % 2 === 0, BAND + i) }];
  });
}
