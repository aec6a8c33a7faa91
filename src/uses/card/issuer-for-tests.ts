/** Builders for tests of the issuer: it listens on a port of its own, and wallets are those of the OpenID4VC library, not ours. */
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { Oauth2Client, clientAuthenticationAnonymous, setGlobalConfig } from '@openid4vc/oauth2';
import type { CallbackContext, JwtSignerJwk } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import sharp from 'sharp';
import { createHash } from 'node:crypto';
import { freePort } from '#base/free-port.ts';
import { filesIn } from '#base/files/folder.ts';
import { ok } from '#base/problem.ts';
import type { EcPublicJwk } from '#standard/card/shapes.ts';
import { askRoutes } from './ask-routes.ts';
import { aCardOffice } from './card-for-tests.ts';
import type { CardOffice } from './card-for-tests.ts';
import { openKeyFileSigner } from './core/key-file-signer.ts';
import { publicJwkOf } from './core/node-crypto.ts';
import type { IssuerNeeds } from './needs.ts';
import { offerFor } from './offer.ts';
import type { CardOffer } from './offer.ts';
import { protocolOf } from './protocol.ts';
import { cardRoutes } from './routes.ts';

/** A face that is none: a grey oval, as a portrait is stored. */
export const aPortrait = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><rect width="480" height="640" fill="#dde"/><ellipse cx="240" cy="260" rx="120" ry="160" fill="#667"/></svg>',
    ),
  )
    .jpeg()
    .toBuffer();

export interface TestIssuer extends CardOffice {
  readonly url: string;
  readonly issuer: IssuerNeeds;
  /** where what it publishes stands */
  readonly folder: string;
  offers(personId: string): Promise<CardOffer>;
  /** rows of a person's copies */
  copies(personId: string): Promise<number>;
}

