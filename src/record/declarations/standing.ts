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
 * `replaced`: what came back of it was sent once more, in a later one · `withdrawn`: its person took it back before anybody decided (`standingOfSent`)
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

/** How what was sent stands for its person: what they took back stands as taken back, wherever it was. */
export const standingOfSent = ({
  withdrawnAt,
  intake,
}: {
  readonly withdrawnAt: string | null;
  readonly intake: InIntake | null;
}): DeclarationStanding => (withdrawnAt === null ? standingOf(intake) : 'withdrawn');

/** It waits for the agency, and nobody decided anything of it or of its papers: its person may take it back. */
export const mayTakeBack = (standing: DeclarationStanding, intakes: readonly (InIntake | null)[]): boolean =>
  WITH_THE_AGENCY.has(standing) && intakes.every((one) => one === null || (one.returned === 0 && one.registered === 0));

const WITH_THE_AGENCY: ReadonlySet<DeclarationStanding> = new Set(['sent', 'checking', 'waiting']);
export const isWithTheAgency = (standing: DeclarationStanding): boolean => WITH_THE_AGENCY.has(standing);

/** May something be written about it still: it waits, or it came back? */
export const takesMessages = (standing: DeclarationStanding): boolean => WITH_THE_AGENCY.has(standing) || standing === 'returned';

/** Is it answered in a way that lets the person repair it and send it once more, as a further round of the same? */
export const comesBack = (standing: DeclarationStanding): boolean => standing === 'refused' || standing === 'returned';

/** Is what it says filled in already: it came back, or was taken back, and nothing was sent since? */
export const isFilledIn = (sent: {
  readonly withdrawnAt: string | null;
  readonly resent: boolean;
  readonly intake: InIntake | null;
}): boolean => (sent.withdrawnAt === null ? comesBack(standingOf(sent.intake)) : !sent.resent);
