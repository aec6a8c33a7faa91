/**
 * `congvu verify`: a card at home, by the same judgement as at a door. Offline: nothing is fetched but what is named as an address,
 * and nothing of the card goes anywhere.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Clock } from '#base/clock.ts';
import { CLAIMS, CLAIM_NAMES } from '#standard/card/claims.ts';
import { readEcJwk, readJsonObject } from '#standard/card/compact-jws.ts';
import { isDoorPhrase, phraseAudience } from '#standard/card/door-phrase.ts';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import type { Asked } from '#standard/card/judge.ts';
import { CARD_CHARS_MAX, TRUST_LIST_CHARS_MAX } from '#standard/card/limits.ts';
import { laterList, readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import type { CardClaims, CardCrypto, EcPublicJwk, StatusList, TrustList, Verdict } from '#standard/card/shapes.ts';
import { verdictWords } from '#standard/card/verdict-words.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';
import { CannotUse, isAddress, readFile, readPlace, textOf } from './named-places.ts';

export interface VerifyOptions {
  /** a path, or `-` for standard input */
  readonly file: string;
  /** each a path or an address */
  readonly trust: string | null;
  readonly anchor: string | null;
  readonly status: readonly string[];
  /** whom the presentation must name; null: whoever it names */
  readonly audience: string | null;
  /** number or phrase that was given to be signed; without one nothing is asked, and a presentation is not green */
  readonly nonce: string | null;
  readonly json: boolean;
}

export interface VerifyIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly input: Readable;
  readonly clock: Clock;
}

const JWK_CHARS_MAX = 4_096;

async function readAnchor(place: string): Promise<EcPublicJwk> {
  const key = readEcJwk(readJsonObject(await readPlace(place, JWK_CHARS_MAX)));
  if (!key) throw new CannotUse(`${place}: không phải khóa công khai P-256 dạng JWK · not a public P-256 JWK`);
  return key;
}

/** What the check rests on, with what could not be used told one by one. */
async function readGround(
  request: VerifyOptions,
  crypto: CardCrypto,
  nowMs: number,
  tell: (why: string) => void,
): Promise<{ trust: TrustList | null; lists: ReadonlyMap<string, StatusList> }> {
  const lists = new Map<string, StatusList>();
  const orTell = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof CannotUse)) throw error;
      tell(error.message);
      return null;
    }
  };
  if (request.trust === null || request.anchor === null) {
    tell('thiếu danh sách tin cậy (--trust) hoặc khóa neo (--anchor) · no trust list, or no pinned anchor');
    return { trust: null, lists };
  }
  const [text, anchor] = [await orTell(readPlace(request.trust, TRUST_LIST_CHARS_MAX)), await orTell(readAnchor(request.anchor))];
  if (text === null || !anchor) return { trust: null, lists };
  const trust = await readTrustList(text, { crypto, anchors: [anchor], nowMs, seenVersion: 0 });
  if (!trust.ok) {
    tell(`${request.trust}: ${trust.reason}`);
    return { trust: null, lists };
  }
  for (const place of request.status) {
    const found = await orTell(readPlace(place, TRUST_LIST_CHARS_MAX));
    if (found === null) continue;
    const list = await readStatusList(found, { crypto, trust: trust.value, uri: isAddress(place) ? place : null, nowMs });
    if (list.ok) lists.set(list.value.uri, laterList(lists.get(list.value.uri), list.value));
    else tell(`${place}: ${list.reason}`);
  }
  return { trust: trust.value, lists };
}

/** A phrase is answered under the door's address with the phrase behind it; a number of another kind under the address as it is. */
const askedOf = ({ audience, nonce }: VerifyOptions): readonly Asked[] =>
  nonce === null
    ? []
    : [{ audience, nonce }, ...(audience !== null && isDoorPhrase(nonce) ? [{ audience: phraseAudience(audience, nonce), nonce }] : [])];

