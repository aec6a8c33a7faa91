/** Signed lists as `audit verify --state` holds them: each against its leaf in the log, and its root against the parts that name it. */
import type { DerivedTable, StandingPage, Witness, WitnessedTable } from '#authority/audit/witness.ts';
import type { Tx } from '#base/database/transaction.ts';
import { rowDigest } from '#base/row-digest.ts';
import { leafOf, rootOf } from './list-attestation.ts';
import type { SignedList } from './list-store.ts';

const TABLE = 'attestation_list';
const FIRST = '00000000-0000-0000-0000-000000000000';

const digestOf = ({ head, signerId, signerIdentity, signerName, at, jws }: SignedList): string =>
  rowDigest({
    submission: head.submissionId,
    body: head.bodyId,
    signer: signerId,
    signerIdentity,
    signerName,
    at,
    people: head.people,
    items: head.items,
    root: head.root,
    jws,
  });

/** What the act that confirms a list says of its row. */
export const listWitness = (list: SignedList): Witness => ({ table: TABLE, key: list.head.listId, digest: digestOf(list) });

interface Row {
  list_id: string;
  submission_id: string;
  body_id: string;
  signer_id: string;
  signer_identity: string;
  signer_name: string;
  at: string;
  people: number;
  items: number;
  root: string;
  jws: string;
}

const fromRow = (row: Row): SignedList => ({
  head: {
    v: 1,
    kind: 'list',
    listId: row.list_id,
    submissionId: row.submission_id,
    bodyId: row.body_id,
    people: row.people,
    items: row.items,
    root: row.root,
  },
  signerId: row.signer_id,
  signerIdentity: row.signer_identity,
  signerName: row.signer_name,
  at: row.at,
  jws: row.jws,
});

/** Signed lists after one, in the order of their ids. */
export const listsAfter = async (tx: Tx, after: string | null, limit: number): Promise<SignedList[]> =>
  (
    await tx.query<Row>(
      `select list_id, submission_id, body_id, signer_id, encode(signer_identity, 'hex') as signer_identity, signer_name, at, people, items, encode(root, 'hex') as root, jws
         from attestation_list where list_id > $1::uuid order by list_id limit $2`,
      [after ?? FIRST, limit],
    )
  ).map(fromRow);

/** Where the next page begins; null: that was the last one. */
export const nextList = (lists: readonly SignedList[], limit: number): string | null =>
  lists.length === limit ? lists.at(-1)!.head.listId : null;

export const witnessedLists: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit): Promise<StandingPage> {
    const lists = await listsAfter(tx, after, limit);
    return {
      rows: lists.map((list) => ({ key: list.head.listId, digest: digestOf(list), tx: null, about: list.head.submissionId })),
      next: nextList(lists, limit),
    };
  },
  known: () => [],
};

/** Lists read at a time: each is laid together anew out of its parts. */
const LISTS_AT_ONCE = 8;

/** What a list says of itself follows from its parts, as they are kept with each person. */
export const derivedLists: DerivedTable = {
  table: TABLE,
  async differences(tx, after, limit) {
    const lists = await listsAfter(tx, after, Math.min(limit, LISTS_AT_ONCE));
    const differing: { key: string; what: string }[] = [];
    for (const { head } of lists) {
      const parts = await tx.query<{ personId: string; shownHash: string; items: string[] }>(
        `select person_id as "personId", encode(shown_hash, 'hex') as "shownHash", item_ids as items from attestation where list_id = $1 order by list_no`,
        [head.listId],
      );
      const say = {
        people: parts.length,
        items: parts.reduce((sum, { items }) => sum + items.length, 0),
        root: rootOf(parts.map((part) => leafOf({ v: 1, ...part }))),
      };
      for (const what of ['people', 'items', 'root'] as const) if (say[what] !== head[what]) differing.push({ key: head.listId, what });
    }
    return { differing, next: nextList(lists, Math.min(limit, LISTS_AT_ONCE)) };
  },
};
