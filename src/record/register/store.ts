/** All SQL of the register. Row-level security is the second wall under every statement. */
import type { Keys } from '#base/sealing.ts';
import { copyLine, copyLinesInto } from '#base/database/copy-text.ts';
import type { Tx } from '#base/database/transaction.ts';
import { SEALED_GROUPS } from '#standard/dictionary.ts';
import { HOT_COLUMNS } from '#standard/hot-columns.ts';
import type { GroupCode, GroupDocument, RecordDocument } from '#standard/shapes.ts';
import { UNCONFIRMED_AFTER_SQL, groupsHeld } from './group-keys.ts';
import type { EmployerBodies, Heads, PersonVersion, RegisteredPerson } from './shapes.ts';

const sealedGroups: ReadonlySet<string> = new Set(SEALED_GROUPS);

/** Splits a document into what may be read in the database and what stands sealed under the person's key. */
export function sealDocument(
  keys: Keys,
  salt: Uint8Array,
  document: RecordDocument,
): { open: Record<string, GroupDocument>; sealed: Record<string, string> } {
  const open: Record<string, GroupDocument> = {};
  const sealed: Record<string, string> = {};
  for (const [group, value] of Object.entries(document) as [GroupCode, GroupDocument][]) {
    if (sealedGroups.has(group))
      sealed[group] = Buffer.from(keys.seal(salt, `group:${group}`, Buffer.from(JSON.stringify(value)))).toString('base64');
    else open[group] = value;
  }
  return { open, sealed };
}

/**
 * The document whole again. A person whose salt was erased has no sealed groups any more.
 * A group that stands open and sealed was written open by a server of the version before, over one that sealed it: the open one is the newer.
 */
export function openDocument(
  keys: Keys,
  salt: Uint8Array | null,
  open: Record<string, GroupDocument>,
  sealed: Record<string, string>,
): RecordDocument {
  const document: Record<string, GroupDocument> = { ...open };
  if (salt)
    for (const [group, text] of Object.entries(sealed))
      if (!(group in open))
        document[group] = JSON.parse(
          Buffer.from(keys.open(salt, `group:${group}`, Buffer.from(text, 'base64'))).toString(),
        ) as GroupDocument;
  return document as RecordDocument;
}

interface PersonRow {
  person_id: string;
  body_id: string;
  version: number;
  heads: Heads;
  document: Record<string, GroupDocument>;
  sealed: Record<string, string>;
  identity_level: string;
  identity_locked: boolean;
  salt: Buffer | null;
  /** bodies of the employment, by column */
  [employer: string]: unknown;
}

const EMPLOYERS = HOT_COLUMNS.filter((column) => column.of === 'body');
const employersOf = (row: Readonly<Record<string, unknown>>): EmployerBodies =>
  Object.fromEntries(EMPLOYERS.map(({ field, column }) => [field, (row[column] as string | null) ?? null]));

/** People by their ids; those the session may not see are not there. `lock` holds them until the end of the transaction. */
export async function readPeople(
  tx: Tx,
  keys: Keys,
  personIds: readonly string[],
  options: { lock?: boolean } = {},
): Promise<Map<string, RegisteredPerson>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<PersonRow>(
    `select p.person_id, p.body_id, p.version, p.heads, p.document, p.sealed, p.identity_level, p.identity_locked, s.salt${EMPLOYERS.map(({ column }) => `, p.${column}`).join('')}
       from person p left join person_salt s using (person_id)
      where p.person_id = any ($1::uuid[]) order by p.person_id ${options.lock ? 'for update of p' : ''}`,
    [personIds],
  );
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        personId: row.person_id,
        bodyId: row.body_id,
        version: row.version,
        heads: row.heads,
        identityLevel: row.identity_level,
        identityLocked: row.identity_locked,
        employers: employersOf(row),
        document: openDocument(keys, row.salt, row.document, row.sealed),
      },
    ]),
  );
}

