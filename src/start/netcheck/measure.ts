/**
 * Measures the network between a desk and the server: name, connection, TLS, what answers, clock, short questions, sizes, speed. Each step has its time, and what
 * lies behind one that failed is not asked for. What it means is judged elsewhere (`uses/netcheck/judge.ts`).
 */
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Measurements } from '#uses/netcheck/shapes.ts';
import { BYTES_MAX, CHECK_PATH } from '#uses/netcheck/limits.ts';
import { askOnce, askOver, openLine } from './line.ts';
import type { Answered, Came, Target, Waits } from './line.ts';

/** What is tried, and for how long. */
export interface Trial extends Waits {
  readonly nameMs: number;
  readonly answerMs: number;
  readonly pings: number;
  readonly pingMs: number;
  /** bytes of the messages, smallest first */
  readonly sizes: readonly number[];
  readonly sizeTries: number;
  readonly sizeMs: number;
  readonly downBytes: number;
  readonly upBytes: number;
  readonly speedMs: number;
  /** milliseconds after the beginning at which nothing more of each is begun: a bad line keeps nobody longer than is promised */
  readonly untilMs: { readonly pings: number; readonly sizes: number; readonly speed: number };
}

/** Two minutes at most: one question takes as long as a connection, its TLS and its answer together, and none is begun later than `untilMs`. */
export const TRIAL: Trial = {
  nameMs: 5_000,
  connectMs: 6_000,
  tlsMs: 8_000,
  answerMs: 8_000,
  pings: 20,
  pingMs: 2_500,
  sizes: [200, 700, 4_000, 16_000],
  sizeTries: 3,
  sizeMs: 4_000,
  downBytes: 1_000_000,
  upBytes: 500_000,
  speedMs: 8_000,
  untilMs: { pings: 60_000, sizes: 95_000, speed: 75_000 },
};
/** Fewer say nothing of a line; they are asked however late it is. */
const PINGS_LEAST = 3;

export interface MeasureNeeds {
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'bytes'>;
  /** addresses of a name; rejects with the code of the system */
  readonly resolve: (host: string) => Promise<readonly string[]>;
}
export interface Server {
  readonly url: URL;
  readonly ca: string | null;
  readonly proxy: Target['proxy'];
}

const NOTHING: Measurements = {
  by: 'desk',
  name: null,
  connection: null,
  tls: null,
  clockAheadSeconds: null,
  certificateInForceThere: null,
  answer: null,
  proxyBetween: false,
  byProxy: false,
  pings: [],
  sizes: [],
  downRate: null,
  upRate: null,
};

const step = (
  came: { readonly ms: number } & ({ readonly code: string } | { readonly value: unknown }),
): { code: string | null; ms: number } => ({
  code: 'code' in came ? came.code : null,
  ms: Math.round(came.ms),
});

async function resolved({ clock, resolve }: MeasureNeeds, host: string, msMax: number): Promise<Came<string>> {
  const startedMs = clock.monotonicMs();
  const late = new Promise<never>((_done, failed) =>
    AbortSignal.timeout(msMax).addEventListener('abort', () => failed(Object.assign(new Error('timeout'), { code: 'TIMEOUT' })), {
      once: true,
    }),
  );
  try {
    const [address] = await Promise.race([resolve(host), late]);
    return address === undefined
      ? { code: 'ENODATA', ms: clock.monotonicMs() - startedMs }
      : { value: address, ms: clock.monotonicMs() - startedMs };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'ERROR', ms: clock.monotonicMs() - startedMs };
  }
}

interface Told {
  readonly answer: NonNullable<Measurements['answer']>;
  readonly now: string | null;
  readonly proxyBetween: boolean;
}
const told = (answer: Told['answer']): Told => ({ answer, now: null, proxyBetween: false });

/** What answered: ours only when it says so and sends back what was sent. */
function readHello(came: Came<Answered>, nonce: string): Told {
  if ('code' in came) return told(came.code === 'TIMEOUT' ? 'silent' : 'cut');
  const { status, text, isWhole } = came.value;
  if (status === 407) return told('proxy-asks');
  if (status >= 300 && status < 400) return told('redirected');
  if (!isWhole) return told('silent');
  let said: { service?: unknown; nonce?: unknown; now?: unknown; proxyBetween?: unknown; code?: unknown };
  try {
    said = JSON.parse(text) as typeof said;
  } catch {
    return told(status >= 500 ? 'failing' : 'other');
  }
  if (said.code === 'E-OUTSIDE-NETWORKS') return told('outside-networks');
  if (status >= 500 || status === 429) return told('failing');
  if (said.service !== 'congvu' || said.nonce !== nonce || typeof said.now !== 'string') return told('other');
  return { answer: 'ours', now: said.now, proxyBetween: said.proxyBetween === true };
}

