/** All SQL of the room. Row-level security of migration 0846 is the second wall under each statement. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { readSalts } from '#record/register/store.ts';
import type { ItemDecision } from '#record/confirmation/shapes.ts';
import type { Keys } from '#base/sealing.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { DraftGroups } from './content.ts';
import type { GroupDraft } from './shapes.ts';
import type { InIntake } from './standing.ts';

const PURPOSE = 'declaration';
const sealed = (keys: Pick<Keys, 'seal'>, salt: Uint8Array, text: string): Buffer =>
  Buffer.from(keys.seal(salt, PURPOSE, Buffer.from(text)));
/** What was declared, as it is kept. */
export const sealContent = sealed;
const opened = (keys: Pick<Keys, 'open'>, salt: Uint8Array, bytes: Uint8Array): string =>
  Buffer.from(keys.open(salt, PURPOSE, bytes)).toString();

export type DeclarationKind = 'first' | 'update';

export interface Draft {
  readonly personId: string;
  readonly declarationId: string;
  readonly bodyId: string;
  readonly kind: DeclarationKind;
}

/** The own draft; null: there is none. */
export async function ownDraft(tx: Tx, { lock = false } = {}): Promise<Draft | null> {
  const [row] = await tx.query<Draft>(
    `select person_id as "personId", declaration_id as "declarationId", body_id as "bodyId", kind from declaration
      where person_id = (select session_own_person()) and sent_at is null ${lock ? 'for update' : ''}`,
  );
  return row ?? null;
}

/** Opens a draft; one that another phone opened meanwhile is the one. */
export async function insertDraft(tx: Tx, draft: Draft & { readonly at: Instant }): Promise<void> {
  await tx.query(
    `insert into declaration (person_id, declaration_id, body_id, by_account, kind, opened_at) values ($1, $2, $3, session_person(), $4, $5)
     on conflict (person_id) where sent_at is null do nothing`,
    [draft.personId, draft.declarationId, draft.bodyId, draft.kind, draft.at],
  );
}

/** The groups of a declaration as they were saved. */
export async function groupsOf(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  salt: Uint8Array,
  { personId, declarationId }: Pick<Draft, 'personId' | 'declarationId'>,
): Promise<DraftGroups> {
  const rows = await tx.query<{ group_code: GroupCode; cells_sealed: Buffer }>(
    'select group_code, cells_sealed from declaration_group where person_id = $1 and declaration_id = $2 order by group_code',
    [personId, declarationId],
  );
  return new Map(rows.map((row) => [row.group_code, JSON.parse(opened(keys, salt, row.cells_sealed)) as GroupDraft]));
}

/** The groups of these declarations of the own person as they were saved, by declaration. */
export async function groupsOfAll(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  declarationIds: readonly string[],
): Promise<ReadonlyMap<string, DraftGroups>> {
  const rows = await tx.query<{ personId: string; declarationId: string; group: GroupCode; cells: Buffer }>(
    `select person_id as "personId", declaration_id as "declarationId", group_code as "group", cells_sealed as cells from declaration_group
      where person_id = any ((select session_own_people())::uuid[]) and declaration_id = any ($1::uuid[])`,
    [declarationIds],
  );
  const salts = await readSalts(tx, [...new Set(rows.map(({ personId }) => personId))]);
  const groups = new Map<string, Map<GroupCode, GroupDraft>>();
  for (const { personId, declarationId, group, cells } of rows) {
    const salt = salts.get(personId);
    if (!salt) continue;
    const of = groups.get(declarationId) ?? new Map<GroupCode, GroupDraft>();
    groups.set(declarationId, of.set(group, JSON.parse(opened(keys, salt, cells)) as GroupDraft));
  }
  return groups;
}

export async function saveGroup(
  tx: Tx,
  keys: Pick<Keys, 'seal'>,
  salt: Uint8Array,
  draft: Pick<Draft, 'personId' | 'declarationId'>,
  saved: { readonly group: string; readonly at: Instant; readonly filled: GroupDraft },
): Promise<void> {
  await tx.query(
    `insert into declaration_group (person_id, declaration_id, group_code, mark, cells_sealed, saved_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (person_id, declaration_id, group_code) do update set mark = excluded.mark, cells_sealed = excluded.cells_sealed, saved_at = excluded.saved_at`,
    [draft.personId, draft.declarationId, saved.group, saved.filled.mark, sealed(keys, salt, JSON.stringify(saved.filled)), saved.at],
  );
}

