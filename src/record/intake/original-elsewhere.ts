/**
 * What a file says otherwise than a value whose original stands elsewhere and that matched it. It is told at its cell and goes on all the same: where the
 * original was corrected meanwhile, the match says so; where it was not, the mismatch is looked into (decision 0043). Decision 0112.
 */
import { dayInVietnam } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Problem } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { isMatchedWhole } from '#record/matching/compared.ts';
import type { ComparedOf, RegisteredPerson } from '#record/register/shapes.ts';
import { isElsewhere, sourceOf } from '#standard/decree/source.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import type { Field } from '#standard/field-shape.ts';
import type { FieldValue, RecordDocument } from '#standard/shapes.ts';
import { originalElsewhere } from './problems/elsewhere.ts';
import type { ReadPerson } from './port.ts';

/** A single value of a record that a file says otherwise. */
interface SaidOtherwise {
  readonly field: Field;
  /** as the register holds it */
  readonly held: FieldValue;
}

/** Single values, with their original elsewhere on `today`, that `document` says otherwise than the register; of somebody new none. */
export function saidOtherwise(registered: RegisteredPerson | undefined, document: RecordDocument, today: PlainDate): SaidOtherwise[] {
  if (registered === undefined) return [];
  return Object.values(document).flatMap((group) =>
    Object.entries(group).flatMap(([key, said]): SaidOtherwise[] => {
      const field = fieldByKey(key);
      if (field === undefined || field.section !== null || !isElsewhere(field, today)) return [];
      const held = registered.document[field.group]?.[key];
      return held === undefined || canonicalJson(held) === canonicalJson(said) ? [] : [{ field, held: held as FieldValue }];
    }),
  );
}

/** The warnings of a person's file, each at its cell; a value that was never compared, or not found equal, is told nothing of. */
export function problemsElsewhere(person: ReadPerson, said: readonly SaidOtherwise[], comparedOf: ComparedOf): Problem[] {
  return said.flatMap(({ field, held }): Problem[] => {
    const compared = comparedOf(field.key, held);
    const { name, correct } = sourceOf(field);
    if (!isMatchedWhole(compared) || compared.at === null || correct === null) return [];
    const where = person.placeOf(field.key);
    return [
      originalElsewhere(
        { source: name, day: showDate(dayInVietnam(compared.at)), correct },
        { where, value: person.typedIn?.(field.key) ?? null },
      ),
    ];
  });
}
