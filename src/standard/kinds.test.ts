/** What each kind reads, prints and refuses. That the compiler lists what a new kind lacks: tests/house/imaginary-kind.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import type { KindName, KindSpec } from './field-shape.ts';
import { ALL_KINDS, kindOf, kindWord } from './kinds/all.ts';
import type { Reader } from './kinds/kind.ts';
import './json-schema.ts';
import { printValue } from './print.ts';
import { dateCell } from './sample-person.ts';
import type { FieldValue, RawCell, Scalar } from './shapes.ts';

const cell = (text: string, kind: 'text' | 'number' = 'text'): RawCell => ({ text, kind, formula: false });

function read(kind: KindSpec, given: string | RawCell, on = '2026-11-01') {
  const said: string[] = [];
  const at: Reader = {
    today: '2026-11-24',
    on,
    demo: true,
    bodyKnown: undefined,
    report: (problem) => said.push(problem.declaration.code),
  };
  return { value: kindOf(kind).read(typeof given === 'string' ? cell(given) : given, kind, at), said };
}

const DATE: KindSpec = { name: 'date', notAfterToday: true };
const TERM: KindSpec = { name: 'date', notAfterToday: false };
const PARTIAL: KindSpec = { name: 'partialDate', notAfterToday: true };
const COEFFICIENT: KindSpec = { name: 'decimal', scale: 2, min: '1.00', max: '13.00' };

const READS: readonly (readonly [KindSpec, string | RawCell, Scalar | undefined])[] = [
  [{ name: 'text', maxChars: 5 }, 'năm', 'năm'],
  [{ name: 'text', maxChars: 2 }, '😀😀', '😀😀'],
  [{ name: 'personName' }, 'NGUYỄN VĂN HÙNG', 'Nguyễn Văn Hùng'],
  [{ name: 'personName' }, "H'Hen Niê", "H'Hen Niê"],
  [{ name: 'nationalId' }, cell('1085012345', 'number'), undefined],
  [{ name: 'nationalId' }, cell('79085012345', 'number'), '079085012345'],
  [{ name: 'digits', lengths: [9, 12] }, '012 345 678', '012345678'],
  [DATE, '1/2/1990', '1990-02-01'],
  [DATE, '01.02.1990', '1990-02-01'],
  [DATE, '1990-02-01', '1990-02-01'],
  [DATE, dateCell('01/01/1990', 'day', '1990-01-01'), '1990-01-01'],
  [DATE, dateCell('01/01/1990 07:30', 'moment', '1990-01-01'), '1990-01-01'],
  [DATE, dateCell('01/1990', 'month', '1990-01-01'), undefined],
  [DATE, dateCell('08:30', 'time', null), undefined],
  [PARTIAL, dateCell('01/1990', 'month', '1990-01-01'), '1990-01'],
  [PARTIAL, dateCell('1990', 'year', '1990-01-01'), '1990'],
  [PARTIAL, dateCell('27/02', 'day-month', '2026-02-27'), undefined],
  [DATE, '31/02/1990', undefined],
  [DATE, '01/02/2090', undefined],
  [TERM, '01/02/2090', '2090-02-01'],
  [TERM, 'nay', undefined],
  [PARTIAL, '1990', '1990'],
  [PARTIAL, cell('1990', 'number'), '1990'],
  [PARTIAL, '02/1990', '1990-02'],
  [PARTIAL, 'nay', undefined],
  [{ name: 'code', codeLists: ['dan_toc'] }, 'Kinh', '01'],
  [{ name: 'code', codeLists: ['dan_toc'] }, '01 – Kinh', '01'],
  [{ name: 'code', codeLists: ['ngach_cong_chuc', 'chuc_danh_nghe_nghiep'] }, 'V.07.01.03', 'V.07.01.03'],
  [{ name: 'codeOrText', codeLists: ['chuc_vu'], maxChars: 100 }, 'Tổ trưởng tổ dân vận đặc biệt', 'Tổ trưởng tổ dân vận đặc biệt'],
  [{ name: 'integer', min: 1, max: 16 }, cell('3', 'number'), 3],
  [{ name: 'integer', min: 1, max: 100, oneOf: [70, 85, 100] }, '85', 85],
  [COEFFICIENT, '3,66', '3.66'],
  [COEFFICIENT, cell('2.3399999999999999', 'number'), '2.34'],
  [COEFFICIENT, cell('4', 'number'), '4.00'],
  [COEFFICIENT, '3.666', undefined],
  [{ name: 'money' }, '1.490.000 đ', 1_490_000],
  [{ name: 'flag' }, 'Có', true],
  [{ name: 'flag' }, 'x', true],
  [{ name: 'flag' }, 'Không', false],
  [{ name: 'phone' }, '+84 912 345 678', '0912345678'],
  [{ name: 'phone' }, '01234567890', '0834567890'],
  [{ name: 'email' }, 'Hung@Hanoi.Gov.vn', 'hung@hanoi.gov.vn'],
  [{ name: 'organisation', textAllowed: false }, 'h26.12 – Sở Nội vụ', 'H26.12'],
  [{ name: 'organisation', textAllowed: true }, 'Ty Văn hóa', 'Ty Văn hóa'],
];

for (const [kind, given, value] of READS) {
  const shown = typeof given === 'string' ? given : `${given.text} (${given.kind})`;
  test(`${kind.name}: ${shown} → ${String(value)}`, () => {
    const reading = read(kind, given);
    assert.equal(reading.value, value, reading.said.join(', '));
    // What is read fits the schema of its kind.
    if (value !== undefined) assert.ok(Compile(kindOf(kind).schema(kind)).Check(value));
  });
}

const PRINTS: readonly (readonly [KindSpec, FieldValue, string, string])[] = [
  [PARTIAL, '1990-02', '02/1990', '02/1990'],
  [{ name: 'code', codeLists: ['gioi_tinh'] }, '2', 'Nữ', 'Female'],
  [COEFFICIENT, '3.66', '3,66', '3.66'],
  [{ name: 'money' }, 1_490_000, '1.490.000 đ', '1.490.000 đ'],
  [{ name: 'flag' }, true, 'Có', 'Yes'],
  [DATE, { vang: 'KHONG_RO' }, 'Không rõ', 'Unknown'],
  [
    { name: 'decision' },
    { so: '12/QĐ', ngay: '2020-05-20', coQuan: 'UBND tỉnh' },
    'Số 12/QĐ ngày 20/05/2020, UBND tỉnh',
    'No. 12/QĐ of 20/05/2020, UBND tỉnh',
  ],
  [{ name: 'address', of: 'past' }, { maTinh: '02', hieuLucTai: 'NGAY_SU_KIEN' }, 'Tỉnh Hà Giang', 'Tỉnh Hà Giang'],
  [{ name: 'address', of: 'past' }, { maTinh: '15', hieuLucTai: 'HIEN_NAY' }, 'Tỉnh Lào Cai', 'Tỉnh Lào Cai'],
  [{ name: 'address', of: 'past' }, { quocGia: 'LA', chiTiet: 'Viêng Chăn' }, 'Viêng Chăn, Lào', 'Viêng Chăn, Laos'],
];
for (const [kind, value, vi, en] of PRINTS) {
  test(`${kind.name}: ${JSON.stringify(value)} is shown as ${vi}`, () => {
    const shown = printValue(kind, value);
    assert.equal(shown.vi, vi);
    if (kind.name !== 'address') assert.equal(shown.en, en);
  });
}

test('every kind has words for people and a widget name', () => {
  for (const name of Object.keys(ALL_KINDS) as KindName[]) assert.ok(kindWord(name).vi.length > 2, name);
});
