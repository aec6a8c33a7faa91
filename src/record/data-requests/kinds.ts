/** By which rights a person asks, and the term of the law for each: dated rows with their source (`kinds.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import data from './kinds.json' with { type: 'json' };

export const REQUEST_KINDS = ['restrict', 'object', 'withdraw', 'erase'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export interface RequestRight {
  readonly kind: RequestKind;
  /** code of `thoi_han_phap_ly` */
  readonly term: string;
  readonly label: Bilingual;
  readonly what: Bilingual;
}

const isKind = (text: string): text is RequestKind => (REQUEST_KINDS as readonly string[]).includes(text);

/** The rights of a day, in the order of the data. */
export const rightsOn = (day: PlainDate): readonly RequestRight[] =>
  data.kinds
    .filter(
      ({ validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null }) =>
        (validFrom === null || validFrom <= day) && (validTo === null || day < validTo),
    )
    .flatMap(({ kind, term, vi, en, whatVi, whatEn }) =>
      isKind(kind) ? [{ kind, term, label: { vi, en }, what: { vi: whatVi, en: whatEn } }] : [],
    );

/** What a right is called, of one that is no longer offered too. */
export const rightLabel = (kind: string): Bilingual => {
  const found = data.kinds.find((one) => one.kind === kind);
  return found ? { vi: found.vi, en: found.en } : { vi: kind, en: kind };
};
