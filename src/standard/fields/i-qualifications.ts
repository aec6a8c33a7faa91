/** Group I, Qualifications (summary). The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_I = fieldsOf('I', {}, [
  {
    ordinal: 102, key: 'giaoDucPhoThong',
    label: { vi: 'Trình độ giáo dục phổ thông', en: 'General education' },
    kind: { name: 'code', codeLists: ['giao_duc_pho_thong'] },
    required: 'R', formItem: ['2C.15.1', 'HS02'],
    source: '2C.15.1, HS02', confidence: 'found',
  },
  {
    ordinal: 103, key: 'chuyenMonCaoNhat',
    label: { vi: 'Trình độ chuyên môn cao nhất', en: 'Highest professional qualification' },
    kind: { name: 'code', codeLists: ['trinh_do_chuyen_mon'], kept: true },
    required: 'R', formItem: ['2C.15.2', 'HS02'], hot: 'education',
    source: '2C.15.2, HS02', confidence: 'found',
  },
  {
    ordinal: 104, key: 'chuyenNganh',
    label: { vi: 'Chuyên ngành', en: 'Field of study' },
    kind: { name: 'text', maxChars: 200 },
    required: 'R', formItem: ['2C.15.2'],
    source: '2C.15.2', confidence: 'found',
  },
  {
    ordinal: 105, key: 'namTotNghiep',
    label: { vi: 'Năm tốt nghiệp', en: 'Year of graduation' },
    kind: { name: 'integer', min: 1945, max: 2100 },
    required: 'C', requiredWhen: CONDITIONS.trained,
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 106, key: 'hocHam',
    label: { vi: 'Học hàm', en: 'Academic title' },
    kind: { name: 'code', codeLists: ['hoc_ham_hoc_vi'], kept: true },
    required: 'O', formItem: ['2C98', 'HS02'],
    source: '2C98, HS02', confidence: 'found',
  },
  {
    ordinal: 107, key: 'hocVi',
    label: { vi: 'Học vị', en: 'Academic degree' },
    kind: { name: 'code', codeLists: ['trinh_do_chuyen_mon'], kept: true },
    required: 'O', formItem: ['2C98'],
    source: '2C98', confidence: 'found',
  },
  {
    ordinal: 108, key: 'lyLuanChinhTri',
    label: { vi: 'Lý luận chính trị', en: 'Political theory' },
    kind: { name: 'code', codeLists: ['ly_luan_chinh_tri'], kept: true },
    required: 'R', formItem: ['2C.15.3', 'HS02'], hot: 'politics',
    source: '2C.15.3, HS02', confidence: 'found',
  },
  {
    ordinal: 109, key: 'quanLyNhaNuoc',
    label: { vi: 'Quản lý nhà nước', en: 'State management training' },
    kind: { name: 'code', codeLists: ['quan_ly_nha_nuoc'], kept: true },
    required: 'C', requiredWhen: CONDITIONS.civilServant, formItem: ['2C.15.4', 'HS02'], hot: 'state_management',
    source: '2C.15.4, HS02', confidence: 'found',
  },
  {
    ordinal: 110, key: 'ngoaiNgu',
    label: { vi: 'Ngoại ngữ', en: 'Foreign languages' },
    kind: {
      name: 'list', parts: [
        { key: 'ngonNgu', label: { vi: 'Ngôn ngữ', en: 'Language' }, kind: { name: 'code', codeLists: ['ngoai_ngu'] }, required: true },
        { key: 'bac', label: { vi: 'Bậc', en: 'Level' }, kind: { name: 'code', codeLists: ['ngoai_ngu_bac'], kept: true }, required: false },
        { key: 'chungChi', label: { vi: 'Chứng chỉ', en: 'Certificate' }, kind: { name: 'codeOrText', codeLists: ['chung_chi_ngoai_ngu'], maxChars: 100 }, required: false },
        { key: 'diem', label: { vi: 'Điểm', en: 'Score' }, kind: { name: 'text', maxChars: 20 }, required: false },
        { key: 'ngayCap', label: { vi: 'Ngày cấp', en: 'Issued on' }, kind: { name: 'partialDate', notAfterToday: true }, required: false },
        { key: 'hetHan', label: { vi: 'Hết hạn', en: 'Expires on' }, kind: { name: 'partialDate', notAfterToday: false }, required: false },
      ],
    },
    required: 'C', formItem: ['2C.15.5', 'HS02'],
    source: '2C.15.5, HS02', confidence: 'found',
  },
  {
    ordinal: 111, key: 'tiengDanToc',
    label: { vi: 'Tiếng dân tộc thiểu số', en: 'Ethnic minority languages' },
    kind: {
      name: 'list', parts: [
        { key: 'ngonNgu', label: { vi: 'Tiếng dân tộc', en: 'Language' }, kind: { name: 'code', codeLists: ['tieng_dan_toc'] }, required: true },
        { key: 'mucDo', label: { vi: 'Mức độ', en: 'Level' }, kind: { name: 'text', maxChars: 100 }, required: false },
      ],
    },
    required: 'O', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 112, key: 'tinHoc',
    label: { vi: 'Tin học', en: 'Computer skills' },
    kind: { name: 'code', codeLists: ['tin_hoc'], kept: true },
    required: 'C', formItem: ['2C.15.6', 'HS02'],
    source: '2C.15.6, HS02', confidence: 'found',
  },
  {
    ordinal: 113, key: 'quocPhongAnNinh',
    label: { vi: 'Bồi dưỡng quốc phòng, an ninh', en: 'Defence and security training' },
    kind: { name: 'code', codeLists: ['quoc_phong_an_ninh'], kept: true },
    required: 'O', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
]);
