/** The epochs of signing keys: which key signs now, which have signed. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys, SigningKey } from '#base/sealing.ts';
import type { KeyEpoch, KeyHolder, KeyPurpose, PublishedKey } from './shapes.ts';

/** Names under which keys are derived. The first epoch has the name that was there before epochs were. */
const nameOf = ({ purpose, bodyId }: KeyHolder, epoch: number): string => {
  const name = purpose === 'checkpoint' ? 'audit' : purpose === 'receipt' ? 'receipt' : `body:${bodyId}`;
  return epoch === 1 ? name : `${name}#${epoch}`;
};

const keyOf = (keys: Keys, holder: KeyHolder, { epoch, generation }: Pick<KeyEpoch, 'epoch' | 'generation'>): SigningKey =>
  keys.signingKey(nameOf(holder, epoch), generation);

const COLUMNS = `purpose, body_id as "bodyId", epoch, generation, kid, to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since,
  to_char(ended at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ended`;

async function activeEpoch(tx: Tx, { purpose, bodyId }: KeyHolder): Promise<Pick<KeyEpoch, 'epoch' | 'generation' | 'kid'> | null> {
  const [row] = await tx.query<Pick<KeyEpoch, 'epoch' | 'generation' | 'kid'>>(
    'select epoch, generation, kid from signing_key where purpose = $1 and body_id is not distinct from $2::uuid and ended is null',
    [purpose, bodyId],
  );
  return row ?? null;
}

/** `generation`: of the master key that seals now; what signed before generations were is of the first. */
async function begin(
  tx: Tx,
  keys: Keys,
  holder: KeyHolder,
  { epoch, generation }: Pick<KeyEpoch, 'epoch' | 'generation'>,
  at: string,
): Promise<SigningKey> {
  const key = keyOf(keys, holder, { epoch, generation });
  await tx.query(
    'insert into signing_key (purpose, body_id, epoch, generation, kid, since) values ($1,$2,$3,$4,$5,$6) on conflict do nothing',
    [holder.purpose, holder.bodyId, epoch, generation, key.kid, at],
  );
  return key;
}

/**
 * The key that signs for this holder now. MUST be asked in the transaction of the act that is signed: with the act its public half is
 * published, or neither is there. Throws where the row names a key that is not ours: nothing is signed that nobody can check.
 */
export async function activeKey(tx: Tx, keys: Keys, holder: KeyHolder, at: Instant): Promise<SigningKey> {
  const active = await activeEpoch(tx, holder);
  // The log has one name and one key for ever (README): it is of the first master key, whichever seals.
  const generation = holder.purpose === 'checkpoint' ? 1 : keys.generation();
  if (active === null) return begin(tx, keys, holder, { epoch: 1, generation }, at);
  const key = keyOf(keys, holder, active);
  // Signed by a key that is published under another name, nobody could check it: a row that somebody else wrote ends the act.
  if (key.kid !== active.kid) throw new Error(`the row of the ${holder.purpose} key names another key`);
  return key;
}

/** Ends the key of this holder and begins the next; needs a system session. Returns both names; null when it never signed. */
export async function rotateKey(
  tx: Tx,
  keys: Keys,
  holder: KeyHolder,
  at: Instant,
): Promise<{ readonly ended: string; readonly began: string } | null> {
  const [row] = await tx.query<{ epoch: number; kid: string }>(
    `update signing_key set ended = $3 where purpose = $1 and body_id is not distinct from $2::uuid and ended is null returning epoch, kid`,
    [holder.purpose, holder.bodyId, at],
  );
  if (!row) return null;
  const { kid } = await begin(tx, keys, holder, { epoch: row.epoch + 1, generation: keys.generation() }, at);
  return { ended: row.kid, began: kid };
}

/** The epochs of these purposes, the oldest first. */
export const keyEpochs = (tx: Tx, purposes: readonly KeyPurpose[]): Promise<KeyEpoch[]> =>
  tx.query<KeyEpoch>(`select ${COLUMNS} from signing_key where purpose = any ($1) order by signing_key.since, kid`, [purposes]);

/** The epoch whose key has this name, null when none has. */
export async function epochByKid(tx: Tx, kid: string): Promise<KeyEpoch | null> {
  const [row] = await tx.query<KeyEpoch>(`select ${COLUMNS} from signing_key where kid = $1`, [kid]);
  return row ?? null;
}

/**
 * The public half of an epoch, null when the row names another key than the one that we would sign with: rows can be written by whoever
 * breaks into the database, keys cannot be made there.
 */
export function publishedKey(keys: Keys, one: KeyEpoch): PublishedKey | null {
  const { kid, publicJwk } = keyOf(keys, one, one);
  if (kid !== one.kid) return null;
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x: String(publicJwk.x),
    kid,
    alg: 'EdDSA',
    use: 'sig',
    congvu: {
      purpose: one.purpose,
      bodyId: one.bodyId,
      since: one.since,
      ended: one.ended,
      status: one.ended === null ? 'active' : 'ended',
    },
  };
}

/**
 * Publishes keys that signed before keys were published (an upgrade, a restore of an older backup), with the time of their first signature.
 * Nothing where any key is published already.
 */
export async function publishFormerKeys(
  tx: Tx,
  keys: Keys,
  signedBefore: () => Promise<readonly (KeyHolder & { readonly since: string })[]>,
): Promise<void> {
  const [any] = await tx.query('select 1 from signing_key where purpose <> $1 limit 1', ['checkpoint']);
  if (any) return;
  for (const { since, ...holder } of await signedBefore()) await begin(tx, keys, holder, { epoch: 1, generation: 1 }, since);
}
