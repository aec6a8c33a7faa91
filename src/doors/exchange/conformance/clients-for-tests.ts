/** A client of the standard, and the same client with one thing wrong: the runner must find each. Small on purpose, and nothing of the shipped node is in it. */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { canonicalJson } from '#base/canonical-json.ts';
import type { ExchangeChange, FactStanding, FeedEntry, Lane, VerdictKind } from '#doors/exchange/shapes.ts';
import { Exhausted } from '#doors/exchange/conformance-client.ts';
import type { ClientReport, ConformanceClient, HappenedChange, LineAnswer } from '#doors/exchange/conformance-client.ts';

export const FAULTS = [
  'reuses-numbers',
  'leaves-a-gap',
  'ignores-retry-after',
  'makes-the-batch-anew',
  'believes-any-receipt',
  'believes-any-result',
  'believes-any-greeting',
  'believes-any-feed',
  'wrong-content-digest',
  'not-canonical',
  'loses-ext',
  'mixes-the-order-of-a-person',
  'lanes-by-themselves',
  'person-in-the-address',
  'done-at-202',
  'ignores-the-epoch',
  'goes-on-after-a-fork',
  'sends-while-frozen',
  'clock-a-year-off',
  'cursor-before-facts',
  'no-chain',
  'too-many-in-a-batch',
  'no-greeting',
  'hammers-without-answer',
  'base-always-null',
  'resends-what-was-rejected',
  'ignores-the-window',
  'one-lane-stops-all',
  'stops-at-an-unknown-entry',
] as const;
export type ClientFault = (typeof FAULTS)[number];

interface Sealed {
  readonly lane: Lane;
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly signature: string;
  readonly lines: string;
  receipt: string | null;
}
interface LaneState {
  numbered: number;
  previous: string | null;
  outbox: ExchangeChange[];
  sealed: Sealed[];
  lastReceipt: string | null;
}
interface State {
  lanes: Record<Lane, LaneState>;
  standing: Record<string, FactStanding | null>;
  ext: Record<string, Record<string, unknown>>;
  told: Record<string, FactStanding['value'] | null>;
  settled: Record<string, VerdictKind>;
  refs: Record<string, string>;
  /** by person: the lane in which something waits, and how much */
  waits: Record<string, { lane: Lane; count: number }>;
  cursor: number;
}

const LANES = ['daily', 'correction', 'load'] as const;
const aLane = (): LaneState => ({ numbered: 0, previous: null, outbox: [], sealed: [], lastReceipt: null });
const fresh = (): State => ({
  lanes: { daily: aLane(), correction: aLane(), load: aLane() },
  standing: {},
  ext: {},
  told: {},
  settled: {},
  refs: {},
  waits: {},
  cursor: 0,
});
const sha = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const b64 = (text: string): string => Buffer.from(text).toString('base64url');
const STOPS = new Set(['E-EXCHANGE-FORK', 'E-EXCHANGE-FROZEN', 'E-EXCHANGE-EPOCH']);
class Stopped extends Error {}

