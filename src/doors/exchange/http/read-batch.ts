/** A batch out of a request: the address, the heads and the bytes must say one thing. Nothing is believed here; the centre judges what comes out. */
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { BATCH_BYTES_MAX, SILENCE_MS_MAX } from '#doors/exchange/limits.ts';
import { batchTooLarge, manifestUnread, notThisType } from '#doors/exchange/problems.ts';
import { readManifest } from '#doors/exchange/protocol/batch.ts';
import { expandLinesApart, plainLines } from '#doors/exchange/protocol/wire-bytes.ts';
import type { BatchName, SentBatch, SignedText } from '#doors/exchange/shapes.ts';
import { fitsDigest, readBody } from './read-body.ts';

export const BATCH_TYPE = 'application/x-ndjson';

const headOf = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/** The text of a head in base64url, of which one way of writing is taken; null: it is none. */
function textOfHead(head: string): string | null {
  const bytes = Buffer.from(head, 'base64url');
  if (bytes.toString('base64url') !== head) return null;
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : null;
}

const tooLarge = () => batchTooLarge({ limit: { vi: '5 MB', en: '5 MB' } });

/** How it is compressed; null: a type or an encoding that is not taken. */
function encodingOf(request: FastifyRequest): 'gzip' | 'identity' | null {
  const [type = ''] = headOf(request, 'content-type').split(';');
  const encoding = headOf(request, 'content-encoding').trim().toLowerCase() || 'identity';
  return type.trim().toLowerCase() === BATCH_TYPE && (encoding === 'gzip' || encoding === 'identity') ? encoding : null;
}

const shown = (text: string): string => text.slice(0, 60) || '–';

/**
 * @param silenceMs  nothing coming for so long ends it
 * @returns E-EXCHANGE-TYPE, -SIZE, -MANIFEST, -BYTES or -SLOW
 */
export async function readBatch(request: FastifyRequest, name: BatchName, silenceMs = SILENCE_MS_MAX): Promise<Result<PackedBatch>> {
  const encoding = encodingOf(request);
  if (encoding === null)
    return refused(notThisType({ type: shown(headOf(request, 'content-type')), encoding: shown(headOf(request, 'content-encoding')) }));
  if (Number(headOf(request, 'content-length') || '0') > BATCH_BYTES_MAX) return refused(tooLarge());
  const manifest = textOfHead(headOf(request, 'congvu-manifest'));
  if (manifest === null) return refused(manifestUnread({ where: 'Congvu-Manifest' }));
  const fault = nameFault(manifest, name);
  if (!fault.ok) return fault;
  const bytes = await readBody(request.body as Readable, { bytesMax: BATCH_BYTES_MAX, silenceMs, tooLarge });
  if (!bytes.ok) return bytes;
  const whole = fitsDigest(bytes.value, headOf(request, 'content-digest'));
  if (!whole.ok) return whole;
  return ok({ manifest: { text: manifest, signature: headOf(request, 'congvu-signature') }, bytes: bytes.value, encoding });
}

/** A batch as it came over the line. */
export interface PackedBatch {
  readonly manifest: SignedText;
  readonly bytes: Uint8Array;
  readonly encoding: 'gzip' | 'identity';
}

/** The batch as it was sealed; MUST be asked in its turn (`in-turns.ts`). E-EXCHANGE-SIZE, -COMPRESSION or -LINE. */
export async function expandBatch({ manifest, bytes, encoding }: PackedBatch): Promise<Result<SentBatch>> {
  const lines = encoding === 'gzip' ? await expandLinesApart(bytes) : plainLines(bytes);
  return lines.ok ? ok({ manifest, lines: lines.value }) : lines;
}

/** The manifest is of the batch that the address names. */
function nameFault(text: string, name: BatchName): Result<null> {
  const manifest = readManifest(text);
  if (!manifest.ok) return manifest;
  const wrong = (['epoch', 'lane', 'first', 'last'] as const).find((key) => manifest.value[key] !== name[key]);
  return wrong === undefined ? ok(null) : refused(manifestUnread({ where: `/${wrong}` }));
}
