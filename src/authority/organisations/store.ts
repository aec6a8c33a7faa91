/** All SQL of bodies. Every read names its day; what is believed now is asked unless a settled point is given. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { codeSpellings } from './code-spellings.ts';
import { CALLED_BY, FIRST_CODE } from './called-by.ts';
import { CONTACT_EVENT } from './shapes.ts';
import type { BodyAttribute, BodyNode, CodeStanding } from './shapes.ts';

interface NodeRow {
  body_id: string;
  parent_id: string | null;
  managing_id: string;
  code: string;
  standing: CodeStanding;
  name: string;
  kind: string;
  level: string;
  valid_from: string;
  valid_to: string;
}

const fromRow = (row: NodeRow): BodyNode => ({
  bodyId: row.body_id,
  parentId: row.parent_id,
  managingId: row.managing_id,
  code: row.code,
  standing: row.standing,
  name: row.name,
  kind: row.kind,
  level: row.level,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

/** $1 = day, $2 = known at (transaction). A body's official identifier is preferred to ours. */
const NODES = `select v.body_id, v.parent_id, v.managing_id, v.name, v.kind, v.level, v.valid_from, v.valid_to, ${CALLED_BY}
  from body_version v
  left join lateral (select c.code, c.scheme, c.confidence from body_code c where c.body_id = v.body_id and c.valid_from <= $1 and c.valid_to > $1
    and c.tx_from <= $2 and c.tx_to > $2 and c.scheme <> 'dvhc' order by ${FIRST_CODE} limit 1) c on true
  where v.valid_from <= $1 and v.valid_to > $1 and v.tx_from <= $2 and v.tx_to > $2`;

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

