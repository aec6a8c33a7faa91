/** Parts and steps of the mock's submissions. */
import type { StepKind, SubmissionParts, SubmissionStep } from '#portal/api/generated/api.ts';

const NOBODY: SubmissionParts = {
  valid: 0,
  toCorrect: 0,
  earlier: 0,
  sending: 0,
  matching: 0,
  held: 0,
  toConfirm: 0,
  returned: 0,
  registered: 0,
  unchanged: 0,
  withdrawn: 0,
};
export const parts = (some: Partial<SubmissionParts> = {}): SubmissionParts => ({ ...NOBODY, ...some });

const OWN: ReadonlySet<StepKind> = new Set(['refused', 'returned', 'correct', 'earlier', 'send']);
export const step = (kind: StepKind, people: number): SubmissionStep => ({ kind, people, own: OWN.has(kind) });
