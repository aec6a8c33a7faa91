/** The way of a submission, and where it is on it. */
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import type { SubmissionState } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { STEP_AT, STEPS } from './next-step.ts';

export function StepLine({ state }: { readonly state: SubmissionState }) {
  const { t } = useWords();
  const at = STEP_AT[state];
  return (
    <ol className="steps" aria-label={t('submission.steps')}>
      {STEPS.map((step, index) => {
        const where = index < at ? 'done' : index === at ? 'now' : 'next';
        const Sign = where === 'done' ? IconCheck : where === 'now' ? IconCircleDot : IconCircle;
        return (
          <li key={step} className={where} {...(where === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <Sign size={16} aria-hidden />
            {t(`submission.step.${step}`)}
            <span className="hidden-text">
              ({t(where === 'done' ? 'submission.stepDone' : where === 'now' ? 'submission.stepNow' : 'submission.stepNext')})
            </span>
          </li>
        );
      })}
    </ol>
  );
}
