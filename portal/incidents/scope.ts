/** What an incident touches, as it is typed: the two marks, and how many people. Pure. */
export interface TypedScope {
  readonly touchesSystem: boolean;
  readonly touchesPeople: boolean;
  readonly people: string;
}

export const NOTHING_TOUCHED: TypedScope = { touchesSystem: false, touchesPeople: false, people: '' };

/** @returns null: the number of people is none */
export function scopeOf({ touchesSystem, touchesPeople, people }: TypedScope): {
  readonly touchesSystem: boolean;
  readonly touchesPeople: boolean;
  readonly people: number | null;
} | null {
  // Where no personal data is touched nobody is asked how many people.
  const said = touchesPeople ? people.trim().replaceAll(/[.\s]/g, '') : '';
  if (said !== '' && !/^[1-9]\d{0,7}$/.test(said)) return null;
  return { touchesSystem, touchesPeople, people: said === '' ? null : Number(said) };
}
