/** Consents as `audit verify --state` holds them against their leaves: asked by one act, answered by another, ended by a third; and looks as what follows from the log. */
import type { DerivedTable, KnownAct, StandingPage, StandingRow, Witness, WitnessedTable } from '#authority/audit/witness.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { rowDigest } from '#base/row-digest.ts';
import type { ConsentChange, ConsentState } from './step.ts';

const TABLE = 'consent';
const LOOKS = 'consent_look';
/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const [ANSWERED, ENDED] = ['#answered', '#ended'] as const;

export interface ConsentAsked {
  readonly consentId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly purpose: string;
  readonly reasonSealed: Uint8Array;
  readonly groups: readonly string[];
  readonly fields: readonly string[];
  readonly until: PlainDate;
  readonly askedAt: Instant;
  readonly answerBy: PlainDate;
}

/** What the act of asking says of the row. */
export const askedWitness = ({ consentId, reasonSealed, ...asked }: ConsentAsked): Witness => ({
  table: TABLE,
  key: consentId,
  digest: rowDigest({
    person: asked.personId,
    body: asked.bodyId,
    by: asked.askedBy,
    byName: asked.askedByName,
    purpose: asked.purpose,
    reasonSealed: Buffer.from(reasonSealed).toString('hex'),
    groups: asked.groups,
    fields: asked.fields,
    until: asked.until,
    at: asked.askedAt,
    answerBy: asked.answerBy,
  }),
});

const NOTHING = { groups: [], fields: [], covers: [] };
const answered = (consentId: string, change: ConsentChange & { readonly state: 'given' | 'refused' }, at: Instant): Witness => {
  const { groups, fields, covers } = change.state === 'given' ? change : NOTHING;
  return { table: TABLE, key: `${consentId}${ANSWERED}`, digest: rowDigest({ answer: change.state, groups, fields, covers, at }) };
};
const ended = (consentId: string, state: 'withdrawn' | 'taken-back', at: Instant): Witness => ({
  table: TABLE,
  key: `${consentId}${ENDED}`,
  digest: rowDigest({ how: state, at }),
});

/** What the act of answering, withdrawing or taking back says of the row. */
export const changeWitness = (consentId: string, change: ConsentChange, at: Instant): Witness =>
  change.state === 'given' || change.state === 'refused'
    ? answered(consentId, change as ConsentChange & { readonly state: 'given' | 'refused' }, at)
    : ended(consentId, change.state, at);

interface Row extends ConsentAsked {
  readonly state: ConsentState;
  readonly givenGroups: readonly string[] | null;
  readonly givenFields: readonly string[] | null;
  readonly covers: readonly string[] | null;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
}
const COLUMNS = `consent_id as "consentId", person_id as "personId", body_id as "bodyId", asked_by as "askedBy", asked_by_name as "askedByName", purpose, reason_sealed as "reasonSealed",
  groups, fields, until, asked_at as "askedAt", answer_by as "answerBy", state, given_groups as "givenGroups", given_fields as "givenFields", covers,
  answered_at as "answeredAt", ended_at as "endedAt"`;

/** A row as it stands: as it was asked, and, as far as it came, answered and ended. */
function witnessesOf(row: Row): Witness[] {
  const { consentId, state, answeredAt, endedAt, givenGroups, givenFields, covers } = row;
  const change: ConsentChange & { readonly state: 'given' | 'refused' } =
    givenGroups && givenFields && covers ? { state: 'given', groups: givenGroups, fields: givenFields, covers } : { state: 'refused' };
  return [
    askedWitness(row),
    ...(answeredAt === null ? [] : [answered(consentId, change, answeredAt)]),
    ...(endedAt === null ? [] : [ended(consentId, state === 'taken-back' ? state : 'withdrawn', endedAt)]),
  ];
}

/** What an erasure left of the consents of these people: that one was asked for and given, by whom and when, and no reason. */
export async function consentsLeftOf(tx: Tx, personIds: readonly string[]): Promise<Witness[]> {
  const rows = await tx.query<Row>(`select ${COLUMNS} from consent where person_id = any ($1::uuid[]) order by consent_id`, [personIds]);
  return rows.flatMap(witnessesOf);
}

