/** Where the door of the lines puts each change of a batch: declared here, said there, joined in `start/compose.ts`. */
import type { PlainDate } from '#base/clock.ts';
import type { Door } from '#record/intake/door.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import type { ExchangeChange } from './shapes.ts';

export interface ChangePlace {
  /** number of the person's first change: the place of the person */
  readonly root: number;
  /** pointer of the value or the act below it; null: nothing that is taken over the line */
  readonly path: string | null;
  /** number of the act among those on lines of the person, from 1; null: a value, or a person who is new */
  readonly act: number | null;
}

export interface DoorOfChanges extends Door {
  /** by number of the change */
  placesOf(changes: readonly ExchangeChange[], asOf: PlainDate): ReadonlyMap<number, ChangePlace>;
}

/** What judging and confirming need. */
export interface SettleNeeds extends IntakeNeeds {
  readonly door: DoorOfChanges;
  /** who is on duty is told that a source wrote about people of another agency */
  readonly onNotWriter?: (about: { readonly source: string; readonly changes: number }) => void;
}
