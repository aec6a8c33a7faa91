/** Group D, Party, unions, army, policy families. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_D = fieldsOf('D', {}, [
  {
    ordinal: 38, key: 'ngayVaoDang',
    label: { vi: 'Ngày vào Đảng (dự bị)', en: 'Admitted to the Party (probationary)' },
    kind: { name: 'date', notAfterToday: true },
    required: 'C', requiredWhen: CONDITIONS.partyMember, sensitivity: 'nc', formItem: ['2C.16', 'HS02'], hot: 'party_on',
    source: '2C.16, HS02', confidence: 'found',
  },
  {
    ordinal: 39, key: 'ngayVaoDangChinhThuc',
    label: { vi: 'Ngày vào Đảng chính thức', en: 'Full Party member since' },
    kind: { name: 'date', notAfterToday: true },
    required: 'C', requiredWhen: CONDITIONS.partyProbationOver, sensitivity: 'nc', formItem: ['2C.16'],
    source: '2C.16', confidence: 'found',
  },
  {
    ordinal: 40, key: 'noiKetNapDang',
    label: { vi: 'Nơi kết nạp Đảng', en: 'Place of Party admission' },
    kind: { name: 'text', maxChars: 200 },
    required: 'O', sensitivity: 'nc', formItem: ['2C98'],
    source: '2C98', confidence: 'found',
  },
  {
    ordinal: 41, key: 'soTheDangVien',
    label: { vi: 'Số thẻ đảng viên', en: 'Party card number' },
    kind: { name: 'text', maxChars: 10, pattern: '^([0-9]{2}[.][0-9]{6}|[0-9]{8})$', patternHint: { vi: '12.345678 hoặc 8 chữ số', en: '12.345678 or 8 digits' } },
    required: 'O', sensitivity: 'nc',
    source: 'public HRM', confidence: 'uncertain',
  },
  {
    ordinal: 42, key: 'ngayRaDang',
    label: { vi: 'Ngày ra khỏi Đảng', en: 'Left the Party on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 43, key: 'chucVuDang',
    label: { vi: 'Chức vụ Đảng hiện tại', en: 'Present Party post' },
    kind: { name: 'text', maxChars: 150 },
    required: 'O', sensitivity: 'nc', formItem: ['HS02', '2C98'],
    source: 'HS02, 2C98', confidence: 'found',
  },
  {
    ordinal: 44, key: 'ngayThamGiaToChucCtxh',
    label: { vi: 'Ngày tham gia tổ chức chính trị - xã hội', en: 'Joined a socio-political organisation on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', sensitivity: 'nc', formItem: ['2C.17', 'HS02'],
    source: '2C.17, HS02', confidence: 'found',
  },
  {
    ordinal: 45, key: 'toChucCtxh',
    label: { vi: 'Quá trình tham gia tổ chức chính trị - xã hội', en: 'Membership of socio-political organisations' },
    kind: {
      name: 'list', parts: [
        { key: 'toChuc', label: { vi: 'Tổ chức', en: 'Organisation' }, kind: { name: 'text', maxChars: 150 }, required: true },
        { key: 'tuNgay', label: { vi: 'Từ ngày', en: 'From' }, kind: { name: 'partialDate', notAfterToday: true }, required: true },
        { key: 'chucVu', label: { vi: 'Chức vụ', en: 'Post' }, kind: { name: 'text', maxChars: 100 }, required: false },
        { key: 'denNgay', label: { vi: 'Đến ngày', en: 'To' }, kind: { name: 'partialDate', notAfterToday: false }, required: false },
      ],
    },
    required: 'O', sensitivity: 'nc',
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 46, key: 'ngayVaoCongDoan',
    label: { vi: 'Ngày vào Công đoàn', en: 'Joined the trade union on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', sensitivity: 'cb',
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 47, key: 'ngayNhapNgu',
    label: { vi: 'Ngày nhập ngũ', en: 'Enlisted on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', sensitivity: 'cb', formItem: ['2C.18', 'HS02'],
    source: '2C.18, HS02', confidence: 'found',
  },
  {
    ordinal: 48, key: 'ngayXuatNgu',
    label: { vi: 'Ngày xuất ngũ', en: 'Discharged on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', sensitivity: 'cb', formItem: ['2C.18'],
    source: '2C.18', confidence: 'found',
  },
  {
    ordinal: 49, key: 'quanHamCaoNhat',
    label: { vi: 'Quân hàm cao nhất', en: 'Highest military rank' },
    kind: { name: 'code', codeLists: ['quan_ham'], kept: true },
    required: 'O', sensitivity: 'cb', formItem: ['2C.18'],
    source: '2C.18', confidence: 'found',
  },
  {
    ordinal: 50, key: 'danhHieuCaoNhat',
    label: { vi: 'Danh hiệu được phong tặng cao nhất', en: 'Highest title awarded' },
    kind: { name: 'code', codeLists: ['khen_thuong'], kept: true },
    required: 'O', sensitivity: 'cb', formItem: ['2C.19', 'HS02'],
    source: '2C.19, HS02', confidence: 'found',
  },
  {
    ordinal: 51, key: 'hangThuongBinh',
    label: { vi: 'Là thương binh hạng', en: 'War invalid class' },
    kind: { name: 'code', codeLists: ['hang_thuong_binh'] },
    required: 'O', sensitivity: 'nc', formItem: ['2C.24'],
    source: '2C.24', confidence: 'found',
  },
  {
    ordinal: 52, key: 'giaDinhChinhSach',
    label: { vi: 'Là con gia đình chính sách', en: 'Child of a policy family' },
    kind: {
      name: 'list', parts: [
        { key: 'doiTuong', label: { vi: 'Đối tượng chính sách', en: 'Policy category' }, kind: { name: 'code', codeLists: ['doi_tuong_chinh_sach'], kept: true }, required: true },
      ],
    },
    required: 'O', sensitivity: 'nc', formItem: ['2C.24', 'HS02'],
    source: '2C.24, HS02', confidence: 'found',
  },
  {
    ordinal: 53, key: 'ngayThamGiaCachMang',
    label: { vi: 'Ngày tham gia cách mạng', en: 'Joined the revolution on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', sensitivity: 'cb', formItem: ['2C98'],
    source: '2C98', confidence: 'found',
  },
]);
