/**
 * Writes every generated file of the project, or with `--check` tells which ones differ from what would be written (exit 1).
 * To add one: an entry in `GENERATED`. What is written is never edited by hand.
 */
import { existsSync, globSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProblemKind } from '#base/problem.ts';
import { settingsPage } from '#base/settings-page.ts';
import { codeListsPage } from '#standard/codelists-page.ts';
import { personnelLawPage } from '#standard/personnel-law-page.ts';
import { FIELDS, SECTIONS } from '#standard/dictionary.ts';
import { dictionaryHash } from '#standard/dictionary-hash.ts';
import { typesText } from '#standard/emit-types.ts';
import { validatorText } from '#standard/emit-validator.ts';
import { ALL_KINDS } from '#standard/kinds/all.ts';
import { exchangeDocumentText } from '#doors/exchange/exchange-document.ts';
import { changesPage, clausesPage, examplesPage, productsPage } from '#doors/exchange/standard/pages.ts';
import { snapshotText } from '#doors/exchange/standard-snapshot.ts';
import { WIRE_SCHEMAS, schemaFile } from '#doors/exchange/standard/wire-schemas.ts';
import type { WireSchema } from '#doors/exchange/standard/wire-schemas.ts';
import { MAPPING_SCHEMA } from '#node/mapping/mapping-file.ts';
import { CvDocument } from '#record/conversion/cv-shapes.ts';
import { STANDARD_VERSION } from '#standard/exchange-standard/chapters.ts';
import { RECORD_SCHEMA } from '#standard/json-schema.ts';
import { problemPage, problemPagePath } from '#standard/problem-page.ts';
import { referencePage } from '#standard/reference-page.ts';
import { apiTypesText } from './api-types.ts';
import { ADDRESSES_FILE, screenAddresses, screensModule } from './portal-screens.ts';
import { WORD_PARTS, partedByFirstLoad } from './first-load.ts';
import { portalWords, wordsModule } from './portal-words.ts';

const ROOT = resolve(import.meta.dirname, '..');

export interface GeneratedFile {
  /** from the root of the project */
  readonly path: string;
  readonly make: () => string | Promise<string>;
}

const isProblemKind = (value: unknown): value is ProblemKind => typeof value === 'function' && 'declaration' in value;

/** The files that declare the codes of a room: one, or a folder with a file for each chapter. */
const PROBLEM_FILES = 'src/**/{problems,problems/*}.ts';

/** Every declared problem with the file that declares it, sorted by code. */
export async function declaredProblems(): Promise<readonly { readonly kind: ProblemKind; readonly file: string }[]> {
  const found: { kind: ProblemKind; file: string }[] = [];
  for (const file of globSync(PROBLEM_FILES, { cwd: ROOT }).sort()) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(ROOT, file)).href);
    for (const value of Object.values(module)) if (isProblemKind(value)) found.push({ kind: value, file: file.replaceAll('\\', '/') });
  }
  return found.sort((a, b) => (a.kind.declaration.code < b.kind.declaration.code ? -1 : 1));
}

const PROBLEM_PAGES = 'docs/problems';

async function problemPages(): Promise<readonly GeneratedFile[]> {
  const declared = await declaredProblems();
  const index = [
    '<!-- Written by tools/generate.ts; not edited by hand. -->',
    '',
    '# Mã vấn đề / Problem codes',
    '',
    ...declared.map(
      ({ kind }) => `- [${kind.declaration.code}](${problemPagePath(kind.declaration.code)}): ${kind(kind.declaration.example).title.vi}`,
    ),
  ];
  return [
    { path: `${PROBLEM_PAGES}/README.md`, make: () => `${index.join('\n')}\n` },
    ...declared.map(({ kind, file }) => ({
      path: `${PROBLEM_PAGES}/${problemPagePath(kind.declaration.code)}`,
      make: () => problemPage(kind, file),
    })),
  ];
}

/** Codes of roles as a type. From the file itself: what reads it is typed by what is written here. */
function roleCodes(): string {
  const { roles } = JSON.parse(readFileSync(join(ROOT, 'src/standard/access/roles.json'), 'utf8')) as { roles: { role: string }[] };
  const codes = roles.map(({ role }) => `'${role}'`).join(', ');
  return `// Written by tools/generate.ts from the table of access; not edited by hand.\n/** Codes of roles (\`vai_tro\`). */\nexport const ROLE_CODES = [${codes}] as const;\nexport type RoleCode = (typeof ROLE_CODES)[number];\n`;
}

/** How the portal shows each kind. It is all that it needs of them; they themselves would be heavy in a browser. */
const shownText = (): string =>
  `// Written by tools/generate.ts from the kinds of fields; not edited by hand.\nimport type { KindName } from '#standard/field-shape.ts';\nimport type { ValueDisplay } from '#standard/kinds/kind.ts';\n\nexport const SHOWN = {\n${Object.entries(
    ALL_KINDS,
  )
    .map(([name, { shown }]) => `  ${name}: { as: '${shown.as}', set: '${shown.set}' },\n`)
    .join('')}} as const satisfies Record<KindName, ValueDisplay>;\n`;

