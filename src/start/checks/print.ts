/** Prints checks for a terminal: a line each, with what stands against it and what to do. */
import type { Bilingual } from '#base/problem.ts';
import type { CheckResult, OpenTask } from './shapes.ts';
import { CHECK_WORDS, STATE_MARKS } from './words.ts';

/** @param language  said first; what stands against it is said in the other one too */
export function checkLines(checks: readonly CheckResult[], language: keyof Bilingual = 'vi'): string[] {
  const other = language === 'vi' ? 'en' : 'vi';
  return checks.flatMap(({ name, state, found, problems }) => [
    `${STATE_MARKS[state]} ${CHECK_WORDS[name][language]}: ${found[language]}`,
    ...problems.flatMap(({ code, title, next }) => [
      `    ${code}  ${title[language]}`,
      `    → ${next[language]}`,
      `      (${title[other]} ${next[other]})`,
    ]),
  ]);
}

export const taskLines = (tasks: readonly OpenTask[]): string[] =>
  tasks.flatMap(({ what, how }, i) => [`  ${i + 1}. ${what.vi}`, `     ${how}`, `     (${what.en})`]);
