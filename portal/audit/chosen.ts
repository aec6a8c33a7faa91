/** The choice of rows as it stands in the address. What is no choice is left out, so that a mistyped address shows the whole log. */
export interface Chosen {
  readonly act?: string;
  readonly role?: string;
  readonly body?: string;
  readonly from?: string;
  readonly to?: string;
}

const SHAPE: Readonly<Record<keyof Chosen, RegExp>> = {
  act: /^[a-z.-]{1,40}$/,
  role: /^[A-Z_]{1,20}$/,
  body: /^[0-9a-f-]{36}$/,
  from: /^[1-9]\d{3}-\d{2}-\d{2}$/,
  to: /^[1-9]\d{3}-\d{2}-\d{2}$/,
};

export function chosenIn(params: URLSearchParams): Chosen {
  const found = Object.entries(SHAPE).flatMap(([name, shape]) => {
    const value = params.get(name);
    return value !== null && shape.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
}
