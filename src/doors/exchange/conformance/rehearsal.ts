/**
 * A centre that behaves badly on demand: the shipped routes and the shipped protocol in memory, and between them and the client a line that loses, forges and
 * turns away. Everything that is asked is kept, so that it can be judged.
 */
import { generateKeyPairSync } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant } from '#base/clock.ts';
import { memoryCentre } from '#doors/exchange/memory-centre.ts';
import type { MemoryCentre } from '#doors/exchange/memory-centre.ts';
import type { Centre } from '#doors/exchange/port.ts';
import { sealBatch } from '#doors/exchange/protocol/batch.ts';
import { routedCentre } from '#doors/exchange/routed-centre.ts';
import type { BatchResult, SourceStatement } from '#doors/exchange/shapes.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import type { SignText } from '#doors/exchange/signer.ts';
import { MAJORS } from '#standard/exchange-standard/versions.ts';
import { Exhausted, PowerCut } from '#doors/exchange/conformance-client.ts';
import type { AskedFor, ClientIdentity, LineAnswer, LineRequest, LoggedExchange, Mischief } from '#doors/exchange/conformance-client.ts';

export interface MischiefRule {
  readonly on: AskedFor;
  readonly does: Mischief;
  /** so many of the kind pass first */
  readonly skip?: number;
  readonly times?: number;
}

export interface Rehearsal {
  readonly identity: ClientIdentity;
  readonly log: readonly LoggedExchange[];
  readonly centre: MemoryCentre;
  handle(request: LineRequest): Promise<LineAnswer | null>;
  /** from now on these happen, in their order; what is left of those before is forgotten */
  misbehave(rules: readonly MischiefRule[]): void;
  /** an entry of the feed: everything but its number */
  tell(entry: Readonly<Record<string, unknown>>): void;
  begin(run: number): void;
  freeze(): Promise<void>;
  close(): Promise<void>;
}

export interface RehearsalNeeds {
  readonly clock: { readonly now: () => Instant; readonly ms: () => number };
  /** batches in flight that the greeting allows */
  readonly window?: number;
  readonly feedPage?: number;
}

const SOURCE = 'H99';
const AUDIENCE = 'tap-duot';
const BODY_KID = 'co-quan-1';
const CENTRE_KID = 'trung-tam-1';
const RETRY_SECONDS = 1;
/** No honest client comes near. */
const ASKED_MAX = 600;

export const askedFor = ({ method, url }: LineRequest): AskedFor => {
  if (url.startsWith('/exchange/v1/hello')) return 'hello';
  if (url.startsWith('/exchange/v1/feed')) return 'feed';
  if (/\/result(\?|$)/.test(url)) return 'result';
  return method === 'PUT' && !/\/confirmation(\?|$)/.test(url) ? 'put' : 'other';
};

