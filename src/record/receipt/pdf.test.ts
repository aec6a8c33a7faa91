/** What stands on a printed receipt, read by somebody else's reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { receiptPdf } from './pdf.ts';
import type { ReceiptContent } from './shapes.ts';

const HASH = '7b433fbc3ce1d2e9788535c211e5585672e24d5a9e0751f3f2a9b6220738ae59';
const content: ReceiptContent = {
  number: 'BN-4T7QK-9XWEA',
  kind: 'R1',
  at: '2026-11-28T05:35:55.123Z',
  bodyCode: 'H26.03.01',
  bodyName: 'Trường THPT Mẫu Sơn',
  submissionId: '01a226d3-0a13-7e96-b495-4f1f911e67e9',
  uploadNumber: 'TL-0J7A2-AF01J',
  round: 2,
  sha256: HASH,
  sizeBytes: 454_900,
  counts: { received: 444, accepted: 129, rejected: 0, waiting: 315 },
  asOf: '2026-10-31',
};

/** Texts of a PDF, and where its rightmost one ends, in points. */
async function read(pdf: Uint8Array): Promise<{ text: string; right: number; pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const right = Math.max(...items.flatMap((one) => ('str' in one ? [(one.transform[4] as number) + one.width] : [])));
  return { text: text.normalize('NFC'), right, pages: document.numPages };
}

test('a printed receipt holds the whole hash, years of four digits and the words of the screen, and stays on its page', async () => {
  const { text, right, pages } = await read(
    await receiptPdf({ content, jws: 'a.b.c' }, 'https://congvu.example/bien-nhan/BN-4T7QK-9XWEA', true),
  );
  for (const said of [
    HASH,
    '12:35 28/11/2026',
    '31/10/2026',
    'BN-4T7QK-9XWEA',
    'Cơ quan gửi',
    'Mã tệp',
    'Người trong tệp',
    'Hợp lệ',
    'Có lỗi',
    'Để lại sửa sau',
    'ĐÃ NHẬN',
    'https://congvu.example/bien-nhan/BN-4T7QK-9XWEA',
  ])
    assert.ok(text.includes(said), `${said} in ${text}`);
  assert.doesNotMatch(text, /\b\d{1,2}\/\d{1,2}\/\d{2}\b/, 'no year of two digits');
  assert.equal(pages, 1);
  assert.ok(right <= 595 - 56, `the rightmost text ends at ${right} points`);
});

test('a printed decision names what was registered and returned, and the whole root of a list', async () => {
  const list = { id: 'x', root: HASH.split('').reverse().join(''), items: 375, received: 152, accepted: 120, rejected: 0, waiting: 32 };
  const { text, right } = await read(
    await receiptPdf(
      { content: { ...content, number: 'XN-4T7QK-9XWEA', kind: 'R2', list }, jws: 'a.b.c' },
      'https://congvu.example/x',
      false,
    ),
  );
  for (const said of ['ĐÃ DUYỆT', list.root, '375', '120 người']) assert.ok(text.includes(said), `${said} in ${text}`);
  assert.ok(right <= 595 - 56, `the rightmost text ends at ${right} points`);
});
