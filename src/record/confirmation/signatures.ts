/**
 * Attestations as `audit verify --state` holds them against the published keys: what is kept sealed is what the hash says, and the signature of the agency
 * stands over it, or over the list that it is a part of.
 */
import type { DerivedTable } from '#authority/audit/witness.ts';
import { keysByName } from '#authority/keys/by-name.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import type { Keys } from '#base/sealing.ts';
import { verifyAttestation } from './attest.ts';
import { listsAfter, nextList } from './list-witness.ts';
import { hashOfText } from './presented.ts';
import type { ListHead, PresentedContent } from './shapes.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';

interface Row {
  attestation_id: string;
  body_id: string;
  shown_hash: string;
  shown_sealed: Buffer;
  jws: string | null;
  salt: Buffer | null;
}

/** Of somebody whose key was lawfully erased nothing can be opened any more. */
async function wrongOf(
  keys: Keys,
  row: Row,
  signed: (jws: string, shown: PresentedContent, bodyId: string) => Promise<boolean>,
): Promise<string | null> {
  if (row.salt === null) return null;
  let text: string;
  try {
    text = Buffer.from(keys.open(row.salt, 'attestation', row.shown_sealed)).toString('utf8');
  } catch {
    return 'shown'; // it cannot be opened: it is not what was sealed
  }
  if (hashOfText(text) !== row.shown_hash) return 'shown';
  if (row.jws === null) return null;
  return (await signed(row.jws, JSON.parse(text) as PresentedContent, row.body_id)) ? null : 'signature';
}

export const signedAttestations = (keys: Keys): DerivedTable => ({
  table: 'attestation',
  holds: 'signatures',
  async differences(tx, after, limit) {
    const rows = await tx.query<Row>(
      `select a.attestation_id, a.body_id, encode(a.shown_hash, 'hex') as shown_hash, a.shown_sealed, a.jws, s.salt
         from attestation a left join person_salt s using (person_id) where a.attestation_id > $1::uuid order by a.attestation_id limit $2`,
      [after ?? FIRST, limit],
    );
    const published = await keysByName(
      tx,
      keys,
      rows.flatMap(({ jws }) => (jws === null ? [] : (keyNameOf(jws) ?? []))),
    );
    const signed = async (jws: string, shown: PresentedContent | ListHead, bodyId: string): Promise<boolean> => {
      const key = published.find((one) => one.kid === keyNameOf(jws) && one.congvu.bodyId === bodyId);
      return key !== undefined && verifyAttestation(jws, shown, { kty: key.kty, crv: key.crv, x: key.x });
    };
    const differing: { key: string; what: string }[] = [];
    for (const row of rows) {
      const what = await wrongOf(keys, row, signed);
      if (what !== null) differing.push({ key: row.attestation_id, what });
    }
    return { differing, next: rows.length === limit ? rows.at(-1)!.attestation_id : null };
  },
});

/** The heads of lists that were signed as one. */
export const signedLists = (keys: Keys): DerivedTable => ({
  table: 'attestation_list',
  holds: 'signatures',
  async differences(tx, after, limit) {
    const lists = await listsAfter(tx, after, limit);
    const published = await keysByName(
      tx,
      keys,
      lists.flatMap(({ jws }) => keyNameOf(jws) ?? []),
    );
    const differing: { key: string; what: string }[] = [];
    for (const { head, jws } of lists) {
      const key = published.find((one) => one.kid === keyNameOf(jws) && one.congvu.bodyId === head.bodyId);
      if (!key || !(await verifyAttestation(jws, head, { kty: key.kty, crv: key.crv, x: key.x })))
        differing.push({ key: head.listId, what: 'signature' });
    }
    return { differing, next: nextList(lists, limit) };
  },
});
