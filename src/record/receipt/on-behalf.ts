/** A right that was lent, as receipts name it: role, body and days, nobody. */
import { dayText } from '#base/vietnamese/time-text.ts';
import { codeList } from '#standard/code-lists.ts';
import type { OnBehalf } from './shapes.ts';

const ROLES = new Map(codeList('vai_tro').entries.map(({ code, name }) => [code, name]));

/** "Xác nhận – Tỉnh X (H26), từ 01/12/2026 đến 15/12/2026" */
export const onBehalfText = (lent: OnBehalf): string =>
  `${ROLES.get(lent.role) ?? lent.role} – ${lent.bodyName} (${lent.bodyCode}), từ ${dayText(lent.from)} đến ${dayText(lent.until)}`;
