/**
 * A batch that comes as a file, for bodies without a line (`batch-file.ts`). The file is brought by whoever brings it; what is believed is the signature of the source
 * over the manifest inside. What follows is the way of a batch over the line, to the same receipt and the same result. Decision 0116.
 */
import { decodeProtectedHeader } from 'jose';
import type { Keys } from '#base/sealing.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { batchOfFile } from './batch-file.ts';
import type { Centre } from './port.ts';
import { fileUnread } from './problems.ts';
import { readManifest } from './protocol/batch.ts';
import type { BatchManifest, SignedText } from './shapes.ts';

/** Name under which the key of files is derived. */
const FILE_KEY = 'exchange-files';

/** The public half to which bodies encrypt, as a JWK with its `kid`: of the master key that seals now. */
export const fileKey = (keys: Keys): object => keys.agreementKey(FILE_KEY, keys.generation()).publicJwk;

/** What goes back to the sender. */
export interface TakenFile {
  readonly manifest: BatchManifest;
  readonly receipt: SignedText;
  /** null: not judged yet; the same file, brought again, asks for it */
  readonly result: SignedText | null;
}

/** @returns E-EXCHANGE-FILE, or whatever the batch would be refused with over the line */
export async function takeFile(centre: Centre, keys: Keys, file: string): Promise<Result<TakenFile>> {
  const key = keyNamedIn(keys, file);
  if (key === null) return refused(fileUnread());
  const batch = await batchOfFile(file, key);
  if (!batch.ok) return batch;
  const manifest = readManifest(batch.value.manifest.text);
  if (!manifest.ok) return manifest;
  const { source } = manifest.value;
  const answer = await centre.offer(source, batch.value);
  if (answer.status === 'refused') return { ok: false, problems: answer.problems };
  const judged = await centre.result?.(source, manifest.value);
  const result = judged && judged.status === 200 ? judged.signed : null;
  return ok({ manifest: manifest.value, receipt: answer.signed!, result });
}

/** A file may be older than the master key that seals now. */
function keyNamedIn(keys: Keys, file: string) {
  let kid: string | undefined;
  try {
    ({ kid } = decodeProtectedHeader(file.trim()));
  } catch {
    return null; // no JWE: told as no file
  }
  for (const { generation } of keys.fingerprints()) {
    const key = keys.agreementKey(FILE_KEY, generation);
    if (key.kid === kid) return key.privateKey;
  }
  return null;
}
