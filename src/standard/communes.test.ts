import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeList, entriesAt, entryAt, resolveCode } from './code-lists.ts';
import { type AddressResolution, resolveAddress, type UnitsOf } from './addresses.ts';
import { resolveCommune, successorsOf } from './communes.ts';

const today = '2026-11-24';
const before = '1990-01-01';

/** The answer in short. */
const short = (province: string, typed: string, on: string): string => {
  const answer = resolveCommune(province, typed, on);
  switch (answer.kind) {
    case 'found':
      return `${answer.code} ${answer.entry.name}`;
    case 'closed':
      return `closed until ${answer.until}, allowed ${answer.allowed.map(({ code, name }) => `${code} ${name}`).join('; ')}`;
    case 'not-yet':
      return `not yet, from ${answer.from}`;
    case 'ambiguous':
      return `ambiguous ${answer.candidates.length}: ${answer.candidates[0]!.name}`;
    case 'without-code':
      return `without code, ${answer.district}: ${answer.successors.map(({ name }) => name).join('; ')}`;
    case 'unknown':
      return `unknown ${answer.suggestions.map(({ name }) => name).join('; ')}`.trimEnd();
  }
};

// Source of the counts: Resolution 202/2025/QH15 and the statistics office's list (QD 19/2025/QD-TTg), with the 22 communes that became wards
// in Đồng Nai (237/NQ-UBTVQH16) and Bắc Ninh (388/NQ-UBTVQH16); 10,035 units of the last day before.
test('as many communes as the law made: 3,321 since 1 July 2025, of which 13 special zones; 10,035 before', () => {
  const now = entriesAt('dvhc_xa', today);
  const kinds = Map.groupBy(now, ({ name }) => name.split(' ')[0]!);
  assert.equal(now.length, 3321);
  assert.deepEqual(
    ['Xã', 'Phường', 'Đặc'].map((kind) => kinds.get(kind)!.length),
    [2599, 709, 13],
  );
  assert.equal(entriesAt('dvhc_xa', '2025-06-30').length, 10035);
  assert.equal(
    codeList('dvhc_xa').entries.every(({ code, name }) => /^\d{5}$/.test(code) && name === name.normalize('NFC') && !name.includes('’')),
    true,
  );
});

test('each province has the number of communes its list says', () => {
  const counts = Map.groupBy(entriesAt('dvhc_xa', today), ({ attributes }) => attributes['maTinh']);
  for (const province of entriesAt('dvhc_tinh', today))
    assert.equal(counts.get(province.code)?.length, province.attributes['so_xa'], province.name);
});

test('every old commune leads to one of today, and every one of today came from somewhere or is a special zone', () => {
  const now = new Set(entriesAt('dvhc_xa', today).map(({ code }) => code));
  const made = new Set<string>();
  for (const old of entriesAt('dvhc_xa', '2025-06-30')) {
    assert.equal(old.replacedBy.length > 0 && old.replacedBy.every((code) => now.has(code)), true, `${old.code} ${old.name}`);
    for (const code of old.replacedBy) made.add(code);
  }
  const fromNothing = entriesAt('dvhc_xa', today).filter(({ code, name }) => !made.has(code) && !name.startsWith('Đặc khu'));
  assert.deepEqual(fromNothing, []);
});

