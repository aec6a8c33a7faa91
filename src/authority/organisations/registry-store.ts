/** SQL of all bodies at once: what changes are planned against, the state that a plan holds on, and the one lock under which it is written. */
import type { Tx } from '#base/database/transaction.ts';
import { editionInUse } from '#standard/list-edition.ts';
import { PLAN_FORM } from './kept-plan.ts';
import type { AttributePiece, BodyFacts, CodePiece, PostsPiece, Registry, VersionPiece } from './registry.ts';

const OPEN = '9223372036854775807';
/** One change after another is planned and written: a plan holds on the tree that it was made for. */
const CHANGES_LOCK = 460_001;

export async function lockBodies(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [CHANGES_LOCK]);
}

/** Bodies as believed now, over all days: all of them, or those that are named. */
export async function readRegistry(tx: Tx, named?: readonly string[]): Promise<Registry> {
  const [which, values] = named === undefined ? [`tx_to = ${OPEN}`, []] : [`tx_to = ${OPEN} and body_id = any ($1::uuid[])`, [named]];
  const registry = new Map<string, { versions: VersionPiece[]; codes: CodePiece[]; attributes: AttributePiece[]; posts: PostsPiece[] }>();
  const of = (bodyId: string) => {
    const known = registry.get(bodyId);
    if (known) return known;
    const made = { versions: [], codes: [], attributes: [], posts: [] };
    registry.set(bodyId, made);
    return made;
  };
  const versions = await tx.query<VersionPiece & { body_id: string; row: number }>(
    `select body_id, version as row, parent_id as "parentId", managing_id as "managingId", name, short_name as "shortName", kind, level, source, confidence,
            valid_from as "from", valid_to as "to" from body_version where ${which} order by body_id, valid_from`,
    values,
  );
  for (const { body_id, ...piece } of versions) of(body_id).versions.push(piece);
  const codes = await tx.query<CodePiece & { body_id: string }>(
    `select body_id, scheme, code, confidence, source, valid_from as "from", valid_to as "to" from body_code where ${which} order by body_id, scheme, code, valid_from`,
    values,
  );
  codes.forEach(({ body_id, ...piece }, row) => of(body_id).codes.push({ ...piece, row }));
  const attributes = await tx.query<AttributePiece & { body_id: string }>(
    `select body_id, name, value, confidence, valid_from as "from", valid_to as "to" from body_attribute where ${which} order by body_id, name, valid_from`,
    values,
  );
  attributes.forEach(({ body_id, ...piece }, row) => of(body_id).attributes.push({ ...piece, row }));
  const posts = await tx.query<PostsPiece & { body_id: string }>(
    `select body_id, kind, year, posts, decision::text, valid_from as "from", valid_to as "to" from establishment where ${which} order by body_id, kind, valid_from`,
    values,
  );
  posts.forEach(({ body_id, ...piece }, row) => of(body_id).posts.push({ ...piece, row }));
  return registry as ReadonlyMap<string, BodyFacts>;
}

/** What a plan of now is made on: rows of bodies are only added and closed, so their counts name the state; the lists that judge; the form of the plan. */
export async function plannedOn(tx: Tx): Promise<string> {
  const state = ['body_version', 'body_code', 'body_attribute', 'establishment'].map(
    (table) => `(select count(*) || '-' || count(*) filter (where tx_to < ${OPEN}) || '-' || coalesce(max(tx_from), 0) from ${table})`,
  );
  const [row] = await tx.query<{ state: string }>(`select concat_ws(' ', ${state.join(', ')}) as state`);
  return `${PLAN_FORM} ${editionInUse().hash} ${row!.state}`;
}
