/** Closed lists of this room: why a cell is returned, why a mismatch is confirmed all the same. Ours; codes are stable. */
import type { Bilingual } from '#base/problem.ts';
import type { PlainDate } from '#base/clock.ts';

export interface Reason {
  readonly code: string;
  readonly label: Bilingual;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain' | 'design';
}

const reason = (code: string, vi: string, en: string): Reason => ({
  code,
  label: { vi, en },
  validFrom: '2023-02-13',
  validTo: null,
  source: 'thiết kế của dự án',
  confidence: 'design',
});

export const RETURN_REASONS: readonly Reason[] = [
  reason('KHAC_HO_SO_GIAY', 'Khác với hồ sơ giấy', 'Differs from the paper file'),
  reason('THIEU_QUYET_DINH', 'Thiếu quyết định hoặc căn cứ', 'No decision or evidence'),
  reason('SAI_NGACH_BAC', 'Sai ngạch, bậc hoặc hệ số', 'Wrong grade, step or coefficient'),
  reason('SAI_NGAY', 'Sai ngày, tháng', 'Wrong date'),
  reason('SAI_DAN_CU', 'Không khớp dữ liệu dân cư', 'Does not match the population database'),
  reason('KHONG_THUOC_QUAN_LY', 'Người này không thuộc cơ quan quản lý', 'The person is not managed by this agency'),
  reason('ANH_KHONG_DUNG_NGUOI', 'Ảnh không đúng người này', 'The picture is not of this person'),
  reason(
    'ANH_KHONG_DAT',
    'Ảnh không đạt yêu cầu: mờ, khuất mặt, cắt lệch hoặc đã cũ',
    'The picture will not do: blurred, face hidden, badly cropped or old',
  ),
  reason('KHAC', 'Lý do khác (ghi rõ)', 'Other (say which)'),
];

export const MISMATCH_REASONS: readonly Reason[] = [
  reason('DAN_CU_CHUA_CAP_NHAT', 'Dữ liệu dân cư chưa cập nhật; có giấy tờ gốc', 'Population data not yet updated; original papers seen'),
  reason('DOI_TEN_HOP_PHAP', 'Đã thay đổi họ, tên hoặc ngày sinh hợp pháp', 'Lawful change of name or birth date'),
  reason('NGUON_TAM_NGUNG', 'Nguồn dân cư tạm ngừng; sẽ đối soát lại', 'Source is down; will be matched again'),
];

export const isReason = (list: readonly Reason[], code: string, on: PlainDate): boolean =>
  list.some((one) => one.code === code && one.validFrom <= on && (one.validTo === null || on < one.validTo));