test('a commune is found in its province as of the day', () => {
  const rows: [province: string, typed: string, on: string, answer: string][] = [
    ['01', '00004', today, '00004 Phường Ba Đình'], // one code, two units
    ['01', '00004', before, '00004 Phường Trúc Bạch'],
    ['01', '4', today, '00004 Phường Ba Đình'],
    ['01', 'P. Ba Đình', today, '00004 Phường Ba Đình'],
    ['01', 'ba dinh', today, '00004 Phường Ba Đình'],
    ['01', '00004 – Phường Ba Đình', today, '00004 Phường Ba Đình'],
    ['01', 'Phường Trúc Bạch', today, 'closed until 2025-06-30, allowed 00004 Phường Ba Đình'],
    ['01', 'Phường Phúc Xá', today, 'closed until 2025-06-30, allowed 00097 Phường Hồng Hà'],
    ['01', 'Phường Hồng Hà', before, 'not yet, from 2025-07-01'],
    ['15', 'Phường Yên Ninh', before, '04252 Phường Yên Ninh'], // Yên Bái had code 15 then
    ['15', 'Phường Yên Ninh', today, 'closed until 2025-06-30, allowed 04252 Phường Yên Bái'],
    ['79', 'Phường 1', before, 'ambiguous 10: Phường 1 (Quận Gò Vấp)'],
    ['79', 'Phường 1, Quận 3', before, '27160 Phường 1'],
    ['79', 'Phường 01, Quận 3', before, '27160 Phường 1'],
    ['79', 'Phường 13, Quận Gò Vấp', before, 'without code, Quận Gò Vấp: Phường An Hội Tây; Phường An Hội Đông'],
    // The mapping names wrong codes for these; their names lead to the right unit.
    ['40', 'Xã Nghĩa Hiếu, Huyện Nghĩa Đàn', before, 'without code, Huyện Nghĩa Đàn: Xã Nghĩa Hưng'],
    ['79', 'Phường 24, Quận Bình Thạnh', before, 'without code, Quận Bình Thạnh: Phường Bình Thạnh'],
    [
      '14',
      'Thị trấn Nông trường Mộc Châu',
      today,
      'without code, Thị xã Mộc Châu: Phường Mộc Châu; Phường Thảo Nguyên; Phường Vân Sơn; Xã Đoàn Kết',
    ],
    ['01', 'Phường Ba Đìn', today, 'unknown'],
    ['01', 'Phường Bà Đình', today, 'unknown Phường Ba Đình'],
    ['01', 'Xã Không Có Đâu', today, 'unknown'],
    ['66', 'Xã Ea H’Leo', today, "24184 Xã Ea H'Leo"], // typographic apostrophe in the source
  ];
  for (const [province, typed, on, answer] of rows) assert.equal(short(province, typed, on), answer, `${province} ${typed} ${on}`);
});

test('corrections of the package hold on their days', () => {
  // Two codes on which two sources differ: both are taken.
  assert.equal(short('22', '06970', today), '06970 Xã Ba Chẽ');
  assert.equal(short('22', '06978', today), '06970 Xã Ba Chẽ');
  assert.equal(short('52', '23938', today), '23737 Xã Ia Mơ');
  assert.equal(short('64', '23938', before), '23938 Xã Ia Mơ');
  assert.equal(entryAt('dvhc_xa', '23737', today)!.confidence, 'uncertain');
  // Twelve communes of Bắc Ninh became wards on 2026-09-20.
  assert.equal(entriesAt('dvhc_xa', '2026-09-20').filter(({ attributes }) => attributes['can_cu'] === '388/NQ-UBTVQH16').length, 12);
  assert.equal(entryAt('dvhc_xa', '07399', '2026-09-19')!.name, 'Xã Kép');
  assert.equal(entryAt('dvhc_xa', '07399', '2026-09-20')!.name, 'Phường Kép');
  // Ten communes of Đồng Nai became wards on 2026-04-30.
  assert.equal(entriesAt('dvhc_xa', '2026-04-30').filter(({ attributes }) => attributes['can_cu'] === '237/NQ-UBTVQH16').length, 10);
  assert.equal(entryAt('dvhc_xa', '26368', '2026-04-29')!.name, 'Xã Long Thành');
  assert.equal(entryAt('dvhc_xa', '26368', '2026-04-30')!.name, 'Phường Long Thành');
  assert.equal(short('75', 'Xã Long Thành', today), '26368 Phường Long Thành'); // its old name is an alias
});

test('successors of an old commune', () => {
  assert.deepEqual(successorsOf('00001'), [{ code: '00097', name: 'Phường Hồng Hà' }]);
  assert.deepEqual(successorsOf('99999'), []);
  // The mapping names 169 codes in a shortened or wrong form; all were led to a real unit by name.
  const broken = codeList('dvhc_xa').entries.filter((entry) => entry.replacedBy.some((code) => entryAt('dvhc_xa', code, today) === null));
  assert.deepEqual(broken, []);
});

