/** Numbers of papers as people type them. */

/** As it is printed; null: it is no number of a paper. */
export function paperNumberOf(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s–—-]/g, '');
  const match = /^BG([0-9A-Z]{5})([0-9A-Z]{5})$/.exec(plain);
  if (!match) return null;
  const read = (signs: string): string => signs.replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  return `BG-${read(match[1]!)}-${read(match[2]!)}`;
}