/** @param has  what is wrong with it; nothing, for the client that keeps the standard */
export function clientFor(has: ClientFault | null): ConformanceClient {
  return async (run) => {
    const kept = run.disk.read();
    const state = kept === null ? fresh() : (JSON.parse(kept) as State);
    if (has === 'reuses-numbers') for (const lane of LANES) state.lanes[lane].numbered = 0;
    const keep = (): void => run.disk.write(JSON.stringify(state));
    const { identity } = run;
    const header = b64(JSON.stringify({ alg: 'EdDSA', kid: identity.kid }));
    const key = createPrivateKey(identity.privatePem);
    const centreKey = createPublicKey(identity.centrePublicPem);
    const signed = (text: string): string => `${header}..${sign(null, Buffer.from(`${header}.${b64(text)}`), key).toString('base64url')}`;
    const isSigned = ({ text, headers }: LineAnswer, trusts: boolean): boolean => {
      const [head = '', , mark = ''] = (headers['congvu-signature'] ?? '').split('.');
      const isOurs = head === b64(JSON.stringify({ alg: 'EdDSA', kid: identity.centreKid }));
      return trusts || (isOurs && verify(null, Buffer.from(`${head}.${b64(text)}`), centreKey, Buffer.from(mark, 'base64url')));
    };
    const pause = async (answer: LineAnswer | null, tries: number): Promise<void> => {
      const seconds = Number(answer?.headers['retry-after'] ?? '0');
      if (seconds > 0) return has === 'ignores-retry-after' ? run.sleep(1) : run.sleep(seconds * 1_000);
      return run.sleep(has === 'hammers-without-answer' ? 1 : Math.max(200, run.draw() * Math.min(900_000, 1_000 * 2 ** tries)));
    };
    const call = (method: string, url: string, headers: Record<string, string> = {}, body = new Uint8Array()) =>
      run.ask({ method, url, headers, body });
    const codeIn = (answer: LineAnswer): string => (answer.status < 400 ? '' : ((JSON.parse(answer.text) as { code?: string }).code ?? ''));

    function record({ lane: asked, ...change }: HappenedChange): void {
      const waits = state.waits[change.person];
      const lane = has === 'lanes-by-themselves' || !waits || waits.count === 0 ? asked : waits.lane;
      state.waits[change.person] = { lane, count: (waits?.count ?? 0) + 1 };
      const own = state.lanes[lane];
      own.numbered += has === 'leaves-a-gap' && own.numbered === 1 ? 2 : 1;
      const name = `${change.person} ${change.fact}`;
      const stood = state.standing[name] ?? null;
      const base = stood === null || has === 'base-always-null' ? null : sha(canonicalJson(stood));
      const ext = state.ext[name];
      own.outbox.push({ ...change, seq: own.numbered, base, ...(ext && has !== 'loses-ext' ? { ext } : {}) });
      if (change.fact === 'employer') return;
      if (change.operation === 'correct' && stood) state.standing[name] = { ...stood, value: change.value! };
      else if (change.operation === 'assert') state.standing[name] = { value: change.value!, validFrom: change.validFrom, ended: null };
    }

    function seal(lane: Lane, window: number): void {
      const own = state.lanes[lane];
      const size = has === 'too-many-in-a-batch' ? 1_500 : 1_000;
      while (own.outbox.length > 0 && (own.sealed.length < window || has === 'ignores-the-window')) {
        const changes = own.outbox.splice(0, size);
        if (has === 'mixes-the-order-of-a-person' && changes.length > 1) {
          const numbers = changes.map(({ seq }) => seq);
          changes.reverse();
          for (const [at, one] of changes.entries()) changes[at] = { ...one, seq: numbers[at]! };
        }
        const lines = changes.map((one) => `${has === 'not-canonical' ? JSON.stringify(one) : canonicalJson(one)}\n`).join('');
        const issuedAt = has === 'clock-a-year-off' ? `2025${run.now().slice(4)}` : run.now();
        const [first, last] = [changes[0]!.seq, changes.at(-1)!.seq];
        const { source, audience } = identity;
        const sha256 = sha(lines);
        const text = canonicalJson({
          source,
          epoch: 1,
          lane,
          first,
          last,
          sha256,
          previous: has === 'no-chain' ? null : own.previous,
          audience,
          issuedAt,
        });
        own.previous = sha256;
        own.sealed.push({ lane, first, last, text, signature: signed(text), lines, receipt: null });
        for (const one of changes) state.refs[`${lane}/${one.seq}`] = `${one.ref} ${one.person}`;
      }
    }

    async function put(one: Sealed): Promise<LineAnswer | null> {
      if (has === 'makes-the-batch-anew') {
        const text = canonicalJson({ ...(JSON.parse(one.text) as object), issuedAt: run.now() });
        Object.assign(one, { text, signature: signed(text) });
      }
      const body = gzipSync(one.lines);
      const digest = createHash('sha256')
        .update(has === 'wrong-content-digest' ? one.lines : body)
        .digest('base64');
      const address = `/exchange/v1/batches/1/${one.lane}/${one.first}-${one.last}`;
      const { person } = JSON.parse(one.lines.split('\n')[0]!) as { person: string };
      const answer = await call(
        'PUT',
        has === 'person-in-the-address' ? `${address}?nguoi=${person}` : address,
        {
          'Content-Type': 'application/x-ndjson',
          'Content-Encoding': 'gzip',
          'Content-Digest': `sha-256=:${digest}:`,
          'Congvu-Manifest': b64(one.text),
          'Congvu-Signature': one.signature,
        },
        body,
      );
      const code = answer ? codeIn(answer) : '';
      if (
        STOPS.has(code) &&
        !(has === 'goes-on-after-a-fork' && code !== 'E-EXCHANGE-EPOCH') &&
        !(has === 'ignores-the-epoch' && code === 'E-EXCHANGE-EPOCH')
      )
        throw new Stopped();
      if (!answer || answer.status >= 300) return answer;
      const said = JSON.parse(answer.text) as { what: string; sha256: string; first: number; last: number };
      const isOf = said.what === 'received' && said.sha256 === sha(one.lines) && said.first === one.first && said.last === one.last;
      if (isSigned(answer, has === 'believes-any-receipt') && (isOf || has === 'believes-any-receipt')) {
        one.receipt = answer.text;
        state.lanes[one.lane].lastReceipt = answer.text;
      }
      return answer;
    }

    function settle(one: Sealed, verdicts: readonly { seq: number; verdict: VerdictKind }[]): void {
      const own = state.lanes[one.lane];
      own.sealed = own.sealed.filter((other) => other !== one);
      for (const { seq, verdict } of verdicts) {
        const [ref = '', person = ''] = (state.refs[`${one.lane}/${seq}`] ?? '').split(' ');
        state.settled[ref] = verdict;
        const waits = state.waits[person];
        if (waits) waits.count -= 1;
        if (verdict !== 'rejected' || has !== 'resends-what-was-rejected') continue;
        const again = JSON.parse(one.lines.split('\n')[seq - one.first]!) as ExchangeChange;
        own.numbered += 1;
        own.outbox.push({ ...again, seq: own.numbered });
      }
    }

    async function result(one: Sealed): Promise<LineAnswer | null> {
      const answer = await call('GET', `/exchange/v1/batches/1/${one.lane}/${one.first}-${one.last}/result`);
      const count = one.last - one.first + 1;
      if (answer?.status === 202 && has === 'done-at-202')
        settle(
          one,
          Array.from({ length: count }, (_one, at) => ({ seq: one.first + at, verdict: 'accepted' })),
        );
      if (answer?.status !== 200) return answer;
      const { verdicts } = JSON.parse(answer.text) as { verdicts: { seq: number; verdict: VerdictKind }[] };
      const isWhole = verdicts.length === count && verdicts.every(({ seq }, at) => seq === one.first + at);
      if (isSigned(answer, has === 'believes-any-result') && (isWhole || has === 'believes-any-result')) settle(one, verdicts);
      return answer;
    }

    async function greet(): Promise<Record<Lane, number>> {
      if (has === 'no-greeting') return { daily: 1, correction: 1, load: 1 };
      for (let tries = 0; ; tries += 1) {
        const seen = sha(canonicalJson(LANES.map((lane) => state.lanes[lane].lastReceipt)));
        const answer = await call('GET', `/exchange/v1/hello?epoch=1&seen=${seen}`);
        if (answer && answer.status >= 400 && STOPS.has(codeIn(answer)) && has !== 'ignores-the-epoch') throw new Stopped();
        if (answer?.status === 200 && isSigned(answer, has === 'believes-any-greeting')) {
          const { frozen, lanes } = JSON.parse(answer.text) as { frozen: boolean; lanes: Record<Lane, { window: number }> };
          if (frozen && has !== 'sends-while-frozen') throw new Stopped();
          return { daily: lanes.daily.window, correction: lanes.correction.window, load: lanes.load.window };
        }
        await pause(answer, tries);
      }
    }

    function learn(entry: FeedEntry): void {
      if (has === 'stops-at-an-unknown-entry' && !['fact', 'arrived', 'left'].includes(entry.what))
        throw new Error('an entry that nobody knows');
      if (entry.what !== 'fact') return;
      const name = `${entry.person} ${entry.fact}`;
      state.standing[name] = entry.standing;
      state.told[name] = entry.standing?.value ?? null;
      if (entry.ext) state.ext[name] = entry.ext;
    }

    async function readFeed(): Promise<void> {
      const late: FeedEntry[] = [];
      for (let tries = 0; ; tries += 1) {
        const answer = await call('GET', `/exchange/v1/feed?after=${state.cursor}`);
        if (answer?.status !== 200 || !isSigned(answer, has === 'believes-any-feed')) {
          await pause(answer, tries);
          continue;
        }
        const { entries, more } = JSON.parse(answer.text) as { entries: FeedEntry[]; more: boolean };
        for (const entry of entries) {
          if (entry.n !== state.cursor + 1) continue;
          state.cursor = entry.n;
          if (has === 'cursor-before-facts') late.push(entry);
          else learn(entry);
        }
        // Facts and cursor in one writing.
        keep();
        if (!more) break;
      }
      for (const entry of late) learn(entry);
    }

    async function exchange(): Promise<void> {
      const windows = await greet();
      const notBefore = new Map<Sealed, number>();
      const nowMs = (): number => Date.parse(run.now());
      for (let tries = 0; ; tries += 1) {
        for (const lane of LANES) seal(lane, windows[lane]);
        keep();
        const open = LANES.flatMap((lane) => state.lanes[lane].sealed);
        if (open.length === 0) break;
        const due = open.filter((one) => (notBefore.get(one) ?? 0) <= nowMs());
        if (due.length === 0) await run.sleep(Math.max(1, Math.min(...open.map((one) => notBefore.get(one) ?? 0)) - nowMs()));
        for (const one of due) {
          const answer = one.receipt === null ? await put(one) : await result(one);
          keep();
          const seconds = Number(answer?.headers['retry-after'] ?? '0');
          if (has === 'one-lane-stops-all' && seconds > 0) {
            await run.sleep(seconds * 1_000);
            break;
          }
          if (seconds > 0) notBefore.set(one, nowMs() + (has === 'ignores-retry-after' ? 1 : seconds * 1_000));
          else if (!answer || answer.status >= 400)
            notBefore.set(one, nowMs() + Math.max(200, run.draw() * Math.min(900_000, 1_000 * 2 ** Math.min(tries, 10))));
          if (
            answer &&
            answer.status >= 400 &&
            answer.status < 500 &&
            seconds === 0 &&
            has !== 'goes-on-after-a-fork' &&
            has !== 'ignores-the-epoch'
          )
            throw new Stopped();
          if (tries > 200) throw new Exhausted();
        }
      }
      await readFeed();
    }

    for (const change of run.happened) record(change);
    keep();
    const reported = (standing: ClientReport['state']): ClientReport => ({
      state: standing,
      settled: state.settled,
      cursor: state.cursor,
      told: state.told,
    });
    try {
      await exchange();
      keep();
      return reported('in-step');
    } catch (error) {
      if (error instanceof Stopped) return reported('stopped');
      throw error;
    }
  };
}
