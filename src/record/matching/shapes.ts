/** Matching with the population database. */
import type { Instant } from '#base/clock.ts';

/** `muc_khop.json`, from good to bad; CHUA = not compared. */
export type MatchLevel = 'KHOP' | 'GAN_KHOP' | 'LECH' | 'KHONG_TIM_THAY' | 'CHUA';

/** Levels that somebody looks at. */
export const MISMATCH_LEVELS = ['LECH', 'GAN_KHOP', 'KHONG_TIM_THAY'] as const satisfies readonly MatchLevel[];
export type MismatchLevel = (typeof MISMATCH_LEVELS)[number];

/** Fields that are compared, by their key in the dictionary. */
export type MatchedField = 'soDinhDanh' | 'hoTenKhaiSinh' | 'ngaySinh' | 'gioiTinh' | 'danToc' | 'queQuan' | 'thuongTru';

/** What came out: levels only. The citizen's file is not copied. */
export interface MatchResult {
  readonly level: MatchLevel;
  /** a field that is absent was not compared */
  readonly fields: Readonly<Partial<Record<MatchedField, MatchLevel>>>;
}

/** Province and commune of an address, by code (`dvhc_tinh`, `dvhc_xa`); commune empty when only the province is known. */
export interface Units {
  readonly province: string;
  readonly commune: string;
}

/** What we say of a person when we ask. */
export interface StatedIdentity {
  /** 12 digits, or 9 of an old identity card */
  readonly nationalId: string;
  readonly name: string;
  /** `yyyy`, `yyyy-MM` or `yyyy-MM-dd`; empty when not stated */
  readonly birth: string;
  /** `gioi_tinh.json` */
  readonly sex: string;
  /** `dan_toc.json`; empty when not stated */
  readonly ethnicity: string;
  readonly homeTown?: Units | null;
  readonly residence?: Units | null;
}

/** What is asked of a person, with marks of the values that it was taken from. */
export interface AskedIdentity extends StatedIdentity {
  readonly marks: Readonly<Partial<Record<MatchedField, string>>>;
}

/** What the source says of a citizen, as far as it is compared; empty = it does not say. Lives only while it is compared. */
export interface Citizen {
  readonly nationalId: string;
  /** 9 digits of an old identity card */
  readonly oldId: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly homeTown: Units | null;
  readonly residence: Units | null;
}

/** How a source is. `closed` = works; `open` = down, left alone until `tryAt`; `half-open` = one call is trying it, and until `tryAt` no other. */
export interface SourceState {
  readonly source: string;
  readonly state: 'closed' | 'open' | 'half-open';
  /** in a row */
  readonly failures: number;
  readonly since: Instant;
  readonly tryAt: Instant | null;
  /** why the last call failed: a word of `port.ts` or a code of the source, never a text of its answer; null when it did not */
  readonly reason: string | null;
  /** calls that were made are paid for until then (`pace.ts`) */
  readonly pacedTo: Instant | null;
}
