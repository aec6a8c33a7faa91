/** Invented submissions, what was returned of them, and their receipts. */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';
import { BY_ROLE } from './may.ts';
import { BODIES } from './fixtures.ts';
import { parts, step } from './parts.ts';
import { PORTRAITS_IGNORED, PORTRAITS_SENT } from './portrait-fixtures.ts';

const SHA256 = '9f2c4a7be0d1538c6a94f3e27b1d50c8a6e5f4130b2c7d98e1f0a3b4c5d6e7f8';

const summary = (
  id: string,
  number: string,
  body: string,
  file: string,
  state: S.SubmissionState,
  at: string,
  counts: readonly [number, number, number, number, number],
  some: Partial<S.SubmissionParts>,
  steps: readonly (readonly [S.StepKind, number])[],
): S.SubmissionSummary => ({
  id,
  kind: 'workbook',
  uploadNumber: number,
  round: 1,
  bodyId: BODIES.find(({ name }) => name === body)?.id ?? 'b1',
  bodyName: body,
  fileName: file,
  may: BY_ROLE,
  state,
  createdAt: at,
  counts: { received: counts[0], accepted: counts[1], rejected: counts[2], waiting: counts[3], warnings: counts[4] },
  parts: parts(some),
  steps: steps.map(([kind, people]) => step(kind, people)),
});

export const SUBMISSIONS: readonly S.SubmissionSummary[] = [
  summary(
    's-fix',
    'TL-2026-000118',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'ho-so-so-noi-vu-thang-11.xlsx',
    'checked',
    '2026-11-24T02:41:00Z',
    [612, 418, 194, 0, 38],
    { valid: 418, toCorrect: 194 },
    [
      ['correct', 194],
      ['send', 418],
    ],
  ),
  summary(
    's-clean',
    'TL-2026-000117',
    'Trường THPT Nguyễn Trãi',
    'giao-vien-thpt-nguyen-trai.xlsx',
    'checked',
    '2026-11-24T01:05:00Z',
    [84, 84, 0, 0, 5],
    { valid: 84 },
    [['send', 84]],
  ),
  summary(
    's-read',
    'TL-2026-000119',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'bo-sung-cong-chuc.xlsx',
    'reading',
    '2026-11-24T02:58:00Z',
    [0, 0, 0, 0, 0],
    {},
    [['reading', 0]],
  ),
  summary(
    's-wait',
    'TL-2026-000101',
    'UBND xã Suối Trong',
    'cong-chuc-xa-suoi-trong.xlsx',
    'incomplete',
    '2026-11-20T08:12:00Z',
    [43, 12, 0, 31, 2],
    { toCorrect: 31, toConfirm: 12 },
    [
      ['correct', 31],
      ['confirming', 12],
    ],
  ),
  summary(
    's-back',
    'TL-2026-000096',
    'Trường THPT Nguyễn Trãi',
    'nang-luong-quy-3.xlsx',
    'returned',
    '2026-11-17T03:30:00Z',
    [60, 51, 0, 9, 3],
    { returned: 9, toConfirm: 12, registered: 30, toCorrect: 9 },
    [
      ['returned', 9],
      ['correct', 9],
      ['confirming', 12],
    ],
  ),
  summary(
    's-done',
    'TL-2026-000090',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'ho-so-so-noi-vu-thang-10.xlsx',
    'registered',
    '2026-10-28T07:45:00Z',
    [610, 610, 0, 0, 0],
    { registered: 606, unchanged: 4 },
    [['done', 610]],
  ),
  summary('s-bad', 'TL-2026-000088', 'UBND xã Suối Trong', 'danh-sach-cu.xlsx', 'refused', '2026-10-25T01:15:00Z', [0, 0, 0, 0, 0], {}, [
    ['refused', 0],
  ]),
  PORTRAITS_SENT,
];

/** A document of somebody that was not taken: reached by its address alone. */
export const DOCUMENT_REFUSED: S.SubmissionSummary = {
  ...summary(
    's-vb',
    'TL-2026-000124',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    '000•••••1037_QD_12%2FQĐ-SNV_2026-03-01.pdf',
    'refused',
    '2026-11-24T02:20:00Z',
    [0, 0, 0, 0, 0],
    {},
    [['refused', 0]],
  ),
  kind: 'documents',
};