const helloPath = (nonce: string): string => `${CHECK_PATH}?nonce=${nonce}`;
const SECONDS = 1000;

/** How far this clock is ahead of the server's, taken in the middle of the question. */
const aheadSeconds = (clock: Clock, now: string, ms: number): number | null =>
  Number.isNaN(Date.parse(now)) ? null : Math.round((Date.parse(clock.now()) - ms / 2 - Date.parse(now)) / 100) / 10;

/** A certificate that is not in force may be one, or the clock here may be wrong: the server is asked for its time over a line that believes nothing. */
async function lookAtTime(
  target: Target,
  trial: Trial,
  { clock, chance }: MeasureNeeds,
): Promise<Pick<Measurements, 'clockAheadSeconds' | 'certificateInForceThere'>> {
  const nothing = { clockAheadSeconds: null, certificateInForceThere: null };
  const { tls } = await openLine(target, trial, clock, true);
  if (tls === null || 'code' in tls) return nothing;
  const { valid_from: from, valid_to: to } = tls.value.getPeerCertificate();
  const nonce = nonceOf(chance);
  const came = await askOver(tls.value, target.host, { method: 'GET', path: helloPath(nonce), msMax: trial.answerMs }, clock);
  tls.value.destroy();
  const { now } = readHello(came, nonce);
  if (now === null) return nothing;
  const there = Date.parse(now);
  return {
    clockAheadSeconds: aheadSeconds(clock, now, came.ms),
    certificateInForceThere: Date.parse(from) <= there && there <= Date.parse(to),
  };
}

const nonceOf = (chance: MeasureNeeds['chance']): string => Buffer.from(chance.bytes(9)).toString('base64url');
const hasArrived = (came: Came<Answered>): boolean => 'value' in came && came.value.status === 200 && came.value.isWhole;

const isTooMany = (came: Came<Answered>): boolean => 'value' in came && came.value.status === 429;

async function measureSizes(target: Target, trial: Trial, clock: Clock, isLate: () => boolean): Promise<Measurements['sizes']> {
  const found: Measurements['sizes'][number][] = [];
  for (const way of ['up', 'down'] as const)
    for (const bytes of trial.sizes) {
      let arrived = 0;
      for (let tries = 0; tries < trial.sizeTries; tries += 1) {
        if (isLate()) return found;
        const asked =
          way === 'up'
            ? ({
                method: 'POST',
                path: `${CHECK_PATH}/bytes`,
                body: JSON.stringify({ filler: 'x'.repeat(bytes) }),
                msMax: trial.sizeMs,
              } as const)
            : ({ method: 'GET', path: `${CHECK_PATH}/bytes?count=${bytes}`, msMax: trial.sizeMs } as const);
        const came = await askOnce(target, trial, asked, clock);
        // Others behind the same address have asked for as much: that says nothing of the line.
        if (isTooMany(came)) return found;
        if (hasArrived(came)) arrived += 1;
      }
      found.push({ way, bytes, tries: trial.sizeTries, arrived });
      // What is larger would only take as long to vanish.
      if (arrived === 0) break;
    }
  return found;
}

const rateOf = (bytes: number, ms: number): number => Math.round((bytes * 8 * SECONDS) / Math.max(ms, 1));

async function measureSpeed(target: Target, trial: Trial, clock: Clock): Promise<Pick<Measurements, 'downRate' | 'upRate'>> {
  const count = Math.min(trial.downBytes, BYTES_MAX);
  const down = await askOnce(target, trial, { method: 'GET', path: `${CHECK_PATH}/bytes?count=${count}`, msMax: trial.speedMs }, clock);
  const body = JSON.stringify({ filler: 'x'.repeat(Math.min(trial.upBytes, BYTES_MAX)) });
  const up = await askOnce(target, trial, { method: 'POST', path: `${CHECK_PATH}/bytes`, body, msMax: trial.speedMs }, clock);
  return {
    downRate: 'value' in down && down.value.status === 200 ? rateOf(down.value.bytes, down.value.bodyMs) : null,
    // Of what was not taken within its time no more than that is known.
    upRate:
      'value' in up
        ? up.value.status === 200
          ? rateOf(body.length, up.ms)
          : null
        : up.code === 'TIMEOUT'
          ? rateOf(body.length, trial.speedMs)
          : null,
  };
}

