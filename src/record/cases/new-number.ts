/** A number made anew is matched before anybody agrees to it: what the case says of the person, and in whose name it is asked. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { marksOf } from '#record/matching/compared.ts';
import type { AskedIdentity } from '#record/matching/shapes.ts';
import { readPeople, readSalts } from '#record/register/store.ts';
import { textOf } from '#standard/record-access.ts';
import { actsOf, readCase } from './store.ts';

/** The identity under the new number; undefined when the task is not of a case, null when nobody waits for the answer any more. The caller records what it does with it. */
export async function identityOfCase(tx: Tx, keys: Keys, caseId: string): Promise<AskedIdentity | null | undefined> {
  const one = await readCase(tx, keys, caseId);
  if (!one) return undefined;
  const person = (await readPeople(tx, keys, [one.personId])).get(one.personId);
  const nationalId = one.content?.newNationalId;
  const salt = (await readSalts(tx, [one.personId])).get(one.personId);
  if (one.endedAt !== null || !person || !nationalId || !salt) return null;
  const text = (key: string): string => textOf(person.document, 'B', key);
  return {
    nationalId,
    name: text('hoTenKhaiSinh'),
    birth: text('ngaySinh'),
    sex: text('gioiTinh'),
    ethnicity: text('danToc'),
    homeTown: null,
    marks: marksOf(keys, salt, { ...person.document.B, soDinhDanh: nationalId }),
  };
}

/** The account that opened a case; null when it is not a case. */
export const openerOfCase = async (tx: Tx, caseId: string): Promise<string | null> =>
  (await actsOf(tx, caseId)).find((act) => act.act === 'opened')?.byAccount ?? null;
