/**
 * An issuer and a wallet in memory, for work on the door and for its checks: trust list, status list, cards in every state.
 * NOT part of the product, and shares no signing code with it: only the shapes of `standard/card`.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { draftDoorCopy, draftDoorQr } from '#standard/card/door-qr.ts';
import { STATUS_BYTES } from '#standard/card/limits.ts';
import type { CardClaims, CardEnvironment, EcPublicJwk, TrustedKey, TrustList } from '#standard/card/shapes.ts';
import { trustListPayload } from '#standard/card/trust-list.ts';

const DAY_MS = 86_400_000;

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

interface Key {
  readonly privateKey: KeyObject;
  readonly jwk: EcPublicJwk;
  readonly kid: Buffer;
}

export function newKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const jwk: EcPublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  return { privateKey, jwk, kid: sha256(JSON.stringify(jwk)).subarray(0, 8) };
}

const signBytes = (key: Key, bytes: Uint8Array): Buffer => sign('sha256', bytes, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });

function jws(key: Key, header: object, payload: object): string {
  const signed = `${base64url(JSON.stringify({ alg: 'ES256', ...header }))}.${base64url(JSON.stringify(payload))}`;
  return `${signed}.${base64url(signBytes(key, Buffer.from(signed)))}`;
}

/** A drawn head and shoulders: nobody's face. */
async function silhouette(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="320"><rect width="240" height="320" fill="#8fb8c9"/>
<path d="M30 320c0-70 40-104 90-104s90 34 90 104z" fill="#24465a"/><path d="M104 190h32v40l-16 14-16-14z" fill="#e8b48c"/>
<ellipse cx="120" cy="134" rx="52" ry="66" fill="#f0c29c"/><path d="M66 130c-4-52 22-78 54-78s58 26 54 78c-10-30-20-40-54-40s-44 10-54 40z" fill="#2b2320"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer();
}

export interface IssuerNeeds {
  /** address of the server, without a slash at the end; asked when it is needed, the port is not known before */
  readonly site: () => string;
  readonly environment: CardEnvironment;
  readonly nowMs: () => number;
}

export interface CardInput {
  readonly claims?: Partial<CardClaims>;
  /** of the copy in the wallet */
  readonly expiresMs?: number;
  /** another key than that of the trust list */
  readonly signedBy?: Key;
  readonly index?: number;
  /** last part of the status list's address */
  readonly list?: number;
}

export interface MockCard {
  readonly index: number;
  readonly claims: CardClaims;
  /** everything in it that names this card or its holder, as it would look in a log */
  readonly marks: readonly string[];
  /** with a fresh proof of the holder, as text or file */
  present(request?: {
    readonly nonce?: string;
    readonly atMs?: number;
    readonly audience?: string;
    readonly without?: readonly string[];
    readonly holder?: Key;
  }): string;
  /** without any proof */
  bare(): string;
  readonly vn1: string;
  /** `phrase`: the one of the door, said in the code */
  vn2(request?: { readonly atMs?: number; readonly holder?: Key; readonly phrase?: string }): string;
}

export interface MockIssuer {
  readonly anchor: EcPublicJwk;
  /** a new anchor, unknown to whoever pinned the one before */
  changeAnchor(): void;
  readonly statusUri: string;
  revoke(index: number): void;
  trustList(request?: { readonly version?: number; readonly issuedAtMs?: number; readonly validMs?: number }): string;
  /** another key signs status lists from now on, and the one before is not in the trust list */
  distrustStatusKey(): void;
  statusList(request?: {
    readonly issuedAtMs?: number;
    readonly signedBy?: Key;
    readonly ttlSeconds?: number;
    readonly version?: number;
  }): string;
  card(request?: CardInput): MockCard;
}

