/**
 * Messages of the standard, made by the shipped protocol with keys that everybody has: that of the body from RFC 8037 A.1, that of the centre from RFC 8032
 * §7.1 test 2. Whoever writes a client signs the same texts with the same keys and must come to the same bytes.
 */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import { sealBatch } from '#doors/exchange/protocol/batch.ts';
import { bucketOf } from '#doors/exchange/protocol/digest-buckets.ts';
import { receiptsDigest, revisionOf } from '#doors/exchange/protocol/digests.ts';
import type { BatchManifest, ExchangeChange, FactStanding, SignedText } from '#doors/exchange/shapes.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import type { WireSchema } from './wire-schemas.ts';

const keyOf = (d: string, x: string): KeyObject => createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
const BODY_KEY = keyOf('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
const CENTRE_KEY = keyOf('TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs', 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw');
const pem = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

/** Of the body, of the centre: names and public halves. */
export const EXAMPLE_KEYS = {
  body: { kid: 'co-quan-1', privatePem: BODY_KEY.export({ type: 'pkcs8', format: 'pem' }).toString(), publicPem: pem(BODY_KEY) },
  centre: { kid: 'trung-tam-1', publicPem: pem(CENTRE_KEY) },
} as const;

const body = jwsSigner(BODY_KEY, EXAMPLE_KEYS.body.kid);
const centre = jwsSigner(CENTRE_KEY, EXAMPLE_KEYS.centre.kid);

const PERSON = '000000000201';
const COMMON = { person: PERSON, schema: 'cbccvc@3.0', maker: 'lan.le', madeAt: '2026-12-01T02:00:00.000Z' } as const;
const STANDING: FactStanding = { value: 'Lê Thị Lan', validFrom: '2026-12-01', ended: null };

/** A claim, a fact, a line, and a correction that names the revision it saw and carries what the standard does not know. */
const CHANGES: readonly ExchangeChange[] = [
  { ...COMMON, seq: 1, ref: 'a-1', fact: 'employer', operation: 'claim', base: null, validFrom: '2026-12-01', value: null },
  { ...COMMON, seq: 2, ref: 'a-2', fact: 'B/hoTenKhaiSinh', operation: 'assert', base: null, validFrom: '2026-12-01', value: 'Lê Thị Lan' },
  {
    ...COMMON,
    seq: 3,
    ref: 'a-3',
    fact: 'B/hoTenKhaiSinh',
    operation: 'correct',
    base: revisionOf(STANDING),
    validFrom: '2026-12-01',
    value: 'Lê Thị Lân',
    ext: { 'vn.example.hrm': { phong: 'Tổ chức' } },
  },
];

const batch = sealBatch(
  CHANGES,
  { source: 'H26', epoch: 1, lane: 'daily', previous: null, audience: 'cong-vu-thu', issuedAt: '2026-12-01T02:00:01.000Z' },
  body,
);
const manifest = JSON.parse(batch.manifest.text) as BatchManifest;
const named = { source: 'H26', epoch: 1, lane: 'daily', first: 1, last: 3, sha256: manifest.sha256 } as const;
const after: FactStanding = { ...STANDING, value: 'Lê Thị Lân' };

const receipt = centre(canonicalJson({ what: 'received', ...named, at: '2026-12-01T02:00:02.000Z' }));

/** A signed message, and who signed it. */
export interface ExampleMessage {
  readonly name: string;
  readonly schema: WireSchema;
  readonly by: 'body' | 'centre';
  readonly signed: SignedText;
}

export const MESSAGES: readonly ExampleMessage[] = [
  { name: 'manifest', schema: 'manifest', by: 'body', signed: batch.manifest },
  { name: 'receipt', schema: 'receipt', by: 'centre', signed: receipt },
  {
    name: 'result',
    schema: 'result',
    by: 'centre',
    signed: centre(
      canonicalJson({
        what: 'judged',
        ...named,
        verdicts: [
          { seq: 1, verdict: 'accepted', revision: null },
          { seq: 2, verdict: 'accepted', revision: revisionOf(STANDING) },
          { seq: 3, verdict: 'accepted', revision: revisionOf(after) },
        ],
      }),
    ),
  },
  {
    name: 'standing',
    schema: 'standing',
    by: 'centre',
    signed: centre(
      canonicalJson({
        what: 'standing',
        source: 'H26',
        epoch: 1,
        frozen: false,
        seen: receiptsDigest([receipt, null, null]),
        lanes: { daily: { expected: 4, window: 8 }, correction: { expected: 1, window: 8 }, load: { expected: 1, window: 8 } },
      }),
    ),
  },
  {
    name: 'feed',
    schema: 'feed',
    by: 'centre',
    signed: centre(
      canonicalJson({
        what: 'feed',
        source: 'H26',
        after: 0,
        entries: [
          { n: 1, what: 'fact', person: PERSON, fact: 'B/hoTenKhaiSinh', standing: after, ext: { 'vn.example.hrm': { phong: 'Tổ chức' } } },
          { n: 2, what: 'left', person: PERSON },
        ],
        more: false,
      }),
    ),
  },
  {
    name: 'confirmation',
    schema: 'confirmation',
    by: 'body',
    signed: body(canonicalJson({ what: 'confirmed', ...named, at: '2026-12-01T03:00:00.000Z' })),
  },
];

/** The request that sends the batch, uncompressed so that everybody can make it. */
export const EXAMPLE_REQUEST = {
  method: 'PUT',
  path: '/exchange/v1/batches/1/daily/1-3',
  headers: {
    'Content-Type': 'application/x-ndjson',
    'Content-Encoding': 'identity',
    'Content-Digest': `sha-256=:${createHash('sha256').update(batch.lines).digest('base64')}:`,
    'Congvu-Manifest': Buffer.from(batch.manifest.text).toString('base64url'),
    'Congvu-Signature': batch.manifest.signature,
  },
  lines: batch.lines,
} as const;

/** Names made of content, to compare with. */
export const EXAMPLE_NAMES = {
  standing: STANDING,
  revision: revisionOf(STANDING),
  seenOfNothing: receiptsDigest([null, null, null]),
  seenOfTheReceipt: receiptsDigest([receipt, null, null]),
  bucketOfThePerson: bucketOf(PERSON),
} as const;