/** What a stranger's program reads of an e-CV; the values of its keys: `record.schema.json`. */
const CV_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Công Vụ e-CV (congvu-cv/1)',
  ...CvDocument,
};

/** Every generated file but the pages of problems. */
export const GENERATED: readonly GeneratedFile[] = [
  {
    path: 'src/standard/generated/dictionary-hash.ts',
    make: () =>
      `// Written by tools/generate.ts from the field dictionary; not edited by hand.\nexport const DICTIONARY_HASH = '${dictionaryHash(FIELDS, SECTIONS)}';\n`,
  },
  { path: 'src/standard/generated/role-codes.ts', make: () => roleCodes() },
  { path: 'src/standard/generated/record-types.ts', make: () => typesText(FIELDS, SECTIONS) },
  { path: 'src/standard/generated/validate-groups.ts', make: () => validatorText(FIELDS, SECTIONS) },
  { path: 'docs/standard/record.schema.json', make: () => `${JSON.stringify(RECORD_SCHEMA, null, 1)}\n` },
  { path: 'docs/standard/cv.schema.json', make: () => `${JSON.stringify(CV_SCHEMA, null, 1)}\n` },
  {
    path: 'docs/node/mapping.schema.json',
    make: () => `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...MAPPING_SCHEMA }, null, 1)}\n`,
  },
  { path: 'docs/settings.md', make: () => settingsPage() },
  { path: 'docs/standard/codelists.md', make: () => codeListsPage() },
  { path: 'docs/standard/personnel-law.md', make: () => personnelLawPage() },
  ...(['vi', 'en'] as const).flatMap((language) =>
    WORD_PARTS.map((part) => ({
      path: `portal/language/generated/${language}-${part}.ts`,
      make: async () => wordsModule(partedByFirstLoad(ROOT, await portalWords(ROOT))[part], language, part),
    })),
  ),
  { path: 'portal/generated/screens.ts', make: () => screensModule(ROOT) },
  { path: ADDRESSES_FILE, make: () => screenAddresses(ROOT) },
  { path: 'portal/kinds/generated/shown.ts', make: () => shownText() },
  { path: 'docs/standard/exchange/README.md', make: () => clausesPage() },
  { path: 'docs/standard/exchange/examples.md', make: () => examplesPage() },
  { path: 'docs/standard/exchange/changes.md', make: () => changesPage() },
  { path: 'docs/standard/exchange/products.md', make: () => productsPage() },
  { path: 'docs/standard/exchange/openapi.json', make: () => exchangeDocumentText(STANDARD_VERSION) },
  { path: `docs/standard/exchange/releases/${STANDARD_VERSION}.json`, make: () => snapshotText() },
  ...(Object.keys(WIRE_SCHEMAS) as WireSchema[]).map((name) => ({
    path: `docs/standard/exchange/${name}.schema.json`,
    make: () => `${JSON.stringify(schemaFile(name), null, 1)}\n`,
  })),
  { path: 'docs/standard/fields.md', make: () => referencePage(FIELDS, SECTIONS) },
  // Last, and imported only now: the server that is asked runs on the files above.
  { path: 'portal/api/generated/api.ts', make: async () => apiTypesText(await (await import('./api-document.ts')).apiDocument()) },
];

/** Every generated file, and pages of codes that are declared no more. */
export async function allGenerated(): Promise<{ readonly files: readonly GeneratedFile[]; readonly left: readonly string[] }> {
  const files = [...GENERATED, ...(await problemPages())];
  const paths = new Set(files.map((file) => file.path));
  const left = globSync(`${PROBLEM_PAGES}/*.md`, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !paths.has(path));
  return { files, left };
}

/** Paths whose content differs from what would be written, and pages left over. */
export async function drifted(): Promise<readonly string[]> {
  const { files, left } = await allGenerated();
  const wrong: string[] = [...left];
  for (const { path, make } of files) {
    const file = join(ROOT, path);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== (await make())) wrong.push(path);
  }
  return wrong;
}

async function writeAll(): Promise<number> {
  const { files, left } = await allGenerated();
  let written = 0;
  for (const path of left) unlinkSync(join(ROOT, path));
  for (const { path, make } of files) {
    const file = join(ROOT, path);
    const text = await make();
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written++;
  }
  return written + left.length;
}

if (process.argv[1] !== undefined && relative(process.argv[1], import.meta.filename) === '') {
  if (process.argv.includes('--check')) {
    const wrong = await drifted();
    if (wrong.length > 0) {
      process.stderr.write(
        `These files differ from what tools/generate.ts writes; run \`npm run generate\`:\n${wrong.map((path) => `  ${path}\n`).join('')}`,
      );
      process.exitCode = 1;
    }
  } else {
    process.stdout.write(`${await writeAll()} files written\n`);
  }
}
