/** A batch as lines and seal: made by the node, read by the centre. Pure; what cannot be read is told where it stands. */
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Problem, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { isPlainDate } from '#base/clock.ts';
import { BATCH_CHANGES_MAX, EXTENSION_CHARS_MAX, LINE_CHARS_MAX } from '#doors/exchange/limits.ts';
import { batchTooLarge, lineUnread, manifestUnread } from '#doors/exchange/problems.ts';
import type { BatchManifest, ExchangeChange, SentBatch } from '#doors/exchange/shapes.ts';
import type { SignText } from '#doors/exchange/signer.ts';
import { sha256 } from './digests.ts';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Count = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const At = Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$` });

/** One line of a batch, as JSON Schema. */
export const CHANGE_SHAPE = Type.Object(
  {
    seq: Count,
    ref: Name,
    person: Name,
    fact: Name,
    operation: Type.Enum(['assert', 'correct', 'end', 'retract', 'claim', 'release', 'take']),
    base: Type.Union([Sha256, Type.Null()]),
    validFrom: Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\d$` }),
    schema: Type.String({ pattern: String.raw`^[a-z][a-z0-9.-]{0,60}@\d{1,4}\.\d{1,4}$` }),
    value: Type.Union([Type.String(), Type.Record(Type.String(), Type.String()), Type.Null()]),
    maker: Name,
    madeAt: At,
    because: Type.Optional(Type.Object({ reason: Name, approver: Name }, closed)),
    ext: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  closed,
);
const Change = Compile(CHANGE_SHAPE);

/** A manifest, as JSON Schema. */
export const MANIFEST_SHAPE = Type.Object(
  {
    source: Name,
    epoch: Count,
    lane: Type.Enum(['daily', 'correction', 'load']),
    first: Count,
    last: Count,
    sha256: Sha256,
    previous: Type.Union([Sha256, Type.Null()]),
    audience: Name,
    issuedAt: At,
  },
  closed,
);
const Manifest = Compile(MANIFEST_SHAPE);

interface Shape {
  Check(value: unknown): boolean;
  Errors(value: unknown): readonly { readonly instancePath: string }[];
}

/** The value that a text says, when it is the canonical JSON of the shape; else the pointer to what is wrong. One text for one value: no key stands twice. */
function readCanonical(text: string, shape: Shape): { readonly value: unknown } | { readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (shape.Check(value)) return canonicalJson(value) === text ? { value } : { wrong: 'RFC 8785' };
  } catch {
    // No JSON, nested too deep, or texts that JSON cannot say.
    return { wrong: '/' };
  }
  return { wrong: shape.Errors(value)[0]?.instancePath.slice(0, 100) || '/' };
}

/** @returns the manifest, or E-EXCHANGE-MANIFEST, E-EXCHANGE-SIZE */
export function readManifest(text: string): Result<BatchManifest> {
  if (text.length > LINE_CHARS_MAX) return refused(manifestUnread({ where: '/' }));
  const read = readCanonical(text, Manifest);
  if ('wrong' in read) return refused(manifestUnread({ where: read.wrong }));
  const manifest = read.value as BatchManifest;
  if (manifest.last < manifest.first) return refused(manifestUnread({ where: '/last' }));
  if (manifest.last - manifest.first >= BATCH_CHANGES_MAX)
    return refused(batchTooLarge({ limit: { vi: '1.000 thay đổi', en: '1,000 changes' } }));
  return ok(manifest);
}

/** One line of a batch: the change that has the number it must have. */
function readLine(line: string, at: number, seq: number): Result<ExchangeChange> {
  const wrong = (where: string) => refused(lineUnread({ line: String(at), where }, { where: { row: at, path: where } }));
  if (line.length > LINE_CHARS_MAX) return refused(batchTooLarge({ limit: { vi: '64 KB một dòng', en: '64 KB a line' } }));
  const read = readCanonical(line, Change);
  if ('wrong' in read) return wrong(read.wrong);
  const change = read.value as ExchangeChange;
  if (change.seq !== seq) return wrong('/seq');
  if (change.ext && JSON.stringify(change.ext).length > EXTENSION_CHARS_MAX) return wrong('/ext');
  return isPlainDate(change.validFrom) ? ok(change) : wrong('/validFrom');
}

/**
 * The changes of a batch, or every line that is none (the first hundred): a batch is taken whole or not at all.
 * @param lines  NDJSON; each line ends with a line feed
 */
export function readChanges(lines: string, { first, last }: Pick<BatchManifest, 'first' | 'last'>): Result<readonly ExchangeChange[]> {
  const texts = lines.split('\n', last - first + 3);
  if (texts.length !== last - first + 2 || texts.at(-1) !== '')
    return refused(lineUnread({ line: String(texts.length), where: '/' }, { where: { row: texts.length, path: '/' } }));
  const changes: ExchangeChange[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at <= last - first && problems.length < 100; at += 1) {
    const read = readLine(texts[at]!, at + 1, first + at);
    if (read.ok) changes.push(read.value);
    else problems.push(...read.problems);
  }
  return problems.length > 0 ? refused(...problems) : ok(changes);
}

/** Lines of changes, as they are hashed and sent. */
export const linesOf = (changes: readonly ExchangeChange[]): string => changes.map((one) => `${canonicalJson(one)}\n`).join('');

/** Seals changes that stand next to each other in a lane. */
export function sealBatch(
  changes: readonly ExchangeChange[],
  seal: Omit<BatchManifest, 'first' | 'last' | 'sha256'>,
  sign: SignText,
): SentBatch {
  const lines = linesOf(changes);
  const manifest: BatchManifest = { ...seal, first: changes[0]!.seq, last: changes.at(-1)!.seq, sha256: sha256(lines) };
  return { manifest: sign(canonicalJson(manifest)), lines };
}
