/** What was typed at the command line, as each command reads it. */

export type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;
export interface Asked {
  readonly positionals: readonly string[];
  readonly values: Values;
}

export const text = (values: Values, name: string): string | undefined =>
  typeof values[name] === 'string' ? (values[name] as string) : undefined;

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
