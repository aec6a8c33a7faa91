/** What travels between a body's own software (the node) and the register (the centre). Decision 0111. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';

/** Each lane of a source has its own sequence: what is slow in one does not hold up another. Most pressing first. */
export type Lane = 'daily' | 'correction' | 'load';

/**
 * assert: the fact is so from a day on · correct: what stands was wrong · end: what stands ends on a day (its value) · retract: it was never so ·
 * claim: the body keeps this person's record · release: it lets them go to the body in the value · take: it takes who was let go to it
 */
export type ExchangeOperation = 'assert' | 'correct' | 'end' | 'retract' | 'claim' | 'release' | 'take';

/** A value of a fact: texts as the door for JSON takes them; a line of a section is its fields. */
export type ExchangeValue = string | Readonly<Record<string, string>>;

/** One change of one fact of one person, as it stands in a line of a batch: canonical JSON (RFC 8785). */
export interface ExchangeChange {
  /** dense from 1 in its source, epoch and lane; no part of what the change says */
  readonly seq: number;
  /** the sender's own name of the change: the same in every epoch, given to no other */
  readonly ref: string;
  readonly person: string;
  /** `B/hoTen` (group and field), `E/hopDong#k7` (group, section and the line's key); `employer` for claim, release, take */
  readonly fact: string;
  readonly operation: ExchangeOperation;
  /** revision of what the sender saw standing when it made the change; null: nothing stood */
  readonly base: string | null;
  readonly validFrom: PlainDate;
  /** `cbccvc@3.2`: what the values are written by */
  readonly schema: string;
  /** null for what needs none (retract, claim, take) */
  readonly value: ExchangeValue | null;
  /** who made it in the body's software, and when */
  readonly maker: string;
  readonly madeAt: Instant;
  /** a retract says why, and who approved it */
  readonly because?: { readonly reason: string; readonly approver: string };
  /** what the standard does not know: kept with the change, and given back as it is */
  readonly ext?: ExchangeExtension;
}

/** Members of another's making, at most 16 KB as JSON. */
export type ExchangeExtension = Readonly<Record<string, unknown>>;

/** The name and seal of a batch: what the sender signs. Its canonical JSON is the text of the signature. */
export interface BatchManifest {
  readonly source: string;
  readonly epoch: number;
  readonly lane: Lane;
  readonly first: number;
  readonly last: number;
  /** of the lines as they are before they are compressed, hexadecimal */
  readonly sha256: string;
  /** of the batch before it in its lane; null for the first of an epoch */
  readonly previous: string | null;
  /** the installation that it is meant for */
  readonly audience: string;
  readonly issuedAt: Instant;
}

/** What names a batch of a source in addresses. */
export type BatchName = Pick<BatchManifest, 'epoch' | 'lane' | 'first' | 'last'>;

/** A text with the signature of who says it. */
export interface SignedText {
  readonly text: string;
  readonly signature: string;
}

/** A batch as it is sent and kept: the lines (NDJSON), and the manifest as it was signed. */
export interface SentBatch {
  readonly manifest: SignedText;
  readonly lines: string;
}

/** R1, "đã nhận": the centre holds this batch. Signed, and the same text for the same batch for ever. */
export interface BatchReceipt {
  readonly what: 'received';
  readonly source: string;
  readonly epoch: number;
  readonly lane: Lane;
  readonly first: number;
  readonly last: number;
  readonly sha256: string;
  readonly at: Instant;
}

/** What became of one change. */
export type ChangeVerdict =
  /** `fact`: the name under which it stands, where a centre gives another than the sender's */
  | { readonly seq: number; readonly verdict: 'accepted'; readonly revision: string | null; readonly fact?: string }
  /** it was judged before, or what it says stands already; `was` is what was said then */
  | { readonly seq: number; readonly verdict: 'duplicate'; readonly was: VerdictKind }
  /** kept, and not judged until somebody has removed the reason */
  | { readonly seq: number; readonly verdict: 'quarantined'; readonly problems: readonly Problem[] }
  /** two say different things of one fact: people decide */
  | { readonly seq: number; readonly verdict: 'conflict'; readonly about: ConflictKind; readonly problems: readonly Problem[] }
  | { readonly seq: number; readonly verdict: 'rejected'; readonly problems: readonly Problem[] };

