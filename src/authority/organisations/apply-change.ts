/** SQL of what a change does to rows of bodies. The database lets them be written in the name of a change that this very transaction put in force alone. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ChangeCounts } from './change-store.ts';
import type { ChangeDecision } from './operations.ts';
import { beginMergers, finishMergers, undoneBy } from './merger-store.ts';
import type { PlannedRows } from './plan-change.ts';
import { THIS_DECISION } from './registry.ts';

const OPEN = '9223372036854775807';

/** Writes what a change does, in the name of the change; set by set, in the transaction that puts it in force. What ends is closed before its place is taken. */
export async function applyChange(
  tx: Tx,
  change: {
    readonly id: string;
    readonly kind: string;
    readonly on: PlainDate;
    readonly decision: ChangeDecision;
    readonly counts: ChangeCounts;
  },
  plan: PlannedRows,
): Promise<void> {
  const { id } = change;
  const decision = JSON.stringify(change.decision);
  const source = `${change.decision.number}, ${change.decision.issuedBy}`;
  await tx.query(
    `insert into change_event (event_id, kind, reason, effective_on, decision, state, counts, reverses) values ($1, $2, $3, $4, $5, 'applied', $6, $7)`,
    [id, change.kind, change.decision.word ?? null, change.on, decision, JSON.stringify(change.counts), undoneBy(plan)],
  );
  await beginMergers(tx, id, plan);
  await tx.query('insert into body (body_id, born_by) select unnest($1::uuid[]), $2', [plan.born, id]);
  const { versions, codes, attributes, posts } = plan;
  const write = async (rows: readonly object[], sql: string, ...values: readonly string[]): Promise<void> => {
    if (rows.length > 0) await tx.query(sql, [JSON.stringify(rows), id, ...values]);
  };
  await write(
    versions.ended,
    `update body_version v set tx_to = record_tx(), closed_by = $2 from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, row int)
      where v.body_id = r."bodyId" and v.version = r.row and v.tx_to = ${OPEN}`,
  );
  await write(
    versions.written,
    `insert into body_version (body_id, version, parent_id, managing_id, name, short_name, kind, level, valid_from, valid_to, by_event, source, confidence)
     select r."bodyId", coalesce((select max(v.version) from body_version v where v.body_id = r."bodyId"), 0) + row_number() over (partition by r."bodyId" order by r."from"),
            r."parentId", r."managingId", r.name, r."shortName", r.kind, r.level, r."from", r."to", $2, case r.source when $3 then $4 else r.source end, r.confidence
       from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, "parentId" uuid, "managingId" uuid, name text, "shortName" text, kind text, level text, "from" date, "to" date, source text, confidence text)`,
    THIS_DECISION,
    source,
  );
  await write(
    codes.ended,
    `update body_code c set tx_to = record_tx(), closed_by = $2 from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, scheme text, code text, "from" date)
      where c.body_id = r."bodyId" and c.scheme = r.scheme and c.code = r.code and c.valid_from = r."from" and c.tx_to = ${OPEN}`,
  );
  await write(
    codes.written,
    `insert into body_code (scheme, code, body_id, valid_from, valid_to, by_event, confidence, source) select r.scheme, r.code, r."bodyId", r."from", r."to", $2, r.confidence, r.source
       from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, scheme text, code text, "from" date, "to" date, confidence text, source text)`,
  );
  await write(
    attributes.ended,
    `update body_attribute a set tx_to = record_tx(), closed_by = $2 from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, name text, "from" date)
      where a.body_id = r."bodyId" and a.name = r.name and a.valid_from = r."from" and a.tx_to = ${OPEN}`,
  );
  await write(
    attributes.written,
    `insert into body_attribute (body_id, name, value, valid_from, valid_to, by_event, confidence) select r."bodyId", r.name, r.value, r."from", r."to", $2, r.confidence
       from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, name text, value text, "from" date, "to" date, confidence text)`,
  );
  await write(
    posts.ended,
    `update establishment e set tx_to = record_tx(), closed_by = $2 from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, kind text, "from" date)
      where e.body_id = r."bodyId" and e.kind = r.kind and e.valid_from = r."from" and e.tx_to = ${OPEN}`,
  );
  await write(
    posts.written,
    `insert into establishment (body_id, kind, year, posts, decision, valid_from, valid_to, by_event)
     select r."bodyId", r.kind, r.year, r.posts, (case r.decision when $3 then $4 else r.decision end)::jsonb, r."from", r."to", $2
       from jsonb_to_recordset($1::jsonb) as r("bodyId" uuid, kind text, year int, posts int, decision text, "from" date, "to" date)`,
    THIS_DECISION,
    decision,
  );
  await finishMergers(tx, id, plan);
}
