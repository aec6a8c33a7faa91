/** Group Y, Metadata, matching, confirmation. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_Y = fieldsOf('Y', { suppliedBy: 'system', master: 'register' }, [
  {
    ordinal: 210, key: 'meta.nguon',
    label: { vi: 'Nguồn dữ liệu', en: 'Source' },
    kind: { name: 'code', codeLists: ['nguon_du_lieu'] },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 211, key: 'meta.phienBan',
    label: { vi: 'Phiên bản', en: 'Version' },
    kind: { name: 'integer', min: 1, max: 2147483647 },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 212, key: 'meta.maGiaoDich',
    label: { vi: 'Mã giao dịch', en: 'Transaction code' },
    kind: { name: 'text', maxChars: 100 },
    required: 'R',
    source: 'NDXP (found)', confidence: 'found',
  },
  {
    ordinal: 213, key: 'meta.nguoiNhap',
    label: { vi: 'Người nhập', en: 'Entered by' },
    kind: { name: 'text', maxChars: 40 },
    required: 'R',
    source: 'NDXP (found)', confidence: 'found',
  },
  {
    ordinal: 214, key: 'meta.thoiDiem',
    label: { vi: 'Thời điểm', en: 'Entered at' },
    kind: { name: 'timestamp' },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 215, key: 'meta.ketQuaDoiSoat',
    label: { vi: 'Kết quả đối soát dân cư theo trường', en: 'Match with the population database, by field' },
    kind: { name: 'map', codeList: 'muc_khop' },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 216, key: 'meta.ngayDoiSoat',
    label: { vi: 'Ngày đối soát', en: 'Matched at' },
    kind: { name: 'timestamp' },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 217, key: 'meta.trangThai',
    label: { vi: 'Trạng thái xác nhận', en: 'State of confirmation' },
    kind: { name: 'code', codeLists: ['trang_thai_ho_so'] },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 218, key: 'meta.capXacNhan',
    label: { vi: 'Cơ quan, người xác nhận', en: 'Confirming body and person' },
    kind: { name: 'text', maxChars: 200 },
    required: 'C',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 219, key: 'meta.ngayXacNhan',
    label: { vi: 'Thời điểm xác nhận', en: 'Confirmed at' },
    kind: { name: 'timestamp' },
    required: 'C',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 220, key: 'meta.kySoXacNhan',
    label: { vi: 'Chữ ký số xác nhận', en: 'Signature of the confirmation' },
    kind: {
      name: 'object', parts: [
        { key: 'nguoiKy', label: { vi: 'Người ký', en: 'Signer' }, kind: { name: 'text', maxChars: 200 }, required: false },
        { key: 'thoiDiem', label: { vi: 'Thời điểm ký', en: 'Signed at' }, kind: { name: 'timestamp' }, required: false },
        { key: 'hopLe', label: { vi: 'Hợp lệ', en: 'Valid' }, kind: { name: 'flag' }, required: false },
      ],
    },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 221, key: 'meta.lyDoTraLai',
    label: { vi: 'Lý do trả lại', en: 'Reason for return' },
    kind: { name: 'longText', maxChars: 1000 },
    required: 'C',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 222, key: 'meta.capDoBaoMat',
    label: { vi: 'Mức bảo vệ', en: 'Level of protection' },
    kind: { name: 'code', codeLists: ['muc_bao_ve'] },
    required: 'R',
    source: 'NĐ 13/2023; Luật 91/2025', confidence: 'found',
  },
]);
