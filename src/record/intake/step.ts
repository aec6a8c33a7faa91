/** The life of a file, as a table: `step(stage, event)` is the next stage and what must follow, or null when the event does not fit. Pure; the only place that names a next stage. */
import type { FileStage } from './shapes.ts';

/**
 * opened: a job begins to read it, or begins again · read: every problem of every row is known · unreadable: refused as a whole ·
 * failed: it could not be read for the last time, by no fault of its own · again: the same bytes came once more ·
 * reworked: accepted suggestions were laid over it, or taken back · redated: its data are of another day · submitted: R1 is signed · withdrawn ·
 * of a part of a first load (`record/first-load`): bound: its rows are fixed · unbound: they are not any more, and are read anew · loaded: they are registered ·
 * let-go: the load was withdrawn
 */
export type FileEvent =
  | 'opened'
  | 'read'
  | 'unreadable'
  | 'failed'
  | 'again'
  | 'reworked'
  | 'redated'
  | 'submitted'
  | 'withdrawn'
  | 'bound'
  | 'unbound'
  | 'loaded'
  | 'let-go';

/** What MUST follow in the transaction of the event: a job is queued. */
export type FileEffect = 'check' | 'advance';

export interface FileStep {
  readonly to: FileStage;
  readonly effect: FileEffect | null;
}

type Row = { readonly from: readonly FileStage[]; readonly to: FileStage; readonly effect?: FileEffect };

const TABLE: Readonly<Record<FileEvent, Row>> = {
  // From `reading` too: a job that was killed begins again.
  opened: { from: ['queued', 'reading'], to: 'reading' },
  read: { from: ['reading'], to: 'checked' },
  unreadable: { from: ['reading'], to: 'refused' },
  failed: { from: ['queued', 'reading'], to: 'refused' },
  again: { from: ['refused'], to: 'queued', effect: 'check' },
  reworked: { from: ['checked'], to: 'queued', effect: 'check' },
  redated: { from: ['checked'], to: 'queued', effect: 'check' },
  submitted: { from: ['checked'], to: 'submitted', effect: 'advance' },
  withdrawn: { from: ['queued', 'reading', 'checked', 'refused', 'submitted'], to: 'withdrawn' },
  bound: { from: ['checked'], to: 'bound' },
  unbound: { from: ['bound'], to: 'queued', effect: 'check' },
  loaded: { from: ['bound'], to: 'loaded' },
  'let-go': { from: ['bound'], to: 'withdrawn' },
};

/** Where a file begins, and what follows. */
export const FIRST: FileStep = { to: 'queued', effect: 'check' };

/** The next stage and what follows; null when `event` cannot happen in `stage` (the caller changes nothing then). */
export function step(stage: FileStage, event: FileEvent): FileStep | null {
  const { from, to, effect = null } = TABLE[event];
  return from.includes(stage) ? { to, effect } : null;
}

/** May a corrected file follow one that stands at this stage? Not while it is read, and not after it was taken back. */
export const takesCorrection = (stage: FileStage): boolean => stage === 'checked' || stage === 'refused' || stage === 'submitted';

/** Is nothing laid over the cells of a file any more at this stage, nor taken back? */
export const isClosed = (stage: FileStage): boolean => !['queued', 'reading', 'checked'].includes(stage);
