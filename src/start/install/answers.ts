/** The answers of an installation: from a file, so that it runs without a person, or from whoever sits at the terminal. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Check } from 'typebox/value';
import { SETTINGS } from '#base/settings.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { answersNotReadable, answersTooOpen } from '#start/problems.ts';

const Person = Type.Object({ name: Type.String(), nationalId: Type.String() }, { additionalProperties: false });
const Answers = Type.Object(
  {
    /** settings by name, as they would stand in the environment */
    settings: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** code of the body at the root of this installation */
    org: Type.Optional(Type.String()),
    administrators: Type.Optional(Type.Array(Person, { maxItems: 2 })),
  },
  { additionalProperties: false },
);
export type Answers = Static<typeof Answers>;

const NAMES: ReadonlySet<string> = new Set(SETTINGS.map(({ name }) => name));

/** E-INSTALL-ANSWERS; E-INSTALL-ANSWERS-OPEN when others on this machine may read what is in it: passwords and citizen numbers. */
export function readAnswers(file: string): Result<Answers> {
  if (!existsSync(file)) return refused(answersNotReadable({ file, why: { vi: 'không có tệp này', en: 'there is no such file' } }));
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) return refused(answersTooOpen({ file }));
  let answers: unknown;
  try {
    answers = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refused(answersNotReadable({ file, why: { vi: 'không phải JSON', en: 'it is not JSON' } }));
  }
  if (!Check(Answers, answers))
    return refused(
      answersNotReadable({
        file,
        why: {
          vi: 'chỉ gồm settings, org và administrators (nhiều nhất hai người, mỗi người name và nationalId)',
          en: 'it has settings, org and administrators alone (two at most, each with name and nationalId)',
        },
      }),
    );
  const unknown = Object.keys(answers.settings ?? {}).find((name) => !NAMES.has(name));
  return unknown === undefined
    ? ok(answers)
    : refused(answersNotReadable({ file, why: { vi: `không có thiết lập ${unknown}`, en: `there is no setting ${unknown}` } }));
}
