/**
 * Which groups somebody has, and whether some stand unconfirmed, as the index of the list holds them (decision 0056): by what they are searched.
 * Kept by `writeVersions` with each version; made here for people who were registered before, or came back with an older backup.
 */
import type { Tx } from '#base/database/transaction.ts';
import type { Heads } from './shapes.ts';

/** Rows at once. */
const BATCH = 5_000;
const CODE_OF_A = 65;

/** One bit a group: A is the lowest, Z the 26th. A group's code MUST be one capital letter. */
export const groupsHeld = (heads: Heads): number =>
  Object.keys(heads).reduce((held, code) => held | (1 << (code.charCodeAt(0) - CODE_OF_A)), 0);

/** The same of a person `p`, as SQL. */
export const HELD_SQL = `(select coalesce(bit_or(1 << (ascii(code) - ${CODE_OF_A})), 0) from jsonb_object_keys(p.heads) code)`;
/** Does a head of a person `p` name a version that nobody has attested? */
export const UNCONFIRMED_SQL = `exists (select 1 from jsonb_each(p.heads) g join person_version v on v.person_id = p.person_id and v.version = (g.value ->> 'v')::int
   where v.attestation_id is null)`;
/** The second of a version `s` that is being written: what it brings itself, or an earlier version that stands on. */
export const UNCONFIRMED_AFTER_SQL = `exists (select 1 from jsonb_each(s.heads) g left join person_version v on v.person_id = s.person_id and v.version = (g.value ->> 'v')::int
        where case when (g.value ->> 'v')::int = s.version then s.attestation_id is null else v.version is not null and v.attestation_id is null end)`;

/** MUST run as the owner, after migrations. @returns how many were made */
export async function keyGroups(tx: Tx): Promise<number> {
  for (let made = 0; ;) {
    const [row] = await tx.query<{ n: number }>(
      `with unkeyed as (select person_id from person where groups_held is null limit $1),
       keyed as (update person p set groups_held = ${HELD_SQL}, has_unconfirmed = ${UNCONFIRMED_SQL} from unkeyed where unkeyed.person_id = p.person_id returning 1)
       select count(*)::int as n from keyed`,
      [BATCH],
    );
    made += row!.n;
    if (row!.n < BATCH) return made;
  }
}
