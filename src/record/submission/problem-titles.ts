/** A group of problems shows the words of its first problem. */
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { readProblems } from './line-store.ts';

export async function problemTitle(
  tx: Tx,
  needs: { readonly keys: Keys },
  file: { submissionId: string; round: number },
  code: string,
): Promise<Bilingual> {
  const [first] = await readProblems(tx, needs.keys, file.submissionId, file.round, { code, limit: 1 });
  return first?.title ?? { vi: code, en: code };
}
