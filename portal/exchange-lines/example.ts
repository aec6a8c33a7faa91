/** How tests come to the screens of this folder, and the mock’s answers: a frozen line, one in step, requests of each kind. Never shipped. */
import type { ExchangeLine, ExchangeLineRow } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const ROWS: readonly ExchangeLineRow[] = [
  {
    bodyId: 'b1',
    bodyName: 'Sở Giáo dục và Đào tạo tỉnh Mẫu Sơn',
    source: 'nut-h26',
    state: 'frozen',
    waiting: 12,
    waitsSince: '2026-11-20T03:05:00.000Z',
    lastAt: '2026-11-24T01:00:00.000Z',
    certificateEnds: '2027-02-01T00:00:00.000Z',
    requests: 1,
  },
  {
    bodyId: 'b2',
    bodyName: 'Sở Y tế tỉnh Mẫu Sơn',
    source: 'nut-yte',
    state: 'in-step',
    waiting: 0,
    waitsSince: null,
    lastAt: '2026-11-24T02:00:00.000Z',
    certificateEnds: null,
    requests: 0,
  },
];
const FINGERPRINT = '3f9a'.repeat(16);
const COUNTS = { received: 250, accepted: 230, rejected: 8, waiting: 12 };
const manifest = (sha256: string): string =>
  `{"epoch":1,"first":231,"lane":"daily","last":250,"sha256":"${sha256.repeat(16)}","source":"nut-h26"}`;
const LINE: ExchangeLine = {
  bodyId: 'b1',
  bodyName: 'Sở Giáo dục và Đào tạo tỉnh Mẫu Sơn',
  source: {
    name: 'nut-h26',
    state: 'frozen',
    epoch: 1,
    confirms: 'queue',
    enrolledAt: '2026-10-01T02:00:00.000Z',
    inStepAt: '2026-11-20T03:05:00.000Z',
    waitsSince: '2026-11-20T03:05:00.000Z',
    counts: COUNTS,
    lanes: [
      { lane: 'daily', expected: 251, unread: 1, counts: COUNTS },
      { lane: 'correction', expected: 1, unread: 0, counts: { received: 0, accepted: 0, rejected: 0, waiting: 0 } },
      { lane: 'load', expected: 1, unread: 0, counts: { received: 0, accepted: 0, rejected: 0, waiting: 0 } },
    ],
    lastBatches: [
      { epoch: 1, lane: 'daily', first: 231, last: 250, receivedAt: '2026-11-24T01:00:00.000Z', judgedAt: null },
      { epoch: 1, lane: 'daily', first: 1, last: 230, receivedAt: '2026-11-20T03:05:00.000Z', judgedAt: '2026-11-20T03:05:04.000Z' },
    ],
    refused: [{ code: 'E-CODE-CLOSED', title: both('Mã … đã hết hiệu lực từ ….', 'Code … ended on ….'), count: 8 }],
    keys: [
      { kid: 'k2', fingerprint: FINGERPRINT, endsAt: null },
      { kid: 'k1', fingerprint: FINGERPRINT, endsAt: '2026-11-30T17:00:00.000Z' },
    ],
    callers: [
      {
        carrier: 'mtls',
        name: FINGERPRINT,
        networks: ['10.20.0.0/16'],
        validFrom: '2026-02-01T00:00:00.000Z',
        validTo: '2027-02-01T00:00:00.000Z',
        endsAt: null,
      },
    ],
    confirmers: [
      {
        kid: 'x1',
        officer: 'Lê Thị Ngọc Mai',
        maker: 'mai.ltn',
        fingerprint: FINGERPRINT,
        enrolledAt: '2026-10-05T02:00:00.000Z',
        endsAt: null,
      },
    ],
    frozen: {
      epoch: 1,
      lane: 'daily',
      first: 231,
      at: '2026-11-24T01:20:00.000Z',
      held: { text: manifest('a1b2'), signature: 'x..y' },
      offered: { text: manifest('c3d4'), signature: 'x..z' },
    },
  },
  lateTerms: 3,
  requests: [
    {
      id: 'r1',
      kind: 'new-key',
      about: [
        { what: 'kid', value: 'k3' },
        { what: 'publicKey', value: FINGERPRINT },
        { what: 'endsOn', value: '2026-12-31' },
      ],
      reason: 'Thay khóa theo định kỳ hằng năm',
      state: 'asked',
      askedBy: 'Phạm Quang Vinh',
      askedAt: '2026-11-24T01:30:00.000Z',
      decidedBy: null,
      decidedAt: null,
      refusal: null,
      byMe: false,
      may: BY_ROLE,
    },
    {
      id: 'r2',
      kind: 'confirms',
      about: [{ what: 'confirms', value: 'own-key' }],
      reason: 'Phần mềm của sở đã có chữ ký của cán bộ',
      state: 'refused',
      askedBy: 'Phạm Quang Vinh',
      askedAt: '2026-10-05T03:05:00.000Z',
      decidedBy: 'Hà Thị Lụa',
      decidedAt: '2026-10-06T02:00:00.000Z',
      refusal: 'Chưa tập huấn xong cho cán bộ.',
      byMe: false,
      may: [],
    },
  ],
  officers: [{ id: 'a1', name: 'Lê Thị Ngọc Mai' }],
  may: BY_ROLE,
};

export const example: Example = {
  shown: [
    { name: 'exchange-lines', address: '/trao-doi', as: 'admin', ready: 'tbody tr' },
    { name: 'exchange-line', address: '/trao-doi/b1', as: 'admin', ready: '#ask-title' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/exchange/lines', () => ({ items: ROWS, next: null }));
    answer(app, 'reads', '/exchange/lines/{id}', () => LINE);
    answer(app, 'acts', '/exchange/requests', () => ({ id: 'r3' }));
    answer(app, 'acts', '/exchange/requests/{id}/decision', () => undefined, 204);
    answer(app, 'acts', '/exchange/requests/{id}/withdrawal', () => undefined, 204);
  },
};
