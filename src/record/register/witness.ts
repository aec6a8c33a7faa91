/** Versions of people as `audit verify --state` holds them against their leaves, and today's record as what follows from them. */
import type { DerivedTable, StandingPage, StandingRow, Witness, WitnessedTable } from '#authority/audit/witness.ts';
import { listsOf } from '#authority/code-lists/editions.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import { rowDigest } from '#base/row-digest.ts';
import type { Keys } from '#base/sealing.ts';
import { hotValues } from '#standard/hot-columns.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import type { GroupDocument } from '#standard/shapes.ts';
import { HELD_SQL, UNCONFIRMED_SQL } from './group-keys.ts';
import { openDocument } from './store.ts';
import type { VersionToWrite } from './store.ts';

const TABLE = 'person_version';
const keyOf = (personId: string, version: number): string => `${personId}/${version}`;

interface VersionValues {
  readonly body: string;
  readonly validFrom: string;
  readonly groups: readonly string[];
  /** the text as it is kept */
  readonly document: string;
  readonly sealed: Readonly<Record<string, string>>;
  readonly source: string;
  readonly submission: string | null;
  readonly attestation: string | null;
  /** the bodies of the employment, as the register found them */
  readonly managing: string | null;
  readonly using: string | null;
  /** the lists by which it was judged; null = before editions were kept, and then no part of the digest */
  readonly lists: number | null;
}
const digestOf = ({ sealed, lists, ...values }: VersionValues): string =>
  rowDigest({ ...values, sealed: canonicalJson(sealed), ...(lists === null ? {} : { lists }) });

const [MANAGING, USING] = ['managing_body_id', 'using_body_id'] as const;
const textIn = (hot: VersionToWrite['hot'], column: string): string | null => {
  const value = hot[column] ?? null;
  return value === null ? null : String(value);
};

/** What the act that registers a version says of its row. */
export const versionWitness = (write: VersionToWrite): Witness => ({
  table: TABLE,
  key: keyOf(write.personId, write.version),
  digest: digestOf({
    body: write.bodyId,
    validFrom: write.validFrom,
    groups: write.groups,
    document: JSON.stringify(write.open),
    sealed: write.sealed,
    source: write.source,
    submission: write.submissionId,
    attestation: write.attestationId,
    managing: textIn(write.hot, MANAGING),
    using: textIn(write.hot, USING),
    lists: write.listEdition,
  }),
});

interface VersionRow {
  person_id: string;
  version: number;
  tx: number;
  body_id: string;
  valid_from: string;
  groups: string[];
  document: string;
  sealed: Record<string, string>;
  source: string;
  submission_id: string | null;
  attestation_id: string | null;
  managing_body_id: string | null;
  using_body_id: string | null;
  list_edition: number | null;
}

const COLUMNS =
  'person_id, version, tx, body_id, valid_from, groups, document, sealed, source, submission_id, attestation_id, managing_body_id, using_body_id, list_edition';
const standing = (row: VersionRow): StandingRow => ({
  key: keyOf(row.person_id, row.version),
  digest: digestOf({
    body: row.body_id,
    validFrom: row.valid_from,
    groups: row.groups,
    document: row.document,
    sealed: row.sealed,
    source: row.source,
    submission: row.submission_id,
    attestation: row.attestation_id,
    managing: row.managing_body_id,
    using: row.using_body_id,
    lists: row.list_edition,
  }),
  tx: row.tx,
  about: row.person_id,
});

/** What an act that wrote versions of these people anew left of them: an erasure leaves rows without content. */
export async function versionsLeftOf(tx: Tx, personIds: readonly string[]): Promise<Witness[]> {
  const rows = await tx.query<VersionRow>(
    `select ${COLUMNS} from person_version where person_id = any ($1::uuid[]) order by person_id, version`,
    [personIds],
  );
  return rows.map(standing).map(({ key, digest }) => ({ table: TABLE, key, digest }));
}

export const witnessedVersions: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit): Promise<StandingPage> {
    const [person, version] = after === null ? ['00000000-0000-0000-0000-000000000000', '0'] : after.split('/');
    const rows = await tx.query<VersionRow>(
      `select ${COLUMNS} from person_version where (person_id, version) > ($1::uuid, $2::int) order by person_id, version limit $3`,
      [person, version, limit],
    );
    const last = rows.at(-1);
    return {
      rows: rows.map(standing),
      next: last && rows.length === limit ? keyOf(last.person_id, last.version) : null,
    };
  },
  known: ({ act, objectId, revision }) => (act === 'record.registered' && objectId ? [keyOf(objectId, revision)] : []),
};

