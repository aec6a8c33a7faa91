/** A record on paper in the items of a form, read by somebody else's reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { FORM_CODES } from '#standard/form-codes.ts';
import { formOf } from '#standard/forms.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import { formPaper } from './form-paper.ts';
import type { FormRecord } from './form-paper.ts';
import type { Origin } from './view.ts';

const both = (vi: string) => ({ vi, en: vi });
const origin = (confirmedAt: string | null): Origin => ({
  source: 'EXCEL',
  attestationId: null,
  confirmedAt,
  confirmedBy: null,
  initial: false,
});
const CONFIRMED = origin('2026-11-28T05:35:00.000Z');
const OWN_BODY = { kind: 'master' as const, name: both('Cơ quan quản lý'), correct: null };
const END = 'hết dòng';

/** Every field and every column of the dictionary filled in; forty lines in each section, every second one not confirmed. */
const whole: FormRecord = {
  name: 'Ngô Thùy Trang',
  nationalId: '000191900009',
  groups: GROUPS.map(({ code, title }) => ({
    title,
    fields: leavesOf(FIELDS, code, null).map((leaf) => ({
      key: leaf.path,
      label: leaf.label,
      formItem: leaf.field.formItem,
      value: 'x',
      display: both(leaf.path === 'tonGiao' ? 'Không chưa ai xác nhận' : 'Giá trị'),
      masked: false,
      compared: null,
      derived: false,
      unsure: null,
      origin: leaf.path === 'tonGiao' ? origin(null) : CONFIRMED,
      sourceBody: OWN_BODY,
    })),
    sections: SECTIONS.filter(({ group }) => group === code).map((section) => ({
      key: section.key,
      title: section.title,
      origin: CONFIRMED,
      columns: leavesOf(FIELDS, code, section.key).map(({ path, label }) => ({ key: path, label, derived: false, sourceBody: OWN_BODY })),
      lines: Array.from({ length: 40 }, (_, i) => ({
        dong: String(i + 1),
        origin: i % 2 === 0 ? CONFIRMED : origin(null),
        unsure: {},
        cells: Object.fromEntries(
          leavesOf(FIELDS, code, section.key).map(({ path }) => [
            path,
            both(
              path === 'congTac.noiDung'
                ? `Chuyên viên phòng Tổ chức bộ máy số ${i + 1}, Sở Nội vụ, và nhiều việc khác nữa cho đến ${END}`
                : '01/2020',
            ),
          ]),
        ),
      })),
    })),
  })),
};

async function pagesOf(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  let right = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    right = Math.max(right, ...items.flatMap((one) => ('str' in one ? [(one.transform[4] as number) + one.width] : [])));
  }
  return { texts: text.map((one) => one.normalize('NFC')), right };
}
const print = { number: 'IN-4T7QK-9XWEA', at: '2026-11-29T02:10:00.000Z', demo: true, portrait: null };

test('form 2C: every item by its number, on each page the number and the time of the print, nothing beyond the edge', async () => {
  const { texts, right } = await pagesOf(await formPaper(formOf('2c-bnv-2008'), whole, print));
  const text = texts.join('\n');
  for (const item of formOf('2c-bnv-2008').items.filter(({ no }) => no !== ''))
    assert.ok(text.includes(`${item.no}) ${item.title.slice(0, 20)}`), item.no);
  assert.ok(text.includes('000191900009') && text.includes('NGÔ THÙY TRANG'));
  assert.ok(text.includes('Không chưa ai xác nhận (*)'), 'what nobody confirmed is marked');
  for (const [at, page] of texts.entries())
    assert.match(page, new RegExp(`Bản in số IN-4T7QK-9XWEA, lúc 09:10 29/11/2026.*trang ${at + 1}/${texts.length}`));
  assert.ok(right <= 595 - 56 + 1, `the rightmost text ends at ${right} points`);
});

test('a row stands whole on its page, under the headings of its table', async () => {
  const { texts } = await pagesOf(await formPaper(formOf('2c-bnv-2008'), whole, print));
  const career = texts.filter((page) => page.includes(END));
  assert.ok(career.length >= 2, 'a table of two pages');
  for (const page of career) {
    const begun = page.match(/phòng Tổ chức bộ máy số \d+/g)?.length;
    assert.equal(begun, page.match(new RegExp(END.replace(' ', '\\s'), 'g'))?.length, 'no row is broken between two pages');
    assert.ok(page.replaceAll(/\s+/g, ' ').includes('Từ tháng năm'), 'the headings come again');
  }
});

test('bytes that are no picture leave the frame, and the record prints', async () => {
  const { texts } = await pagesOf(await formPaper(formOf('2c-bnv-2008'), whole, { ...print, portrait: Buffer.from('ảnh') }));
  assert.ok(texts[0]!.includes('Ảnh 4 × 6'));
});

test('an empty record prints every item to be filled in; each form prints', async () => {
  for (const code of FORM_CODES) {
    const { texts } = await pagesOf(await formPaper(formOf(code), { name: 'Ai', nationalId: '', groups: [] }, { ...print, number: null }));
    assert.ok((texts.join('').match(/………/g)?.length ?? 0) >= 15, code);
    assert.match(texts[0]!, /Bản in lúc/);
    const full = await pagesOf(await formPaper(formOf(code), whole, print));
    assert.ok(full.right <= 595 - 56 + 1, `${code}: ${full.right}`);
  }
});
