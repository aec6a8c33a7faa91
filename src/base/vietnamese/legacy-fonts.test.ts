import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { everySyllable } from './every-syllable.ts';
import { convertLegacyFont, detectLegacyFont, toTcvn3, toVni } from './legacy-fonts.ts';

const SYLLABLES = everySyllable();
const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
const FONTS = [
  ['TCVN3', toTcvn3],
  ['VNI', toVni],
] as const;

test('names as the old fonts wrote them', () => {
  const rows: [typed: string, font: string, meant: string][] = [
    ['NguyÔn V¨n A', 'TCVN3', 'Nguyễn Văn A'],
    ['TrÇn ThÞ Thu H\u00ad¬ng', 'TCVN3', 'Trần Thị Thu Hương'],
    ['§Æng Quèc ViÖt', 'TCVN3', 'Đặng Quốc Việt'],
    ['NGUYÔN V¡N HïNG', 'TCVN3', 'NGUYỄN VĂN HÙNG'],
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'TCVN3', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Th¸i', 'TCVN3', 'Thái'],
    ['N÷', 'TCVN3', 'Nữ'],
    ['Traàn Nam', 'VNI', 'Trần Nam'],
    ['Nguyeãn Vaên A', 'VNI', 'Nguyễn Văn A'],
    ['Traàn Thò Thu Höông', 'VNI', 'Trần Thị Thu Hương'],
    ['Ñaëng Quoác Vieät', 'VNI', 'Đặng Quốc Việt'],
    ['NGUYEÃN VAÊN HUØNG', 'VNI', 'NGUYỄN VĂN HÙNG'],
  ];
  for (const [typed, font, meant] of rows) {
    const found = detectLegacyFont(typed);
    assert.deepEqual([found?.font, found?.converted], [font, meant]);
    assert.equal(found!.confidence, typed.match(/[^ -~]/g)!.length > 1 ? 0.98 : 0.85, typed);
  }
});

test('every syllable comes back from VNI as it was, in small letters, capitals and capitalised', () => {
  for (const small of SYLLABLES) {
    for (const word of [small, small.toUpperCase(), capitalised(small)]) assert.equal(convertLegacyFont(toVni(word), 'VNI'), word);
  }
});

test('every syllable comes back from TCVN3; its fonts have no toned capitals, so those are told by the letters beside them', () => {
  for (const small of SYLLABLES) {
    assert.equal(convertLegacyFont(toTcvn3(small), 'TCVN3'), small);
    const sentence = `NGÀNH ${small.toUpperCase()} QUỐC`;
    assert.equal(convertLegacyFont(toTcvn3(sentence), 'TCVN3'), sentence);
    const name = `Trần ${capitalised(small)} Bình`;
    assert.equal(convertLegacyFont(toTcvn3(name), 'TCVN3'), name);
  }
});

const phrase = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

test('good Unicode is never taken for an old font', () => {
  fc.assert(
    fc.property(phrase, (text) => {
      for (const good of [text, text.toUpperCase(), text.split(' ').map(capitalised).join(' '), text.normalize('NFD')])
        assert.equal(detectLegacyFont(good), null, good);
    }),
    { numRuns: 2000 },
  );
});

test('foreign names and signs are never taken for an old font', () => {
  for (const text of [
    'François',
    'Jürgen Müller',
    'José María Núñez',
    'Zoë',
    'Noël',
    'Søren Kierkegård',
    'Gonçalves',
    'Ångström',
    'Guðmundur',
    'Renée',
    'Raúl',
    'João da Conceição',
    'Saint-Étienne',
    'Köln',
    '§ 5',
    '±10 %',
    '25 °C',
    '2,5 m²',
    '«Đại Việt»',
    '«Hà»',
    'Loïc',
    'Loïc Nguyen',
    'Mü',
    'Nä',
    'ñ',
    'ø',
    'Perú',
    'Bogotá',
    'Malmö',
    'Århus',
    'Côte d’Ivoire',
    'René Thérèse Hélène',
    'Teù Maõ François Müller José Núñez',
    'QÐ',
    'HÐND',
    'Ðà Nẵng',
    'Ngô',
    'Hà Trí',
    '',
  ])
    assert.equal(detectLegacyFont(text), null, text);
});

test('a phrase in an old font is found and read, in nearly every case', () => {
  for (const [font, encode] of FONTS) {
    let asked = 0;
    let read = 0;
    fc.assert(
      fc.property(phrase, (text) => {
        const encoded = encode(text);
        const found = detectLegacyFont(encoded);
        if (found && found.font === font) assert.equal(found.converted, text);
        if ((encoded.match(/[\u00A1-\u00FF]/g) ?? []).length < 3) return;
        asked += 1;
        if (found?.font === font) read += 1;
      }),
      { numRuns: 1000, seed: 2026 },
    );
    assert.equal(asked > 300 && read / asked > 0.97, true, `${font}: ${read} of ${asked}`);
  }
});
