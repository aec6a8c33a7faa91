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
const SIGHT = 'tests/security/sight.db.test.ts';
const SPELLINGS = 'src/doors/workbook/reader/spellings.test.ts';
const LAST_MIGRATION = 'src/base/database/migrations/0093_search_by_plan.sql';
const OTHER_FACTS = 'src/standard/other-facts.test.ts';
const WALLS = 'tests/security/app-role.db.test.ts';
const CARDS_OF_BODIES = 'src/uses/card/cards-of-bodies.db.test.ts';
const BODY_NAMES = 'src/authority/organisations/body-names.db.test.ts';
const EMPLOYMENT = 'src/record/submission/employment.db.test.ts';
const ACCEPT = 'src/record/submission/accept.ts';
const ACCEPTED = 'src/record/submission/accept.db.test.ts';
const LIFE = 'src/record/submission/life.db.test.ts';
const CARD_MIGRATION = 'src/base/database/migrations/0110_card.sql';
const CARD_FOLLOWS = 'src/uses/card/follow.db.test.ts';
const CARD_ROUTES = 'src/uses/card/routes.db.test.ts';

const SECOND_ADMINISTRATOR = 'tests/security/second-administrator.db.test.ts';
const DOOR_IN_BROWSER = 'tests/journeys/door.test.ts';

const CARD_JUDGE = 'src/uses/card/core/judge.test.ts';
const CARD_LISTS = 'src/uses/card/core/lists.test.ts';