/** The first question, over a line of its own. */
async function askFirst(target: Target, trial: Trial, needs: MeasureNeeds, start: Measurements, tell: () => void): Promise<Measurements> {
  const { clock, chance } = needs;
  const opened = await openLine(target, trial, clock);
  const connected = { ...start, connection: step(opened.connection), tls: opened.tls === null ? null : step(opened.tls) };
  if ('code' in opened.connection) return opened.connection.code === 'PROXY_407' ? { ...connected, answer: 'proxy-asks' } : connected;
  if (opened.tls !== null && 'code' in opened.tls)
    return /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(opened.tls.code)
      ? { ...connected, ...(await lookAtTime(target, trial, needs)) }
      : connected;
  tell();
  const nonce = nonceOf(chance);
  const line = opened.tls ?? opened.connection;
  const came = await askOver(line.value, target.host, { method: 'GET', path: helloPath(nonce), msMax: trial.answerMs }, clock);
  line.value.destroy();
  const { answer, now, proxyBetween } = readHello(came, nonce);
  return { ...connected, answer, proxyBetween, clockAheadSeconds: now === null ? null : aheadSeconds(clock, now, came.ms) };
}

/** What a line that loses now and then may do to one question; a second one tells it from a fault that stays. */
const mayPass = ({ connection, tls, answer }: Measurements): boolean =>
  [connection?.code, tls?.code].some((code) => /^(TIMEOUT|ETIMEDOUT|ECONNRESET|EPIPE)$/.test(code ?? '')) ||
  answer === 'silent' ||
  answer === 'cut';
const FIRST_TRIES = 3;

/** @returns the first answer that stands, and how many questions before it came to nothing */
async function firstAnswer(...asked: Parameters<typeof askFirst>): Promise<[Measurements, number]> {
  for (let failed = 0; ; failed += 1) {
    const found = await askFirst(...asked);
    if (!mayPass(found) || failed === FIRST_TRIES - 1) return [found, failed];
  }
}

/** @param address  of its name, as it was answered */
export function targetAt({ url, ca, proxy }: Server, address: string): Target {
  const secure = url.protocol === 'https:';
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || (secure ? 443 : 80)), secure, address, ca, proxy };
}

/** @param tell  hears each step before it is taken */
export async function measure(
  server: Server,
  trial: Trial,
  needs: MeasureNeeds,
  tell: (step: MeasureStep) => void = () => undefined,
): Promise<Measurements> {
  const { clock, chance } = needs;
  const { proxy } = server;
  const beganMs = clock.monotonicMs();
  const isLate = (untilMs: number): boolean => clock.monotonicMs() - beganMs > untilMs;
  const { host } = targetAt(server, '');
  tell('name');
  // A proxy asks for the name itself.
  const name = proxy === null ? await resolved(needs, host, trial.nameMs) : { value: host, ms: 0 };
  const start = { ...NOTHING, byProxy: proxy !== null, name: step(name) };
  if ('code' in name) return start;
  const target = targetAt(server, name.value);
  tell('connection');
  const [answered, failed] = await firstAnswer(target, trial, needs, start, () => tell('answer'));
  if (answered.answer !== 'ours') return answered;
  tell('pings');
  const pings: (number | null)[] = Array.from({ length: failed }, () => null);
  for (let i = 0; i < trial.pings && (i < PINGS_LEAST || !isLate(trial.untilMs.pings)); i += 1) {
    const ping = await askOnce(target, trial, { method: 'GET', path: helloPath(nonceOf(chance)), msMax: trial.pingMs }, clock);
    pings.push(hasArrived(ping) ? Math.round(ping.ms) : null);
  }
  tell('sizes');
  const sizes = await measureSizes(target, trial, clock, () => isLate(trial.untilMs.sizes));
  // Where large messages vanish there is no speed.
  const asksSpeed = sizes.every(({ arrived }) => arrived > 0) && !isLate(trial.untilMs.speed);
  if (asksSpeed) tell('speed');
  return { ...answered, pings, sizes, ...(asksSpeed ? await measureSpeed(target, trial, clock) : {}) };
}

export type MeasureStep = 'name' | 'connection' | 'answer' | 'pings' | 'sizes' | 'speed';
