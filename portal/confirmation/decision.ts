/** An officer's decision on one person while it is being made: what is chosen, what is missing, what will be sent. Pure. */
import type { Acts } from '#portal/api/client.ts';
import type { AcceptedCell, PresentedField, PresentedGroup, PresentedPerson, PresentedProblem } from '#portal/api/generated/api.ts';
import { matchLevel } from '#portal/parts/tones.ts';

export type Verdict = 'accept' | 'return' | 'later';
export interface GroupChoice {
  readonly verdict: Verdict;
  /** fields to return */
  readonly cells: readonly string[];
  readonly reason: string;
  readonly note: string;
}
/** By item. A group without an entry is decided later. */
export type Choices = Readonly<Record<string, GroupChoice>>;

/** Codes as in `#record/confirmation/reasons.ts`; a test holds them equal. Their words: language files. */
export const RETURN_REASONS = [
  'KHAC_HO_SO_GIAY',
  'THIEU_QUYET_DINH',
  'SAI_NGACH_BAC',
  'SAI_NGAY',
  'SAI_DAN_CU',
  'KHONG_THUOC_QUAN_LY',
  'ANH_KHONG_DUNG_NGUOI',
  'ANH_KHONG_DAT',
  'KHAC',
] as const;
export const MISMATCH_REASONS = ['DAN_CU_CHUA_CAP_NHAT', 'DOI_TEN_HOP_PHAP', 'NGUON_TAM_NGUNG'] as const;
/** "Other" says nothing by itself. */
const NEEDS_NOTE = 'KHAC';

export const LATER: GroupChoice = { verdict: 'later', cells: [], reason: '', note: '' };
export const choiceOf = (choices: Choices, itemId: string): GroupChoice => choices[itemId] ?? LATER;

/** Only an item that waits for confirmation can be decided. */
export const isOpen = (group: Pick<PresentedGroup, 'state'>): boolean => group.state === 'awaiting-confirmation';

/** Choosing "return" takes the one changed cell at once; with several the officer says which. */
export function withVerdict(choices: Choices, group: PresentedGroup, verdict: Verdict): Choices {
  const before = choiceOf(choices, group.itemId);
  const changed = group.fields.filter((field) => field.changed);
  const cells =
    verdict === 'return' && before.cells.length === 0 && changed.length === 1 ? changed.map((field) => field.field) : before.cells;
  return { ...choices, [group.itemId]: { ...before, verdict, cells } };
}

export const acceptAll = (choices: Choices, groups: readonly PresentedGroup[]): Choices =>
  groups.filter((group) => isOpen(group) && group.mayConfirm).reduce<Choices>((all, group) => withVerdict(all, group, 'accept'), choices);

export const levelOf = (person: Pick<PresentedPerson, 'matchResult'>) => matchLevel(person.matchResult?.level);

/** A person whose identity differs or is unknown is confirmed only with a reason. */
export function needsMismatchReason(person: PresentedPerson, choices: Choices): boolean {
  const level = levelOf(person);
  return (
    (level === 'LECH' || level === 'KHONG_TIM_THAY') &&
    person.groups.some((group) => isOpen(group) && choiceOf(choices, group.itemId).verdict === 'accept')
  );
}

export interface MissingPart {
  readonly what: 'noDecision' | 'noCells' | 'noReason' | 'noNote' | 'noMismatch';
  readonly group: string | null;
}

export function missingParts(person: PresentedPerson, choices: Choices, mismatchReason: string): readonly MissingPart[] {
  const open = person.groups.filter(isOpen);
  const missing: MissingPart[] = [];
  if (open.every((group) => choiceOf(choices, group.itemId).verdict === 'later')) missing.push({ what: 'noDecision', group: null });
  for (const group of open) {
    const choice = choiceOf(choices, group.itemId);
    if (choice.verdict !== 'return') continue;
    if (choice.cells.length === 0) missing.push({ what: 'noCells', group: group.group });
    if (choice.reason === '') missing.push({ what: 'noReason', group: group.group });
    else if (choice.reason === NEEDS_NOTE && choice.note.trim() === '') missing.push({ what: 'noNote', group: group.group });
  }
  if (needsMismatchReason(person, choices) && mismatchReason === '') missing.push({ what: 'noMismatch', group: null });
  return missing;
}

export type DecisionRequest = Acts['/confirmation/decisions']['asked']['body'];

/** What travels. `shownHash` says which state of things the officer saw: another one is refused. */
export function requestOf(
  ids: { readonly submissionId: string; readonly personId: string },
  person: PresentedPerson,
  choices: Choices,
  mismatchReason: string,
): DecisionRequest {
  const open = person.groups.filter(isOpen);
  const of = (verdict: Verdict) => open.filter((group) => choiceOf(choices, group.itemId).verdict === verdict);
  return {
    ...ids,
    shownHash: person.shownHash,
    accept: of('accept').map((group) => group.itemId),
    return: of('return').map((group) => {
      const { cells, reason, note } = choiceOf(choices, group.itemId);
      return { itemId: group.itemId, cells: cells.map((field) => ({ field, reason, note: note.trim() || null })) };
    }),
    ...(needsMismatchReason(person, choices) ? { mismatchReason } : {}),
  };
}

export function summaryOf(
  groups: readonly PresentedGroup[],
  choices: Choices,
): { readonly accept: number; readonly back: number; readonly cells: number; readonly later: number } {
  const open = groups.filter(isOpen).map((group) => choiceOf(choices, group.itemId));
  const back = open.filter((choice) => choice.verdict === 'return');
  return {
    accept: open.filter((choice) => choice.verdict === 'accept').length,
    back: back.length,
    cells: back.reduce((sum, choice) => sum + choice.cells.length, 0),
    later: open.filter((choice) => choice.verdict === 'later').length,
  };
}

/** Accepted suggestions beside the row they belong to; one whose row is not certain (several lines of a section) stands in the list of the group only. */
export function acceptedByField(
  fields: readonly PresentedField[],
  accepted: readonly AcceptedCell[],
): ReadonlyMap<PresentedField, readonly AcceptedCell[]> {
  const beside = new Map<PresentedField, readonly AcceptedCell[]>();
  for (const one of accepted) {
    const rows = fields.filter(({ field }) => field === one.field || field.startsWith(`${one.field}.`));
    const [row] = rows;
    if (row && rows.length === 1) beside.set(row, [...(beside.get(row) ?? []), one]);
  }
  return beside;
}

/** Problems that stand beside no field of what is decided: of the whole record, or of a field that does not change. Errors and warnings first. */
export const problemsWithoutField = ({ problems, groups }: Pick<PresentedPerson, 'problems' | 'groups'>): readonly PresentedProblem[] => {
  const shown = new Set(
    groups.flatMap(({ fields }) => fields.flatMap(({ field, problems: codes }) => codes.map((code) => `${field} ${code}`))),
  );
  const rest = problems.filter(({ code, where }) => !shown.has(`${where.field ?? ''} ${code}`));
  return [...rest.filter(({ severity }) => severity !== 'corrected'), ...rest.filter(({ severity }) => severity === 'corrected')];
};

/** The words of a code that stands at a field. */
export const problemAt = (problems: readonly PresentedProblem[], field: string, code: string): PresentedProblem | undefined =>
  problems.find((one) => one.code === code && one.where.field === field);
