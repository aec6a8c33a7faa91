/** How tests come to the screens of this folder, and the mock’s answers: a first load whose sample is being checked. Never shipped. */
import type { FirstLoadList, OneFirstLoad } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const BODY = { bodyId: '0190a000-0000-7000-8000-000000000001', bodyName: 'Sở Nội vụ (mẫu)' } as const;
const LIST: FirstLoadList = {
  windows: [
    {
      id: 'w1',
      ...BODY,
      opensOn: '2026-11-01',
      lastDay: '2027-01-31',
      decision: { number: '812/QĐ-BNV', day: '2026-10-20', signer: 'Thứ trưởng Trần Minh Khôi' },
      openedBy: 'Hoàng Thị Kim Oanh',
      closedAt: null,
      closedBy: null,
      closedWhy: null,
      stands: true,
      may: BY_ROLE,
    },
  ],
  loads: [{ id: 'l1', ...BODY, asOf: '2026-10-31', state: 'sampling', stateAt: '2026-11-12T02:00:00Z', parts: 2, people: 18_240, done: 0 }],
  may: BY_ROLE,
};
const ONE: OneFirstLoad = {
  id: 'l1',
  ...BODY,
  bodyCode: 'H26.01',
  bodyCodeStanding: 'official',
  asOf: '2026-10-31',
  state: 'sampling',
  stateAt: '2026-11-12T02:00:00Z',
  round: 1,
  people: 18_240,
  done: 0,
  open: true,
  lastDay: '2027-01-31',
  counts: { received: 18_310, accepted: 18_240, rejected: 62, waiting: 8 },
  parts: [
    {
      no: 1,
      submissionId: 's-done',
      uploadNumber: 'TL-4K7QD-9XM2P',
      fileName: 'ho-so-1.csv',
      stage: 'bound',
      done: 10_000,
      total: 10_000,
      counts: { received: 10_000, accepted: 9_970, rejected: 30, waiting: 0 },
      warnings: 4,
      taken: 9_970,
      registered: 0,
      mend: '/submissions/s-done/rows-to-mend.csv',
      receipts: [{ number: 'BN-7XQ2M-4K9TD', kind: 'R1' }],
    },
    {
      no: 2,
      submissionId: 's-done-2',
      uploadNumber: 'TL-8M2PD-1XM7Q',
      fileName: 'ho-so-2.xlsx',
      stage: 'bound',
      done: 8_310,
      total: 8_310,
      counts: { received: 8_310, accepted: 8_270, rejected: 32, waiting: 8 },
      warnings: 0,
      taken: 8_270,
      registered: 0,
      mend: '/submissions/s-done-2/marked.xlsx',
      receipts: [],
    },
  ],
  warnings: [{ code: 'E-ID-SEX', title: both('Giới tính khác chữ số trong số định danh', 'Sex differs from the number'), count: 4 }],
  sample: {
    commitment: 'a3'.repeat(32),
    seed: '5e'.repeat(32),
    root: '0c'.repeat(32),
    rows: [
      { no: 17, part: 1, line: 18, state: 'right', judgedBy: 'Phạm Quang Vinh', note: null },
      { no: 4_210, part: 1, line: 4_211, state: 'opened', judgedBy: null, note: null },
      { no: 12_002, part: 2, line: 2_040, state: 'to-open', judgedBy: null, note: null },
    ],
  },
  signatures: [],
  says: both(
    'Những hồ sơ này đã được cơ quan xác nhận trước khi có cơ sở dữ liệu.',
    'The agency had confirmed these records before there was this database.',
  ),
  mine: false,
  acts: [
    { act: 'begun', byName: 'Lê Thị Ngọc Mai', at: '2026-11-10T02:00:00Z', note: null },
    { act: 'closed', byName: 'Lê Thị Ngọc Mai', at: '2026-11-12T01:40:00Z', note: null },
    { act: 'drawn', byName: '', at: '2026-11-12T02:00:00Z', note: null },
  ],
  may: BY_ROLE,
};

export const example: Example = {
  shown: [
    { name: 'first-loads', address: '/nap-lan-dau', as: 'hr', ready: '[data-first-loads]' },
    { name: 'first-load', address: '/nap-lan-dau/l1', as: 'officer', ready: '[data-sample]' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/first-loads', () => LIST);
    answer(app, 'reads', '/first-loads/{id}', () => ONE);
  },
};