/** Who is registered under a citizen number (keyed hash); null when nobody is, or the session may not see them. A number that is only claimed is nobody's yet. */
export async function registeredPerson(tx: Tx, idHash: Buffer): Promise<{ personId: string; bodyId: string; name: string } | null> {
  const [row] = await tx.query<{ person_id: string; body_id: string; full_name: string | null }>(
    `select p.person_id, p.body_id, p.full_name from national_id n join person p using (person_id) where n.id_hash = $1 and n.state = 'registered'`,
    [idHash],
  );
  return row ? { personId: row.person_id, bodyId: row.body_id, name: row.full_name ?? '' } : null;
}

/**
 * Binds the numbers of people who are being registered for the first time: the first confirmation wins. Returns those whose number is somebody else's
 * by now, or who went over to another body: nothing of theirs may be written. MUST be asked in the transaction that registers.
 */
export async function bindNumbers(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ person_id: string }>('select p as person_id from bind_national_ids($1::uuid[]) as p', [personIds]);
  return rows.map((row) => row.person_id);
}

/** Name of a person whose row the session sees; empty when it sees none. */
export async function nameOf(tx: Tx, personId: string): Promise<string> {
  const [row] = await tx.query<{ name: string | null }>('select full_name as name from person where person_id = $1', [personId]);
  return row?.name ?? '';
}

/**
 * The number of a person, keyed: who they are when maker, checker and subject are told apart. Of several (it was made anew) the one that is the
 * actor's own, else the one of today; null when they have none that this session may see.
 */
export const subjectIdentityOf = async (tx: Tx, personId: string, actorIdentity: string): Promise<string | null> =>
  (await subjectIdentitiesOf(tx, [personId], actorIdentity)).get(personId) ?? null;

/** The same of many; who has none is not there. */
export async function subjectIdentitiesOf(
  tx: Tx,
  personIds: readonly string[],
  actorIdentity: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ person_id: string; id_hash: Buffer }>(
    `select distinct on (person_id) person_id, id_hash from national_id where person_id = any ($1::uuid[]) order by person_id, id_hash = $2 desc, state = 'former'`,
    [personIds, Buffer.from(actorIdentity, 'hex')],
  );
  return new Map(rows.map((row) => [row.person_id, row.id_hash.toString('hex')]));
}

/** Keeps the salts of people whose citizen numbers were just claimed, in the same transaction. */
export async function keepSalts(
  tx: Tx,
  bodyId: string,
  people: readonly { readonly personId: string; readonly salt: Uint8Array }[],
): Promise<void> {
  await tx.query('insert into person_salt (person_id, body_id, salt) select p, $3, s from unnest($1::uuid[], $2::bytea[]) as n (p, s)', [
    people.map((one) => one.personId),
    people.map((one) => Buffer.from(one.salt)),
    bodyId,
  ]);
}

/** Salts of people's keys; a person without one was erased or never claimed. */
export async function readSalts(tx: Tx, personIds: readonly string[]): Promise<Map<string, Uint8Array>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<{ person_id: string; salt: Buffer }>(
    'select person_id, salt from person_salt where person_id = any ($1::uuid[])',
    [personIds],
  );
  return new Map(rows.map((row) => [row.person_id, row.salt]));
}

/** A version as a statement gives it, with the salt of its person. */
export interface VersionRow {
  person_id: string;
  version: number;
  tx: number;
  valid_from: string;
  groups: GroupCode[];
  document: string;
  sealed: Record<string, string>;
  source: string;
  submission_id: string | null;
  attestation_id: string | null;
  retracted_tx: number | null;
  list_edition: number | null;
  salt: Buffer | null;
  /** bodies of the employment, by column */
  [employer: string]: unknown;
}

