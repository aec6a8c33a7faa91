/** Asks at the terminal who becomes an administrator: neither name nor number stands in a command line, where other users of the machine would see it. */
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import { nfc } from '#base/vietnamese/text.ts';
import { isDemoNumber } from '#standard/kinds/national-id.ts';
import { administratorNotGiven } from '#start/problems.ts';

export interface Io {
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
  /** the next line that the person types or pipes in; null at the end */
  readonly ask: (question: string) => Promise<string | null>;
}

export interface Person {
  readonly name: string;
  readonly nationalId: string;
}

/** A person as typed, in one form. @param demo  numbers of invented people are taken */
export function personFrom(typed: Person, demo: boolean): Result<Person> {
  const name = nfc(typed.name).trim();
  const number = repairNationalId(typed.nationalId.trim());
  if (name === '' || number.kind !== 'read' || number.confidence < 1 || (isDemoNumber(number.value) && !demo))
    return refused(administratorNotGiven());
  return ok({ name, nationalId: number.value });
}

/** @param mayBeNobody  no name is an answer: null */
export function askPerson(io: Io, demo: boolean, question: string): Promise<Result<Person>>;
export function askPerson(io: Io, demo: boolean, question: string, mayBeNobody: boolean): Promise<Result<Person | null>>;
export async function askPerson(io: Io, demo: boolean, question: string, mayBeNobody = false): Promise<Result<Person | null>> {
  const name = (await io.ask(question)) ?? '';
  if (mayBeNobody && name.trim() === '') return ok(null);
  return personFrom({ name, nationalId: (await io.ask('Số định danh cá nhân (12 số): ')) ?? '' }, demo);
}
