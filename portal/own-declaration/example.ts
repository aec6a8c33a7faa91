/** How tests come to the screens of this folder, and the mock’s answers: a first declaration. Never shipped. */
import type { DeclarationEvidence, DeclarationForm, DeclarationThread, MyDeclaration } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const TRUTH = {
  code: 'CAM_DOAN_2C',
  vi: 'Tôi xin cam đoan những lời khai trên là đúng sự thật, và chịu trách nhiệm trước pháp luật về những điều đã khai.',
  en: 'I declare that what is stated above is true, and I answer for it before the law.',
  source: 'Mẫu 2C-BNV/2008; NĐ 27/2026/NĐ-CP Đ19',
};
const PAPER: DeclarationEvidence = {
  id: '01930000-0000-7000-8000-00000000e001',
  group: 'C',
  kind: both('Văn bằng, chứng chỉ', 'Diploma, certificate'),
  symbol: 'B-77',
  issuedOn: '2008-06-30',
  pages: 1,
  sizeBytes: 412_000,
  fromPhoto: true,
  standing: null,
  uploadNumber: null,
  returned: [],
  problems: [],
};
const MINE: MyDeclaration = {
  kind: 'first',
  bodyName: 'Sở Nội vụ (mẫu)',
  due: { lastDay: '2026-12-03', late: false, call: null },
  truth: TRUTH,
  confirmedBy: '2026-12-03',
  groups: [
    { code: 'B', title: both('Nhân thân', 'Identity'), by: 'population', mark: 'right', changedSince: false, missing: [] },
    {
      code: 'C',
      title: both('Địa chỉ và liên hệ', 'Address and contact'),
      by: 'person',
      mark: 'changed',
      changedSince: false,
      missing: [],
    },
    {
      code: 'G',
      title: both('Ngạch, chức danh nghề nghiệp và diễn biến lương', 'Grade and pay'),
      by: 'body',
      mark: 'right',
      changedSince: false,
      missing: [],
    },
    {
      code: 'Q',
      title: both('Quan hệ gia đình', 'Family'),
      by: 'person',
      mark: 'right',
      changedSince: false,
      missing: [both('Quan hệ gia đình', 'Family')],
    },
  ],
  sent: [
    {
      id: 'kk2',
      kind: 'update',
      sentAt: '2026-11-24T02:00:00Z',
      standing: 'waiting',
      truth: TRUTH,
      groups: [both('Quan hệ gia đình', 'Family')],
      uploadNumber: 'TL-7K2MB-4QX9V',
      receipt: 'BN-7K2MB-4QX9V',
      returned: [],
      problems: [],
      moved: false,
      confirmedBy: '2026-11-27',
      origin: 'portal',
      withdrawnAt: null,
      mayWithdraw: true,
      messages: 1,
      mayWrite: true,
      changes: [
        {
          group: both('Quan hệ gia đình', 'Family'),
          label: both('Quan hệ gia đình', 'Family'),
          before: 'ME – Mẹ · Nguyễn Thị Lan',
          after: 'ME – Mẹ · Nguyễn Thị Lan · 1960',
        },
      ],
      evidence: [],
    },
    {
      id: 'kk1',
      kind: 'update',
      sentAt: '2026-11-20T02:00:00Z',
      standing: 'returned',
      truth: TRUTH,
      groups: [both('Địa chỉ và liên hệ', 'Address and contact')],
      uploadNumber: 'TL-7K2MB-4QX9T',
      receipt: 'BN-7K2MB-4QX9T',
      returned: [
        {
          code: 'C',
          group: both('Địa chỉ và liên hệ', 'Address and contact'),
          cells: [
            { label: both('Điện thoại di động', 'Mobile phone'), reason: both('Lý do khác', 'Another reason'), note: 'Gọi không được.' },
          ],
        },
      ],
      problems: [],
      moved: false,
      confirmedBy: null,
      origin: 'portal',
      withdrawnAt: null,
      mayWithdraw: false,
      messages: 1,
      mayWrite: true,
      changes: [],
      evidence: [
        { ...PAPER, standing: 'returned', returned: [{ label: null, reason: both('Không đọc được', 'Cannot be read'), note: 'Ảnh mờ.' }] },
      ],
    },
  ],
};
const column = (key: string, vi: string, en: string, options: string[] | null = null) => ({
  key,
  field: key,
  label: both(vi, en),
  hint: both('Chữ', 'Text'),
  required: false,
  options,
  free: options === null,
});
const FORM: DeclarationForm = {
  code: 'C',
  title: both('Địa chỉ và liên hệ', 'Address and contact'),
  by: 'person',
  mark: 'changed',
  columns: [column('dienThoaiDiDong', 'Điện thoại di động', 'Mobile phone'), column('emailCaNhan', 'Thư điện tử cá nhân', 'Personal mail')],
  standing: { dienThoaiDiDong: '0912345678' },
  cells: { emailCaNhan: 'hoa' },
  sections: [
    {
      key: 'giaDinh',
      title: both('Quan hệ gia đình', 'Family'),
      columns: [column('giaDinh.quanHe', 'Quan hệ', 'Relation', ['ME – Mẹ', 'BO – Bố']), column('giaDinh.hoTen', 'Họ tên', 'Name')],
      standing: [{ 'giaDinh.quanHe': 'ME – Mẹ', 'giaDinh.hoTen': 'Nguyễn Thị Lan' }],
      lines: null,
    },
  ],
  problems: [
    {
      column: 'emailCaNhan',
      section: null,
      line: null,
      severity: 'error',
      title: both('Địa chỉ thư không đúng dạng.', 'This is no mail address.'),
      next: both('Ghi dạng ten@co-quan.vn.', 'Write name@agency.vn.'),
    },
  ],
  evidence: [PAPER],
  evidenceKinds: [
    { code: 'VAN_BANG', label: both('Văn bằng, chứng chỉ', 'Diploma, certificate') },
    { code: 'KHAC', label: both('Khác', 'Other') },
  ],
  seen: 1,
  next: 'Q',
};

