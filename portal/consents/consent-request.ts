/** What an officer typed, as the server is asked, or what is missing of it. Pure. */
import type { Acts } from '#portal/api/client.ts';
import type { ConsentChoices } from '#portal/api/generated/api.ts';

type Request = Acts['/consents']['asked']['body'];
/** As few letters as the server takes. */
const REASON_LETTERS_MIN = 10;

export interface Typed {
  readonly code: string;
  readonly body: string;
  readonly purpose: string;
  readonly reason: string;
  readonly until: string;
  readonly groups: readonly string[];
  readonly fields: readonly string[];
}
/** Nothing is ticked beforehand. */
export const EMPTY: Typed = { code: '', body: '', purpose: '', reason: '', until: '', groups: [], fields: [] };
export type Missing = 'code' | 'purpose' | 'reason' | 'until' | 'parts';

export function requestOf(
  typed: Typed,
  { bodies, today, lastUntil }: Pick<ConsentChoices, 'bodies' | 'today' | 'lastUntil'>,
): { readonly body: Request } | { readonly missing: ReadonlySet<Missing> } {
  const missing = new Set<Missing>();
  if (typed.code.trim() === '') missing.add('code');
  if (typed.purpose === '') missing.add('purpose');
  if (typed.reason.trim().length < REASON_LETTERS_MIN) missing.add('reason');
  if (typed.until < today || typed.until > lastUntil) missing.add('until');
  if (typed.groups.length + typed.fields.length === 0) missing.add('parts');
  if (missing.size > 0) return { missing };
  const body = typed.body || (bodies[0]?.id ?? '');
  return {
    body: { ...typed, body, code: typed.code.trim(), reason: typed.reason.trim(), groups: [...typed.groups], fields: [...typed.fields] },
  };
}

/** With it, or without it. */
export const toggled = (all: readonly string[], one: string): readonly string[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
