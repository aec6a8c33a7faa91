/** Problems by kind of repair: kinds left, cells of the chosen kind right. */
import { useState } from 'react';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useProblemGroups } from '#portal/api/queries.ts';
import type { ProblemGroup } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { TONE_OF_SEVERITY } from '#portal/parts/tones.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import type { UploadKind } from '#portal/workbook/judge-file.ts';
import { AppliedSuggestions, UndoBar } from './AppliedSuggestions.tsx';
import { groupsShown } from './group-order.ts';
import { ProblemCells } from './ProblemCells.tsx';

interface Props {
  readonly id: string;
  readonly kind: UploadKind;
  /** suggestions may be taken */
  readonly open: boolean;
  /** the file is being checked again */
  readonly busy: boolean;
}

export function Problems({ id, kind, open, busy }: Props) {
  const { t } = useWords();
  const groups = useProblemGroups(id, true);
  const [onlyErrors, setOnlyErrors] = useState(false);
  // What was chosen stays, also when its last cell was mended: the next kind must not slide under the pointer.
  const [chosen, setChosen] = useState<ProblemGroup | null>(null);
  /** cells that were applied are forgotten when a step is undone: everything is as it was */
  const [visit, setVisit] = useState(0);
  const some = (groups.data ?? []).some((group) => group.count > 0);
  return (
    <section className="stack tight">
      <div className="row between">
        <h2>{t('submission.problems')}</h2>
        {some && (
          <Checkbox
            label={t('submission.onlyErrors')}
            checked={onlyErrors}
            onChange={(event) => {
              setOnlyErrors(event.currentTarget.checked);
              setChosen(null);
            }}
          />
        )}
      </div>
      {open && kind === 'workbook' && <UndoBar id={id} busy={busy} onUndone={() => setVisit((before) => before + 1)} />}
      <Answered query={groups}>
        {(list) => {
          const shown = groupsShown(list, onlyErrors);
          const left = chosen && { ...chosen, count: 0, people: 0, suggested: 0 };
          const group =
            shown.find((one) => chosen !== null && keyOf(one) === keyOf(chosen)) ?? (shown.length > 0 ? left : null) ?? shown[0];
          if (!group)
            return (
              <div className="panel">
                <Empty
                  title={t(some ? 'submission.noErrors' : 'submission.noProblems')}
                  next={t(
                    some ? 'submission.noErrorsNext' : kind === 'portraits' ? 'portrait.noProblemsNext' : 'submission.noProblemsNext',
                  )}
                />
              </div>
            );
          return (
            <div className="split">
              <div className="panel flush">
                <ul className="pick">
                  {shown.map((one) => (
                    <li key={keyOf(one)}>
                      <Kind group={one} of={kind} current={one === group} onChoose={() => setChosen(one)} />
                    </li>
                  ))}
                </ul>
              </div>
              <ProblemCells
                key={`${keyOf(group)} ${visit}`}
                id={id}
                kind={kind}
                group={group}
                open={open}
                busy={busy}
                onTaken={() => setChosen(group)}
              />
            </div>
          );
        }}
      </Answered>
      {kind === 'workbook' && <AppliedSuggestions id={id} />}
    </section>
  );
}

const keyOf = (group: ProblemGroup): string => `${group.code} ${group.severity}`;

interface KindProps {
  readonly group: ProblemGroup;
  readonly of: UploadKind;
  readonly current: boolean;
  readonly onChoose: () => void;
}

function Kind({ group, of, current, onChoose }: KindProps) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  return (
    <button type="button" aria-current={current} onClick={onChoose} data-code={group.code}>
      <span className="strong">{localize(group.title)}</span>
      <span className="row between">
        <span className="small soft tabular">
          {t(of === 'portraits' ? 'portrait.groupCount' : 'submission.groupCount', {
            count: number(group.count),
            people: number(group.people),
          })}
        </span>
        <Mark tone={TONE_OF_SEVERITY[group.severity]}>{t(`severity.${group.severity}`)}</Mark>
      </span>
    </button>
  );
}
