/** All SQL of bodies. Every read names its day; what is believed now is asked unless a settled point is given. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { BodyNode } from './shapes.ts';

interface NodeRow { body_id: string; parent_id: string | null; managing_id: string; code: string; name: string; kind: string; level: string; valid_from: string; valid_to: string }

const fromRow = (row: NodeRow): BodyNode => ({
  bodyId: row.body_id, parentId: row.parent_id, managingId: row.managing_id, code: row.code, name: row.name, kind: row.kind, level: row.level, validFrom: row.valid_from, validTo: row.valid_to,
});

/** $1 = day, $2 = known at (transaction). A body's official identifier is preferred to ours. */
const NODES = `select v.body_id, v.parent_id, v.managing_id, v.name, v.kind, v.level, v.valid_from, v.valid_to,
    coalesce((select c.code from body_code c where c.body_id = v.body_id and c.valid_from <= $1 and c.valid_to > $1 and c.tx_from <= $2 and c.tx_to > $2
               order by (c.scheme = 'ma_dinh_danh') desc, c.code limit 1), '') as code
  from body_version v where v.valid_from <= $1 and v.valid_to > $1 and v.tx_from <= $2 and v.tx_to > $2`;

/** Record time of "as believed now". */
const NOW = '9223372036854775806';

/** The tree of a day, as believed at a settled point; parents may come after children. */
export async function treeOn(tx: Tx, day: PlainDate, knownAt?: number): Promise<BodyNode[]> {
  return (await tx.query<NodeRow>(`${NODES} order by v.body_id`, [day, knownAt ?? NOW])).map(fromRow);
}

/** A body on a day; null when it did not exist then. */
export async function bodyOn(tx: Tx, bodyId: string, day: PlainDate): Promise<BodyNode | null> {
  const [row] = await tx.query<NodeRow>(`${NODES} and v.body_id = $3`, [day, NOW, bodyId]);
  return row ? fromRow(row) : null;
}

/** Code and name of bodies on a day. */
export async function bodiesOn(tx: Tx, bodyIds: readonly string[], day: PlainDate): Promise<Map<string, BodyNode>> {
  if (bodyIds.length === 0) return new Map();
  const rows = await tx.query<NodeRow>(`${NODES} and v.body_id = any ($3::uuid[])`, [day, NOW, bodyIds]);
  return new Map(rows.map((row) => [row.body_id, fromRow(row)]));
}

/** The body that had this code on that day, in any scheme; null when none or when it is not one body. */
export async function bodyByCode(tx: Tx, code: string, day: PlainDate): Promise<string | null> {
  const rows = await tx.query<{ body_id: string }>(
    `select distinct body_id from body_code where code = $1 and valid_from <= $2 and valid_to > $2 and tx_to = 9223372036854775807`, [code, day]);
  return rows.length === 1 ? rows[0]!.body_id : null;
}

/** Ids of a body and all below it on a day, as believed at a settled point. */
export async function subtree(tx: Tx, bodyId: string, day: PlainDate, knownAt?: number): Promise<string[]> {
  const [row] = await tx.query<{ ids: string[] }>(
    `with recursive t as (
       select body_id from body_version where body_id = $1 and valid_from <= $2 and valid_to > $2 and tx_from <= $3 and tx_to > $3
       union select v.body_id from body_version v join t on v.parent_id = t.body_id and v.valid_from <= $2 and v.valid_to > $2 and v.tx_from <= $3 and v.tx_to > $3)
     select coalesce(array_agg(body_id), '{}') as ids from t`, [bodyId, day, knownAt ?? NOW]);
  return row?.ids ?? [];
}

/** Answers "is this code a body's on that day?" from memory; read once per file. */
export async function bodyCodes(tx: Tx): Promise<(code: string, on: PlainDate) => boolean> {
  const rows = await tx.query<{ code: string; valid_from: string; valid_to: string }>(`select code, valid_from, valid_to from body_code where tx_to = 9223372036854775807`);
  const byCode = Map.groupBy(rows, (row) => row.code);
  return (code, on) => (byCode.get(code) ?? []).some((row) => row.valid_from <= on && on < row.valid_to);
}

/** Who goes on as whom: links of a body, both ways. */
export async function linksOf(tx: Tx, bodyId: string): Promise<{ readonly on: PlainDate; readonly fromId: string; readonly toId: string; readonly relation: string; readonly share: string }[]> {
  const rows = await tx.query<{ on: string; from_id: string; to_id: string; relation: string; share: string }>(
    `select e.effective_on as on, l.from_id, l.to_id, l.relation, l.share from change_link l join change_event e using (event_id)
      where (l.from_id = $1 or l.to_id = $1) and e.undone_by is null order by e.effective_on, l.from_id, l.to_id`, [bodyId]);
  return rows.map((row) => ({ on: row.on, fromId: row.from_id, toId: row.to_id, relation: row.relation, share: row.share }));
}
