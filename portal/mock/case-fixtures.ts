/** Cases of the mock: one that waits for an answer, one between two senders. Invented people. */
import type { CaseRow, OneCase } from '#portal/api/generated/api.ts';

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
    caseId: 'c-out',
    kind: 'transfer',
    from: { name: null, mine: false },
    to: { name: SCHOOL, mine: true },
    person: null,
    waitsForMe: false,
  }),
];

export const caseOf = (id: string): OneCase => {
  const found = CASES.find((one) => one.caseId === id) ?? CASES[0]!;
  const ask = found.kind === 'transfer';
  return {
    ...found,
    decision: ask ? { number: '15/QĐ-SNV', date: '2026-11-20', reason: 'Điều động theo nguyện vọng' } : null,
    newNumberMasked: null,
    match: null,
    acts: [
      { act: 'opened', side: 'to', at: '2026-11-28T02:10:00.000Z', byName: null },
      ...(ask ? [{ act: 'consented', side: 'to', at: '2026-11-28T02:11:00.000Z', byName: null } as const] : []),
    ],
    may: { consent: ask, refuse: ask, withdraw: false, undo: false },
  };
};
