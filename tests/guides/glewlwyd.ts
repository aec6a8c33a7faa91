/**
 * Glewlwyd, an OpenID provider in C that Debian has (package `glewlwyd`), as a process of its own with a database of its own: set up by its own API as an
 * administrator does, with names of claims that are none of ours. Where the package is not installed, nothing of it can be tried.
 */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#base/free-port.ts';

export const GLEWLWYD = '/usr/bin/glewlwyd';
const SCHEMA = '/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3';
export const isGlewlwydHere = (): boolean => existsSync(GLEWLWYD) && existsSync(SCHEMA);

const TLS = join(import.meta.dirname, '../fixtures/tls');
/** As its own schema makes them. */
const ADMINISTRATOR = { username: 'admin', password: 'password' };

export interface GlewlwydPerson {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly nationalId: string;
  readonly level: 1 | 2;
}
export interface Glewlwyd {
  readonly issuer: string;
  /** the browser's way of a person who signs in and agrees: from where it was sent to where it comes back */
  visit(url: string, person: GlewlwydPerson): Promise<string>;
  close(): Promise<void>;
}

interface Asked {
  readonly client: string;
  readonly secret: string;
  readonly redirect: string;
  readonly people: readonly GlewlwydPerson[];
}

/** Names of claims: see `OIDC_NUMBER_CLAIM`, `OIDC_LEVEL_CLAIM`. */
export const CLAIMS = { number: 'so_dinh_danh', level: 'muc_dinh_danh' } as const;

const MODULES = '/usr/lib/glewlwyd';
const settings = (port: number, issuer: string, database: string): string =>
  [
    `port=${port}`,
    'bind_address="127.0.0.1"',
    `external_url="${issuer}"`,
    'login_url="login.html"',
    'api_prefix="api"',
    'log_mode="console"',
    'log_level="ERROR"',
    'cookie_secure=0',
    'session_key="GLEWLWYD2_SESSION_ID"',
    'admin_scope="g_admin"',
    'profile_scope="g_profile"',
    `user_module_path="${MODULES}/user"`,
    `client_module_path="${MODULES}/client"`,
    `user_auth_scheme_module_path="${MODULES}/scheme"`,
    `plugin_module_path="${MODULES}/plugin"`,
    'use_secure_connection=true',
    `secure_connection_key_file="${join(TLS, 'key.pem')}"`,
    `secure_connection_pem_file="${join(TLS, 'certificate.pem')}"`,
    'hash_algorithm="SHA512"',
    `database = { type = "sqlite3"; path = "${database}"; };`,
  ].join('\n');

