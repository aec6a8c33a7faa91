/** Matching with the population database. */
import type { Instant } from '#base/clock.ts';

/** `muc_khop.json`, from good to bad; CHUA = not compared. */
export type MatchLevel = 'KHOP' | 'GAN_KHOP' | 'LECH' | 'KHONG_TIM_THAY' | 'CHUA';

/** Fields that are compared, by their key in the dictionary. */
export type MatchedField = 'soDinhDanh' | 'hoTenKhaiSinh' | 'ngaySinh' | 'gioiTinh' | 'danToc';

/** What came out: levels only. The citizen's file is not copied. */
export interface MatchResult {
  readonly level: MatchLevel;
  readonly fields: Readonly<Partial<Record<MatchedField, MatchLevel>>>;
}

/** What we say of a person when we ask. */
export interface StatedIdentity {
  readonly nationalId: string;
  readonly name: string;
  /** `yyyy`, `yyyy-MM` or `yyyy-MM-dd`; empty when not stated */
  readonly birth: string;
  /** `gioi_tinh.json` */
  readonly sex: string;
  /** `dan_toc.json`; empty when not stated */
  readonly ethnicity: string;
}

/** What the source says of a citizen, as far as it is compared. */
export interface Citizen {
  readonly nationalId: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
  readonly ethnicity: string;
}

/** How a source is: `open` = down, left alone until `tryAt`. */
export interface SourceState {
  readonly source: string;
  readonly state: 'closed' | 'open' | 'half-open';
  readonly failures: number;
  readonly since: Instant;
  readonly tryAt: Instant | null;
}