/** One file; what was returned has a first one before it. */
function roundsOf(one: S.SubmissionSummary, sent: boolean): readonly S.SubmissionRound[] {
  const state: S.RoundState = sent ? 'submitted' : one.state === 'reading' || one.state === 'refused' ? one.state : 'checked';
  const latest = {
    round: one.state === 'returned' ? 2 : 1,
    fileName: one.fileName,
    sizeBytes: 418_220,
    sha256: SHA256,
    at: one.createdAt,
    state,
    counts: one.counts,
    sender: 'Nguyễn Thị Thu Hà',
    submittedAt: sent ? one.createdAt : null,
    approvedBy: one.state === 'registered' ? 'Đỗ Thị Thu Hà' : null,
    scan: one.state === 'registered' ? ('clean' as const) : ('not-scanned' as const),
  };
  return one.state === 'returned' ? [latest, { ...latest, round: 1, fileName: 'nang-luong-quy-3-lan-dau.xlsx', sender: null }] : [latest];
}

/** One waits for its head; nobody else's body asks for it. */
function approvalOf(one: S.SubmissionSummary): S.Approval {
  const none = { requestId: null, askedBy: null, askedAt: null, decidedBy: null, decidedAt: null, reason: null };
  if (one.state !== 'awaiting-approval') return { state: 'not-needed', ...none };
  return { ...none, state: 'asked', requestId: 'd1', askedBy: 'Trần Thị Mai', askedAt: '2026-11-20T02:15:00Z' };
}

export function submissionOf(one: S.SubmissionSummary): S.Submission {
  const sent = ['incomplete', 'returned', 'registered'].includes(one.state);
  return {
    ...one,
    sha256: SHA256,
    sizeBytes: 418_220,
    asOf: null,
    approval: approvalOf(one),
    again: null,
    stage: one.state === 'reading' ? 'reading' : sent ? 'submitted' : 'checked',
    progress:
      one.state === 'reading'
        ? { stage: 'reading', done: 2480, total: 6120, secondsLeft: 47 }
        : { stage: 'checked', done: one.counts.received, total: one.counts.received, secondsLeft: null },
    comparison: ['reading', 'refused'].includes(one.state)
      ? { new: 0, changed: 0, unchanged: 0, missing: 0 }
      : {
          new: 6,
          changed: Math.max(1, Math.floor(one.counts.received / 3)),
          unchanged: Math.max(0, one.counts.received - 6 - Math.floor(one.counts.received / 3)),
          missing: 2,
        },
    notChecked:
      one.id === 's-fix'
        ? [{ ...both('Đối soát với CSDL quốc gia về dân cư', 'matching with the population database'), needs: 'population' as const }]
        : [],
    ignored:
      one.id === 's-fix'
        ? [
            {
              kind: 'column',
              sheet: 'Hồ sơ',
              row: null,
              column: 'BX',
              why: both('Cột “Ghi chú nội bộ” không có trong biểu mẫu.', 'The column “Ghi chú nội bộ” is not in the template.'),
            },
            {
              kind: 'sheet',
              sheet: 'Sheet3',
              row: null,
              column: null,
              why: both('Trang này không có trong biểu mẫu.', 'This sheet is not in the template.'),
            },
          ]
        : one.id === PORTRAITS_SENT.id
          ? PORTRAITS_IGNORED
          : [],
    receipts: sent
      ? [
          { number: `BN-7K2QD-${one.uploadNumber.slice(-5)}`, kind: 'R1', at: one.createdAt, round: 1, final: null },
          ...(one.state === 'incomplete'
            ? []
            : [
                {
                  number: `XN-7K2QD-${one.uploadNumber.slice(-5)}`,
                  kind: 'R2' as const,
                  at: one.createdAt,
                  round: 1,
                  final: one.state === 'registered',
                },
              ]),
        ]
      : [],
    rounds: roundsOf(one, sent),
    refusal:
      one.id === DOCUMENT_REFUSED.id
        ? {
            code: 'E-DOCUMENT-ENCRYPTED',
            title: both(
              'Tệp PDF được đặt mật khẩu hoặc giới hạn quyền nên không kiểm tra được.',
              'The PDF is encrypted (password or restrictions) and cannot be looked into.',
            ),
            next: both(
              'Lưu lại tệp không đặt mật khẩu: đường truyền và nơi lưu đều đã được mã hóa.',
              'Save it without a password: the way here and the store are encrypted already.',
            ),
          }
        : one.state === 'refused'
          ? {
              code: 'E-FILE-PASSWORD',
              title: both('Tệp có mật khẩu nên không đọc được.', 'The file has a password and cannot be read.'),
              next: both(
                'Mở tệp trong Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi tải lên.',
                'Open it in Excel, remove the password (File → Info → Protect workbook), save and upload it.',
              ),
            }
          : null,
  };
}

