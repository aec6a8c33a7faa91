/** The body that an operator names by a code of today or of before; several that may be meant are told. */
import { bodiesByAnyCode } from '#authority/organisations/body-by-any-code.ts';
import { systemClock } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { bodyCodeOfSeveral, noSuchBodyCode } from './problems.ts';

export async function bodyOfCode(tx: Tx, code: string): Promise<Result<string>> {
  const found = await bodiesByAnyCode(tx, code, systemClock.today());
  const [one] = found;
  if (!one) return refused(noSuchBodyCode({ code }));
  if (found.length > 1) return refused(bodyCodeOfSeveral({ code, bodies: found.map((body) => `${body.code} ${body.name}`).join('; ') }));
  return ok(one.bodyId);
}
