/** How tests come to the screens of this folder, and the mock’s answers: accounts of a body. Never shipped. */
import type { Account, GrantRequest } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const SO = { id: 'b1', code: 'H26.15', name: 'Sở Nội vụ tỉnh Mẫu Sơn' };
const SCHOOL = { id: 'b2', code: 'H26.15.02', name: 'Trường THPT Nguyễn Trãi' };
const CLERK = both('Cán bộ nhập liệu', 'Data clerk');
const CONFIRMS = both('Người có thẩm quyền xác nhận', 'Confirming authority');

const ACCOUNTS: readonly Account[] = [
  {
    id: 'a1',
    name: 'Trần Thị Mai',
    disabledAt: null,
    populationUser: null,
    mine: true,
    grants: [
      { id: 'g1', role: 'NHAP_LIEU', roleName: CLERK, body: SCHOOL, from: '2026-01-05', to: null },
      { id: 'g2', role: 'NHAP_LIEU', roleName: CLERK, body: SO, from: '2026-07-01', to: '2026-12-31' },
    ],
  },
  {
    id: 'a2',
    name: 'Lê Văn Hùng',
    disabledAt: '2026-11-20T03:00:00Z',
    populationUser: null,
    mine: true,
    grants: [{ id: 'g3', role: 'XAC_NHAN', roleName: CONFIRMS, body: SO, from: '2025-07-01', to: null }],
  },
  {
    id: 'a3',
    name: 'Đặng Minh Tuấn',
    disabledAt: null,
    populationUser: null,
    mine: false,
    grants: [
      { id: 'g4', role: 'QT_BNDP', roleName: both('Quản trị cơ quan', 'Agency administrator'), body: SO, from: '2025-07-01', to: null },
    ],
  },
];
const REQUESTS: readonly GrantRequest[] = [
  {
    id: 'r1',
    accountId: 'a1',
    role: 'XAC_NHAN',
    roleName: CONFIRMS,
    body: SO,
    from: '2026-12-01',
    name: 'Hoàng Thu Thủy',
    askedBy: 'Dương Thị Thanh',
    askedAt: '2026-11-23T02:00:00Z',
    endsAt: '2026-12-07T02:00:00Z',
    state: 'waiting',
    decidedAt: null,
    decidedBy: null,
    mayDecide: true,
    until: null,
    delegation: null,
  },
];
const SESSION = { id: 's1', accountId: 'a1', name: 'Trần Thị Mai', agent: 'Chrome 153 · Windows', startedAt: '2026-11-24T01:02:00Z' };

export const example: Example = {
  shown: [
    { name: 'accounts', address: '/tai-khoan', as: 'admin', ready: '#role-requests' },
    {
      name: 'accounts-take',
      address: '/tai-khoan',
      as: 'admin',
      press: ['tbody [data-take-role]'],
      ready: 'dialog .actions button',
    },
    { name: 'accounts-sessions', address: '/tai-khoan?phan=phien', as: 'admin', ready: 'tbody tr' },
    { name: 'accounts-sign-ins', address: '/tai-khoan?phan=dang-nhap', as: 'admin', ready: 'tbody tr' },
    { name: 'accounts-contact', address: '/tai-khoan?phan=lien-he', as: 'admin', ready: 'main form' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/accounts', () => ({ items: ACCOUNTS, next: null }));
    answer(app, 'reads', '/grant-requests', () => ({ items: REQUESTS, next: null }));
    answer(app, 'acts', '/accounts', () => ({ accountId: 'a9', grantId: 'g9', grantRequestId: null }), 201);
    answer(app, 'acts', '/accounts/{id}/passkeys/release', () => ({ ended: 1 }));
    answer(app, 'reads', '/staff/sessions', () => ({
      items: [{ ...SESSION, seenAt: '2026-11-24T02:55:00Z', endsAt: '2026-11-24T09:02:00Z' }],
      next: null,
    }));
    answer(app, 'reads', '/staff/sign-ins', () => ({
      items: [
        {
          id: 'e1',
          at: '2026-11-24T01:02:00Z',
          accountId: 'a1',
          name: 'Trần Thị Mai',
          act: 'session.opened',
          actName: both('Đăng nhập', 'Signed in'),
        },
        {
          id: 'e2',
          at: '2026-11-23T14:40:00Z',
          accountId: 'a2',
          name: 'Lê Văn Hùng',
          act: 'session.refused',
          actName: both('Từ chối đăng nhập', 'Sign-in refused'),
        },
      ],
      next: null,
    }));
    answer(app, 'reads', '/bodies/{id}/contact', () => ({
      phone: '0209 3 000 000',
      email: 'tccb@so.example',
      place: 'Phòng 204',
      body: SO,
    }));
  },
};
