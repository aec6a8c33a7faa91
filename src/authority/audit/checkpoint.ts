/**
 * Checkpoints: the signed head of the log, as C2SP tlog-checkpoint in a C2SP signed-note with one Ed25519 signature. Pure.
 *
 * ```
 * audit.example.vn/act/1
 * 70000
 * CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 * — audit.example.vn/act/1 Az3grl…
 * ```
 */
import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { HASH_BYTES } from './tiles.ts';
import type { Hash } from './merkle-tree.ts';

/** Size and root of a log, and whose log it is. */
export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** What an outsider must hold beforehand: the log's name and its public key (32 bytes, RFC 8032). */
export interface LogKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** Signs as the log. The private key stays inside. */
export interface CheckpointSigner {
  readonly key: LogKey;
  sign(text: Uint8Array): Uint8Array;
}

const ED25519 = 1;
const EM_DASH = '—';
// SPKI prefix of an Ed25519 public key (RFC 8410 §4): the 32 bytes of the key follow.
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

/** First four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key): tells keys apart, proves nothing. */
export const keyId = (key: LogKey): Uint8Array =>
  createHash('sha256').update(`${key.name}\n`).update(Uint8Array.of(ED25519)).update(key.publicKey).digest().subarray(0, 4);

export const keyIdText = (key: LogKey): string => Buffer.from(keyId(key)).toString('hex');

/** The key in one line, `name+id+base64`, to hand to outsiders. */
export const verifierKey = (key: LogKey): string =>
  `${key.name}+${keyIdText(key)}+${Buffer.concat([Uint8Array.of(ED25519), key.publicKey]).toString('base64')}`;

/** A signer out of an Ed25519 private key. `origin` is also the key's name. */
export function checkpointSigner(origin: string, privateKey: KeyObject): CheckpointSigner {
  if (!/^[^\s+]+$/u.test(origin)) throw new Error('the origin of a log may hold neither spaces nor "+"');
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`an Ed25519 key signs checkpoints, not ${privateKey.asymmetricKeyType}`);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(SPKI_ED25519.length);
  return { key: { name: origin, publicKey }, sign: (text) => sign(null, text, privateKey) };
}

const noteText = (head: TreeHead): string => `${head.origin}\n${head.size}\n${Buffer.from(head.root).toString('base64')}\n`;

/** The signed note of a head. The caller MUST have proven it consistent with the last one signed (`publish.ts`). */
export function signCheckpoint(head: TreeHead, signer: CheckpointSigner): string {
  const text = noteText(head);
  const signature = Buffer.concat([keyId(signer.key), signer.sign(Buffer.from(text))]).toString('base64');
  return `${text}\n${EM_DASH} ${signer.key.name} ${signature}\n`;
}

/** Reads a note's text without trusting it; null when it is not a checkpoint. */
function parseText(text: string): TreeHead | null {
  const [origin, size, root, ...rest] = text.split('\n');
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || rest.length === 0 || rest.pop() !== '' || rest.includes('')) return null;
  const bytes = Buffer.from(root ?? '', 'base64');
  if (bytes.length !== HASH_BYTES || bytes.toString('base64') !== root) return null;
  return { origin, size: Number(size), root: bytes };
}

/** The head that this key signed; null when the note is malformed, of another origin, or not validly signed by this key. */
export function openCheckpoint(note: string, key: LogKey): TreeHead | null {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, cut + 1);
  const head = parseText(text);
  if (!head || head.origin !== key.name) return null;
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_ED25519, key.publicKey]), format: 'der', type: 'spki' });
  let signed = false;
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const found = /^— (\S+) (\S+)$/.exec(line);
    if (!found) return null;
    const bytes = Buffer.from(found[2]!, 'base64');
    if (found[1] !== key.name || Buffer.compare(bytes.subarray(0, 4), keyId(key)) !== 0) continue; // another's signature
    if (bytes.toString('base64') !== found[2] || !verify(null, Buffer.from(text), publicKey, bytes.subarray(4))) return null;
    signed = true;
  }
  return signed ? head : null;
}
