/** What somebody asks about a line, read: which members go with which kind, keys and certificates in one form. Pure. Decision 0127. */
import { createHash, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isPlainDate } from '#base/clock.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import { isNetwork } from '#base/networks.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { certificateOf } from './callers.ts';
import { fingerprintOfPem } from './carriers/mtls.ts';
import { ENDS_DAYS_MAX, NETWORKS_MAX, REASON_CHARS_MIN } from './limits.ts';
import type { AskLine } from './line-shapes.ts';
import { lineAsked } from './problems/lines.ts';

export type AskedCaller =
  | { readonly carrier: 'mtls'; readonly certificate: string; readonly networks: readonly string[] }
  | { readonly carrier: 'x-road' | 'lgsp'; readonly name: string; readonly networks: readonly string[] };

/** A request as it is kept. `endsOn` null: at once. */
export type LineRequest =
  | {
      readonly kind: 'enrol';
      readonly source: string;
      readonly kid: string;
      readonly publicKey: string;
      readonly caller: AskedCaller | null;
    }
  | { readonly kind: 'new-key'; readonly kid: string; readonly publicKey: string; readonly endsOn: PlainDate | null }
  | { readonly kind: 'add-caller'; readonly caller: AskedCaller }
  | { readonly kind: 'end-caller'; readonly carrier: AskedCaller['carrier']; readonly name: string; readonly endsOn: PlainDate | null }
  | { readonly kind: 'enrol-confirmer'; readonly officer: string; readonly kid: string; readonly publicKey: string; readonly maker: string }
  | { readonly kind: 'end-confirmer'; readonly kid: string }
  | { readonly kind: 'confirms'; readonly confirms: 'queue' | 'own-key' }
  | { readonly kind: 'release' }
  | { readonly kind: 'end' };

const NAME = /^[A-Za-z0-9._-]{1,60}$/;
const wrong = (where: string): Result<never> => refused(lineAsked({ where }));

/** The public half in one form; null: it is none of Ed25519, or holds a private half. */
function publicHalf(pem: string): string | null {
  // A private key would be read as its public half: whoever sends one has given it away, and must be told.
  if (pem.includes('PRIVATE')) return null;
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    return null;
  }
  return key.asymmetricKeyType === 'ed25519' ? key.export({ type: 'spki', format: 'pem' }).toString() : null;
}

/** How people compare keys by eye: SHA-256 over the SPKI, hexadecimal. */
export const keyFingerprint = (pem: string): string =>
  createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex');

function callerIn(asked: AskLine, at: Instant): Result<AskedCaller> {
  const networks = (asked.networks ?? '').split(/[\s,]+/).filter((one) => one !== '');
  if (networks.length > NETWORKS_MAX || !networks.every(isNetwork)) return wrong('networks');
  if (asked.carrier === 'mtls') {
    const read = certificateOf(asked.certificate ?? '', at);
    return read.ok ? ok({ carrier: 'mtls', certificate: read.value.certificate!.pem, networks }) : read;
  }
  const name = asked.name?.trim() ?? '';
  return asked.carrier !== undefined && /^[\x21-\x7e]{1,200}$/.test(name) ? ok({ carrier: asked.carrier, name, networks }) : wrong('name');
}

function keyIn(asked: AskLine): Result<{ readonly kid: string; readonly publicKey: string }> {
  if (!NAME.test(asked.kid ?? '')) return wrong('kid');
  const publicKey = publicHalf(asked.publicKey ?? '');
  return publicKey === null ? wrong('publicKey') : ok({ kid: asked.kid!, publicKey });
}

const DAY_MS = 86_400_000;
/** The last day of what ends: from today on, and not too far ahead. */
function lastDayIn({ endsOn }: AskLine, today: PlainDate): Result<PlainDate | null> {
  if (endsOn === undefined || endsOn === '') return ok(null);
  if (!isPlainDate(endsOn) || endsOn < today) return wrong('endsOn');
  return Date.parse(endsOn) - Date.parse(today) > ENDS_DAYS_MAX * DAY_MS ? wrong('endsOn') : ok(endsOn);
}

/** @returns the request; E-EXCHANGE-ASKED with the member that is missing or wrong, E-EXCHANGE-CALLER-NOT-TAKEN */
export function readLineRequest(asked: AskLine, { at, today }: { readonly at: Instant; readonly today: PlainDate }): Result<LineRequest> {
  if (cleanText(asked.reason).text.length < REASON_CHARS_MIN) return wrong('reason');
  switch (asked.kind) {
    case 'enrol': {
      if (!NAME.test(asked.source ?? '')) return wrong('source');
      const key = keyIn(asked);
      if (!key.ok) return key;
      const caller = asked.carrier === undefined ? ok(null) : callerIn(asked, at);
      return caller.ok ? ok({ kind: 'enrol', source: asked.source!, ...key.value, caller: caller.value }) : caller;
    }
    case 'new-key': {
      const [key, endsOn] = [keyIn(asked), lastDayIn(asked, today)];
      if (!key.ok) return key;
      return endsOn.ok ? ok({ kind: 'new-key', ...key.value, endsOn: endsOn.value }) : endsOn;
    }
    case 'add-caller': {
      const caller = callerIn(asked, at);
      return caller.ok ? ok({ kind: 'add-caller', caller: caller.value }) : caller;
    }
    case 'end-caller': {
      if (asked.carrier === undefined || !asked.name) return wrong('name');
      const endsOn = lastDayIn(asked, today);
      return endsOn.ok ? ok({ kind: 'end-caller', carrier: asked.carrier, name: asked.name, endsOn: endsOn.value }) : endsOn;
    }
    case 'enrol-confirmer': {
      if (asked.officer === undefined) return wrong('officer');
      const maker = cleanText(asked.maker ?? '').text;
      if (maker === '') return wrong('maker');
      const key = keyIn(asked);
      return key.ok ? ok({ kind: 'enrol-confirmer', officer: asked.officer, ...key.value, maker }) : key;
    }
    case 'end-confirmer':
      return NAME.test(asked.kid ?? '') ? ok({ kind: 'end-confirmer', kid: asked.kid! }) : wrong('kid');
    case 'confirms':
      return asked.confirms === undefined ? wrong('confirms') : ok({ kind: 'confirms', confirms: asked.confirms });
    case 'release':
    case 'end':
      return ok({ kind: asked.kind });
  }
}

/** Members of a request as people read them: a key and a certificate by fingerprint. `officerName`: whom the id of its officer means. */
export function partsOf(request: LineRequest, officerName: string | null): { readonly what: string; readonly value: string }[] {
  const { kind: _, ...members } = request as LineRequest & Readonly<Record<string, unknown>>;
  return Object.entries(members).flatMap(([what, value]) => partOf(what, value, officerName));
}

function partOf(what: string, value: unknown, officerName: string | null): { readonly what: string; readonly value: string }[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [];
  if (what === 'caller') return Object.entries(value as object).flatMap(([part, of]) => partOf(part, of, null));
  if (what === 'publicKey') return [{ what, value: keyFingerprint(value as string) }];
  if (what === 'certificate') return [{ what, value: fingerprintOfPem(value as string) }];
  if (what === 'officer') return [{ what, value: officerName ?? (value as string) }];
  return [{ what, value: Array.isArray(value) ? value.join(', ') : (value as string) }];
}
