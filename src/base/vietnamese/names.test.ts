import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { everySyllable } from './every-syllable.ts';
import { charactersNotOfNames, nameEquality, nameParts, nameSortKey, properCase, withoutTitles } from './names.ts';
import { accentFree } from './text.ts';
import { placeTones } from './tone-marks.ts';

const SYLLABLES = everySyllable();
/** Order in a list of people, as a column of keys has it: bytewise. */
const compareNames = (a: string, b: string): number => Buffer.compare(Buffer.from(nameSortKey(a)), Buffer.from(nameSortKey(b)));
const syllable = fc.constantFrom(...SYLLABLES);
const name = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

test("apostrophe, hyphen and spacing of H', K', Y names are spelling", () => {
  const near: [a: string, b: string][] = [
    ["H'Hen Niê", 'H HEN NIÊ'],
    ["H'Hen Niê", 'H-Hen Niê'],
    ["H'Hen Niê", 'HHen Niê'],
    ["Ksor H'Bơ\u0306", 'KSOR H BƠ\u0306'],
    ["K'Brêu", 'K Brêu'],
    ['Y Bhăm Niê', 'Y-Bhăm Niê'],
    ['Y Bhăm Niê', 'YBhăm Niê'],
    ['Tôn-Nữ Thị Lan', 'Tôn Nữ Thị Lan'],
  ];
  for (const [a, b] of near) assert.deepEqual([nameEquality(a, b), nameEquality(b, a)], ['near', 'near'], `${a} / ${b}`);
  assert.equal(nameEquality("H'Hen Niê", "H'Hen Niê"), 'same');
  assert.equal(nameEquality("H'Hen Niê", 'H HEN NIE'), 'accent-free');
  for (const [a, b] of [
    ["H'Hen Niê", "H'Bia Niê"],
    ['Y Bhăm', 'Y Bhưm Niê'],
    ['Lê Na', 'Len A'],
    ['Bơ\u0306', 'Hơ\u0306'],
  ] as const)
    assert.equal(nameEquality(a, b), 'different', `${a} / ${b}`);
});

test('letters of the peoples are letters: in names, in order, in keys', () => {
  for (const name of ["Ksor H'Bơ\u0306", 'Kpă Y\u0306 Nô\u0306', 'Niê Ê\u0306ban', 'Ƀlô Čil Ñă', 'Rơ\u0306 Châm Ư\u0306n'])
    assert.deepEqual(charactersNotOfNames(name.normalize('NFD')), [], name);
  assert.deepEqual(charactersNotOfNames('Nguyễn A\u0336n'), ['A\u0336']);
  assert.equal(properCase("KSOR H'BƠ\u0306"), "Ksor H'Bơ\u0306");
  const names = ['Y Bơn', 'Y Bợ', 'Y Bơ\u0306', 'Y Bơ', 'Y Bu'];
  assert.deepEqual(names.toSorted(compareNames), ['Y Bơ', 'Y Bợ', 'Y Bơ\u0306', 'Y Bơn', 'Y Bu']);
  assert.equal(accentFree('Ƀơ\u0306 Nô\u0306'), 'bo no');
});

test('titles and punctuation around a name are told from it; a family name that looks like one is not', () => {
  for (const [typed, name] of [
    ['ThS. Nguyễn Văn A', 'Nguyễn Văn A'],
    ['PGS.TS. Nguyễn Văn A', 'Nguyễn Văn A'],
    ['BSCKII Nguyễn Văn A', 'Nguyễn Văn A'],
    ['Đ/c Nguyễn Văn A', 'Nguyễn Văn A'],
    ['Bà. Lê Thị B', 'Lê Thị B'],
    ['Nguyễn Văn A.', 'Nguyễn Văn A'],
    ['Nguyễn Văn A,', 'Nguyễn Văn A'],
  ] as const)
    assert.equal(withoutTitles(typed)?.name, name, typed);
  for (const name of ['Ông Ích Khiêm', 'Bà Huyện', 'Nguyễn Văn A', "H'Hen Niê", 'Y Bhăm']) assert.equal(withoutTitles(name), null, name);
});

