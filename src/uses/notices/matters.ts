/** What people are told, in which words, and by which rules: dated rows of `matters.json`. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import data from './matters.json' with { type: 'json' };

export const MATTERS = [
  'returned',
  'confirmed',
  'approval-asked',
  'approval-returned',
  'case-opened',
  'kept-apart-asked',
  'data-request-made',
  'data-request-answered',
  'declaration-due',
  'declaration-called',
  'declaration-returned',
  'declaration-confirmed',
  'declaration-refused',
  'declaration-overdue',
  'declaration-beside',
  'beside',
  'declaration-asked',
  'declaration-answered',
  'value-reported',
  'value-report-settled',
  'overdue-confirm',
  'overdue-returned',
  'own-record-unusual',
  'readings-unusual',
  'lent',
  'lending-ended',
  'operator-changed',
  'service-ended',
  'service-taken-back',
  'signed-in-anew',
  'passkey-added',
  'passkey-ended',
  'passkey-released',
  'passkey-elsewhere',
  'terms-moved',
  'consent-asked',
  'consent-given',
  'consent-used',
  'consent-answered',
  'consent-withdrawn',
] as const;
export type Matter = (typeof MATTERS)[number];

/** What a notice was computed from: counts, and numbers of files; nothing of people. */
export type Facts = Readonly<Record<string, string | number>>;

interface Dated {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}
const holdsOn =
  (day: PlainDate) =>
  ({ validFrom, validTo }: Dated): boolean =>
    (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);

export interface NoticeRules {
  /** longer than so many working days is overdue */
  readonly overdueWorkingDays: number;
  /** the same overdue work is told again after so many days at the earliest */
  readonly againAfterDays: number;
  /** hours of Việt Nam between which mails go out, on working days */
  readonly mailFromHour: number;
  readonly mailToHour: number;
  /** lines of a digest; further matters are counted */
  readonly mailLines: number;
  /** an address that was refused for good so often in a row is not written to any more */
  readonly refusalsMax: number;
  /** what was seen is forgotten after so many months, mails too */
  readonly keptMonths: number;
}

/** The rules of a day; throws when none is in force, which the packed data exclude (test). */
export function rulesOn(day: PlainDate): NoticeRules {
  const found = data.rules.find(holdsOn(day));
  if (!found) throw new Error(`no rules of notices on ${day}`);
  return found;
}

const filled = (text: string, facts: Facts): string => text.replaceAll(/\{(\w+)\}/g, (_all, field: string) => String(facts[field] ?? ''));

export interface NoticeText {
  readonly title: Bilingual;
  /** of the page in the portal where it is done, without host */
  readonly address: string;
}

/** What a notice says, by the words in force on a day. */
export function textOf(matter: Matter, subjectId: string, facts: Facts, on: PlainDate): NoticeText {
  const row = data.matters.find((one) => one.matter === matter && holdsOn(on)(one));
  if (!row) throw new Error(`no words for ${matter} on ${on}`);
  return {
    title: { vi: filled(row.vi, facts), en: filled(row.en, facts) },
    address: filled(row.address, { subject: subjectId }),
  };
}
