/**
 * The sandbox of one vendor: a centre in memory of its own, invented people whose numbers force each outcome, and a log of everything that was asked. The protocol
 * and the routes are the shipped ones; tables, queues of officers and carriers are not here. Decision 0124.
 */
import { generateKeyPairSync } from 'node:crypto';
import type { Instant } from '#base/clock.ts';
import magic from '#standard/exchange-standard/magic-numbers.json' with { type: 'json' };
import { MAJORS } from '#standard/exchange-standard/versions.ts';
import type { LineAnswer, LineRequest, LoggedExchange } from './conformance-client.ts';
import { memoryCentre } from './memory-centre.ts';
import type { MemoryCentre } from './memory-centre.ts';
import { askedFor } from './conformance/rehearsal.ts';
import { offered } from './conformance/evidence.ts';
import { claimedTwice, factDiffers, nothingStands, notTheWriter, personUnknown, schemaUnknown } from './problems.ts';
import type { Judged } from './protocol/judge.ts';
import { routedCentre } from './routed-centre.ts';
import type { RoutedCentre } from './routed-centre.ts';
import type { ChangeVerdict, ExchangeChange } from './shapes.ts';
import { jwsSigner, jwsVerifier } from './signer.ts';

export const SANDBOX_AUDIENCE = 'cong-vu-thu';
const CENTRE_KID = 'cong-vu-thu-1';
const WAIT_SECONDS = 1;
/** Questions that are kept of a vendor: the oldest are forgotten. */
const LOG_MAX = 500;

const DOES: ReadonlyMap<string, string> = new Map(magic.map(({ number, does }) => [number, does]));

export interface SandboxLine {
  readonly source: string;
  readonly name: string;
  readonly kid: string;
  readonly publicPem: string;
  readonly centreKid: string;
  readonly centrePublicPem: string;
  /** answers and keeps what was asked; heads that carry a right to ask are not kept */
  handle(request: LineRequest): Promise<LineAnswer>;
  log(): readonly LoggedExchange[];
  /** asks once more what was asked before; null: that question is not kept */
  replay(n: number): Promise<LineAnswer | null>;
  /** everything that was received is gone; keys stay */
  reset(): Promise<void>;
  /** two invented people release the line: the epoch that begins */
  release(): number | null;
  close(): Promise<void>;
}

export interface SandboxVendor {
  readonly source: string;
  readonly name: string;
  readonly kid: string;
  /** SPKI */
  readonly publicPem: string;
}

const waiting = (status: 202 | 503): LineAnswer => ({
  status,
  headers: { 'retry-after': String(WAIT_SECONDS), ...(status === 503 ? { 'content-type': 'application/problem+json' } : {}) },
  text:
    status === 503
      ? JSON.stringify({ type: '/problems/E-EXCHANGE-LATER', title: 'Trung tâm đang bận', status, code: 'E-EXCHANGE-LATER' })
      : '',
});

/** What a number of an invented person forces; null: the protocol judges. */
function forced({ seq, person, operation, schema }: ExchangeChange): Judged | null {
  const said = (verdict: ChangeVerdict): Judged => ({ verdict, effects: [] });
  switch (DOES.get(person)) {
    case 'duplicate':
      return said({ seq, verdict: 'duplicate', was: 'accepted' });
    case 'conflict':
      return said({ seq, verdict: 'conflict', about: 'fact', problems: [factDiffers()] });
    case 'dual-claim':
      return said({ seq, verdict: 'conflict', about: 'dual-claim', problems: [claimedTwice()] });
    case 'not-writer':
      return said({ seq, verdict: 'rejected', problems: [notTheWriter()] });
    case 'unknown-person':
      return said({ seq, verdict: 'rejected', problems: [personUnknown()] });
    case 'nothing-stands':
      return said({ seq, verdict: 'rejected', problems: [nothingStands({ operation })] });
    case 'old-schema':
      return said({ seq, verdict: 'quarantined', problems: [schemaUnknown({ schema, supported: 'cbccvc@3, cbccvc@2' })] });
    default:
      return null;
  }
}

/** What is done to the line because of whom a batch speaks of. */
const deedsIn = (one: LoggedExchange): ReadonlySet<string> =>
  new Set(offered({ log: [one] }).flatMap(({ changes }) => changes.flatMap(({ person = '' }) => DOES.get(person) ?? [])));

const SECRET_HEADS: ReadonlySet<string> = new Set(['authorization', 'cookie']);

/** Opens the line of a vendor; everything is in memory. */
export async function openSandboxLine(vendor: SandboxVendor, clock: { readonly now: () => Instant }): Promise<SandboxLine> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const verify = jwsVerifier(vendor.publicPem, vendor.kid);
  const made = async (): Promise<{ readonly centre: MemoryCentre; readonly routed: RoutedCentre }> => {
    const source = { source: vendor.source, verify, confirms: verify };
    const sign = jwsSigner(privateKey, CENTRE_KID);
    const centre = memoryCentre({ clock, audience: SANDBOX_AUDIENCE, sign, sources: [source], majors: MAJORS, decides: forced });
    return { centre, routed: await routedCentre(centre, vendor.source) };
  };
  let { centre, routed } = await made();
  let log: LoggedExchange[] = [];
  let count = 0;
  const turned = new Map<string, number>();

  /** The n-th time that something of this name is asked for, from 1. */
  const timesOf = (name: string): number => {
    const times = (turned.get(name) ?? 0) + 1;
    turned.set(name, times);
    return times;
  };

  async function answered(one: LoggedExchange): Promise<LineAnswer> {
    const { asked, request } = one;
    const deeds = asked === 'put' ? deedsIn(one) : new Set<string>();
    if (deeds.has('busy') && timesOf(request.url) === 1) return waiting(503);
    const slow = request.url.replace(/\/result$/, '');
    if (asked === 'result' && turned.has(`slow ${slow}`) && timesOf(request.url) <= 2) return waiting(202);
    const answer = await routed.pass(request);
    if (asked !== 'put' || answer.status !== 202) return answer;
    if (deeds.has('slow')) turned.set(`slow ${slow}`, 1);
    const corrected = magic.find(({ does }) => does === 'corrected')!.number;
    if (deeds.has('corrected'))
      centre.corrects(corrected, 'B/hoTenKhaiSinh', { value: 'Nguyễn Văn Mẫu', validFrom: clock.now().slice(0, 10), ended: null });
    if (deeds.has('new-epoch')) centre.release(vendor.source, ['nguoi-mau-1', 'nguoi-mau-2']);
    return answer;
  }

  async function handle(sent: LineRequest): Promise<LineAnswer> {
    const heads = Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    const request = { ...sent, headers: Object.fromEntries(heads.filter(([name]) => !SECRET_HEADS.has(name))) };
    count += 1;
    const one = { n: count, run: 0, atMs: Date.parse(clock.now()), asked: askedFor(request), request, answer: null, mischief: null };
    const answer = await answered(one);
    log = [...log, { ...one, answer }].slice(-LOG_MAX);
    return answer;
  }

  return {
    ...vendor,
    centreKid: CENTRE_KID,
    centrePublicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    handle,
    log: () => log,
    async replay(n) {
      const before = log.find((one) => one.n === n);
      return before ? handle(before.request) : null;
    },
    async reset() {
      await routed.close();
      ({ centre, routed } = await made());
      log = [];
      turned.clear();
    },
    release: () => centre.release(vendor.source, ['nguoi-mau-1', 'nguoi-mau-2']),
    close: () => routed.close(),
  };
}