test('how alike two names are', () => {
  const rows: [a: string, b: string, level: string][] = [
    ['Nguyễn Văn A', 'NGUYỄN  VĂN\u00a0A', 'same'],
    ['Nguyễn', 'Nguyễn'.normalize('NFD'), 'same'],
    ['Ðặng Thị Hoa', 'Đặng Thị Hoa', 'same'],
    ["H' Hen Niê", 'H’Hen Niê', 'same'],
    ['Trần Thị Thuý', 'Trần Thị Thúy', 'near'],
    ['Lý Hoà', 'Lí Hòa', 'near'],
    ['Nguyễn Văn Hùng', 'Nguyen Van Hung', 'accent-free'],
    ['Trần Văn Hải', 'Trần Văn Hài', 'accent-free'],
    ['Trần Văn Hải', 'Trần Văn Hai Anh', 'different'],
    ['Lê Thúy', 'Lê Thúi', 'different'],
  ];
  for (const [a, b, level] of rows) {
    assert.equal(nameEquality(a, b), level, `${a} / ${b}`);
    assert.equal(nameEquality(b, a), level);
  }
});

test('equality is symmetric, reflexive, and near for the other tone placement', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.equal(nameEquality(a, a.toUpperCase()), 'same');
      assert.equal(nameEquality(a, b), nameEquality(b, a));
      assert.match(nameEquality(placeTones(a, 'traditional'), placeTones(a, 'nucleus')), /^(?:same|near)$/);
    }),
  );
});

test('a list of people stands by given name, then middle names, then family name', () => {
  const sorted = [
    'An',
    'Lê An',
    'Trần An',
    'Lê Ái An',
    'Nguyễn Văn An',
    'Trần Thị Ánh',
    'Đỗ Ăn',
    'Bùi Ân',
    'Lê Bình',
    'Lê Dũng',
    'Lê Đức',
    'Lê Em',
    'Lê Ê',
    'Lê Hoa',
    'Lê Hoà',
    'Lê Hoả',
    'Lê Hoá',
    'Lê Hoan',
    'Lê Oanh',
    'Lê Ông',
    'Lê Ơn',
    'Lê Uyên',
    'Lê Ước',
    'Lê Yến',
  ];
  assert.deepEqual([...sorted].reverse().sort(compareNames), sorted);
  assert.equal(compareNames('Lê Hoà', 'LÊ HÒA'), 0);
});

test('the sort key is ASCII, and its bytes order syllables as the Vietnamese collation does', () => {
  const collator = new Intl.Collator('vi');
  fc.assert(
    fc.property(syllable, syllable, (a, b) => {
      const [x, y] = [placeTones(a, 'nucleus'), placeTones(b, 'nucleus')];
      assert.match(nameSortKey(x), /^[ -~]+$/);
      assert.equal(compareNames(x, y), Math.sign(collator.compare(x, y)), `${x} ${y}`);
    }),
    { numRuns: 3000 },
  );
});

test('a shorter part stands before a longer one that begins like it', () => {
  fc.assert(
    fc.property(name, syllable, (given, more) => {
      assert.equal(compareNames(`lê ${given.split(' ')[0]}`, `lê ${more} ${given.split(' ')[0]}`), -1);
    }),
  );
});

test('parts of a name', () => {
  assert.deepEqual(nameParts('Nguyễn Thị Minh Khai'), { family: 'Nguyễn', middle: 'Thị Minh', given: 'Khai' });
  assert.deepEqual(nameParts('Khai'), { family: '', middle: '', given: 'Khai' });
  assert.deepEqual(nameParts(''), { family: '', middle: '', given: '' });
});

test('names are shown with capitals', () => {
  for (const [typed, shown] of [
    ['NGUYỄN VĂN A', 'Nguyễn Văn A'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ["K'BRÊU", "K'Brêu"],
    ['Y BHĂM ÊBAN', 'Y Bhăm Êban'],
    ['đỗ thị ơn', 'Đỗ Thị Ơn'],
    ['Ê-ĐÊ', 'Ê-đê'],
    ['gia-rai', 'Gia-rai'],
    ['ANNE-MARIE', 'Anne-Marie'],
  ] as const)
    assert.equal(properCase(typed), shown);
  fc.assert(fc.property(name, (text) => assert.equal(properCase(properCase(text)), properCase(text))));
});

test('what a name cannot hold is named', () => {
  for (const good of ['Nguyễn Văn A', "H'Hen Niê", 'Anne-Marie', 'Y Djŭr', 'Đỗ Thị Ơn'])
    assert.deepEqual(charactersNotOfNames(good), [], good);
  assert.deepEqual(charactersNotOfNames('Nguyễn V@n 1 (con)'), ['@', '1', '(', ')']);
  assert.deepEqual(charactersNotOfNames('Иван'), ['И', 'в', 'а', 'н']);
  fc.assert(fc.property(name, (text) => assert.deepEqual(charactersNotOfNames(text), [])));
});
