import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VIETNAMESE_LETTERS } from './letters.ts';
import { accentFree, cleanText, nfc, repairMojibake } from './text.ts';
import { processorMs } from '#base/effort-for-tests.ts';

const letter = fc.constantFrom(...Array.from(VIETNAMESE_LETTERS + VIETNAMESE_LETTERS.toUpperCase()));
const word = fc.array(letter, { minLength: 1, maxLength: 7 }).map((letters) => letters.join(''));
const vietnamese = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

test('cleaning names each change', () => {
  const rows: [raw: string, text: string, kinds: string[]][] = [
    ['Nguyễn Văn A', 'Nguyễn Văn A', []],
    ['01 – Kinh', '01 – Kinh', []],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn', ['form']],
    ['â\u0301n', 'ấn', ['form']],
    ['a\u0301\u0302n', 'ấn', ['form']], // the tone typed before the circumflex
    ['NGUYỄN\u00a0VĂN  A ', 'NGUYỄN VĂN A', ['space']],
    ['Trần\u200bThị', 'TrầnThị', ['invisible']],
    ['\ufeffLê', 'Lê', ['invisible']],
    ['\u202eLê\u202c', 'Lê', ['invisible']],
    ['Lê\u0007', 'Lê', ['control']],
    ['Ðặng', 'Đặng', ['look-alike']],
    ['QÐ-UBND', 'QĐ-UBND', ['look-alike']],
    ['Nguyễn Văn А', 'Nguyễn Văn A', ['look-alike']], // Cyrillic А alone beside Latin
    ['Ноàng', 'Hoàng', ['look-alike']],
    ['H’Hen Niê', "H'Hen Niê", ['look-alike']],
    ['Ｎｇｕｙｅｎ', 'Nguyen', ['look-alike']],
    ['dòng một\r\ndòng hai', 'dòng một dòng hai', ['space']],
    ['', '', []],
  ];
  for (const [raw, text, kinds] of rows) {
    const cleaned = cleanText(raw);
    assert.deepEqual([cleaned.text, cleaned.changes.map(({ kind }) => kind)], [text, kinds], JSON.stringify(raw));
  }
  assert.deepEqual(cleanText('Ð\u00a0ạ').changes, [
    { kind: 'look-alike', characters: ['U+00D0'] },
    { kind: 'space', characters: ['U+00A0'] },
  ]);
});

test('real foreign text stays as it is', () => {
  for (const text of ['Москва', 'Αθήνα', 'Guðmundur', 'François Müller', '北京']) assert.deepEqual(cleanText(text), { text, changes: [] });
});

test('clean Vietnamese text is not touched, whatever it says', () => {
  fc.assert(fc.property(vietnamese, (text) => assert.deepEqual(cleanText(text), { text, changes: [] })));
});

test('cleaning twice changes nothing more, and never leaves a bad character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
      const once = cleanText(raw).text;
      assert.equal(cleanText(once).text, once);
      assert.doesNotMatch(once, /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00A0\u00AD]|^ | $| {2}/);
      assert.equal(once, nfc(once));
    }),
    { numRuns: 500 },
  );
});

test('a decomposed text comes back composed', () => {
  fc.assert(fc.property(vietnamese, (text) => assert.equal(cleanText(text.normalize('NFD')).text, text)));
});

test('the accent-free key is small ASCII letters, equal for any Unicode form', () => {
  assert.equal(accentFree('Đặng THỊ Ước'), 'dang thi uoc');
  fc.assert(
    fc.property(vietnamese, (text) => {
      assert.match(accentFree(text), /^[a-z ]+$/);
      assert.equal(accentFree(text.normalize('NFD')), accentFree(text));
    }),
  );
});

/** What a program shows that reads UTF-8 as Windows-1252 (or Latin-1 for the five bytes it lacks). */
const asWindows1252 = (text: string): string => {
  const table = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? table[byte - 0x80] : String.fromCharCode(byte)))
    .join('');
};

test('UTF-8 read as Latin-1 is repaired, once or twice over', () => {
  assert.equal(repairMojibake('SÆ¡ yáº¿u lÃ½ lá»‹ch'), 'Sơ yếu lý lịch');
  assert.equal(repairMojibake(asWindows1252(asWindows1252('Nguyễn'))), 'Nguyễn');
  fc.assert(
    fc.property(
      vietnamese.filter((text) => /[^ -~]/.test(text)),
      (text) => assert.equal(repairMojibake(asWindows1252(text)), text),
    ),
  );
});

test('good text is never taken for broken text', () => {
  for (const text of ['Hà', 'Trí', 'François', 'Ângela Conceição', 'São Tomé', '100 €', 'Â£'])
    assert.equal(repairMojibake(text), null, text);
  fc.assert(fc.property(vietnamese, (text) => assert.equal(repairMojibake(text), null)));
});

test('a million characters are cleaned in a moment, whatever they are', () => {
  for (const text of [
    'Nguyễn '.repeat(150_000),
    ' '.repeat(1_000_000),
    'Ð'.repeat(1_000_000),
    'а'.repeat(1_000_000),
    'Ã'.repeat(1_000_000),
    'a\u0301\u0302'.repeat(300_000),
    `${'a '.repeat(500_000)}  `,
  ]) {
    const spentMs = processorMs(() => {
      cleanText(text);
      accentFree(text);
      repairMojibake(text);
    });
    // A way that looks at each letter for each letter would need hours.
    assert.ok(spentMs < 30_000, text.slice(0, 3));
  }
});
