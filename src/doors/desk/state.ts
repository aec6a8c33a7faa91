/**
 * Where a submission stands: how many of its people are where, what each of them waits for, and one word for the whole. The page of a submission, its row
 * in the list and the task at home all come from here. Pure.
 */
import type { PeopleOfSubmission } from '#record/confirmation/people-states.ts';
import { isLive } from '#record/intake/approval-store.ts';
import type { ApprovalOfFile } from '#record/intake/approval-store.ts';
import type { FileCounts, FileStage, Source } from '#record/intake/shapes.ts';
import type { StoredFile } from '#record/intake/store.ts';
import type { ApprovalState } from './approval-shapes.ts';
import { STEP_KINDS } from './shapes.ts';
import type { Parts, Step, StepKind, SubmissionState } from './shapes.ts';

/** What is known of a submission: its latest file, and its people. */
export interface Standing {
  readonly stage: FileStage;
  /** have all lines of the submitted file become items? */
  readonly advanced: boolean;
  readonly counts: Pick<FileCounts, 'accepted' | 'rejected' | 'waiting'>;
  /** people of earlier files who were never sent, and whom the latest one does not name */
  readonly earlier: number;
  readonly people: PeopleOfSubmission;
}

/** In people. Who was returned and stands in a newer file that is not sent yet is counted there. */
export function partsOf({ stage, advanced, counts, earlier, people: { by, latest } }: Standing): Parts {
  const isKnown = stage === 'checked' || stage === 'submitted';
  const sent = stage === 'submitted' ? counts.accepted : 0;
  const withoutItems = Math.max(0, sent - latest);
  return {
    valid: stage === 'checked' ? counts.accepted : 0,
    toCorrect: isKnown ? counts.rejected + counts.waiting : 0,
    earlier: stage === 'withdrawn' ? 0 : earlier,
    sending: advanced ? 0 : withoutItems,
    matching: by['waiting-match'] ?? 0,
    held: by.held ?? 0,
    toConfirm: by['awaiting-confirmation'] ?? 0,
    returned: by.returned ?? 0,
    registered: by.registered ?? 0,
    unchanged: advanced ? withoutItems : 0,
    withdrawn: by.withdrawn ?? 0,
  };
}

/**
 * How a file stands to "Duyệt trước khi gửi" (decision 0042). A request that is open about the file as it stands is waited for, also when nobody
 * asks for approvals any more: it is approved, sent back or taken back. One about a file that is not there any more is void, and says so.
 */
export function approvalState(file: Pick<StoredFile, 'round' | 'checks' | 'stage'>, { needed, request }: ApprovalOfFile): ApprovalState {
  if (request !== null && isLive(request, file)) return 'asked';
  if (!needed || file.stage === 'submitted') return 'not-needed';
  if (request?.state === 'asked' || request?.state === 'void') return 'void';
  const isOfThis = request?.round === file.round && request.checks === file.checks;
  return request?.state === 'returned' && isOfThis ? 'returned' : 'needed';
}

/** What is to be done with people who are valid and not sent yet. */
const SENDING: Readonly<Record<ApprovalState, StepKind>> = {
  'not-needed': 'send',
  needed: 'ask',
  void: 'ask',
  returned: 'sent-back',
  asked: 'approving',
};

/** Does the sending body have to do something? Otherwise it waits, or nothing is left. */
const OWN: ReadonlySet<StepKind> = new Set(['refused', 'returned', 'correct', 'earlier', 'sent-back', 'ask', 'send']);

/**
 * What is to be done or waited for, each with the people whom it is about; never empty. Of what a person declares the body corrects and sends nothing: what
 * came back waits for that person. Of what the software of a body sends neither: that program is told.
 */
export function stepsOf(stage: FileStage, parts: Parts, approval: ApprovalState, source: Source): readonly Step[] {
  const isDeclared = source === 'person';
  const isNobodys = isDeclared || source === 'exchange';
  const valid = (kind: StepKind): number => (SENDING[approval] === kind ? parts.valid : 0);
  const people: Readonly<Record<StepKind, number>> = {
    refused: 0,
    returned: parts.returned,
    correct: parts.toCorrect,
    earlier: parts.earlier,
    'sent-back': valid('sent-back'),
    ask: valid('ask'),
    send: valid('send'),
    approving: valid('approving'),
    'with-person': isDeclared ? parts.returned + parts.toCorrect : 0,
    reading: 0,
    matching: parts.matching + parts.sending,
    held: parts.held,
    confirming: parts.toConfirm,
    done: parts.registered + parts.unchanged,
    withdrawn: parts.withdrawn,
  };
  const isOpen = (kind: StepKind): boolean => {
    if (isNobodys && (OWN.has(kind) || kind === 'approving')) return false;
    if (kind === 'with-person') return people[kind] > 0 || (isDeclared && stage === 'refused');
    if (kind === 'refused' || kind === 'withdrawn') return stage === kind;
    if (kind === 'reading') return stage === 'queued' || stage === 'reading' || (isNobodys && parts.valid > 0);
    return kind !== 'done' && people[kind] > 0;
  };
  const open = STEP_KINDS.filter(isOpen);
  // A file in which nobody stands is told to be corrected, and not that all is done.
  const kinds: readonly StepKind[] =
    open.length > 0 ? open : [stage !== 'checked' || source === 'exchange' ? 'done' : isDeclared ? 'with-person' : 'correct'];
  return kinds.map((kind) => ({ kind, people: people[kind], own: OWN.has(kind) }));
}

const FROM_STAGE: Readonly<Record<Exclude<FileStage, 'submitted'>, SubmissionState>> = {
  queued: 'reading',
  reading: 'reading',
  checked: 'checked',
  refused: 'refused',
  withdrawn: 'withdrawn',
  // Parts of a first load: two people sign them there, and nobody looks at each.
  bound: 'submitted',
  loaded: 'registered',
};

/** One word: that of its latest file until it is submitted (its head is waited for: `awaiting-approval`); then `incomplete` while people were never sent, and the least advanced of those who were. */
export function submissionState(stage: FileStage, parts: Parts, approval: ApprovalState): SubmissionState {
  if (stage === 'checked' && approval === 'asked' && parts.valid > 0) return 'awaiting-approval';
  if (stage !== 'submitted') return FROM_STAGE[stage];
  if (parts.returned > 0) return 'returned';
  if (parts.toCorrect + parts.earlier > 0) return 'incomplete';
  if (parts.sending > 0) return 'submitted';
  if (parts.matching > 0) return 'matching';
  return parts.held + parts.toConfirm > 0 ? 'awaiting-confirmation' : 'registered';
}
