/**
 * Talks to our own server and to nobody else: same origin, cookies of the session, JSON.
 * A refusal is thrown as `RequestFailed` with the server's problem, so that TanStack Query sees it as an error.
 */
import { nowMs } from '#portal/clock.ts';
import { askForPasskey } from '#portal/passkeys/ask.ts';
import { noteArrival } from './connection.ts';
import type { Operations, Problem } from './generated/api.ts';
import { noteSettled, pageShown } from './settled.ts';

const PREFIX = '/api/v1';

export type Reads = Operations['reads'];
export type Acts = Operations['acts'];
export type Uploads = Operations['uploads'];
type Removals = Operations['removals'];
/** Addresses that the browser fetches by itself: files, and answers that are kept as files. */
type Files = Operations['files'] & Reads;

/** A refusal; all but the status is absent when the answer did not come from our server. */
export type Refusal = Pick<Problem, 'status'> & Partial<Problem>;

/** A request that was refused, or did not arrive (`status` 0). */
export class RequestFailed extends Error {
  readonly problem: Refusal;
  constructor(problem: Refusal) {
    super(problem.code ?? `HTTP ${problem.status}`);
    this.problem = problem;
  }
}

/** When the server last answered: the session's idle time runs from here. */
let answeredAtMs = nowMs();
export const lastAnswerMs = (): number => answeredAtMs;

/** 128 random bits, hexadecimal. Not `crypto.randomUUID`: it does not exist over plain http on a local network. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The problem an answer speaks of; an answer that is not problem+json (a proxy's page) becomes one without code. */
export function problemOf(status: number, text: string): Refusal {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null) return { ...(read as object), status } as Refusal;
  } catch {
    /* not JSON: fall through */
  }
  return { status };
}

const signedOutListeners = new Set<() => void>();
/** The server answered that nobody is signed in. @returns ends it */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => void signedOutListeners.delete(listener);
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  // An answer that comes when its page was left is no answer of the next one.
  const page = pageShown();
  let response: Response;
  try {
    response = await fetch(`${PREFIX}${path}`, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    noteArrival(false);
    throw new RequestFailed({ status: 0 });
  }
  answeredAtMs = nowMs();
  noteArrival(true);
  if (response.status === 401) for (const listener of signedOutListeners) listener();
  const text = await response.text();
  if (!response.ok) throw new RequestFailed(problemOf(response.status, text));
  if (pageShown() === page) noteSettled(page, path.split('?', 1)[0]!, response.headers.get('congvu-settled-at'));
  if (text === '') return undefined as T;
  return (response.headers.get('content-type') ?? '').includes('json') ? (JSON.parse(text) as T) : (text as T);
}

/** Parameters of a path, named in it as `{id}`, and of its query. */
interface Parameters {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Query;
}
type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `?a=1&b=2` of what is given; nothing when nothing is. Never personal data: addresses are logged by proxies. */
function queryText(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}

/** Below the prefix. What a path names MUST be given: the types of the operations hold that. */
export const addressOf = (path: string, { path: parts = {}, query = {} }: Parameters): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name]))) + queryText(query);

/** GET. `signal` ends it when the screen is left. */
export const read = <P extends keyof Reads>(path: P, asked: Reads[P]['asked'], signal?: AbortSignal): Promise<Reads[P]['answer']> =>
  ask(addressOf(path, asked), { headers: { accept: 'application/json, application/problem+json' }, ...(signal ? { signal } : {}) });

/** Refused for want of a fresh answer of the user's passkey: nothing was done, and it is sent again once they have been asked. */
async function withPasskey<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.problem.code !== 'E-STEP-UP' || !(await askForPasskey())) throw error;
    return send();
  }
}

/** POST. The same `key` MUST be used when the same request is sent again. */
export const act = <P extends keyof Acts>(path: P, asked: Acts[P]['asked'], key: string = newKey()): Promise<Acts[P]['answer']> =>
  withPasskey(() =>
    ask(addressOf(path, asked), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, application/problem+json', 'idempotency-key': key },
      body: JSON.stringify(asked.body ?? {}),
    }),
  );

/** DELETE. */
export const remove = <P extends keyof Removals>(path: P, asked: Removals[P]['asked']): Promise<Removals[P]['answer']> =>
  withPasskey(() => ask(addressOf(path, asked), { method: 'DELETE' }));

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Sending<T> {
  readonly done: Promise<T>;
  readonly cancel: () => void;
}

/**
 * Sends a file as raw bytes and tells how many have left. XMLHttpRequest, because fetch does not tell.
 *
 * @param onSent  bytes sent so far and in all
 */
export function sendFile<P extends keyof Uploads>(
  path: P,
  asked: Uploads[P]['asked'],
  file: File,
  key: string,
  onSent: (sent: number, total: number) => void,
): Sending<Uploads[P]['answer']> {
  let request = new XMLHttpRequest();
  const send = (): Promise<Uploads[P]['answer']> => {
    request = new XMLHttpRequest();
    return sendOnce(request, addressOf(path, asked), file, key, onSent);
  };
  return { done: withPasskey(send), cancel: () => request.abort() };
}

function sendOnce<T>(
  request: XMLHttpRequest,
  address: string,
  file: File,
  key: string,
  onSent: (sent: number, total: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    request.open('POST', `${PREFIX}${address}`);
    request.setRequestHeader('content-type', file.type === XLSX ? XLSX : 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.addEventListener('progress', (event) => onSent(event.loaded, event.lengthComputable ? event.total : file.size));
    request.addEventListener('load', () => {
      answeredAtMs = nowMs();
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(new RequestFailed(problemOf(request.status, request.responseText)));
    });
    request.addEventListener('error', () => {
      noteArrival(false);
      reject(new RequestFailed({ status: 0 }));
    });
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    request.send(file);
  });
}

/** Address of what the browser downloads or shows by itself. */
export const fileAddress = <P extends keyof Files>(path: P, asked: Files[P]['asked']): string => `${PREFIX}${addressOf(path, asked)}`;
