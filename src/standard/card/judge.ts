/**
 * The verdict on a card: the only place that decides one, for the door, the command line and the issuer's own check.
 *
 * Order: what it is → which environment → is this clock to be believed → whom do we trust → who signed → ended → expired → does the holder prove
 * to hold the key, now, to us → is its status known → was it shown before. The first that fails is told; a revocation is told before a proof that failed,
 * and a code is remembered as used only when all else is good.
 */
import { dayInVietnam } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import { bad, good } from './checked.ts';
import type { Checked } from './checked.ts';
import { environmentOf, parseDoorQr, verifyDoorCopy, verifyWrap } from './door-qr.ts';
import type { ParsedDoorQr } from './door-qr.ts';
import { isDoorPhrase, phraseHintText } from './door-phrase.ts';
import {
  CARD_CHARS_MAX,
  CLOCK_OFFSET_MS_MAX,
  CLOCK_SKEW_MS,
  DOOR_QR_AGE_MS_MAX,
  PRESENTATION_AGE_MS_MAX,
  STATUS_AGE_MS_MAX,
} from './limits.ts';
import { parseCard, verifyHolder, verifyIssuer } from './sd-jwt.ts';
import type { ParsedCard, SignedCard } from './sd-jwt.ts';
import { isEnded } from './status-list.ts';
import type {
  CardClaims,
  CardCrypto,
  CardEnvironment,
  EcPublicJwk,
  StatusList,
  TrustList,
  Verdict,
  VerdictCode,
  VerdictReason,
} from './shapes.ts';

/** What a door asked to be signed: for whom (null: whoever is named), and with which number. */
export interface Asked {
  readonly audience: string | null;
  readonly nonce: string;
}

export interface JudgeContext {
  readonly crypto: CardCrypto;
  /** the clock of this device, milliseconds since 1970 */
  readonly nowMs: number;
  /** this device's clock minus the server's, as seen at the last contact; null when never seen. Beyond 90 s no verdict rests on this clock: V8 */
  readonly clockOffsetMs: number | null;
  /** the server's clock was found wrong, and nothing that it signed was taken: without a trust list that is what is said */
  readonly isServerClockWrong?: boolean;
  /** null, one of the other environment, or one whose time is over: V7 */
  readonly trust: TrustList | null;
  /** by address */
  readonly lists: ReadonlyMap<string, StatusList>;
  /** null: that of the trust list (a check at home, of a card of either) */
  readonly environment: CardEnvironment | null;
  /** what this door asked, and what still holds: a presentation that answers none of it is never green, whoever carries it */
  readonly asked: readonly Asked[];
  /** whom a presentation may name that answers nothing asked; null: anybody (a file looked at later, at home); none: such a one is refused */
  readonly unasked: readonly string[] | null;
  /** Was this seen before? MUST remember it in the same step, at least until `untilMs`. */
  nonceSeen(what: string, untilMs: number): boolean | Promise<boolean>;
}

/** Which reason makes which verdict. */
export const CODE_OF: Readonly<Record<VerdictReason, VerdictCode>> = {
  valid: 'V1',
  'no-portrait': 'V1b',
  'says-too-little': 'V1b',
  'not-asked': 'V1b',
  'holder-not-proven': 'V1b',
  revoked: 'V3',
  'copy-expired': 'V4',
  'card-expired': 'V4',
  'not-a-card': 'V5',
  'too-large': 'V5',
  'unknown-type': 'V5',
  'wrong-kind': 'V5',
  'unknown-key': 'V6',
  'key-distrusted': 'V6',
  'wrong-issuer': 'V6',
  'bad-signature': 'V6',
  'wrong-algorithm': 'V6',
  'no-trust-list': 'V7',
  'no-status-list': 'V7',
  'status-list-too-old': 'V7',
  'index-out-of-range': 'V7',
  // An issuer never dates a card ahead, and a holder gains nothing by it: one of the two clocks is wrong.
  'not-yet-valid': 'V8',
  'from-the-future': 'V8',
  'clock-wrong': 'V8',
  'server-clock-wrong': 'V8',
  'wrong-holder-key': 'V9',
  'bad-holder-proof': 'V9',
  'wrong-audience': 'V9',
  'wrong-nonce': 'V9',
  'too-old': 'V9',
  'seen-before': 'V9',
  'test-card': 'V11',
  'wrong-environment': 'V11',
};

/** What was shown, whichever way, before any signature was looked at. */
type Shown =
  | { readonly means: 'sd-jwt'; readonly environment: unknown; readonly card: ParsedCard }
  | { readonly means: 'vn1' | 'vn2'; readonly environment: unknown; readonly qr: ParsedDoorQr };

/** A holder's proof whose signature is good; not yet looked at: how old it is, for whom, and whether it was shown before. */
interface Proof {
  readonly atMs: number;
  readonly ageMsMax: number;
  readonly nonce: string;
  /** null: the code has no place for it */
  readonly audience: string | null;
  /** of the phrase that a code answers; null: it answers none */
  readonly hint: string | null;
}

