/** How good a record is, as whoever shows one asks it; what answers stands in `uses/quality`. */
import type { PlainDate } from '#base/clock.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import type { RecordQuality } from './quality-shapes.ts';
import type { ComparedOf } from './shapes.ts';

/** A record as it is asked about: what stands on a day, the number, what the population database was found to say, and what the reader sees. */
export interface QualityAsked {
  readonly document: RecordDocument;
  readonly number: string | null;
  readonly comparedOf: ComparedOf;
  readonly on: PlainDate;
  readonly isSeen: (leaf: Leaf) => boolean;
}
/** null: no check speaks of that day, or of anything that the reader sees */
export type QualityOf = (asked: QualityAsked) => RecordQuality | null;
