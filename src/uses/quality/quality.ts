/** The quality of one record, for whoever shows it. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { QualityOf } from '#record/register/quality-port.ts';
import { CHECKS } from './catalogue.ts';
import { evaluate } from './evaluate.ts';
import { scored } from './score.ts';
import type { QualityFigures } from './shapes.ts';
import file from './weights.json' with { type: 'json' };

const TIMES: readonly QualityFigures[] = file.items.map((item) => item as typeof item & Pick<QualityFigures, 'to'>);

/** The figures of a day; before the first, those of the first. */
const figuresOn = (day: PlainDate): QualityFigures => TIMES.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? TIMES[0]!;

export const qualityOf: QualityOf = (asked) => {
  const figures = figuresOn(asked.on);
  const evaluated = evaluate(CHECKS, { ...asked, figures });
  return evaluated.every(({ outcome }) => outcome === 'not-applicable') ? null : scored(evaluated, figures);
};