function aKey(kid: string): { readonly sign: SignText; readonly privatePem: string; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    sign: jwsSigner(privateKey, kid),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

const BUSY: LineAnswer = {
  status: 503,
  headers: { 'content-type': 'application/problem+json', 'retry-after': String(RETRY_SECONDS) },
  text: JSON.stringify({ type: '/problems/E-EXCHANGE-LATER', title: 'Trung tâm đang bận', status: 503, code: 'E-EXCHANGE-LATER' }),
};
const NOT_YET: LineAnswer = { status: 202, headers: { 'retry-after': String(RETRY_SECONDS) }, text: '' };

/** A statement of the centre that is signed, and not about what was asked. */
function another(text: string, sign: SignText): { readonly text: string; readonly signature: string } {
  const said = JSON.parse(text) as Partial<BatchResult> & { readonly sha256?: string };
  const other = said.verdicts ? { ...said, verdicts: said.verdicts.slice(0, -1) } : { ...said, sha256: 'f'.repeat(64) };
  return sign(canonicalJson(other));
}

export async function rehearse({ clock, window, feedPage = 3 }: RehearsalNeeds): Promise<Rehearsal> {
  const [body, own, stranger] = [aKey(BODY_KID), aKey(CENTRE_KID), aKey(CENTRE_KID)];
  const verify = jwsVerifier(body.publicPem, BODY_KID);
  const centre = memoryCentre({
    clock,
    audience: AUDIENCE,
    sign: own.sign,
    sources: [{ source: SOURCE, verify, confirms: verify }],
    majors: MAJORS,
  });
  const entries: object[] = [];
  const told: Centre = {
    ...centre,
    async greet(source, asked) {
      const answer = await centre.greet(source, asked);
      if (window === undefined || answer.status === 'refused' || answer.signed === null) return answer;
      const said = JSON.parse(answer.signed.text) as SourceStatement;
      const lanes = Object.fromEntries(Object.entries(said.lanes).map(([lane, one]) => [lane, { ...one, window }]));
      return { ...answer, signed: own.sign(canonicalJson({ ...said, lanes })) };
    },
    feed: async (source, after) => {
      const page = entries.slice(after, after + feedPage);
      const more = entries.length > after + page.length;
      return { status: 200, signed: own.sign(canonicalJson({ what: 'feed', source, after, entries: page, more })) };
    },
  };
  const routed = await routedCentre(told, SOURCE);

  const log: LoggedExchange[] = [];
  let rules: { rule: MischiefRule; skip: number; left: number }[] = [];
  let run = 0;

  function due(asked: AskedFor): Mischief | null {
    const one = rules.find(({ rule, left }) => rule.on === asked && left > 0);
    if (!one) return null;
    if (one.skip > 0) {
      one.skip -= 1;
      return null;
    }
    one.left -= 1;
    return one.rule.does;
  }

  async function freeze(): Promise<void> {
    const change = { ref: 'x', person: 'x', fact: 'employer', operation: 'claim', base: null, validFrom: '2026-12-01' } as const;
    const whole = { ...change, seq: 1, schema: 'cbccvc@3.0', value: null, maker: 'x', madeAt: clock.now() } as const;
    const seal = { source: SOURCE, epoch: 1, lane: 'daily', previous: 'e'.repeat(64), audience: AUDIENCE, issuedAt: clock.now() } as const;
    // Another history under the number that comes next: what a clone of the client would send.
    const next = centre.stateOf(SOURCE)!.lanes.daily.expected;
    await centre.offer(SOURCE, sealBatch([{ ...whole, seq: next }], seal, body.sign));
  }

  async function answered(request: LineRequest, mischief: Mischief | null): Promise<LineAnswer | null> {
    if (mischief === 'busy') return BUSY;
    if (mischief === 'not-yet') return NOT_YET;
    if (mischief === 'lose-question') return null;
    if (mischief === 'freeze') await freeze();
    if (mischief === 'new-epoch') centre.release(SOURCE, ['mot', 'hai']);
    const answer = await routed.pass(request);
    if (mischief === 'lose-answer' || mischief === 'cut') return null;
    if (mischief !== 'forge' && mischief !== 'other') return answer;
    const signed = mischief === 'forge' ? stranger.sign(answer.text) : another(answer.text, own.sign);
    return { ...answer, text: signed.text, headers: { ...answer.headers, 'congvu-signature': signed.signature } };
  }

  return {
    identity: {
      source: SOURCE,
      audience: AUDIENCE,
      kid: BODY_KID,
      privatePem: body.privatePem,
      publicPem: body.publicPem,
      centreKid: CENTRE_KID,
      centrePublicPem: own.publicPem,
    },
    log,
    centre,
    async handle(sent) {
      const lower = Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
      const request = { ...sent, headers: Object.fromEntries(lower) };
      if (log.filter((one) => one.run === run).length >= ASKED_MAX) throw new Exhausted();
      const asked = askedFor(request);
      const mischief = due(asked);
      const atMs = clock.ms();
      const answer = await answered(request, mischief);
      log.push({ n: log.length + 1, run, atMs, asked, request, answer, mischief });
      if (mischief === 'cut') throw new PowerCut();
      return answer;
    },
    misbehave(some) {
      rules = some.map((rule) => ({ rule, skip: rule.skip ?? 0, left: rule.times ?? 1 }));
    },
    tell(entry) {
      entries.push({ ...entry, n: entries.length + 1 });
    },
    begin(number) {
      run = number;
    },
    freeze,
    close: routed.close,
  };
}
