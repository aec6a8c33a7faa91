/** How tests come to the screens of this folder, and the mock’s answers: a small tree and its changes. Never shipped. */
import type { BodyChangeSummary, BodyPage, OneBodyChange, TreeNode } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const node = (
  id: string,
  parentId: string | null,
  name: string,
  code: string,
  children: number,
  standing: TreeNode['standing'] = 'official',
): TreeNode => ({
  id,
  parentId,
  name,
  code,
  standing,
  kind: 'CQHC',
  level: 'TINH',
  children,
});
const TREE: readonly TreeNode[] = [
  node('vn', null, 'Cả nước', 'VN', 2, 'own'),
  node('h26', 'vn', 'UBND tỉnh Mẫu Sơn', 'H26', 2),
  node('bnv', 'vn', 'Bộ Mẫu', 'BM.2025', 0, 'own'),
  node('gd', 'h26', 'Sở Giáo dục và Đào tạo', 'H26.03', 1),
  node('yt', 'h26', 'Sở Y tế', 'H26.02', 0),
  node('th', 'gd', 'Trường THPT Nguyễn Trãi', 'TH.01', 0, 'uncertain'),
];
const DECISION = { number: '45/QĐ-UBND', day: '2026-11-03', signer: 'Nguyễn Văn An', issuedBy: 'UBND tỉnh Mẫu Sơn' };
const CHANGE: BodyChangeSummary = {
  id: 'c1',
  kind: 'rename',
  on: '2027-01-01',
  state: 'waiting',
  coming: false,
  about: 'Trường THPT Nguyễn Trãi',
  operations: 1,
  wrong: 0,
  decision: DECISION,
  hasFile: true,
  madeBy: 'Đặng Minh Tuấn',
  madeAt: '2026-11-20T02:00:00Z',
  decidedBy: null,
  decidedAt: null,
  refusal: null,
  maySend: false,
  mayWithdraw: false,
  mayDecide: true,
};
const LINE = {
  kind: 'rename',
  body: { id: 'th', name: 'Trường THPT Nguyễn Trãi' },
  before: 'Trường THPT Nguyễn Trãi',
  after: 'Trường THPT Chuyên Nguyễn Trãi',
  uncertain: null,
} as const;
const DRAFT: BodyChangeSummary = {
  ...CHANGE,
  id: 'c2',
  kind: 'establish',
  state: 'draft',
  about: 'Sở Y tế',
  decision: null,
  hasFile: false,
  maySend: true,
  mayWithdraw: true,
  mayDecide: false,
};
const LIST: OneBodyChange = {
  change: { ...DRAFT, id: 'c3', kind: 'list', about: 'co-quan.xlsx', operations: 9_321, wrong: 2, maySend: false },
  counts: { rows: 9_355, unchanged: 32, wrong: 2, make: 9_321 },
  lines: [{ kind: 'make', body: { id: 'n1', name: 'UBND xã Mẫu Một' }, before: null, after: 'UBND tỉnh Mẫu Sơn', uncertain: null }],
  moreLines: true,
  problems: [],
  cells: [
    {
      row: 12,
      column: 'D',
      value: 'H26.99',
      code: 'E-ORG-PARENT-UNKNOWN',
      title: both('Không có cơ quan cấp trên "H26.99".', 'There is no parent agency "H26.99".'),
      next: both('Ghi mã của một cơ quan có trong cây.', 'Write the code of an agency of the tree.'),
    },
  ],
  planHash: 'b'.repeat(64),
  undoFrom: null,
};
const oneOf = (id: string): OneBodyChange => (id === 'c3' ? LIST : oneAct(id));
const oneAct = (id: string): OneBodyChange => ({
  change: id === 'c2' ? DRAFT : CHANGE,
  counts: { rename: 1 },
  lines:
    id === 'c2'
      ? [{ kind: 'establish', body: { id: 'yt', name: 'Sở Y tế' }, before: 'HC: 110', after: 'HC: 120', uncertain: null }]
      : [LINE],
  moreLines: false,
  problems: [],
  cells: [],
  planHash: 'a'.repeat(64),
  undoFrom: null,
});
const PAGE: BodyPage = {
  id: 'th',
  validOn: '2026-11-24',
  knownAt: null,
  now: {
    name: 'Trường THPT Nguyễn Trãi',
    code: 'TH.01',
    kind: { code: 'DVSN4', name: both('Đơn vị sự nghiệp nhóm 4', 'Service unit, group 4') },
    level: { code: 'TINH', name: both('Cấp tỉnh', 'Province') },
    above: [
      { id: 'gd', name: 'Sở Giáo dục và Đào tạo' },
      { id: 'h26', name: 'UBND tỉnh Mẫu Sơn' },
      { id: 'vn', name: 'Cả nước' },
    ],
    children: 0,
    managing: { id: 'h26', name: 'UBND tỉnh Mẫu Sơn' },
  },
  standing: 'own',
  names: [
    {
      from: '1900-01-01',
      until: '2020-09-01',
      name: 'Trường PTTH Mẫu Sơn',
      parent: 'Sở Giáo dục và Đào tạo',
      kind: 'DVSN4',
      level: 'TINH',
      source: '',
      confidence: 'known',
    },
    {
      from: '2020-09-01',
      until: null,
      name: 'Trường THPT Nguyễn Trãi',
      parent: 'Sở Giáo dục và Đào tạo',
      kind: 'DVSN4',
      level: 'TINH',
      source: '12/QĐ-UBND',
      confidence: 'decided',
    },
  ],
  codes: [{ from: '2020-09-01', until: null, scheme: 'noi_bo', code: 'TH.01', confidence: 'decided', source: null, onDay: true }],
  attributes: [],
  posts: [
    {
      from: '2026-01-01',
      until: null,
      kind: 'SN_NSNN',
      kindName: both('Sự nghiệp hưởng lương từ NSNN', 'Service post paid by state budget'),
      year: 2026,
      posts: 74,
    },
  ],
  links: [],
  choices: {
    bodyKind: [
      { code: 'DVSN3', name: both('Đơn vị sự nghiệp nhóm 3', 'Service unit, group 3') },
      { code: 'DVSN4', name: both('Đơn vị sự nghiệp nhóm 4', 'Service unit, group 4') },
    ],
    level: [{ code: 'TINH', name: both('Cấp tỉnh', 'Province') }],
    value: [{ code: '70', name: both('Nhóm 70', 'Group of 70') }],
    postKind: [{ code: 'SN_NSNN', name: both('Sự nghiệp hưởng lương từ NSNN', 'Service post paid by state budget') }],
  },
  mayChange: true,
  mayAdd: true,
};