test('over the whole country a bare commune name is found only when it is the only one', () => {
  assert.equal(resolveCode('dvhc_xa', 'Phường Ba Đình', today).kind, 'found');
  assert.equal(resolveCode('dvhc_xa', 'Xã Tân Lập', today).kind, 'ambiguous');
});

/** The answer to an address in short. */
const address = (province: string, commune: string, eventOn = '1995-01-01', unitsOf: UnitsOf | null = null): string => {
  const answer: AddressResolution = resolveAddress({ province, commune, unitsOf }, { eventOn, today });
  if (answer.kind === 'found') return `${answer.provinceCode} ${answer.communeCode ?? '-'} ${answer.unitsOf}`;
  if (answer.kind === 'which-day') return answer.candidates.map(({ name }) => name).join(' | ');
  return `${answer.trouble.part} ${answer.trouble.resolution.kind}`;
};

test('an address of the past is read in the units of its day or of today, and says which', () => {
  const rows: [province: string, commune: string, answer: string][] = [
    ['Yên Bái', 'Phường Yên Ninh', '15 04252 NGAY_SU_KIEN'],
    ['Lào Cai', 'Phường Yên Bái', '15 04252 HIEN_NAY'],
    ['15 – Tỉnh Lào Cai', '04252 – Phường Yên Bái', '15 04252 HIEN_NAY'], // the drop-downs of today
    ['Hà Nội', 'Phường Trúc Bạch', '01 00004 NGAY_SU_KIEN'],
    ['Hà Nội', 'Phường Ba Đình', '01 00004 HIEN_NAY'],
    ['Hà Nội', '', '01 - NGAY_SU_KIEN'],
    ['01', '00004', 'Phường Trúc Bạch, Thành phố Hà Nội | Phường Ba Đình, Thành phố Hà Nội'], // nothing but codes, and they changed their meaning
    ['15', '', 'Tỉnh Yên Bái | Tỉnh Lào Cai'],
    ['01', '', '01 - NGAY_SU_KIEN'],
    ['Xứ Lạ', '', 'maTinh unknown'],
    ['Hà Nội', 'Xã Không Có Đâu', 'maXa unknown'],
    ['Thành phố Hồ Chí Minh', 'Phường 1', 'maXa ambiguous'],
    ['Hà Tây', '', '28 - NGAY_SU_KIEN'], // ended in 2008
    ['Xứ Lạ', 'Phường Ba Đình', 'maTinh unknown'],
  ];
  for (const [province, commune, answer] of rows) assert.equal(address(province, commune), answer, `${province}, ${commune}`);
});

test('the district tells communes of one name apart', () => {
  const answer = resolveAddress({ province: '79', commune: 'Phường 1', district: 'Quận 3', unitsOf: null }, { eventOn: before, today });
  assert.equal(answer.kind === 'found' && answer.communeCode, '27160');
});

test('what the sender stated about the day is kept to', () => {
  assert.equal(address('01', '00004', '1995-01-01', 'NGAY_SU_KIEN'), '01 00004 NGAY_SU_KIEN');
  assert.equal(address('01', '00004', '1995-01-01', 'HIEN_NAY'), '01 00004 HIEN_NAY');
  assert.equal(address('Hà Nội', 'Phường Trúc Bạch', '1995-01-01', 'HIEN_NAY'), 'maXa closed');
  assert.equal(address('Hà Nội', 'Phường Ba Đình', '1995-01-01', 'NGAY_SU_KIEN'), 'maXa not-yet');
});

test('an address of the present is read in the units of today only', () => {
  assert.equal(address('01', '00004', today), '01 00004 HIEN_NAY');
  assert.equal(address('Hà Nội', 'Phường Trúc Bạch', today), 'maXa closed');
  assert.equal(address('Yên Bái', '', today), 'maTinh closed');
});
