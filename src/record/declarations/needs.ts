/** What the work of this room is handed by `start/compose.ts`. */
import type { Keys } from '#base/sealing.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import type { Evidence } from './evidence-port.ts';
import type { Door } from '#record/intake/door.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import type { Heads } from '#record/register/shapes.ts';
import type { RecordDocument } from '#standard/shapes.ts';

export interface DeclarationNeeds extends ClockNeeds, Pick<IntakeNeeds, 'bodyWords' | 'demo'> {
  readonly keys: Keys;
  /** which reads what was declared, before it is sent and when it is checked */
  readonly door: Door;
  /** which reads, names and brings papers that come along */
  readonly evidence: Evidence;
}

/** Whose record it is, and who manages it. */
export interface Declarer {
  readonly personId: string;
  readonly bodyId: string;
  readonly nationalId: string;
  /** the record as it stands today */
  readonly document: RecordDocument;
  /** which version states each group now */
  readonly heads: Heads;
  /** the role in which somebody stands at the own pages */
  readonly role: string;
}
