/** Facts out of the register read back as what stands: both ends name a value alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonVersion, RecordAsOf } from '#record/register/shapes.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { factsOf, namedFact, valuesOf } from './facts.ts';

const version = (no: number, validFrom: string, document: RecordDocument): PersonVersion => ({
  personId: 'p',
  version: no,
  tx: no,
  validFrom,
  groups: Object.keys(document) as PersonVersion['groups'],
  document,
  source: 'NDXP',
  submissionId: null,
  attestationId: null,
  employers: {},
});
const today = (...versions: PersonVersion[]): RecordAsOf => recordAsOf(versions, '2026-11-30', Number.MAX_SAFE_INTEGER);

test('a fact stands from the day on which its own value was brought, whatever of its group was stated since', () => {
  const facts = factsOf(
    today(
      version(1, '2026-01-01', { B: { hoTenKhaiSinh: 'Lê Thị Lan', gioiTinh: 'NU' } }),
      version(2, '2026-06-01', { B: { hoTenKhaiSinh: 'Lê Thị Lan', gioiTinh: 'NAM' } }),
    ),
  );
  assert.deepEqual(facts['B/hoTenKhaiSinh'], { value: 'Lê Thị Lan', validFrom: '2026-01-01', ended: null });
  assert.equal(facts['B/gioiTinh']?.validFrom, '2026-06-01');
});

test('a line is a fact by its number in the register; one that has none yet by its place', () => {
  const document: RecordDocument = { E: { hopDong: [{ dong: '3', so: '01/HĐ', tuNgay: '2024-01-31' }, { so: '02/HĐ' }] } };
  const values = valuesOf(document);
  assert.deepEqual(values['E/hopDong#3'], { 'hopDong.so': '01/HĐ', 'hopDong.tuNgay': '31/01/2024' });
  assert.deepEqual(values['E/hopDong#+1'], { 'hopDong.so': '02/HĐ' });
});

test('a fact is named by the group that the dictionary has it in; the number of the person is none', () => {
  assert.equal(namedFact('Z/hoTenKhaiSinh')?.name, 'B/hoTenKhaiSinh');
  assert.equal(namedFact('E/hopDong#k7')?.line, 'k7');
  for (const none of ['B/soDinhDanh', 'B/khongCo', 'B/__proto__', 'E/khongCo#1', 'employer', '']) assert.equal(namedFact(none), null, none);
});

test('a body is told what its people say of themselves, and writes none of it; what is sealed of that is told to nobody', () => {
  const values = valuesOf({
    C: { emailCaNhan: 'lan@example.vn', lienHeKhanCap: { ten: 'Lê Văn An', dienThoai: '0912000000' } },
    T: { taiSan: [{ dong: '1', moTa: 'Nhà ở' }] },
  });
  assert.deepEqual(values, {
    'C/emailCaNhan': 'lan@example.vn',
    'C/lienHeKhanCap.ten': 'Lê Văn An',
    'C/lienHeKhanCap.dienThoai': '0912000000',
  });
  const facts = factsOf(today(version(1, '2026-01-01', { C: { emailCaNhan: 'lan@example.vn' } })));
  assert.deepEqual(facts['C/emailCaNhan'], { value: 'lan@example.vn', validFrom: '2026-01-01', ended: null });
  for (const name of Object.keys(values)) assert.equal(namedFact(name), null, name);
});
