/** Bodies that send over HTTP, as the benches of the exchange need them: enrolled, with a caller by X-Road from this machine, and the server that they call. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { enrolCaller } from '#doors/exchange/callers.ts';
import { sealBatch } from '#doors/exchange/protocol/batch.ts';
import { compressLines } from '#doors/exchange/protocol/wire-bytes.ts';
import { enrolSource } from '#doors/exchange/receive.ts';
import type { BatchManifest, BatchResult, ExchangeChange, Lane } from '#doors/exchange/shapes.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { buildServer } from '#start/server.ts';
import { startWorker } from '#start/worker.ts';
import type { Installation } from './installation.ts';

export const AUDIENCE = 'bench';
/** When it is given up. */
const RESULT_WAIT_MS_MAX = 180_000;
const ASKED_EVERY_MS = 50;

/** A batch as it goes over the line. */
export interface Prepared {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly count: number;
  readonly manifest: BatchManifest;
}
/** One body's software. */
export interface Sender {
  readonly source: string;
  /** seals these as the next of the lane */
  readonly seal: (lane: Lane, changes: readonly Omit<ExchangeChange, 'seq'>[]) => Prepared;
}

/** A source that seals with this key. */
export function senderOf(source: string, privateKey: Parameters<typeof jwsSigner>[0]): Sender {
  const sign = jwsSigner(privateKey, 'k1');
  const stands = new Map<Lane, { next: number; previous: string | null }>();
  return {
    source,
    seal: (lane, changes) => {
      const at = stands.get(lane) ?? { next: 1, previous: null };
      const some = changes.map((one, i): ExchangeChange => ({ ...one, seq: at.next + i }));
      const how = { source, epoch: 1, lane, previous: at.previous, audience: AUDIENCE, issuedAt: '2026-11-30T02:00:00.000Z' };
      const batch = sealBatch(some, how, sign);
      const manifest = JSON.parse(batch.manifest.text) as BatchManifest;
      stands.set(lane, { next: manifest.last + 1, previous: manifest.sha256 });
      const bytes = new Uint8Array(compressLines(batch.lines));
      return {
        url: `/exchange/v1/batches/1/${lane}/${manifest.first}-${manifest.last}`,
        headers: {
          'content-type': 'application/x-ndjson',
          'content-encoding': 'gzip',
          'content-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
          'congvu-manifest': Buffer.from(batch.manifest.text).toString('base64url'),
          'congvu-signature': batch.manifest.signature,
          'x-road-client': `VN/GOV/${source}/bench`,
          'x-road-id': manifest.sha256,
        },
        bytes,
        count: changes.length,
        manifest,
      };
    },
  };
}

/** Until the receipt is there; milliseconds. What is turned away comes again when it was told to. */
export async function put(address: string, { url, headers, bytes }: Prepared): Promise<number> {
  const startedMs = performance.now();
  for (;;) {
    const answer = await fetch(address + url, { method: 'PUT', headers, body: bytes });
    const text = await answer.text();
    if (answer.ok) return performance.now() - startedMs;
    const wait = Number(answer.headers.get('retry-after'));
    if (answer.status !== 429 && answer.status !== 503) throw new Error(text.slice(0, 300));
    await sleep(wait * 1_000);
  }
}

/** What became of the changes whose results were asked for. */
export const verdicts = new Map<string, number>();

/** Until the result is there; milliseconds. */
export async function resultOf(address: string, { url, headers }: Prepared): Promise<number> {
  const startedMs = performance.now();
  while (performance.now() - startedMs < RESULT_WAIT_MS_MAX) {
    const answer = await fetch(`${address}${url}/result`, { headers });
    const text = await answer.text();
    if (answer.status === 200) {
      for (const { verdict } of (JSON.parse(text) as BatchResult).verdicts) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      return performance.now() - startedMs;
    }
    if (answer.status !== 202) throw new Error(`result: ${answer.status}`);
    await sleep(ASKED_EVERY_MS);
  }
  return RESULT_WAIT_MS_MAX;
}

/** Enrols a source for a body, which calls by X-Road from this machine. `by`: the account in whose name it sends. */
export async function enrolled(
  { composed }: Installation,
  body: { readonly bodyId: string; readonly source: string },
  by: string,
): Promise<Sender> {
  const { db, jobSession, submission } = composed;
  const { bodyId, source } = body;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await db.transaction(await jobSession(null), async (tx) => {
    await enrolSource(tx, submission as never, { bodyId, source, kid: 'k1', publicKey: pem, by });
    await enrolCaller(tx, submission, { bodyId, by, networks: [], carrier: 'x-road', name: `VN/GOV/${source}/bench` });
  });
  return senderOf(source, privateKey);
}

/** The server of the exchange on this machine, with its work in the background. */
export async function served({ composed }: Installation): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const xRoad = { from: ['127.0.0.1'], certificateSha256: null };
  const settings = { audience: AUDIENCE, carriers: ['x-road'], xRoad, lgsp: null } as const;
  const measured = { ...composed, config: { ...composed.config, exchange: settings } };
  const app = await buildServer(measured, { surfaces: ['exchange'], url: 'http://127.0.0.1' }, { portalFolder: null });
  const worker = await startWorker(measured);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    async close() {
      await worker.stop();
      await app.close();
    },
  };
}
