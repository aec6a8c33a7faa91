/** One question and its answer over HTTP, with bounds on time and memory. Nothing is tried again here: the protocol does that. */
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { ANSWER_BYTES_MAX, ANSWER_MS_MAX, ASKS_AT_ONCE, SILENCE_MS_MAX } from '#node/limits.ts';

/** Where the centre is, and how this node shows who it is. */
export interface LineOptions {
  /** of the centre, or of the carrier's own server (X-Road security server, LGSP): what stands before `/exchange/v1` */
  readonly url: string;
  /** PEM: certificate and key of this node, and the authorities that the centre is known by; none: those of Node */
  readonly tls?: { readonly cert?: string; readonly key?: string; readonly ca?: string };
  /** headers of the carrier, made anew for each question */
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly silenceMs?: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Nothing was heard: why, in a code of the system or of this file. */
export class LineDown extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface Line {
  /** @returns the answer, whatever its status; rejects with `LineDown` */
  ask(method: string, path: string, headers?: Readonly<Record<string, string>>, body?: Uint8Array): Promise<Answer>;
  close(): void;
}

export function openLine({ url, tls = {}, headers = () => ({}), silenceMs = SILENCE_MS_MAX }: LineOptions): Line {
  const base = new URL(url);
  const prefix = base.pathname.replace(/\/+$/, '');
  const isTls = base.protocol === 'https:';
  const kept = { keepAlive: true, maxSockets: ASKS_AT_ONCE, timeout: silenceMs };
  const agent = isTls ? new HttpsAgent({ ...kept, ...tls, minVersion: 'TLSv1.2' }) : new HttpAgent(kept);
  const send = isTls ? httpsRequest : httpRequest;
  return {
    ask: (method, path, own = {}, body) =>
      new Promise((done, fail) => {
        const options: RequestOptions = {
          agent,
          method,
          host: base.hostname.replace(/^\[|\]$/g, ''),
          port: base.port || (isTls ? 443 : 80),
          path: `${prefix}${path}`,
          headers: {
            accept: 'application/json, application/problem+json',
            ...headers(),
            ...own,
            ...(body ? { 'content-length': body.length } : {}),
          },
        };
        const asked = send(options, (answer) =>
          collect(answer)
            .then(done, fail)
            .finally(() => clearTimeout(whole)),
        );
        const give = (code: string): void => void asked.destroy(new LineDown(code));
        const whole = setTimeout(() => give('TIMEOUT'), ANSWER_MS_MAX);
        asked.setTimeout(silenceMs, () => give('SILENCE'));
        asked.on('error', (error: NodeJS.ErrnoException) => {
          clearTimeout(whole);
          fail(error instanceof LineDown ? error : new LineDown(error.code ?? 'LINE'));
        });
        asked.end(body);
      }),
    close: () => agent.destroy(),
  };
}

async function collect(answer: IncomingMessage): Promise<Answer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > ANSWER_BYTES_MAX) throw new LineDown('TOO-LARGE');
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof LineDown ? error : new LineDown((error as NodeJS.ErrnoException).code ?? 'LINE');
  }
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) };
}
