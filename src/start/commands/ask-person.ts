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

/** @param demo  numbers of invented people are taken */
export async function askPerson(io: Io, demo: boolean, question: string): Promise<Result<Person>> {
  const name = nfc((await io.ask(question)) ?? '').trim();
  const number = repairNationalId(((await io.ask('Số định danh cá nhân (12 số): ')) ?? '').trim());
  if (name === '' || number.kind !== 'read' || number.confidence < 1 || (isDemoNumber(number.value) && !demo))
    return refused(administratorNotGiven());
  return ok({ name, nationalId: number.value });
}
