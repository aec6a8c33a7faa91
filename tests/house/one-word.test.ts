/** What users read says one thing with one word, the one that GLOSSARY.md gives it, and puts tone marks in one way: in both languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeTones } from '#base/vietnamese/tone-marks.ts';
import { codeOf, filesLike, isTest, projectFiles, textOf } from './sources.ts';

interface Rule {
  readonly not: string;
  readonly but: string;
  readonly pattern: RegExp;
  /** what may stand nevertheless, as it is written there */
  readonly unless: readonly string[];
}

const TITLE = '## Một từ cho một thứ · One word for one thing';

/** The rows of the table, each as a pattern of whole words. */
function rulesOf(glossary: string): readonly Rule[] {
  const table = glossary.split(TITLE)[1] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => {
    const [, not, but, , unless] = row.split('|').map((cell) => cell.trim());
    const word = not!.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return {
      not: not!,
      but: but!,
      pattern: new RegExp(String.raw`(?<![\p{L}\p{M}])${word}(?![\p{L}\p{M}])`, 'iu'),
      unless: (unless ?? '').split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
    };
  });
}

const rules = rulesOf(textOf('GLOSSARY.md'));

/** Texts of a source: Vietnamese ones are told by their letters, English ones by their name or as what follows a Vietnamese one. */
const TEXT = String.raw`'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|` + '`((?:\\\\.|[^`\\\\])*)`';
const EVERY = new RegExp(TEXT, 'g');
const NAMED = /\ben:\s*$/;
const NEXT = /^\s*,\s*$/;
const VIETNAMESE = /[ăâđêôơưà-ãè-êìíò-õùúýạ-ỹ]/iu;

const found = (match: RegExpMatchArray): string => match.slice(1).findLast((group) => group !== undefined) ?? '';
/** Names of holes, what is computed and tags are no words of the text. */
const said = (text: string): string => text.replaceAll(/\$\{[^}]*\}|\{\{?[\w.]+(?=\}\}? ?)|<[^>]*>/g, '{');

function textsOf(code: string): readonly string[] {
  const texts: string[] = [];
  let before = { text: '', end: 0 };
  for (const match of code.matchAll(EVERY)) {
    const text = found(match);
    const between = code.slice(before.end, match.index);
    if (VIETNAMESE.test(text) || NAMED.test(between) || (VIETNAMESE.test(before.text) && NEXT.test(between))) texts.push(text);
    before = { text, end: match.index + match[0].length };
  }
  return texts;
}

/** Most texts hold none of the words: they are looked at once and not once a word. */
const ANY = new RegExp(rules.map(({ pattern }) => pattern.source).join('|'), 'iu');
/** Syllables whose mark may stand on either of two letters. */
const EITHER = /[oọòóỏõ][aeàáảãạèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ]/iu;

const wrongIn = (text: string): readonly string[] => {
  const wrong = (ANY.test(text) ? rules : [])
    .filter(({ pattern, unless }) => pattern.test(unless.reduce((left, one) => left.replaceAll(one, ''), said(text))))
    .map(({ not, but }) => `“${not}” (${but})`);
  const spelt = !EITHER.test(text) || placeTones(text, 'traditional') === text ? [] : ['the place of a tone mark'];
  return [...wrong, ...spelt];
};

/** Invented files, names and lists of law say what they say; what a text is looked up by is no text. */
const isOurs = (file: string): boolean =>
  !isTest(file) && !/\/generated\/|^portal\/mock\/|^portal\/[\w-]+\/example\.ts$|^src\/base\/vietnamese\/|^src\/start\/demo\//.test(file);
const sources = filesLike('{src,portal,simulators}/**/*.{ts,tsx}').filter(isOurs);
const pages = [...filesLike('portal/**/*.html'), 'README.vi.md'].filter((file) => projectFiles().includes(file));

test('the table of words is read, and finds what it names', () => {
  assert.ok(rules.length > 25);
  for (const { not, pattern } of rules) assert.match(`… ${not} …`, pattern);
  assert.deepEqual(wrongIn('Tệp đã nộp; Nhận gợi ý; Ví của bạn'), [
    '“nộp” (tải lên (tệp), gửi xác nhận)',
    '“nhận gợi ý” (áp dụng gợi ý)',
    '“bạn” (anh/chị)',
  ]);
  assert.deepEqual(wrongIn('có thể nộp hồ sơ giấy như trước, {{body}} rồi hủy'), []);
  assert.deepEqual(wrongIn('Huỷ lần này'), ['the place of a tone mark']);
  assert.deepEqual(wrongIn('quý, quỹ, toán, khoản, hoàn'), []);
  assert.deepEqual(textsOf(`const a = { vi: 'xóa', en: "Tell your body" }; both('khóa', 'a mended one'); ask('body')`), [
    'xóa',
    'Tell your body',
    'khóa',
    'a mended one',
  ]);
  assert.deepEqual(wrongIn('Tell your body'), ['“body” (agency)']);
});

test('one word for one thing in every text that users read', () => {
  const texts = sources.flatMap((file) => textsOf(codeOf(file, textOf(file))).map((text) => [file, text] as const));
  assert.ok(texts.length > 3_000, `${texts.length} texts`);
  const lines = pages.flatMap((file) =>
    textOf(file)
      .split('\n')
      .map((line) => [file, line] as const),
  );
  const wrong = [...texts, ...lines].flatMap(([file, text]) => wrongIn(text).map((why) => `${file}: ${why} in “${text.slice(0, 90)}”`));
  assert.deepEqual([...new Set(wrong)], []);
});
