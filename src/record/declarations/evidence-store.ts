/** SQL of papers that come along with a declaration. Row-level security of migration 0902 is the second wall under each statement. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ScanState } from '#base/files/file-scan.ts';
import type { ItemDecision } from '#record/confirmation/shapes.ts';
import type { Keys } from '#base/sealing.ts';
import { readSalts } from '#record/register/store.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { NamedEvidence } from './evidence-port.ts';
import type { InIntake } from './standing.ts';
import type { Draft } from './store.ts';

const PURPOSE = 'declaration-evidence';
const sealed = (keys: Pick<Keys, 'seal'>, salt: Uint8Array, bytes: Uint8Array): Buffer => Buffer.from(keys.seal(salt, PURPOSE, bytes));
const opened = (keys: Pick<Keys, 'open'>, salt: Uint8Array, bytes: Uint8Array): Buffer => Buffer.from(keys.open(salt, PURPOSE, bytes));

/** What is sealed beside a paper. */
export interface OwnEvidence extends NamedEvidence {
  /** citizen number of its person */
  readonly number: string;
}

/** A paper without its bytes. */
export interface EvidenceRow {
  readonly evidenceId: string;
  readonly declarationId: string;
  readonly group: GroupCode;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pages: number;
  readonly fromPhoto: boolean;
  readonly addedAt: Instant;
  readonly named: NamedEvidence;
  readonly uploadNumber: string | null;
  /** null: it was not brought in yet */
  readonly intake: InIntake | null;
  readonly reasons: readonly { readonly group: GroupCode; readonly decision: ItemDecision | null }[];
  readonly problems: readonly string[];
}

const COLUMNS = `e.person_id as "personId", e.evidence_id as "evidenceId", e.declaration_id as "declarationId", e.group_code as "group", e.sha256, e.size_bytes as "sizeBytes", e.pages,
  e.from_photo as "fromPhoto", e.added_at as "addedAt", e.named_sealed as "namedSealed"`;

type Read = Omit<EvidenceRow, 'named' | 'intake'> & {
  readonly personId: string;
  readonly namedSealed: Buffer;
  readonly stage: string | null;
} & Omit<InIntake, 'stage' | 'replaced'>;

/** The own papers of these declarations, in the order in which they were added; of a record that was joined too. MUST run with the own record's policies. */
export async function evidenceOf(tx: Tx, keys: Pick<Keys, 'open'>, declarationIds: readonly string[]): Promise<readonly EvidenceRow[]> {
  const rows = await tx.query<Read>(
    `select ${COLUMNS}, i.upload_number as "uploadNumber", i.stage, i.rejected, i.waiting, i.returned, i.withdrawn, i.registered,
            coalesce(i.reasons, '[]') as reasons, coalesce(i.problems, '{}') as problems
       from declaration_evidence e left join own_evidence() i using (evidence_id)
      where e.person_id = any ((select session_own_people())::uuid[]) and e.declaration_id = any ($1::uuid[]) order by e.added_at, e.evidence_id`,
    [declarationIds],
  );
  if (rows.length === 0) return [];
  const salts = await readSalts(tx, [...new Set(rows.map(({ personId }) => personId))]);
  return rows.flatMap(({ personId, namedSealed, stage, rejected, waiting, returned, withdrawn, registered, ...row }) => {
    const salt = salts.get(personId);
    if (!salt) return [];
    const intake = stage === null ? null : { stage, rejected, waiting, returned, withdrawn, registered, replaced: false };
    return [{ ...row, named: JSON.parse(opened(keys, salt, namedSealed).toString()) as NamedEvidence, intake }];
  });
}

/** How many papers a draft has, and their bytes together. */
export async function evidenceSoFar(
  tx: Tx,
  { personId, declarationId }: Pick<Draft, 'personId' | 'declarationId'>,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const [row] = await tx.query<{ count: number; bytes: number }>(
    'select count(*)::int as count, coalesce(sum(size_bytes), 0)::bigint as bytes from declaration_evidence where person_id = $1 and declaration_id = $2',
    [personId, declarationId],
  );
  return row!;
}

export interface NewEvidence {
  readonly evidenceId: string;
  readonly group: GroupCode;
  readonly sha256: string;
  readonly pages: number;
  readonly fromPhoto: boolean;
  readonly scan: ScanState;
  readonly at: Instant;
  readonly named: OwnEvidence;
  readonly pdf: Uint8Array;
}