export interface Sending {
  readonly at: Instant;
  readonly asOfVersion: number;
  readonly truth: string;
  readonly right: readonly string[];
  readonly changed: readonly string[];
  readonly content: string;
}

export async function sendDraft(tx: Tx, keys: Pick<Keys, 'seal'>, salt: Uint8Array, draft: Draft, sending: Sending): Promise<boolean> {
  const rows = await tx.query(
    `update declaration set sent_at = $3, sent_tx = record_tx(), as_of_version = $4, truth = $5, right_groups = $6, changed_groups = $7, content_sealed = $8
      where person_id = $1 and declaration_id = $2 and sent_at is null returning 1`,
    [
      draft.personId,
      draft.declarationId,
      sending.at,
      sending.asOfVersion,
      sending.truth,
      sending.right,
      sending.changed,
      sealed(keys, salt, sending.content),
    ],
  );
  return rows.length > 0;
}

export interface SentRow {
  readonly personId: string;
  readonly declarationId: string;
  readonly bodyId: string;
  readonly kind: DeclarationKind;
  readonly sentAt: Instant;
  readonly truth: string;
  readonly changed: readonly string[];
  readonly submissionId: string | null;
  readonly uploadNumber: string | null;
  readonly receipt: string | null;
  readonly intake: InIntake | null;
  /** groups of which something is not in the record yet; null: it was not sent on, and that may be all of them */
  readonly openGroups: readonly GroupCode[] | null;
  readonly reasons: readonly { readonly group: GroupCode; readonly decision: ItemDecision | null }[];
  readonly problems: readonly string[];
  /** when its person took it back; null: they did not */
  readonly withdrawnAt: Instant | null;
  /** something was sent since it was taken back */
  readonly resent: boolean;
  /** where it was typed */
  readonly origin: 'portal' | 'vneid';
}

/** What the own person sent, newest first (`limit` null: all), with how the intake has it. MUST run with the own record's policies. */
export async function ownSent(tx: Tx, limit: number | null): Promise<readonly SentRow[]> {
  const rows = await tx.query<Omit<SentRow, 'intake'> & InIntake & { readonly stage: string | null }>(
    `select d.person_id as "personId", d.declaration_id as "declarationId", d.body_id as "bodyId", d.kind, d.sent_at as "sentAt", d.truth, d.changed_groups as changed,
            d.submission_id as "submissionId", i.upload_number as "uploadNumber", i.receipt, i.stage, i.rejected, i.waiting, i.returned, i.withdrawn, i.registered, i.replaced,
            i.open_groups as "openGroups", coalesce(i.reasons, '[]') as reasons, coalesce(i.problems, '{}') as problems, d.withdrawn_at as "withdrawnAt", d.origin,
            exists (select 1 from declaration n where n.person_id = d.person_id and n.sent_at >= d.withdrawn_at) as resent
       from declaration d left join own_declarations() i using (declaration_id)
      where d.person_id = any ((select session_own_people())::uuid[]) and d.sent_at is not null order by d.sent_at desc, d.declaration_id limit $1`,
    [limit],
  );
  return rows.map(({ stage, rejected, waiting, returned, withdrawn, registered, replaced, ...row }) => ({
    ...row,
    intake: stage === null ? null : { stage, rejected, waiting, returned, withdrawn, registered, replaced },
  }));
}

