/** Reads for the screens of bodies: one level of the tree, one body with everything dated of it, its history, and names typed without marks. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { hasMarks } from '#base/vietnamese/text.ts';
import { exactKey, looseKey } from '#standard/codelists/text-keys.ts';
import { CALLED_BY, FIRST_CODE } from './called-by.ts';
import { codeSpellings } from './code-spellings.ts';
import { CHAIN_MAX } from './limits.ts';
import type { ChangeDecision, Operation } from './operations.ts';
import { CONTACT_ATTRIBUTES, CONTACT_EVENT } from './shapes.ts';
import type { CodeScheme, CodeStanding, ContactPart } from './shapes.ts';

const OPEN = '9223372036854775807';
/** Record time of "as believed now". */
const NOW = '9223372036854775806';

export interface LevelNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** the code to say it by: the official one before ours; empty when it has none */
  readonly code: string;
  readonly standing: CodeStanding;
  readonly kind: string;
  readonly level: string;
  readonly children: number;
}

/** $1 = day, $2 = known at */
const THEN = (alias: string): string =>
  `${alias}.valid_from <= $1 and ${alias}.valid_to > $1 and ${alias}.tx_from <= $2 and ${alias}.tx_to > $2`;
const NODE = `select v.body_id as id, v.parent_id as "parentId", v.name, v.kind, v.level, ${CALLED_BY},
    (select count(*)::int from body_version k where k.parent_id = v.body_id and ${THEN('k')}) as children
  from body_version v
  left join lateral (select c.code, c.scheme, c.confidence from body_code c where c.body_id = v.body_id and c.scheme <> 'dvhc' and ${THEN('c')}
    order by ${FIRST_CODE} limit 1) c on true
  where ${THEN('v')}`;

