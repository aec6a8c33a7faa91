/**
 * The claims of the card: one table, from which the issuer, the door, the wallet and the type metadata are derived.
 * A claim is added here and in `CardClaims`; the compiler tells which one was forgotten.
 */
import { isPlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { JsonObject } from './compact-jws.ts';
import type { CardClaims } from './shapes.ts';

export type ClaimName = keyof CardClaims;
type ClaimShape = 'environment' | 'employment' | 'level' | 'text' | 'named' | 'yes-no' | 'day' | 'portrait';

export interface ClaimRow {
  readonly label: Bilingual;
  readonly shape: ClaimShape;
  /** may the holder keep it back? `never`: it always shows */
  readonly sd: 'always' | 'never';
  readonly mandatory: boolean;
  /** its place among the facts of the door's QR (door-qr.ts); null: not in it */
  readonly door: number | null;
  /** field of the record, or what makes it */
  readonly from: string;
  /** greatest length, in characters */
  readonly charsMax: number;
}

const row = (
  vi: string,
  en: string,
  shape: ClaimShape,
  from: string,
  more: Partial<Pick<ClaimRow, 'sd' | 'mandatory' | 'door' | 'charsMax'>> = {},
): ClaimRow => ({ label: { vi, en }, shape, from, sd: 'always', mandatory: true, door: null, charsMax: 300, ...more });

/** 20 KB of JPEG as a data URI. */
const PORTRAIT_CHARS_MAX = 28_000;

export const CLAIMS: Readonly<Record<ClaimName, ClaimRow>> = {
  moi_truong: row('Môi trường', 'Environment', 'environment', 'the installation: demo or not', { sd: 'never', door: 1 }),
  ho_ten: row('Họ và tên', 'Full name', 'text', 'hoTenKhaiSinh', { door: 2 }),
  ho_ten_latin: row('Họ và tên không dấu', 'Full name without marks', 'text', 'hoTenKhaiSinh'),
  anh: row('Ảnh chân dung', 'Portrait', 'portrait', 'anh4x6', { charsMax: PORTRAIT_CHARS_MAX }),
  chuc_vu: row('Chức vụ', 'Position', 'named', 'chucVuHienTai', { mandatory: false, door: 3 }),
  chuc_danh: row('Vị trí việc làm', 'Job position', 'named', 'viTriViecLam', { mandatory: false, door: 4 }),
  co_quan: row('Cơ quan', 'Agency', 'named', 'coQuanSuDung, its name on the day of issue', { door: 5 }),
  co_quan_quan_ly: row('Cơ quan quản lý', 'Managing agency', 'named', 'coQuanQuanLy'),
  don_vi: row('Đơn vị', 'Unit', 'text', 'donViTrucThuoc, as the register names it', { mandatory: false }),
  loai_vi_tri: row(
    'Loại vị trí công tác',
    'Kind of employment',
    'employment',
    'the concurrent post or secondment that both agencies agreed to; absent: the main one',
    {
      sd: 'never',
      mandatory: false,
      door: 11,
    },
  ),
  ma_so_the: row('Mã số thẻ', 'Card number', 'text', 'chance', { door: 7, charsMax: 13 }),
  loai: row('Loại', 'Kind', 'text', 'loaiDoiTuong', { charsMax: 20 }),
  cap: row('Cấp của cơ quan', 'Level of the agency', 'level', 'level of coQuanSuDung'),
  dang_cong_tac: row('Đang công tác', 'In service', 'yes-no', 'trangThaiCongTac'),
  ngay_cap: row('Ngày cấp', 'Issued on', 'day', 'the day the card was made'),
  het_han: row('Có giá trị đến', 'Valid until', 'day', 'ngay_cap and CARD_VALID_MONTHS', { door: 8 }),
  ma_cua: row('Mã cửa', 'Door code', 'text', 'facts of this table, signed', { mandatory: false, charsMax: 4_296 }),
};

export const CLAIM_NAMES = Object.keys(CLAIMS) as readonly ClaimName[];
/** Those that are hidden until the holder shows them. */
export const DISCLOSABLE: readonly ClaimName[] = CLAIM_NAMES.filter((name) => CLAIMS[name].sd === 'always');
/** Names that a disclosure may never take: they always show, or belong to the format (SD-JWT VC §3.2.2.2). */
const RESERVED: ReadonlySet<string> = new Set([
  ...CLAIM_NAMES.filter((name) => CLAIMS[name].sd === 'never'),
  'iss',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
  '_sd',
  '_sd_alg',
  '...',
  'aud',
  'sub',
  'iat',
  '__proto__',
]);
export const isReserved = (name: string): boolean => RESERVED.has(name);

const isText = (value: unknown, charsMax: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= charsMax;

function isNamed(value: unknown, charsMax: number): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { ma, ten } = value as Record<string, unknown>;
  return isText(ten, charsMax) && (ma === undefined || isText(ma, 60));
}

/** Most days need no calendar: it costs as much as a hash. */
const isDay = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(text) || isPlainDate(text);

function fits(value: unknown, { shape, charsMax }: ClaimRow): boolean {
  switch (shape) {
    case 'environment':
      return value === 'CHINH_THUC' || value === 'THU_NGHIEM';
    case 'employment':
      return value === 'KIEM_NHIEM' || value === 'BIET_PHAI';
    case 'level':
      return value === 'TW' || value === 'TINH' || value === 'XA';
    case 'yes-no':
      return typeof value === 'boolean';
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'named':
      return isNamed(value, charsMax);
    case 'portrait':
      return isText(value, charsMax) && /^data:image\/jpeg;base64,[A-Za-z0-9+/]+={0,2}$/.test(value);
    case 'text':
      return isText(value, charsMax);
  }
}

/**
 * The claims of this table among what was signed; null when one of them has a shape it cannot have.
 * Names outside the table are left aside: a later version of the card may say more.
 *
 * @param said  what was signed under a name; undefined when nothing was
 */
export function readClaims(said: (name: ClaimName) => unknown): Partial<CardClaims> | null {
  const claims: Record<string, unknown> = {};
  for (const name of CLAIM_NAMES) {
    const value = said(name);
    if (value === undefined) continue;
    if (!fits(value, CLAIMS[name])) return null;
    claims[name] = value;
  }
  return claims as Partial<CardClaims>;
}

/** Type metadata of the card (SD-JWT VC §6), for wallets that draw it; answered at the address that `vct` is. */
export function typeMetadata(vct: string, environment: CardClaims['moi_truong']): JsonObject {
  const test = environment === 'THU_NGHIEM';
  return {
    vct,
    name: test ? 'Thẻ cán bộ, công chức, viên chức (THỬ NGHIỆM)' : 'Thẻ cán bộ, công chức, viên chức',
    description: 'Unofficial type of Công Vụ, a register of cadres, civil servants and public employees.',
    display: [
      {
        locale: 'vi-VN',
        name: test ? 'Thẻ cán bộ, công chức, viên chức (THỬ NGHIỆM)' : 'Thẻ cán bộ, công chức, viên chức',
        description: 'Chứng minh người giữ đang công tác tại cơ quan ghi trên thẻ.',
        rendering: { simple: { background_color: '#F6E27A', text_color: '#1A1A1A' } },
      },
      {
        locale: 'en-US',
        name: test ? 'Public official card (TEST)' : 'Public official card',
        description: 'Shows that the holder serves at the body named on it.',
        rendering: { simple: { background_color: '#F6E27A', text_color: '#1A1A1A' } },
      },
    ],
    claims: CLAIM_NAMES.flatMap((name) => {
      const { label, sd, mandatory, shape } = CLAIMS[name];
      const display = [
        { locale: 'vi-VN', label: label.vi },
        { locale: 'en-US', label: label.en },
      ];
      // A named thing is disclosed whole; what a wallet shows of it is its name.
      return [{ path: [name], sd, mandatory, display }, ...(shape === 'named' ? [{ path: [name, 'ten'], sd: 'never', display }] : [])];
    }),
  };
}
