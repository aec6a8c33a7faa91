/** Words of lists mean themselves: every code, name and alias, typed as it stands, on every day of its entry; pairs that fold to one text are decided one by one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#base/vietnamese/dates.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { placeTones } from '#base/vietnamese/tone-marks.ts';
import { CODE_LIST_IDS, codeList, resolveCode, type CodeEntry } from '#standard/code-lists.ts';
import { communeTables } from '#standard/codelists/communes.ts';
import { exactKey, looseKey } from '#standard/codelists/text-keys.ts';
import decided from '#standard/codelists/words/folded-pairs.json' with { type: 'json' };
import { resolveCommune } from '#standard/communes.ts';
import { communePairs, listPairs, wordsOfEntry } from './folded-pairs.ts';

const TODAY = '2026-11-24';
const LISTS = CODE_LIST_IDS.filter((id) => id !== 'dvhc_xa');

/** First and last day of an entry, and today where it stands. */
function daysOf({ validFrom, validTo }: CodeEntry): readonly string[] {
  const open = validFrom !== null && validFrom > TODAY ? validFrom : TODAY;
  const last = validTo === null ? open : addDays(validTo, -1);
  return [...new Set([validFrom ?? last, last])];
}

/** The same word by construction: letter case, place of the tone, decomposed letters, spaces. */
const spellings = (word: string): ReadonlySet<string> =>
  new Set([
    word,
    ` ${word.toLowerCase()} `,
    word.toUpperCase(),
    word.normalize('NFD'),
    placeTones(word, 'nucleus'),
    placeTones(word, 'traditional'),
  ]);

/** The codes that an answer names; an answer that asks names several. */
function codesOf(answer: ReturnType<typeof resolveCode>): readonly string[] {
  return answer.kind === 'found' ? [answer.code] : answer.kind === 'ambiguous' ? answer.candidates.map(({ code }) => code) : [];
}

test('every code, name and alias of every list means itself, and nothing else, on every day of its entry', () => {
  const wrong: string[] = [];
  for (const id of LISTS) {
    const pairs = new Set(decided.pairs.filter(({ list }) => list === id).map(({ folded }) => folded));
    for (const entry of codeList(id).entries)
      for (const word of [entry.code, entry.name, ...entry.aliases])
        for (const day of daysOf(entry)) {
          const answer = resolveCode(id, word, day);
          const ownOrAsked = pairs.has(looseKey(word)) ? codesOf(answer).length > 0 : answer.kind === 'found' && answer.code === entry.code;
          if (!ownOrAsked) wrong.push(`${id} ${entry.code} "${word}" on ${day}: ${answer.kind} ${codesOf(answer).join(' ')}`);
        }
  }
  assert.deepEqual(wrong, []);
});

test('a word in other letter case, tone placement or Unicode form is the same word, or is asked', () => {
  const wrong: string[] = [];
  for (const id of LISTS)
    for (const entry of codeList(id).entries) {
      const day = daysOf(entry)[0]!;
      for (const word of [entry.name, ...entry.aliases]) {
        const plain = codesOf(resolveCode(id, word, day));
        for (const typed of spellings(word)) {
          const spelt = codesOf(resolveCode(id, typed, day));
          if (!plain.every((code) => spelt.includes(code)))
            wrong.push(`${id} "${typed}" on ${day}: ${spelt.join(' ')}, not ${plain.join(' ')}`);
        }
      }
    }
  assert.deepEqual(wrong, []);
});

test('a word without its marks is its own entry, or is asked with it among the candidates: never another entry alone', () => {
  const wrong: string[] = [];
  for (const id of LISTS) {
    const inList = new Set(codeList(id).entries.flatMap(wordsOfEntry).map(exactKey));
    for (const entry of codeList(id).entries)
      for (const word of [entry.name, ...entry.aliases]) {
        const typed = accentFree(word);
        const day = daysOf(entry)[0]!;
        const named = codesOf(resolveCode(id, typed, day));
        // A word that has no marks in the list itself means what the list says ("Lao" beside "Lào").
        if (!inList.has(exactKey(typed)) && named.length === 1 && !codesOf(resolveCode(id, word, day)).includes(named[0]!))
          wrong.push(`${id} "${typed}" for "${word}" on ${day}: ${named[0]}`);
      }
  }
  assert.deepEqual(wrong, []);
});

test('every pair of entries whose words fold to one text is decided; a new pair is decided in folded-pairs.json', () => {
  const plain = (pair: { list: string; folded: string; words: object }): string =>
    `${pair.list} ${pair.folded} ${Object.entries(pair.words)
      .map(([word, codes]) => `${word}=${String(codes)}`)
      .sort()
      .join('; ')}`;
  assert.deepEqual(LISTS.flatMap(listPairs).map(plain).sort(), decided.pairs.map((pair) => plain(pair as never)).sort());
  for (const { list, folded, decision, why } of decided.pairs) {
    assert.match(decision, /^(?:marks|asked|same)$/, `${list} ${folded}`);
    assert.notEqual(why, '', `${list} ${folded}`);
  }
  assert.deepEqual(communePairs(), decided.communes.pairs);
});

test('a commune, typed as it stands, is itself or is asked; never its near namesake of the same province', () => {
  const wrong: string[] = [];
  for (const { code, name, provinceCode, district, validTo, validFrom } of communeTables().entries) {
    const day = validTo === null ? (validFrom! > TODAY ? validFrom! : TODAY) : addDays(validTo, -1);
    const answer = resolveCommune(provinceCode, name, day);
    const codes = answer.kind === 'found' ? [answer.code] : answer.kind === 'ambiguous' ? answer.candidates.map((one) => one.code) : [];
    if (!codes.includes(code)) wrong.push(`${provinceCode} ${code} ${name} (${district ?? ''}): ${answer.kind} ${codes.join(' ')}`);
  }
  assert.deepEqual(wrong, []);
});

test('a former commune is never read as one of today whose name differs by a mark', () => {
  const { entries } = communeTables();
  const today = entries.filter(({ validTo }) => validTo === null);
  const nameOf = new Map(today.map(({ name, provinceCode }) => [`${provinceCode} ${looseKey(name)}`, name]));
  const provinceOf = new Map(today.map(({ code, provinceCode }) => [code, provinceCode]));
  let near = 0;
  for (const { name, replacedBy } of entries.filter(({ validTo, replacedBy }) => validTo !== null && replacedBy.length > 0)) {
    const province = provinceOf.get(replacedBy[0]!)!;
    const other = nameOf.get(`${province} ${looseKey(name)}`);
    if (other === undefined || exactKey(other) === exactKey(name)) continue;
    near += 1;
    const answer = resolveCommune(province, name, TODAY);
    const isAnother = answer.kind === 'found' && exactKey(answer.entry.name) !== exactKey(name);
    assert.equal(isAnother, false, `${province} ${name} was read as ${other}`);
  }
  assert.equal(near >= 40, true, String(near));
});
