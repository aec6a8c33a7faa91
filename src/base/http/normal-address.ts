/**
 * Addresses in their normal form (RFC 3986 §6.2.2): a path that spells a plain letter as `%76`, holds `//`, `.` or `..` as a step, or a slash in
 * disguise is refused. One address is one route, for whoever guards and for whoever reads the log.
 */
const PLAIN = /^[A-Za-z0-9\-._~]$/;
const DISGUISED = new Set(['/', '\\', '%']);

/** @param url  as it came: path and query. The query is data, and may be written in any way. */
export function isNormalAddress(url: string): boolean {
  const path = url.split(/[?#]/, 1)[0]!;
  if (path.includes('//') || path.includes('\\')) return false;
  if (path.split('/').some((step) => step === '.' || step === '..')) return false;
  return [...path.matchAll(/%([0-9A-Fa-f]{2})?/g)].every(([, hex]) => {
    if (hex === undefined) return false;
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return !PLAIN.test(letter) && !DISGUISED.has(letter) && letter !== '\0';
  });
}