/** What the own person typed into each declaration that was sent, by its id; nothing of one whose content is gone. MUST run with the own record's policies. */
export async function ownStated(tx: Tx, keys: Pick<Keys, 'open'>): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const rows = await tx.query<{ personId: string; declarationId: string; content: Buffer }>(
    `select person_id as "personId", declaration_id as "declarationId", content_sealed as content from declaration
      where person_id = any ((select session_own_people())::uuid[]) and sent_at is not null and length(content_sealed) > 0`,
  );
  const salts = await readSalts(tx, [...new Set(rows.map(({ personId }) => personId))]);
  return new Map(
    rows.flatMap(({ personId, declarationId, content }) => {
      const salt = salts.get(personId);
      if (!salt) return [];
      const { person } = JSON.parse(opened(keys, salt, content)) as { readonly person: Readonly<Record<string, unknown>> };
      return [[declarationId, person] as const];
    }),
  );
}

/** What was sent and is not brought in yet. */
export interface ToBring {
  readonly personId: string;
  readonly declarationId: string;
  /** the body that manages the record today */
  readonly bodyId: string;
  readonly accountId: string;
  readonly identity: Buffer;
  readonly name: string;
  readonly sentAt: Instant;
  readonly content: Buffer;
  /** a submission of before, of the same body, that came back: this is its next round */
  readonly corrects: string | null;
}

/** Those that wait to be brought, of one person in the order in which they were sent, after this one. Needs a system session over all bodies. */
export async function declarationsToBring(tx: Tx, after: string | null, limit: number): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select declaration_id as id from declaration
      where sent_at is not null and submission_id is null and withdrawn_at is null and length(content_sealed) > 0 and ($1::uuid is null or declaration_id > $1)
      order by declaration_id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/**
 * One that waits to be brought, held: another round of the background leaves it alone. It is the next round of the newest that came back before it was sent
 * (that one is in it then), and of none that came back afterwards. Null: it does not wait any more. Needs a system session over all bodies.
 */
export async function declarationToBring(tx: Tx, declarationId: string): Promise<ToBring | null> {
  const [row] = await tx.query<ToBring>(
    `select d.person_id as "personId", d.declaration_id as "declarationId", p.body_id as "bodyId", a.account_id as "accountId", a.identity, a.name, d.sent_at as "sentAt",
            d.content_sealed as content,
            (select s.submission_id from declaration o
               join submission s on s.submission_id = o.submission_id and s.round = o.round and s.body_id = p.body_id
               join submission_file f on f.submission_id = o.submission_id and f.round = o.round
              where o.person_id = d.person_id and f.stage_at <= d.sent_at
                and (f.stage = 'refused' or (f.stage = 'checked' and f.rejected > 0)
                  or (f.stage = 'submitted' and exists (select 1 from item i
                       where i.submission_id = o.submission_id and i.round = o.round and i.state = 'returned' and i.decided_at <= d.sent_at)))
              order by o.sent_at desc limit 1) as corrects
       from declaration d join person p on p.person_id = standing_person(d.person_id) join account a on a.account_id = d.by_account
      where d.declaration_id = $1 and d.sent_at is not null and d.submission_id is null and d.withdrawn_at is null and length(d.content_sealed) > 0
      for update of d skip locked`,
    [declarationId],
  );
  return row ?? null;
}

export const openContent = (keys: Pick<Keys, 'open'>, salt: Uint8Array, content: Uint8Array): string => opened(keys, salt, content);

export const setBrought = (
  tx: Tx,
  { personId, declarationId }: Pick<Draft, 'personId' | 'declarationId'>,
  { submissionId, round }: { readonly submissionId: string; readonly round: number },
): Promise<unknown> =>
  tx.query('update declaration set submission_id = $3, round = $4 where person_id = $1 and declaration_id = $2', [
    personId,
    declarationId,
    submissionId,
    round,
  ]);

/** Submissions of declarations that were read without an error and wait to be sent, after this one. */
export async function checkedDeclarations(tx: Tx, after: string | null, limit: number): Promise<readonly string[]> {
  const rows = await tx.query<{ submission_id: string }>(
    `select f.submission_id from submission_file f join submission s on s.submission_id = f.submission_id and s.round = f.round
      where s.source = 'person' and f.stage = 'checked' and f.accepted > 0 and f.rejected = 0 and ($1::uuid is null or f.submission_id > $1)
      order by f.submission_id limit $2`,
    [after, limit],
  );
  return rows.map((row) => row.submission_id);
}