/** Exit codes of the contract: valid, not valid, could not be checked, the card itself cannot be read. */
const EXIT_OF: Readonly<Record<Verdict['code'], number>> = { V1: 0, V1b: 0, V3: 1, V4: 1, V5: 1, V6: 1, V9: 1, V11: 1, V7: 2, V8: 2 };

/** Exit 0 valid, 1 not valid, 2 could not be checked, 64 the file cannot be opened. */
export async function runVerify(request: VerifyOptions, io: VerifyIo): Promise<number> {
  let text: string;
  try {
    text = request.file === '-' ? await textOf(io.input, CARD_CHARS_MAX) : await readFile(request.file, CARD_CHARS_MAX);
  } catch (error) {
    if (!(error instanceof CannotUse)) throw error;
    io.print(`Không mở được thẻ. · The card cannot be opened. (${error.message})`);
    return 64;
  }
  const nowMs = Date.parse(io.clock.now());
  const crypto = webCrypto(globalThis.crypto.subtle);
  const notUsed: string[] = [];
  const ground = await readGround(request, crypto, nowMs, (why) => {
    notUsed.push(why);
    io.print(`! ${why}`);
  });
  const verdict = await judgeCard(text, {
    crypto,
    nowMs,
    clockOffsetMs: null,
    ...ground,
    environment: null,
    asked: askedOf(request),
    unasked: request.audience === null ? null : [request.audience],
    nonceSeen: rememberCodes(() => nowMs),
  });
  io.answer(request.json ? JSON.stringify(asJson(verdict, nowMs, notUsed)) : asText(verdict, nowMs));
  return EXIT_OF[verdict.code];
}

/** The picture as its hash and size: an answer on a terminal or in a log is no place for a face. */
function portraitOf(claims: Partial<CardClaims> | null): { sha256: string; sizeBytes: number } | null {
  if (claims?.anh === undefined) return null;
  const bytes = Buffer.from(claims.anh.slice(claims.anh.indexOf(',') + 1), 'base64');
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
}

function asJson(verdict: Verdict, nowMs: number, notUsed: readonly string[]): object {
  const { word, line, next } = verdictWords(verdict, nowMs);
  const { code, reason, means, holderProven, statusAt, signedBy, claims } = verdict;
  const said =
    claims &&
    Object.fromEntries(
      CLAIM_NAMES.flatMap((name) => (name in claims && name !== 'anh' && name !== 'ma_cua' ? [[name, claims[name]]] : [])),
    );
  return {
    verdict: code,
    reason,
    word,
    line,
    next,
    means,
    holderProven,
    statusAt,
    signedBy,
    claims: said,
    portrait: portraitOf(claims),
    notUsed,
  };
}

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? (value as { ten: string }).ten
    : value === true
      ? 'có'
      : value === false
        ? 'không'
        : String(value);

function asText(verdict: Verdict, nowMs: number): string {
  const { word, line, next } = verdictWords(verdict, nowMs);
  const mark = EXIT_OF[verdict.code] === 0 ? '✓' : EXIT_OF[verdict.code] === 1 ? '✗' : '!';
  const { claims } = verdict;
  const lines = CLAIM_NAMES.flatMap((name) =>
    claims?.[name] === undefined || name === 'anh' || name === 'ma_cua' ? [] : [`  ${CLAIMS[name].label.vi}: ${shown(claims[name])}`],
  );
  return [
    `${mark} ${word.vi} · ${word.en} (${verdict.code})`,
    `  ${line.vi}`,
    `  ${line.en}`,
    `  → ${next.vi}`,
    ...(claims?.moi_truong === 'THU_NGHIEM' ? ['  THẺ THỬ NGHIỆM – không có giá trị · TEST CARD – without any value'] : []),
    ...lines,
    ...(verdict.signedBy ? [`  Ký bởi · Signed by: ${verdict.signedBy.vi}`] : []),
  ].join('\n');
}
