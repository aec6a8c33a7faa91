/**
 * Why a card ended. Closed; codes are stable, stand in the database and in the log. What follows from each, with its source, is data: `end-reasons.json`.
 * Law: QĐ 06/2008/QĐ-BNV Điều 7 (withdrawal of cards).
 */
import type { Bilingual } from '#base/problem.ts';
import data from './end-reasons.json' with { type: 'json' };

const both = (vi: string, en: string): Bilingual => ({ vi, en });

const LABELS = {
  THOI_PHUC_VU: both('Không còn công tác', 'No longer in service'),
  TAM_NGUNG: both('Tạm ngừng công tác', 'Suspended from service'),
  DOI_CO_QUAN: both('Đổi cơ quan', 'Another agency'),
  DOI_DON_VI: both('Đổi đơn vị trực thuộc', 'Another unit'),
  DOI_CHUC_VU: both('Đổi chức vụ, chức danh hoặc vị trí việc làm', 'Another position'),
  DOI_HO_TEN: both('Đổi họ tên', 'Another name'),
  DOI_TEN_CO_QUAN: both('Cơ quan đổi tên, đổi mã hoặc đổi cấp', 'The agency has another name, code or level'),
  DOI_SO_DINH_DANH: both('Số định danh được xác lập lại', 'The citizen number was made anew'),
  HO_SO_TRUNG: both('Hồ sơ trùng, đã hợp nhất vào hồ sơ khác của cùng một người', 'One of two records of one human: merged into the other'),
  XOA_HO_SO: both('Dữ liệu của người này đã được hủy theo quyết định', 'The data of this person were destroyed by a decision'),
  QUAN_LY_RIENG: both('Hồ sơ được quản lý riêng theo quy định', 'The record is kept apart by the law'),
  DOI_LOAI: both('Đổi loại đối tượng', 'Another kind of employee'),
  DOI_ANH: both('Đổi ảnh chân dung', 'Another portrait'),
  MAT_XAC_THUC: both('Danh tính không còn khớp dữ liệu dân cư', 'Identity no longer matched with the population database'),
  THIEU_ANH: both('Hồ sơ không còn ảnh chân dung', 'No portrait in the record any more'),
  THIEU_THONG_TIN: both('Hồ sơ thiếu thông tin ghi trên thẻ', 'The record lacks what a card says'),
  THOI_KIEM_NHIEM: both('Thôi kiêm nhiệm', 'The concurrent post has ended'),
  HET_BIET_PHAI: both('Hết biệt phái', 'The secondment has ended'),
  HET_HAN: both('Hết hạn ghi trên thẻ', 'Past its last day'),
  MAT_DIEN_THOAI: both('Mất hoặc hỏng điện thoại giữ thẻ', 'The phone that holds it is lost or broken'),
  CHO_MUON: both('Cho mượn thẻ hoặc dùng sai mục đích', 'Lent, or used for what it is not for'),
  CAP_SAI: both('Thẻ cấp sai', 'Wrongly made'),
  SU_CO: both('Sự cố an ninh', 'A security incident'),
} as const satisfies Readonly<Record<string, Bilingual>>;

export type EndReasonCode = keyof typeof LABELS;

/** What the data say of a reason; nothing said: no. */
interface EndRule {
  readonly byOfficer?: boolean;
  readonly replaced?: boolean;
  readonly heldBack?: boolean;
  readonly neutral?: boolean;
  readonly source: string;
  readonly confidence: string;
}
const RULES: Readonly<Record<EndReasonCode, EndRule>> = data.reasons;

export interface EndReason {
  readonly label: Bilingual;
  /** an officer may give it; the others follow from the register or from time */
  readonly byOfficer: boolean;
  /** a new card follows at once when its conditions still hold: what the person is has changed, or a phone, not the trust in them */
  readonly replaced: boolean;
  /** no card comes back until a second person releases it */
  readonly heldBack: boolean;
  /** no power is lost by it: copies of the card that is superseded stay good while wallets fetch the new one */
  readonly neutral: boolean;
}

const reasonOf = (code: EndReasonCode): EndReason => {
  const { byOfficer = false, replaced = false, heldBack = false, neutral = false } = RULES[code];
  return { label: LABELS[code], byOfficer, replaced, heldBack, neutral };
};

export const END_REASON_CODES = Object.keys(LABELS) as EndReasonCode[];
export const END_REASONS = Object.fromEntries(END_REASON_CODES.map((code) => [code, reasonOf(code)])) as Readonly<
  Record<EndReasonCode, EndReason>
>;

export const OFFICER_REASONS = END_REASON_CODES.filter((code) => END_REASONS[code].byOfficer);

/** Why somebody who was held back may have a card again. Closed, like the reasons of an end. */
export const RELEASE_REASONS = {
  KHONG_CO_CAN_CU: both('Đã xác minh, không có căn cứ ngừng thẻ', 'Looked into: the card was ended without ground'),
  DA_KHAC_PHUC: both('Sự cố hoặc sai sót đã được khắc phục', 'The incident or the mistake has been put right'),
  DA_XU_LY: both('Đã xử lý xong vi phạm', 'The misuse has been dealt with'),
} as const satisfies Readonly<Record<string, Bilingual>>;

export type ReleaseReasonCode = keyof typeof RELEASE_REASONS;
export const RELEASE_REASON_CODES = Object.keys(RELEASE_REASONS) as ReleaseReasonCode[];
