/** The body of today that somebody means by a code: one that it has, one that it had, one of a body that it goes on from, or ours without its year. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { bodyPlaces } from './body-places.ts';
import type { NamedBody } from './body-places.ts';
import { codeSpellings } from './code-spellings.ts';
import { nodesOn } from './find-bodies.ts';
import { CHAIN_MAX } from './limits.ts';
import { bodyByCode } from './store.ts';

/** @returns the bodies that may be meant: one is found, several are to be chosen from, none is unknown */
export async function bodiesByAnyCode(tx: Tx, text: string, on: PlainDate): Promise<readonly NamedBody[]> {
  const code = text.trim().toUpperCase();
  const named = async (ids: readonly string[]): Promise<NamedBody[]> =>
    (await nodesOn(tx, ids, on)).map(({ id, code: of, name }) => ({ bodyId: id, code: of, name }));
  const now = await bodyByCode(tx, code, on);
  if (now !== null) return named([now]);
  // Ours carry the year in which a body of that name began: BNV.2023, BNV.2025.
  const rows = await tx.query<{ code: string; body_id: string }>(
    `select distinct code, body_id from body_code where scheme <> 'dvhc' and tx_to = 9223372036854775807 and (code = any ($1::text[]) or code ~ $2)`,
    [codeSpellings(code), `^${code.replaceAll(/[^A-ZĐ0-9]/g, String.raw`\$&`)}\\.\\d{4}$`],
  );
  const there = await named([...new Set(rows.map(({ body_id }) => body_id))]);
  // Who took over a part alone is not who is meant, where somebody took over the whole.
  const whole = await tx.query<{ id: string }>(
    `with recursive next as (
       select l.to_id as id, 1 as depth from change_link l join change_event e using (event_id)
        where l.from_id = any ($1::uuid[]) and l.share = 'toan_bo' and e.undone_by is null
       union
       select l.to_id, next.depth + 1 from next join change_link l on l.from_id = next.id join change_event e using (event_id)
        where l.share = 'toan_bo' and e.undone_by is null and next.depth < ${CHAIN_MAX})
     select distinct id from next`,
    [rows.map((row) => row.body_id)],
  );
  const goingOn = new Map([...there, ...(await named(whole.map(({ id }) => id)))].map((body) => [body.bodyId, body]));
  if (goingOn.size > 0) return [...goingOn.values()];
  const { places } = await bodyPlaces(
    tx,
    rows.map((row) => row.code),
    { sender: rows[0]?.body_id ?? '00000000-0000-0000-0000-000000000000', on },
  );
  const successors = [...places.values()].flatMap((place) => (place.kind === 'ended' ? place.successors : []));
  return [...new Map(successors.map(({ bodyId, code: of, name }) => [bodyId, { bodyId, code: of, name }])).values()];
}