/** One level of the tree on a day, by name; what stands at the top when no parent is said. @param after  name and id of the last one of the page before */
export const levelOf = (
  tx: Tx,
  parentId: string | null,
  {
    on,
    knownAt,
    after,
    limit,
  }: {
    readonly on: PlainDate;
    readonly knownAt?: number | undefined;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
  },
): Promise<LevelNode[]> =>
  tx.query<LevelNode>(
    `${NODE} and (v.parent_id = $3::uuid or ($3::uuid is null and v.parent_id is null)) and ($4::text is null or (v.name collate "C", v.body_id) > ($4::text, $5::uuid))
      order by v.name collate "C", v.body_id limit $6`,
    [on, knownAt ?? NOW, parentId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** Bodies on a day, by id. */
export const nodesOn = (tx: Tx, ids: readonly string[], on: PlainDate, knownAt?: number): Promise<LevelNode[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.query<LevelNode>(`${NODE} and v.body_id = any ($3::uuid[])`, [on, knownAt ?? NOW, ids]);

/** Bodies above one on a day, the nearest first. */
export async function aboveOn(
  tx: Tx,
  bodyId: string,
  on: PlainDate,
  knownAt?: number,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx.query<{ id: string; name: string }>(
    `with recursive up as (
       select v.parent_id as id, 1 as depth from body_version v where v.body_id = $3 and ${THEN('v')}
       union all
       select v.parent_id, up.depth + 1 from up join body_version v on v.body_id = up.id where up.depth < ${CHAIN_MAX} and ${THEN('v')})
     select up.id, v.name from up join body_version v on v.body_id = up.id where ${THEN('v')} order by up.depth`,
    [on, knownAt ?? NOW, bodyId],
  );
}

export interface DatedFact {
  readonly from: PlainDate;
  readonly to: PlainDate;
}
export interface BodyLife {
  readonly names: readonly (DatedFact & {
    readonly name: string;
    readonly parentId: string | null;
    readonly kind: string;
    readonly level: string;
    readonly source: string;
    readonly confidence: string;
  })[];
  readonly codes: readonly (DatedFact & {
    readonly scheme: CodeScheme;
    readonly code: string;
    readonly confidence: string;
    readonly source: string | null;
  })[];
  readonly attributes: readonly (DatedFact & { readonly name: string; readonly value: string; readonly confidence: string })[];
  readonly posts: readonly (DatedFact & { readonly kind: string; readonly year: number; readonly posts: number })[];
}

/** Everything dated of a body, over all days, as known at a point. */
export async function lifeOfBody(tx: Tx, bodyId: string, knownAt?: number): Promise<BodyLife> {
  const known = [bodyId, knownAt ?? NOW];
  const where = 'where body_id = $1 and tx_from <= $2 and tx_to > $2';
  return {
    names: await tx.query<BodyLife['names'][number]>(
      `select name, parent_id as "parentId", kind, level, source, confidence, valid_from as "from", valid_to as "to" from body_version ${where} order by valid_from`,
      known,
    ),
    codes: await tx.query<BodyLife['codes'][number]>(
      `select scheme, code, confidence, source, valid_from as "from", valid_to as "to" from body_code ${where} order by scheme = 'ma_dinh_danh' desc, valid_from, code`,
      known,
    ),
    attributes: await tx.query<BodyLife['attributes'][number]>(
      `select name, value, confidence, valid_from as "from", valid_to as "to" from body_attribute ${where} order by name, valid_from`,
      known,
    ),
    posts: await tx.query<BodyLife['posts'][number]>(
      `select kind, year, posts, valid_from as "from", valid_to as "to" from establishment ${where} order by kind, valid_from`,
      known,
    ),
  };
}

export interface HistoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly on: PlainDate;
  /** as the lists of the product or a change have it; members may be missing */
  readonly decision: Partial<ChangeDecision> & { readonly so?: string | null };
  /** what it did to this body; empty for what the lists of the product brought */
  readonly operations: readonly Operation[];
  /** of an event that says whom to call: the parts that it changed; null: there was none, there is none any more */
  readonly contact: readonly { readonly part: ContactPart; readonly before: string | null; readonly after: string | null }[];
  readonly tx: number;
  readonly decidedAt: Instant | null;
  readonly madeBy: string | null;
  readonly decidedBy: string | null;
  readonly hasFile: boolean;
}

/** The changes of one body, the newest first. */
export const historyOf = (tx: Tx, bodyId: string, limit: number): Promise<HistoryEntry[]> =>
  tx.query<HistoryEntry>(
    `select e.event_id as id, e.kind, e.effective_on as on, e.decision, e.tx, c.decided_at as "decidedAt", m.name as "madeBy", d.name as "decidedBy",
            coalesce(c.decision_sha256 is not null, false) as "hasFile",
            coalesce((select jsonb_agg(jsonb_build_object('part', p.part, 'before', nullif(b.value, ''), 'after', nullif(a.value, '')) order by p.part)
                from jsonb_each_text($3::jsonb) p(part, name)
                join body_attribute a on a.body_id = $1::uuid and a.by_event = e.event_id and a.name = p.name and a.valid_from = e.effective_on
                left join body_attribute b on b.body_id = a.body_id and b.closed_by = e.event_id and b.name = a.name and b.valid_from <= a.valid_from and b.valid_to > a.valid_from
               where e.kind = '${CONTACT_EVENT}'), '[]') as contact,
            coalesce((select jsonb_agg(o) from jsonb_array_elements(c.operations) o where o ->> 'bodyId' = $1::text), '[]') as operations
       from change_event e left join body_change c on c.change_id = e.event_id
       left join account m on m.account_id = c.made_by left join account d on d.account_id = c.decided_by
      where e.event_id in (select by_event from body_version where body_id = $1::uuid union select by_event from body_code where body_id = $1::uuid
        union select by_event from body_attribute where body_id = $1::uuid union select by_event from establishment where body_id = $1::uuid
        union select closed_by from body_version where body_id = $1::uuid union select closed_by from body_code where body_id = $1::uuid
        union select event_id from change_link where from_id = $1::uuid or to_id = $1::uuid)
      order by e.tx desc, e.event_id limit $2`,
    [bodyId, limit, JSON.stringify(CONTACT_ATTRIBUTES)],
  );

interface Named {
  readonly bodyId: string;
  readonly name: string;
  readonly exact: string;
  readonly loose: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}
export interface FoundBody {
  readonly bodyId: string;
  /** the name or code by which it was found, and its days */
  readonly by: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Names of all bodies, folded once and kept until one of them changes; a value of the process, nothing of it is believed without asking. */
export function bodySearch(): (tx: Tx, text: string, limit: number) => Promise<FoundBody[]> {
  let kept: { readonly key: string; readonly names: readonly Named[] } | null = null;
  const names = async (tx: Tx): Promise<readonly Named[]> => {
    const [state] = await tx.query<{ key: string }>(
      `select count(*) || ' ' || coalesce(max(tx_from), 0) || ' ' || count(*) filter (where tx_to < ${OPEN}) as key from body_version`,
    );
    const key = state!.key;
    if (kept?.key === key) return kept.names;
    const rows = await tx.query<{ body_id: string; name: string; short_name: string | null; from: string; to: string }>(
      `select body_id, name, short_name, valid_from as "from", valid_to as "to" from body_version where tx_to = ${OPEN}`,
    );
    const made = rows.flatMap(({ body_id, name, short_name, from, to }) =>
      [name, ...(short_name === null ? [] : [short_name])].map((one) => ({
        bodyId: body_id,
        name: one,
        exact: exactKey(one),
        loose: looseKey(one),
        from,
        to,
      })),
    );
    kept = { key, names: made };
    return made;
  };
  return async (tx, text, limit) => {
    const codes = await tx.query<FoundBody>(
      `select body_id as "bodyId", code as by, valid_from as "from", valid_to as "to" from body_code
        where code = any ($1::text[]) and tx_to = ${OPEN} order by valid_to desc, scheme limit $2`,
      [[...codeSpellings(text.trim().toUpperCase()), text.trim()], limit],
    );
    const marked = hasMarks(text);
    const asked = marked ? exactKey(text) : looseKey(text);
    if (asked === '') return codes;
    const hits = (await names(tx))
      .flatMap((one) => {
        const at = (marked ? one.exact : one.loose).indexOf(asked);
        return at < 0 ? [] : [{ one, rank: at === 0 ? 0 : 1, letters: one.name.length }];
      })
      .sort((a, b) => (a.one.to === b.one.to ? 0 : a.one.to < b.one.to ? 1 : -1) || a.rank - b.rank || a.letters - b.letters);
    const found = new Map<string, FoundBody>();
    for (const hit of codes) if (!found.has(hit.bodyId)) found.set(hit.bodyId, hit);
    for (const { one } of hits) {
      if (found.size >= limit) break;
      if (!found.has(one.bodyId)) found.set(one.bodyId, { bodyId: one.bodyId, by: one.name, from: one.from, to: one.to });
    }
    return [...found.values()];
  };
}
