/**
 * Where the original of a field stands: master data of this register, or reference data whose original another body keeps. Data with source and
 * confidence: `sources.json`. Whose word counts here when two sources differ (`master` of the dictionary) follows from it, so that it is said once. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Confidence, Master } from '#standard/field-shape.ts';
import type { GroupCode } from '#standard/shapes.ts';
import listed from './sources.json' with { type: 'json' };

/** master: born here; reference: its original stands elsewhere, and is taken over. */
export type DataKind = 'master' | 'reference';

/** Body or system that keeps the original of a field (cơ quan nguồn). */
export interface SourceBody {
  /** `population`, `own-body` … */
  readonly code: string;
  readonly kind: DataKind;
  readonly master: Master;
  readonly name: Bilingual;
  /** law that it is read from, or "thiết kế" */
  readonly basis: string;
  readonly confidence: Confidence;
  /** day from which it is so */
  readonly validFrom: PlainDate;
  /** where somebody has a wrong original corrected, as a sentence without its full stop; null of what is born here. Guidance of ours, no procedure */
  readonly correct: Bilingual | null;
}

export const SOURCE_BODIES: readonly SourceBody[] = listed.sources.map(({ code, kind, master, vi, en, basis, confidence, ...more }) => ({
  code,
  kind: kind as DataKind,
  master: master as Master,
  name: { vi, en },
  basis,
  confidence: confidence as Confidence,
  validFrom: listed.validFrom,
  correct: 'correctVi' in more ? { vi: more.correctVi!, en: more.correctEn! } : null,
}));
/** Codes of a field's own row, and of its group's: what the test of completeness walks over. */
export const SOURCE_ROWS: readonly { readonly source: string; readonly groups: readonly string[]; readonly fields: readonly string[] }[] =
  listed.rows;

const byCode = new Map(SOURCE_BODIES.map((body) => [body.code, body]));
const ofField = new Map(SOURCE_ROWS.flatMap(({ source, fields }) => fields.map((key) => [key, source] as const)));
const ofGroup = new Map(SOURCE_ROWS.flatMap(({ source, groups }) => groups.map((group) => [group, source] as const)));
/** What nothing is said of is the body's own: an invented field of a test, too. */
const DEFAULT = 'own-body';

/** Of a field, be it of the dictionary or not yet. */
export const sourceOf = ({ key, group }: { readonly key: string; readonly group: GroupCode }): SourceBody =>
  byCode.get(ofField.get(key) ?? ofGroup.get(group) ?? DEFAULT)!;

/** The original stands elsewhere, as the law of this day has it: what is written here is a copy. */
export const isElsewhere = (field: Parameters<typeof sourceOf>[0], on: PlainDate): boolean => {
  const { kind, validFrom } = sourceOf(field);
  return kind === 'reference' && validFrom <= on;
};
