/** One formula for a record and for sums of records: Σ weight of what passed ÷ Σ weight of what was asked and answered. Whole numbers only. Pure. */
import { QUALITY_WORDS } from '#record/register/quality-shapes.ts';
import type { QualityLevel, QualityWord, RecordQuality } from '#record/register/quality-shapes.ts';
import type { Evaluated } from './evaluate.ts';
import type { QualityFigures } from './shapes.ts';

type Point = RecordQuality['failed'][number];

const LEVELS: readonly QualityLevel[] = [1, 2, 3];

/** The highest level of which nothing failed, nor of those below it; 0 when something that must hold does not. */
function levelOf(evaluated: readonly Evaluated[]): number {
  const failsAt = LEVELS.findIndex((level) => evaluated.some(({ check, outcome }) => check.level === level && outcome === 'failed'));
  return failsAt === -1 ? LEVELS.length : failsAt;
}

/** @returns per mille of the word's score; 0 where nothing of it was answered */
const gainOf = (weight: number, asked: number): number => (asked === 0 ? 0 : Math.round((weight * 1000) / asked));

export function scored(evaluated: readonly Evaluated[], { weights, strengths, confidence }: QualityFigures): RecordQuality {
  const weightOf = ({ check }: Evaluated): number => weights[`${check.level}`];
  const sum = (of: (one: Evaluated) => boolean, times: (one: Evaluated) => number = () => 1): number =>
    evaluated.reduce((total, one) => (of(one) ? total + weightOf(one) * times(one) : total), 0);
  const isAnswered = ({ outcome }: Evaluated): boolean => outcome === 'passed' || outcome === 'failed';
  const words = QUALITY_WORDS.map((word) => ({
    word,
    passed: sum((one) => one.check.word === word && one.outcome === 'passed'),
    asked: sum((one) => one.check.word === word && isAnswered(one)),
  }));
  const askedOf = (word: QualityWord): number => words.find((one) => one.word === word)!.asked;
  const pointOf = (one: Evaluated): Point => {
    const { id, word, level, title, group } = one.check;
    return { id, word, level, title, group, gain: one.outcome === 'failed' ? gainOf(weightOf(one), askedOf(word)) : 0 };
  };
  const wanted = sum((one) => one.outcome !== 'not-applicable');
  const known = wanted === 0 ? 0 : sum(isAnswered, ({ check }) => strengths[check.strength]) / wanted;
  return {
    level: levelOf(evaluated),
    confidence: known >= confidence.high ? 'high' : known >= confidence.medium ? 'medium' : 'low',
    words,
    failed: evaluated
      .filter(({ outcome }) => outcome === 'failed')
      .map(pointOf)
      .sort((one, other) => one.level - other.level || other.gain - one.gain || (one.id < other.id ? -1 : 1)),
    notMeasured: evaluated.filter(({ outcome }) => outcome === 'not-measured').map(pointOf),
  };
}
