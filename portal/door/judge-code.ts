/** From the text of a code to what the screen says: the judge's verdict, and how hard it is said. */
import { judgeCard } from '#standard/card/judge.ts';
import type { JudgeContext } from '#standard/card/judge.ts';
import type { Verdict } from '#standard/card/shapes.ts';
import { verdictWords } from '#standard/card/verdict-words.ts';
import type { VerdictWords } from '#standard/card/verdict-words.ts';
import type { SeenCodes } from './seen-codes.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly words: VerdictWords;
  readonly atMs: number;
}

/** As long as a stale code is remembered. */
const STALE_MS = 120_000;

/**
 * A code that came too late may be an honest one: a slow phone, a queue. It is told softly once; the same code again is one that was copied.
 */
export async function judgeCode(text: string, context: Omit<JudgeContext, 'nonceSeen'>, codes: SeenCodes): Promise<Judged> {
  const atMs = context.nowMs;
  const verdict = await judgeCard(text, { ...context, nonceSeen: (what, untilMs) => codes.seen(what, untilMs) });
  if (verdict.reason !== 'too-old') return { verdict, words: verdictWords(verdict, atMs), atMs };
  if (await codes.seen(`stale ${text.trim()}`, atMs + STALE_MS)) {
    const again: Verdict = { ...verdict, reason: 'seen-before' };
    return { verdict: again, words: verdictWords(again, atMs), atMs };
  }
  return { verdict, words: { ...verdictWords(verdict, atMs), colour: 'amber', haptic: 'double' }, atMs };
}
