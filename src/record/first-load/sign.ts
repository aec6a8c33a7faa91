/** Two people of a body sign one head: what comes in, over which sample, and what nobody looked at. With the second the registering begins. */
import { recordAct } from '#authority/audit/record.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { attesterOf } from '#record/confirmation/decide-person.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { acknowledgedOtherwise } from '#record/intake/problems.ts';
import { filesOfParts, loadFor, openToday } from './gather.ts';
import type { FirstLoadNeeds } from './needs.ts';
import { performLoad } from './perform.ts';
import { signedBefore, signedOtherwise, warningsOfLoad } from './problems.ts';
import { SAYS } from './shapes.ts';
import type { FirstLoadHead } from './shapes.ts';
import { partsOf, roundOf, sampleOf, signaturesOf, writeSignature } from './store.ts';
import type { Load } from './store.ts';
import { signatureWitness } from './witness.ts';

/** What is signed of a load as it stands; the same for both. */
export async function headOf(tx: Tx, load: Load): Promise<FirstLoadHead> {
  const drawing = await roundOf(tx, load);
  if (!drawing.seed || !drawing.root || !drawing.people) throw new Error('a first load is signed whose sample is not drawn');
  const parts = await partsOf(tx, load.loadId);
  const files = await filesOfParts(
    tx,
    parts.map(({ submissionId }) => submissionId),
  );
  const sample = await sampleOf(tx, load);
  return {
    v: 1,
    kind: 'first-load',
    loadId: load.loadId,
    round: load.round,
    bodyId: load.bodyId,
    asOf: load.asOf,
    people: drawing.people,
    root: drawing.root.toString('hex'),
    parts: parts.map(({ no, submissionId, people, root }) => {
      const file = files.get(submissionId)!;
      return {
        no,
        submissionId,
        uploadNumber: file.uploadNumber,
        sha256: file.sha256,
        received: file.counts.received,
        taken: people ?? 0,
        root: root?.toString('hex') ?? '',
      };
    }),
    sample: {
      commitment: drawing.commitment.toString('hex'),
      seed: drawing.seed.toString('hex'),
      rows: sample.length,
      right: sample.filter(({ verdict }) => verdict === 'right').length,
    },
    warnings: drawing.told?.warnings ?? {},
    says: SAYS,
  };
}

/**
 * Signs, in the caller's transaction, in which it asks `decide` first: who brought a part is refused there.
 * E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-NOT-OPEN, E-FIRST-LOAD-SIGNED-ROOT, E-SUBMIT-ACKNOWLEDGED, E-FIRST-LOAD-WARNINGS, E-FIRST-LOAD-SAME-SIGNER.
 */
export async function signLoad(
  tx: Tx,
  needs: FirstLoadNeeds,
  officer: Officer,
  loadId: string,
  request: { readonly root: string; readonly acknowledgedCodes: readonly string[] },
): Promise<Result<null>> {
  const found = await loadFor(tx, loadId, ({ state }) => state === 'passed' || state === 'signed');
  if (!found.ok) return found;
  const load = found.value;
  const open = await openToday(tx, needs, load.bodyId);
  if (!open.ok) return open;
  const head = await headOf(tx, load);
  if (head.root !== request.root) return refused(signedOtherwise());
  const said = request.acknowledgedCodes;
  const otherwise = said.filter((code, index) => head.warnings[code] === undefined || said.indexOf(code) < index);
  if (otherwise.length > 0) return refused(acknowledgedOtherwise({ codes: [...new Set(otherwise)].join(', ') }));
  const unread = Object.keys(head.warnings).filter((code) => !said.includes(code));
  if (unread.length > 0) return refused(warningsOfLoad({ codes: unread.join(', ') }));
  const before = await signaturesOf(tx, load);
  if (before.some(({ signerIdentity, signerId }) => signerIdentity === officer.identity || signerId === officer.accountId))
    return refused(signedBefore());
  const at = needs.clock.now();
  const text = canonicalJson(head);
  if (before.some((one) => canonicalJson(one.head) !== text)) return refused(signedOtherwise());
  const [jws = ''] = await needs.signer.sign(tx, load.bodyId, [head], attesterOf(needs.keys, officer, at));
  const signature = {
    loadId,
    round: load.round,
    bodyId: load.bodyId,
    signerId: officer.accountId,
    signerIdentity: officer.identity,
    signerName: officer.name,
    at,
    head,
    jws,
  };
  await writeSignature(tx, signature, text);
  await recordAct(tx, needs, [
    {
      act: 'first-load.signed',
      purpose: 'CONFIRM',
      bodyId: load.bodyId,
      objectId: loadId,
      revision: load.round,
      payload: { root: head.root, people: head.people, jws },
      rows: [signatureWitness(signature)],
    },
  ]);
  await performLoad(tx, needs, load, before.length === 0 ? 'signed' : 'signed-by-both', officer);
  return ok(null);
}