const THREAD: DeclarationThread = {
  open: true,
  messages: [
    { byPerson: false, name: 'Trần Thị Xác Nhận', at: '2026-11-24T03:00:00Z', text: 'Số nhà ghi trên giấy tờ là 12 hay 21?' },
    { byPerson: true, name: 'Nguyễn Thị Hoa', at: '2026-11-24T04:00:00Z', text: 'Dạ là 21.' },
  ],
};

export const example: Example = {
  shown: [
    { name: 'own-declaration', address: '/toi/ke-khai', as: 'person', ready: '[data-send-declaration]' },
    { name: 'own-declaration-thread', address: '/toi/ke-khai', as: 'person', press: ['[data-open-thread]'], ready: '[data-send-message]' },
    {
      name: 'own-declaration-withdraw',
      address: '/toi/ke-khai',
      as: 'person',
      press: ['[data-withdraw-declaration]'],
      ready: '[data-withdraw-now]',
    },
    { name: 'own-declaration-group', address: '/toi/ke-khai/C', as: 'person', ready: '[data-save-group]' },
    { name: 'own-declaration-paper', address: '/toi/ke-khai/C', as: 'person', press: ['[data-add-paper]'], ready: '[data-send-paper]' },
    { name: 'own-declaration-line', address: '/toi/ke-khai/C', as: 'person', press: ['[data-add-line]'], ready: 'details[open]' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/me/declaration', () => MINE);
    answer(app, 'reads', '/me/declaration/groups/{group}', () => FORM);
    answer(app, 'acts', '/me/declaration/groups/{group}', () => ({ problems: [], next: 'Q' }));
    answer(app, 'uploads', '/me/declaration/groups/{group}/evidence', () => ({ id: PAPER.id }), 201);
    answer(app, 'removals', '/me/declaration/evidence/{id}', (_request, reply) => reply.code(204).send());
    answer(app, 'reads', '/me/declaration/sent/{id}/messages', () => THREAD);
    answer(app, 'acts', '/me/declaration/sent/{id}/messages', (_request, reply) => reply.code(204).send());
    answer(app, 'acts', '/me/declaration/sent/{id}/withdrawal', (_request, reply) => reply.code(204).send());
    answer(app, 'acts', '/me/declaration/send', () => ({ id: 'kk2' }), 201);
  },
};
