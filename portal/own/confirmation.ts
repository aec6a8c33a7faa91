/** Who confirmed something, and on which day. Pure; `use-confirmation.ts` says it. */
import { instantText } from '#portal/parts/format.ts';

export interface Confirmed {
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly locked: boolean;
}

export type Confirmation = { readonly kind: 'signed'; readonly day: string; readonly by: string | null } | { readonly kind: 'matched' };

/** @returns null when nobody confirmed it and the population database does not keep it either */
export function confirmationOf({ confirmedAt, confirmedBy, locked }: Confirmed): Confirmation | null {
  if (confirmedAt !== null) return { kind: 'signed', day: instantText(confirmedAt).slice(-10), by: confirmedBy };
  return locked ? { kind: 'matched' } : null;
}
