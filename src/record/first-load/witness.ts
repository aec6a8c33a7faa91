/** Signatures over first loads as `audit verify --state` holds them: each against its leaf in the log, against the agency's key, and its roots against the rows that were taken. */
import type { DerivedTable, StandingPage, Witness, WitnessedTable } from '#authority/audit/witness.ts';
import { keysByName } from '#authority/keys/by-name.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { rowDigest } from '#base/row-digest.ts';
import type { Keys } from '#base/sealing.ts';
import { verifyAttestation } from '#record/confirmation/attest.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import { rootOfParts } from './row-leaf.ts';
import { signaturesAfter } from './store.ts';
import type { LoadSignature } from './store.ts';

const TABLE = 'first_load_signature';

const keyOf = ({ loadId, round, signerIdentity }: LoadSignature): string => `${loadId}/${round}/${signerIdentity}`;
const digestOf = ({ bodyId, signerId, signerName, at, head, jws }: LoadSignature): string =>
  rowDigest({ body: bodyId, signer: signerId, signerName, at, head: canonicalJson(head), jws });

/** What the act of signing says of its row. */
export const signatureWitness = (signature: LoadSignature): Witness => ({
  table: TABLE,
  key: keyOf(signature),
  digest: digestOf(signature),
});

const nextOf = (rows: readonly LoadSignature[], limit: number): string | null => (rows.length === limit ? keyOf(rows.at(-1)!) : null);

export const witnessedFirstLoads: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit): Promise<StandingPage> {
    const rows = await signaturesAfter(tx, after, limit);
    return {
      rows: rows.map((row) => ({ key: keyOf(row), digest: digestOf(row), tx: null, about: row.loadId })),
      next: nextOf(rows, limit),
    };
  },
  known: () => [],
};

export const signedFirstLoads = (keys: Keys): DerivedTable => ({
  table: TABLE,
  holds: 'signatures',
  async differences(tx, after, limit) {
    const rows = await signaturesAfter(tx, after, limit);
    const published = await keysByName(
      tx,
      keys,
      rows.flatMap(({ jws }) => keyNameOf(jws) ?? []),
    );
    const differing: { key: string; what: string }[] = [];
    for (const row of rows) {
      const { head, jws, bodyId } = row;
      const key = published.find((one) => one.kid === keyNameOf(jws) && one.congvu.bodyId === bodyId);
      if (!key || !(await verifyAttestation(jws, head, { kty: key.kty, crv: key.crv, x: key.x })))
        differing.push({ key: keyOf(row), what: 'signature' });
      const root = rootOfParts(head.parts.flatMap(({ no, taken, root }) => (taken > 0 ? [{ no, people: taken, root }] : [])));
      if (root !== head.root) differing.push({ key: keyOf(row), what: 'root' });
    }
    return { differing, next: nextOf(rows, limit) };
  },
});
