/** Under which code the register can name a body for a day. Asked before anything is moved: a day on which it cannot is refused, not found out later. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { resolveEmployment } from '#record/register/employment.ts';
import type { CaseNeeds } from './needs.ts';

/** @returns  its code of the day; null when it does not exist on it, has no code then, or shares it with another body */
export async function codeOfDay(tx: Tx, needs: Pick<CaseNeeds, 'bodyOn'>, bodyId: string, on: PlainDate): Promise<string | null> {
  const body = await needs.bodyOn(tx, bodyId, on);
  if (!body || body.code === '') return null;
  const [told] = await resolveEmployment(tx, [{ bodyId, on, stated: { A: { coQuanQuanLy: body.code } }, personId: null }]);
  return told!.bodies['coQuanQuanLy'] === bodyId ? body.code : null;
}