export const insertEvidence = (
  tx: Tx,
  keys: Pick<Keys, 'seal'>,
  salt: Uint8Array,
  { personId, declarationId }: Pick<Draft, 'personId' | 'declarationId'>,
  one: NewEvidence,
): Promise<unknown> =>
  tx.query(
    `insert into declaration_evidence (person_id, evidence_id, declaration_id, group_code, sha256, size_bytes, pages, from_photo, scan, added_at, named_sealed, content_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      personId,
      one.evidenceId,
      declarationId,
      one.group,
      one.sha256,
      one.pdf.length,
      one.pages,
      one.fromPhoto,
      one.scan,
      one.at,
      sealed(keys, salt, Buffer.from(JSON.stringify(one.named satisfies OwnEvidence))),
      sealed(keys, salt, one.pdf),
    ],
  );

/** Takes a paper out of the draft; false: there is none of this id in it. */
export async function deleteEvidence(tx: Tx, { personId, declarationId }: Draft, evidenceId: string): Promise<boolean> {
  const rows = await tx.query(
    'delete from declaration_evidence where person_id = $1 and declaration_id = $2 and evidence_id = $3 returning 1',
    [personId, declarationId, evidenceId],
  );
  return rows.length > 0;
}

/** The PDF of a paper of the own draft; null: there is none of this id. */
export async function evidenceBytes(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  salt: Uint8Array,
  { personId, declarationId }: Draft,
  evidenceId: string,
): Promise<Uint8Array | null> {
  const [row] = await tx.query<{ content: Buffer }>(
    'select content_sealed as content from declaration_evidence where person_id = $1 and declaration_id = $2 and evidence_id = $3',
    [personId, declarationId, evidenceId],
  );
  return row ? opened(keys, salt, row.content) : null;
}

/** A paper of a declaration that was sent, not brought in yet. */
export interface EvidenceToBring {
  readonly personId: string;
  readonly evidenceId: string;
  /** the body that manages the record today */
  readonly bodyId: string;
  readonly accountId: string;
  readonly identity: Buffer;
  readonly name: string;
  readonly sentAt: Instant;
  readonly sha256: string;
  readonly scan: ScanState;
  readonly named: OwnEvidence;
  readonly pdf: Uint8Array;
}

/** Those that wait to be brought, after this one. Needs a system session over all bodies. */
export async function evidenceToBringIds(tx: Tx, after: string | null, limit: number): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select e.evidence_id as id from declaration_evidence e join declaration d on d.person_id = e.person_id and d.declaration_id = e.declaration_id
       join person_salt t on t.person_id = e.person_id
      where e.submission_id is null and d.submission_id is not null and d.withdrawn_at is null and length(e.content_sealed) > 0 and ($1::uuid is null or e.evidence_id > $1)
      order by e.evidence_id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

type Waiting = Omit<EvidenceToBring, 'named' | 'pdf'> & { readonly namedSealed: Buffer; readonly content: Buffer; readonly salt: Buffer };

/** One that waits to be brought, held: another round of the background leaves it alone. Null: it does not wait any more. Needs a system session over all bodies. */
export async function evidenceToBring(tx: Tx, keys: Pick<Keys, 'open'>, evidenceId: string): Promise<EvidenceToBring | null> {
  const [row] = await tx.query<Waiting>(
    `select e.person_id as "personId", e.evidence_id as "evidenceId", p.body_id as "bodyId", a.account_id as "accountId", a.identity, a.name,
            d.sent_at as "sentAt", e.sha256, e.scan, e.named_sealed as "namedSealed", e.content_sealed as content, t.salt
       from declaration_evidence e
       join declaration d on d.person_id = e.person_id and d.declaration_id = e.declaration_id
       join person p on p.person_id = standing_person(e.person_id)
       join person_salt t on t.person_id = e.person_id
       join account a on a.account_id = d.by_account
      where e.evidence_id = $1 and e.submission_id is null and d.submission_id is not null and d.withdrawn_at is null and length(e.content_sealed) > 0
      for update of e skip locked`,
    [evidenceId],
  );
  if (!row) return null;
  const { namedSealed, content, salt, ...one } = row;
  return { ...one, named: JSON.parse(opened(keys, salt, namedSealed).toString()) as OwnEvidence, pdf: opened(keys, salt, content) };
}

/** The intake keeps it now: what was sealed here goes. */
export const setEvidenceBrought = (
  tx: Tx,
  { personId, evidenceId }: Pick<EvidenceToBring, 'personId' | 'evidenceId'>,
  { submissionId, round }: { readonly submissionId: string; readonly round: number },
): Promise<unknown> =>
  tx.query(
    `update declaration_evidence set submission_id = $3, round = $4, content_sealed = '' where person_id = $1 and evidence_id = $2`,
    [personId, evidenceId, submissionId, round],
  );

/** A paper that was brought in beside a declaration. */
export interface EvidenceBeside {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly group: GroupCode;
}

/** Papers beside a declaration's submission, by bodies of the session; of any other submission none. */
export const evidenceBeside = (tx: Tx, submissionId: string): Promise<readonly EvidenceBeside[]> =>
  tx.query<EvidenceBeside>(
    `select submission_id as "submissionId", upload_number as "uploadNumber", group_code as "group" from evidence_beside($1)`,
    [submissionId],
  );
