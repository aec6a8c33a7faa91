/** A centre for tests: the shipped protocol in memory, over HTTP, with a journal from which it rises again as it was. Whatever it answered stands in the journal. */
import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonicalJson } from '#base/canonical-json.ts';
import { statusOf } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { systemClock } from '#base/clock.ts';
import type { CentreAnswer, CentreEvent, CentreMeans, CentreSource, HeldBatch } from '#doors/exchange/protocol/centre-step.ts';
import { centreStep, enrolledSource } from '#doors/exchange/protocol/centre-step.ts';
import { bucketDigests, bucketOf } from '#doors/exchange/protocol/digest-buckets.ts';
import type { ComparedFact } from '#doors/exchange/protocol/digest-buckets.ts';
import { changeId, revisionOf } from '#doors/exchange/protocol/digests.ts';
import type { JudgeEffect } from '#doors/exchange/protocol/judge.ts';
import { judge } from '#doors/exchange/protocol/judge.ts';
import { expandLines } from '#doors/exchange/protocol/wire-bytes.ts';
import type {
  BatchManifest,
  ChangeVerdict,
  ExchangeChange,
  FactStanding,
  FeedEntry,
  SentBatch,
  VerdictKind,
} from '#doors/exchange/shapes.ts';
import type { SignText, VerifyText } from '#doors/exchange/signer.ts';

export interface CentreOptions {
  readonly source: string;
  readonly audience: string;
  readonly sign: SignText;
  /** the key of the source */
  readonly verify: VerifyText;
  /** a file that outlives it */
  readonly journal?: string;
  /** what it says instead of an answer of its own, for a node that must bear it */
  readonly instead?: (request: IncomingMessage, answer: ServerResponse) => boolean;
}

interface Person {
  readonly writer: string;
  readonly facts: Readonly<Record<string, FactStanding>>;
}
type Untold = FeedEntry extends infer E ? (E extends { readonly n: number } ? Omit<E, 'n'> : never) : never;
/** What happened, in its order: enough to make everything anew. */
type Happened =
  | { readonly event: 'offered'; readonly batch: SentBatch; readonly at: string }
  | { readonly event: 'judged'; readonly key: string }
  | { readonly event: 'released' }
  | { readonly event: 'corrected'; readonly person: string; readonly fact: string; readonly standing: FactStanding };

export interface CentreForTests {
  readonly server: Server;
  listen(port?: number, host?: string): Promise<string>;
  close(): Promise<void>;
  /** two people grant a new epoch */
  release(): number;
  /** an officer corrects a fact at the centre */
  corrects(person: string, fact: string, standing: FactStanding): void;
  facts(): readonly ComparedFact[];
  standing(person: string, fact: string): FactStanding | null;
  /** changes that came to a verdict of their own: ids, each as often as that happened */
  readonly judged: readonly string[];
  readonly held: ReadonlyMap<string, HeldBatch>;
  readonly confirmations: ReadonlyMap<string, string>;
  state(): CentreSource;
}

const MAJORS = { cbccvc: [3, 2] } as const;
const FEED_PAGE = 100;
const keyOf = ({ epoch, lane, first }: Pick<BatchManifest, 'epoch' | 'lane' | 'first'>): string => `${epoch}/${lane}/${first}`;

