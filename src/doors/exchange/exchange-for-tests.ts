/** A centre in memory behind the shipped routes, and requests as a client of the standard writes them. */
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { ok, refused } from '#base/problem.ts';
import { compressLines } from './protocol/wire-bytes.ts';
import { AT, BODY, CENTRE, MEANS, aBatch, aChange } from './protocol/changes-for-tests.ts';
import { memoryCentre } from './memory-centre.ts';
import type { MemoryCentre, MemoryCentreNeeds } from './memory-centre.ts';
import { callerRefused } from './problems.ts';
import { exchangeRoutes } from './routes.ts';
import type { ExchangeHttpNeeds } from './routes.ts';
import type { BatchManifest, SentBatch } from './shapes.ts';

/** By this head a test says which source calls. */
export const CALLS_AS = 'x-calls-as';

export interface ExchangeForTests {
  readonly app: FastifyInstance;
  readonly centre: MemoryCentre;
  /** codes of what looked like somebody else */
  readonly suspicions: readonly string[];
}

export async function anExchange(how: Partial<MemoryCentreNeeds> = {}, http: Partial<ExchangeHttpNeeds> = {}): Promise<ExchangeForTests> {
  const centre = memoryCentre({
    clock: { now: () => AT },
    audience: MEANS.audience,
    sign: CENTRE.sign,
    sources: [{ source: 'H26', verify: BODY.verify, confirms: BODY.verify }],
    majors: { cbccvc: [3, 2] },
    ...how,
  });
  const suspicions: string[] = [];
  const app = Fastify({ logger: false });
  await app.register(
    exchangeRoutes({
      centre,
      callerOf: async ({ headers }) => {
        const source = headers[CALLS_AS];
        const why = { vi: 'bài thử không nói ai gọi', en: 'the test does not say who calls' };
        return typeof source === 'string' ? ok({ source }) : refused(callerRefused({ why }));
      },
      onSuspicion: (_request, source, code) => void suspicions.push(`${source} ${code}`),
      ...http,
    }),
  );
  return { app, centre, suspicions };
}

export const contentDigest = (bytes: Uint8Array): string => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

/** The request that offers a batch. @param changed  heads and bytes as they are sent instead; a head that is undefined is not sent */
export function putOf(
  batch: SentBatch,
  { bytes = compressLines(batch.lines), headers = {}, url, as = 'H26' }: PutChanges = {},
): InjectOptions & { readonly url: string } {
  const { epoch, lane, first, last } = JSON.parse(batch.manifest.text) as BatchManifest;
  const all: Record<string, string | undefined> = {
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
    'content-digest': contentDigest(bytes),
    'congvu-manifest': Buffer.from(batch.manifest.text).toString('base64url'),
    'congvu-signature': batch.manifest.signature,
    [CALLS_AS]: as,
    ...headers,
  };
  return {
    method: 'PUT',
    url: url ?? `/exchange/v1/batches/${epoch}/${lane}/${first}-${last}`,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<string, string>,
    payload: Buffer.from(bytes),
  };
}
export interface PutChanges {
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly url?: string;
  readonly as?: string;
}

/** Two changes of a person whom the body claims. */
export const aFirstBatch = (seal: Partial<BatchManifest> = {}): SentBatch =>
  aBatch([aChange(1, { fact: 'employer', operation: 'claim', value: null }), aChange(2)], seal);
