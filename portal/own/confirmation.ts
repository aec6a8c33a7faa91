/** Who confirmed something, and on which day. Pure; `use-confirmation.ts` says it. */
import { instantText } from '#portal/parts/format.ts';

export interface Confirmed {
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
}

export interface Confirmation {
  readonly day: string;
  readonly by: string | null;
}

/** @returns null when nobody confirmed it; that a value matched is no confirmation */
export const confirmationOf = ({ confirmedAt, confirmedBy }: Confirmed): Confirmation | null =>
  confirmedAt === null ? null : { day: instantText(confirmedAt).slice(-10), by: confirmedBy };
