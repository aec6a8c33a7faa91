/** What a client did, read out of the log of its questions: nothing here trusts what the client says of itself. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import type { BatchManifest, ExchangeChange } from '#doors/exchange/shapes.ts';
import { expandLines } from '#doors/exchange/protocol/wire-bytes.ts';
import type { ClientIdentity, ClientReport, HappenedChange } from '#doors/exchange/conformance-client.ts';
import type { LoggedExchange } from '#doors/exchange/conformance-client.ts';

/** How a run ended: with a report, by a power cut that was ordered, or otherwise. */
export type RunEnd =
  | { readonly kind: 'reported'; readonly report: ClientReport }
  | { readonly kind: 'cut' }
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'failed'; readonly why: string };

export interface Evidence {
  readonly identity: Pick<ClientIdentity, 'source' | 'audience' | 'kid' | 'publicPem'>;
  readonly log: readonly LoggedExchange[];
  readonly ends: readonly RunEnd[];
  /** what happened in the agency's software, in its order */
  readonly happened: readonly HappenedChange[];
}

/** A batch that was offered, as far as it can be read. */
export interface OfferedBatch {
  readonly at: LoggedExchange;
  readonly manifestText: string;
  readonly manifest: Partial<BatchManifest>;
  readonly signature: string;
  /** null: they cannot be expanded */
  readonly lines: string | null;
  readonly changes: readonly Partial<ExchangeChange>[];
  /** it was taken, or was held already */
  readonly isHeld: boolean;
}

const parsed = <T>(text: string): Partial<T> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : {};
  } catch {
    return {};
  }
};

function linesIn({ headers, body }: LoggedExchange['request']): string | null {
  if (headers['content-encoding'] !== 'gzip') return Buffer.from(body).toString('utf8');
  const lines = expandLines(body);
  return lines.ok ? lines.value : null;
}

/** Was it answered as the centre meant to, or lost on the way after it was taken? */
const wasTaken = ({ answer, mischief }: LoggedExchange): boolean =>
  mischief === 'lose-answer' || mischief === 'cut' || answer?.status === 200 || answer?.status === 202;

export const offered = ({ log }: Pick<Evidence, 'log'>): readonly OfferedBatch[] =>
  log
    .filter(({ asked }) => asked === 'put')
    .map((at) => {
      const manifestText = Buffer.from(at.request.headers['congvu-manifest'] ?? '', 'base64url').toString('utf8');
      const lines = linesIn(at.request);
      const changes = (lines ?? '').split('\n').flatMap((line) => (line === '' ? [] : [parsed<ExchangeChange>(line)]));
      const signature = at.request.headers['congvu-signature'] ?? '';
      return { at, manifestText, manifest: parsed<BatchManifest>(manifestText), signature, lines, changes, isHeld: wasTaken(at) };
    });

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Is this the canonical form of what it says? */
export function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

export const codeOf = ({ answer }: LoggedExchange): string | null => (answer ? (parsed<{ code: string }>(answer.text).code ?? null) : null);
export const nameOf = ({ epoch, lane, first }: Partial<BatchManifest>): string => `${epoch}/${lane}/${first}`;
export const reportOf = ({ ends }: Pick<Evidence, 'ends'>): ClientReport | null => {
  const last = ends.at(-1);
  return last?.kind === 'reported' ? last.report : null;
};
