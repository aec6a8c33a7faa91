/** One group of a person: the register beside what was sent, and the decision on it. */
import { useId } from 'react';
import { NativeSelect, Textarea } from '#portal/parts/fields.tsx';
import { pageOfCode } from '#portal/api/problem-words.ts';
import type { AcceptedCell, PresentedField, PresentedGroup, PresentedPerson, PresentedProblem } from '#portal/api/generated/api.ts';
import { Value } from '#portal/kinds/Value.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import {
  acceptedByField,
  choiceOf,
  isOpen,
  problemAt,
  RETURN_REASONS,
  withVerdict,
  type Choices,
  type GroupChoice,
  type Verdict,
} from './decision.ts';
import { fileAddress } from '#portal/api/client.ts';
import { BesideProposals } from './BesideProposals.tsx';
import { MatchMark } from './MatchMark.tsx';
import { PortraitComparison } from './PortraitComparison.tsx';

/** The dictionary's key of the portrait. */
const PORTRAIT = 'anh4x6';

interface Props {
  readonly person: { readonly submissionId: string; readonly personId: string; readonly name: string };
  readonly group: PresentedGroup;
  /** everything that was found of the person */
  readonly problems: readonly PresentedProblem[];
  /** suggestions that the sending body applied in this group */
  readonly accepted: readonly AcceptedCell[];
  readonly onlyChanged: boolean;
  readonly may: PresentedPerson['may'];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  readonly onHere: () => void;
}
const VERDICTS: readonly Verdict[] = ['accept', 'return', 'later'];
const ACT_OF_VERDICT = { accept: 'item.confirm', return: 'item.return' } as const;