/** Its API, with the cookies of one browser. */
function browserAt(issuer: string) {
  let cookie = '';
  return async (method: string, path: string, body?: object): Promise<Response> => {
    const answer = await fetch(path.startsWith('https:') ? path : `${issuer}/api${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const [set] = answer.headers.getSetCookie();
    if (set) cookie = set.split(';')[0]!;
    return answer;
  };
}
type Ask = ReturnType<typeof browserAt>;

async function must(ask: Ask, method: string, path: string, body?: object): Promise<void> {
  const answer = await ask(method, path, body);
  if (!answer.ok) throw new Error(`glewlwyd: ${method} ${path} ${answer.status} ${await answer.text()}`);
}

async function setUp(ask: Ask, issuer: string, { client, secret, redirect, people }: Asked): Promise<void> {
  const property = { multiple: false, read: true, write: true, 'profile-read': true, 'profile-write': false };
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await must(ask, 'POST', '/auth/', ADMINISTRATOR);
  const users = {
    module: 'database',
    name: 'database',
    display_name: 'Database',
    order_rank: 0,
    readonly: false,
    enabled: true,
    multiple_passwords: false,
    parameters: { 'use-glewlwyd-connection': true, 'data-format': { [CLAIMS.number]: property, [CLAIMS.level]: property } },
  };
  await must(ask, 'PUT', '/mod/user/database', users);
  await must(ask, 'PUT', '/mod/user/database/reset');
  await must(ask, 'POST', '/mod/plugin/', {
    module: 'oidc',
    name: 'oidc',
    display_name: 'OIDC',
    order_rank: 0,
    readonly: false,
    parameters: {
      iss: `${issuer}/api/oidc`,
      'subject-type': 'public',
      'jwt-type': 'rsa',
      'jwt-key-size': '256',
      key: privateKey,
      cert: publicKey,
      'access-token-duration': 600,
      'refresh-token-duration': 600,
      'code-duration': 60,
      'refresh-token-rolling': false,
      'allow-non-oidc': false,
      'auth-type-code-enabled': true,
      'auth-type-token-enabled': false,
      'auth-type-implicit-enabled': false,
      'auth-type-password-enabled': false,
      'auth-type-client-enabled': false,
      'auth-type-device-enabled': false,
      'auth-type-refresh-enabled': false,
      'auth-type-none-enabled': false,
      'auth-type-id-token-enabled': true,
      'pkce-allowed': true,
      'pkce-method-plain-allowed': false,
      'pkce-required': true,
      'name-claim': 'mandatory',
      'email-claim': 'no',
      'scope-claim': 'no',
      'address-claim': { type: 'no' },
      claims: [
        { name: CLAIMS.number, 'user-property': CLAIMS.number, mandatory: true, type: 'string' },
        { name: CLAIMS.level, 'user-property': CLAIMS.level, mandatory: true, type: 'number' },
      ],
    },
  });
  await must(ask, 'POST', '/client/', {
    client_id: client,
    name: 'Công Vụ',
    enabled: true,
    confidential: true,
    password: secret,
    redirect_uri: [redirect],
    authorization_type: ['code'],
    scope: [],
    token_endpoint_auth_method: ['client_secret_post'],
  });
  for (const { username, password, name, nationalId, level } of people)
    await must(ask, 'POST', '/user/', {
      username,
      password,
      name,
      enabled: true,
      scope: ['openid', 'g_profile'],
      [CLAIMS.number]: nationalId,
      [CLAIMS.level]: String(level),
    });
}

/** Longest wait for it to answer: the machine may have other work. Milliseconds. */
const UP_MS_MAX = 60_000;
const LOOK_EVERY_MS = 100;

export async function startGlewlwyd(asked: Asked): Promise<Glewlwyd> {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-glewlwyd-'));
  const database = join(folder, 'glewlwyd.db');
  // By its name at run time: a test of one package does not make an experimental module part of what is loaded everywhere.
  const { DatabaseSync } = createRequire(import.meta.url)('node:sqlite') as typeof import('node:sqlite');
  const made = new DatabaseSync(database);
  made.exec(readFileSync(SCHEMA, 'utf8'));
  made.close();
  const port = await freePort();
  const issuer = `https://127.0.0.1:${port}`;
  const file = join(folder, 'glewlwyd.conf');
  writeFileSync(file, settings(port, issuer, database));
  const child = spawn(GLEWLWYD, [`--config-file=${file}`], { stdio: 'ignore' });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
      if (child.exitCode !== null || waitedMs > UP_MS_MAX) throw new Error(`glewlwyd did not come: ${child.exitCode}`);
      if (await fetch(`${issuer}/config`).catch(() => null)) break;
      await sleep(LOOK_EVERY_MS);
    }
    await setUp(browserAt(issuer), issuer, asked);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    issuer: `${issuer}/api/oidc`,
    async visit(url, { username, password }) {
      const ask = browserAt(issuer);
      await must(ask, 'POST', '/auth/', { username, password });
      await must(ask, 'PUT', `/auth/grant/${asked.client}`, { scope: 'openid' });
      const back = await ask('GET', `${url}&g_continue`);
      return back.headers.get('location') ?? assertNever(back);
    },
    close,
  };
}

function assertNever({ status }: Response): never {
  throw new Error(`glewlwyd sent the browser nowhere: ${status}`);
}
