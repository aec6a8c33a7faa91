/** What may be asked for, what for and for how long: dated rows with their source (`asking-rules.json`). Pure. */
import type { Provision } from '#authority/audit/provisions.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import type { Field, Group } from '#standard/field-shape.ts';
import type { GroupCode } from '#standard/shapes.ts';
import rules from './asking-rules.json' with { type: 'json' };

interface Dated {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}
const holdsOn =
  (day: PlainDate) =>
  ({ validFrom, validTo }: Dated): boolean =>
    (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);

export interface AskingTerm {
  /** minutes for which a code may be taken */
  readonly codeMinutes: number;
  /** days from today to the last day of a consent, at most */
  readonly daysMax: number;
  /** days within which it is answered, or lapses */
  readonly answerDays: number;
}

/** Throws when no term is in force, which the packed data exclude. */
export function askingTerm(day: PlainDate): AskingTerm {
  const row = (rules.terms as readonly (Dated & AskingTerm)[]).find(holdsOn(day));
  if (!row) throw new Error(`no term of consents on ${day}`);
  return row;
}

export interface AskingPurpose extends Bilingual {
  readonly code: string;
}
/** Purposes that may be stated on a day. */
export const purposesOn = (day: PlainDate): readonly AskingPurpose[] =>
  (rules.purposes as readonly (Dated & AskingPurpose)[]).filter(holdsOn(day)).map(({ code, vi, en }) => ({ code, vi, en }));
/** The words of a purpose, of one that is no longer offered too; its code for one that never was. */
export const purposeWordsOf = (code: string): Bilingual => {
  const found = rules.purposes.find((one) => one.code === code);
  return found ? { vi: found.vi, en: found.en } : { vi: code, en: code };
};

/**
 * As what kind of provision a look for this purpose is counted. A purpose that a newer release wrote and this one does not know counts as the first kind:
 * the look itself stands in the log with its consent, and a row without a kind would be in no count at all.
 */
export const provisionOf = (code: string): Provision =>
  (rules.purposes as readonly { readonly code: string; readonly provision: Provision }[]).find((one) => one.code === code)?.provision ??
  'procedure';

/** The last day that may be asked for. */
export const lastUntil = (day: PlainDate): PlainDate => addDays(day, askingTerm(day).daysMax);

/** A group as it may be asked for: its ordinary content as one, its sensitive fields one by one. */
export interface AskableGroup extends Pick<Group, 'code' | 'title'> {
  /** something of it is not sensitive */
  readonly hasOrdinary: boolean;
  readonly sensitive: readonly Pick<Field, 'key' | 'label'>[];
}

const isAsked = (field: Field): boolean => field.visibleTo.includes('CA_NHAN') && field.key !== 'soDinhDanh';
const ofGroup = (code: GroupCode): AskableGroup => {
  const fields = FIELDS.filter((field) => field.group === code && isAsked(field));
  return {
    code,
    title: GROUPS.find((group) => group.code === code)!.title,
    hasOrdinary: fields.some((field) => field.sensitivity !== 'nc'),
    sensitive: fields.filter((field) => field.sensitivity === 'nc').map(({ key, label }) => ({ key, label })),
  };
};

/** What may be asked for on a day, in the order of the form. */
export function askableGroups(day: PlainDate): readonly AskableGroup[] {
  const never = new Set(rules.notAsked.filter(holdsOn(day)).flatMap(({ groups }) => groups));
  return GROUPS.filter(({ code }) => !never.has(code))
    .map(({ code }) => ofGroup(code))
    .filter((group) => group.hasOrdinary || group.sensitive.length > 0);
}

/** Which groups and which sensitive fields. */
export interface AskedParts {
  readonly groups: readonly string[];
  readonly fields: readonly string[];
}

/** Of what may be asked for, nothing twice, and something at all. */
export function mayBeAsked({ groups, fields }: AskedParts, day: PlainDate): boolean {
  const askable = askableGroups(day);
  const ordinary = new Set<string>(askable.filter(({ hasOrdinary }) => hasOrdinary).map(({ code }) => code));
  const sensitive = new Set(askable.flatMap((group) => group.sensitive.map(({ key }) => key)));
  const once = new Set(groups).size === groups.length && new Set(fields).size === fields.length;
  return (
    once && groups.length + fields.length > 0 && groups.every((code) => ordinary.has(code)) && fields.every((key) => sensitive.has(key))
  );
}

/** Groups of which something is covered. */
export const coversOf = ({ groups, fields }: AskedParts): readonly string[] =>
  GROUPS.map(({ code }) => code).filter(
    (code) => groups.includes(code) || FIELDS.some((field) => field.group === code && fields.includes(field.key)),
  );
