/** Where the people of a submission are, in people: only what holds somebody. */
import type { SubmissionParts } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import type { Tone } from '#portal/parts/tones.ts';
import { useFormat } from '#portal/parts/use-format.ts';

/** In the order in which they are told: what somebody has to do, what is on its way, what is done. */
const TONES = {
  returned: 'warn',
  toCorrect: 'warn',
  earlier: 'warn',
  valid: 'note',
  sending: 'wait',
  matching: 'wait',
  held: 'wait',
  toConfirm: 'wait',
  registered: 'good',
  unchanged: 'good',
  withdrawn: 'off',
} as const satisfies Record<keyof SubmissionParts, Tone>;

export function PartsStrip({ parts }: { readonly parts: SubmissionParts }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <ul className="plain row" aria-label={t('submission.parts')}>
      {(Object.keys(TONES) as (keyof SubmissionParts)[])
        .filter((part) => parts[part] > 0)
        .map((part) => (
          <li key={part} data-part={part}>
            <Mark tone={TONES[part]}>
              {number(parts[part])} {t(`submission.part.${part}`)}
            </Mark>
          </li>
        ))}
    </ul>
  );
}
