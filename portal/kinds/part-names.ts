/** Labels of the parts of compound values, in both languages. Keys as in the dictionary's shapes. */
import type { Bilingual } from '#portal/api/generated/api.ts';

export const PART_NAMES: Readonly<Record<string, Bilingual>> = {
  quocGia: { vi: 'Quốc gia', en: 'Country' },
  maTinh: { vi: 'Tỉnh', en: 'Province' },
  maHuyen: { vi: 'Huyện', en: 'District' },
  maXa: { vi: 'Xã', en: 'Commune' },
  chiTiet: { vi: 'Chi tiết', en: 'Details' },
  hieuLucTai: { vi: 'Theo đơn vị hành chính ngày', en: 'Units as of' },
  so: { vi: 'Số', en: 'Number' },
  ngay: { vi: 'Ngày', en: 'Date' },
  coQuan: { vi: 'Cơ quan', en: 'Agency' },
  nguoiKy: { vi: 'Người ký', en: 'Signed by' },
  chucVuNguoiKy: { vi: 'Chức vụ người ký', en: 'Post of signer' },
  ma: { vi: 'Mã', en: 'Code' },
  ten: { vi: 'Tên', en: 'Name' },
  tuNgay: { vi: 'Từ', en: 'From' },
  denNgay: { vi: 'Đến', en: 'To' },
};
