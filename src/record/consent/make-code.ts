/** The code by which a person lets somebody ask: made on the own page, told by the person, taken once. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { shortNumber } from '#base/short-number.ts';
import { askingTerm } from './asking-rules.ts';
import { keepCode } from './store.ts';

/** Before the signs of every code, so that people know it from other numbers: "đồng ý". */
const PREFIX = 'DY';
const SIGNS = 10;

/** What counts of a code however it was typed: letters that no code has are the digits that they look like. */
export function codeSigns(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return signs.length === PREFIX.length + SIGNS && signs.startsWith(PREFIX) ? signs.slice(PREFIX.length) : signs;
}

export const codeHash = (keys: Pick<Keys, 'keyedHash'>, typed: string): string => keys.keyedHash('consent-code', codeSigns(typed));

/** MUST run in a transaction that sees the own record. The code before it, if it was not taken, works no more. */
export async function makeCode(
  tx: Tx,
  needs: AuditNeeds & { readonly keys: Keys },
  me: { readonly personId: string; readonly bodyId: string; readonly role: string },
): Promise<{ readonly code: string; readonly expiresAt: Instant; readonly seconds: number }> {
  const madeAt = needs.clock.now();
  const seconds = askingTerm(needs.clock.today()).codeMinutes * 60;
  const expiresAt = new Date(Date.parse(madeAt) + seconds * 1000).toISOString();
  const code = shortNumber(needs.chance, PREFIX);
  await keepCode(tx, { personId: me.personId, hash: codeHash(needs.keys, code), madeAt, expiresAt });
  await recordAct(tx, needs, {
    act: 'consent.code-made',
    purpose: 'OWN_RECORD',
    bodyId: me.bodyId,
    objectId: me.personId,
    role: me.role,
    payload: { expiresAt },
  });
  return { code, expiresAt, seconds };
}
