/** What the documents say can be done, can be done: commands, links, the map of rooms; every room has its page. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { HELP_EN, HELP_VI } from '#start/help.ts';
import { ROOT, filesLike, projectFiles, textOf as read } from './sources.ts';

const PAGES = projectFiles().filter((file) => file.endsWith('.md'));
/** What stands in code marks or blocks of a page. */
const codeOf = (page: string): string => [...read(page).matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map((match) => match[0]).join('\n');

/** Commands that the help knows: first words of its lines after `congvu`. */
function commandsOf(help: string): Set<string> {
  return new Set(
    help
      .split('\n')
      .filter((line) => line.startsWith('  congvu '))
      .flatMap((line) => line.slice('  congvu '.length).split(/ {2,}/)[0]!.split('|'))
      .map((command) => command.trim().split(' ')[0]!),
  );
}

test('the help has the same commands in both languages', () => {
  const commands = commandsOf(HELP_VI);
  assert.ok(commands.has('start') && commands.has('restore'));
  assert.deepEqual(commandsOf(HELP_EN), commands);
});

test('every command in the documents exists', () => {
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
  const commands = commandsOf(HELP_VI);
  const wrong: string[] = [];
  let seen = 0;
  for (const page of PAGES) {
    const code = codeOf(page);
    for (const [, name] of code.matchAll(/\bnpm (?:run )?(start|test|run [\w:-]+|[\w:-]+)/g)) {
      const script = name!.replace(/^run /, '');
      if (['install', 'ci', 'i'].includes(script)) continue;
      seen += 1;
      if (!(script in scripts)) wrong.push(`${page}: npm run ${script}`);
    }
    for (const [, command] of code.matchAll(/\bnpx congvu ([a-z][\w-]*)/g)) {
      seen += 1;
      if (!commands.has(command!)) wrong.push(`${page}: congvu ${command}`);
    }
    for (const [, file] of code.matchAll(/\b((?:tools|bench|tests|src|portal|bin)\/[\w./-]+\.(?:ts|mjs|sql|md))\b/g)) {
      seen += 1;
      if (!existsSync(join(ROOT, file!)) && !existsSync(join(ROOT, dirname(page), file!))) wrong.push(`${page}: ${file} is not there`);
    }
  }
  assert.ok(seen > 15, 'the documents were read');
  assert.deepEqual(wrong, []);
});

/** Lines of tables that have not as many cells as the head of their table. */
function unevenRows(page: string): string[] {
  const wrong: string[] = [];
  let cells: number | null = null;
  const text = page.replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, ''));
  for (const [at, line] of text.split('\n').entries()) {
    if (!line.startsWith('|')) cells = null;
    else {
      const found = [...line.trimEnd().matchAll(/(?<!\\)\|/g)].length - 1;
      cells ??= found;
      if (found !== cells) wrong.push(`line ${at + 1}: ${found} cells, ${cells} in the head`);
    }
  }
  return wrong;
}

test('every row of a table has the cells of its head', () => {
  assert.deepEqual(unevenRows('| a | b |\n|---|---|\n| 0 \\| 1 | c |'), []);
  assert.deepEqual(unevenRows('| a | b |\n|---|---|\n| `0 | 1` | c |'), ['line 3: 3 cells, 2 in the head']);
  assert.deepEqual(
    PAGES.flatMap((page) => unevenRows(read(page)).map((one) => `${page}, ${one}`)),
    [],
  );
});

test('every link to a file of ours leads somewhere', () => {
  const wrong: string[] = [];
  for (const page of PAGES)
    for (const [, target] of read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      if (!existsSync(join(ROOT, normalize(join(dirname(page), target!))))) wrong.push(`${page} → ${target}`);
    }
  assert.deepEqual(wrong, []);
});

test('every room with code has a page of at most forty lines that is told from its code', () => {
  const rooms = new Set(
    filesLike('src/*/*/*.ts')
      .map((file) => dirname(file))
      .map((folder) => (/^src\/(standard|start|node)\//.test(folder) ? folder.split('/').slice(0, 2).join('/') : folder)),
  );
  assert.ok(rooms.size > 14);
  const wrong = [...rooms].flatMap((room) => {
    const page = `${room}/README.md`;
    if (!existsSync(join(ROOT, page))) return [`${room}: no README.md`];
    const lines = read(page).trimEnd().split('\n').length;
    return lines > 40 ? [`${room}/README.md: ${lines} lines`] : [];
  });
  assert.deepEqual(wrong, []);
});

/** Rooms of a layer that its line in the tree of a page does not name. */
const roomsUnsaid = (page: string, rooms: readonly string[]): string[] =>
  rooms.filter((room) => {
    const [layer, name] = room.split('/') as [string, string];
    return !new RegExp(`^  ${layer}/ .*\\b${name}\\b`, 'm').test(page);
  });

test('the tree of docs/architecture.md names every room', () => {
  const rooms = readdirSync(join(ROOT, 'src')).flatMap((layer) =>
    ['base', 'standard', 'node', 'start'].includes(layer) ? [] : readdirSync(join(ROOT, 'src', layer)).map((name) => `${layer}/${name}`),
  );
  assert.ok(rooms.length > 12, 'the rooms were found');
  assert.deepEqual(roomsUnsaid(read('docs/architecture.md'), rooms), []);
  assert.deepEqual(roomsUnsaid('  record/   register · receipt\n', ['record/register', 'record/minutes']), ['record/minutes']);
});

test('README and CONTRIBUTING show the layers in the order that the layout test holds', () => {
  for (const page of ['README.md', 'README.vi.md'])
    assert.match(read(page), /start ─► doors · uses · outside ─► record ─► authority ─► standard ─► base/, page);
  assert.match(read('CONTRIBUTING.md'), /`start` → `doors` `uses` `outside` → `record` → `authority` → `standard` → `base`/);
});

const PARTS = ['Context', 'Decision', 'Alternatives', 'Consequence'] as const;
/** Parts that a decision record does not have. */
const partsMissing = (page: string): readonly string[] => PARTS.filter((part) => !new RegExp(`^(\\*\\*|## )${part}`, 'm').test(page));

test('every decision says what it was taken for, what was rejected, and what follows', () => {
  const records = PAGES.filter((page) => /^docs\/decisions\/\d{4}-/.test(page));
  assert.ok(records.length > 15, 'the records were read');
  assert.deepEqual(
    records.flatMap((page) => partsMissing(read(page)).map((part) => `${page}: no ${part}`)),
    [],
  );
  assert.deepEqual(partsMissing('# 0001 A title\n\n**Context.** …\n\n**Decision.** …\n\n## Consequence\n'), ['Alternatives']);
});
