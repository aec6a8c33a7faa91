/** What a comment or page names can be found here: sections, threats, decisions, files. Who reads "T36" or "§8" and finds nothing stops believing the rest. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, parsedOf, projectFiles, textOf } from './sources.ts';

const FILES = projectFiles();
/** Written by a command out of what is read here; or held by other tests. */
const NOT_READ = /^docs\/(problems|standard)\/|\/generated\/|^tests\/house\/references\.test\.ts$|\/schema\.sql$/;
const READ = FILES.filter((file) => /\.(ts|tsx|mjs|sql|py|md)$/.test(file) && !NOT_READ.test(file));

const THREATS = new Set([...textOf('docs/threats.md').matchAll(/^\| (T\d\d) \|/gm)].map(([, threat]) => threat!));
const sectionsOf = (page: string): Set<string> => new Set([...page.matchAll(/^## (\d+)\. /gm)].map(([, section]) => section!));
const SECTIONS = sectionsOf(textOf('docs/architecture.md'));
const DECISIONS = new Map(
  FILES.flatMap((file) => {
    const found = /^docs\/decisions\/(\d{4})-.*\.md$/.exec(file);
    return found ? [[found[1]!, textOf(file)] as const] : [];
  }),
);

/** Papers that lie elsewhere, and that nobody here can open. */
const ELSEWHERE = /\b(card-design|card-libraries|reliability plan|reference limits|data-layer|setup-spikes|CT\d+)\b/g;
/** Published standards: their sections are theirs. */
const STANDARD = /RFC \d+|SD-JWT VC|SEC 1|ECMA-376|APPNOTE|ISO\/IEC|OpenID4VCI|OpenID4VP|ASVS|\bW3C\b|draft-|\bthe draft\b|SOAP|FIPS/;
/** Migrations keep their comments for ever, for their checksums are held: §10 of the architecture says where the old names lead. */
const isMigration = (file: string): boolean => file.includes('/migrations/') && file.endsWith('.sql');
/** A list of findings numbered by those who made it; it quotes their numbers. */
const QUOTES_OTHERS = new Set(['docs/findings-2026-11.md']);

/** Comments of a program, lines of a page, titles of tests. */
function saidIn(file: string, text: string): string {
  if (file.endsWith('.md')) return text;
  if (file.endsWith('.sql')) return [...text.matchAll(/--.*$/gm)].join('\n');
  if (file.endsWith('.py')) return [...text.matchAll(/#.*$/gm)].join('\n');
  const comments = parsedOf(file, text).comments.map(({ value }) => value);
  const titles = [...text.matchAll(/^ *test\((['"`])(.*?)\1/gm)].map(([, , title]) => title!);
  return [...comments, ...titles].join('\n');
}

function faultOfSection(file: string, said: string, at: number): string | null {
  const line = said.slice(said.lastIndexOf('\n', at) + 1, at);
  const section = /^§ ?(\d+)/.exec(said.slice(at))?.[1];
  if (section === undefined) return null; // the sign itself
  if (isMigration(file) && textOf('docs/architecture.md').includes(`"${line.slice(-7)}${said.slice(at, at + 4)}"`)) return null;
  if (line.endsWith('architecture.md ') || file === 'docs/architecture.md' || (isMigration(file) && line.endsWith('ARCHITECTURE ')))
    return SECTIONS.has(section) ? null : `docs/architecture.md has no §${section}`;
  const decision = /(\d{4}) $/.exec(line)?.[1];
  if (decision !== undefined && DECISIONS.has(decision))
    return new RegExp(`^${section}\\. `, 'm').test(DECISIONS.get(decision)!) ? null : `decision ${decision} has no point ${section}`;
  return STANDARD.test(said) && !/\b(domain|[Ii]ssue|ARCHITECTURE|plan) $/.test(line) ? null : `§${section} of what?`;
}

/** Paths of ours, as they stand and as the ends of one (`kinds/all.ts`). */
const ENDS = new Set(FILES.flatMap((file) => file.split('/').map((_part, at, parts) => parts.slice(at).join('/'))));
const isFile = (path: string): boolean => ENDS.has(path);

/**
 * A whole program, with a line end for what opens and closes a comment or a title: what is wrong with those is wrong with it too. Few programs have anything
 * wrong, and only they need to be parsed. What a "§" is of depends on what else the comments say: those that have one are parsed.
 */
const wholeOf = (text: string): string => text.replaceAll(/\/\/|\/\*|\*\/|^ *test\(['"`]/gm, '\n');

export function faultsOf(file: string, text: string): string[] {
  if (/\.(ts|tsx|mjs)$/.test(file) && !text.includes('§') && faultsIn(file, wholeOf(text)).length === 0) return [];
  return faultsIn(file, saidIn(file, text)).map((fault) => `${file}: ${fault}`);
}

function faultsIn(file: string, said: string): string[] {
  const faults: string[] = [];
  for (const [name] of said.matchAll(ELSEWHERE)) faults.push(`${name} is not in this repository`);
  for (const [, threat] of said.matchAll(/(?<![\w'"`.:-])(T\d\d)(?![\w:]|\.\d)/g))
    if (!THREATS.has(threat!)) faults.push(`no threat ${threat}`);
  for (const [numbers] of said.matchAll(/(?<=\b[Dd]ecisions? )\d{4}(?:(?:,| and) \d{4})*/g))
    for (const number of numbers.match(/\d{4}/g)!) if (!DECISIONS.has(number)) faults.push(`no decision ${number}`);
  if (!QUOTES_OTHERS.has(file))
    for (const { index } of said.matchAll(/§/g)) {
      const fault = faultOfSection(file, said, index);
      if (fault) faults.push(fault);
    }
  for (const [, path] of said.matchAll(/(?<![\w./<-])#?((?:[\w-]+\/)*[\w-]+(?:\.(?:test|db))*\.(?:tsx?|mjs|py|sql))(?![\w*])/g))
    if (!isFile(path!)) faults.push(`${path} is not there`);
  return faults;
}

test('what comments and pages name can be found', () => {
  assert.ok(READ.length > 700 && DECISIONS.size > 15 && SECTIONS.size >= 9, 'everything was read');
  assert.equal(READ.flatMap((file) => faultsOf(file, textOf(file))).join('\n'), '');
});

test('what leads nowhere is told', () => {
  const told = (comment: string, file = 'src/base/x.ts'): string => faultsOf(file, `/** ${comment} */`).join();
  assert.match(told('Refused (threat T77).'), /no threat T77/);
  assert.match(told('As docs/architecture.md §88 says.'), /has no §88/);
  assert.match(told('Known (domain §5.1).'), /§5 of what/);
  assert.match(told('See decision 0999.'), /no decision 0999/);
  assert.match(told('See decision 0014 §99.'), /has no point 99/);
  assert.match(told('The words at the door (card-design).'), /card-design is not/);
  assert.match(told('As `base/sealing-wax.ts` does.'), /sealing-wax\.ts is not there/);
  assert.match(told('-- ARCHITECTURE §77', 'docs/x.md'), /§77 of what/);
  assert.equal(told('Threats T18, T22; docs/architecture.md §8; decisions 0001, 0002; RFC 9901 §4.3; `base/sealing.ts`; body T63.01.'), '');
});

test('each of the forty-two threats has its row, and names tests that are there or says that none is', () => {
  assert.deepEqual(
    [...THREATS],
    Array.from({ length: 42 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`),
  );
  const rows = textOf('docs/threats.md')
    .split('\n')
    .filter((line) => /^\| T\d\d \|/.test(line))
    .map((line) => line.split(' | '));
  const wrong = rows.filter(([, , , state, shown]) => {
    const tests = shown!.match(/`[^`]+\.test\.ts`/g)?.map((path) => path.slice(1, -1)) ?? [];
    if (!tests.every((path) => existsSync(join(ROOT, path)))) return true;
    return state === 'open' ? !/^no test: \S/.test(shown!) : !(['held', 'in part'].includes(state!) && tests.length > 0);
  });
  assert.deepEqual(wrong, []);
});
