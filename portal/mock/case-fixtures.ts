/** Cases of the mock: one that waits for an answer, one between two senders. Invented people. */
import type { CaseRow, OneCase, TwoRecords } from '#portal/api/generated/api.ts';

const SCHOOL = 'Trường THPT Mẫu Sơn';

const row = (more: Partial<CaseRow> & Pick<CaseRow, 'caseId' | 'kind'>): CaseRow => ({
  state: 'asked',
  outcome: null,
  openedBy: 'to',
  from: { name: SCHOOL, mine: true },
  to: { name: 'UBND xã Mẫu Trung', mine: false },
  person: { name: 'Trần Thị Thu An', personId: 'p0', submissionId: null },
  numberMasked: '000•••••0123',
  effectiveOn: '2026-12-01',
  untilOn: null,
  post: null,
  dueOn: '2026-12-28',
  createdAt: '2026-11-28T02:10:00.000Z',
  endedAt: null,
  waitsForMe: true,
  ...more,
});

export const CASES: readonly CaseRow[] = [
  row({ caseId: 'c-ask', kind: 'transfer' }),
  row({
    caseId: 'c-dual',
    kind: 'dual_claim',
    person: { name: 'Bùi Thị Thu', personId: null, submissionId: 's-wait' },
    numberMasked: null,
    effectiveOn: null,
  }),
  row({
    caseId: 'c-same',
    kind: 'same_human',
    openedBy: 'from',
    from: { name: 'UBND xã Mẫu Trung', mine: false },
    to: { name: SCHOOL, mine: true },
    effectiveOn: null,
  }),
  row({
    caseId: 'c-beside',
    kind: 'concurrent',
    openedBy: 'from',
    to: { name: SCHOOL, mine: true },
    from: { name: 'UBND xã Mẫu Trung', mine: false },
    post: { vi: 'Phó Hiệu trưởng', en: 'Deputy head teacher' },
  }),
  row({
    caseId: 'c-out',
    kind: 'transfer',
    from: { name: null, mine: false },
    to: { name: SCHOOL, mine: true },
    person: null,
    waitsForMe: false,
  }),
];

/** Two records of one human, as who decides sees them. */
export const TWO_RECORDS: TwoRecords = {
  goneVersion: 2,
  staysVersion: 5,
  rows: [
    {
      path: 'hoTenKhaiSinh',
      group: 'B',
      label: { vi: 'Họ và tên khai sinh', en: 'Name at birth' },
      section: false,
      stays: [{ vi: 'Trần Thị Thu An', en: 'Trần Thị Thu An' }],
      goes: [{ vi: 'Trần Thị Thu An', en: 'Trần Thị Thu An' }],
      same: true,
      suggested: 'stays',
      choices: ['stays'],
    },
    {
      path: 'dienThoaiDiDong',
      group: 'C',
      label: { vi: 'Điện thoại di động', en: 'Mobile phone' },
      section: false,
      stays: [{ vi: '0912 345 678', en: '0912 345 678' }],
      goes: [{ vi: '0987 654 321', en: '0987 654 321' }],
      same: false,
      suggested: 'stays',
      choices: ['stays', 'goes'],
    },
  ],
};

export const caseOf = (id: string): OneCase => {
  const found = CASES.find((one) => one.caseId === id) ?? CASES[0]!;
  const ask = found.kind === 'transfer' || found.kind === 'same_human';
  return {
    ...found,
    decision: ask ? { number: '15/QĐ-SNV', date: '2026-11-20', reason: 'Điều động theo nguyện vọng' } : null,
    newNumberMasked: null,
    match: null,
    acts: [
      { act: 'opened', side: 'to', at: '2026-11-28T02:10:00.000Z', byName: null },
      ...(ask ? [{ act: 'consented', side: 'to', at: '2026-11-28T02:11:00.000Z', byName: null } as const] : []),
    ],
    may: { consent: ask, refuse: ask, withdraw: false, undo: false, keep: false },
    standsOn: [],
  };
};
