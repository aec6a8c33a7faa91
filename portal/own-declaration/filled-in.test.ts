/** What is sent of a form: what differs from the record and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclarationForm } from '#portal/api/generated/api.ts';
import { isNews, newsIn, openedForm, withLine, withNewLine, withoutLine } from './filled-in.ts';

const both = { vi: '', en: '' };
const FORM: DeclarationForm = {
  code: 'Q',
  title: both,
  by: 'person',
  mark: null,
  columns: [],
  standing: { email: 'cu@example.vn', dienThoai: '0912345678' },
  cells: { email: 'nhap@example.vn' },
  sections: [
    { key: 'giaDinh', title: both, columns: [], addsOnly: false, standing: [{ ten: 'Mai' }], lines: null },
    { key: 'daoTao', title: both, columns: [], addsOnly: true, standing: [{ truong: 'A' }], lines: null },
  ],
  problems: [],
  next: null,
};

test('the draft lies over the record, and only what differs is news', () => {
  const typed = openedForm(FORM);
  assert.deepEqual(typed.cells, { email: 'nhap@example.vn', dienThoai: '0912345678' });
  assert.deepEqual(newsIn(FORM, typed), { cells: { email: 'nhap@example.vn' }, sections: {} });
  assert.equal(isNews(newsIn({ ...FORM, cells: {} }, openedForm({ ...FORM, cells: {} }))), false);
});

test('lines are stated whole where they change; of a section that only takes more, the new ones', () => {
  const more = withLine(withNewLine(openedForm(FORM), 'giaDinh'), 'giaDinh', 1, { ten: 'Lan', ghiChu: ' ' });
  assert.deepEqual(newsIn(FORM, more).sections, { giaDinh: [{ ten: 'Mai' }, { ten: 'Lan' }] });
  assert.deepEqual(newsIn(FORM, withoutLine(more, 'giaDinh', 1)).sections, {}, 'as it was');
  assert.deepEqual(newsIn(FORM, withoutLine(openedForm(FORM), 'giaDinh', 0)).sections, { giaDinh: [] }, 'a line that is gone');
  const added = withLine(withNewLine(openedForm(FORM), 'daoTao'), 'daoTao', 0, { truong: 'B' });
  assert.deepEqual(newsIn(FORM, added).sections, { daoTao: [{ truong: 'B' }] });
});

test('a text that was emptied, and a line without one, state nothing', () => {
  const typed = { ...openedForm(FORM), cells: { email: '', dienThoai: '0912345678' } };
  assert.deepEqual(newsIn(FORM, withNewLine(typed, 'daoTao')), { cells: {}, sections: {} });
});
