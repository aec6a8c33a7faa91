/** Requests about the own data as `audit verify --state` holds them against their leaves: made by one act, answered by another. Of who was erased none is left. */
import type { KnownAct, StandingPage, StandingRow, Witness, WitnessedTable } from '#authority/audit/witness.ts';
import type { Instant } from '#base/clock.ts';
import { rowDigest } from '#base/row-digest.ts';

const TABLE = 'data_request';
/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const ANSWERED = '#answered';

export interface RequestMade {
  readonly requestId: string;
  readonly personId: string;
  readonly byAccount: string;
  readonly kind: string;
  readonly content: Uint8Array;
  readonly madeAt: Instant;
}
export interface RequestAnswered {
  readonly outcome: string;
  readonly answer: Uint8Array;
  readonly settledBy: string;
  readonly settledByName: string;
  readonly settledAt: Instant;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What the act of asking says of the row. */
export const madeWitness = ({ requestId, personId, byAccount, kind, content, madeAt }: RequestMade): Witness => ({
  table: TABLE,
  key: requestId,
  digest: rowDigest({ person: personId, by: byAccount, kind, contentSealed: hex(content), at: madeAt }),
});

/** What the act of answering says of the row. */
export const answeredWitness = (requestId: string, { outcome, answer, settledBy, settledByName, settledAt }: RequestAnswered): Witness => ({
  table: TABLE,
  key: `${requestId}${ANSWERED}`,
  digest: rowDigest({ outcome, answerSealed: hex(answer), by: settledBy, byName: settledByName, at: settledAt }),
});

type Row = RequestMade & { readonly [P in keyof RequestAnswered]: RequestAnswered[P] | null };
const COLUMNS = `request_id as "requestId", person_id as "personId", by_account as "byAccount", kind, content_sealed as content, made_at as "madeAt",
  outcome, answer_sealed as answer, settled_by as "settledBy", settled_by_name as "settledByName", settled_at as "settledAt"`;

/** A row as it stands: as it was made, and, as far as it came, answered. */
const witnessesOf = (row: Row): Witness[] => [
  madeWitness(row),
  ...(row.outcome === null ? [] : [answeredWitness(row.requestId, row as RequestMade & RequestAnswered)]),
];

const ENDING_OF: Readonly<Record<string, string>> = { 'data-request.made': '', 'data-request.answered': ANSWERED };

export const witnessedRequests: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit): Promise<StandingPage> {
    const rows = await tx.query<Row>(`select ${COLUMNS} from data_request where request_id > $1::uuid order by request_id limit $2`, [
      after ?? FIRST,
      limit,
    ]);
    return {
      rows: rows.flatMap((row) => witnessesOf(row).map(({ key, digest }): StandingRow => ({ key, digest, tx: null, about: row.personId }))),
      next: rows.length === limit ? rows.at(-1)!.requestId : null,
    };
  },
  // Of before they had witnesses: that there is an act for each is known.
  known({ act, payload }: KnownAct): string[] {
    const [request, ending] = [payload['request'], ENDING_OF[act]];
    return typeof request === 'string' && ending !== undefined ? [`${request}${ending}`] : [];
  },
};
