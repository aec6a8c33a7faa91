/**
 * One identifier of a body has two written forms: `H26.12` (QĐ 20/2020/QĐ-TTg) and `000.00.12.H26` (QCVN 102:2016/BTTTT), the same
 * parts from the other end, filled up with zeros. Pure.
 */
const OLD_FORM = /^(\d{2,3}(?:\.\d{2,3}){2})\.([GH]\d{2})$/;
const NEW_FORM = /^([GH]\d{2})((?:\.\d{2,3}){0,3})$/;

/** The code as written, then the other form of the same identifier where it has one. */
export function codeSpellings(code: string): readonly string[] {
  const old = OLD_FORM.exec(code);
  if (old) {
    const parts = old[1]!.split('.').reverse();
    while (parts.length > 0 && /^0+$/.test(parts.at(-1)!)) parts.pop();
    // A zero between two parts that say something is no filling: such a code is what it says and nothing else.
    if (parts.some((part) => /^0+$/.test(part))) return [code];
    return [code, [old[2]!, ...parts].join('.')];
  }
  const now = NEW_FORM.exec(code);
  if (!now) return [code];
  const parts = now[2]!.split('.').filter((part) => part !== '');
  const filled = [parts[0] ?? '00', parts[1] ?? '00', parts[2] ?? '000'].reverse();
  return [code, [...filled, now[1]!].join('.')];
}