/** Names of the bodies right below these on a day, official and short, by body above. */
export async function namesBelow(
  tx: Tx,
  parentIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, { readonly name: string; readonly shortName: string | null }[]>> {
  if (parentIds.length === 0) return new Map();
  const rows = await tx.query<{ parent_id: string; name: string; short_name: string | null }>(
    `select parent_id, name, short_name from body_version
      where parent_id = any ($1::uuid[]) and valid_from <= $2 and valid_to > $2 and tx_to = 9223372036854775807 order by name, body_id`,
    [parentIds, day],
  );
  const named = rows.map((row) => [row.parent_id, { name: row.name, shortName: row.short_name }] as const);
  return new Map([...Map.groupBy(named, ([parentId]) => parentId)].map(([parentId, all]) => [parentId, all.map(([, one]) => one)]));
}

/** The body that had this code on that day; null when none or when it is not one body. The code of a territory is nobody's name: it is not looked at. */
export async function bodyByCode(tx: Tx, code: string, day: PlainDate): Promise<string | null> {
  const rows = await tx.query<{ body_id: string }>(
    `select distinct body_id from body_code where code = $1 and scheme <> 'dvhc' and valid_from <= $2 and valid_to > $2 and tx_to = 9223372036854775807`,
    [code, day],
  );
  return rows.length === 1 ? rows[0]!.body_id : null;
}

/** Every code that a body ever had, whatever the day. */
export async function codesOfBody(tx: Tx, bodyId: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(`select distinct code from body_code where body_id = $1 and scheme <> 'dvhc'`, [bodyId]);
  return rows.map((row) => row.code);
}

/** Ids of a body and all below it on a day, as believed at a settled point. */
export async function subtree(tx: Tx, bodyId: string, day: PlainDate, knownAt?: number): Promise<string[]> {
  const [row] = await tx.query<{ ids: string[] }>(
    `with recursive t as (
       select body_id from body_version where body_id = $1 and valid_from <= $2 and valid_to > $2 and tx_from <= $3 and tx_to > $3
       union select v.body_id from body_version v join t on v.parent_id = t.body_id and v.valid_from <= $2 and v.valid_to > $2 and v.tx_from <= $3 and v.tx_to > $3)
     select coalesce(array_agg(body_id), '{}') as ids from t`,
    [bodyId, day, knownAt ?? NOW],
  );
  return row?.ids ?? [];
}

/** The official electronic identifier of a body on a day (QĐ 20/2020/QĐ-TTg), one that is sure before one that goes on; null when it has none: a code of our own is not one. */
export async function officialCode(tx: Tx, bodyId: string, day: PlainDate): Promise<string | null> {
  const [row] = await tx.query<{ code: string }>(
    `select code from body_code where body_id = $1 and scheme = 'ma_dinh_danh' and valid_from <= $2 and valid_to > $2 and tx_to = 9223372036854775807 order by (confidence = 'uncertain'), code limit 1`,
    [bodyId, day],
  );
  return row?.code ?? null;
}

/** How sure codes are that were taken along, on a paper or a card: by what anybody has them on a day; a code that nobody has any more is `none`. */
export async function standingOfCodes(tx: Tx, codes: readonly string[], day: PlainDate): Promise<(code: string) => CodeStanding> {
  const rows = await tx.query<{ code: string; standing: CodeStanding }>(
    `select distinct on (c.code) ${CALLED_BY} from body_code c where c.code = any ($1::text[]) and c.scheme <> 'dvhc' and c.valid_from <= $2 and c.valid_to > $2
        and c.tx_to = 9223372036854775807 order by c.code, ${FIRST_CODE}`,
    [[...new Set(codes)], day],
  );
  const found = new Map(rows.map(({ code, standing }) => [code, standing]));
  return (code) => found.get(code) ?? 'none';
}

/** Who goes on as whom: links of a body, both ways. */
export async function linksOf(
  tx: Tx,
  bodyId: string,
): Promise<
  { readonly on: PlainDate; readonly fromId: string; readonly toId: string; readonly relation: string; readonly share: string }[]
> {
  const rows = await tx.query<{ on: string; from_id: string; to_id: string; relation: string; share: string }>(
    `select e.effective_on as on, l.from_id, l.to_id, l.relation, l.share from change_link l join change_event e using (event_id)
      where (l.from_id = $1 or l.to_id = $1) and e.undone_by is null order by e.effective_on, l.from_id, l.to_id`,
    [bodyId],
  );
  return rows.map((row) => ({ on: row.on, fromId: row.from_id, toId: row.to_id, relation: row.relation, share: row.share }));
}

/** Names to show: that of the day, or the last one of a body that has gone. A body that began later is left out. */
export async function bodyNames(tx: Tx, bodyIds: readonly string[], day: PlainDate): Promise<Map<string, string>> {
  const rows = await tx.query<{ body_id: string; name: string }>(
    'select distinct on (body_id) body_id, name from body_version where body_id = any ($1::uuid[]) and tx_to = 9223372036854775807 and valid_from <= $2 order by body_id, valid_from desc',
    [bodyIds, day],
  );
  return new Map(rows.map((row) => [row.body_id, row.name]));
}

/** The ministry or province that manages a body on a day; null when the body did not exist then. */
export async function managingBody(tx: Tx, bodyId: string, day: PlainDate): Promise<BodyNode | null> {
  const body = await bodyOn(tx, bodyId, day);
  return body && (body.managingId === bodyId ? body : bodyOn(tx, body.managingId, day));
}

/** Attributes of a body that hold on the day, as believed at a settled point. */
export async function attributesOf(tx: Tx, bodyId: string, day: PlainDate, knownAt?: number): Promise<BodyAttribute[]> {
  const rows = await tx.query<{ name: string; value: string; valid_from: string; confidence: string }>(
    'select name, value, valid_from, confidence from body_attribute where body_id = $1 and valid_from <= $2 and valid_to > $2 and tx_from <= $3 and tx_to > $3 order by name',
    [bodyId, day, knownAt ?? NOW],
  );
  return rows.map((row) => ({ name: row.name, value: row.value, validFrom: row.valid_from, confidence: row.confidence }));
}

/** Sets an attribute from a day on: what was believed of that day and later is closed, what came before stands. Under a session that may write bodies. */
export async function setAttribute(
  tx: Tx,
  request: {
    readonly bodyId: string;
    readonly name: string;
    readonly value: string;
    readonly from: PlainDate;
    readonly byEvent: string;
    readonly confidence: string;
  },
): Promise<void> {
  interface Piece {
    value: string;
    valid_from: string;
    valid_to: string;
    confidence: string;
  }
  const closed = await tx.query<Piece>(
    `update body_attribute set tx_to = record_tx(), closed_by = $3 where body_id = $1 and name = $2 and tx_to = 9223372036854775807 and valid_to > $4
      returning value, valid_from, valid_to, confidence`,
    [request.bodyId, request.name, request.byEvent, request.from],
  );
  const earlier = closed.filter((piece) => piece.valid_from < request.from).map((piece): Piece => ({ ...piece, valid_to: request.from }));
  for (const piece of [
    ...earlier,
    { value: request.value, valid_from: request.from, valid_to: '9999-12-31', confidence: request.confidence },
  ])
    await tx.query(
      'insert into body_attribute (body_id, name, value, valid_from, valid_to, by_event, confidence) values ($1, $2, $3, $4, $5, $6, $7)',
      [request.bodyId, request.name, piece.value, piece.valid_from, piece.valid_to, request.byEvent, piece.confidence],
    );
}

/** The event of a change of whom to call: no re-organisation, and without a decision. MUST stand before what is written in its name. */
export async function noteContactChange(tx: Tx, eventId: string, on: PlainDate): Promise<void> {
  await tx.query(`insert into change_event (event_id, kind, effective_on, decision, state) values ($1, $2, $3, '{}', 'applied')`, [
    eventId,
    CONTACT_EVENT,
    on,
  ]);
}

/** What a body is called: by the code that it had on `on`, under its name of `named` (that day, when it is not said); undefined for a code of nobody, or of several, then. */
export type BodyNaming = (code: string, on: PlainDate, named?: PlainDate) => string | undefined;

/** Names of bodies by code, each on the day of its fact: the same code may be another body's later. Read once for a record. */
export async function bodyNaming(tx: Tx, codes: readonly string[]): Promise<BodyNaming> {
  const asked = [...new Set(codes.flatMap(codeSpellings))];
  if (asked.length === 0) return () => undefined;
  const rows = await tx.query<{ code: string; body_id: string; valid_from: string; valid_to: string }>(
    `select code, body_id, valid_from, valid_to from body_code where code = any ($1::text[]) and scheme <> 'dvhc' and tx_to = 9223372036854775807`,
    [asked],
  );
  const names = await tx.query<{ body_id: string; name: string; valid_from: string }>(
    'select body_id, name, valid_from from body_version where body_id = any ($1::uuid[]) and tx_to = 9223372036854775807 order by valid_from',
    [rows.map((row) => row.body_id)],
  );
  return (code, on, named = on) => {
    const spellings = codeSpellings(code);
    const bodies = new Set(
      rows.filter((row) => spellings.includes(row.code) && row.valid_from <= on && on < row.valid_to).map((row) => row.body_id),
    );
    const [bodyId] = bodies;
    const own = bodies.size === 1 ? names.filter((row) => row.body_id === bodyId) : [];
    // One that has ended keeps its last name; before its first day it had the first.
    return (own.filter((row) => row.valid_from <= named).at(-1) ?? own[0])?.name;
  };
}

/** Names of bodies by code: as of the day, or the last one of a code that has gone. A code of nobody is left out; territories' codes name nobody. */
export async function bodyNamesByCode(tx: Tx, codes: readonly string[], day: PlainDate): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.query<{ code: string; name: string }>(
    `select distinct on (c.code) c.code, v.name from body_code c join body_version v using (body_id)
      where c.code = any ($1::text[]) and c.scheme <> 'dvhc' and c.tx_to = 9223372036854775807 and v.tx_to = 9223372036854775807
        and c.valid_from <= $2 and v.valid_from <= $2 order by c.code, c.valid_from desc, v.valid_from desc`,
    [codes, day],
  );
  return new Map(rows.map((row) => [row.code, row.name]));
}
