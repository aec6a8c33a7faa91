/** Changes, batches and ends for tests of the protocol. */
import { generateKeyPairSync } from 'node:crypto';
import type { BatchManifest, ExchangeChange, SentBatch } from '#doors/exchange/shapes.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { sealBatch } from './batch.ts';
import type { CentreMeans } from './centre-step.ts';

export const AT = '2026-11-30T02:00:00.000Z';

const keys = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { sign: jwsSigner(privateKey, kid), verify: jwsVerifier(publicKey, kid) };
};
/** A body's key, and the centre's. */
export const BODY = keys('H26-1');
export const CENTRE = keys('centre-1');
export const MEANS: CentreMeans = { audience: 'centre', sign: CENTRE.sign, verify: BODY.verify };

export const aChange = (seq: number, changed: Partial<ExchangeChange> = {}): ExchangeChange => ({
  seq,
  ref: `ref-${seq}`,
  person: 'p1',
  fact: 'B/hoTen',
  operation: 'assert',
  base: null,
  validFrom: '2026-11-01',
  schema: 'cbccvc@3.0',
  value: 'Lê Thị Lan',
  maker: 'lan',
  madeAt: AT,
  ...changed,
});

export const aBatch = (changes: readonly ExchangeChange[], seal: Partial<BatchManifest> = {}, sign = BODY.sign): SentBatch =>
  sealBatch(changes, { source: 'H26', epoch: 1, lane: 'daily', previous: null, audience: 'centre', issuedAt: AT, ...seal }, sign);

export const manifestOf = (batch: SentBatch): BatchManifest => JSON.parse(batch.manifest.text) as BatchManifest;
