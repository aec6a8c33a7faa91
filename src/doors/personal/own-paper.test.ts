/** One's own data on paper, read by somebody else's reader: whole lines, what is not confirmed, the time of the print on each page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Origin } from '#record/register/view.ts';
import type { OwnGroup, OwnRecord } from './own-record.ts';
import { ownPaper } from './own-paper.ts';

const both = (vi: string) => ({ vi, en: vi });
const origin = (confirmedAt: string | null): Origin => ({
  source: 'EXCEL',
  attestationId: null,
  confirmedAt,
  confirmedBy: confirmedAt && 'Phạm Quốc Hùng',
  initial: confirmedAt === null,
});
/** Two lines of the paper each: were they broken, one half would stand on the next page. */
const END = 'hết dòng';
const lines = Array.from({ length: 70 }, (_, i) => ({
  dong: String(i + 1),
  origin: origin(i % 2 === 0 ? '2026-11-28T05:35:00.000Z' : null),
  cells: {
    a: both(`Lớp bồi dưỡng số ${i + 1} về quản lý nhà nước, tổ chức tại Trường Đại học Luật Hà Nội và nhiều nơi khác`),
    b: both(END),
  },
  unsure: {},
}));
const group: OwnGroup = {
  code: 'J',
  title: both('Quá trình đào tạo, bồi dưỡng'),
  fields: ([['2C.29a', 'HS02'], ['2C98']] as const).map((formItem, i) => ({
    key: `f${i}`,
    label: both('Trường'),
    formItem,
    display: both('giá trị'),
    compared: null,
  })),
  sections: [
    {
      key: 'daoTao',
      title: both('Đào tạo'),
      origin: origin(null),
      columns: [
        { key: 'a', label: both('Tên lớp'), derived: false },
        { key: 'b', label: both('Ghi chú'), derived: false },
      ],
      lines,
    },
  ],
  source: 'EXCEL',
  validFrom: '2026-10-31',
  confirmedAt: null,
  confirmedBy: null,
  state: 'unconfirmed',
} as unknown as OwnGroup;
const record = {
  name: 'Ngô Thùy Trang',
  position: both('Chuyên viên'),
  bodyName: 'Sở Nội vụ',
  nationalId: '000191900009',
  version: 3,
  groups: [group],
} as unknown as OwnRecord;

test('no line is broken between pages, each unconfirmed one says so, and each page says when it was printed', async () => {
  const pdf = await ownPaper(record, { at: '2026-11-28T05:35:00.000Z', demo: true, portrait: null });
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  assert.ok(pages.length > 2, `${pages.length} pages`);
  for (const page of pages) {
    const said = page.normalize('NFC');
    const count = (what: RegExp): number => said.match(what)?.length ?? 0;
    assert.equal(count(/Tên lớp:/g), count(/hết dòng/g), said);
    assert.match(said, /Bản in lúc 12:35 28\/11\/2026/);
    assert.doesNotMatch(said, /\b\d{1,2}\/\d{1,2}\/\d{2}\b/);
  }
  const whole = pages.join(' ').normalize('NFC').replaceAll(/\s+/g, ' ');
  assert.deepEqual(whole.match(/2C mục \w+/g), ['2C mục 29a'], 'the item of the form, where the dictionary has its number');
  assert.equal(whole.match(/\(chưa được xác nhận\)/g)?.length, 35);
});
