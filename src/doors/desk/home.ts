/** "Việc cần làm": counted tasks of the person signed in; nothing else. Each leads to exactly the rows that it counts. */
import { countWaiting } from '#record/cases/store.ts';
import { itemCounts } from '#record/confirmation/store.ts';
import { countMismatches } from '#record/matching/mismatch-store.ts';
import { countRequests } from '#record/intake/approval-store.ts';
import { countSteps } from '#record/intake/store.ts';
import type { OpenStep } from '#record/intake/store.ts';
import type { Tx } from '#base/database/transaction.ts';
import { countClocks } from '#record/clocks/store.ts';
import { countDataRequests } from '#record/data-requests/store.ts';
import { countKeptApart } from '#record/kept-apart/store.ts';
import { countReports } from '#record/value-reports/store.ts';

/** Steps of submissions that are a task, by the name of the task. */
const STEP_OF_TASK = {
  returned: 'returned',
  'uploads-to-fix': 'correct',
  'people-left-out': 'earlier',
  'uploads-refused': 'refused',
  'submissions-to-submit': 'send',
  'approvals-sent-back': 'sent-back',
  'approvals-to-ask': 'ask',
  'waiting-population': 'matching',
} as const satisfies Record<string, OpenStep>;
export type StepTask = keyof typeof STEP_OF_TASK;

export interface Task {
  readonly kind:
    | StepTask
    | 'approvals-to-decide'
    | 'mismatches-open'
    | 'mismatches-overdue'
    | 'value-reports-open'
    | 'value-reports-overdue'
    | 'data-requests-open'
    | 'kept-apart-to-decide'
    | 'exchange-to-decide'
    | 'exchange-frozen'
    | 'clocks-late'
    | 'items-to-confirm'
    | 'cases-to-answer';
  readonly count: number;
  readonly oldestAt: string | null;
  readonly href: string;
}

const of = (kind: Task['kind'], href: string, found: { count: number; oldestAt: string | null } | undefined): Task[] =>
  found && found.count > 0 ? [{ kind, count: found.count, oldestAt: found.oldestAt, href }] : [];

/** What waits about the lines of bodies for somebody who may decide about them. */
export type LineWork = Readonly<Record<'toDecide' | 'frozen', { readonly count: number; readonly oldestAt: string | null }>>;

export const lineTasks = ({ toDecide, frozen }: LineWork): Task[] => [
  ...of('exchange-frozen', '/trao-doi?state=frozen', frozen),
  ...of('exchange-to-decide', '/trao-doi', toDecide),
];

/** Bodies by what the person may do there; null = whatever the session sees. */
export interface MyBodies {
  readonly sends: readonly string[] | null;
  readonly confirms: readonly string[] | null;
  /** reconciles with the population database */
  readonly reconciles: readonly string[] | null;
  readonly today: string;
  readonly now: string;
  /** answers for terms of the law */
  readonly keepsTerms: readonly string[] | null;
  /** approves what is sent */
  readonly approves: readonly string[] | null;
  /** decides about records that are kept apart */
  readonly keepsApart: readonly string[] | null;
  readonly follows: readonly string[] | null;
  /** answers cases: transfers, double claims, changed numbers */
  readonly answers: readonly string[] | null;
}

export async function homeTasks(tx: Tx, mine: MyBodies): Promise<Task[]> {
  const { sends, follows } = mine;
  const steps = await countSteps(tx, {
    returned: sends,
    correct: sends,
    earlier: sends,
    refused: sends,
    'sent-back': sends,
    ask: sends,
    send: sends,
    matching: follows,
  });
  const items = await itemCounts(tx, { 'awaiting-confirmation': mine.confirms });
  const approvals = await countRequests(tx, mine.approves);
  const reconciles = { bodyIds: mine.reconciles, level: null, body: null, assigned: null };
  const mismatches = await countMismatches(tx, { ...reconciles, dueBefore: null });
  const late = await countMismatches(tx, { ...reconciles, dueBefore: mine.today });
  const reported = { bodyIds: mine.reconciles, body: null, assigned: null, settled: false };
  const reports = await countReports(tx, { ...reported, dueBefore: null });
  const reportsLate = await countReports(tx, { ...reported, dueBefore: mine.today });
  const requests = await countDataRequests(tx, mine.reconciles);
  const apart = await countKeptApart(tx, mine.keepsApart);
  const terms = await countClocks(tx, mine.now, { bodyIds: mine.keepsTerms, body: null, term: null, which: 'late' });
  const clocks = { count: terms.count, oldestAt: terms.firstDueAt };
  const cases = await countWaiting(tx, mine.answers);
  // One submission is opened by one click; several stand in the list, and nothing else beside them.
  const step = (kind: StepTask): Task[] => {
    const found = steps.get(STEP_OF_TASK[kind]);
    return of(kind, found?.only ? `/ho-so-gui/${found.only}` : `/ho-so-gui?can=${STEP_OF_TASK[kind]}`, found);
  };
  return [
    ...step('returned'),
    ...step('uploads-to-fix'),
    ...step('people-left-out'),
    ...step('uploads-refused'),
    ...step('approvals-sent-back'),
    ...step('approvals-to-ask'),
    ...step('submissions-to-submit'),
    ...of('approvals-to-decide', '/duyet-gui', approvals),
    ...of('value-reports-overdue', '/bao-sai?overdue=yes', reportsLate),
    ...of('clocks-late', '/thoi-han?which=late', clocks),
    ...of('mismatches-overdue', '/sai-lech?overdue=yes', late),
    ...of('mismatches-open', '/sai-lech', mismatches),
    ...of('value-reports-open', '/bao-sai', reports),
    ...of('data-requests-open', '/yeu-cau-du-lieu', requests),
    ...of('kept-apart-to-decide', '/quan-ly-rieng', apart),
    ...of('items-to-confirm', '/xac-nhan', items.get('awaiting-confirmation')),
    ...of('cases-to-answer', '/viec', cases),
    ...step('waiting-population'),
  ];
}
