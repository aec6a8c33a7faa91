/** Kinds of provision of data to bodies (loại cung cấp dữ liệu, NĐ 27/2026/NĐ-CP Điều 15.1), as dated rows: `provision-kinds.json`. Decision 0091. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import data from './provision-kinds.json' with { type: 'json' };

export const PROVISIONS = ['procedure', 'alignment', 'summary', 'training', 'personnel', 'confirmation'] as const;
export type Provision = (typeof PROVISIONS)[number];

export interface ProvisionKind extends Bilingual {
  readonly code: Provision;
  /** letter of the point in the article */
  readonly point: string;
  readonly law: string;
  readonly confidence: string;
}

/** The kinds that are told of on a day, in the order of the article. */
export const provisionsOn = (day: PlainDate): readonly ProvisionKind[] =>
  (data.kinds as readonly (Omit<ProvisionKind, 'confidence'> & { readonly validFrom: PlainDate; readonly validTo: PlainDate | null })[])
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
    .map(({ code, point, vi, en, law }) => ({ code, point, vi, en, law, confidence: data.confidence }));
