/** What only tests use is not the product: it goes, or it is named here with what it is for. knip cannot see it, since tests are among its entries. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, filesLike, isExample, isTest as isTestFile, parsedOf, textOf, wordsOf } from './sources.ts';

const isTest = (file: string): boolean => isTestFile(file) || isExample(file) || /\/test-database\.ts$|^tests\/|^portal\/mock\//.test(file);

/** Seams for tests, other halves that outsiders hold, and what waits: each with its reason. */
const FOR_TESTS: Readonly<Record<string, string>> = {
  'src/base/clock.ts stoppedClock': 'a clock for tests, beside the port that it fits',
  'src/base/vietnamese/every-syllable.ts everySyllable': 'all syllables there can be: properties of names and fonts run over them',
  'src/standard/sample-person.ts samplePerson': 'the smallest person without a problem, from which tests deviate',
  'src/standard/sample-person.ts SAMPLE_CONTEXT': 'as above',
  'src/standard/rules.ts BESIDE_NAMES': 'names of the checks beside the rules, to hold each to its row of law',
  'src/standard/personnel/contract.ts transferOn': 'the law on personnel, that due lists and decisions will ask: no screen does yet',
  'src/standard/personnel/allowances.ts positionAllowance': 'as above',
  'src/standard/personnel/allowances.ts teacherSeniority': 'as above',
  'src/standard/personnel/decision-number.ts gapsOf': 'as above',
  'src/standard/personnel/decision-number.ts nextNumber': 'as above',
  'src/standard/personnel/decision-number.ts readDecisionNumber': 'as above',
  'src/standard/personnel/due-rows.ts dueRows': 'as above',
  'src/standard/personnel/due-rows.ts countersOf': 'as above',
  'src/standard/personnel/establishment.ts staffOn': 'as above',
  'src/standard/personnel/recompute.ts recomputedBy': 'as above',
  'src/standard/personnel/early-raise.ts earlyRaise': 'as above',
  'src/standard/personnel/early-raise.ts pooledQuota': 'as above',
  'src/standard/personnel/early-raise.ts raiseOnRetirement': 'as above',
  'src/standard/personnel/grade-change.ts rebuild': 'as above',
  'src/standard/personnel/money.ts backPay': 'as above',
  'src/standard/personnel/money.ts monthPay': 'as above',
  'src/standard/personnel/rating.ts excellentCap': 'as above',
  'src/standard/personnel/rating.ts yearRating': 'as above',
  'src/standard/personnel/retirement.ts leaveEarly': 'as above',
  'src/standard/personnel/retirement.ts postponed': 'as above',
  'src/standard/hot-columns.ts hotColumnsSql': 'what a migration of hot columns must hold',
  'src/start/own-product.ts fillDataFolder': 'the demo of tests/filled.ts, made once for all that need one',
  'src/start/demo/portraits.ts WRONG_PICTURES': 'what is wrong with the demo’s pictures, told to its test',
  'src/authority/audit/merkle-tree.ts consistencyProof': 'as above',
  'src/record/confirmation/list-attestation.ts provePart': 'the other half of it: one part of a list, proven without the others',
  'src/record/confirmation/list-attestation.ts verifyPart':
    'the half of an outsider: what is signed can be verified, alone or as a part of a list',
  'src/standard/card/card-number.ts parseCardNumber': 'the half of who reads a printed number: part of the format',
  'src/standard/card/door-qr.ts draftDoorQr': 'the making half of the format: what the wallet makes by lines of its own is held against it',
  'simulators/vneid/shaped.ts vneidShapedSimulator': 'the other end of it',
  'src/doors/json/door.ts jsonDoor': 'the smallest door: shows what one costs, and the exchange grows from it (decision 0021)',
  'src/doors/exchange/batch-file.ts fileOfBatch': 'what the standard says of files (18.1), for the other end',
  'src/standard/exchange-standard/versions.ts downToBefore': 'the half of who still reads the version before: round trip of clause 15.2',
  'src/node/exchange.ts openExchange': 'the face of congvu/exchange: what vendors’ software calls',
  'src/authority/audit/erase.ts eraseFromAudit': 'erasure on a lawful order: no command gives it yet (docs/architecture.md §9)',
};

interface Source {
  readonly file: string;
  /** words of its code, without comments */
  readonly words: ReadonlyMap<string, number>;
  /** values that it exports under their own name */
  readonly exports: readonly string[];
}

function sourceOf(file: string, text: string): Source {
  const { module } = parsedOf(file, text);
  const code = codeOf(file, text);
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, moduleRequest, isType }) => (isType || moduleRequest || !exportName.name ? [] : [exportName.name])),
  );
  // The parser calls an interface no type: `export interface X`.
  return {
    file,
    words: wordsOf(file, text),
    exports: exports.filter((name) => !new RegExp(`\\bexport (?:interface|type) ${name}\\b`).test(code)),
  };
}

/** Exported values that no file of the product names, not even their own beside the declaration. */
function onlyInTests(sources: readonly Source[]): string[] {
  const product = sources.filter(({ file }) => !isTest(file));
  const users = new Map<string, number>();
  for (const { words } of product) for (const word of words.keys()) users.set(word, (users.get(word) ?? 0) + 1);
  return product
    .filter(({ file }) => /^(src|portal|simulators)\//.test(file) && !file.includes('/generated/'))
    .flatMap(({ file, words, exports }) =>
      exports.filter((name) => words.get(name) === 1 && users.get(name) === 1).map((name) => `${file} ${name}`),
    );
}

test('the product uses what it exports; what tests alone use is named, with its reason', () => {
  const sources = filesLike('{src,portal,simulators,tools,bench,bin}/**/*.{ts,tsx,mjs}')
    .filter((file) => file !== 'tools/guards.ts') // it tells what to break, and uses nothing of it
    .map((file) => sourceOf(file, textOf(file)));
  assert.ok(sources.length > 700, 'everything was read');
  assert.deepEqual(onlyInTests(sources).sort(), Object.keys(FOR_TESTS).sort());
});

test('an export that a test alone uses is told, and a word in a comment is no use', () => {
  const used = (text: string): string[] =>
    onlyInTests([
      sourceOf('src/base/a.ts', 'export const alone = 1;\nexport interface Shape {}'),
      sourceOf('src/base/a.test.ts', `import { alone } from './a.ts';`),
      sourceOf('src/base/b.ts', text),
    ]);
  assert.deepEqual(used('// alone, and not at all'), ['src/base/a.ts alone']);
  assert.deepEqual(used(`import { alone } from './a.ts';`), []);
});
