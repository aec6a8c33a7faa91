/**
 * Makes the file of an attestation that is taken along: what was signed, the signature, the key as published, the way from one person's part to the root
 * of a list, and the proof that the log keeps this very signature. Whoever takes it sees no more by it than on the pages of the record.
 */
import type { Static } from 'typebox';
import { payloadOf, proveEvent } from '#authority/audit/bundle.ts';
import type { BundleNeeds, LoggedEvent } from '#authority/audit/bundle.ts';
import { inclusionProof } from '#authority/audit/merkle-tree.ts';
import { epochByKid, publishedKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Given } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import { readSalts, readVersions } from '#record/register/store.ts';
import type { PersonVersion } from '#record/register/shapes.ts';
import { codeList } from '#standard/code-lists.ts';
import { GROUPS } from '#standard/groups.ts';
import { attestationUnknown } from './problems.ts';
import type { ListHead, PresentedContent } from './shapes.ts';
import { attestationToTake, attestationsSeen, leavesBeside, logRowsOf } from './take-along-store.ts';
import type { AttestationRead } from './take-along-store.ts';
import type { AttestationRow, TakenAttestation } from './taken-shapes.ts';

export interface TakeAlongNeeds extends BundleNeeds {
  readonly keys: Keys;
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly demo: boolean;
  readonly publicUrl: string;
}

/** Page where anybody checks one. */
const CHECK_PAGE = '/kiem-tra-xac-nhan';

const NOTICE: Bilingual = {
  vi: 'Bản xác nhận mang theo: nội dung cơ quan đã xác nhận, có chữ ký bằng khóa của cơ quan; không phải chữ ký số cá nhân.',
  en: 'An attestation to take along: what the agency attested, signed with the key of the agency; no personal signature.',
};
const roles = new Map(codeList('vai_tro').entries.map((entry) => [entry.code, { vi: entry.name, en: entry.nameEn ?? entry.name }]));
/** Who confirms for an agency; the log's row says it where it is at hand. */
const CONFIRMING_ROLE = 'XAC_NHAN';
const roleWords = (code: string): Bilingual => roles.get(code) ?? { vi: code, en: code };
const titleOf = new Map<string, Bilingual>(GROUPS.map(({ code, title }) => [code, title]));

/** The groups that each attestation of a person brought into the register. */
function attestedGroups(versions: readonly PersonVersion[]): ReadonlyMap<string, readonly Bilingual[]> {
  const groups = new Map<string, Set<string>>();
  for (const { attestationId, groups: of } of versions) {
    if (attestationId === null) continue;
    const known = groups.get(attestationId) ?? new Set();
    for (const group of of) known.add(group);
    groups.set(attestationId, known);
  }
  return new Map([...groups].map(([id, codes]) => [id, [...codes].flatMap((code) => titleOf.get(code) ?? [])]));
}

/** The attestations of a person as a list shows them, newest first. */
export async function attestationRows(
  tx: Tx,
  needs: Pick<TakeAlongNeeds, 'keys' | 'bodyNames'>,
  personId: string,
): Promise<Given<Static<typeof AttestationRow>>[]> {
  const seen = await attestationsSeen(tx, personId);
  const groups = attestedGroups(await readVersions(tx, needs.keys, [personId]));
  const names = await needs.bodyNames(tx, [...new Set(seen.map(({ bodyId }) => bodyId))]);
  return seen.map(({ id, at, by, bodyId }) => ({ id, at, by, bodyName: names.get(bodyId) ?? '', groups: groups.get(id) ?? [] }));
}

/** @returns null when it cannot be opened: the key of somebody who was lawfully erased is gone */
async function openShown(tx: Tx, keys: Keys, personId: string, sealed: Uint8Array): Promise<string | null> {
  const salt = (await readSalts(tx, [personId])).get(personId);
  return salt ? Buffer.from(keys.open(salt, 'attestation', sealed)).toString('utf8') : null;
}

/** The part of a list, as it was signed, with its way to the root. */
async function partOfList(tx: Tx, personId: string, attestationId: string, read: AttestationRead): Promise<TakenAttestation['list']> {
  if (read.list === null) return null;
  const { listId, no, people, items, root } = read.list;
  const head: ListHead = { v: 1, kind: 'list', listId, submissionId: read.submissionId, bodyId: read.bodyId, people, items, root };
  const leaves = await leavesBeside(tx, personId, attestationId);
  return {
    head: canonicalJson(head),
    part: canonicalJson({ v: 1, personId, shownHash: read.shownHash, items: read.itemIds }),
    no,
    proof: inclusionProof(leaves, no).map((hash) => Buffer.from(hash).toString('hex')),
  };
}

/** The row of the log that keeps this signature. */
async function rowInLog(
  tx: Tx,
  needs: TakeAlongNeeds,
  rows: readonly LoggedEvent[],
  is: { readonly attestationId: string; readonly jws: string; readonly alone: boolean },
): Promise<LoggedEvent | null> {
  for (const row of rows) {
    const kept = JSON.parse(payloadOf(needs.keys, row.kept).text) as { readonly jws?: string; readonly attestationId?: string };
    if (kept.jws === is.jws && (!is.alone || kept.attestationId === is.attestationId)) return row;
  }
  return null;
}

/**
 * @param mayTake  whether the taker sees everything that was shown: what they do not see leaves with nobody, and a part of a signed text cannot be left out
 * @returns        E-ATTESTATION-UNKNOWN when the session sees none of this name
 */
export async function takeAlong(
  tx: Tx,
  needs: TakeAlongNeeds,
  { personId, attestationId }: { readonly personId: string; readonly attestationId: string },
  mayTake: (shown: PresentedContent) => boolean,
): Promise<Result<TakenAttestation & { readonly bodyId: string }>> {
  const read = await attestationToTake(tx, personId, attestationId);
  if (!read) return refused(attestationUnknown());
  const text = await openShown(tx, needs.keys, personId, read.shownSealed);
  const shown = text === null ? null : (JSON.parse(text) as PresentedContent);
  const epoch = await epochByKid(tx, keyNameOf(read.jws) ?? '');
  const row = await rowInLog(tx, needs, await logRowsOf(tx, personId, attestationId), {
    attestationId,
    jws: read.jws,
    alone: read.list === null,
  });
  const proof = row && (await proveEvent(tx, needs, row, { payload: payloadOf(needs.keys, row.kept) }));
  return ok({
    format: 'congvu-attestation/1',
    attestationId,
    about: {
      notice: NOTICE,
      demo: needs.demo,
      at: read.at,
      bodyName: (await needs.bodyNames(tx, [read.bodyId])).get(read.bodyId) ?? '',
      role: roleWords(row?.event.role ?? CONFIRMING_ROLE),
      groups: (shown?.groups ?? []).flatMap(({ group }) => titleOf.get(group) ?? []),
      checkAt: `${needs.publicUrl}${CHECK_PAGE}`,
    },
    shownHash: read.shownHash,
    signed: shown !== null && mayTake(shown) ? text : null,
    jws: read.jws,
    list: await partOfList(tx, personId, attestationId, read),
    key: epoch && publishedKey(needs.keys, epoch),
    log: proof?.ok ? proof.value : null,
    bodyId: read.bodyId,
  });
}
