/** Group A, Record and staff identity. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_A = fieldsOf('A', {}, [
  {
    ordinal: 1, key: 'hoSoId',
    label: { vi: 'Mã hồ sơ nội bộ', en: 'Record id' },
    kind: { name: 'uuid' },
    required: 'R', suppliedBy: 'system', master: 'register',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 2, key: 'soHieuCbccvc',
    label: { vi: 'Số hiệu cán bộ, công chức, viên chức', en: 'Staff number' },
    kind: { name: 'text', maxChars: 20 },
    required: 'R', sensitivity: 'cb', formItem: ['2C', 'HS02'],
    source: '2C header, HS02', confidence: 'found',
  },
  {
    ordinal: 3, key: 'maDinhDanhHoSoQG',
    label: { vi: 'Mã hồ sơ trên CSDLQG', en: 'National record number' },
    kind: { name: 'text', maxChars: 40 },
    required: 'C', suppliedBy: 'system', master: 'register', sensitivity: 'cb',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 4, key: 'coQuanQuanLy',
    label: { vi: 'Cơ quan có thẩm quyền quản lý', en: 'Managing body' },
    kind: { name: 'organisation', textAllowed: false },
    required: 'R', formItem: ['2C'],
    source: '2C header', confidence: 'found',
  },
  {
    ordinal: 5, key: 'coQuanSuDung',
    label: { vi: 'Cơ quan, đơn vị sử dụng', en: 'Using body' },
    kind: { name: 'organisation', textAllowed: false },
    required: 'R', formItem: ['2C'], hot: 'using_body',
    source: '2C header', confidence: 'found',
  },
  {
    ordinal: 6, key: 'donViTrucThuoc',
    label: { vi: 'Phòng/đơn vị thuộc', en: 'Division or unit within' },
    kind: { name: 'text', maxChars: 200 },
    required: 'C', formItem: ['2C98'],
    source: '2C98', confidence: 'found',
  },
  {
    ordinal: 7, key: 'loaiDoiTuong',
    label: { vi: 'Loại đối tượng', en: 'Kind of employee' },
    kind: { name: 'code', codeLists: ['loai_doi_tuong'] },
    required: 'R', hot: 'employee_kind',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 8, key: 'khoiCoQuan',
    label: { vi: 'Khối cơ quan', en: 'Sector of the body' },
    kind: { name: 'code', codeLists: ['khoi_co_quan'] },
    required: 'R', hot: 'sector',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 9, key: 'trangThaiCongTac',
    label: { vi: 'Trạng thái công tác', en: 'Employment state' },
    kind: { name: 'code', codeLists: ['trang_thai_cong_tac'] },
    required: 'R', hot: 'work_status',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 10, key: 'anh4x6',
    label: { vi: 'Ảnh chân dung (4x6; thẻ 3x4)', en: 'Portrait photograph (4x6; 3x4 for the card)' },
    kind: { name: 'file', types: ['image/jpeg', 'image/png'], maxMegabytes: 2 },
    required: 'C', sensitivity: 'nc', formItem: ['2C'],
    source: '2C header', confidence: 'found',
  },
]);
