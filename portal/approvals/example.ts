/** How tests come to the screens of this folder, and the mock’s answers: requests that wait for a head, the setting of agencies. Never shipped. */
import type { BodySending, ShownApproval, WaitingApproval } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';
import { receiptOf, SUBMISSIONS } from '#portal/mock/submission-fixtures.ts';

const WAITING: readonly WaitingApproval[] = [
  {
    requestId: 'd1',
    submissionId: 's-fix',
    uploadNumber: 'TL-2026-000118',
    kind: 'workbook',
    bodyName: 'Trường THPT Nguyễn Trãi',
    fileName: 'nang-luong-quy-4.xlsx',
    round: 1,
    askedBy: 'Trần Thị Mai',
    askedAt: '2026-11-20T02:15:00Z',
    counts: { received: 140, accepted: 131, rejected: 9, waiting: 0, warnings: 12 },
    may: BY_ROLE,
  },
  {
    requestId: 'd2',
    submissionId: 's-anh',
    uploadNumber: 'TL-2026-000121',
    kind: 'portraits',
    bodyName: 'Trường THPT Nguyễn Trãi',
    fileName: 'anh-chan-dung-to-toan.zip',
    round: 2,
    askedBy: 'Nguyễn Thị Thu Hà',
    askedAt: '2026-11-23T08:40:00Z',
    counts: { received: 14, accepted: 14, rejected: 0, waiting: 0, warnings: 0 },
    may: BY_ROLE,
  },
];
const SHOWN: ShownApproval = {
  ...WAITING[0]!,
  state: 'asked',
  hash: 'a'.repeat(64),
  asOf: '2026-11-01',
  partial: true,
  again: null,
  acknowledged: [
    { code: 'E-COMMUNE-OLD', title: both('Địa chỉ ghi theo đơn vị cũ', 'Addresses in former units'), count: 9 },
    { code: 'E-PHONE-SHARED', title: both('Số điện thoại dùng chung', 'Shared telephone numbers'), count: 3 },
  ],
  comparison: { new: 6, changed: 118, unchanged: 7, missing: 2 },
};
const BODIES: readonly BodySending[] = [
  {
    id: 'b1',
    code: 'H26.15',
    name: 'Sở Nội vụ tỉnh Mẫu Sơn',
    approval: false,
    rules: [],
    may: BY_ROLE,
  },
  {
    id: 'b2',
    code: 'H26.15.02',
    name: 'Trường THPT Nguyễn Trãi',
    approval: true,
    rules: [
      { approval: false, from: '2027-01-01', reason: 'Hết thời gian thử', setBy: 'Vũ Thị Lan', setAt: '2026-11-20T02:00:00Z' },
      {
        approval: true,
        from: '2026-11-02',
        reason: 'Quy chế làm việc số 12/QC-THPT',
        setBy: 'Đỗ Thị Thu Hà',
        setAt: '2026-10-28T03:30:00Z',
      },
    ],
    may: BY_ROLE,
  },
];

export const example: Example = {
  shown: [
    { name: 'approvals', address: '/duyet-gui', as: 'head', ready: 'tbody tr' },
    { name: 'approval', address: '/duyet-gui/d1', as: 'head', ready: '.compared' },
    {
      name: 'approval-send-back',
      address: '/duyet-gui/d1',
      as: 'head',
      press: ['main .actions button:last-child'],
      ready: 'dialog textarea',
    },
    { name: 'sending-rules', address: '/duyet-truoc-khi-gui', as: 'admin', ready: 'tbody tr' },
    { name: 'sending-rule', address: '/duyet-truoc-khi-gui', as: 'admin', press: ['tbody tr:last-child button'], ready: 'dialog form' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/approvals', () => ({ items: WAITING, next: null }));
    answer(app, 'reads', '/approvals/{id}', () => SHOWN);
    answer(app, 'acts', '/approvals/{id}/approve', () => ({ receipt: receiptOf('BN-7K2QD-00118'), counts: SUBMISSIONS[0]!.counts }));
    answer(app, 'reads', '/sending-rules', () => ({ items: BODIES, next: null }));
  },
};
