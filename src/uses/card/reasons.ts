/** Why a card ended. Closed; codes are stable, stand in the database and in the log. Law: QĐ 06/2008/QĐ-BNV Điều 7 (withdrawal of cards). */
import type { Bilingual } from '#base/problem.ts';

export interface EndReason {
  readonly label: Bilingual;
  /** an officer may give it; the others follow from the register or from time */
  readonly byOfficer: boolean;
  /** a new card follows at once when its conditions still hold: what the person is has changed, or a phone, not the trust in them */
  readonly replaced: boolean;
}

const reason = (vi: string, en: string, more: Partial<Omit<EndReason, 'label'>> = {}): EndReason => ({
  label: { vi, en },
  byOfficer: false,
  replaced: false,
  ...more,
});

export const END_REASONS = {
  THOI_PHUC_VU: reason('Không còn công tác', 'No longer in service'),
  TAM_NGUNG: reason('Tạm ngừng công tác', 'Suspended from service'),
  DOI_CO_QUAN: reason('Đổi cơ quan', 'Another agency', { replaced: true }),
  DOI_DON_VI: reason('Đổi đơn vị trực thuộc', 'Another unit', { replaced: true }),
  DOI_CHUC_VU: reason('Đổi chức vụ, chức danh hoặc vị trí việc làm', 'Another position', { replaced: true }),
  DOI_HO_TEN: reason('Đổi họ tên', 'Another name', { replaced: true }),
  DOI_SO_DINH_DANH: reason('Số định danh được xác lập lại', 'The citizen number was made anew', { replaced: true }),
  HO_SO_TRUNG: reason(
    'Hồ sơ trùng, đã hợp nhất vào hồ sơ khác của cùng một người',
    'One of two records of one human: merged into the other',
  ),
  DOI_LOAI: reason('Đổi loại đối tượng', 'Another kind of employee', { replaced: true }),
  DOI_ANH: reason('Đổi ảnh chân dung', 'Another portrait', { replaced: true }),
  MAT_XAC_THUC: reason('Danh tính không còn khớp dữ liệu dân cư', 'Identity no longer matched with the population database'),
  THIEU_ANH: reason('Hồ sơ không còn ảnh chân dung', 'No portrait in the record any more'),
  THIEU_THONG_TIN: reason('Hồ sơ thiếu thông tin ghi trên thẻ', 'The record lacks what a card says'),
  HET_HAN: reason('Hết hạn ghi trên thẻ', 'Past its last day', { replaced: true }),
  MAT_DIEN_THOAI: reason('Mất hoặc hỏng điện thoại giữ thẻ', 'The phone that holds it is lost or broken', {
    byOfficer: true,
    replaced: true,
  }),
  CHO_MUON: reason('Cho mượn thẻ hoặc dùng sai mục đích', 'Lent, or used for what it is not for', { byOfficer: true }),
  CAP_SAI: reason('Thẻ cấp sai', 'Wrongly made', { byOfficer: true }),
  SU_CO: reason('Sự cố an ninh', 'A security incident', { byOfficer: true }),
} as const satisfies Readonly<Record<string, EndReason>>;

export type EndReasonCode = keyof typeof END_REASONS;

export const OFFICER_REASONS = Object.entries(END_REASONS).flatMap(([code, { byOfficer }]) => (byOfficer ? [code as EndReasonCode] : []));
