/** Short numbers (`base/short-number.ts`) as people type them from a paper. */

/** In the form that is printed: capitals, with dashes; letters that the alphabet leaves out read as what they look like. null: it is no number of these. */
export function shortNumberOf(typed: string, prefixes: readonly string[]): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s–—-]/g, '');
  const prefix = prefixes.find((one) => plain.startsWith(one));
  const match = prefix === undefined ? null : /^([0-9A-Z]{5})([0-9A-Z]{5})$/.exec(plain.slice(prefix.length));
  if (!match) return null;
  const read = (signs: string): string => signs.replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  return `${prefix}-${read(match[1]!)}-${read(match[2]!)}`;
}
