/** A small issuer behind `fetch`, for the tests of the wallet alone: it checks what the wallet sends by `jose`, and can answer wrongly. */
import { generateKeyPairSync, hash, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { EmbeddedJWK, calculateJwkThumbprint, jwtVerify } from 'jose';
import type { JWK } from 'jose';
import { draftDoorCopy } from '#standard/card/door-qr.ts';
import { STATUS_BYTES } from '#standard/card/limits.ts';
import type { CardClaims, EcPublicJwk, StatusList, TrustList } from '#standard/card/shapes.ts';
import { trustListPayload } from '#standard/card/trust-list.ts';

export const ORIGIN = 'http://localhost:3999';
export const ISSUER = `${ORIGIN}/card`;
export const OFFER_URI = `${ISSUER}/offers/mot-loi-moi`;
const VCT = `${ORIGIN}/vct/the-cbccvc/1`;
const STATUS_URI = `${ISSUER}/status/1`;
const CONFIGURATION = 'the_cbccvc_sdjwt';
const NAME = { vi: 'Nơi cấp thử', en: 'Test issuer' };
const KID = Buffer.alloc(8, 7);
const STATUS_KID = Buffer.alloc(8, 8);
const DAY_SECONDS = 86_400;

export const CLAIMS: Omit<CardClaims, 'ma_cua'> = {
  moi_truong: 'THU_NGHIEM',
  ho_ten: 'Đặng Thị Thử',
  ho_ten_latin: 'Dang Thi Thu',
  anh: 'data:image/jpeg;base64,/9j/4AAQSkZJRg==',
  chuc_vu: { ten: 'Phó Trưởng phòng' },
  co_quan: { ma: 'H26.1', ten: 'Sở Thử nghiệm' },
  co_quan_quan_ly: { ma: 'H26', ten: 'Ủy ban nhân dân tỉnh Thử' },
  ma_so_the: 'ABCDE-FGHJK-7',
  loai: 'CC',
  cap: 'TINH',
  dang_cong_tac: true,
  ngay_cap: '2026-11-24',
  het_han: '2031-11-24',
};

export type WrongAnswer = 'cnf' | 'vct' | 'signature' | 'disclosure' | 'expired' | 'bearer' | 'too-large' | 'html' | 'not-the-issuer';

export interface TestIssuer {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** what the next copies say */
  claims: Omit<CardClaims, 'ma_cua'>;
  wrong: WrongAnswer | null;
  /** the next credential request is told that its nonce is old */
  staleNonces: number;
  /** DPoP proofs must hold a nonce of the server */
  dpopNonce: boolean;
  refreshDead: boolean;
  /** bodies of notifications, and the paths that were asked */
  readonly notified: { event: string }[];
  readonly asked: string[];
  readonly trust: TrustList;
  readonly lists: Map<string, StatusList>;
}

const jwkOf = (key: KeyObject): EcPublicJwk => {
  const { x, y } = key.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', x: x!, y: y! };
};
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const es256 = (key: KeyObject, bytes: Uint8Array): Buffer => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });
function jws(key: KeyObject, header: object, payload: object): string {
  const text = `${part({ alg: 'ES256', ...header })}.${part(payload)}`;
  return `${text}.${es256(key, Buffer.from(text)).toString('base64url')}`;
}
const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } });

/** Says what is wrong with a request, as the endpoint answers it. */
class Refusal extends Error {
  readonly answer: Response;
  constructor(answer: Response) {
    super('refused');
    this.answer = answer;
  }
}

