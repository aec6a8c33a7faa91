/** What is sent of a form: what differs from the record and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclarationForm } from '#portal/api/generated/api.ts';
import { isNews, newsIn, openedForm, withLine, withNewLine, withoutLine } from './filled-in.ts';

const both = { vi: '', en: '' };
const column = (key: string, field = key) => ({ key, field, label: both, hint: both, required: false, options: null, free: true });
const FORM: DeclarationForm = {
  code: 'Q',
  title: both,
  by: 'person',
  mark: null,
  columns: [column('email'), column('dienThoai'), column('noiO.xa', 'noiO'), column('noiO.chiTiet', 'noiO')],
  standing: { email: 'cu@example.vn', dienThoai: '0912345678', 'noiO.xa': '00123', 'noiO.chiTiet': 'Số 1' },
  cells: { email: 'nhap@example.vn' },
  sections: [
    { key: 'giaDinh', title: both, columns: [], standing: [{ ten: 'Mai' }], lines: null },
    { key: 'daoTao', title: both, columns: [], standing: [], lines: null },
  ],
  problems: [],
  evidence: [],
  evidenceKinds: [],
  seen: 1,
  next: null,
};
const UNTOUCHED = { ...FORM, cells: {} };
const typing = (form: DeclarationForm, cells: Record<string, string>) => {
  const opened = openedForm(form);
  return { ...opened, cells: { ...opened.cells, ...cells } };
};

test('the draft lies over the record, and only what differs is news', () => {
  const typed = openedForm(FORM);
  assert.deepEqual(typed.cells, { ...FORM.standing, email: 'nhap@example.vn' });
  assert.deepEqual(newsIn(FORM, typed), { cells: { email: 'nhap@example.vn' }, sections: {} });
  assert.equal(isNews(newsIn(UNTOUCHED, openedForm(UNTOUCHED))), false);
});

test('a field with several columns is stated whole where one of them changes: nothing of it is lost, and none is called missing', () => {
  const news = newsIn(UNTOUCHED, typing(UNTOUCHED, { 'noiO.chiTiet': 'Số 2' }));
  assert.deepEqual(news, { cells: { 'noiO.xa': '00123', 'noiO.chiTiet': 'Số 2' }, sections: {} });
  const emptied = newsIn(UNTOUCHED, typing(UNTOUCHED, { 'noiO.chiTiet': ' ' }));
  assert.deepEqual(emptied.cells, { 'noiO.xa': '00123' });
  assert.deepEqual(openedForm({ ...FORM, cells: emptied.cells }).cells, {
    email: 'cu@example.vn',
    dienThoai: '0912345678',
    'noiO.xa': '00123',
  });
  assert.deepEqual(newsIn(FORM, openedForm({ ...FORM, cells: emptied.cells })).cells, emptied.cells, 'opened again, it says the same');
});

test('lines are stated whole where they change; when the last is gone, none is stated', () => {
  const more = withLine(withNewLine(openedForm(FORM), 'giaDinh'), 'giaDinh', 1, { ten: 'Lan', ghiChu: ' ' });
  assert.deepEqual(newsIn(FORM, more).sections, { giaDinh: [{ ten: 'Mai' }, { ten: 'Lan' }] });
  assert.deepEqual(newsIn(FORM, withoutLine(more, 'giaDinh', 1)).sections, {}, 'as it was');
  assert.deepEqual(newsIn(FORM, withoutLine(openedForm(FORM), 'giaDinh', 0)).sections, { giaDinh: [] }, 'a line that is gone');
  const added = withLine(withNewLine(openedForm(FORM), 'daoTao'), 'daoTao', 0, { truong: 'B' });
  assert.deepEqual(newsIn(FORM, added).sections, { daoTao: [{ truong: 'B' }] });
});

test('a text that was emptied, and a line without one, state nothing', () => {
  assert.deepEqual(newsIn(FORM, withNewLine(typing(FORM, { email: '' }), 'daoTao')), { cells: {}, sections: {} });
});
