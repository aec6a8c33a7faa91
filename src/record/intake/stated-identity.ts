/** What a submission says of a person's identity, for the question to the population database. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { itemsOf } from '#record/confirmation/store.ts';
import { marksOf } from '#record/matching/compared.ts';
import type { AskedIdentity, StatedIdentity, Units } from '#record/matching/shapes.ts';
import { nationalIdOf } from '#record/register/read.ts';
import { readPeople, readSalts } from '#record/register/store.ts';
import { mergeGroup } from '#record/register/merge.ts';
import type { GroupDocument } from '#standard/shapes.ts';

/** Their items that the population database is asked about: before an officer sees them, and anew while they wait for the officer. */
const ASKED: ReadonlySet<string> = new Set(['waiting-match', 'awaiting-confirmation', 'held']);

/** null when nothing of theirs waits any more, or the person was erased. The caller records what it does with it. */
export async function statedIdentity(tx: Tx, keys: Keys, submissionId: string, personId: string): Promise<AskedIdentity | null> {
  const items = await itemsOf(tx, keys, submissionId, [personId]);
  if (!items.some((item) => ASKED.has(item.state))) return null;
  const nationalId = await nationalIdOf(tx, keys, personId);
  const salt = (await readSalts(tx, [personId])).get(personId);
  if (nationalId === null || !salt) return null;
  const registered = (await readPeople(tx, keys, [personId])).get(personId)?.document.B;
  const stated = items.find((item) => item.group === 'B')?.stated ?? {};
  const identity = mergeGroup(registered, stated);
  return { ...identityIn(identity, nationalId), marks: marksOf(keys, salt, { ...identity, soDinhDanh: nationalId }) };
}

/** What an identity group says of a person, as it is asked. Pure. */
export function identityIn(identity: GroupDocument, nationalId: string): StatedIdentity {
  const text = (key: string): string => (typeof identity[key] === 'string' ? (identity[key] as string) : '');
  return {
    nationalId,
    name: text('hoTenKhaiSinh'),
    birth: text('ngaySinh'),
    sex: text('gioiTinh'),
    ethnicity: text('danToc'),
    homeTown: unitsOf(identity['queQuan']),
  };
}

/** Codes of an address, as far as it has them. */
function unitsOf(address: unknown): Units | null {
  if (typeof address !== 'object' || address === null) return null;
  const { maTinh, maXa } = address as { readonly maTinh?: unknown; readonly maXa?: unknown };
  return typeof maTinh === 'string' ? { province: maTinh, commune: typeof maXa === 'string' ? maXa : '' } : null;
}