/** @param nowMs  the issuer's clock */
export function issuerForTests(nowMs: () => number): TestIssuer {
  const anchor = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ds = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const lists = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const at = (ms: number): string => new Date(ms).toISOString();
  const lasting = { notBefore: at(nowMs() - 3_600_000), notAfter: at(nowMs() + 90 * DAY_SECONDS * 1000) };
  const trust: TrustList = {
    version: 1,
    issuedAt: at(nowMs()),
    expiresAt: at(nowMs() + 2 * DAY_SECONDS * 1000),
    environment: 'THU_NGHIEM',
    vcts: [VCT],
    statusLists: [STATUS_URI],
    keys: [
      { kid: KID.toString('base64url'), jwk: jwkOf(ds.publicKey), use: 'card', ...lasting, iss: ISSUER, issuer: NAME },
      { kid: STATUS_KID.toString('base64url'), jwk: jwkOf(lists.publicKey), use: 'status', ...lasting, iss: ISSUER, issuer: NAME },
    ],
  };
  const list: StatusList = {
    uri: STATUS_URI,
    issuedAt: at(nowMs()),
    expiresAt: at(nowMs() + DAY_SECONDS * 1000),
    ttlSeconds: 300,
    bits: new Uint8Array(STATUS_BYTES),
  };
  let code: string | null = 'ma-mot-lan';
  let nonce: string | null = null;
  let refreshToken: string | null = null;
  const tokens = new Map<string, string>();
  const self: TestIssuer = {
    claims: CLAIMS,
    wrong: null,
    staleNonces: 0,
    dpopNonce: false,
    refreshDead: false,
    notified: [],
    asked: [],
    trust,
    lists: new Map([[STATUS_URI, list]]),
    fetch: async (url, init = {}) => {
      const { pathname } = new URL(url);
      self.asked.push(`${init.method ?? 'GET'} ${pathname}`);
      try {
        return await answer(pathname, url, init);
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    },
  };

  /** The thumbprint of the key of a good proof (RFC 9449 §4.3). */
  async function dpop(url: string, init: RequestInit, accessToken: string | null): Promise<string> {
    const proof = new Headers(init.headers).get('dpop') ?? '';
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      currentDate: new Date(nowMs()),
      maxTokenAge: 60,
    }).catch(() => {
      throw new Refusal(json({ error: 'invalid_dpop_proof' }, 400));
    });
    const ath = accessToken === null ? undefined : hash('sha256', accessToken, 'base64url');
    if (payload['htu'] !== url || payload['htm'] !== init.method || payload['ath'] !== ath)
      throw new Refusal(json({ error: 'invalid_dpop_proof' }, 400));
    if (self.dpopNonce && payload['nonce'] !== 'so-cua-may-chu')
      throw new Refusal(
        accessToken === null
          ? json({ error: 'use_dpop_nonce' }, 400, { 'dpop-nonce': 'so-cua-may-chu' })
          : json({}, 401, { 'dpop-nonce': 'so-cua-may-chu', 'www-authenticate': 'DPoP error="use_dpop_nonce"' }),
      );
    return calculateJwkThumbprint(protectedHeader.jwk as JWK);
  }

  function grant(thumbprint: string): Response {
    const accessToken = randomBytes(16).toString('base64url');
    tokens.set(accessToken, thumbprint);
    refreshToken = randomBytes(16).toString('base64url');
    const type = self.wrong === 'bearer' ? 'Bearer' : 'DPoP';
    return json({ access_token: accessToken, token_type: type, expires_in: 300, refresh_token: refreshToken });
  }

  async function token(url: string, init: RequestInit): Promise<Response> {
    const thumbprint = await dpop(url, init, null);
    const form = new URLSearchParams(String(init.body));
    if (form.get('grant_type') === 'refresh_token')
      return !self.refreshDead && form.get('refresh_token') === refreshToken ? grant(thumbprint) : json({ error: 'invalid_grant' }, 400);
    if (code === null || form.get('pre-authorized_code') !== code || form.get('tx_code') !== '493536')
      return json({ error: 'invalid_grant' }, 400);
    code = null;
    return grant(thumbprint);
  }

  async function bearerOf(url: string, init: RequestInit): Promise<void> {
    const accessToken = /^DPoP (.+)$/.exec(new Headers(init.headers).get('authorization') ?? '')?.[1] ?? '';
    if (tokens.get(accessToken) !== (await dpop(url, init, accessToken)))
      throw new Refusal(json({}, 401, { 'www-authenticate': 'DPoP error="invalid_token"' }));
  }

  async function credential(url: string, init: RequestInit): Promise<Response> {
    await bearerOf(url, init);
    const body = JSON.parse(String(init.body)) as { credential_configuration_id: string; proofs: { jwt: string[] } };
    if (body.credential_configuration_id !== CONFIGURATION) return json({ error: 'unknown_credential_configuration' }, 400);
    const { payload, protectedHeader } = await jwtVerify(body.proofs.jwt[0]!, EmbeddedJWK, {
      typ: 'openid4vci-proof+jwt',
      audience: ISSUER,
      algorithms: ['ES256'],
      currentDate: new Date(nowMs()),
      maxTokenAge: 60,
    });
    const stale = self.staleNonces-- > 0 || payload['nonce'] !== nonce;
    nonce = null;
    if (stale) return json({ error: 'invalid_nonce' }, 400);
    if (self.wrong === 'too-large') return json({ credentials: [{ credential: 'x'.repeat(2_000_000) }] });
    return json({ credentials: [{ credential: copyFor(protectedHeader.jwk as EcPublicJwk) }], notification_id: 'tin-1' });
  }

  function statusToken(): string {
    const iat = Math.floor(nowMs() / 1000);
    const lst = deflateSync(list.bits).toString('base64url');
    return jws(
      lists.privateKey,
      { typ: 'statuslist+jwt', kid: STATUS_KID.toString('base64url') },
      { sub: STATUS_URI, iat, exp: iat + DAY_SECONDS, ttl: 300, status_list: { bits: 1, lst } },
    );
  }

  function copyFor({ x, y }: EcPublicJwk): string {
    const key: EcPublicJwk = { kty: 'EC', crv: 'P-256', x, y };
    const day = Math.floor(nowMs() / 1000 / DAY_SECONDS) * DAY_SECONDS;
    const [nbf, exp] = [day, self.wrong === 'expired' ? day : day + 7 * DAY_SECONDS];
    const door = draftDoorCopy(KID, {
      claims: self.claims,
      portraitHash: hash('sha256', self.claims.anh, 'buffer'),
      notBeforeSeconds: nbf,
      expiresSeconds: exp,
      status: { n: 1, index: 5 },
      holderKey: key,
    });
    const { moi_truong, ...hidden } = { ...self.claims, ma_cua: door.assemble(es256(ds.privateKey, door.toBeSigned)) };
    const disclosures = Object.entries(hidden).map(([name, value]) => part([randomBytes(16).toString('base64url'), name, value]));
    const digests = disclosures.map((one) => hash('sha256', one, 'base64url')).sort();
    if (self.wrong === 'disclosure') disclosures[1] = part(['muối', 'ho_ten', 'Tên Khác']);
    const holder = self.wrong === 'cnf' ? jwkOf(stranger.publicKey) : key;
    const issued = jws(
      self.wrong === 'signature' ? stranger.privateKey : ds.privateKey,
      { typ: 'dc+sd-jwt', kid: KID.toString('base64url') },
      {
        iss: ISSUER,
        vct: self.wrong === 'vct' ? `${ORIGIN}/vct/khac` : VCT,
        cnf: { jwk: holder },
        nbf,
        exp,
        moi_truong,
        status: { status_list: { uri: STATUS_URI, idx: 5 } },
        _sd: digests,
        _sd_alg: 'sha-256',
      },
    );
    return `${[issued, ...disclosures].join('~')}~`;
  }

  async function answer(path: string, url: string, init: RequestInit): Promise<Response> {
    if (self.wrong === 'html') return new Response('<html>', { headers: { 'content-type': 'text/html' } });
    switch (path) {
      case '/card/offers/mot-loi-moi':
        if (code === null) return json({ error: 'gone' }, 404);
        return json({
          credential_issuer: ISSUER,
          credential_configuration_ids: [CONFIGURATION],
          grants: {
            'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
              'pre-authorized_code': code,
              tx_code: { input_mode: 'numeric', length: 6 },
            },
          },
        });
      case '/.well-known/openid-credential-issuer/card':
        return json({
          credential_issuer: self.wrong === 'not-the-issuer' ? `${ORIGIN}/khac` : ISSUER,
          credential_endpoint: `${ISSUER}/credential`,
          nonce_endpoint: `${ISSUER}/nonce`,
          notification_endpoint: `${ISSUER}/notification`,
          display: [{ name: NAME.vi, locale: 'vi-VN' }],
          credential_configurations_supported: {
            [CONFIGURATION]: {
              format: 'dc+sd-jwt',
              vct: VCT,
              credential_metadata: {
                display: [{ name: 'Thẻ cán bộ, công chức, viên chức (THỬ NGHIỆM)', locale: 'vi-VN' }],
                claims: [{ path: ['ho_ten'], display: [{ name: 'Họ và tên', locale: 'vi-VN' }] }],
              },
            },
          },
        });
      case '/.well-known/oauth-authorization-server/card':
        return json({
          issuer: ISSUER,
          token_endpoint: `${ISSUER}/token`,
          'pre-authorized_grant_anonymous_access_supported': true,
        });
      case '/card/token':
        return token(url, init);
      case '/card/nonce':
        nonce = randomBytes(12).toString('base64url');
        return json({ c_nonce: nonce });
      case '/card/credential':
        return credential(url, init);
      case '/card/notification':
        await bearerOf(url, init);
        self.notified.push(JSON.parse(String(init.body)) as { event: string });
        return new Response(null, { status: 204 });
      case '/card/trust-anchor':
        return json(jwkOf(anchor.publicKey));
      case '/card/trust-list':
        return new Response(jws(anchor.privateKey, { typ: 'trust-list+jwt' }, trustListPayload(trust)));
      case '/card/status/1':
        return new Response(statusToken());
      default:
        return json({}, 404);
    }
  }
  return self;
}
