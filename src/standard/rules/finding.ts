/** What a cross-field rule is given and what it says. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual, Occurrence, Problem, ProblemKind, ProblemParams, Severity, Suggestion } from '#base/problem.ts';
import type { RecordDocument } from '#standard/shapes.ts';

/** What only the register knows about the person; a rule that needs it says nothing when it is absent. */
export interface Standing {
  /** the record is closed (retired, left, transferred, died) and was not reopened */
  readonly closed: boolean;
  /** what was sent says something that the record does not hold */
  readonly changesRecord: boolean;
  /** other bodies that manage this person today */
  readonly otherEmployers: number;
  /** another body holds a record under this citizen number */
  readonly recordElsewhere: boolean;
  /** a secondment or transfer between the two bodies is in progress */
  readonly moveInProgress: boolean;
}

export interface RuleFacts {
  readonly document: RecordDocument;
  readonly today: PlainDate;
  /** the date of facts without a date of their own */
  readonly asOf: PlainDate;
  /** row numbers of a section's lines, for the words of a problem; the line's place in the list when there is no file */
  readonly rowsOf: (section: string) => readonly number[];
  readonly standing?: Standing;
}

/** The value in question. `column` when the column's key is not the field's own (a part). */
export interface FindingPlace {
  readonly section: string | null;
  /** place in the section's list, from 0 */
  readonly line: number | null;
  readonly key: string;
  readonly column?: string;
}

export interface Finding {
  readonly kind: ProblemKind;
  /** day of the fact in question: a rule speaks of it only when its law was in force then */
  readonly on: PlainDate;
  readonly params: ProblemParams;
  readonly at: FindingPlace;
  readonly value?: string;
  readonly suggestion?: Suggestion;
  readonly candidates?: readonly string[];
  readonly severity?: Severity;
  /** source of what decides here, when it is not certain */
  readonly unsure?: string;
}

export interface Rule {
  /** `QT01` … `QT12` of `quy_tac_cheo.json` */
  readonly code: string;
  /** key of its rows in `law/rules.json` */
  readonly name: string;
  readonly title: Bilingual;
  /** its law, every period of it */
  readonly source: string;
  /** `database`: says nothing without `standing` */
  readonly needs: 'document' | 'database';
  /** what it finds of facts of days on which its law was in force */
  readonly find: (facts: RuleFacts) => readonly Finding[];
}

/** The problem of a finding, at its place. */
export const problemOf = (
  { kind, params, suggestion, candidates, severity, unsure }: Finding,
  place: Pick<Occurrence, 'where' | 'value' | 'isNumber'>,
): Problem =>
  kind(params, {
    ...place,
    suggestion: suggestion ?? null,
    ...(candidates ? { candidates } : {}),
    ...(severity ? { severity } : {}),
    ...(unsure === undefined ? {} : { unsure }),
  });

/** A single-valued field. */
export const at = (key: string): FindingPlace => ({ section: null, line: null, key });
/** A field of a line. */
export const atLine = (section: string, line: number, key: string): FindingPlace => ({ section, line, key });