export function centreForTests(options: CentreOptions): CentreForTests {
  const { source, sign, verify, audience, journal } = options;
  const means: CentreMeans = { audience, sign, verify };
  let state = enrolledSource(source);
  const held = new Map<string, HeldBatch>();
  const queue: { readonly key: string; readonly changes: readonly ExchangeChange[] }[] = [];
  const people = new Map<string, Person>();
  const before = new Map<string, VerdictKind>();
  const feed: FeedEntry[] = [];
  const judged: string[] = [];
  const confirmations = new Map<string, string>();
  const file = journal === undefined ? null : openSync(journal, 'a');

  function keep(happened: Happened): void {
    if (file === null) return;
    appendFileSync(file, `${JSON.stringify(happened)}\n`);
    fsyncSync(file);
  }
  const tell = (entry: Untold): void => void feed.push({ ...entry, n: feed.length + 1 });

  function run(event: CentreEvent): CentreAnswer | null {
    const step = centreStep(state, event, means);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.do !== 'keep-batch' && effect.do !== 'keep-result') continue;
      held.set(keyOf(effect.held.manifest), effect.held);
      if (effect.do === 'keep-batch') queue.push({ key: keyOf(effect.held.manifest), changes: effect.changes });
    }
    return step.effects.find((effect) => effect.do === 'answer')?.answer ?? null;
  }

  function follow(effect: JudgeEffect): void {
    if (effect.do === 'own') people.set(effect.person, { writer: effect.source, facts: people.get(effect.person)?.facts ?? {} });
    if (effect.do === 'stand') stands(effect.person, effect.fact, effect.standing);
  }
  function stands(person: string, fact: string, standing: FactStanding | null): void {
    const one = people.get(person)!;
    const { [fact]: _old, ...others } = one.facts;
    people.set(person, { ...one, facts: standing === null ? others : { ...others, [fact]: standing } });
  }
  function judgeOne(change: ExchangeChange): ChangeVerdict {
    const id = changeId(change);
    const known = people.get(change.person);
    const was = before.get(id) ?? null;
    const standing = known?.facts[change.fact] ?? null;
    const { verdict, effects } = judge(change, {
      source,
      before: was,
      writer: known?.writer ?? null,
      releasedTo: null,
      standing,
      majors: MAJORS,
    });
    if (was === null) {
      judged.push(id);
      before.set(id, verdict.verdict);
    }
    for (const effect of effects) follow(effect);
    return verdict;
  }
  function judgeNext(): string | null {
    const next = queue.shift();
    if (!next) return null;
    run({ kind: 'judged', held: held.get(next.key)!, verdicts: next.changes.map(judgeOne) });
    return next.key;
  }
  function offer(batch: SentBatch, at: string): CentreAnswer {
    let one: HeldBatch | null = null;
    try {
      const { epoch, lane, first } = JSON.parse(batch.manifest.text) as BatchManifest;
      one = held.get(keyOf({ epoch, lane, first })) ?? null;
    } catch {
      // No manifest: the protocol says so.
    }
    return run({ kind: 'offered', batch, held: one, queued: queue.length, at })!;
  }

  function again(happened: Happened): void {
    if (happened.event === 'offered') offer(happened.batch, happened.at);
    if (happened.event === 'judged') judgeNext();
    if (happened.event === 'released') run({ kind: 'released', by: ['an', 'binh'] });
    if (happened.event === 'corrected') correct(happened.person, happened.fact, happened.standing);
  }
  function correct(person: string, fact: string, standing: FactStanding): void {
    stands(person, fact, standing);
    tell({ what: 'fact', person, fact, standing });
  }
  // The last line may be half of one: it was never answered.
  if (journal !== undefined && existsSync(journal))
    for (const line of readFileSync(journal, 'utf8').split('\n').slice(0, -1)) if (line.endsWith('}')) again(JSON.parse(line) as Happened);

  const facts = (): readonly ComparedFact[] =>
    [...people].flatMap(([person, one]) =>
      Object.entries(one.facts).map(([fact, standing]) => ({ person, fact, revision: revisionOf(standing)! })),
    );

  function answerSigned(answer: ServerResponse, says: object): void {
    const { text, signature } = sign(canonicalJson(says));
    answer.writeHead(200, { 'content-type': 'application/json', 'congvu-signature': signature }).end(text);
  }
  function refuse(answer: ServerResponse, problems: readonly Problem[], retryAfterMs?: number): void {
    const { code } = problems[0]!;
    answer.writeHead(statusOf(code), {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }),
    });
    answer.end(JSON.stringify({ code, problems: problems.map((one) => ({ code: one.code })) }));
  }
  function give(answer: ServerResponse, said: CentreAnswer): void {
    if (said.status === 'refused') return refuse(answer, said.problems, said.retryAfterMs);
    if (said.signed === null) return void answer.writeHead(said.status, { 'retry-after': '1' }).end();
    answer.writeHead(said.status, { 'content-type': 'application/json', 'congvu-signature': said.signed.signature }).end(said.signed.text);
  }

  async function handle(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (options.instead?.(request, answer)) return;
    const url = new URL(request.url ?? '/', 'http://centre');
    const pieces: Buffer[] = [];
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const place = /^\/exchange\/v1\/batches\/(\d+)\/(daily|correction|load)\/(\d+)-(\d+)(\/result|\/confirmation)?$/.exec(url.pathname);
    if (place) return batchAsked(request, answer, body, place);
    if (url.pathname === '/exchange/v1/hello') {
      const [epoch, seen] = [Number(url.searchParams.get('epoch')), url.searchParams.get('seen') ?? ''];
      return give(answer, run({ kind: 'greeted', epoch, seen, queued: queue.length })!);
    }
    if (url.pathname === '/exchange/v1/feed') {
      const after = Number(url.searchParams.get('after'));
      const entries = feed.slice(after, after + FEED_PAGE);
      return answerSigned(answer, { what: 'feed', source, after, entries, more: feed.length > after + entries.length });
    }
    if (url.pathname === '/exchange/v1/digest') {
      const asked = JSON.parse(body.toString('utf8')) as { buckets?: number; bucket?: number };
      if (asked.bucket === undefined)
        return answerSigned(answer, { what: 'digests', source, digests: bucketDigests(facts(), asked.buckets) });
      const own = facts().filter(({ person }) => bucketOf(person) === asked.bucket);
      return answerSigned(answer, { what: 'bucket', source, bucket: asked.bucket, facts: own });
    }
    answer.writeHead(404).end();
  }

  function batchAsked(
    request: IncomingMessage,
    answer: ServerResponse,
    body: Buffer,
    [, epoch, lane, first, , what]: RegExpExecArray,
  ): void {
    const key = `${epoch}/${lane}/${first}`;
    const signature = String(request.headers['congvu-signature'] ?? '');
    if (what === '/result') {
      // One batch a question, so that a result is sometimes not there yet.
      const done = judgeNext();
      if (done !== null) keep({ event: 'judged', key: done });
      return give(answer, run({ kind: 'asked-result', held: held.get(key) ?? null })!);
    }
    if (what === '/confirmation') {
      confirmations.set(key, body.toString('utf8'));
      return void answer.writeHead(200).end();
    }
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    if (request.headers['content-digest'] !== digest) return void answer.writeHead(400).end();
    const lines = expandLines(body);
    if (!lines.ok) return refuse(answer, lines.problems);
    const text = Buffer.from(String(request.headers['congvu-manifest']), 'base64url').toString('utf8');
    const [batch, at] = [{ manifest: { text, signature }, lines: lines.value }, systemClock.now()];
    const said = offer(batch, at);
    // What is refused changes nothing but where it freezes: that is lived again too.
    if (said.status === 202 || (said.status === 'refused' && state.frozen !== null)) keep({ event: 'offered', batch, at });
    give(answer, said);
  }

  const server = createServer((request, answer) => {
    handle(request, answer).catch(() => answer.destroy());
  });
  return {
    server,
    listen: (port = 0, host = '127.0.0.1') =>
      new Promise((done) => server.listen(port, host, () => done(`http://${host}:${(server.address() as AddressInfo).port}`))),
    close: () =>
      new Promise((done) => {
        if (file !== null) closeSync(file);
        server.closeAllConnections();
        server.close(() => done());
      }),
    release() {
      run({ kind: 'released', by: ['an', 'binh'] });
      keep({ event: 'released' });
      return state.epoch;
    },
    corrects(person, fact, standing) {
      correct(person, fact, standing);
      keep({ event: 'corrected', person, fact, standing });
    },
    facts,
    standing: (person, fact) => people.get(person)?.facts[fact] ?? null,
    judged,
    held,
    confirmations,
    state: () => state,
  };
}
