/** Numbers of receipts as people type them. */

/** In the form that is printed: capitals, with dashes; letters that the alphabet leaves out read as what they look like. null: it is no number of a receipt. */
export function receiptNumberOf(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s–—-]/g, '');
  const match = /^(BN|XN)([0-9A-Z]{5})([0-9A-Z]{5})$/.exec(plain);
  if (!match) return null;
  const read = (signs: string): string => signs.replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  return `${match[1]}-${read(match[2]!)}-${read(match[3]!)}`;
}
