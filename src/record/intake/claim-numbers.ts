/** Citizen numbers of lines are claimed for their body, before anything is written of anybody. */
import type { Tx } from '#base/database/transaction.ts';
import { keepSalts } from '#record/register/store.ts';
import type { StoredLine } from './line-store.ts';
import type { IntakeNeeds } from './needs.ts';
import type { StoredFile } from './store.ts';

interface Claimed {
  id_hash: Buffer;
  person_id: string | null;
  outcome: 'mine' | 'elsewhere';
}

/** Person ids by keyed hash (hexadecimal); the number of a person whom another body has registered is not in it. Another body that only sent it too is met in a case. */
export async function claimNumbers(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys' | 'clock' | 'chance'>,
  file: Pick<StoredFile, 'bodyId' | 'submissionId'>,
  lines: readonly StoredLine[],
): Promise<Map<string, string>> {
  const nowMs = Date.parse(needs.clock.now());
  const fresh = lines.map((line) => {
    const salt = needs.chance.bytes(32);
    return {
      hash: line.idHash!,
      personId: needs.chance.uuid7(nowMs),
      salt,
      sealed: needs.keys.seal(salt, 'national-id', Buffer.from(line.content!.nationalId)),
    };
  });
  const rows = await tx.query<Claimed>('select * from claim_national_ids($1::bytea[], $2::uuid[], $3::bytea[], $4, $5)', [
    fresh.map((one) => Buffer.from(one.hash)),
    fresh.map((one) => one.personId),
    fresh.map((one) => Buffer.from(one.sealed)),
    file.bodyId,
    file.submissionId,
  ]);
  const owner = new Map(rows.flatMap((row) => (row.person_id ? [[row.id_hash.toString('hex'), row.person_id] as const] : [])));
  const won = fresh.filter((one) => owner.get(Buffer.from(one.hash).toString('hex')) === one.personId);
  await keepSalts(tx, file.bodyId, won);
  return owner;
}
