/** Problems by kind of repair: kinds left, cells of the chosen kind right. */
import { useRef, useState, type KeyboardEvent } from 'react';
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
import { cellsBySeverity, keyOf, kindsShown } from './group-order.ts';
import { placeAfter } from '#portal/parts/place-after.ts';
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
  const { t, localize } = useWords();
  const { number } = useFormat();
  const groups = useProblemGroups(id, true);
  const [onlyErrors, setOnlyErrors] = useState(false);
  // What was chosen stays, also when its last cell was mended: the next kind must not slide under the pointer.
  const [chosen, setChosen] = useState<ProblemGroup | null>(null);
  /** cells that were applied are forgotten when a step is undone: everything is as it was */
  const [visit, setVisit] = useState(0);
  const some = (groups.data ?? []).some((group) => group.count > 0);
  const cells = cellsBySeverity(groups.data ?? []);
  const found = { error: number(cells.error), warning: number(cells.warning), corrected: number(cells.corrected) };
  return (
    <section className="stack tight">
      <div className="row between">
        <div>
          <h2>{t('submission.problems')}</h2>
          {some && kind === 'workbook' && <p className="small soft tabular">{t('submission.cellsFound', found)}</p>}
        </div>
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
          const shown = kindsShown(list, onlyErrors, chosen);
          const group = shown.find((one) => chosen !== null && keyOf(one) === keyOf(chosen)) ?? shown[0];
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
                <Kinds groups={shown} of={kind} current={group} onChoose={setChosen} />
              </div>
              <div role="tabpanel" aria-label={localize(group.title)}>
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
            </div>
          );
        }}
      </Answered>
      {kind === 'workbook' && <AppliedSuggestions id={id} />}
    </section>
  );
}

interface KindsProps {
  readonly groups: readonly ProblemGroup[];
  readonly of: UploadKind;
  readonly current: ProblemGroup;
  readonly onChoose: (group: ProblemGroup) => void;
}

/** One stop of the Tab key: up and down go through the kinds, the next Tab to the cells of the one at hand. */
function Kinds({ groups, of, current, onChoose }: KindsProps) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const at = groups.findIndex((one) => keyOf(one) === keyOf(current));
  const choose = (to: number): void => {
    const group = groups[to];
    if (!group) return;
    onChoose(group);
    list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[to]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = placeAfter(event.key, at, groups.length);
    if (to === null) return;
    event.preventDefault();
    choose(to);
  };
  return (
    <ul className="pick" role="tablist" aria-orientation="vertical" aria-label={t('submission.problems')} ref={list} onKeyDown={onKeyDown}>
      {groups.map((one, place) => (
        <li key={keyOf(one)} role="presentation">
          <Kind group={one} of={of} current={place === at || (at < 0 && place === 0)} onChoose={() => onChoose(one)} />
        </li>
      ))}
    </ul>
  );
}

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
    <button type="button" role="tab" aria-selected={current} tabIndex={current ? 0 : -1} onClick={onChoose} data-code={group.code}>
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
