/** SQL of what sources are recognised by. Needs a system session over all bodies. */
import type { Instant } from '#base/clock.ts';
import type { CarrierName } from '#base/exchange-settings.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface EnrolledCaller {
  readonly source: string;
  readonly bodyId: string;
  readonly networks: readonly string[];
  readonly ended: boolean;
}

/** What is enrolled under this name, and whether it or its source has ended by then; null: nothing. */
export async function enrolledCaller(tx: Tx, carrier: CarrierName, name: string, at: Instant): Promise<EnrolledCaller | null> {
  const [row] = await tx.query<{ source: string; bodyId: string; networks: string[]; ended: boolean }>(
    `select s.source, c.body_id as "bodyId", c.networks, s.ended_at is not null or coalesce(c.ended_at <= $3, false) as ended
       from exchange_caller c join exchange_source s using (body_id) where c.carrier = $1 and c.name = $2`,
    [carrier, name, at],
  );
  return row ?? null;
}

/** False: the name is there already, whoever's it is. */
export async function writeCaller(
  tx: Tx,
  one: {
    readonly carrier: CarrierName;
    readonly name: string;
    readonly bodyId: string;
    readonly networks: readonly string[];
    readonly certificate: { readonly pem: string; readonly from: Instant; readonly to: Instant } | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { certificate } = one;
  const rows = await tx.query(
    `insert into exchange_caller (carrier, name, body_id, networks, certificate, valid_from, valid_to, enrolled_by, enrolled_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9) on conflict do nothing returning 1`,
    [
      one.carrier,
      one.name,
      one.bodyId,
      one.networks,
      certificate?.pem ?? null,
      certificate?.from ?? null,
      certificate?.to ?? null,
      one.by,
      one.at,
    ],
  );
  return rows.length === 1;
}

/** The body whose it was; null: it is not there, or had ended. */
export async function endOfCaller(
  tx: Tx,
  { carrier, name, by, at }: { readonly carrier: CarrierName; readonly name: string; readonly by: string; readonly at: Instant },
): Promise<string | null> {
  const [row] = await tx.query<{ bodyId: string }>(
    `update exchange_caller set ended_by = $3, ended_at = $4 where carrier = $1 and name = $2 and ended_at is null returning body_id as "bodyId"`,
    [carrier, name, by, at],
  );
  return row?.bodyId ?? null;
}
