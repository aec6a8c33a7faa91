/** Places as this room keeps them: JSON of the door, the same for the same place. Only the door knows what it says. Pure. */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Place, ProblemPlace } from '#base/problem.ts';

/** What of a problem's place is the door's own; null where there is nothing. What is null is left out, so that equal places are equal JSON. */
export function placeIn({ field: _field, ...own }: ProblemPlace): Place | null {
  const said = Object.entries(own).filter(([, value]) => value !== null && value !== undefined);
  return said.length === 0 ? null : (Object.fromEntries(said) as Place);
}

/** Equal for equal places. */
export const placeKey = (place: Place): string => canonicalJson(place);
