/**
 * Guards of the product, each with the way to break it and the tests that must then fail. A guard that can be broken with
 * every test still green guards nothing. `npm run break-guards` tries them all; a new guard of weight gets a line here.
 */
export interface Guard {
  /** what is broken, as one would tell it */
  readonly broken: string;
  readonly file: string;
  /** text of the file that is replaced; MUST stand in it */
  readonly find: string;
  readonly put: string;
  /** test files, at least one of which must fail */
  readonly tests: readonly string[];
}

const guard = (broken: string, file: string, find: string, put: string, ...tests: string[]): Guard => ({ broken, file, find, put, tests });
/** Appends to a file: nothing is found, something is added at its end. */
const added = (broken: string, file: string, put: string, ...tests: string[]): Guard => ({ broken, file, find: '', put, tests });

const ZIP = 'src/base/zip.ts';
const PARTS = 'src/doors/workbook/reader/workbook-zip.ts';
const SCANNER = 'src/doors/workbook/reader/sheet-scanner.ts';
const READER = 'src/doors/workbook/reader/read-sheets.test.ts';
const LAST_MIGRATION = 'src/base/database/migrations/0093_search_by_plan.sql';
const WALLS = 'tests/security/app-role.db.test.ts';
const LIFE = 'src/record/submission/life.db.test.ts';

