/** How a declaration that was sent stands, by how the intake has it. Pure. */
import type { DECLARATION_STANDINGS } from './shapes.ts';

export type DeclarationStanding = (typeof DECLARATION_STANDINGS)[number];

/** What the intake says of it; null: it was not brought there yet. */
export interface InIntake {
  /** stage of its file */
  readonly stage: string;
  /** people of it that were not accepted: the one, or none */
  readonly rejected: number;
  /** parts by where they are */
  readonly waiting: number;
  readonly returned: number;
  /** the record moved to another body before it was decided */
  readonly withdrawn: number;
  readonly registered: number;
  /** what came back of it was sent once more */
  readonly replaced: boolean;
}

/**
 * `sent`: kept, not brought in yet · `checking`: read and compared · `refused`: could not be taken in, to be repaired and sent anew ·
 * `waiting`: an officer confirms · `returned`: something came back · `registered`: all of it stands in the record · `recorded`: it changes nothing ·
 * `replaced`: what came back of it was sent once more, in a later one
 */
export function standingOf(intake: InIntake | null): DeclarationStanding {
  if (intake === null) return 'sent';
  const { stage, rejected, waiting, returned, withdrawn, registered, replaced } = intake;
  if (replaced) return 'replaced';
  if (stage === 'refused' || stage === 'withdrawn' || (stage === 'checked' && rejected > 0)) return 'refused';
  if (stage !== 'submitted') return 'checking';
  // What moved away with the record waits nowhere: it is sent anew, to the body that manages the record now.
  if (withdrawn > 0) return 'refused';
  if (returned > 0) return 'returned';
  if (waiting > 0) return 'waiting';
  return registered > 0 ? 'registered' : 'recorded';
}

/** Is it answered in a way that lets the person repair it and send it once more, as a further round of the same? */
export const comesBack = (standing: DeclarationStanding): boolean => standing === 'refused' || standing === 'returned';
