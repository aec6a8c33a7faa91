/** What is missing of somebody whom the register knows. Pure. */
import type { Problem } from '#base/problem.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { required, requiredWhen } from '#standard/problems/missing.ts';

const OF_BLANKS: ReadonlySet<string> = new Set([required.declaration.code, requiredWhen.declaration.code]);

/**
 * A blank cell leaves a value as it is: of a field that the register holds, nothing is missing. Of lines of a section, which take the place of those
 * that stood, each has to say all that it must.
 */
export function missingInBoth(problems: readonly Problem[], registered: RegisteredPerson | undefined): readonly Problem[] {
  if (registered === undefined) return problems;
  return problems.filter(({ code, where }) => {
    const field = OF_BLANKS.has(code) ? fieldByKey(where.field ?? '') : undefined;
    return field === undefined || field.section !== null || registered.document[field.group]?.[field.key] === undefined;
  });
}
