/**
 * To whom a backup is sealed: to the installation's own keys, or to a public key whose other half is kept offline, so that whoever takes the server over
 * cannot read its old copies. The key of the file stands before its frames as a JWE (RFC 7516, ECDH-ES+A256KW over X25519, RFC 8037): nothing of it is ours.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Chance } from '#base/chance.ts';
import type { Config } from '#base/config.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { keysOf } from '#base/sealing.ts';
import type { Keys } from '#base/sealing.ts';
import { backupKey } from '#start/commands/problems.ts';

const KEY_BYTES = 32;

function x25519(file: string, read: (pem: Buffer) => KeyObject): Result<KeyObject> {
  try {
    const key = read(readFileSync(file));
    return key.asymmetricKeyType === 'x25519' ? ok(key) : refused(backupKey({ file }));
  } catch {
    return refused(backupKey({ file })); // not there, or no key
  }
}
/** Of BACKUP_PUBLIC_KEY_FILE; null: it is not set. E-BACKUP-KEY. */
export const recipientIn = ({ backupPublicKeyFile: file }: Pick<Config, 'backupPublicKeyFile'>): Result<KeyObject | null> =>
  file === null ? ok(null) : x25519(file, (pem) => createPublicKey(pem));
/** The offline half: E-BACKUP-KEY. */
export const openerOf = (file: string): Result<KeyObject> => x25519(file, (pem) => createPrivateKey(pem));

/** Anybody may seal to a public key: that this installation made the file is proven by its own keys. */
const proofOf = (keys: Keys, id: Uint8Array, fileKey: Uint8Array): Buffer =>
  Buffer.from(keys.keyedHash('backup-made', `${Buffer.from(id).toString('hex')}\n${Buffer.from(fileKey).toString('hex')}`), 'hex');

/** @returns the envelope as it stands in the file, and what its frames are sealed with */
export async function envelopeTo(
  recipient: KeyObject,
  { keys, chance, id }: { readonly keys: Keys; readonly chance: Chance; readonly id: Uint8Array },
): Promise<{ readonly envelope: Buffer; readonly sealing: Keys }> {
  const fileKey = chance.bytes(KEY_BYTES);
  const envelope = await new CompactEncrypt(Buffer.concat([fileKey, proofOf(keys, id, fileKey)]))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
    .encrypt(recipient);
  return { envelope: Buffer.from(envelope), sealing: keysOf(fileKey) };
}

/** Null: sealed to another key, changed, or made by somebody else than this installation. */
export async function openedEnvelope(
  envelope: Uint8Array,
  opener: KeyObject,
  { keys, id }: { readonly keys: Keys; readonly id: Uint8Array },
): Promise<Keys | null> {
  try {
    const { plaintext } = await compactDecrypt(Buffer.from(envelope).toString(), opener, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const [fileKey, proof] = [plaintext.subarray(0, KEY_BYTES), plaintext.subarray(KEY_BYTES)];
    return proofOf(keys, id, fileKey).equals(proof) ? keysOf(fileKey) : null;
  } catch {
    return null;
  }
}
