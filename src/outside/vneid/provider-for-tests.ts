/** A provider of sign-in that is not ours, as small as the protocol allows, and that lies on demand; for tests. */
import { createHash, createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CompactSign, SignJWT } from 'jose';

/** What it does wrong. Each is one attack, or one provider that is not set up for us. */
export type Lie =
  | 'other issuer in its description'
  | 'other issuer in the token'
  | 'other audience'
  | 'other nonce'
  | 'no nonce'
  | 'expired'
  | 'from the future'
  | 'alg none'
  | 'signed with the client secret'
  | 'signed by somebody else'
  | 'a token of before'
  | 'no id_token'
  | 'no number'
  | 'number as a number'
  | 'no level'
  | 'client refused'
  | 'error 500'
  | 'a page in place of JSON'
  | 'no token address'
  | 'http addresses'
  | 'secret signatures alone'
  | 'no PKCE'
  | 'clock an hour behind'
  | 'other subject in userinfo'
  | 'signed with the public key'
  | 'answers in the name of another'
  | 'description stands elsewhere'
  | 'token stands elsewhere'
  | 'keys stand elsewhere'
  | 'endless description'
  | 'endless token'
  | 'endless keys'
  | 'never answers'
  | 'a thousand keys'
  | 'a thousand keys of one name'
  | 'number in a list'
  | 'level in a list'
  | 'name is an object'
  | 'for two at once'
  | 'claims are a list'
  | 'id_token is a number'
  | 'state changed'
  | 'person gave up';

export interface LyingProvider {
  readonly issuer: string;
  readonly server: Server;
  /** the browser's way: from where it was sent to where it comes back */
  visit(url: string): string;
  lie: Lie | null;
  /** claims of the token; what `userinfo` says is apart */
  claims: Record<string, unknown>;
  userinfo: Record<string, unknown> | null;
  /** requests at the place that nobody should go to */
  elsewhere: number;
  /** parameters of the last request of a sign-in */
  asked: URLSearchParams;
  /** a logout token of this provider, with other claims or heads where they are given; `undefined` leaves a claim out */
  logoutToken(claims?: Record<string, unknown>, how?: { readonly head?: Record<string, unknown>; readonly by?: 'other' }): Promise<string>;
  close(): Promise<void>;
}

/** Where each part of it is asked for, and what it may do with it. */
const PARTS: readonly { readonly ends: string; readonly away: Lie; readonly endless: Lie }[] = [
  { ends: '/openid-configuration', away: 'description stands elsewhere', endless: 'endless description' },
  { ends: '/token', away: 'token stands elsewhere', endless: 'endless token' },
  { ends: '/jwks', away: 'keys stand elsewhere', endless: 'endless keys' },
];

