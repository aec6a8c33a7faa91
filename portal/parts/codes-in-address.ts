/** How a list is narrowed, as it stands in its address: codes alone, nothing of a person. What is no such code is left out on the way in and out. Pure. */

/** What each may be. */
export type MayBe<Name extends string> = Readonly<Record<Name, (text: string) => boolean>>;
export type Codes<Name extends string> = Readonly<Partial<Record<Name, string>>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);
/** A code of a list: no blanks, so no name of anybody. */
export const isCode = (text: string): boolean => /^[A-Za-z0-9._-]{1,40}$/.test(text);
export const isOneOf =
  (words: readonly string[]) =>
  (text: string): boolean =>
    words.includes(text);

const namesOf = <Name extends string>(mayBe: MayBe<Name>): readonly Name[] => Object.keys(mayBe) as Name[];

export function codesIn<Name extends string>(params: URLSearchParams, mayBe: MayBe<Name>): Codes<Name> {
  return Object.fromEntries(
    namesOf(mayBe).flatMap((name) => {
      const value = params.get(name);
      return value !== null && mayBe[name](value) ? [[name, value]] : [];
    }),
  ) as Codes<Name>;
}

/** `?` and what narrows, or nothing: to be put behind an address. */
export function searchOf<Name extends string>(codes: Codes<Name>, mayBe: MayBe<Name>): string {
  const params = new URLSearchParams();
  for (const name of namesOf(mayBe)) {
    const value = codes[name];
    if (value !== undefined && value !== '' && mayBe[name](value)) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
