/**
 * `congvu sandbox [--port N]`: a place to try the exchange, on this machine. `sandbox register --target URL --product NAME --out FOLDER`: a vendor's line, with keys
 * and a token within a second. `sandbox token FOLDER`: a token anew. The private key is made here and goes nowhere.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { importPKCS8 } from 'jose';
import { PrivateKeyJwt, allowInsecureRequests, clientCredentialsGrant, discovery } from 'openid-client';
import { systemClock } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import magic from '#standard/exchange-standard/magic-numbers.json' with { type: 'json' };
import { serveSandbox } from '#start/sandbox/serve-sandbox.ts';
import { sandboxAway } from './problems.ts';

export interface SandboxIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** Runs until it is stopped. */
export async function runSandbox(port: number, io: SandboxIo): Promise<number> {
  const served = await serveSandbox({ port, clock: systemClock });
  io.answer(served.url);
  io.print('Nơi thử trao đổi: mọi thứ nằm trong bộ nhớ; Ctrl+C để dừng. · The sandbox: all is in memory; Ctrl+C stops it.');
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await served.close();
  return 0;
}

/** What the sandbox said at the registration. */
interface Registered {
  readonly source: string;
  readonly audience: string;
  readonly kid: string;
  readonly clientId: string;
  readonly issuer: string;
  readonly centreKid: string;
  readonly centreKey: string;
}

async function tokenFor({ issuer, clientId, kid }: Registered, privatePem: string): Promise<string> {
  const key = await importPKCS8(privatePem, 'EdDSA');
  const config = await discovery(new URL(issuer), clientId, undefined, PrivateKeyJwt({ key, kid }), { execute: [allowInsecureRequests] });
  return (await clientCredentialsGrant(config)).access_token;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

async function writeEnvironment(folder: string, said: Registered, token: string): Promise<void> {
  const at = (name: string): string => resolve(folder, name);
  const env = {
    CONGVU_URL: said.issuer,
    CONGVU_SOURCE: said.source,
    CONGVU_AUDIENCE: said.audience,
    CONGVU_KID: said.kid,
    CONGVU_KEY: at('key.pem'),
    CONGVU_CENTRE_KID: said.centreKid,
    CONGVU_CENTRE_KEY: at('centre.pem'),
    CONGVU_STATE: at('state'),
    CONGVU_HAPPENED: at('happened.ndjson'),
    CONGVU_TOKEN: token,
  };
  const lines = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  await writeFile(join(folder, 'env.sh'), lines.join(''), { mode: 0o600 });
}

/** Two changes of each invented person but those who stop the line: so that the first batch has something of everything. */
function happened(): string {
  const now = systemClock.now();
  const common = { lane: 'daily', validFrom: systemClock.today(), schema: 'cbccvc@3.0', maker: 'can-bo-mau', madeAt: now };
  return magic
    .filter(({ does }) => does !== 'new-epoch')
    .flatMap(({ number }) => [
      { ...common, ref: `${number}-1`, person: number, fact: 'employer', operation: 'claim', value: null },
      { ...common, ref: `${number}-2`, person: number, fact: 'B/hoTenKhaiSinh', operation: 'assert', value: 'Người Mẫu' },
    ])
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}

/** Exit 0, with a folder from which a client can start; 2 when nobody answers there. */
export async function runSandboxRegister(
  request: { readonly target: string; readonly product: string; readonly out: string },
  io: SandboxIo,
): Promise<number> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const body = JSON.stringify({ name: request.product, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() });
  try {
    const answer = await fetch(new URL('/sandbox/register', request.target), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(30_000),
    });
    if (answer.status !== 201) throw new Error(`status ${answer.status}`);
    const said = (await answer.json()) as Registered;
    await mkdir(join(request.out, 'state'), { recursive: true });
    await writeFile(join(request.out, 'key.pem'), privatePem, { mode: 0o600 });
    await writeFile(join(request.out, 'centre.pem'), said.centreKey);
    await writeFile(join(request.out, 'registered.json'), `${JSON.stringify(said)}\n`);
    await writeFile(join(request.out, 'happened.ndjson'), happened());
    await writeEnvironment(request.out, said, await tokenFor(said, privatePem));
    io.answer(said.source);
    io.print(
      `Đã đăng ký ${said.source}. Tiếp theo: . ${quoted(join(request.out, 'env.sh'))} · Registered; load that file and start your client.`,
    );
    return 0;
  } catch {
    io.sayProblems([sandboxAway({ url: request.target })]);
    return 2;
  }
}

/** A token anew, for another hour. */
export async function runSandboxToken(folder: string, io: SandboxIo): Promise<number> {
  const said = JSON.parse(await readFile(join(folder, 'registered.json'), 'utf8')) as Registered;
  try {
    await writeEnvironment(folder, said, await tokenFor(said, await readFile(join(folder, 'key.pem'), 'utf8')));
  } catch {
    io.sayProblems([sandboxAway({ url: said.issuer })]);
    return 2;
  }
  io.print(`Mã truy cập mới, dùng trong một giờ: . ${quoted(join(folder, 'env.sh'))} · A new token, for an hour.`);
  return 0;
}
