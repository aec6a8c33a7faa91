/** Certain suggestions by group of equal cells: value as typed → value suggested, how many, three examples, one button each. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import type { SuggestionGroup } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { keptInPlace, type Applied } from './kept-in-place.ts';
import { placeText } from './next-step.ts';

interface Props {
  readonly groups: readonly SuggestionGroup[];
  readonly busy: boolean;
  readonly onApply: (group: SuggestionGroup) => Promise<boolean>;
}

const keyOf = (group: SuggestionGroup): string => JSON.stringify([group.field, group.value, group.suggested]);

export function SuggestionGroups({ groups, busy, onApply }: Props) {
  const { t } = useWords();
  const [applied, setApplied] = useState<readonly Applied<SuggestionGroup>[]>([]);
  const placed = keptInPlace(groups, applied, keyOf, busy);
  if (placed.length === 0) return null;
  const apply = async (group: SuggestionGroup, at: number): Promise<void> => {
    if (await onApply(group)) setApplied((before) => [...before, { at, what: group }]);
  };
  return (
    <section className="sure-groups" aria-label={t('submission.groupsTitle')}>
      <p className="small soft">{t('submission.groupsLead')}</p>
      <ul>
        {placed.map(({ what, done }, at) => (
          <li key={keyOf(what)}>
            <Group group={what} done={done} busy={busy} onApply={() => void apply(what, at)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  readonly group: SuggestionGroup;
  readonly done: boolean;
  readonly busy: boolean;
  readonly onApply: () => void;
}

function Group({ group, done, busy, onApply }: GroupProps) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const count = number(group.count);
  const examples = group.examples.map((one) => [placeText(one), one.personName].filter(Boolean).join(' – ')).join('; ');
  return (
    <>
      <div>
        <p>
          <code className="break">{localize(group.given) || t('submission.blank')}</code> <span aria-hidden>→</span>
          <span className="hidden-text">{t('submission.becomes')}</span> <code className="strong break">{localize(group.shown)}</code>
          <span className="tabular">, {t('submission.cells', { count })}</span>
        </p>
        <p className="small soft">
          {localize(group.label)} · {localize(group.reason)}
        </p>
        <p className="small soft">
          {t(group.count > group.examples.length ? 'submission.examplesOf' : 'submission.examples', { examples })}
        </p>
      </div>
      <Button
        size="compact-md"
        variant={done ? 'subtle' : 'default'}
        idle={busy || done}
        aria-label={
          done ? undefined : t('submission.acceptGroupOf', { value: localize(group.given), suggested: localize(group.shown), count })
        }
        onClick={onApply}
      >
        {done ? t('submission.applied') : t('submission.acceptGroup', { count })}
      </Button>
    </>
  );
}
