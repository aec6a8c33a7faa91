/**
 * The keys of the card in one file, `card-keys.json` of the keys folder, mode 0600: software keys, not a security module, and the pages say so.
 *
 * The private keys are sealed under the installation's own master key (base/sealing.ts), each with its own salt and its label bound in. Not under a pass phrase:
 * a server that starts unattended would keep the phrase beside the file, and it would guard nothing that the master key, itself 0600 and apart from every backup of
 * the database, does not. A security module is the answer to a stolen disk, and has the same port.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '#base/chance.ts';
import type { Clock, Instant } from '#base/clock.ts';
import { createClosedFile, isOpenToOthers, replaceClosedFile, stampOf } from '#base/closed-file.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { keyMissing, keyTooOpen } from '#base/problems.ts';
import type { Keys } from '#base/sealing.ts';
import { certificateOf, certificateToSign, kidOf, namesIssuer } from './certificate.ts';
import type { CertificateName } from './certificate.ts';
import { CERTIFICATE_DAYS, rotationDue } from './key-rotation.ts';
import type { KeyState } from './key-rotation.ts';
import { publicJwkOf } from './node-crypto.ts';
import { rawOfDer } from './signature-form.ts';
import type { CardKey, CardKeyUse, CardSigner } from './signer.ts';

export const CARD_KEYS = 'card-keys.json';
const DAY_MS = 86_400_000;
/** The anchor is pinned by doors; it is changed by hand, with two pinned side by side, and not by rotation. */
const ANCHOR_DAYS = 3_650;
/** A certificate holds from an hour before it was made: clocks of doors differ. */
const BACKDATED_MS = 3_600_000;

interface KeptKey {
  readonly label: string;
  readonly use: CardKeyUse;
  readonly state: KeyState;
  readonly madeAt: Instant;
  readonly activeAt: Instant | null;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** DER, base64 */
  readonly certificate: string;
  /** base64 */
  readonly salt: string;
  /** PKCS#8, sealed, base64 */
  readonly sealed: string;
}

export interface KeyFileNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly chance: Chance;
  /** organisation in the certificates; a demo MUST be named so that nobody takes it for a real one */
  readonly organisation: string;
  /** issuer identifier of the cards, an address: named in the certificates */
  readonly issuerId: string;
}

interface OpenKey {
  readonly card: CardKey;
  readonly kept: KeptKey;
  readonly privateKey: KeyObject;
}

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Signs with a key object: sync, in this process. */
export const signEs256 = (key: KeyObject, bytes: Uint8Array): Buffer => rawOfDer(sign('sha256', bytes, key));

/**
 * Opens the key file of a keys folder; makes it, with anchor and first keys, when `mayCreate`.
 * E-KEY-MISSING when there is none and none may be made; E-KEY-TOO-OPEN when others may read it. A file that was altered is a thrown error.
 */
export function openKeyFileSigner(folder: string, needs: KeyFileNeeds & { readonly mayCreate: boolean }): Result<CardSigner> {
  const file = join(folder, CARD_KEYS);
  if (!existsSync(file)) {
    if (!needs.mayCreate) return refused(keyMissing({ file: CARD_KEYS }));
    // Server and worker may start in the same moment: the first one's file stays, the other reads it.
    createClosedFile(file, textOf(firstKeys(needs)));
  }
  if (isOpenToOthers(file)) return refused(keyTooOpen({ file: CARD_KEYS }));
  return ok(signerOf(file, needs));
}

/** When each certificate in use ends; nothing where no card was ever issued. Opens no private key. */
export function certificateEnds(folder: string): { readonly label: string; readonly use: CardKeyUse; readonly notAfter: Instant }[] {
  const file = join(folder, CARD_KEYS);
  if (!existsSync(file)) return [];
  return readFile(file)
    .filter(({ state }) => state === 'active')
    .map(({ label, use, notAfter }) => ({ label, use, notAfter }));
}

function signerOf(file: string, needs: KeyFileNeeds): CardSigner {
  let stamp = '';
  let held = new Map<string, OpenKey>();
  // Another process may have turned the keys over: the file is read again when it is another file.
  const fresh = (): Map<string, OpenKey> => {
    const now = stampOf(file);
    if (now !== stamp) {
      held = new Map(
        readFile(file)
          .map((kept) => open(kept, needs.keys))
          .map((key) => [key.card.kid, key]),
      );
      stamp = now;
    }
    return held;
  };
  fresh();
  return {
    keys: () => Promise.resolve([...fresh().values()].map(({ card }) => card)),
    sign(kid, bytes) {
      const key = held.get(kid) ?? fresh().get(kid);
      if (!key) throw new Error(`the key file holds no key ${kid}`);
      return signEs256(key.privateKey, bytes);
    },
    tend() {
      const before = [...fresh().values()];
      const after = turnedOver(before, needs);
      if (after) replaceClosedFile(file, textOf(after));
      return Promise.resolve(after !== null);
    },
    health: () =>
      Promise.resolve({ ok: existsSync(file), kind: 'key-file', problem: existsSync(file) ? null : keyMissing({ file: CARD_KEYS }) }),
  };
}