type Signed = Omit<SignedCard, 'holderKey'> & { readonly holderKey: EcPublicJwk | null };

function readShown(input: string): Checked<Shown> {
  if (input.length > CARD_CHARS_MAX) return bad('too-large');
  // A base45 text may hold blanks, but never ends in one: the last of three signs is at most W, of two at most 5.
  const text = input.trim();
  if (/^VN[12]:/.test(text)) {
    const qr = parseDoorQr(text);
    return qr.ok ? good({ means: qr.value.wrap ? 'vn2' : 'vn1', environment: environmentOf(qr.value), qr: qr.value }) : qr;
  }
  const card = parseCard(text);
  return card.ok ? good({ means: 'sd-jwt', environment: card.value.jws.payload['moi_truong'], card: card.value }) : card;
}

/** Which clock is not to be believed? Signed lists cannot come from later than now: where device and server agree, it was the server that dated them ahead. */
function clockFault({ nowMs, clockOffsetMs, isServerClockWrong = false, trust, lists }: JudgeContext): VerdictReason | null {
  if (clockOffsetMs !== null && Math.abs(clockOffsetMs) > CLOCK_OFFSET_MS_MAX) return 'clock-wrong';
  if (trust === null && isServerClockWrong) return 'server-clock-wrong';
  const signed = [trust?.issuedAt, ...[...lists.values()].map((one) => one.issuedAt)].flatMap((at) => (at ? [Date.parse(at)] : []));
  if (!signed.some((at) => at > nowMs + CLOCK_OFFSET_MS_MAX)) return null;
  return clockOffsetMs === null ? 'clock-wrong' : 'server-clock-wrong';
}

const environmentFault = (said: unknown, wanted: CardEnvironment | null): VerdictReason | null =>
  wanted === null || said === wanted || (said !== 'CHINH_THUC' && said !== 'THU_NGHIEM')
    ? null
    : said === 'THU_NGHIEM'
      ? 'test-card'
      : 'wrong-environment';

const verifySigned = (shown: Shown, trust: TrustList, { crypto, nowMs }: JudgeContext): Promise<Checked<Signed>> =>
  shown.means === 'sd-jwt' ? verifyIssuer(shown.card, { crypto, trust, nowMs }) : verifyDoorCopy(shown.qr, { crypto, trust, nowMs });

/** The holder's proof, null when none was given. */
async function readProof(shown: Shown, holderKey: EcPublicJwk | null, crypto: CardCrypto): Promise<Checked<Proof | null>> {
  if (shown.means === 'sd-jwt') {
    const { keyBinding, presented } = shown.card;
    if (!keyBinding || !holderKey) return good(null);
    const proof = await verifyHolder(keyBinding, presented, holderKey, crypto);
    return proof.ok ? good({ ...proof.value, hint: null, ageMsMax: PRESENTATION_AGE_MS_MAX }) : proof;
  }
  const { wrap } = shown.qr;
  if (!wrap) return good(null);
  if (!holderKey) return bad('wrong-holder-key');
  const proof = await verifyWrap(wrap, holderKey, crypto);
  return proof.ok ? good({ atMs: wrap.atMs, nonce: wrap.nonce, audience: null, hint: wrap.hint, ageMsMax: DOOR_QR_AGE_MS_MAX }) : proof;
}

const answers = (proof: Proof, asked: readonly Asked[]): boolean =>
  asked.some(({ audience, nonce }) => nonce === proof.nonce && (audience === null || audience === proof.audience));

/** Was it made for another one, or for another question? What answers nothing that anybody asked is no fault, and not green (`not-asked`). */
async function addressFault(proof: Proof, { crypto, asked, unasked }: JudgeContext): Promise<VerdictReason | null> {
  if (proof.audience === null) {
    if (proof.hint === null || asked.length === 0) return null;
    for (const { nonce } of asked) if ((await phraseHintText(nonce, crypto)) === proof.hint) return null;
    return 'wrong-nonce';
  }
  if (answers(proof, asked)) return null;
  if (asked.some(({ audience }) => audience === null || audience === proof.audience)) return 'wrong-nonce';
  if (unasked !== null && !unasked.includes(proof.audience)) return 'wrong-audience';
  // A phrase is a question: an answer to one that is not ours answers another door.
  return asked.length > 0 && isDoorPhrase(proof.nonce) && !asked.some(({ nonce }) => nonce === proof.nonce) ? 'wrong-nonce' : null;
}

async function proofFault(proof: Proof, context: JudgeContext): Promise<VerdictReason | null> {
  const address = await addressFault(proof, context);
  if (address) return address;
  if (proof.atMs > context.nowMs + CLOCK_SKEW_MS) return 'from-the-future';
  return context.nowMs - proof.atMs > proof.ageMsMax ? 'too-old' : null;
}

