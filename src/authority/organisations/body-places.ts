/**
 * What a code of a body means on a day, and where that body stands to another one: the question that decides for whom somebody may speak.
 * A code is of a time: it is looked up on the day of the fact, and what it meant on other days is told, never taken.
 */
import { addDays } from '#base/vietnamese/dates.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { codeSpellings } from './code-spellings.ts';

/** A body by its code and name on the day that was asked for. */
export interface NamedBody {
  readonly bodyId: string;
  readonly code: string;
  readonly name: string;
}

export type BodyPlace =
  /** the asking body itself, or one below it */
  | ({ readonly kind: 'within' } & NamedBody)
  /** one above the asking body */
  | ({ readonly kind: 'above' } & NamedBody)
  | ({ readonly kind: 'elsewhere' } & NamedBody)
  /** the body goes on, under another code by that day */
  | ({ readonly kind: 'renumbered'; readonly within: boolean } & NamedBody)
  /** the body had ended by that day; `successors` are those that exist on it, `whole` when it went on in one alone and whole */
  | {
      readonly kind: 'ended';
      readonly name: string;
      /** its last day */
      readonly lastDay: PlainDate;
      readonly successors: readonly (NamedBody & { readonly within: boolean })[];
      readonly whole: boolean;
    }
  /** the body, or the code, begins later */
  | { readonly kind: 'notYet'; readonly name: string; readonly from: PlainDate }
  /** more than one body had the code on that day */
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

interface CodeRow {
  code: string;
  body_id: string;
  valid_from: string;
  valid_to: string;
}
interface LinkRow {
  from_id: string;
  to_id: string;
  share: string;
}
interface OnDay {
  body_id: string;
  parent_id: string | null;
  name: string;
  code: string | null;
}

const OPEN = '9223372036854775807';
/** Longest chain of bodies, and of successors: the tree of the country is six deep. */
const CHAIN_MAX = 20;

/** Bodies and everything above them on a day, by id. */
async function chainsOn(tx: Tx, bodyIds: readonly string[], day: PlainDate): Promise<Map<string, OnDay>> {
  const rows = await tx.query<OnDay>(
    `with recursive up as (
       select v.body_id, v.parent_id, v.name, 0 as depth from body_version v
        where v.body_id = any ($1::uuid[]) and v.valid_from <= $2 and v.valid_to > $2 and v.tx_to = ${OPEN}
       union
       select v.body_id, v.parent_id, v.name, up.depth + 1 from up join body_version v on v.body_id = up.parent_id
        where up.depth < ${CHAIN_MAX} and v.valid_from <= $2 and v.valid_to > $2 and v.tx_to = ${OPEN})
     select distinct on (body_id) body_id, parent_id, name,
            (select c.code from body_code c where c.body_id = up.body_id and c.valid_from <= $2 and c.valid_to > $2 and c.tx_to = ${OPEN} and c.scheme <> 'dvhc'
              order by (c.scheme = 'ma_dinh_danh') desc, c.code limit 1) as code
       from up`,
    [[...new Set(bodyIds)], day],
  );
  return new Map(rows.map((row) => [row.body_id, row]));
}

/** Who goes on as whom, from these bodies on, whatever the day. */
async function linksFrom(tx: Tx, bodyIds: readonly string[]): Promise<LinkRow[]> {
  if (bodyIds.length === 0) return [];
  return tx.query<LinkRow>(
    `with recursive next as (
       select l.from_id, l.to_id, l.share, 0 as depth from change_link l join change_event e using (event_id) where l.from_id = any ($1::uuid[]) and e.undone_by is null
       union
       select l.from_id, l.to_id, l.share, next.depth + 1 from next join change_link l on l.from_id = next.to_id join change_event e using (event_id)
        where e.undone_by is null and next.depth < ${CHAIN_MAX})
     select distinct from_id, to_id, share from next`,
    [bodyIds],
  );
}

/** Last known name and days of bodies, also of those that have gone. */
async function lifeOf(tx: Tx, bodyIds: readonly string[]): Promise<Map<string, { name: string; from: string; to: string }>> {
  const rows = await tx.query<{ body_id: string; name: string; from: string; to: string }>(
    `select distinct on (body_id) body_id, name, min(valid_from) over w as "from", max(valid_to) over w as "to" from body_version
      where body_id = any ($1::uuid[]) and tx_to = ${OPEN} window w as (partition by body_id) order by body_id, valid_from desc`,
    [[...new Set(bodyIds)]],
  );
  return new Map(rows.map((row) => [row.body_id, row]));
}

