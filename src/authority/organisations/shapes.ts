/** Bodies over two times. */
import type { PlainDate } from '#base/clock.ts';

/** The knot above everything: the country. Not a body that signs. */
export const COUNTRY_CODE = 'VN';

/** Schemes of codes: `ma_dinh_danh` = electronic identifier of bodies (QĐ 20/2020), `noi_bo` = ours where none is public, `dvhc` = its territory. */
export type CodeScheme = 'ma_dinh_danh' | 'noi_bo' | 'dvhc';

/** Kind of the event by which a body says whom to call. */
export const CONTACT_EVENT = 'lien_he';

/** Attributes that say whom to call at a body, by part. */
export const CONTACT_ATTRIBUTES = { phone: 'lien_he_dien_thoai', email: 'lien_he_thu_dien_tu', place: 'lien_he_noi_tiep' } as const;
export type ContactPart = keyof typeof CONTACT_ATTRIBUTES;

/**
 * How sure the code is that a body is called by: its official identifier, one that goes on after a merger or a re-coding and is `uncertain`, a code of our
 * own where it has no identifier, or none. Decision 0063.
 */
export const CODE_STANDINGS = ['official', 'uncertain', 'own', 'none'] as const;
export type CodeStanding = (typeof CODE_STANDINGS)[number];

export interface BodyNode {
  readonly bodyId: string;
  readonly parentId: string | null;
  readonly managingId: string;
  readonly code: string;
  readonly standing: CodeStanding;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** A dated attribute of a body, such as the group 26 or 70. */
export interface BodyAttribute {
  readonly name: string;
  readonly value: string;
  readonly validFrom: PlainDate;
  /** `demo` = made up for the demo */
  readonly confidence: string;
}
