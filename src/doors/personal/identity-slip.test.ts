/** The slip for the population database, read by somebody else's reader: what was found otherwise stands first, Vietnamese letters are whole, nothing of the body's is on it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { identitySlip, ofPopulation } from './identity-slip.ts';
import type { OwnRecord } from './own-record.ts';

const both = (vi: string) => ({ vi, en: vi });
const field = (key: string, label: string, text: string, level: string | null, derived = false) => ({
  key,
  label: both(label),
  display: both(text),
  derived,
  compared: level === null ? null : { level, at: '2026-11-20T02:00:00.000Z', source: 'DAN_CU_NDXP', extent: 'whole' },
});
const RECORD = {
  name: 'Nguyễn Thị Hường',
  nationalId: '001190000123',
  bodyName: 'Sở Nội vụ tỉnh Đắk Lắk',
  groups: [
    {
      code: 'B',
      fields: [
        field('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Nguyễn Thị Hường', 'KHOP'),
        field('ngaySinh', 'Ngày sinh', '01/02/1990', 'KHONG_KHOP'),
        field('tuoi', 'Tuổi', '36', null, true),
      ],
      sections: [],
    },
    { code: 'G', fields: [field('ngach', 'Ngạch', 'Chuyên viên', null)], sections: [] },
  ],
} as unknown as OwnRecord;

test('what the population database says otherwise stands first; what is the body’s or reckoned does not stand there', () => {
  assert.deepEqual(
    ofPopulation(RECORD).map(({ key }) => key),
    ['ngaySinh', 'hoTenKhaiSinh'],
  );
});

test('the paper says whom it is for, where it is corrected, and that it is no official form', async () => {
  const bytes = await identitySlip(RECORD, { at: '2026-11-30T02:00:00.000Z', demo: true });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  for (const said of [
    'Công an xã, phường',
    'Nguyễn Thị Hường',
    '001190000123',
    'Sở Nội vụ tỉnh Đắk Lắk',
    '01/02/1990',
    'không phải mẫu',
    'HƯ CẤU',
  ])
    assert.ok(text.normalize('NFC').includes(said), `${said}: ${text.slice(0, 300)}`);
  assert.ok(!text.includes('Chuyên viên'));
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  assert.deepEqual([info['Title'], info['Language']], ['Phiếu đề nghị điều chỉnh thông tin dân cư', 'vi-VN']);
});