/**
 * @param sender  the body that speaks
 * @param on      the day of the fact
 * @returns       for each code what it means on that day and where that body stands to the sender, as believed now; the sender as it was
 *                called on that day, null when it did not exist then
 */
export async function bodyPlaces(
  tx: Tx,
  codes: readonly string[],
  { sender, on }: { readonly sender: string; readonly on: PlainDate },
): Promise<{ readonly places: ReadonlyMap<string, BodyPlace>; readonly sender: NamedBody | null }> {
  const asked = [...new Set(codes)];
  const spellings = new Map(asked.map((code) => [code, codeSpellings(code)]));
  const rows = await tx.query<CodeRow>(
    `select code, body_id, valid_from, valid_to from body_code where code = any ($1::text[]) and scheme <> 'dvhc' and tx_to = ${OPEN}`,
    [[...new Set([...spellings.values()].flat())]],
  );
  const met = rows.map((row) => row.body_id);
  const links = await linksFrom(tx, met);
  const chains = await chainsOn(tx, [sender, ...met, ...links.map((link) => link.to_id)], on);
  const lives = await lifeOf(tx, met);
  const isAbove = (above: string, below: string): boolean => {
    let at: string | null = below;
    for (let step = 0; at !== null && step <= CHAIN_MAX; step++) {
      if (at === above) return chains.has(above);
      at = chains.get(at)?.parent_id ?? null;
    }
    return false;
  };
  const named = (bodyId: string): NamedBody => {
    const { name, code } = chains.get(bodyId)!;
    return { bodyId, name, code: code ?? '' };
  };
  const placeOf = (own: readonly CodeRow[]): BodyPlace => {
    const then = own.filter((row) => row.valid_from <= on && on < row.valid_to && chains.has(row.body_id));
    const bodies = [...new Set(then.map((row) => row.body_id))];
    if (bodies.length > 1) return { kind: 'ambiguous', names: bodies.map((id) => chains.get(id)!.name) };
    const [found] = bodies;
    if (found) return { kind: isAbove(sender, found) ? 'within' : isAbove(found, sender) ? 'above' : 'elsewhere', ...named(found) };
    return ofAnotherTime(own);
  };
  const ofAnotherTime = (own: readonly CodeRow[]): BodyPlace => {
    const before = own.filter((row) => row.valid_to <= on).sort((a, b) => (a.valid_to < b.valid_to ? 1 : -1))[0];
    const later = own.filter((row) => row.valid_from > on).sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))[0];
    if (before) {
      if (chains.has(before.body_id)) return { kind: 'renumbered', within: isAbove(sender, before.body_id), ...named(before.body_id) };
      const successors = successorsOf(before.body_id, links, (id) => chains.has(id));
      return {
        kind: 'ended',
        name: lives.get(before.body_id)?.name ?? '',
        lastDay: addDays(lives.get(before.body_id)?.to ?? before.valid_to, -1),
        successors: successors.ids.map((id) => ({ ...named(id), within: isAbove(sender, id) })),
        whole: successors.whole && successors.ids.length === 1,
      };
    }
    return later ? { kind: 'notYet', name: lives.get(later.body_id)?.name ?? '', from: later.valid_from } : { kind: 'unknown' };
  };
  const places = asked.map((code): [string, BodyPlace] => {
    const own = rows.filter((row) => spellings.get(code)!.includes(row.code));
    return [code, own.length === 0 ? { kind: 'unknown' } : placeOf(own)];
  });
  return { places: new Map(places), sender: chains.has(sender) ? named(sender) : null };
}

/** Bodies of the day in which one that has ended goes on, over as many changes as it took; `whole` when each was a going on of the whole. */
function successorsOf(
  bodyId: string,
  links: readonly LinkRow[],
  exists: (bodyId: string) => boolean,
): { readonly ids: readonly string[]; readonly whole: boolean } {
  const ids = new Set<string>();
  let whole = true;
  const walk = (from: string, depth: number): void => {
    for (const link of links.filter((one) => one.from_id === from)) {
      if (link.share !== 'toan_bo') whole = false;
      if (exists(link.to_id)) ids.add(link.to_id);
      else if (depth < CHAIN_MAX) walk(link.to_id, depth + 1);
    }
  };
  walk(bodyId, 0);
  return { ids: [...ids], whole };
}