export async function mockIssuer({ site, environment, nowMs }: IssuerNeeds): Promise<MockIssuer> {
  let anchor = newKey();
  const cardKey = newKey();
  let statusKey = newKey();
  const portrait = await silhouette();
  const bits = Buffer.alloc(STATUS_BYTES);
  const statusUri = (): string => `${site()}/card/status/1`;
  const instant = (ms: number): string => new Date(ms).toISOString();
  const dayStart = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS;
  const trusted = (key: Key, use: TrustedKey['use']): TrustedKey => ({
    kid: base64url(key.kid),
    jwk: key.jwk,
    use,
    notBefore: instant(nowMs() - 30 * DAY_MS),
    notAfter: instant(nowMs() + 365 * DAY_MS),
    iss: `${site()}/card`,
    issuer: { vi: 'Nơi cấp thẻ mẫu', en: 'Sample issuer' },
  });
  const base: Omit<CardClaims, 'ma_so_the'> = {
    moi_truong: environment,
    ho_ten: 'Nguyễn Thị Minh Ánh',
    ho_ten_latin: 'Nguyen Thi Minh Anh',
    anh: `data:image/jpeg;base64,${portrait.toString('base64')}`,
    chuc_vu: { ma: 'PTP', ten: 'Phó Trưởng phòng Cải cách hành chính' },
    co_quan: { ma: 'H26.03', ten: 'Sở Giáo dục và Đào tạo tỉnh Mẫu' },
    co_quan_quan_ly: { ma: 'H26', ten: 'Ủy ban nhân dân tỉnh Mẫu' },
    don_vi: 'Phòng Cải cách hành chính',
    loai: 'CC',
    cap: 'TINH',
    dang_cong_tac: true,
    ngay_cap: '2026-01-05',
    het_han: '2031-01-05',
  };
  return {
    get anchor() {
      return anchor.jwk;
    },
    changeAnchor: () => (anchor = newKey()),
    distrustStatusKey: () => (statusKey = newKey()),
    get statusUri() {
      return statusUri();
    },
    revoke: (index) => (bits[index >> 3]! |= 1 << (index & 7)),
    trustList({ version = 3, issuedAtMs = nowMs() - 60_000, validMs = 30 * DAY_MS } = {}) {
      const list: TrustList = {
        version,
        issuedAt: instant(issuedAtMs),
        expiresAt: instant(issuedAtMs + validMs),
        environment,
        vcts: [`${site()}/vct/the-cbccvc/1`],
        statusLists: [statusUri()],
        keys: [trusted(cardKey, 'card'), trusted(statusKey, 'status')],
      };
      return jws(anchor, { typ: 'trust-list+jwt' }, trustListPayload(list));
    },
    statusList({ issuedAtMs = nowMs() - 30_000, signedBy = statusKey, ttlSeconds = 300, version } = {}) {
      const iat = Math.floor(issuedAtMs / 1000);
      return jws(
        signedBy,
        { typ: 'statuslist+jwt', kid: base64url(signedBy.kid) },
        {
          sub: statusUri(),
          iat,
          exp: iat + 86_400,
          ttl: ttlSeconds,
          ...(version === undefined ? {} : { version }),
          status_list: { bits: 1, lst: deflateSync(bits).toString('base64url') },
        },
      );
    },
    card(request = {}) {
      const holder = newKey();
      const signedBy = request.signedBy ?? cardKey;
      const index = request.index ?? randomBytes(4).readUInt32BE() % (STATUS_BYTES * 8);
      const list = request.list ?? 1;
      const number = randomBytes(5).toString('hex').toUpperCase();
      const claims: CardClaims = { ...base, ma_so_the: `${number.slice(0, 5)}-${number.slice(5)}-K`, ...request.claims };
      const notBefore = dayStart(nowMs() - 2 * DAY_MS) / 1000;
      const expires = Math.floor((request.expiresMs ?? dayStart(nowMs() + 7 * DAY_MS)) / 1000);
      const copy = draftDoorCopy(signedBy.kid, {
        claims,
        portraitHash: sha256(portrait),
        notBeforeSeconds: notBefore,
        expiresSeconds: expires,
        status: { n: list, index },
        holderKey: holder.jwk,
      });
      const vn1 = copy.assemble(signBytes(signedBy, copy.toBeSigned));
      const { moi_truong, ...hidden } = { ...claims, ma_cua: vn1 };
      const disclosures = Object.entries(hidden).map(([name, value]) => ({
        name,
        text: base64url(JSON.stringify([base64url(randomBytes(16)), name, value])),
      }));
      const issued = jws(
        signedBy,
        { typ: 'dc+sd-jwt', kid: base64url(signedBy.kid) },
        {
          iss: `${site()}/card`,
          vct: `${site()}/vct/the-cbccvc/1`,
          nbf: notBefore,
          exp: expires,
          moi_truong,
          cnf: { jwk: holder.jwk },
          status: { status_list: { uri: `${site()}/card/status/${list}`, idx: index } },
          _sd_alg: 'sha-256',
          _sd: disclosures.map(({ text }) => base64url(sha256(text))).sort(),
        },
      );
      const shown = (without: readonly string[]): string =>
        `${[issued, ...disclosures.filter(({ name }) => !without.includes(name)).map(({ text }) => text)].join('~')}~`;
      return {
        index,
        claims,
        vn1,
        marks: [
          claims.ho_ten,
          encodeURIComponent(claims.ho_ten),
          claims.ho_ten_latin,
          claims.ma_so_the,
          String(index),
          holder.jwk.x,
          holder.jwk.y,
          base64url(sha256(portrait)).slice(0, 20),
          vn1.slice(4, 40),
          vn1.slice(-40),
          issued.slice(-40),
          ...disclosures.map(({ text }) => text.slice(0, 30)),
          ...disclosures.map(({ text }) => base64url(sha256(text))),
        ],
        present({
          nonce = base64url(randomBytes(12)),
          atMs = nowMs(),
          audience = `${site()}/kiem-tra`,
          without = ['ma_cua'],
          holder: by = holder,
        } = {}) {
          const presented = shown(without);
          const payload = { aud: audience, nonce, iat: Math.floor(atMs / 1000), sd_hash: base64url(sha256(presented)) };
          return presented + jws(by, { typ: 'kb+jwt' }, payload);
        },
        bare: () => shown(['ma_cua']),
        vn2({ atMs = nowMs(), holder: by = holder, phrase } = {}) {
          const hint = phrase === undefined ? null : sha256(phrase).subarray(0, 8);
          const draft = draftDoorQr(vn1, Math.floor(atMs / 1000), randomBytes(8), hint)!;
          return draft.assemble(signBytes(by, draft.toBeSigned));
        },
      };
    },
  };
}
