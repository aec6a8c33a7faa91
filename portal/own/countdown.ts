/** Time left, as people read it on a clock. Pure. */

/** `4:59`; `0:00` when it is over. */
export function clockText(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

/** `493 201`: six digits are typed in threes. */
export const inThrees = (digits: string): string => digits.replace(/(\d{3})(?=\d)/g, '$1\u2009');
