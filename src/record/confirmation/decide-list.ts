/**
 * The people of one list are accepted, a part of the list at a time, in the caller's transaction: attested as parts of it, registered, closed, with
 * their rows in the log; at the end one signature. The caller has held and read each person as they were shown, and throws nothing away half done.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { readSalts } from '#record/register/store.ts';
import { attestationOf, writeAttestations } from './attestation-store.ts';
import { closeItems } from './closing-store.ts';
import { attesterOf, lentIn } from './decide-person.ts';
import type { DecideNeeds, Officer } from './decide-person.ts';
import { leafOf, partOf } from './list-attestation.ts';
import { markConfirmed, writeSignedList } from './list-store.ts';
import type { ShownList, SignedList } from './list-store.ts';
import { listWitness } from './list-witness.ts';
import type { PresentedFrom } from './present-people.ts';
import { registerAccepted } from './register-accepted.ts';
import type { ListHead } from './shapes.ts';
import { attestationWitness } from './witness.ts';

/** The act: whose list, signed by whom, when. */
export interface ListAct {
  readonly list: ShownList;
  readonly officer: Officer;
  readonly at: Instant;
  /** code of `nguon_du_lieu` */
  readonly source: string;
}

export interface AcceptedPart {
  readonly leaves: readonly Uint8Array[];
  readonly items: number;
}

/** Signs the head as it was shown. MUST come before its parts, which name it; when the parts do not come to its root, the whole act MUST end with nothing done. */
export async function signList(tx: Tx, needs: DecideNeeds, { list, officer, at }: ListAct): Promise<SignedList> {
  const { listId, submissionId, bodyId, root } = list;
  const head: ListHead = { v: 1, kind: 'list', listId, submissionId, bodyId, people: list.personIds.length, items: list.told.items, root };
  const [jws = ''] = await needs.signer.sign(tx, bodyId, [head], attesterOf(needs.keys, officer, at));
  const signed: SignedList = { head, signerId: officer.accountId, signerIdentity: officer.identity, signerName: officer.name, at, jws };
  await writeSignedList(tx, signed);
  await markConfirmed(tx, listId, at);
  await recordAct(tx, needs, [
    {
      act: 'list.confirmed',
      purpose: 'CONFIRM',
      bodyId,
      objectId: submissionId,
      payload: { head, jws, ...lentIn(officer) },
      rows: [listWitness(signed)],
    },
  ]);
  return signed;
}

/**
 * @param people  the next of the list, in its order; all that is shown of each is accepted
 * @param from    the place of the first of them
 */
export async function acceptPart(
  tx: Tx,
  needs: DecideNeeds,
  { list, officer, at, source }: ListAct,
  people: readonly PresentedFrom[],
  from: number,
): Promise<AcceptedPart> {
  const salts = await readSalts(
    tx,
    people.map(({ shown }) => shown.personId),
  );
  const attestations = people.map(({ shown, text }, index) =>
    attestationOf(needs.keys, salts, officer, {
      attestationId: needs.chance.uuid7(Date.parse(at)),
      at,
      content: shown,
      text,
      jws: null,
      part: { listId: list.listId, no: from + index },
    }),
  );
  await writeAttestations(tx, attestations);
  await recordAct(
    tx,
    needs,
    people.map(({ shown }, index) => ({
      act: 'item.confirmed' as const,
      purpose: 'CONFIRM' as const,
      bodyId: list.bodyId,
      objectId: shown.personId,
      payload: {
        items: shown.groups.map(({ itemId, group, compared }) => ({ itemId, group, compared })),
        attestationId: attestations[index]!.attestationId,
        list: { id: list.listId, no: from + index },
      },
      rows: [attestationWitness(attestations[index]!)],
    })),
  );
  const closed = await registerAccepted(
    tx,
    needs,
    source,
    people.map(({ shown, items }, index) => ({
      attested: shown,
      attestationId: attestations[index]!.attestationId,
      items: new Map(items.map((item) => [item.itemId, item])),
      mismatchReason: null,
    })),
  );
  await closeItems(tx, closed, officer, at, needs.queueMatches);
  return {
    leaves: people.map(({ shown }, index) => leafOf(partOf(shown, attestations[index]!.shownHash))),
    items: closed.length,
  };
}