export type VerdictKind = 'accepted' | 'duplicate' | 'quarantined' | 'conflict' | 'rejected';
export type ConflictKind = 'fact' | 'dual-claim';

/** R2: what became of each change of a batch, every sequence number once, in order. Signed. */
export interface BatchResult {
  readonly what: 'judged';
  readonly source: string;
  readonly epoch: number;
  readonly lane: Lane;
  readonly first: number;
  readonly last: number;
  readonly sha256: string;
  readonly verdicts: readonly ChangeVerdict[];
}

/** What an officer of the body says of a batch by a key of theirs: that it confirms exactly this. Its canonical JSON is what is signed. */
export interface BatchConfirmation {
  readonly what: 'confirmed';
  readonly source: string;
  readonly epoch: number;
  readonly lane: Lane;
  readonly first: number;
  readonly last: number;
  readonly sha256: string;
  readonly at: Instant;
}

/** What the centre says of a source when it is greeted. Signed: with a receipt it may convict the centre. */
export interface SourceStatement {
  readonly what: 'standing';
  readonly source: string;
  readonly epoch: number;
  readonly frozen: boolean;
  /** the digest of receipts that the node named when it asked: the statement was made after they were */
  readonly seen: string;
  readonly lanes: Readonly<Record<Lane, { readonly expected: number; readonly window: number }>>;
}

/** A fact as it stands; null in its place: nothing does. */
export interface FactStanding {
  readonly value: ExchangeValue;
  readonly validFrom: PlainDate;
  /** last day; null: it goes on */
  readonly ended: PlainDate | null;
}

/** Facts of a person by the name of the fact. */
export type PersonFacts = Readonly<Record<string, FactStanding>>;

/** One entry of what the centre tells a source, dense from 1. */
export type FeedEntry =
  | {
      readonly n: number;
      readonly what: 'fact';
      readonly person: string;
      readonly fact: string;
      readonly standing: FactStanding | null;
      /** what came with the change that made it so */
      readonly ext?: ExchangeExtension;
    }
  /** the body keeps this record from now on: all its facts */
  | { readonly n: number; readonly what: 'arrived'; readonly person: string; readonly facts: PersonFacts }
  | { readonly n: number; readonly what: 'left'; readonly person: string }
  /** what became in the end of a change that was told to wait; `ref`: the sender's name of it, empty where its file was erased */
  | {
      readonly n: number;
      readonly what: 'outcome';
      readonly epoch: number;
      readonly lane: Lane;
      readonly seq: number;
      readonly ref: string;
      readonly verdict: 'accepted' | 'rejected';
      readonly problems: readonly Problem[];
    }
  /** lists and law of this edition are in use from here on: what follows is written by them */
  | { readonly n: number; readonly what: 'lists'; readonly edition: number }
  /** what stood here is told to nobody any more: the person was erased, or the record is kept apart */
  | { readonly n: number; readonly what: 'void' };

/** What a source asks for at night: the digests of all its buckets, or the facts of one that differs. */
export type DigestQuestion = { readonly what: 'digest'; readonly buckets: number } | { readonly what: 'digest'; readonly bucket: number };

/** The digests of a source's buckets (`bucketDigests`), in their order, or the facts of one. Signed. */
export type DigestAnswer =
  | { readonly what: 'digests'; readonly source: string; readonly digests: readonly string[] }
  | {
      readonly what: 'bucket';
      readonly source: string;
      readonly bucket: number;
      readonly facts: readonly { readonly person: string; readonly fact: string; readonly revision: string }[];
    };

/** A page of the feed behind an entry; `more`: there is another. Signed. */
export interface FeedPage {
  readonly what: 'feed';
  readonly source: string;
  readonly after: number;
  readonly entries: readonly FeedEntry[];
  readonly more: boolean;
}