export function GroupComparison({ person, group, problems, accepted, onlyChanged, may, choices, onChange, onHere }: Props) {
  const { t, localize } = useWords();
  const id = useId();
  const title = localize(group.title);
  const offered = VERDICTS.filter((verdict) => verdict === 'later' || may.includes(ACT_OF_VERDICT[verdict]));
  // Who may do nothing with it has no choice to make.
  const open = isOpen(group) && offered.length > 1;
  const choice = choiceOf(choices, group.itemId);
  const returning = open && choice.verdict === 'return';
  const set = (part: Partial<GroupChoice>): void => onChange({ ...choices, [group.itemId]: { ...choice, ...part } });
  const toggle = (field: string): void =>
    set({ cells: choice.cells.includes(field) ? choice.cells.filter((one) => one !== field) : [...choice.cells, field] });
  const fields = group.fields.filter((field) => !onlyChanged || field.changed);
  const beside = acceptedByField(group.fields, accepted);
  const portrait = group.fields.find((field) => field.field === PORTRAIT && field.changed);
  return (
    // A group, not a landmark: a dozen of them would hide the landmarks of the page.
    <section role="group" className="panel flush" aria-labelledby={id} onFocus={onHere} onPointerEnter={onHere}>
      <div className="panel-head row between">
        <h2 id={id}>{title}</h2>
        {open ? (
          <fieldset className="seg" style={{ margin: 0, padding: 0 }}>
            <legend className="hidden-text">{t('decide.verdict', { group: title })}</legend>
            {offered.map((verdict) => (
              <label key={verdict} className={verdict === 'later' ? 'calm' : ''}>
                <input
                  type="radio"
                  name={id}
                  checked={choice.verdict === verdict}
                  disabled={verdict === 'accept' && !group.mayConfirm}
                  onChange={() => onChange(withVerdict(choices, group, verdict))}
                />
                {t(`decide.${verdict}`)}
              </label>
            ))}
          </fieldset>
        ) : (
          !isOpen(group) && <Mark tone="wait">{isItemState(group.state) ? t(`itemState.${group.state}`) : t('decide.notOpen')}</Mark>
        )}
      </div>
      {returning && <p className="mend">{t('decide.pick')}</p>}
      {portrait && <PortraitComparison {...person} field={portrait} />}
      {group.fileOfRound !== null && (
        <p className="panel-head">
          <a
            href={fileAddress('/submissions/{id}/original', { path: { id: person.submissionId }, query: { round: group.fileOfRound } })}
            download
            data-sent-document
          >
            {t('decide.openDocument')}
          </a>
        </p>
      )}
      <TableScroll label={title}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              {returning && <th scope="col">{t('decide.return')}</th>}
              <th scope="col" style={{ width: '26%' }}>
                {t('decide.field')}
              </th>
              <th scope="col" style={{ width: '28%' }}>
                {t('decide.from')}
              </th>
              <th scope="col">{t('decide.to')}</th>
              <th scope="col">{t('decide.match')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <FieldRow
                key={`${field.field} ${index}`}
                field={field}
                problems={problems}
                accepted={beside.get(field) ?? []}
                returning={returning}
                picked={choice.cells.includes(field.field)}
                onPick={() => toggle(field.field)}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <BesideProposals group={group} personId={person.personId} />
      {accepted.length > 0 && <AcceptedList accepted={accepted} />}
      {returning && (
        <div className="form wide" style={{ padding: '0.75rem 1rem', borderTop: '1px solid var(--line)' }}>
          <NativeSelect
            label={t('decide.reason')}
            value={choice.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            data={[
              { value: '', label: t('decide.reasonChoose') },
              ...RETURN_REASONS.map((code) => ({ value: code, label: t(`reason.${code}`) })),
            ]}
          />
          <Textarea
            label={t(choice.reason === 'KHAC' ? 'decide.noteNeeded' : 'decide.note')}
            value={choice.note}
            rows={2}
            maxLength={500}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </div>
      )}
    </section>
  );
}

const ITEM_STATES = [
  'checked',
  'waiting-match',
  'awaiting-confirmation',
  'held',
  'confirmed',
  'registered',
  'returned',
  'withdrawn',
  'superseded',
] as const;
const isItemState = (state: string): state is (typeof ITEM_STATES)[number] => (ITEM_STATES as readonly string[]).includes(state);

/** All of them with their places, for who compares with the file. */
function AcceptedList({ accepted }: { readonly accepted: readonly AcceptedCell[] }) {
  const { t, localize } = useWords();
  return (
    <div className="accepted-here">
      <h3>{t('decide.acceptedTitle')}</h3>
      <ul>
        {accepted.map((one, index) => (
          <li key={index} className="small">
            {localize(one.label)} ({`${one.where.sheet} · ${one.where.column}${one.where.row}`}):{' '}
            <code className="break">{one.typed || t('submission.blank')}</code> <span aria-hidden>→</span>
            <span className="hidden-text">{t('submission.becomes')}</span> <code className="strong break">{one.value}</code>.{' '}
            {t(one.strength === 'certain' ? 'submission.sure' : 'submission.likely')}: {localize(one.reason)}.{' '}
            {t('decide.acceptedBy', { by: one.by, at: instantText(one.at) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldRow({
  field,
  problems,
  accepted,
  returning,
  picked,
  onPick,
}: {
  readonly field: PresentedField;
  readonly problems: readonly PresentedProblem[];
  /** what was typed before a suggestion was applied */
  readonly accepted: readonly AcceptedCell[];
  readonly returning: boolean;
  readonly picked: boolean;
  readonly onPick: () => void;
}) {
  const { t, localize } = useWords();
  const label = localize(field.label);
  return (
    <tr className={field.changed ? 'changed' : ''}>
      {returning && (
        <td>
          <input
            type="checkbox"
            checked={picked}
            onChange={onPick}
            aria-label={t('decide.cell', { field: label })}
            style={{ width: 18, height: 18 }}
          />
        </td>
      )}
      <th scope="row">
        {label}
        {field.line && <span className="soft small"> · {t('decide.line', { line: field.line })}</span>}
        <span className="hidden-text"> ({t(field.changed ? 'decide.changed' : 'decide.same')})</span>
      </th>
      <td className="was" data-label={t('decide.from')}>
        <Value field={field.field} value={field.from} />
      </td>
      <td className="will" data-label={t('decide.to')}>
        <Value field={field.field} value={field.to} />
        {accepted.map((one, index) => (
          <div key={index} className="small soft">
            {t('decide.typed', { value: one.typed || t('submission.blank') })}
          </div>
        ))}
        {field.problems.map((code) => (
          <div key={code} style={{ marginTop: '0.25rem' }}>
            <a href={pageOfCode({ code }) ?? ''} target="_blank" rel="noreferrer">
              <Mark tone="warn">{localize(problemAt(problems, field.field, code)?.title) || code}</Mark>
            </a>
          </div>
        ))}
      </td>
      <td data-label={field.match ? t('decide.match') : undefined}>
        {field.match ? <MatchMark level={field.match} /> : <span className="soft">–</span>}
      </td>
    </tr>
  );
}
