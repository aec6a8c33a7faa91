import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MISMATCH_REASONS as SERVER_MISMATCH, RETURN_REASONS as SERVER_RETURN } from '#record/confirmation/reasons.ts';
import type { PresentedGroup, PresentedPerson, PresentedProblem } from '#portal/api/generated/api.ts';
import { vi } from '#portal/language/generated/vi-more.ts';
import {
  acceptAll,
  MISMATCH_REASONS,
  missingParts,
  needsMismatchReason,
  problemAt,
  problemsWithoutField,
  RETURN_REASONS,
  summaryOf,
  requestOf,
  withVerdict,
  type Choices,
} from './decision.ts';

const group = (letter: string, fields: readonly string[], more: Partial<PresentedGroup> = {}): PresentedGroup => ({
  group: letter,
  title: { vi: letter, en: letter },
  itemId: `item-${letter}`,
  fileOfRound: null,
  state: 'awaiting-confirmation',
  compared: 0,
  validFrom: '2026-11-01',
  mayConfirm: true,
  beside: [],
  fields: fields.map((field) => ({
    field,
    label: { vi: field, en: field },
    line: null,
    from: null,
    to: null,
    changed: true,
    match: null,
    problems: [],
  })),
  ...more,
});
const person = (groups: readonly PresentedGroup[], level = 'KHOP'): PresentedPerson => ({
  personId: 'p',
  submissionId: 's',
  name: 'Nguyễn Thị Hòa',
  body: 'Sở',
  shownHash: 'f'.repeat(64),
  may: ['item.confirm', 'item.return'],
  groups,
  matchResult: { level, fields: {} },
  problems: [],
  mine: false,
  accepted: [],
  declared: false,
  papers: [],
});
const ids = { submissionId: 's', personId: 'p' };
const whats = (shown: PresentedPerson, choices: Choices, mismatch = '') => missingParts(shown, choices, mismatch).map((part) => part.what);

test('the reasons are those of the server, and each has its words', () => {
  assert.deepEqual(
    [...RETURN_REASONS],
    SERVER_RETURN.map((reason) => reason.code),
  );
  assert.deepEqual(
    [...MISMATCH_REASONS],
    SERVER_MISMATCH.map((reason) => reason.code),
  );
  for (const { code, label } of [...SERVER_RETURN, ...SERVER_MISMATCH]) assert.equal(vi.reason[code as keyof typeof vi.reason], label.vi);
});

test('a problem is told once: at its field, or beside the record when no field of what is decided has it', () => {
  const one = (code: string, field: string | null, severity: PresentedProblem['severity'] = 'warning'): PresentedProblem => ({
    code,
    severity,
    title: { vi: code, en: code },
    next: null,
    label: null,
    value: null,
    where: { field },
  });
  const pay = group('G', ['luong.heSo']);
  const shown = {
    ...person([{ ...pay, fields: pay.fields.map((field) => ({ ...field, problems: ['E-PAY-EARLY'] })) }]),
    problems: [
      one('E-NAME-CASE', 'hoTenKhaiSinh', 'corrected'),
      one('E-PAY-EARLY', 'luong.heSo'),
      one('E-PAY-EARLY', 'luong.bac'),
      one('E-SENT-BY-SUBJECT', null),
    ],
  };
  assert.deepEqual(
    problemsWithoutField(shown).map(({ code, where }) => `${code} ${where.field}`),
    ['E-PAY-EARLY luong.bac', 'E-SENT-BY-SUBJECT null', 'E-NAME-CASE hoTenKhaiSinh'],
  );
  assert.equal(problemAt(shown.problems, 'luong.heSo', 'E-PAY-EARLY')?.where.field, 'luong.heSo');
});

test('nothing is decided until the officer says so', () => {
  const shown = person([group('G', ['luong.bac'])]);
  assert.deepEqual(whats(shown, {}), ['noDecision']);
  assert.deepEqual(requestOf(ids, shown, {}, ''), { ...ids, shownHash: 'f'.repeat(64), accept: [], return: [] });
});

test('"accept all" leaves alone what waits for something else, and what my role may not confirm', () => {
  const shown = person([group('B', ['ngaySinh']), group('C', ['dienThoai'], { state: 'held' }), group('S', ['x'], { mayConfirm: false })]);
  const choices = acceptAll({}, shown.groups);
  assert.deepEqual(requestOf(ids, shown, choices, '').accept, ['item-B']);
  assert.deepEqual(summaryOf(shown.groups, choices), { accept: 1, back: 0, cells: 0, later: 1 });
});

test('a return says which cells and why; with one changed cell it is that one', () => {
  const one = group('G', ['luong.bac']);
  const two = group('B', ['ngaySinh', 'noiSinh']);
  const shown = person([one, two]);
  const choices = withVerdict(withVerdict({}, one, 'return'), two, 'return');
  assert.deepEqual(whats(shown, choices), ['noReason', 'noCells', 'noReason']);
  const done: Choices = {
    'item-G': { ...choices['item-G']!, reason: 'SAI_NGACH_BAC' },
    'item-B': { ...choices['item-B']!, cells: ['ngaySinh'], reason: 'KHAC', note: ' ' },
  };
  assert.deepEqual(whats(shown, done), ['noNote']);
  const told: Choices = { ...done, 'item-B': { ...done['item-B']!, note: 'xem giấy khai sinh ' } };
  assert.deepEqual(whats(shown, told), []);
  assert.deepEqual(requestOf(ids, shown, told, '').return, [
    { itemId: 'item-G', cells: [{ field: 'luong.bac', reason: 'SAI_NGACH_BAC', note: null }] },
    { itemId: 'item-B', cells: [{ field: 'ngaySinh', reason: 'KHAC', note: 'xem giấy khai sinh' }] },
  ]);
});

test('a mismatch is accepted only with a reason; returning it needs none', () => {
  for (const [level, needs] of [
    ['KHOP', false],
    ['GAN_KHOP', false],
    ['CHUA', false],
    ['LECH', true],
    ['KHONG_TIM_THAY', true],
  ] as const) {
    const shown = person([group('B', ['ngaySinh'])], level);
    assert.equal(needsMismatchReason(shown, acceptAll({}, shown.groups)), needs, level);
    assert.equal(needsMismatchReason(shown, withVerdict({}, shown.groups[0]!, 'return')), false, level);
  }
  const shown = person([group('B', ['ngaySinh'])], 'LECH');
  const choices = acceptAll({}, shown.groups);
  assert.deepEqual(whats(shown, choices), ['noMismatch']);
  assert.equal(requestOf(ids, shown, choices, 'DOI_TEN_HOP_PHAP').mismatchReason, 'DOI_TEN_HOP_PHAP');
});
