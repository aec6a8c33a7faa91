/** What the wallet does wrongly on demand, so that a door can show what it then says. Nothing of it is on until somebody chooses it. */
import type { VerdictReason } from '#standard/card/shapes.ts';

export const MISTAKES = ['none', 'old-copy', 'replay', 'wrong-key', 'clock-fast', 'clock-slow'] as const;
export type Mistake = (typeof MISTAKES)[number];

/** How far the clock is put wrong, both ways: far beyond what a door forgives. */
export const CLOCK_WRONG_MS = 5 * 60_000;

/** Milliseconds that are added to the time which the wallet signs. */
export const clockOffsetMs = (mistake: Mistake): number =>
  mistake === 'clock-fast' ? CLOCK_WRONG_MS : mistake === 'clock-slow' ? -CLOCK_WRONG_MS : 0;

/** What a door then finds (`judgeCard`). null: it depends on what the register did since; or nothing is wrong. */
export const EXPECTED: Readonly<Record<Mistake, VerdictReason | null>> = {
  none: null,
  'old-copy': null,
  // Within its 60 seconds at a door that has seen it; after that it is too old everywhere.
  replay: 'seen-before',
  'wrong-key': 'wrong-holder-key',
  'clock-fast': 'from-the-future',
  'clock-slow': 'too-old',
};
