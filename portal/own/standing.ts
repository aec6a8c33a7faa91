/** In which part of "my record" a group stands, and in which tone. As data, so that a new state is a compile error here. */
import type { GroupState, MyGroupSummary } from '#portal/api/generated/api.ts';
import type { Tone } from '#portal/parts/tones.ts';

export const TONE_OF_GROUP = {
  missing: 'warn',
  waiting: 'wait',
  returned: 'warn',
  unconfirmed: 'note',
  confirmed: 'good',
  nothing: 'off',
  system: 'off',
} as const satisfies Record<GroupState, Tone>;

export const PARTS = ['attention', 'unconfirmed', 'confirmed', 'others'] as const;
export type Part = (typeof PARTS)[number];

const PART_OF = {
  missing: 'attention',
  waiting: 'attention',
  returned: 'attention',
  unconfirmed: 'unconfirmed',
  confirmed: 'confirmed',
  nothing: 'others',
  system: 'others',
} as const satisfies Record<GroupState, Part>;

/** Groups by part, in the order of the form; of what needs attention, what is missing comes before what only waits. */
export function byPart(groups: readonly MyGroupSummary[]): Readonly<Record<Part, readonly MyGroupSummary[]>> {
  const of = (part: Part): MyGroupSummary[] => groups.filter((group) => PART_OF[group.state] === part);
  const weight = (group: MyGroupSummary): number => (group.state === 'missing' ? 0 : 1);
  return {
    attention: of('attention').sort((a, b) => weight(a) - weight(b)),
    unconfirmed: of('unconfirmed'),
    confirmed: of('confirmed'),
    others: of('others'),
  };
}

/** The groups before and after one, in the order of the form; null at the ends and for a code that is none. */
export function besides(codes: readonly string[], code: string): { readonly before: string | null; readonly after: string | null } {
  const at = codes.indexOf(code);
  return { before: at > 0 ? codes[at - 1]! : null, after: at >= 0 ? (codes[at + 1] ?? null) : null };
}
