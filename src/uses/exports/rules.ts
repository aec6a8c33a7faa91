/** How many people may be taken along, by whom it is decided, how long the file is kept: dated data (`export-rules.json`). */
import type { PlainDate } from '#base/clock.ts';
import data from './export-rules.json' with { type: 'json' };

export interface ExportRules {
  readonly peopleAlone: number;
  readonly peopleMax: number;
  readonly templatePeopleMax: number;
  readonly extractPeopleMax: number;
  readonly waitDays: number;
  /** within so many days the same is not asked again without a reason */
  readonly againDays: number;
  readonly keptHours: number;
  readonly grantedHours: number;
}
const ROWS: readonly (ExportRules & { readonly validFrom: PlainDate; readonly validTo: PlainDate | null })[] = data.rules;

/** Throws when no rules are in force on that day. */
export function exportRulesOn(day: PlainDate): ExportRules {
  const found = ROWS.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  if (!found) throw new Error(`no rules of exports on ${day}`);
  return found;
}