/** Green means a person, a face and a body: what a card shows of them decides, and every card has a post. */
function reasonOfClaims({ anh, ho_ten: name, co_quan: body, chuc_vu: post, chuc_danh: jobPosition }: Partial<CardClaims>): VerdictReason {
  if (anh === undefined) return 'no-portrait';
  return name === undefined || body === undefined || (post === undefined && jobPosition === undefined) ? 'says-too-little' : 'valid';
}

function timeFault({ claims, notBeforeMs, expiresMs }: Signed, nowMs: number): VerdictReason | null {
  if (notBeforeMs > nowMs + CLOCK_OFFSET_MS_MAX) return 'not-yet-valid';
  // het_han is the last day on which the card counts, by the calendar of Việt Nam.
  if (claims.het_han !== undefined && dayInVietnam(new Date(nowMs).toISOString()) > claims.het_han) return 'card-expired';
  return nowMs >= expiresMs ? 'copy-expired' : null;
}

/** `revoked` holds whatever the list's age: a bit never flips back. All else is known only from a list that is fresh. */
function statusFault(list: StatusList | undefined, index: number, nowMs: number): VerdictReason | null {
  if (!list) return 'no-status-list';
  const ended = isEnded(list, index);
  if (ended === true) return 'revoked';
  if (nowMs - Date.parse(list.issuedAt) > STATUS_AGE_MS_MAX || Date.parse(list.expiresAt) <= nowMs) return 'status-list-too-old';
  return ended === null ? 'index-out-of-range' : null;
}

interface Seen {
  readonly means?: Verdict['means'];
  readonly signed?: Signed;
  readonly holderProven?: boolean;
  readonly statusAt?: Instant | null;
}

const verdict = (reason: VerdictReason, { means = null, signed, holderProven = false, statusAt = null }: Seen): Verdict => ({
  code: CODE_OF[reason],
  reason,
  claims: signed?.claims ?? null,
  means,
  holderProven,
  statusAt,
  signedBy: signed?.key.issuer ?? null,
});

/**
 * @param input  whatever was pasted, scanned or read from a file: an SD-JWT presentation, `VN1:…`, `VN2:…`, or anything else
 * @returns always a verdict, never a throw for bad input; `claims` only of a card whose issuer's signature is good
 */
export async function judgeCard(input: string, context: JudgeContext): Promise<Verdict> {
  const { nowMs, crypto, lists } = context;
  const environment = context.environment ?? context.trust?.environment ?? null;
  const shown = readShown(input);
  if (!shown.ok) return verdict(shown.reason, {});
  const { means } = shown.value;
  const foreign = environmentFault(shown.value.environment, environment);
  if (foreign) return verdict(foreign, { means });
  const clock = clockFault(context);
  if (clock) return verdict(clock, { means });
  const trust = context.trust?.environment === environment && Date.parse(context.trust.expiresAt) > nowMs ? context.trust : null;
  if (!trust) return verdict('no-trust-list', { means });

  const issuer = await verifySigned(shown.value, trust, context);
  if (!issuer.ok) return verdict(issuer.reason, { means });
  const signed = issuer.value;
  const list = lists.get(signed.status.uri);
  const status = statusFault(list, signed.status.index, nowMs);
  const seen: Seen = { means, signed, statusAt: list?.issuedAt ?? null };
  if (status === 'revoked') return verdict(status, seen);
  const time = timeFault(signed, nowMs);
  if (time) return verdict(time, seen);

  const proof = await readProof(shown.value, signed.holderKey, crypto);
  const unproven = proof.ok ? proof.value && (await proofFault(proof.value, context)) : proof.reason;
  if (unproven) return verdict(unproven, seen);
  if (status) return verdict(status, seen);
  const held = proof.ok ? proof.value : null;
  if (!held || !signed.holderKey) return verdict('holder-not-proven', seen);
  // By key and number, not by bytes: the same signature can be spelled in two ways (s and n − s).
  if (await context.nonceSeen(`${signed.holderKey.x}.${held.nonce}`, held.atMs + held.ageMsMax + CLOCK_SKEW_MS))
    return verdict('seen-before', seen);
  // Text can be carried to any number of doors: only one that asked for it knows that it is the first.
  if (held.audience !== null && !answers(held, context.asked)) return verdict('not-asked', seen);
  return verdict(reasonOfClaims(signed.claims), { ...seen, holderProven: true });
}

/** A memory of codes that were shown, for `nonceSeen`: bounded, and forgets what is too old to be shown again. */
export function rememberCodes(clock: () => number, entriesMax = 10_000): (what: string, untilMs: number) => boolean {
  const until = new Map<string, number>();
  return (what, untilMs) => {
    const now = clock();
    for (const [one, end] of until) if (end <= now) until.delete(one);
    if (until.has(what)) return true;
    // Beyond the bound nothing is taken for new: better a good code refused than an old one accepted.
    if (until.size >= entriesMax) return true;
    until.set(what, untilMs);
    return false;
  };
}