export const RETURNED: readonly S.ReturnedItem[] = [
  {
    itemId: 'i-1',
    personId: 'p1',
    name: 'Trần Thị Hồng Nhung',
    group: 'G',
    groupTitle: both('Lương', 'Pay'),
    at: '2026-11-20T02:15:00Z',
    by: 'Phạm Quốc Hùng',
    cells: [
      {
        field: 'luong.heSo',
        label: both('Hệ số lương', 'Coefficient'),
        sheet: 'Lương',
        row: null,
        value: both('3.33; 3.66', '3.33; 3.66'),
        reason: 'SAI_NGACH_BAC',
        reasonLabel: both('Sai ngạch, bậc hoặc hệ số', 'Wrong grade, step or coefficient'),
        note: 'Hệ số chưa khớp quyết định kèm theo.',
      },
    ],
  },
  {
    itemId: 'i-2',
    personId: 'p2',
    name: 'Lý Văn Đông',
    group: 'D',
    groupTitle: both('Tuyển dụng', 'Recruitment'),
    at: '2026-11-20T02:20:00Z',
    by: 'Phạm Quốc Hùng',
    cells: [
      {
        field: 'ngayVaoBienChe',
        label: both('Ngày vào biên chế', 'Day of entering the establishment'),
        sheet: 'Hồ sơ',
        row: 17,
        value: both('01/09/2014', '2014-09-01'),
        reason: 'KHAC_HO_SO_GIAY',
        reasonLabel: both('Khác với hồ sơ giấy', 'Differs from the paper file'),
        note: null,
      },
    ],
  },
];

/** A key that signed nothing: what the mock shows is told to be wrong, as it is. */
export const MOCK_KEY: S.PublishedKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'A'.repeat(43),
  kid: 'mockmockmockmock',
  alg: 'EdDSA',
  use: 'sig',
  congvu: { purpose: 'receipt', bodyId: null, since: '2026-01-01T00:00:00.000Z', ended: null, status: 'active' },
};

export function publicReceiptOf(asked: string): S.PublicReceipt {
  const { number, kind, at, bodyCode, bodyName, uploadNumber, round, sha256, sizeBytes, asOf, counts, jws, items } = receiptOf(asked);
  const decided = items ? { registered: 1, returned: 1 } : null;
  return {
    number,
    kind,
    at,
    bodyCode,
    bodyName,
    uploadNumber,
    round,
    sha256,
    sizeBytes,
    asOf,
    counts,
    decided,
    signature: 'right',
    kid: null,
    jws,
  };
}

export const receiptOf = (number: string): S.Receipt => ({
  number,
  kind: number.startsWith('XN') ? 'R2' : 'R1',
  at: '2026-11-24T03:02:11Z',
  submissionId: 's-wait',
  bodyCode: 'H26.15',
  bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
  uploadNumber: 'TL-2026-000118',
  round: 1,
  sizeBytes: 418_220,
  asOf: '2026-10-31',
  sha256: SHA256,
  counts: { received: 612, accepted: 418, rejected: 0, waiting: 194 },
  ...(number.startsWith('XN')
    ? {
        items: [
          { item: '1', group: 'G', verdict: 'registered', version: 7 },
          { item: '2', group: 'C', verdict: 'returned', version: null },
        ],
      }
    : {}),
  jws: `eyJhbGciOiJFUzI1NiIsImtpZCI6Im1vY2sifQ.${Buffer.from(JSON.stringify({ number, mau: true })).toString('base64url')}.${'c2lnbmF0dXJl'.repeat(7)}`,
  verifyUrl: `http://localhost:3000/bien-nhan/${number}`,
});
