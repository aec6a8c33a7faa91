/** A delegation as typed: what is wrong with it before it is sent. Pure; the server judges it again. */
export interface Typed {
  /** index of the right among those that may be lent */
  readonly right: string;
  readonly bodyId: string;
  readonly kinds: readonly string[];
  readonly accountId: string;
  readonly from: string;
  readonly until: string;
  readonly decisionNumber: string;
  readonly decisionDay: string;
  readonly reason: string;
}

export const EMPTY: Typed = {
  right: '0',
  bodyId: '',
  kinds: [],
  accountId: '',
  from: '',
  until: '',
  decisionNumber: '',
  decisionDay: '',
  reason: '',
};

export const REASON_LETTERS_MIN = 10;

export interface Request {
  readonly role: string;
  readonly bodyId: string;
  readonly kinds: string[];
  readonly accountId: string;
  readonly from: string;
  readonly until: string;
  readonly decisionNumber?: string;
  readonly decisionDay?: string;
  readonly reason?: string;
}

/**
 * @param role  of the right that is lent
 * @returns     the request, or the fields that cannot be sent so. `basis`: neither a decision with number and day nor a reason
 */
export function requestOf(typed: Typed, role: string): { readonly wrong: ReadonlySet<string> } | { readonly body: Request } {
  const wrong = new Set<string>();
  for (const field of ['bodyId', 'accountId', 'from', 'until'] as const) if (typed[field] === '') wrong.add(field);
  if (typed.from !== '' && typed.until !== '' && typed.until < typed.from) wrong.add('until');
  const [number, reason] = [typed.decisionNumber.trim(), typed.reason.trim()];
  const hasDecision = number !== '' && typed.decisionDay !== '';
  const half = (number !== '') !== (typed.decisionDay !== '');
  if (half || (!hasDecision && reason.length < REASON_LETTERS_MIN)) wrong.add('basis');
  if (wrong.size > 0) return { wrong };
  const { bodyId, kinds, accountId, from, until, decisionDay } = typed;
  return {
    body: {
      role,
      bodyId,
      kinds: [...kinds],
      accountId,
      from,
      until,
      ...(hasDecision ? { decisionNumber: number, decisionDay } : {}),
      ...(reason === '' ? {} : { reason }),
    },
  };
}