export async function anIssuer(): Promise<TestIssuer> {
  const portrait = await aPortrait();
  const sha256 = createHash('sha256').update(portrait).digest('hex');
  const here = await aCardOffice(sha256);
  const folder = await mkdtemp(join(tmpdir(), 'congvu-issuer-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const { office } = here;
  const signer = openKeyFileSigner(folder, { ...office, organisation: 'Công Vụ (THỬ NGHIỆM)', issuerId: `${url}/card`, mayCreate: true });
  if (!signer.ok) throw new Error(signer.problems[0]?.code);
  const vct = `${url}/vct/the-cbccvc/1`;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  let ticks = 0;
  const issuer: IssuerNeeds = {
    ...here.needs,
    // A second passes with every look: all tests ask from one address, and a fast machine would be told to wait.
    clock: { ...here.needs.clock, monotonicMs: () => (ticks += 1_000) },
    db: office.db,
    jobSession: here.jobSession,
    log: silent,
    signer: signer.value,
    protocol: protocolOf({ publicUrl: url, vct, environment: 'THU_NGHIEM', chance: office.chance }),
    vct,
    environment: 'THU_NGHIEM',
    issuerName: { vi: 'Công Vụ (thử nghiệm)', en: 'Công Vụ (test)' },
    copyDays: 7,
    copiesPerDay: 200,
    clockAheadHours: 0,
    addressPerSecond: 100,
    portraitOf: async (asked) => {
      if (asked !== sha256) throw new Error('no such portrait');
      return portrait;
    },
    files: filesIn(folder),
    parseJson: (text) => {
      try {
        return ok(JSON.parse(text));
      } catch {
        return { ok: false, problems: [] };
      }
    },
  };
  const app = Fastify();
  await app.register(cardRoutes(issuer));
  await app.register(askRoutes(issuer));
  await app.listen({ port: Number(new URL(url).port), host: '127.0.0.1' });
  return {
    ...here,
    url,
    issuer,
    folder,
    async offers(personId) {
      const made = await offerFor(issuer, { personId, bodyId: here.bodyId, accountId: null });
      if (!made.ok) throw new Error(made.problems[0]?.code);
      return made.value;
    },
    async copies(personId) {
      const [row] = await office.owner.transaction(null, (tx) =>
        tx.query<{ n: number }>('select count(*)::int as n from card_copy where person_id = $1', [personId]),
      );
      return row?.n ?? 0;
    },
    async close() {
      await app.close();
      await here.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface WalletKey {
  readonly privateKey: KeyObject;
  readonly jwk: EcPublicJwk;
}
export function aKey(): WalletKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, jwk: publicJwkOf(privateKey) };
}

const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A JWT as asked for, signed with ES256 whatever its header says. */
export function aJwt(header: object, payload: object, key: KeyObject): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

export const nowSeconds = (): number => Math.floor(Date.parse(new Date(performance.timeOrigin + performance.now()).toISOString()) / 1000);

/** A good DPoP proof, with changes. */
export function aDpop(
  key: WalletKey,
  url: string,
  more: { readonly token?: string; readonly header?: object; readonly payload?: object; readonly signedBy?: WalletKey } = {},
): string {
  return aJwt(
    { typ: 'dpop+jwt', alg: 'ES256', jwk: key.jwk, ...more.header },
    {
      htm: 'POST',
      htu: url,
      iat: nowSeconds(),
      jti: randomBytes(16).toString('base64url'),
      ...(more.token === undefined ? {} : { ath: createHash('sha256').update(more.token).digest('base64url') }),
      ...more.payload,
    },
    (more.signedBy ?? key).privateKey,
  );
}

/** A good proof of the holder key, with changes. */
export const aHolderProof = (
  key: WalletKey,
  issuer: string,
  nonce: string,
  more: { readonly header?: object; readonly payload?: object; readonly signedBy?: WalletKey } = {},
): string =>
  aJwt(
    { typ: 'openid4vci-proof+jwt', alg: 'ES256', jwk: key.jwk, ...more.header },
    { aud: issuer, iat: nowSeconds(), nonce, ...more.payload },
    (more.signedBy ?? key).privateKey,
  );

/** The wallet of the library: all it is handed is how to sign and to hash. */
export function aLibraryWallet() {
  setGlobalConfig({ allowInsecureUrls: true });
  const keys = new Map<string, KeyObject>();
  const signerOf = (key: WalletKey): JwtSignerJwk => {
    keys.set(key.jwk.x, key.privateKey);
    return { method: 'jwk', alg: 'ES256', publicJwk: { ...key.jwk } };
  };
  const callbacks: CallbackContext = {
    fetch,
    hash: (bytes, algorithm) => createHash(algorithm.replace('-', '')).update(bytes).digest(),
    generateRandom: (length) => randomBytes(length),
    clientAuthentication: clientAuthenticationAnonymous(),
    signJwt: (signer, { header, payload }) => {
      if (signer.method !== 'jwk') throw new Error('this wallet signs with keys of its own');
      const key = keys.get(String(signer.publicJwk.x));
      if (!key) throw new Error("a key that is not this wallet's");
      return { jwt: aJwt(header, payload, createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' }))), signerJwk: signer.publicJwk };
    },
    verifyJwt: () => ({ verified: false }),
    encryptJwe: () => {
      throw new Error('not encrypted');
    },
    decryptJwe: () => {
      throw new Error('not encrypted');
    },
  };
  const client = new Openid4vciClient({ callbacks });
  const oauth = new Oauth2Client({ callbacks });
  const [dpopKey, holderKey] = [aKey(), aKey()];
  const dpop = { signer: signerOf(dpopKey) } as const;
  return {
    client,
    dpopKey,
    holderKey,
    /** follows an offer and changes its code for tokens */
    async begins(offerUri: string, txCode: string) {
      const offer = await client.resolveCredentialOffer(offerUri);
      const issuerMetadata = await client.resolveIssuerMetadata(offer.credential_issuer);
      const tokens = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({ credentialOffer: offer, issuerMetadata, txCode, dpop });
      return {
        offer,
        issuerMetadata,
        accessToken: tokens.accessTokenResponse.access_token,
        refreshToken: String(tokens.accessTokenResponse.refresh_token),
      };
    },
    async fetchesCopy(begun: {
      readonly issuerMetadata: Awaited<ReturnType<typeof client.resolveIssuerMetadata>>;
      readonly accessToken: string;
      readonly offer: { readonly credential_configuration_ids: string[] };
    }) {
      const { issuerMetadata, accessToken, offer } = begun;
      const [credentialConfigurationId] = offer.credential_configuration_ids;
      const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
      const { jwt } = await client.createCredentialRequestJwtProof({
        issuerMetadata,
        credentialConfigurationId: credentialConfigurationId!,
        nonce,
        signer: signerOf(holderKey),
      });
      const { credentialResponse } = await client.retrieveCredentials({
        issuerMetadata,
        accessToken,
        credentialConfigurationId: credentialConfigurationId!,
        proofs: { jwt: [jwt] },
        dpop,
      });
      return {
        copy: String((credentialResponse.credentials as { credential: string }[])[0]!.credential),
        notificationId: String(credentialResponse.notification_id),
      };
    },
    async refreshes(begun: {
      readonly issuerMetadata: Awaited<ReturnType<typeof client.resolveIssuerMetadata>>;
      readonly refreshToken: string;
    }) {
      const answer = await oauth.retrieveRefreshTokenAccessToken({
        authorizationServerMetadata: begun.issuerMetadata.authorizationServers[0]!,
        refreshToken: begun.refreshToken,
        dpop,
      });
      return answer.accessTokenResponse.access_token;
    },
    notifies: (
      begun: { readonly issuerMetadata: Awaited<ReturnType<typeof client.resolveIssuerMetadata>>; readonly accessToken: string },
      notificationId: string,
    ) =>
      client.sendNotification({
        issuerMetadata: begun.issuerMetadata,
        accessToken: begun.accessToken,
        notification: { notificationId, event: 'credential_accepted' },
        dpop,
      }),
  };
}
