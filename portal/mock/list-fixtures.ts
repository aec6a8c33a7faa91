/** An invented list of people who may be confirmed as one act: not made yet, its sample being opened, ready, held by what its sample brought up. */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';
import { nameAt } from './problem-fixtures.ts';
import { receiptOf } from './submission-fixtures.ts';

type State = NonNullable<S.CleanList['list']>['sample'][number]['state'];

const SAMPLES: Readonly<Record<string, readonly State[]>> = {
  's-wait': ['opened', 'opened', 'to-open', 'to-open', 'to-open'],
  's-ready': ['opened', 'opened', 'opened', 'opened', 'opened'],
  's-held': ['opened', 'returned', 'opened', 'to-open', 'in-part'],
  's-new': ['to-open', 'to-open', 'to-open', 'to-open', 'to-open'],
};

export const QUEUE_SUBMISSIONS: readonly S.QueueSubmission[] = [
  { submissionId: 's-wait', uploadNumber: 'TL-20261104-0007', body: 'Trường THPT Nguyễn Trãi', people: 412 },
  { submissionId: 's-new', uploadNumber: 'TL-20261110-0002', body: 'UBND xã Suối Trong', people: 36 },
];

/** @param made  it was made just now */
export function cleanList(submissionId: string, made = false): S.CleanList {
  const sample = SAMPLES[submissionId] ?? SAMPLES['s-wait']!;
  const isMade = made || submissionId !== 's-new';
  return {
    submissionId,
    uploadNumber: 'TL-20261104-0007',
    body: 'Trường THPT Nguyễn Trãi',
    peopleMax: 10_000,
    undecided: sample.filter((state) => state === 'returned' || state === 'in-part').length,
    waiting: isMade ? 412 : null,
    alone: isMade
      ? [
          { reason: 'mismatch', label: both('Chưa khớp dữ liệu dân cư', 'Does not match the population database'), people: 21 },
          { reason: 'warning', label: both('Có cảnh báo', 'Has a warning'), people: 14 },
          { reason: 'guess', label: both('Có gợi ý đoán đã được áp dụng', 'A guess was accepted in it'), people: 2 },
        ]
      : [],
    list: isMade
      ? {
          listId: 'l-1',
          hash: 'c'.repeat(64),
          madeAt: '2026-11-24T08:00:00Z',
          people: 375,
          items: 1_125,
          beyond: 0,
          groups: [
            { group: 'B', title: both('Nhân thân', 'Identity'), people: 375, changes: 3_000 },
            { group: 'C', title: both('Địa chỉ và liên hệ', 'Addresses and contact'), people: 375, changes: 1_480 },
            {
              group: 'G',
              title: both('Ngạch, chức danh nghề nghiệp và diễn biến lương', 'Grade and pay history'),
              people: 375,
              changes: 2_911,
            },
          ],
          sample: sample.map((state, index) => ({ personId: `p${index * 3}`, name: nameAt(index * 3), state })),
        }
      : null,
  };
}

export const LIST_SIGNED: S.ListDecided = {
  listId: 'l-1',
  items: 1_125,
  counts: { received: 412, accepted: 375, rejected: 0, waiting: 37 },
  receipt: {
    ...receiptOf('XN-7K2QD-00101'),
    list: { id: 'l-1', root: 'c'.repeat(64), items: 1_125, received: 412, accepted: 375, rejected: 0, waiting: 37 },
  },
};
