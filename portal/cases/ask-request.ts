/** What was typed into the form of a case → the request, or which fields are wrong. Pure. */
import type { Acts } from '#portal/api/client.ts';
import { readDay } from '#portal/parts/format.ts';

/** ask: for somebody of another body. offer: one's own person to another. second: lent to another. beside: a post at another beside the main one. number: made anew. merge: into the record under a number. */
export type AskKind = 'ask' | 'offer' | 'second' | 'beside' | 'number' | 'merge';

export interface Typed {
  readonly bodyId: string;
  readonly nationalId: string;
  readonly receiving: string;
  readonly post: string;
  readonly newNationalId: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly effectiveOn: string;
  readonly untilOn: string;
  readonly reason: string;
}
export const NOTHING_TYPED: Typed = {
  bodyId: '',
  nationalId: '',
  receiving: '',
  post: '',
  newNationalId: '',
  decisionNumber: '',
  decisionDate: '',
  effectiveOn: '',
  untilOn: '',
  reason: '',
};

export const PATH_OF = {
  ask: '/cases/asks',
  offer: '/cases/offers',
  second: '/cases/secondments',
  beside: '/cases/concurrents',
  number: '/cases/numbers',
  merge: '/cases/merges',
} as const satisfies Record<AskKind, keyof Acts>;

type BodyOf<Kind extends AskKind> = Acts[(typeof PATH_OF)[Kind]]['asked']['body'];
export type Asked = Acts[(typeof PATH_OF)[AskKind]]['asked'];

export const FIELDS_OF = {
  ask: ['bodyId', 'nationalId', 'decisionNumber', 'decisionDate', 'effectiveOn'],
  offer: ['receiving', 'decisionNumber', 'decisionDate', 'effectiveOn'],
  second: ['receiving', 'decisionNumber', 'decisionDate', 'effectiveOn', 'untilOn'],
  beside: ['receiving', 'post', 'decisionNumber', 'decisionDate', 'effectiveOn', 'untilOn'],
  number: ['newNationalId', 'decisionNumber', 'decisionDate'],
  merge: ['nationalId', 'decisionNumber', 'decisionDate'],
} as const satisfies { [Kind in AskKind]: readonly (keyof Typed & keyof BodyOf<Kind>)[] };

/** What may stay empty. */
const FREE: Readonly<Partial<Record<AskKind, ReadonlySet<string>>>> = { beside: new Set(['untilOn']) };
const DAYS: ReadonlySet<string> = new Set(['decisionDate', 'effectiveOn', 'untilOn']);

export type Wrong = Partial<Record<keyof Typed, 'needed' | 'dayWrong'>>;

/** @returns the body of the request, or every field that is wrong */
export function requestOf(what: AskKind, typed: Typed, personId: string | undefined): Asked | { readonly wrong: Wrong } {
  const wrong: Wrong = {};
  const body: Record<string, string> = { reason: typed.reason };
  for (const field of FIELDS_OF[what]) {
    const text = typed[field].trim();
    const day = DAYS.has(field) ? readDay(text) : null;
    if (text === '' && FREE[what]?.has(field)) continue;
    if (text === '') wrong[field] = 'needed';
    else if (DAYS.has(field) && day === null) wrong[field] = 'dayWrong';
    body[field] = day ?? text;
  }
  if (what !== 'ask' && personId !== undefined) body['personId'] = personId;
  // Its fields are those of `FIELDS_OF`, which the types hold to the body of the path.
  return Object.keys(wrong).length > 0 ? { wrong } : ({ body } as unknown as Asked);
}
