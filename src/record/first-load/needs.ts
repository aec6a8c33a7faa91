/** What the work of this room is handed by `start/compose.ts`: that of the intake, whose files its parts are. */
import type { IntakeNeeds } from '#record/intake/needs.ts';

export type FirstLoadNeeds = IntakeNeeds;

/** Who acts. `identity`: keyed hash of the citizen number, hexadecimal. */
export interface LoadActor {
  readonly accountId: string;
  readonly identity: string;
  readonly name: string;
}