const ENDING_OF: Readonly<Record<string, string>> = {
  'consent.asked': '',
  'consent.given': ANSWERED,
  'consent.refused': ANSWERED,
  'consent.withdrawn': ENDED,
  'consent.taken-back': ENDED,
};

export const witnessedConsents: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit): Promise<StandingPage> {
    const rows = await tx.query<Row>(`select ${COLUMNS} from consent where consent_id > $1::uuid order by consent_id limit $2`, [
      after ?? FIRST,
      limit,
    ]);
    return {
      rows: rows.flatMap((row) => witnessesOf(row).map(({ key, digest }): StandingRow => ({ key, digest, tx: null, about: row.personId }))),
      next: rows.length === limit ? rows.at(-1)!.consentId : null,
    };
  },
  known({ act, payload }: KnownAct): string[] {
    const [consent, ending] = [payload['consent'], ENDING_OF[act]];
    return typeof consent === 'string' && ending !== undefined ? [`${consent}${ending}`] : [];
  },
};

const lookKey = (consentId: string, tx: number): string => `${consentId}#${tx}`;

/** By which consent somebody looked, as the reading says it: the log names the consent in its payload alone. */
export const witnessedLooks: WitnessedTable = {
  table: LOOKS,
  async page(tx, after, limit): Promise<StandingPage> {
    const rows = await tx.query<{ eventId: string; consentId: string; personId: string; tx: number }>(
      `select event_id as "eventId", consent_id as "consentId", person_id as "personId", tx from consent_look where event_id > $1::uuid order by event_id limit $2`,
      [after ?? FIRST, limit],
    );
    return {
      rows: rows.map(({ consentId, personId, tx: at }) => ({ key: lookKey(consentId, at), digest: '', tx: at, about: personId })),
      next: rows.length === limit ? rows.at(-1)!.eventId : null,
    };
  },
  known: ({ act, tx, payload }) =>
    act === 'consent.looked' && typeof payload['consent'] === 'string' ? [lookKey(payload['consent'], tx)] : [],
};

/** Behind every look: then readings are walked. */
const READINGS = 'readings';
const MINUTE = `interval '1 minute'`;

/** Looks that no reading of the log explains: of this account, of this person, in this transaction, at this minute. */
const STRANGE_LOOKS = `select l.event_id::text as key,
    case when e.event_id is null then 'reading' when l.by_account is distinct from e.actor_id then 'by_account' when l.tx <> e.tx then 'tx'
         when l.person_id is distinct from e.object_id and not exists (select 1 from person_merge m where m.into_person = e.object_id) then 'person_id' end as what
  from consent_look l left join audit_event e on e.event_id = l.event_id and e.act = 'consent.looked' and e.at between l.at - ${MINUTE} and l.at + ${MINUTE}
 where l.event_id > $1::uuid order by l.event_id limit $2`;
/** Readings by consent whose look is gone: of who was erased, whose payloads name no consent any more, too. */
const LOOKS_GONE = `select e.event_id::text as key, 'look' as what from audit_event e
 where e.act = 'consent.looked' and not exists (select 1 from consent_look l where l.event_id = e.event_id) order by e.event_id limit $1`;

/** Looks as they follow from the columns of the log, both ways. */
export const derivedLooks: DerivedTable = {
  table: LOOKS,
  async differences(tx, after, limit) {
    if (after === READINGS) return { differing: await tx.query<{ key: string; what: string }>(LOOKS_GONE, [limit]), next: null };
    const rows = await tx.query<{ key: string; what: string | null }>(STRANGE_LOOKS, [after ?? FIRST, limit]);
    return {
      differing: rows.flatMap(({ key, what }) => (what === null ? [] : [{ key, what }])),
      next: rows.length === limit ? rows.at(-1)!.key : READINGS,
    };
  },
};
