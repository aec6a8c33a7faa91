/**
 * A provider of identity that is not ours, as a process of its own: `oidc-provider` of the registry with its own pages (anybody signs in by a login and any
 * password), over TLS. Started with `{client, secret, redirect, people, lowest}` as JSON in the first argument; writes its address as one line.
 */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import type { JWK } from 'oidc-provider';

interface Asked {
  readonly client: string;
  readonly secret: string;
  readonly redirect: string;
  /** names by citizen number, which is the login too */
  readonly people: Readonly<Record<string, string>>;
  /** numbers of those whose identity is of level 1 */
  readonly lowest?: readonly string[];
}

const TLS = join(import.meta.dirname, '../fixtures/tls');
const { client, secret, redirect, people, lowest = [] } = JSON.parse(process.argv[2]!) as Asked;
const server = createServer({ key: readFileSync(join(TLS, 'key.pem')), cert: readFileSync(join(TLS, 'certificate.pem')) });
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const issuer = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const provider = new Provider(issuer, {
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'cua-nha-cung-cap' } as JWK] },
  clients: [
    {
      client_id: client,
      client_secret: secret,
      redirect_uris: [redirect],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  cookies: { keys: ['khoa-cookie-cua-nha-cung-cap'] },
  claims: { openid: ['sub', 'national_id', 'identity_level'], profile: ['name'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  findAccount: (_context, id) =>
    people[id] === undefined
      ? undefined
      : {
          accountId: id,
          claims: () => ({
            sub: `nguoi-${id.slice(-4)}`,
            national_id: id,
            name: people[id]!,
            identity_level: lowest.includes(id) ? 1 : 2,
          }),
        },
});
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
