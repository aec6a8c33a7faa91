/** Who may see a person, as `audit verify --state` holds it: each row that opens a record today follows from the versions, which have their leaves, and no other does. */
import type { DerivedTable } from '#authority/audit/witness.ts';
import type { Tx } from '#base/database/transaction.ts';
import { formerDaysMax } from './reach.ts';

const TABLE = 'person_reach';
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * `managing` is the body of the person's row; `using`, `seconded` are the bodies that the register found in the employment, for the days of their case; `former` is a body
 * that had written of the person before a case moved them, for no longer than the law's term; `merged` the body of the record that stands for this one. A row begins and ends with a
 * version, or with a merge, whatever it says.
 */
const merged = (at: string): string => `exists (select 1 from person_merge m
   where m.merged_person = r.person_id and (m.tx_from = ${at} or m.tx_to = ${at} or exists (select 1 from person_version v where v.person_id = m.into_person and v.tx = ${at})))`;
/** Or with a merger of bodies that touched the person, or its undo. */
const byEvent = (at: string): string =>
  `exists (select 1 from change_scope s join change_event e using (event_id) where s.person_id = r.person_id and e.tx = ${at})`;
const DIFFERENCES = `
  with page as materialized (
         select p.person_id, coalesce(s.body_id, p.body_id) as body_id, p.merged_into
           from person p left join person s on s.person_id = p.merged_into where p.person_id > $1::uuid order by p.person_id limit $2),
       named as materialized (
         select n.* from named_employers(array(select person_id from page where merged_into is null)) n where n.valid_to > today_in_vietnam()),
       rows as materialized (
         select r.*, p.body_id as manager, p.merged_into, r.tx_to = 9223372036854775807 and r.valid_to > today_in_vietnam() as holds from page p join person_reach r using (person_id))
  select r.person_id, 'reach.' || r.why as what from rows r
   where r.holds and not case r.why
     when 'managing' then r.merged_into is null and r.body_id = r.manager and r.valid_to = '9999-12-31'
     when 'merged' then r.merged_into is not null and r.body_id = r.manager and r.valid_to = '9999-12-31'
     when 'using' then exists (select 1 from named n where n.person_id = r.person_id and n.body_id = r.body_id and n.why = r.why and n.valid_to = r.valid_to)
     when 'seconded' then exists (select 1 from named n where n.person_id = r.person_id and n.body_id = r.body_id and n.why = r.why and n.valid_to = r.valid_to)
     when 'former' then r.valid_to - r.valid_from <= $3 and r.body_id <> r.manager
       and exists (select 1 from person_version v where v.person_id = r.person_id and v.body_id = r.body_id and v.tx < r.tx_from)
     else false end
  union
  select r.person_id, 'reach.tx' from rows r
   where (not exists (select 1 from person_version v where v.person_id = r.person_id and v.tx = r.tx_from) and not ${merged('r.tx_from')} and not ${byEvent('r.tx_from')})
      or (r.tx_to < 9223372036854775807 and not exists (select 1 from person_version v where v.person_id = r.person_id and v.tx = r.tx_to) and not ${merged('r.tx_to')} and not ${byEvent('r.tx_to')})
  union
  select p.person_id, 'merged_into' from page p
   where p.merged_into is distinct from (select m.into_person from person_merge m where m.merged_person = p.person_id and m.tx_to = 9223372036854775807)
  union
  select p.person_id, 'reach.merged' from page p where p.merged_into is not null and not exists (select 1 from rows r where r.person_id = p.person_id and r.holds and r.why = 'merged')
  union
  select p.person_id, 'reach.managing' from page p where p.merged_into is null and not exists (select 1 from rows r where r.person_id = p.person_id and r.holds and r.why = 'managing' and r.body_id = p.body_id)
  union
  select n.person_id, 'reach.' || n.why from named n
   where not exists (select 1 from rows r where r.person_id = n.person_id and r.holds and r.why = n.why and r.body_id = n.body_id)
  union
  select r.person_id, 'reach.person' from person_reach r
   where $1::uuid = '${FIRST}' and r.tx_to = 9223372036854775807 and not exists (select 1 from person p where p.person_id = r.person_id)
   order by 1, 2`;

export const derivedReach: DerivedTable = {
  table: TABLE,
  async differences(tx: Tx, after, limit) {
    const rows = await tx.query<{ person_id: string; what: string }>(DIFFERENCES, [after ?? FIRST, limit, formerDaysMax()]);
    const page = await tx.query<{ person_id: string }>(
      'select person_id from person where person_id > $1::uuid order by person_id limit $2',
      [after ?? FIRST, limit],
    );
    return {
      differing: rows.map((row) => ({ key: row.person_id, what: row.what })),
      next: page.length === limit ? page.at(-1)!.person_id : null,
    };
  },
};
