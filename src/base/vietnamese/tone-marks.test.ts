import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everySyllable } from './every-syllable.ts';
import { isSyllable, splitSyllable } from './syllables.ts';
import { placeTones, spellingKey } from './tone-marks.ts';

test('the tone is placed one way or the other', () => {
  const rows: [traditional: string, nucleus: string][] = [
    ['hòa', 'hoà'],
    ['thúy', 'thuý'],
    ['khỏe', 'khoẻ'],
    ['HÒA', 'HOÀ'],
    ['Thủy', 'Thuỷ'],
    ['quý', 'quý'],
    ['quả', 'quả'],
    ['già', 'già'],
    ['gìn', 'gìn'],
    ['giết', 'giết'],
    ['toán', 'toán'],
    ['hoàng', 'hoàng'],
    ['lửa', 'lửa'],
    ['của', 'của'],
    ['nghĩa', 'nghĩa'],
    ['thuở', 'thuở'],
    ['quốc', 'quốc'],
    ['tuyết', 'tuyết'],
    ['khuỷu', 'khuỷu'],
    ['ngoại', 'ngoại'],
    ['bữa', 'bữa'],
    ['người', 'người'],
    ['yếu', 'yếu'],
    ['an', 'an'],
    ['Noël', 'Noël'],
  ];
  for (const [traditional, nucleus] of rows) {
    assert.equal(placeTones(nucleus, 'traditional'), traditional);
    assert.equal(placeTones(traditional, 'nucleus'), nucleus);
  }
});

test('placing is its own inverse, and moves nothing else', () => {
  for (const syllable of everySyllable()) {
    const traditional = placeTones(syllable, 'traditional');
    const nucleus = placeTones(syllable, 'nucleus');
    assert.equal(placeTones(nucleus, 'traditional'), traditional);
    assert.equal(placeTones(traditional, 'nucleus'), nucleus);
    assert.equal(spellingKey(traditional), spellingKey(nucleus));
    assert.equal(
      traditional === nucleus || /(?:o[aàảãáạ]|[oòỏõóọ]a|o[eèẻẽéẹ]|[oòỏõóọ]e|u[yỳỷỹýỵ]|[uùủũúụ]y)$/.test(syllable),
      true,
      syllable,
    );
  }
});

test('i and y are one in the key after a consonant, and only there', () => {
  for (const [a, b] of [
    ['Lý', 'Lí'],
    ['Mỹ', 'Mĩ'],
    ['quý', 'quí'],
    ['kỹ sư', 'kĩ sư'],
  ] as const)
    assert.equal(spellingKey(a), spellingKey(b));
  for (const [a, b] of [
    ['thúy', 'thúi'],
    ['ý', 'í'],
    ['tay', 'tai'],
    ['Hà', 'Há'],
  ] as const)
    assert.notEqual(spellingKey(a), spellingKey(b));
});

test('syllables are told from other words', () => {
  for (const word of ['nguyễn', 'nghiêng', 'quyền', 'giếng', 'ÚT', 'yên', 'khuya', 'đắc', 'oanh'])
    assert.equal(isSyllable(word), true, word);
  for (const word of ['müller', 'françois', 'strong', 'tàc', 'nguyen1', 'ngưyễn', '', 'Ô¨']) assert.equal(isSyllable(word), false, word);
  assert.deepEqual(splitSyllable('Quốc'), { onset: 'qu', rime: 'ôc', tone: 4 });
});