export const example: Example = {
  shown: [
    { name: 'bodies', address: '/co-quan', as: 'admin', ready: '[role=treeitem][aria-level="2"]' },
    { name: 'bodies-changes', address: '/co-quan?phan=thay-doi', as: 'admin', ready: 'tbody tr' },
    { name: 'body', address: '/co-quan/th', as: 'admin', ready: '[data-history]' },
    { name: 'body-make', address: '/co-quan/th', as: 'admin', press: ['[data-act=make]'], ready: 'dialog form' },
    { name: 'bodies-list', address: '/co-quan?phan=danh-sach', as: 'admin', ready: '[data-take-list]' },
    { name: 'body-change-list', address: '/co-quan/thay-doi/c3', as: 'admin', ready: '#wrong-cells' },
    { name: 'body-change', address: '/co-quan/thay-doi/c1', as: 'admin', ready: '[data-put-in-force]' },
    { name: 'body-change-draft', address: '/co-quan/thay-doi/c2', as: 'admin', ready: 'main form' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/bodies/level', (request) => {
      const { of } = request.query as { of?: string };
      return { items: TREE.filter(({ parentId }) => parentId === (of || null)), next: null, validOn: '2026-11-24', knownAt: null };
    });
    answer(app, 'reads', '/bodies/found', () => ({
      items: [
        {
          id: 'th',
          name: 'Trường THPT Nguyễn Trãi',
          code: 'TH.01',
          standing: 'own' as const,
          above: 'Sở Giáo dục và Đào tạo',
          by: 'Trường PTTH Mẫu Sơn',
          from: '1900-01-01',
          until: '2020-09-01',
          stands: true,
        },
      ],
      next: null,
    }));
    answer(app, 'reads', '/bodies/{id}', () => PAGE);
    answer(app, 'reads', '/bodies/{id}/changes', () => ({
      items: [
        {
          id: 'c0',
          kind: 'rename',
          on: '2020-09-01',
          decision: '12/QĐ-UBND, 20/08/2020, UBND tỉnh Mẫu Sơn',
          lines: [{ ...LINE, before: null, after: 'Trường THPT Nguyễn Trãi' }],
          knownAt: 120,
          decidedAt: '2026-11-02T02:00:00Z',
          madeBy: 'Đặng Minh Tuấn',
          decidedBy: 'Dương Thị Thanh',
          hasFile: false,
        },
        {
          id: 'c-1',
          kind: 'lien_he',
          on: '2026-10-01',
          decision: null,
          lines: [{ ...LINE, kind: 'contact-phone' as const, before: '0240 000 000', after: '0240 000 001' }],
          knownAt: 110,
          decidedAt: null,
          madeBy: null,
          decidedBy: null,
          hasFile: false,
        },
      ],
      next: null,
    }));
    answer(app, 'reads', '/body-changes', () => ({ items: [CHANGE, DRAFT], next: null }));
    answer(app, 'reads', '/body-changes/{id}', (request) => oneOf((request.params as { id: string }).id));
    answer(app, 'acts', '/body-changes', () => ({ id: 'c9', state: 'waiting' as const, wrong: 0, counts: { make: 1 } }), 201);
    answer(app, 'acts', '/body-changes/{id}/decision', () => ({ id: 'c1' }));
  },
};