export const GUARDS: readonly Guard[] = [
  // the house
  added(
    'a room imports against the arrows',
    'src/record/register/merge.ts',
    `\nimport '#record/submission/limits.ts';\n`,
    'tests/house/layout.test.ts',
  ),
  guard(
    'a field is added by hand to one derived thing',
    'docs/standard/record.schema.json',
    '"hoTenKhaiSinh"',
    '"hoTenThem": {"type": "string"}, "hoTenKhaiSinh"',
    'tests/house/generated.test.ts',
  ),
  guard('a noun of the domain has no word in the glossary', 'GLOSSARY.md', '`PersonVersion`', 'version', 'tests/house/glossary.test.ts'),
  added(
    'a room writes the table of another',
    'src/record/matching/pace.ts',
    '\nexport const STRANGE = `update person set version = 0`;\n',
    'tests/house/writers.test.ts',
  ),
  added(
    'the schema changes without its listing',
    LAST_MIGRATION,
    '\nalter table submission add column extra text;\n',
    'src/base/database/list-schema.db.test.ts',
  ),
  guard(
    'time is read where it was not handed in',
    'src/record/matching/pace.ts',
    'export ',
    'export const NOW_MS = Date.now();\nexport ',
    'tests/house/words.test.ts',
  ),

  // walls of the database
  added(
    'a policy lets everybody see every person',
    LAST_MIGRATION,
    '\ncreate policy person_open on person for select to congvu_app using (true);\n',
    'tests/security/every-route.db.test.ts',
  ),
  added(
    'a version may be rewritten',
    LAST_MIGRATION,
    '\ngrant update on person_version to congvu_app;\n',
    WALLS,
    'src/record/register/apply.db.test.ts',
  ),
  added(
    'row-level security of receipts is no longer forced',
    LAST_MIGRATION,
    '\nalter table receipt no force row level security;\n',
    WALLS,
  ),
  added('a deciding function looks names up anywhere', LAST_MIGRATION, '\nalter function session_bodies() reset search_path;\n', WALLS),
  added('an audit row may be deleted', LAST_MIGRATION, '\ngrant delete on audit_event to congvu_app;\n', WALLS),

  // access
  guard(
    'who sent confirms',
    'src/authority/access/decide.ts',
    'if (subject.makerIdentity === actor.identity)',
    'if (false as boolean)',
    'src/authority/access/decide.test.ts',
  ),
  guard(
    'somebody confirms their own record',
    'src/authority/access/decide.ts',
    'if ((subject.subjectIdentity ?? subject.identity) === actor.identity)',
    'if (false as boolean)',
    'src/authority/access/decide.test.ts',
  ),
  guard(
    'a body out of reach is within it',
    'src/authority/access/decide.ts',
    'if (bodyId !== null && !able',
    'if (false && bodyId !== null && !able',
    'src/authority/access/decide.test.ts',
  ),
  guard(
    'a request of another site is taken',
    'src/authority/access/csrf.ts',
    `if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;`,
    '',
    'src/authority/access/csrf.test.ts',
  ),
  guard(
    'a session never ends by being idle',
    'src/base/database/migrations/0020_access.sql',
    'and s.seen_at + make_interval(secs => s.idle_seconds) > now()',
    '',
    'src/authority/access/sessions.db.test.ts',
  ),

  // audit
  guard(
    'the audit insert is left out',
    'src/authority/audit/record.ts',
    'if (entries.length === 0) return;',
    'if (entries.length >= 0) return;',
    'src/authority/audit/record.db.test.ts',
    LIFE,
  ),
  guard(
    'a leaf is hashed without its prefix (RFC 6962 §2.1)',
    'src/authority/audit/merkle-tree.ts',
    'const LEAF = Uint8Array.of(0);',
    'const LEAF = Uint8Array.of(2);',
    'src/authority/audit/merkle-tree.test.ts',
  ),

  // workbook
  guard('names of parts may lead out of the file', ZIP, 'if (isTrick(name))', 'if (false as boolean)', READER),
  guard('a part may inflate to more than it says', ZIP, 'if (out > entry.inflatedBytes)', 'if (false as boolean)', READER),
  guard(
    'a bomb by its own declaration is opened',
    ZIP,
    'if (entry.inflatedBytes > MEGABYTE && entry.inflatedBytes > entry.compressedBytes * limits.ratioMax)',
    'if (false as boolean)',
    READER,
  ),
  guard('parts may lie over each other', ZIP, 'if (entry.dataOffset + entry.compressedBytes > following)', 'if (false as boolean)', READER),
  guard(
    'a spoilt checksum is not looked at',
    ZIP,
    'if (out !== entry.inflatedBytes || crc !== entry.crc32)',
    'if (false as boolean)',
    READER,
  ),
  guard('a cell in column XFD is read', SCANNER, 'if (spot.column > needs.columnMax)', 'if (false as boolean)', READER),
  guard(
    'a sheet may have any number of row elements',
    SCANNER,
    'if (counters.rowElements > ROW_ELEMENTS_MAX)',
    'if (false as boolean)',
    READER,
  ),
  guard('a DOCTYPE is let through', PARTS, `if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY'))`, 'if (false as boolean)', READER),
  guard(
    'what looks like a formula stands in the list as it is',
    'src/doors/workbook/marking/list-sheet.ts',
    '(/^[=+\\-@',
    '(/^[~',
    'src/doors/workbook/give-back.test.ts',
  ),

  // submission, confirmation, register
  guard(
    'the same bytes make a second submission',
    'src/record/submission/store.ts',
    'where f.body_id = $1 and f.sha256 = $2 and',
    'where f.body_id = $1 and f.sha256 = $2 and false and',
    LIFE,
  ),
  guard(
    'what was shown may differ from what is attested',
    'src/record/confirmation/decide-person.ts',
    'if (shownHash(shown) !== decision.shownHash)',
    'if (false as boolean)',
    LIFE,
  ),
  guard(
    'any payload fits an attestation',
    'src/record/confirmation/attest.ts',
    'Buffer.from(canonicalJson(shown)).toString',
    'Buffer.from("{}").toString',
    'src/record/confirmation/attest.test.ts',
  ),
  guard(
    'what was compared with another version is written',
    'src/record/register/apply.ts',
    'if (base.version !== comparedVersion)',
    'if (false as boolean)',
    'src/record/register/apply.db.test.ts',
  ),
  guard(
    'what stands already is written again',
    'src/record/register/apply.ts',
    'if (!sameGroup(base.document, merged))',
    'if (true as boolean)',
    'src/record/register/apply.db.test.ts',
  ),
  guard(
    'a key of the body signs for any body',
    'src/base/sealing.ts',
    'derive(`ed25519/${name}`)',
    'derive(`ed25519`)',
    'src/base/sealing.test.ts',
    'src/record/confirmation/attest.test.ts',
  ),
  guard('sealing does not bind its purpose', 'src/base/sealing.ts', 'Buffer.from(purpose)', 'Buffer.alloc(0)', 'src/base/sealing.test.ts'),

  // population
  guard(
    'a source that is down is asked on',
    'src/record/matching/breaker.ts',
    `state.state === 'closed' || (state.tryAt !== null && state.tryAt <= at)`,
    'true',
    'src/record/matching/breaker.test.ts',
    'src/record/matching/run.db.test.ts',
  ),
  guard(
    'a question leaves without an officer',
    'src/outside/population/request-message.ts',
    "question.officer.account.trim() !== '' &&",
    '',
    'src/outside/population/request-message.test.ts',
  ),

  // HTTP
  guard(
    'a repeated JSON name is silently resolved',
    'src/start/json-strict.ts',
    'if (top.names.has(name)) return',
    'if (false as boolean) return',
    'tests/security/bad-input.test.ts',
  ),
  guard(
    'a key that was used for another request is used again',
    'src/start/idempotency.ts',
    'if (!row || row.route !== route || !row.request_hash.equals(hash))',
    'if (!row)',
    'tests/security/bad-input.test.ts',
  ),
];
