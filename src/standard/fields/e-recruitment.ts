/** Group E, Recruitment, payroll, contracts. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_E = fieldsOf('E', {}, [
  {
    ordinal: 54, key: 'ngheNghiepTruocTuyenDung',
    label: { vi: 'Nghề nghiệp khi được tuyển dụng', en: 'Occupation when recruited' },
    kind: { name: 'text', maxChars: 150 },
    required: 'O', formItem: ['2C.10', 'HS02'],
    source: '2C.10, HS02', confidence: 'found',
  },
  {
    ordinal: 55, key: 'ngayTuyenDungLanDau',
    label: { vi: 'Ngày tuyển dụng lần đầu', en: 'First recruited on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'R', formItem: ['2C.11', 'HS02'], hot: 'recruited_on',
    source: '2C.11, HS02', confidence: 'found',
  },
  {
    ordinal: 56, key: 'coQuanTuyenDung',
    label: { vi: 'Cơ quan tuyển dụng', en: 'Recruiting body' },
    kind: { name: 'organisation', textAllowed: true },
    required: 'R', formItem: ['2C.11', 'HS02'],
    source: '2C.11, HS02', confidence: 'found',
  },
  {
    ordinal: 57, key: 'hinhThucTuyenDung',
    label: { vi: 'Hình thức tuyển dụng', en: 'Manner of recruitment' },
    kind: { name: 'code', codeLists: ['hinh_thuc_tuyen_dung'] },
    required: 'C', requiredWhen: CONDITIONS.recruitedByLaw, dateField: 'ngayTuyenDungLanDau',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 58, key: 'soQdTuyenDung',
    label: { vi: 'Quyết định tuyển dụng', en: 'Recruitment decision' },
    kind: { name: 'decision' },
    required: 'C',
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 59, key: 'ngayVaoCoQuanHienTai',
    label: { vi: 'Ngày vào cơ quan hiện đang công tác', en: 'Joined the present body on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'R', formItem: ['2C98', 'HS02'],
    source: '2C98, HS02', confidence: 'found',
  },
  {
    ordinal: 60, key: 'ngayVaoBienChe',
    label: { vi: 'Ngày vào biên chế', en: 'On the payroll since' },
    kind: { name: 'date', notAfterToday: true },
    required: 'C', requiredWhen: CONDITIONS.onPayroll,
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 61, key: 'ngayHetTapSu',
    label: { vi: 'Ngày hết tập sự', en: 'Probation ended on' },
    kind: { name: 'date', notAfterToday: false },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 62, key: 'loaiBienChe',
    label: { vi: 'Loại biên chế', en: 'Kind of payroll' },
    kind: { name: 'code', codeLists: ['loai_bien_che'] },
    required: 'R', hot: 'payroll_kind',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 63, key: 'hopDong.loai', section: 'hopDong',
    label: { vi: 'Loại hợp đồng', en: 'Kind of contract' },
    kind: { name: 'code', codeLists: ['loai_hop_dong'] },
    required: 'C', requiredWhen: CONDITIONS.lineIsThere,
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 64, key: 'hopDong.so', section: 'hopDong',
    label: { vi: 'Số hợp đồng', en: 'Contract number' },
    kind: { name: 'text', maxChars: 50 },
    required: 'C', requiredWhen: CONDITIONS.lineIsThere,
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 65, key: 'hopDong.tuNgay', section: 'hopDong',
    label: { vi: 'Từ ngày', en: 'From' },
    kind: { name: 'date', notAfterToday: true },
    required: 'C', requiredWhen: CONDITIONS.lineIsThere,
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 66, key: 'hopDong.denNgay', section: 'hopDong',
    label: { vi: 'Đến ngày', en: 'To' },
    kind: { name: 'date', notAfterToday: false },
    required: 'C', requiredWhen: CONDITIONS.fixedTermContract,
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 67, key: 'hopDong.file', section: 'hopDong',
    label: { vi: 'Tệp hợp đồng', en: 'Contract file' },
    kind: { name: 'file', types: ['application/pdf'], maxMegabytes: 20 },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
]);