/** Every version of the given people, oldest first. */
export async function readVersions(tx: Tx, keys: Keys, personIds: readonly string[]): Promise<PersonVersion[]> {
  const rows = await tx.query<VersionRow>(
    `select v.person_id, v.version, v.tx, v.valid_from, v.groups, v.document, v.sealed, v.source, v.submission_id, v.attestation_id, v.list_edition, s.salt,
            (select nullif(m.tx_to, 9223372036854775807) from person_merge m where m.into_person = v.person_id and m.written_version = v.version) as retracted_tx${EMPLOYERS.map(({ column }) => `, v.${column}`).join('')}
       from person_version v left join person_salt s using (person_id)
      where v.person_id = any ($1::uuid[]) order by v.person_id, v.version`,
    [personIds],
  );
  return rows.map((row) => versionFrom(keys, row));
}

/** Opens what is sealed in it, as far as the row has it. */
export const versionFrom = (keys: Keys, row: VersionRow): PersonVersion => ({
  personId: row.person_id,
  version: row.version,
  tx: row.tx,
  validFrom: row.valid_from,
  groups: row.groups,
  document: openDocument(keys, row.salt, JSON.parse(row.document) as Record<string, GroupDocument>, row.sealed),
  source: row.source,
  submissionId: row.submission_id,
  attestationId: row.attestation_id,
  employers: employersOf(row),
  retractedTx: row.retracted_tx,
  listEdition: row.list_edition,
});

/** Today's record is laid together anew from the versions that its heads name: what a version that counts no more had brought is gone. */
export async function rebuildDocument(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `update person p set
       document = coalesce((select jsonb_object_agg(h.key, v.document::jsonb -> h.key) from jsonb_each(p.heads) h
         join person_version v on v.person_id = p.person_id and v.version = (h.value ->> 'v')::int where v.document::jsonb ? h.key), '{}'),
       sealed = coalesce((select jsonb_object_agg(h.key, v.sealed -> h.key) from jsonb_each(p.heads) h
         join person_version v on v.person_id = p.person_id and v.version = (h.value ->> 'v')::int where v.sealed ? h.key), '{}')
      where p.person_id = $1`,
    [personId],
  );
}

/** One person's next version, ready to be written. */
export interface VersionToWrite {
  readonly personId: string;
  readonly bodyId: string;
  readonly version: number;
  readonly isNew: boolean;
  readonly validFrom: string;
  readonly groups: readonly GroupCode[];
  /** what the version states */
  readonly open: Record<string, GroupDocument>;
  readonly sealed: Record<string, string>;
  /** groups that stand today because of it (a version for an earlier day may change none) */
  readonly standing: readonly GroupCode[];
  readonly heads: Heads;
  readonly hot: Readonly<Record<string, string | number | boolean | null>>;
  readonly source: string;
  readonly submissionId: string | null;
  readonly attestationId: string | null;
  readonly identityLevel: string;
  readonly identityLocked: boolean;
  /** the lists by which it was judged, and by which its hot columns are derived */
  readonly listEdition: number | null;
}

const hotNames = HOT_COLUMNS.map((column) => column.column);
const STAGED = [
  'person_id',
  'body_id',
  'version',
  'is_new',
  'valid_from',
  'groups',
  'document',
  'sealed',
  'head_document',
  'head_sealed',
  'heads',
  'source',
  'submission_id',
  'attestation_id',
  'dictionary_version',
  'identity_level',
  'identity_locked',
  'list_edition',
  'groups_held',
  ...hotNames,
];

const only = <T>(all: Record<string, T>, groups: readonly string[]): Record<string, T> =>
  Object.fromEntries(
    groups.flatMap((group) => {
      const value = all[group];
      return value === undefined ? [] : [[group, value]];
    }),
  );

