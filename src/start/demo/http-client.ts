/** A person at the portal, without a browser: cookies, sign-in through the simulator's page, idempotency keys. For the headless journey and for tests. */
import { randomBytes } from 'node:crypto';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** parsed JSON, or null */
  // oxlint-disable-next-line typescript/no-explicit-any -- what a journey reads it also asserts
  readonly json: any;
  readonly bytes: Uint8Array;
}

export interface Visitor {
  /** Signs in by clicking through the simulator's page, as this demo account. */
  signIn(account: string): Promise<void>;
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** the cookies, for tests of forged ones */
  readonly cookies: Map<string, string>;
}

const REDIRECTS_MAX = 12;

export function visitor(origin: string): Visitor {
  const cookies = new Map<string, string>();

  async function once(method: string, url: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(method === 'GET' ? {} : { origin, 'sec-fetch-site': 'same-origin', 'idempotency-key': randomBytes(16).toString('hex') }),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair!.indexOf('=');
      const [name, value] = [pair!.slice(0, at), pair!.slice(at + 1)];
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function follow(method: string, path: string): Promise<Response> {
    let response = await once(method, new URL(path, origin).href);
    for (let i = 0; i < REDIRECTS_MAX && response.status >= 300 && response.status < 400; i++)
      response = await once('GET', new URL(response.headers.get('location') ?? '/', response.url || origin).href);
    return response;
  }

  async function send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered> {
    const response = await once(method, new URL(path, origin).href, body, headers);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      json: isJson && bytes.length > 0 ? JSON.parse(Buffer.from(bytes).toString()) : null,
    };
  }

  return {
    cookies,
    send,
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body ?? {}, headers),
    async signIn(account) {
      cookies.clear();
      const page = await follow('GET', `/auth/sign-in?account=${encodeURIComponent(account)}&returnTo=/`);
      const html = await page.text();
      const action = /action="([^"]+)"/.exec(html)?.[1];
      if (!action) throw new Error(`the sign-in page has no form (${page.status})`);
      await (await follow('POST', action)).arrayBuffer();
      const session = await send('GET', '/api/v1/session');
      if (session.json?.signedIn !== true) throw new Error(`signing in as ${account} did not succeed`);
    },
  };
}
