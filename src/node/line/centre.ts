/** The contract of the exchange over HTTP, from the node's side: a question of the protocol as a request, its answer as a reply. */
import { createHash } from 'node:crypto';
import type { NodeAsk, NodeReply } from '#doors/exchange/protocol/node-step.ts';
import type { ComparedFact } from '#doors/exchange/protocol/digest-buckets.ts';
import type { FeedEntry, SignedText } from '#doors/exchange/shapes.ts';
import type { VerifyText } from '#doors/exchange/signer.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { RETRY_AFTER_MS_MAX } from '#node/limits.ts';
import type { Answer, Line } from './request.ts';

const PREFIX = '/exchange/v1';
const SIGNATURE = 'congvu-signature';

export interface BatchPlace {
  readonly epoch: number;
  readonly lane: string;
  readonly first: number;
  readonly last: number;
}
const pathOf = ({ epoch, lane, first, last }: BatchPlace): string => `${PREFIX}/batches/${epoch}/${lane}/${first}-${last}`;

/** A batch as it was kept: the manifest as it was signed, the lines compressed. */
export interface BatchToSend {
  readonly manifest: SignedText;
  readonly lines: Uint8Array;
}

/** A reply, and what the protocol has no need of: whether the feed goes on. */
export interface Heard {
  readonly reply: NodeReply;
  readonly more: boolean;
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** Sends a question. @returns null when what came back is no answer of a centre (an error page of something on the way) */
export async function askCentre(
  line: Line,
  ask: NodeAsk,
  {
    batch,
    verify,
  }: { readonly batch: (manifest: NodeAsk & { readonly kind: 'put' }) => Promise<BatchToSend>; readonly verify: VerifyText },
): Promise<Heard | null> {
  switch (ask.kind) {
    case 'hello':
      return replied(await line.ask('GET', `${PREFIX}/hello?epoch=${ask.epoch}&seen=${ask.seen}`));
    case 'put':
      return replied(await put(line, ask, await batch(ask)));
    case 'result':
      return replied(await line.ask('GET', `${pathOf(ask)}/result`));
    case 'feed': {
      const answer = await line.ask('GET', `${PREFIX}/feed?after=${ask.after}`);
      return answer.status === 200 ? feedPage(answer, ask, verify) : replied(answer);
    }
  }
}

function put(line: Line, { manifest }: NodeAsk & { readonly kind: 'put' }, { manifest: signed, lines }: BatchToSend): Promise<Answer> {
  const headers = {
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
    'content-digest': `sha-256=:${createHash('sha256').update(lines).digest('base64')}:`,
    'congvu-manifest': base64url(signed.text),
    [SIGNATURE]: signed.signature,
  };
  return line.ask('PUT', pathOf(manifest), headers, lines);
}

/** Sends the body's own confirmation of a batch. */
export async function confirmBatch(line: Line, place: BatchPlace, { text, signature }: SignedText): Promise<Heard | null> {
  const headers = { 'content-type': 'application/json', [SIGNATURE]: signature };
  return replied(await line.ask('PUT', `${pathOf(place)}/confirmation`, headers, Buffer.from(text, 'utf8')));
}

/** The receipts of a batch with their places in the log, as `congvu verify receipt` reads them; null: no signed head covers them yet, or the batch is unknown. */
export async function askProvedReceipt(line: Line, place: BatchPlace): Promise<string | null> {
  const answer = await line.ask('GET', `${pathOf(place)}/receipt`);
  return answer.status === 200 ? answer.body.toString('utf8') : null;
}

/** The signed text of an answer; null: it has none. */
function signedOf({ headers, body }: Answer): SignedText | null {
  const signature = headers[SIGNATURE];
  return typeof signature === 'string' && body.length > 0 ? { text: body.toString('utf8'), signature } : null;
}

function replied(answer: Answer): Heard | null {
  const { status } = answer;
  if (status === 200 || status === 202) return { reply: { status, signed: signedOf(answer) }, more: false };
  const codes = codesOf(answer);
  if (codes.length === 0) return null;
  const waitMs = retryAfterMs(answer);
  return { reply: { status: 'refused', codes, ...(waitMs === null ? {} : { retryAfterMs: waitMs }) }, more: false };
}

/** Codes of problem+json: that of the answer, and those of its list. */
function codesOf({ headers, body }: Answer): readonly string[] {
  if (!/^application\/problem\+json/i.test(headers['content-type'] ?? '')) return [];
  try {
    const { code, problems } = JSON.parse(body.toString('utf8')) as { code?: unknown; problems?: unknown };
    const listed = Array.isArray(problems) ? problems.map((one: { code?: unknown } | null) => one?.code) : [];
    return [...new Set([code, ...listed])].filter((one): one is string => typeof one === 'string' && /^E-[A-Z0-9-]{1,60}$/.test(one));
  } catch {
    return [];
  }
}

/** `Retry-After` in seconds; a date is not taken: clocks of two machines differ. */
function retryAfterMs({ headers }: Answer): number | null {
  const said = headers['retry-after'] ?? '';
  return /^\d{1,9}$/.test(said) ? Math.min(RETRY_AFTER_MS_MAX, Number(said) * 1_000) : null;
}

/** A page of the feed is believed when it is signed, and is of this source behind this entry. */
function feedPage(answer: Answer, { source, after }: NodeAsk & { readonly kind: 'feed' }, verify: VerifyText): Heard | null {
  const page = signedAnswer<{ source?: unknown; after?: unknown; entries?: unknown; more?: unknown }>(answer, verify, 'feed');
  if (page === null || page.source !== source || page.after !== after || !Array.isArray(page.entries)) return null;
  return { reply: { status: 'feed', entries: page.entries as readonly FeedEntry[] }, more: page.more === true };
}

/** What a signed answer says; null: it is not signed by the centre, or says something else. */
function signedAnswer<Says>(answer: Answer, verify: VerifyText, what: string): Says | null {
  const signed = signedOf(answer);
  if (signed === null || !verify(signed)) return null;
  const said = JSON.parse(signed.text) as Says & { readonly what?: unknown };
  return said.what === what ? said : null;
}

const askDigest = (line: Line, question: object): Promise<Answer> =>
  line.ask(
    'POST',
    `${PREFIX}/digest`,
    { 'content-type': 'application/json' },
    Buffer.from(canonicalJson({ what: 'digest', ...question }), 'utf8'),
  );

/** The digests of all buckets as the centre has them; null: it gave none that can be believed. */
export async function askDigests(line: Line, source: string, buckets: number, verify: VerifyText): Promise<readonly string[] | null> {
  const answer = await askDigest(line, { buckets });
  if (answer.status !== 200) return null;
  const said = signedAnswer<{ source?: unknown; digests?: unknown }>(answer, verify, 'digests');
  return said?.source === source && Array.isArray(said.digests) && said.digests.length === buckets ? (said.digests as string[]) : null;
}

/** The facts of one bucket as the centre has them. */
export async function askBucket(line: Line, source: string, bucket: number, verify: VerifyText): Promise<readonly ComparedFact[] | null> {
  const answer = await askDigest(line, { bucket });
  if (answer.status !== 200) return null;
  const said = signedAnswer<{ source?: unknown; bucket?: unknown; facts?: unknown }>(answer, verify, 'bucket');
  return said?.source === source && said.bucket === bucket && Array.isArray(said.facts) ? (said.facts as ComparedFact[]) : null;
}