const PIECE = ' '.repeat(64 * 1024);
/** JSON that never comes to its end, for as long as somebody listens. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = (): void => {
    while (!response.destroyed && response.write(PIECE));
  };
  response.on('drain', more);
  more();
}

const SECONDS = 1000;
const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** @param client  as it is registered there; @param tls  with it, it speaks https */
export async function startLyingProvider(
  client: { readonly id: string; readonly secret: string },
  tls: { readonly key: string; readonly cert: string } | null = null,
): Promise<LyingProvider> {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const codes = new Map<string, URLSearchParams>();
  let kept: string | null = null;
  let issuer = '';

  const idToken = async (nonce: string | null): Promise<string> => {
    const now = Math.floor((performance.timeOrigin + performance.now()) / SECONDS);
    const shift = provider.lie === 'expired' ? -7200 : provider.lie === 'from the future' ? 7200 : 0;
    const payload = {
      iss: provider.lie === 'other issuer in the token' ? 'https://id.evil.example' : issuer,
      aud: provider.lie === 'other audience' ? 'somebody-else' : client.id,
      sub: 'subject-1',
      iat: now + shift,
      exp: now + shift + 300,
      ...(provider.lie === 'no nonce' ? {} : { nonce: provider.lie === 'other nonce' ? 'of-somebody-else' : nonce }),
      ...provider.claims,
    };
    if (provider.lie === 'from the future') Object.assign(payload, { nbf: now + shift });
    if (provider.lie === 'no number') delete (payload as Record<string, unknown>)['national_id'];
    if (provider.lie === 'number as a number') Object.assign(payload, { national_id: 1_090_000_001 });
    if (provider.lie === 'no level') delete (payload as Record<string, unknown>)['identity_level'];
    if (provider.lie === 'alg none') return `${b64({ alg: 'none' })}.${b64(payload)}.`;
    if (provider.lie === 'number in a list') Object.assign(payload, { national_id: ['001090000001'] });
    if (provider.lie === 'level in a list') Object.assign(payload, { identity_level: [2] });
    if (provider.lie === 'name is an object') Object.assign(payload, { name: { first: 'An' } });
    if (provider.lie === 'for two at once') Object.assign(payload, { aud: [client.id, 'somebody-else'], azp: 'somebody-else' });
    const secretOf: Readonly<Partial<Record<Lie, string | Buffer>>> = {
      'signed with the client secret': client.secret,
      'signed with the public key': own.publicKey.export({ type: 'spki', format: 'pem' }),
    };
    const secret = provider.lie && secretOf[provider.lie];
    if (secret) {
      const signed = `${b64({ alg: 'HS256', kid: 'k1' })}.${b64(payload)}`;
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    }
    if (provider.lie === 'claims are a list')
      return new CompactSign(Buffer.from(JSON.stringify([payload]))).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(own.privateKey);
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .sign(provider.lie === 'signed by somebody else' ? other.privateKey : own.privateKey);
  };

  const send = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  /** The key that signs stands last. */
  const keySet = (): readonly object[] => {
    const key = { ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' };
    if (provider.lie !== 'a thousand keys' && provider.lie !== 'a thousand keys of one name') return [key];
    const more = { ...other.publicKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' };
    const named = provider.lie === 'a thousand keys' ? (i: number) => `more-${i}` : () => 'k1';
    return [...Array.from({ length: 999 }, (_, i) => ({ ...more, kid: named(i) })), key];
  };

  const description = (): object => {
    const at = provider.lie === 'http addresses' ? 'http://id.example' : issuer;
    return {
      issuer: provider.lie === 'other issuer in its description' ? 'https://id.evil.example' : issuer,
      authorization_endpoint: `${at}/authorize`,
      ...(provider.lie === 'no token address' ? {} : { token_endpoint: `${at}/token` }),
      jwks_uri: `${at}/jwks`,
      userinfo_endpoint: `${at}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: provider.lie === 'secret signatures alone' ? ['HS256', 'none'] : ['ES256'],
      ...(provider.lie === 'no PKCE' ? { code_challenge_methods_supported: ['plain'] } : {}),
    };
  };

  const token = async (response: ServerResponse, form: URLSearchParams): Promise<void> => {
    if (provider.lie === 'client refused') return send(response, 401, { error: 'invalid_client' });
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!asked || asked.get('code_challenge') !== challenge) return send(response, 400, { error: 'invalid_grant' });
    const made = await idToken(asked.get('nonce'));
    const id = provider.lie === 'a token of before' && kept !== null ? kept : made;
    kept ??= made;
    send(response, 200, {
      access_token: 'access-1',
      token_type: 'Bearer',
      expires_in: 300,
      ...(provider.lie === 'no id_token' ? {} : { id_token: provider.lie === 'id_token is a number' ? 7 : id }),
    });
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (provider.lie === 'clock an hour behind')
        response.setHeader('date', new Date(performance.timeOrigin + performance.now() - 3600 * SECONDS).toUTCString());
      if (provider.lie === 'error 500') return send(response, 500, {});
      if (provider.lie === 'a page in place of JSON')
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Xin chào</h1>');
      const { pathname } = new URL(request.url ?? '/', issuer);
      if (pathname.startsWith('/elsewhere')) provider.elsewhere += 1;
      if (provider.lie === 'never answers') return;
      const part = PARTS.find(({ ends }) => pathname.endsWith(ends));
      if (part && provider.lie === part.away) return void response.writeHead(302, { location: `${issuer}/elsewhere${pathname}` }).end();
      if (part && provider.lie === part.endless) return endless(response);
      if (pathname.endsWith('/openid-configuration')) return send(response, 200, description());
      if (pathname === '/jwks') return send(response, 200, { keys: keySet() });
      if (pathname === '/userinfo')
        return send(response, 200, { sub: provider.lie === 'other subject in userinfo' ? 'subject-2' : 'subject-1', ...provider.userinfo });
      if (pathname === '/token') return void token(response, new URLSearchParams(Buffer.concat(chunks).toString()));
      response.writeHead(404).end();
    });
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: LyingProvider = {
    issuer,
    server,
    lie: null,
    claims: { national_id: '001090000001', name: 'Nguyễn Văn An', identity_level: 2 },
    userinfo: null,
    elsewhere: 0,
    asked: new URLSearchParams(),
    visit(url) {
      provider.asked = new URL(url).searchParams;
      const back = new URL(provider.asked.get('redirect_uri')!);
      const state = provider.lie === 'state changed' ? 'of-somebody-else' : provider.asked.get('state')!;
      if (provider.lie === 'person gave up') back.search = String(new URLSearchParams({ error: 'access_denied', state }));
      else {
        const code = randomBytes(16).toString('hex');
        codes.set(code, provider.asked);
        const iss = provider.lie === 'answers in the name of another' ? { iss: 'https://id.evil.example' } : {};
        back.search = String(new URLSearchParams({ code, state, ...iss }));
      }
      return back.href;
    },
    async logoutToken(claims = {}, { head = {}, by } = {}) {
      const now = Math.floor((performance.timeOrigin + performance.now()) / SECONDS);
      const payload: Record<string, unknown> = {
        iss: issuer,
        aud: client.id,
        sub: 'subject-1',
        iat: now,
        exp: now + 120,
        jti: randomBytes(8).toString('hex'),
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        ...claims,
      };
      const stated = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
      if (head['alg'] === 'none') return `${b64({ typ: 'logout+jwt', ...head })}.${b64(stated)}.`;
      if (head['alg'] === 'HS256') {
        const signed = `${b64({ typ: 'logout+jwt', ...head })}.${b64(stated)}`;
        return `${signed}.${createHmac('sha256', client.secret).update(signed).digest('base64url')}`;
      }
      return new SignJWT(stated)
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'logout+jwt', ...head })
        .sign(by === 'other' ? other.privateKey : own.privateKey);
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return provider;
}
