/** Brings in the bodies: those of today, those of before 2025 with their successors, and (demo) invented ones below them. Idempotent. */
import { createHash } from 'node:crypto';
import { addDays } from '#base/vietnamese/dates.ts';
import type { Tx } from '#base/database/transaction.ts';
import top from './lists/top-bodies.json' with { type: 'json' };
import { DEMO_BODIES } from './demo-bodies.ts';
import { COUNTRY_CODE } from './shapes.ts';
import type { CodeScheme } from './shapes.ts';

/** Earliest day of a body whose beginning is not in the sources. */
const SINCE_EVER = '1900-01-01';
const OPEN_END = '9999-12-31';
/** Electronic identifiers: G.. ministries, H.. provinces, with parts below. */
const IDENTIFIER = /^[GH]\d{2}(\.\d+)*$/;

/** The same id for the same name everywhere: a body of the lists is the same body in every installation. */
export function bodyIdOf(code: string): string {
  const hash = createHash('sha256').update(`congvu/body/${code}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80; // version 8: a name of our own making (RFC 9562 §5.8)
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

type SeedCode = readonly [scheme: CodeScheme, code: string, confidence: string, source?: string];

interface Row {
  readonly id: string;
  readonly parent: string | null;
  readonly managing: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly confidence: string;
  readonly group: string | null;
  readonly codes: readonly SeedCode[];
  /** what it was called when, oldest first; one when it never changed */
  readonly names?: readonly { readonly name: string; readonly from: string; readonly to: string }[];
}

/** Lists close on the last day; here a validity ends before its end. */
const endOf = (inclusive: string | null): string => (inclusive === null ? OPEN_END : addDays(inclusive, 1));

const codesOf = (body: (typeof top.bodies)[number]): SeedCode[] => [
  ['noi_bo', body.code, 'own'],
  ...(body.ma_dinh_danh ? [['ma_dinh_danh', body.ma_dinh_danh, body.ma_dinh_danh_confidence ?? 'known'] as const] : []),
  ...('ma_tinh' in body && body.ma_tinh ? [['dvhc', body.ma_tinh, 'found'] as const] : []),
];

function topRows(): Row[] {
  const country: Row = {
    id: bodyIdOf(COUNTRY_CODE),
    parent: null,
    managing: bodyIdOf(COUNTRY_CODE),
    name: 'Cả nước',
    kind: 'KHAC',
    level: 'TW',
    from: SINCE_EVER,
    to: OPEN_END,
    source: 'thiết kế của dự án',
    confidence: 'known',
    codes: [['noi_bo', COUNTRY_CODE, 'own']],
    group: null,
  };
  return [
    country,
    ...top.bodies.map((body): Row => ({
      id: bodyIdOf(body.code),
      parent: country.id,
      managing: bodyIdOf(body.code),
      name: body.name,
      kind: 'CQHC',
      level: body.cap ?? 'TW',
      from: body.valid_from ?? SINCE_EVER,
      to: endOf(body.valid_to),
      source: top.source,
      confidence: body.confidence ?? 'known',
      group: body.group ?? null,
      codes: codesOf(body),
      ...('names' in body && body.names
        ? { names: body.names.map((one) => ({ name: one.name, from: one.valid_from ?? SINCE_EVER, to: endOf(one.valid_to) })) }
        : {}),
    })),
  ];
}

function demoRows(): Row[] {
  const byIdentifier = new Map(
    top.bodies.flatMap((body) => (body.ma_dinh_danh && body.valid_to === null ? [[body.ma_dinh_danh, bodyIdOf(body.code)] as const] : [])),
  );
  const idOf = (code: string): string => byIdentifier.get(code) ?? bodyIdOf(code);
  const managingOf = (code: string): string => {
    const above = DEMO_BODIES.find((body) => body.code === code);
    return above ? managingOf(above.parent) : idOf(code);
  };
  return DEMO_BODIES.map((body) => ({
    id: bodyIdOf(body.code),
    parent: idOf(body.parent),
    managing: managingOf(body.parent),
    name: body.name,
    kind: body.kind,
    level: body.level,
    from: SINCE_EVER,
    to: OPEN_END,
    source: 'dữ liệu mẫu',
    confidence: 'demo',
    codes: [[IDENTIFIER.test(body.code) ? 'ma_dinh_danh' : 'noi_bo', body.code, 'demo']],
    group: null,
  }));
}

async function writeRows(tx: Tx, event: string, rows: readonly Row[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, codes: undefined, names: undefined })));
  const versions = rows.flatMap((row) =>
    (row.names ?? [row]).map((named, index) => ({ ...row, ...named, codes: undefined, names: undefined, version: index + 1 })),
  );
  const shape =
    'id uuid, parent uuid, managing uuid, name text, kind text, level text, "from" date, "to" date, source text, confidence text, "group" text';
  await tx.query(
    `insert into body (body_id, born_by) select r.id, $2 from jsonb_to_recordset($1::jsonb) as r (${shape}) on conflict do nothing`,
    [json, event],
  );
  await tx.query(
    `insert into body_version (body_id, version, parent_id, managing_id, name, kind, level, valid_from, valid_to, by_event, source, confidence)
     select r.id, r.version, r.parent, r.managing, r.name, r.kind, r.level, r."from", r."to", $2, r.source, r.confidence from jsonb_to_recordset($1::jsonb) as r (${shape}, version int) on conflict do nothing`,
    [JSON.stringify(versions), event],
  );
  const codes = rows.flatMap((row) =>
    row.codes.map(([scheme, code, confidence, source]) => ({ scheme, code, confidence, source, id: row.id, from: row.from, to: row.to })),
  );
  await tx.query(
    `insert into body_code (scheme, code, body_id, valid_from, valid_to, by_event, confidence, source) select c.scheme, c.code, c.id, c."from", c."to", $2, c.confidence, c.source
       from jsonb_to_recordset($1::jsonb) as c (scheme text, code text, confidence text, source text, id uuid, "from" date, "to" date)
      where not exists (select 1 from body_code b where b.scheme = c.scheme and b.code = c.code and b.body_id = c.id)`,
    [JSON.stringify(codes), event],
  );
  await tx.query(
    `insert into body_attribute (body_id, name, value, valid_from, valid_to, by_event, confidence) select r.id, 'nhom_bndp', r."group", r."from", r."to", $2, 'demo'
       from jsonb_to_recordset($1::jsonb) as r (${shape})
      where r."group" is not null and not exists (select 1 from body_attribute a where a.body_id = r.id and a.name = 'nhom_bndp')`,
    [json, event],
  );
}

async function writeLinks(tx: Tx): Promise<void> {
  const days = [...new Set(top.links.map((link) => link.ngay))];
  for (const day of days) {
    const links = top.links.filter((link) => link.ngay === day);
    const event = bodyIdOf(`event/${day}`);
    await tx.query(
      `insert into change_event (event_id, kind, reason, effective_on, decision, state) values ($1, 'sap_xep', 'nạp từ danh mục', $2, $3, 'applied') on conflict do nothing`,
      [event, day, JSON.stringify({ so: links[0]?.can_cu ?? null })],
    );
    await tx.query(
      `insert into change_link (event_id, from_id, to_id, relation, share) select $1, l."from", l."to", l.relation, l.share
         from jsonb_to_recordset($2::jsonb) as l ("from" uuid, "to" uuid, relation text, share text) on conflict do nothing`,
      [
        event,
        JSON.stringify(
          links.map((link) => ({
            from: bodyIdOf(link.tu),
            to: bodyIdOf(link.den),
            relation: link.kieu,
            share: 'pham_vi' in link && link.pham_vi ? 'mot_phan' : 'toan_bo',
          })),
        ),
      ],
    );
  }
}

/** Loads what is not there yet. `demo` adds the invented bodies. MUST run as the owner or under a system session. */
export async function seedOrganisations(tx: Tx, options: { readonly demo: boolean }): Promise<void> {
  const event = bodyIdOf('event/seed');
  await tx.query(
    `insert into change_event (event_id, kind, reason, effective_on, decision, state) values ($1, 'nap_danh_muc', 'nạp danh mục ban đầu', $2, '{}', 'applied') on conflict do nothing`,
    [event, SINCE_EVER],
  );
  await writeRows(tx, event, topRows());
  if (options.demo) await writeRows(tx, event, demoRows());
  await writeLinks(tx);
}

/** Name of a body of the lists by either of its codes, as of today's lists; null when there is none. */
export const nameOfTopBody = (code: string): string | null =>
  top.bodies.find((body) => body.valid_to === null && (body.code === code || body.ma_dinh_danh === code))?.name ?? null;