export const GUARDS: readonly Guard[] = [
  // the log as it is shown
  guard(
    'rows beyond the reach of a reader are left out without a word',
    'src/authority/audit/events-page.ts',
    'const outside = above - row.index - 1;',
    'const outside = 0;',
    'src/authority/audit/events-page.db.test.ts',
  ),
  // rights that are taken while somebody acts
  guard(
    'an act is asked with the roles that stood when the request came',
    'src/authority/access/request.ts',
    'const actor = await actorOfSession(tx);\n      if (!actor) throw',
    'const { actor } = actors.get(request)!;\n      if (!actor) throw',
    'tests/security/rights-taken.db.test.ts',
  ),
  guard(
    'a role is taken from whoever is in the middle of an act',
    'src/authority/access/request.ts',
    '      await holdRights(tx, accountId);\n',
    '',
    'tests/security/rights-taken.db.test.ts',
  ),
  guard(
    'who takes a role does not wait for the acts in it',
    'src/authority/access/sessions.ts',
    '  await awaitActs(tx, of.account_id);\n',
    '',
    'tests/security/rights-taken.db.test.ts',
  ),
  guard(
    'a disabled account goes on with what it began',
    'src/authority/access/sessions.ts',
    '  await awaitActs(tx, accountId);\n',
    '',
    'tests/security/rights-taken.db.test.ts',
  ),
  // who confirms
  guard(
    'a decision does not ask who confirms a group',
    'src/record/confirmation/decide-person.ts',
    'if (mayNot) return refused(notAllowed());',
    '',
    'src/record/submission/one-verdict.db.test.ts',
  ),
  guard(
    'the dictionary promises a confirmation that would be refused',
    'src/standard/fields/c-contact.ts',
    "fieldsOf('C', {}, [",
    "fieldsOf('C', { confirmedBy: ['XAC_NHAN', 'DOI_SOAT'] }, [",
    'src/record/confirmation/policy.test.ts',
  ),
  // lists of one request
  guard(
    'a suggestion may be named twice in one request',
    'src/record/submission/accept.ts',
    'new Set(problemIds).size < problemIds.length',
    'new Set(problemIds).size < 0',
    'tests/security/lists.db.test.ts',
  ),
  guard(
    'what is named and not there is left out without a word',
    'src/record/submission/accept.ts',
    'problems.length < wish.problemIds.length ||',
    '',
    'tests/security/lists.db.test.ts',
  ),
  guard(
    'a warning that the file does not have may be acknowledged',
    'src/record/submission/submit.ts',
    '!warnings.has(code) || ',
    '',
    'tests/security/lists.db.test.ts',
  ),
  guard(
    'two values for one cell: the first is taken',
    'src/record/submission/accept.ts',
    'if (values.has(cell) && values.get(cell) !== value) return suggestionsTwice();',
    '',
    'tests/security/lists.db.test.ts',
  ),
  // two administrators
  guard(
    'roles that confirm or administer are given by one administrator',
    'src/start/account-routes.ts',
    'if (needsSecond(grant.role, today())) return ask(tx, account, grant);',
    '',
    SECOND_ADMINISTRATOR,
  ),
  guard(
    'roles that check each other are given to one human',
    'src/authority/access/role-rules.ts',
    'return found?.role ?? null;',
    'return found === undefined ? null : null;',
    SECOND_ADMINISTRATOR,
  ),
  guard(
    'who asked for a role grants it',
    'src/base/database/migrations/0200_second_administrator.sql',
    '    and not is_session_human(asked_by, null) and not is_session_human(account_id, null))',
    '    )',
    SECOND_ADMINISTRATOR,
  ),
  guard(
    'two numbers of one person are two humans',
    'src/base/database/migrations/0200_second_administrator.sql',
    "n.state in ('registered', 'former') and m.state",
    "n.state in ('nobody') and m.state",
    SECOND_ADMINISTRATOR,
  ),
  // callers without a session
  guard(
    'callers without a session have no budget',
    'src/start/anonymous-callers.ts',
    'if (waitSeconds > 0) return tooMany(reply, waitSeconds, route);',
    'void tooMany;',
    'tests/security/anonymous-callers.db.test.ts',
  ),
  guard(
    'the address that a caller claims is believed',
    'src/start/server.ts',
    'trustProxy: believed(config.trustProxy),',
    'trustProxy: true,',
    'tests/security/anonymous-callers.db.test.ts',
  ),
  guard(
    'one address spends the budget of all',
    'src/start/anonymous-budget.ts',
    'return waitSeconds > 0 ? waitSeconds : takeOfAll();',
    'return Math.max(waitSeconds, takeOfAll());',
    'src/start/anonymous-budget.test.ts',
  ),
  // what a role sees
  guard(
    'the record page shows what is masked',
    'src/record/register/view.ts',
    "const isMasked = (leaf: Leaf, sight: Sight): boolean => seen(leaf.field, sight) !== 'clear';",
    "const isMasked = (leaf: Leaf, sight: Sight): boolean => seen(leaf.field, sight) === 'hidden';",
    SIGHT,
  ),
  guard(
    'the history of a field is open to whoever may read the record',
    'src/record/register/read.ts',
    "if (!field || seen(field, { roles, unmasked: new Set() }) !== 'clear') return refused(fieldNotVisible());",
    'if (!field) return refused(fieldNotVisible());',
    SIGHT,
  ),
  guard(
    'a comparison shows what the register holds to every eye',
    'src/record/submission/comparison.ts',
    'wordsFor(words(leaf, change.from, nameOf), change.field, sight.register)',
    'wordsFor(words(leaf, change.from, nameOf), change.field, null)',
    SIGHT,
  ),
  // suggestions
  guard(
    'a suggestion is laid over the row after its own',
    ACCEPT,
    'cells.set(cell, { sheet, row, column,',
    'cells.set(cell, { sheet, row: row + 1, column,',
    ACCEPTED,
  ),
  guard(
    'guesses are accepted many at a time',
    ACCEPT,
    'guessed.length > 0 && problems.length > 1',
    'guessed.length > problems.length',
    ACCEPTED,
  ),
  guard(
    'a guess is counted among the groups of equal cells',
    'src/record/submission/acceptance-store.ts',
    "problem.suggestion?.strength !== 'certain'",
    '!problem.suggestion',
    ACCEPTED,
    'tests/journeys/dangerous-cells.db.test.ts',
  ),
  guard(
    'a value is laid over a cell that says something else by now',
    'src/doors/workbook/check-file.ts',
    "if ((cells.get(key)?.text ?? '') !== (fix.typed ?? '')) continue;",
    '',
    'src/doors/workbook/check-file.test.ts',
  ),
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

  // one person over time
  guard(
    'a file that was only sent keeps another body out',
    'src/base/database/migrations/0150_claims.sql',
    "left join national_id r on r.id_hash = asked.h and r.state in ('registered', 'former')\n      left join national_id o on o.id_hash = asked.h and o.state = 'claimed' and o.body_id = for_body\n     where",
    "left join national_id r on r.id_hash = asked.h\n      left join national_id o on o.id_hash = asked.h and o.state = 'claimed' and o.body_id = for_body\n     where",
    'src/record/submission/two-bodies.db.test.ts',
  ),
  guard(
    'a confirmation does not ask whose the number is by now',
    'src/record/confirmation/decide-person.ts',
    '(await bindNumbers(tx, [decision.personId])).length > 0',
    '(await bindNumbers(tx, [decision.personId])).length > 9',
    'src/record/submission/two-bodies.db.test.ts',
  ),

  guard(
    'one human agrees for both sides of a transfer',
    'src/record/cases/answer.ts',
    "makerIdentity: acted && answer === 'consent' ? actor.identity : null",
    'makerIdentity: null',
    'tests/security/cases.db.test.ts',
  ),
  guard(
    'the side that asked answers for the other',
    'src/record/cases/step.ts',
    'needsBoth(kind) ? otherSide(openedBy) : openedBy',
    'openedBy',
    'src/record/cases/step.test.ts',
  ),
  guard(
    'who manages a person is told to whoever asks',
    'src/record/cases/view.ts',
    'fromMine || isFromTold(one, spoke.has(one.caseId))',
    'true',
    'tests/security/cases.db.test.ts',
  ),
  guard(
    'the old body goes on reading whom it let go',
    'src/base/database/migrations/0151_cases.sql',
    'create policy person_version_gone on person_version as restrictive for select to congvu_app\n  using (person_id not in (select session_people_gone())',
    'create policy person_version_gone on person_version as restrictive for select to congvu_app\n  using (true',
    'tests/security/cases.db.test.ts',
  ),
  guard(
    'a transferred person shows an empty record to the new body',
    'src/base/database/migrations/0151_cases.sql',
    'create policy person_version_come on person_version for select to congvu_app using (person_id in (select session_people_come()));',
    '',
    'tests/security/cases.db.test.ts',
  ),
  guard(
    'a number of somebody registered is bound to a second person',
    'src/base/database/migrations/0150_claims.sql',
    "and not exists (select 1 from national_id x where x.id_hash = n.id_hash and x.state in ('registered', 'former'));",
    ';',
    'src/record/submission/two-bodies.db.test.ts',
  ),
  guard(
    'a mistyped number that was corrected goes on meeting its owner',
    'src/record/submission/advance.ts',
    'await releaseRetyped(tx, needs, file, retyped);',
    '',
    'src/record/submission/two-bodies.db.test.ts',
  ),
  guard(
    'a correction of a few rows lets go whoever is not in it',
    'src/record/submission/line-store.ts',
    'and n.name = o.name',
    '',
    'src/record/submission/two-bodies.db.test.ts',
  ),
  guard(
    'a body uses a person by the word of the sender alone',
    'src/record/register/employment.ts',
    '(lends && place.bodyId === secondedTo)',
    '(lends && saysSeconded(one.stated, one.on))',
    EMPLOYMENT,
  ),
  guard(
    'the database takes a using body that has not agreed',
    'src/base/database/migrations/0210_secondments.sql',
    'c.from_body = managing and agreed_by_both(c.case_id))\n$$;',
    'c.from_body = managing)\n$$;',
    'tests/security/cases.db.test.ts',
  ),
  guard(
    'a person is given to a body for a day on which it has no code',
    'src/record/cases/body-of-day.ts',
    "if (!body || body.code === '') return null;",
    'return body ? body.code : null;',
    'tests/security/cases.db.test.ts',
  ),
  guard(
    'a new number is agreed to without a match',
    'src/record/cases/answer.ts',
    'if (match && MATCHED.has(match.level)) return null;',
    'return null;',
    'tests/security/cases.db.test.ts',
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

  // bodies: nobody speaks for another one
  guard(
    'of two bodies of one name the first is taken',
    'src/authority/organisations/body-names.ts',
    'if (then.length === 1)',
    'if (then.length > 0)',
    BODY_NAMES,
  ),
  guard(
    'a body is found without the marks that were typed',
    'src/authority/organisations/body-names.ts',
    'elsewhere === null && !hasMarks(text)',
    'elsewhere === null',
    BODY_NAMES,
  ),
  guard(
    'a body out of the sender is taken for the employer',
    'src/record/register/employment.ts',
    "if (place.kind === 'within' || (lends",
    "if ('bodyId' in place || (lends",
    EMPLOYMENT,
    CARDS_OF_BODIES,
  ),
  guard(
    'what is applied is not asked whose body it states',
    'src/record/register/apply.ts',
    'if (employment.problems.length > 0)',
    'if (false as boolean)',
    EMPLOYMENT,
  ),
  guard(
    'the database takes any employer',
    'src/base/database/migrations/0141_employers.sql',
    'select exists (select 1 from up where body_id = above)',
    'select true',
    EMPLOYMENT,
  ),
  guard(
    'a form that was given to another body is read',
    'src/record/submission/check-upload.ts',
    "if ('bodyId' in place && place.bodyId === file.bodyId) return null;",
    'if (place.kind.length > 0) return null;',
    EMPLOYMENT,
  ),

  // origin: nothing is told as matched that was not
  guard(
    'a changed value is told as matched by the match of another',
    'src/record/matching/compared.ts',
    'newestFirst.find((one) => one.marks[key as MatchedField] === mark)',
    'newestFirst[0]',
    'src/record/matching/compared.test.ts',
  ),
  guard(
    'the population database is asked under a code of our own',
    'src/start/population-access.ts',
    'if (unit === null) return refused',
    'if (false as boolean) return refused',
    'tests/journeys/population-access.db.test.ts',
  ),

  // access
  guard(
    'who sent confirms',
    'src/authority/access/decide.ts',
    'if (subject.makerIdentity === actor.identity ||',
    'if ((false as boolean) ||',
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
    'if (entries.length === 0) return null;',
    'if (entries.length >= 0) return null;',
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
  guard(
    'a logical cell is read as a code or as text',
    'src/standard/cell-text.ts',
    `cell.kind === 'boolean' && !TAKE_LOGICAL.has(spec.name)`,
    'false as boolean',
    'src/standard/cell-text.test.ts',
  ),
  guard(
    'a date cell is read as text',
    'src/standard/cell-text.ts',
    `cell.kind === 'date' && !TAKE_DATES.has(spec.name)`,
    `cell.kind === 'date' && spec.name === 'personName'`,
    'src/standard/cell-text.test.ts',
  ),
  guard(
    'a date cell states a day that it does not show',
    'src/standard/kinds/typed-date.ts',
    `shows === 'month' ? day.slice(0, 7)`,
    `shows === 'month' ? day`,
    'src/standard/kinds.test.ts',
  ),
  guard(
    'a number keeps the form in which a program wrote it',
    'src/doors/workbook/reader/plain-cell.ts',
    'if (afterPoint > 0)',
    'if (false as boolean)',
    READER,
  ),
  guard('a form of XML that is not known is skipped', SCANNER, 'throw unknownForm(`${parent}/${name}`);', `return 'skip';`, SPELLINGS),
  guard(
    'white space in tags is met with a habit, not with the grammar',
    'src/doors/workbook/reader/xml-markup.ts',
    `const ATTRIBUTE = /\\s+([^\\s/<>=&"'!?]+)\\s*=\\s*`,
    `const ATTRIBUTE = / ([^\\s/<>=&"'!?]+)=`,
    SPELLINGS,
  ),
  guard(
    'cells in comments of XML are read',
    'src/doors/workbook/reader/xml-markup.ts',
    `if (third === HYPHEN) return behind(bytes, '-->', from + 4);`,
    'if (third === HYPHEN) return from + 4;',
    SPELLINGS,
  ),
  guard(
    'the main part is looked for under its usual name alone',
    'src/doors/workbook/reader/package-parts.ts',
    `one.type === 'officeDocument'`,
    `one.type === ''`,
    SPELLINGS,
  ),
  guard(
    'a sheet of ours under another name is left out without a word',
    'src/doors/workbook/sheets.ts',
    'if (met && met.keys > 0) return met.shape;',
    '',
    'src/doors/workbook/check-file.test.ts',
  ),
  guard(
    'two values for one cell are laid over each other',
    SCANNER,
    'if (filled[spot.column] === counters.rowElements)',
    'if (false as boolean)',
    'src/doors/workbook/check-file.test.ts',
  ),
  guard(
    "the user's own fill is forgotten beneath a mark",
    'src/doors/workbook/marking/styles.ts',
    'used.set(number, inside);',
    '',
    'src/doors/workbook/give-back.test.ts',
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

  // portraits
  guard(
    'what is no plain picture is kept as a portrait',
    'src/doors/portraits/run-reader.ts',
    'read.segments.some(({ marker }) => !PLAIN.has(marker))',
    '(false as boolean)',
    'src/doors/portraits/reader/make-portrait.test.ts',
  ),
  guard(
    'a picture of endless pixels is decoded',
    'src/doors/portraits/reader/image-head.ts',
    'pixels > PIXELS_MAX',
    '(false as boolean)',
    'src/doors/portraits/reader/make-portrait.test.ts',
  ),
  guard(
    'a picture is not turned as it was held',
    'src/doors/portraits/reader/make-portrait.ts',
    '.autoOrient()',
    '',
    'src/doors/portraits/reader/make-portrait.test.ts',
  ),
  guard(
    'of two pictures of one person one is taken',
    'src/doors/portraits/read-portraits.ts',
    '(count > 1 ?',
    '((false as boolean) ?',
    'src/doors/portraits/read-portraits.test.ts',
  ),
  guard(
    'a picture of nobody is accepted',
    'src/record/submission/whose-number.ts',
    'if (person.checked.nationalId === null || registered) return [];',
    'if (person.row !== null) return [];',
    'src/doors/portraits/portraits.db.test.ts',
  ),
  guard(
    'the name of a picture shows the citizen number',
    'src/record/submission/receive.ts',
    'const shown = withoutLongNumbers(name);',
    'const shown = name;',
    'src/doors/portraits/portraits.db.test.ts',
  ),

  // rules
  guard(
    'a rule speaks outside the days of its law',
    'src/standard/rules.ts',
    '.filter(({ on }) => inForce(find.name, on, employee))',
    '.filter(() => inForce.length > 0)',
    'src/standard/law/rules.test.ts',
  ),
  guard(
    'a rule of the register is not asked on upload',
    'src/record/submission/check-upload.ts',
    'const found = findInRegister(',
    'const found = [].slice(1) as ReturnType<typeof findInRegister>; findInRegister(',
    'src/record/submission/standing.db.test.ts',
  ),
  guard(
    'what was not checked is said to be checked because a list of bodies is at hand',
    'src/doors/workbook/check-file.ts',
    "notChecked: [...NOT_CHECKED_OFFLINE, senderOf(meta.get('body'))].filter(({ needs }) => !(needs === 'bodies' && wish.bodyKnown)),",
    'notChecked: wish.bodyKnown ? [] : NOT_CHECKED_OFFLINE,',
    'tests/journeys/twelve-rules.db.test.ts',
  ),
  guard(
    'a closed record takes changes',
    'src/standard/rules/register-facts.ts',
    'standing?.closed && standing.changesRecord',
    '(false as boolean) && standing',
    'src/standard/rules.test.ts',
    'src/record/submission/standing.db.test.ts',
  ),
  guard(
    'the register is not asked again when a person is decided',
    'src/record/confirmation/decide-person.ts',
    'problems.length === 0 && people.has(decision.personId)',
    'problems.length < 0',
    'src/record/submission/standing.db.test.ts',
  ),
  guard(
    'a number of another person passes as an insurance number',
    'src/standard/rules/identity.ts',
    "value === own || form?.sameAs !== 'soDinhDanh'",
    "value !== own || form?.sameAs !== 'soDinhDanh'",
    'src/standard/unusual-is-a-warning.test.ts',
  ),
  guard(
    'a closed record stays open after its one change',
    'src/base/database/migrations/0185_standing.sql',
    'and r.version = p.version and r.body_id = p.body_id)',
    'and r.body_id = p.body_id)',
    'src/record/submission/standing.db.test.ts',
  ),
  guard(
    'a discipline lengthens nothing',
    'src/standard/raise-due.ts',
    'total += delay.months;',
    'total += 0 * delay.months;',
    'src/standard/rules.test.ts',
    'src/standard/raise-due.test.ts',
  ),
  guard(
    'the order of the sheet decides which pay row came first',
    'src/standard/rules/pay.ts',
    'return first < second ? -1 : first > second ? 1 : a.index - b.index;',
    "return first === '' && second === '' ? 1 : a.index - b.index;",
    'src/standard/rules.test.ts',
  ),
  guard(
    'a form of number holds a person whom the population database would know',
    'src/standard/problems/identity.ts',
    "group: { vi: 'Số định danh không khớp giới tính', en: 'Citizen number and sex disagree' },\n  severity: 'warning',",
    "group: { vi: 'Số định danh không khớp giới tính', en: 'Citizen number and sex disagree' },",
    'src/standard/unusual-is-a-warning.test.ts',
  ),
  guard(
    'two awards of one form in a year are one',
    'src/standard/groups.ts',
    "['hinhThuc', 'nam'], ['cap', 'quyetDinh.so', 'quyetDinh.ngay']",
    "['hinhThuc', 'nam'], []",
    'src/standard/natural-keys.test.ts',
  ),
  guard(
    'Vietnamese words are filled into an English text',
    'src/record/submission/stage-words.ts',
    'export const stageWords = (stage: FileStage): Bilingual => WORDS[stage];',
    'export const stageWords = (stage: FileStage): string => WORDS[stage].vi;',
    'src/record/submission/words.test.ts',
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
    'if (shownHash(shown) !== asked.shownHash)',
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
    'if (top.names.has(name))',
    'if (false as boolean)',
    'tests/security/bad-input.test.ts',
  ),
  guard(
    'a key that was used for another request is used again',
    'src/start/idempotency.ts',
    'if (!row || row.route !== route || !row.request_hash.equals(hash))',
    'if (!row)',
    'tests/security/bad-input.test.ts',
  ),

  // the card's issuer
  guard(
    'tries of a transaction code are not counted',
    'src/uses/card/offer-store.ts',
    'set tries = tries + 1, used_at',
    'set used_at',
    CARD_ROUTES,
  ),
  guard('an offer is redeemed twice', 'src/uses/card/offer-store.ts', 'used_at is null and tries < $4', 'tries < $4', CARD_ROUTES),
  guard(
    'a refresh token is taken with any key',
    'src/uses/card/offer-store.ts',
    'refresh_hash = $1 and dpop_key = $2',
    'refresh_hash = $1 and $2::text is not null',
    CARD_ROUTES,
  ),
  guard(
    'a DPoP proof is taken twice',
    'src/uses/card/credential.ts',
    "return fresh ? grant : refuse('invalid_dpop_proof');",
    'return fresh ? grant : grant;',
    CARD_ROUTES,
  ),
  guard(
    'a nonce is used twice',
    'src/uses/card/credential.ts',
    "if (!(await useNonce(tx, nonce.hash, nonce.expiresAt))) return refuse('invalid_nonce');",
    '',
    CARD_ROUTES,
  ),
  guard('a proof of long ago is taken', 'src/uses/card/proofs.ts', 'iat >= nowSeconds - PROOF_AGE_SECONDS_MAX &&', '', CARD_ROUTES),
  added(
    'the product may flip a bit back',
    CARD_MIGRATION,
    '\ngrant update (ended_at) on status_slot to congvu_app;\n',
    CARD_FOLLOWS,
    WALLS,
  ),
  guard('an ended card leaves its copies good', CARD_MIGRATION, 'and s.idx = c.idx and s.ended_at is null;', 'and false;', CARD_FOLLOWS),
  guard(
    'an ended card comes back',
    CARD_MIGRATION,
    "and state = 'HIEU_LUC') with check (state <> 'HIEU_LUC');",
    ') with check (true);',
    CARD_FOLLOWS,
  ),
  guard(
    'a published bit is taken back when the database was set back',
    'src/uses/card/publish.ts',
    'publishedBits(await readLogFile(needs.folder, statusFile(list))) ?? emptyBits()',
    'emptyBits()',
    'src/uses/card/publish.db.test.ts',
  ),
  guard(
    'who leaves the service keeps the card',
    'src/uses/card/step.ts',
    'if (!fit.fits) return { ends: reasonOfMissing(fit), begins: false };',
    'if (!fit.fits) return NOTHING;',
    'src/uses/card/step.test.ts',
  ),
  guard('a lost phone fetches on', 'src/uses/card/perform.ts', "|| step.ends === 'MAT_DIEN_THOAI'", '', CARD_ROUTES),
  guard(
    'a citizen number typed among words gets on a card',
    'src/uses/card/eligible.ts',
    "LIKE_A_CITIZEN_NUMBER.test(words) ? '' : words",
    'words',
    'src/uses/card/step.test.ts',
  ),
  // the door
  guard(
    'the door tells the server which code it checks',
    'portal/door/door.ts',
    '    const judged = await judgeCode(',
    '    void fetch(`/card/trust-list?ma=${text.slice(-30)}`);\n    const judged = await judgeCode(',
    DOOR_IN_BROWSER,
  ),
  guard(
    'the door keeps codes as they are, not their hashes',
    'portal/door/seen-codes.ts',
    'const code = hash(what, salt);',
    'const code = what;',
    'portal/door/seen-codes.test.ts',
  ),
  guard(
    'the door takes an older trust list again',
    'portal/door/lists.ts',
    'seenVersion: before.kept?.version ?? 0',
    'seenVersion: 0',
    'portal/door/lists.test.ts',
  ),
  guard(
    'a status list of another server is fetched',
    'portal/door/lists.ts',
    'if (!uri.startsWith(`${site}/`)) return null;',
    '',
    'portal/door/lists.test.ts',
  ),
  guard(
    'the scanner asks a public server for its program',
    'portal/door/scanner-worker.ts',
    'let detector: BarcodeDetector | null = null;',
    "let detector: BarcodeDetector | null = new BarcodeDetector({ formats: ['qr_code'] });",
    DOOR_IN_BROWSER,
  ),

  // the card: what a check rests on
  guard(
    'a status list that nobody signed is taken',
    'src/standard/card/status-list.ts',
    `if (!(await verifyJws(crypto, key.jwk, jws))) return bad('bad-signature');`,
    '',
    CARD_LISTS,
  ),
  guard('a key for cards signs status lists', 'src/standard/card/sd-jwt.ts', 'one.use === use && ', '', CARD_LISTS),
  guard(
    'a trust list that was already replaced is taken again',
    'src/standard/card/trust-list.ts',
    `list.version < check.seenVersion ? bad('older-than-seen') : good(list)`,
    'good(list)',
    CARD_LISTS,
  ),
  guard(
    'the algorithm of a card is whatever it says',
    'src/standard/card/compact-jws.ts',
    `return header['alg'] === 'ES256' ? null : 'wrong-algorithm';`,
    'return null;',
    'src/standard/card/sd-jwt.test.ts',
    CARD_JUDGE,
  ),
  guard(
    'a claim that the issuer did not sign is shown',
    'src/standard/card/sd-jwt.ts',
    'if (!signed.delete(digest) || shown.has(name) || ',
    'if (shown.has(name) || ',
    CARD_JUDGE,
  ),
  guard(
    'a verdict on data older than a day is green',
    'src/standard/card/judge.ts',
    `if (nowMs - Date.parse(list.issuedAt) > STATUS_AGE_MS_MAX || Date.parse(list.expiresAt) <= nowMs) return 'status-list-too-old';`,
    '',
    CARD_JUDGE,
  ),
  guard(
    'a verdict is kept and said again after the card was ended',
    'src/standard/card/judge.ts',
    'export async function judgeCard(input: string, context: JudgeContext): Promise<Verdict> {',
    `const SAID = new Map<string, Verdict>();
export async function judgeCard(input: string, context: JudgeContext): Promise<Verdict> {
  const said = SAID.get(input) ?? (await judgeAnew(input, context));
  SAID.set(input, said);
  return said;
}
async function judgeAnew(input: string, context: JudgeContext): Promise<Verdict> {`,
    CARD_JUDGE,
  ),
  guard('a code that was shown is not remembered', 'src/standard/card/judge.ts', 'until.set(what, untilMs);', '', CARD_JUDGE),
  guard(
    'a code is good for an hour',
    'src/standard/card/limits.ts',
    'DOOR_QR_AGE_MS_MAX = 60_000',
    'DOOR_QR_AGE_MS_MAX = 3_600_000',
    CARD_JUDGE,
  ),
  guard(
    'anybody may show the card of another',
    'src/standard/card/sd-jwt.ts',
    `if (!(await verifyJws(crypto, holderKey, keyBinding))) return bad('wrong-holder-key');`,
    '',
    CARD_JUDGE,
  ),
  guard(
    'a test card passes at a real door',
    'src/standard/card/judge.ts',
    'if (foreign) return',
    'if (false as boolean) return',
    CARD_JUDGE,
  ),
  guard(
    'a copy with digits of the citizen number is handed over',
    'src/uses/card/core/independent-check.ts',
    `return digitsFound(copy, nationalId) === null ? null : 'digits';`,
    'return null;',
    'src/uses/card/core/issue-copy.test.ts',
  ),
  guard(
    'a copy is handed over that nobody looked at',
    'src/uses/card/core/issue-copy.ts',
    'if (fault === null) return copy;',
    'return copy;',
    'src/uses/card/core/issue-copy.test.ts',
  ),
  guard(
    'a bomb is inflated to its end',
    'src/standard/card/web-crypto.ts',
    'if (length > bytesMax) {',
    'if (false as boolean) {',
    'src/standard/card/web-crypto.test.ts',
  ),
  // the proof of the register, and what a backup must not lose
  guard(
    'a version is registered without its digest in the leaf',
    'src/record/register/apply.ts',
    'rows: [versionWitness(write)],',
    'rows: [],',
    'tests/security/state-proof.db.test.ts',
  ),
  guard(
    'rows that no act wrote are not looked for',
    'src/authority/audit/verify-state.ts',
    'for (const row of strange) add(',
    'for (const row of strange.slice(0, 0)) add(',
    'tests/security/state-proof.db.test.ts',
  ),
  guard(
    'the instants of transactions are not compared',
    'src/authority/audit/verify-state.ts',
    '  await compareInstants(tx, add);\n',
    '',
    'tests/security/state-proof.db.test.ts',
  ),
  guard(
    'today is not held against the versions',
    'src/record/register/witness.ts',
    'differencesOf(keys, row).map(',
    'differencesOf(keys, row).slice(0, 0).map(',
    'tests/security/state-proof.db.test.ts',
  ),
  guard(
    'frames of a backup are bound to no place',
    'src/start/backup.ts',
    "backup/${Buffer.from(id).toString('hex')}/${frame}",
    'backup',
    'src/start/backup.db.test.ts',
  ),
  guard(
    'a backup gets its name although the log took no row of it',
    'src/start/backup.ts',
    'await recorded(record(witness));',
    'await recorded(record(witness)).catch(() => undefined);',
    'src/start/backup.db.test.ts',
  ),
  guard(
    'a restore leaves no row of the log',
    'src/start/backup.ts',
    "await recorded(record(tx, witnessOf(put, hash.digest('hex'))));",
    'await recorded(Promise.resolve());',
    'src/start/backup.db.test.ts',
  ),
  guard(
    'a comment names a threat that nobody described',
    'src/doors/workbook/read-rows.ts',
    '(threats T18, T19)',
    '(threats T18, T91)',
    'tests/house/references.test.ts',
  ),
  guard(
    'a threat names a test that is not there',
    'docs/threats.md',
    '`src/authority/access/csrf.test.ts`',
    '`src/authority/access/csrf-of-old.test.ts`',
    'tests/house/references.test.ts',
  ),
  guard(
    'a screen of the portal takes a value of the server',
    'portal/own/by-day.ts',
    '/**',
    "import '#authority/access/decide.ts';\n/**",
    'tests/house/layout.test.ts',
  ),
  added('an export is left that only tests use', 'src/base/clock.ts', 'export const unusedInTheProduct = 1;\n', 'tests/house/used.test.ts'),
  guard(
    'an act is declared that nothing writes',
    'src/authority/audit/shapes.ts',
    "  'backup.made',",
    "  'backup.made',\n  'backup.burnt' as 'backup.made',",
    'tests/house/acts.test.ts',
  ),
  guard(
    'a restore does not raise record time',
    'src/start/backup.ts',
    `if (frame.kind === 'head') await raiseRecordTime(client, frame.tx);`,
    `if (frame.kind === 'head') continue;`,
    'src/start/backup.db.test.ts',
  ),
  guard(
    'marks are dropped from a text that has some',
    'src/standard/codelists/lookup.ts',
    'const hits = hasMarks(text) ? undefined : index.markless().get(key);',
    'const hits = index.markless().get(key);',
    'src/standard/understanding.test.ts',
    'tests/house/list-words.test.ts',
  ),
  guard(
    'a code in other letter case is taken though a name has its letters',
    'src/standard/codelists/lookup.ts',
    "return named.some(({ code }) => code !== coded.code) ? decide(index, [...hits, ...named], on, 'code') : coded;",
    'return coded;',
    'src/standard/understanding.test.ts',
  ),
  guard(
    'opposites may be near by their letters',
    'src/standard/codelists/text-keys.ts',
    'negationsIn(a) === negationsIn(b);',
    'negationsIn(a) !== undefined || negationsIn(b) !== undefined;',
    'src/standard/codelists/near-names.test.ts',
  ),
  guard(
    'a stand-in is a value',
    'src/standard/stand-ins.ts',
    'if (word !== undefined) return word;',
    'if (word !== undefined) return undefined;',
    'src/standard/understanding.test.ts',
  ),
  guard(
    'what was rewritten in an address is not told',
    'src/standard/kinds/address.ts',
    'of found.rewritten) {',
    'of found.rewritten.slice(0, 0)) {',
    'src/standard/understanding.test.ts',
  ),
  guard(
    'a blob is told as kept before its bytes are on the disk',
    'src/base/blob-store.ts',
    '          await handle.sync();\n        } finally {\n          await handle.close();\n        }\n        await files.rename',
    '        } finally {\n          await handle.close();\n        }\n        await files.rename',
    'src/base/blob-store.test.ts',
  ),
  guard(
    'a blob is told as kept before its name is on the disk',
    'src/base/blob-store.ts',
    '        await syncFolder(files, place.folder);\n',
    '',
    'src/base/blob-store.test.ts',
  ),
  guard('the budget of requests never ends', 'src/start/budget.ts', 'if (tokens < 1)', 'if (tokens < 0)', 'src/start/budget.test.ts'),
  guard(
    'a wallet’s token never runs out',
    'src/uses/card/offer-store.ts',
    ' and access_expires_at > $2 and',
    ' and $2::timestamptz is not null and',
    'src/uses/card/routes.db.test.ts',
  ),
  guard(
    'the state of the log moves under a term that is over',
    'src/authority/audit/store.ts',
    'where log = $1 and term = $2 and size = $3',
    'where log = $1 and term <= $2 + 1 and size = $3',
    'src/authority/audit/sequencer.db.test.ts',
  ),
  guard(
    'people that an officer sees are not counted',
    'src/authority/audit/record.ts',
    'if (who && !who.isSystem) await spendReading',
    'if (who === undefined) await spendReading',
    'tests/security/reading-budget.db.test.ts',
  ),
  guard(
    'an attestation may name another signer',
    'src/base/database/migrations/0171_walls_by_role.sql',
    '  signer_id = (select session_person()) and body_id',
    '  body_id',
    'tests/security/walls-by-role.db.test.ts',
  ),
  guard(
    'the log may be written in any role',
    'src/base/database/migrations/0171_walls_by_role.sql',
    "\n  and string_to_array(role, '+') <@ (select session_roles())",
    '',
    'tests/security/walls-by-role.db.test.ts',
  ),
  // deeds
  guard(
    'one decision may name an item twice',
    'src/record/confirmation/decide-person.ts',
    'if (new Set(ids).size < ids.length)',
    'if (ids.length < 0)',
    'src/record/submission/one-verdict.db.test.ts',
  ),
  guard(
    'who said "send" is no maker',
    'src/record/submission/makers.ts',
    'select a.submission_id, a.person_id, f.submitted_identity',
    'select a.submission_id, a.person_id, f.sender_identity',
    'src/record/submission/one-verdict.db.test.ts',
  ),
  guard(
    "the person's row is not locked at the decision (F14)",
    'src/record/confirmation/decide-person.ts',
    'asked.personId, known, { lock: true });',
    'asked.personId, known);',
    'src/record/submission/one-verdict.db.test.ts',
  ),
  guard(
    'a kept answer is given without asking again',
    'src/start/idempotency.ts',
    'if (mayNot) return',
    'if (mayNot === undefined) return',
    'tests/security/kept-answers.db.test.ts',
  ),
  guard(
    'a kept answer stands for ever',
    'src/start/idempotency.ts',
    'const KEPT_MS_MAX = 24 * 3_600_000',
    'const KEPT_MS_MAX = 9_999 * 3_600_000',
    'tests/security/kept-answers.db.test.ts',
  ),
  guard(
    'the wall of kept answers is open (F24)',
    'src/base/database/migrations/0090_http.sql',
    'using (account_id = (select session_person()) or (select session_is_system()))',
    'using (true)',
    'tests/security/kept-answers.db.test.ts',
  ),
  guard(
    'a refusal leaves nothing',
    'src/start/server.ts',
    '  recordRefusals(app, composed);\n',
    '',
    'tests/security/kept-answers.db.test.ts',
  ),
  guard(
    'no answer is marked no-store (F20)',
    'src/start/server.ts',
    "'cache-control': 'no-store'",
    "'cache-control': 'private'",
    'tests/security/every-route.db.test.ts',
  ),
  guard(
    'the history of a field leaves no row (F02)',
    'src/record/register/read.ts',
    "act: 'record.history',\n      purpose: 'CONSULT',\n      bodyId: person.bodyId,\n      objectId: personId,",
    "act: 'record.history',\n      purpose: 'CONSULT',\n      bodyId: person.bodyId,\n      objectId: null,",
    'tests/security/every-route.db.test.ts',
  ),
  guard(
    'a number cell with a fraction or a minus is read by its digits',
    'src/standard/kinds/name-number.ts',
    "kind === 'number' && ",
    "kind !== 'number' && ",
    OTHER_FACTS,
  ),
  guard(
    'a citizen number that begins with 0 gets a zero in front',
    'src/base/vietnamese/numbers.ts',
    '/^[1-9]\\d{10}$/.test(digits)',
    '/^\\d{11}$/.test(digits)',
    OTHER_FACTS,
  ),
  guard(
    'the day of an instant of another zone is taken as written',
    'src/base/vietnamese/dates.ts',
    '  if (instant) return instant;\n',
    '',
    OTHER_FACTS,
  ),
  guard(
    'two names in a cell are one',
    'src/standard/kinds/person-name.ts',
    'if (several !== null)',
    'if (several === undefined)',
    OTHER_FACTS,
  ),
  guard('struck words are read', 'src/standard/cell-text.ts', ' || isStruck(cell.text, at)', '', OTHER_FACTS),
  guard(
    'runs are told without their look',
    'src/doors/workbook/reader/string-item.ts',
    'asShown(plainString(child.text), look)',
    'plainString(child.text)',
    READER,
  ),
  guard(
    'a percent cell is told without its sign',
    'src/doors/workbook/raw-cell.ts',
    "shows === 'percent') return { text: percentText(text)",
    "shows === 'percent') return { text",
    'src/doors/workbook/raw-cell.test.ts',
  ),
  guard('signs between digits mean nothing', 'src/standard/codelists/text-keys.ts', ".replace(BETWEEN_DIGITS, '+')", '', OTHER_FACTS),
  guard(
    'what stands in cells of our units of an address abroad is dropped',
    'src/standard/kinds/address.ts',
    '[details!, ...units]',
    '[details!]',
    OTHER_FACTS,
  ),
  guard('"500.000" is five hundred', 'src/standard/kinds/decimal.ts', 'if (grouped !== null)', 'if (grouped === undefined)', OTHER_FACTS),
  guard(
    'a code of letters is taken whatever stands beside it',
    'src/standard/codelists/lookup.ts',
    'return isDistinct && sameNegation',
    'return (isDistinct || isSure) && sameNegation',
    OTHER_FACTS,
  ),
  guard(
    'a card below 14 is early without end',
    'src/standard/law/parameters.json',
    '"valid_from": "2016-01-01", "valid_to": "2024-06-30"',
    '"valid_from": "2016-01-01", "valid_to": null',
    'src/standard/unusual-is-a-warning.test.ts',
  ),
  guard(
    'inline scripts run in the portal (F25)',
    'src/start/security-headers.ts',
    '"script-src \'self\'"',
    "\"script-src 'self' 'unsafe-inline'\"",
    'src/start/security-headers.test.ts',
  ),
];
