/** Prints checks for a terminal: a line each, with what stands against it and what to do, in both languages where something does. */
import type { CheckResult, OpenTask } from './shapes.ts';
import { CHECK_WORDS, STATE_MARKS } from './words.ts';

export function checkLines(checks: readonly CheckResult[]): string[] {
  return checks.flatMap(({ name, state, found, problems }) => [
    `${STATE_MARKS[state]} ${CHECK_WORDS[name].vi}: ${found.vi}`,
    ...problems.flatMap(({ code, title, next }) => [`    ${code}  ${title.vi}`, `    → ${next.vi}`, `      (${title.en} ${next.en})`]),
  ]);
}

export const taskLines = (tasks: readonly OpenTask[]): string[] =>
  tasks.flatMap(({ what, how }, i) => [`  ${i + 1}. ${what.vi}`, `     ${how}`, `     (${what.en})`]);
