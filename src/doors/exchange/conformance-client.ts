/** What a client is asked to do while it is looked at, and what it says of itself afterwards. The same for one in this process and for a vendor's program. */
import type { PlainDate, Instant } from '#base/clock.ts';
import type { ExchangeOperation, ExchangeValue, Lane, VerdictKind } from '#doors/exchange/shapes.ts';

/** Something that happened in the agency's own software: the client numbers it, and says by `base` and `ext` what it knew. */
export interface HappenedChange {
  readonly lane: Lane;
  readonly ref: string;
  readonly person: string;
  readonly fact: string;
  readonly operation: ExchangeOperation;
  readonly validFrom: PlainDate;
  readonly schema: string;
  readonly value: ExchangeValue | null;
  readonly maker: string;
  readonly madeAt: Instant;
}

/** Who the client is, and whom it talks to. */
export interface ClientIdentity {
  readonly source: string;
  readonly audience: string;
  readonly kid: string;
  /** PKCS #8 */
  readonly privatePem: string;
  /** its other half, SPKI */
  readonly publicPem: string;
  readonly centreKid: string;
  /** SPKI */
  readonly centrePublicPem: string;
}

export interface LineRequest {
  readonly method: string;
  /** path and query */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
export interface LineAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type AskedFor = 'hello' | 'put' | 'result' | 'feed' | 'other';

/**
 * busy: 503 with Retry-After · lose-question, lose-answer: no answer, with nothing taken or with it taken · forge: signed by another key · other: the centre's
 * signature over another batch, or a result without its last verdict · not-yet: 202 · cut: taken, and the client dies · freeze, new-epoch: people act first
 */
export type Mischief = 'busy' | 'lose-question' | 'lose-answer' | 'forge' | 'other' | 'not-yet' | 'cut' | 'freeze' | 'new-epoch';

/** A question as it is kept. */
export interface LoggedExchange {
  readonly n: number;
  readonly run: number;
  readonly atMs: number;
  readonly asked: AskedFor;
  readonly request: LineRequest;
  readonly answer: LineAnswer | null;
  readonly mischief: Mischief | null;
}

/** A run of the client: it records what happened, and works until it is in step or may not go on. What it keeps outlives the run. */
export interface ClientRun {
  readonly identity: ClientIdentity;
  readonly happened: readonly HappenedChange[];
  /** asks the centre; null: no answer came. Throws `PowerCut` where the client is to die there and then. */
  readonly ask: (request: LineRequest) => Promise<LineAnswer | null>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => Instant;
  /** 0 ≤ x < 1 */
  readonly draw: () => number;
  /** what the client has kept: one text, whole or not there */
  readonly disk: { read(): string | null; write(text: string): void };
}

/** What a client says of itself when a run ends. */
export interface ClientReport {
  /** stopped: the centre is not to be written to until people have acted */
  readonly state: 'in-step' | 'stopped';
  /** by `ref`, what a verified result said */
  readonly settled: Readonly<Record<string, VerdictKind>>;
  /** the last entry of the feed that was taken */
  readonly cursor: number;
  /** by `person fact`, values that the feed told */
  readonly told: Readonly<Record<string, ExchangeValue | null>>;
}

export type ConformanceClient = (run: ClientRun) => Promise<ClientReport>;

/** The client dies in the middle of a question. */
export class PowerCut extends Error {}
/** It asked more often than anybody would. */
export class Exhausted extends Error {}
