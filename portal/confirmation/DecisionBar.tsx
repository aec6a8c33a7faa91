/** The sum of the decision, what is missing from it, and the signature. */
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import type { PresentedPerson } from '#portal/api/generated/api.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { levelOf, MISMATCH_REASONS, needsMismatchReason, summaryOf, type Choices, type MissingPart } from './decision.ts';

interface Props {
  readonly person: PresentedPerson;
  readonly choices: Choices;
  readonly missing: readonly MissingPart[];
  readonly mismatch: string;
  readonly onMismatch: (code: string) => void;
  readonly busy: boolean;
  readonly error: unknown;
  /** asks again for what is shown: it may have changed since */
  readonly onReload: () => void;
  readonly onAcceptAll: () => void;
  readonly onSign: () => void;
}

export function DecisionBar({ person, choices, missing, mismatch, onMismatch, busy, error, onReload, onAcceptAll, onSign }: Props) {
  const { t } = useWords();
  const groupTitle = useGroupTitle();
  const sum = summaryOf(person.groups, choices);
  // What is missing stands in the bar itself: it sticks to the window, whatever group one is looking at.
  return (
    <div className="bar">
      {needsMismatchReason(person, choices) && (
        <div className="note warn">
          <NativeSelect
            label={t('decide.mismatch', { level: t(`match.${levelOf(person)}`).toLowerCase() })}
            description={t('decide.mismatchHint')}
            value={mismatch}
            onChange={(event) => onMismatch(event.currentTarget.value)}
            data={[
              { value: '', label: t('decide.reasonChoose') },
              ...MISMATCH_REASONS.map((code) => ({ value: code, label: t(`reason.${code}`) })),
            ]}
          />
        </div>
      )}
      {missing.length > 0 && (
        <div className="note bad" role="alert">
          <ul style={{ margin: 0 }}>
            {missing.map(({ what, group }) => (
              <li key={`${what} ${group}`}>{t(`decide.${what}`, { group: group ? groupTitle(group) : '' })}</li>
            ))}
          </ul>
        </div>
      )}
      {error != null && <Failure error={error} onRetry={onReload} />}
      <span className="tabular" role="status">
        {t('decide.summary', sum)}
      </span>
      <span className="actions">
        {sum.later > 0 && mayDo(person, 'item.confirm') && (
          <Button variant="default" onClick={onAcceptAll}>
            {t('decide.acceptAll')}
          </Button>
        )}
        <Button loading={busy} onClick={onSign}>
          {t(mayDo(person, 'item.confirm') && !(sum.accept === 0 && sum.back > 0) ? 'decide.sign' : 'decide.signReturn')}
        </Button>
      </span>
      <span className="hint" style={{ flexBasis: '100%' }}>
        {t('decide.attest')}
      </span>
    </div>
  );
}