interface PersonRow {
  person_id: string;
  version: number;
  document: Record<string, GroupDocument>;
  sealed: Record<string, string>;
  salt: Buffer | null;
  /** each group of today as the version that states it has it */
  stated: Record<string, { readonly open: GroupDocument | null; readonly sealed: string | null }> | null;
  newest: number | null;
  /** the lists by which the newest version was judged: its hot columns follow by them */
  edition: number | null;
  /** the bodies of the employment as the newest version has them, or that stand for them since a merger, by the key of their field: found when they were stated, not by the document */
  employers: Record<string, string | null> | null;
  hot: Record<string, unknown>;
  /** of the keys of groups, those that do not follow from heads and versions; of a row that has none yet nothing */
  wrong_keys: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** "3.00" of a record is 3 when the database tells it as a number. */
const sameColumn = (said: unknown, stands: unknown): boolean =>
  typeof stands === 'number' ? Number(said) === stands : String(said ?? '') === String(stands ?? '');

/** Which parts of a person's row of today do not follow from the versions. */
function differencesOf(keys: Keys, row: PersonRow, lists: ListEdition): string[] {
  const wrong: string[] = [];
  if (row.newest !== row.version) wrong.push('version');
  for (const group of new Set([...Object.keys(row.document), ...Object.keys(row.sealed), ...Object.keys(row.stated ?? {})])) {
    const stated = row.stated?.[group];
    // Stated open by a server of the version before: what another had sealed of it is left beside, and read by nobody (`openDocument`).
    const sealed = stated?.open && stated.sealed === null ? null : (row.sealed[group] ?? null);
    if (!stated || !same(stated.open, row.document[group]) || (stated.sealed ?? null) !== sealed) wrong.push(`document.${group}`);
  }
  const hot = judgedBy(lists, () => hotValues(openDocument(keys, row.salt, row.document, row.sealed), row.employers ?? {}));
  for (const [column, value] of Object.entries(hot)) if (!sameColumn(value, row.hot[column])) wrong.push(column);
  return [...wrong, ...row.wrong_keys];
}

/** Today's record of each person: a projection that whoever writes as owner could change without touching a version. */
export const derivedPeople = (keys: Keys): DerivedTable => ({
  table: 'person',
  async differences(tx: Tx, after, limit) {
    const rows = await tx.query<PersonRow>(
      `select p.person_id, p.version, p.document, p.sealed, s.salt, to_jsonb(p) - 'document' - 'sealed' - 'heads' as hot,
              (select max(v.version) from person_version v where v.person_id = p.person_id) as newest,
              (select v.list_edition from person_version v where v.person_id = p.person_id order by v.version desc limit 1) as edition,
              (select jsonb_build_object('coQuanQuanLy', body_stands_for(v.managing_body_id, v.tx), 'coQuanSuDung', body_stands_for(v.using_body_id, v.tx))
                 from person_version v where v.person_id = p.person_id order by v.version desc limit 1) as employers,
              (select jsonb_object_agg(h.key, jsonb_build_object('open', v.document::jsonb -> h.key, 'sealed', v.sealed ->> h.key))
                 from jsonb_each(p.heads) h join person_version v on v.person_id = p.person_id and v.version = (h.value ->> 'v')::int) as stated,
              case when p.groups_held is null then '{}' else array_remove(array[
                case when p.groups_held <> ${HELD_SQL} then 'groups_held' end,
                case when p.has_unconfirmed is distinct from ${UNCONFIRMED_SQL} then 'has_unconfirmed' end], null) end as wrong_keys
         from person p left join person_salt s using (person_id)
        where p.person_id > $1::uuid order by p.person_id limit $2`,
      [after ?? '00000000-0000-0000-0000-000000000000', limit],
    );
    const lists = new Map<number | null, ListEdition>();
    for (const { edition } of rows) if (!lists.has(edition)) lists.set(edition, await listsOf(tx, edition));
    return {
      differing: rows.flatMap((row) => differencesOf(keys, row, lists.get(row.edition)!).map((what) => ({ key: row.person_id, what }))),
      next: rows.length === limit ? rows.at(-1)!.person_id : null,
    };
  },
});
