/** What the simulator sends: an update as `src/doors/vneid-updates` states its shape, and the ways in which it may be wrong. */
import { randomUUID } from 'node:crypto';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JSONWebKeySet } from 'jose';

/** Bad on demand. */
export const WAYS = {
  right: 'Đúng cách',
  twice: 'Gửi hai lần cùng một bản',
  late: 'Gửi muộn một giờ',
  forged: 'Ký bằng khóa giả',
  other: 'Ghi số định danh của người khác',
} as const;
export type Way = keyof typeof WAYS;
export const isWay = (text: string): text is Way => Object.hasOwn(WAYS, text);

export interface UpdateKeys {
  readonly jwks: JSONWebKeySet;
  readonly key: CryptoKey;
  /** of nobody */
  readonly forger: CryptoKey;
}

const KID = 'mo-phong-cap-nhat-1';
const LATE_SECONDS = 3_600;

/** Keys of this run only: a restart of the simulator is a new service. */
export async function updateKeys(): Promise<UpdateKeys> {
  const [own, forger] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  return {
    jwks: { keys: [{ ...(await exportJWK(own.publicKey)), kid: KID, alg: 'ES256', use: 'sig' }] },
    key: own.privateKey,
    forger: forger.privateKey,
  };
}

export interface Update {
  readonly issuer: string;
  readonly audience: string;
  readonly nationalId: string;
  readonly name: string;
  readonly truth: string;
  readonly cells: Readonly<Record<string, string>>;
  /** group of the form to which the cells belong */
  readonly group: string;
}

/** The signed text of an update, made in one of the ways. */
export async function signedUpdate(keys: UpdateKeys, update: Update, way: Way, nowSeconds: number): Promise<string> {
  return new SignJWT({
    name: update.name,
    level: 2,
    truth: update.truth,
    groups: { [update.group]: { cells: { ...update.cells }, sections: {} } },
  })
    .setProtectedHeader({ alg: 'ES256', kid: KID, typ: 'vneid-update+jwt' })
    .setIssuer(update.issuer)
    .setAudience(update.audience)
    .setSubject(update.nationalId)
    .setJti(randomUUID())
    .setIssuedAt(Math.floor(nowSeconds) - (way === 'late' ? LATE_SECONDS : 0))
    .sign(way === 'forged' ? keys.forger : keys.key);
}

/** What the register answered. */
export interface Delivered {
  readonly status: number;
  /** of the problem; null: it was taken */
  readonly code: string | null;
}
export type Deliver = (token: string) => Promise<Delivered>;

/** By HTTP, as the service would. */
export const deliverTo =
  (url: string): Deliver =>
  async (token) => {
    const answer = await fetch(`${url}/exchange/v1/vneid/updates`, {
      method: 'POST',
      headers: { 'content-type': 'application/jose' },
      body: token,
      signal: AbortSignal.timeout(10_000),
    });
    const body = (await answer.json().catch(() => ({}))) as { readonly code?: string };
    return { status: answer.status, code: body.code ?? null };
  };