/** The keys after what is due, null when nothing is. */
function turnedOver(held: readonly OpenKey[], needs: KeyFileNeeds): readonly KeptKey[] | null {
  const now = needs.clock.now();
  const anchor = held.find(({ card }) => card.use === 'anchor');
  if (!anchor) throw new Error('the key file holds no anchor');
  const ages = held.flatMap(({ card: { kid, use, state, notAfter, certDer }, kept: { madeAt, activeAt } }) =>
    use === 'anchor' ? [] : [{ kid, use, state, madeAt, activeAt, notAfter, isCurrent: namesIssuer(certDer, needs.issuerId) }],
  );
  const deeds = rotationDue(ages, Date.parse(now));
  if (deeds.length === 0) return null;
  let kept = held.map((key) => key.kept);
  const keptOf = (kid: string): KeptKey | undefined => held.find(({ card }) => card.kid === kid)?.kept;
  for (const deed of deeds) {
    if (deed.deed === 'make')
      kept = [...kept, makeKey(deed.use, deed.state, { name: nameOf('anchor', needs), key: anchor.privateKey }, needs)];
    else if (deed.deed === 'forget') kept = kept.filter((one) => one !== keptOf(deed.kid));
    else
      kept = kept.map((one) =>
        one !== keptOf(deed.kid) ? one : deed.deed === 'retire' ? { ...one, state: 'retired' } : { ...one, state: 'active', activeAt: now },
      );
  }
  return kept;
}

function firstKeys(needs: KeyFileNeeds): readonly KeptKey[] {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const self = { name: nameOf('anchor', needs), key: pair.privateKey };
  return [
    makeKey('anchor', 'active', self, needs, pair.privateKey),
    ...(['card', 'status'] as const).map((use) => makeKey(use, 'active', self, needs)),
  ];
}

const COMMON: Readonly<Record<CardKeyUse, string>> = {
  anchor: 'Neo tin cậy thẻ CBCCVC',
  card: 'Ký thẻ CBCCVC',
  status: 'Ký danh sách trạng thái thẻ CBCCVC',
};
const nameOf = (use: CardKeyUse, { organisation }: Pick<KeyFileNeeds, 'organisation'>): CertificateName => ({
  organisation,
  common: COMMON[use],
});

function makeKey(
  use: CardKeyUse,
  state: 'next' | 'active',
  issuer: { readonly name: CertificateName; readonly key: KeyObject },
  { keys, clock, chance, organisation, issuerId }: KeyFileNeeds,
  made: KeyObject = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
): KeptKey {
  const madeAt = clock.now();
  const notBefore = later(madeAt, -BACKDATED_MS);
  const notAfter = later(madeAt, (use === 'anchor' ? ANCHOR_DAYS : CERTIFICATE_DAYS) * DAY_MS);
  const toBeSigned = certificateToSign({
    use,
    issuerId,
    subject: nameOf(use, { organisation }),
    issuer: issuer.name,
    publicKey: createPublicKey(made),
    issuerKey: createPublicKey(issuer.key),
    serial: chance.bytes(16),
    notBefore,
    notAfter,
  });
  const certificate = certificateOf(toBeSigned, signEs256(issuer.key, toBeSigned));
  const label = `the-${use}-${madeAt.slice(0, 10)}-${kidOf(certificate).slice(0, 4)}`;
  const salt = chance.bytes(16);
  const sealed = keys.seal(salt, `card-key/${label}`, made.export({ format: 'der', type: 'pkcs8' }));
  return {
    label,
    use,
    state,
    madeAt,
    activeAt: state === 'active' ? madeAt : null,
    notBefore,
    notAfter,
    certificate: certificate.toString('base64'),
    salt: Buffer.from(salt).toString('base64'),
    sealed: Buffer.from(sealed).toString('base64'),
  };
}

/** Throws when the key was sealed under another master key or another label. */
function open(kept: KeptKey, keys: Keys): OpenKey {
  const pkcs8 = keys.open(Buffer.from(kept.salt, 'base64'), `card-key/${kept.label}`, Buffer.from(kept.sealed, 'base64'));
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const certDer = Buffer.from(kept.certificate, 'base64');
  const { label, use, state, notBefore, notAfter } = kept;
  const card = { kid: kidOf(certDer), label, use, state, certDer, publicJwk: publicJwkOf(privateKey), notBefore, notAfter };
  return { card, kept, privateKey };
}

const readFile = (file: string): readonly KeptKey[] => (JSON.parse(readFileSync(file, 'utf8')) as { keys: readonly KeptKey[] }).keys;
const textOf = (keys: readonly KeptKey[]): string => `${JSON.stringify({ keys }, null, 1)}\n`;