function staged(row: VersionToWrite, dictionaryVersion: string): string {
  const document = JSON.stringify(row.open);
  const sealed = JSON.stringify(row.sealed);
  const whole = row.standing.length === row.groups.length;
  return copyLine([
    row.personId,
    row.bodyId,
    row.version,
    row.isNew,
    row.validFrom,
    `{${row.groups.join(',')}}`,
    document,
    sealed,
    // What stands is what was stated, but for a version of an earlier day: then it is sent apart.
    whole ? null : JSON.stringify(only(row.open, row.standing)),
    whole ? null : JSON.stringify(only(row.sealed, row.standing)),
    JSON.stringify(row.heads),
    row.source,
    row.submissionId,
    row.attestationId,
    dictionaryVersion,
    row.identityLevel,
    row.identityLocked,
    row.listEdition,
    groupsHeld(row.heads),
    ...hotNames.map((name) => row.hot[name] ?? null),
  ]);
}

/**
 * Writes versions and the projection of today, one statement a step (COPY does not work into tables with row-level
 * security, so it goes into a session-temporary table first). The only writer of facts.
 */
export async function writeVersions(tx: Tx, rows: readonly VersionToWrite[], dictionaryVersion: string): Promise<void> {
  await tx.query(`create temporary table if not exists version_staged (
      person_id uuid, body_id uuid, version int, is_new boolean, valid_from date, groups text[], document text, sealed jsonb, head_document jsonb, head_sealed jsonb,
      heads jsonb, source text, submission_id uuid, attestation_id uuid, dictionary_version text, identity_level text, identity_locked boolean, list_edition int, groups_held int,
      ${HOT_COLUMNS.map((column) => `${column.column} ${column.sqlType}`).join(', ')}) on commit delete rows`);
  await copyLinesInto(
    tx,
    'version_staged',
    STAGED,
    (function* () {
      for (const row of rows) yield staged(row, dictionaryVersion);
    })(),
  );
  const hot = hotNames.map((name) => `, ${name}`).join('');
  const [fresh, known] = [rows.some((row) => row.isNew), rows.some((row) => !row.isNew)];
  if (fresh)
    await tx.query(`insert into person (person_id, body_id, version, tx, heads, document, sealed, identity_level, identity_locked, groups_held, has_unconfirmed${hot})
    select person_id, body_id, version, (select record_tx()), heads, coalesce(head_document, document::jsonb), coalesce(head_sealed, sealed), identity_level, identity_locked, groups_held, attestation_id is null and groups_held <> 0${hot} from version_staged where is_new`);
  if (known)
    await tx.query(`update person p set version = s.version, tx = (select record_tx()), heads = s.heads, document = (p.document - array(select jsonb_object_keys(coalesce(s.head_sealed, s.sealed)))) || coalesce(s.head_document, s.document::jsonb),
      sealed = (p.sealed - array(select jsonb_object_keys(coalesce(s.head_document, s.document::jsonb)))) || coalesce(s.head_sealed, s.sealed),
      identity_level = s.identity_level, identity_locked = s.identity_locked, groups_held = s.groups_held, has_unconfirmed = ${UNCONFIRMED_AFTER_SQL}${hotNames.map((name) => `, ${name} = s.${name}`).join('')}
    from version_staged s where not s.is_new and p.person_id = s.person_id`);
  // Before the versions: one is written only by the body that the register knows to manage the person.
  await tx.query(
    'select keep_reach(array(select person_id from version_staged where is_new), array(select person_id from version_staged where not is_new))',
  );
  await tx.query(`insert into person_version (person_id, version, body_id, valid_from, groups, document, sealed, source, submission_id, attestation_id, dictionary_version, list_edition${hot})
    select person_id, version, body_id, valid_from, groups, document, sealed, source, submission_id, attestation_id, dictionary_version, list_edition${hot} from version_staged`);
  const [lost] = fresh
    ? await tx.query<{ n: number }>(
        'select count(*)::int as n from bind_national_ids(array(select person_id from version_staged where is_new))',
      )
    : [{ n: 0 }];
  if (lost?.n !== 0) throw new Error('a person is being registered whose number is not bound to them');
  await tx.query('truncate version_staged');
}
