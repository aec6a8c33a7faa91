/** A problem as a result says it, for ever: code, words and place, and no value of anybody (decision 0118). */
import { declaredProblems } from '#base/problem.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import type { StoredProblem } from '#record/intake/problem-store.ts';

/** Where a value stood in a sentence. */
const withoutValues = (text: string): string => text.replaceAll(/\{\w+\}/g, '…');
const both = ({ vi, en }: Bilingual): Bilingual => ({ vi: withoutValues(vi), en: withoutValues(en) });

let words: ReadonlyMap<string, Pick<Problem, 'title' | 'next'>> | null = null;

function wordsOf(code: string): Pick<Problem, 'title' | 'next'> {
  words ??= new Map(
    declaredProblems().map(({ declaration }) => [declaration.code, { title: both(declaration), next: both(declaration.next) }]),
  );
  return words.get(code) ?? { title: { vi: code, en: code }, next: { vi: code, en: code } };
}

export function plainProblem({ code, severity, place, field }: Pick<StoredProblem, 'code' | 'severity' | 'place' | 'field'>): Problem {
  const path = place?.['path'];
  return {
    code,
    severity,
    ...wordsOf(code),
    where: { path: typeof path === 'string' ? path : null, field },
    value: null,
    suggestion: null,
  };
}
