/**
 * One officer's decisions of people of one submission, in the caller's transaction: each checked against exactly what was shown of that person, then all of
 * them attested, registered and audited together, in as many statements as one takes. Of one person all or nothing; of several, whoever is refused stays as
 * they were and holds up nobody.
 */
import { recordAct } from '#authority/audit/record.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock, Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { ApplyNeeds } from '#record/register/apply.ts';
import { bindNumbers, readSalts } from '#record/register/store.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { attestationOf, writeAttestations } from './attestation-store.ts';
import type { AttestationSigner, Attester } from './attest.ts';
import { closeItems } from './closing-store.ts';
import type { ClosedItem, QueueMatches } from './closing-store.ts';
import { checkedAgainst } from './decision-fits.ts';
import type { Deciding } from './decision-fits.ts';
import { presentPeople } from './present-people.ts';
import type { PresentedFrom, ReviewContext } from './present-people.ts';
import { numberTaken } from './problems.ts';
import { registerAccepted } from './register-accepted.ts';
import type { AcceptedPerson } from './register-accepted.ts';
import { registerSays } from './register-says.ts';
import type { Decision, ItemState, PresentedContent } from './shapes.ts';
import { moveThrough } from './step.ts';
import { attestationWitness } from './witness.ts';

export interface DecideNeeds extends ApplyNeeds {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly signer: AttestationSigner;
  readonly queueMatches: QueueMatches;
}

/** The officer, as access knows them; `identity` is the keyed hash of their citizen number (hexadecimal). */
export interface Officer {
  readonly accountId: string;
  readonly identity: string;
  /** as it stood in the account that day: the sending body reads it beside what was decided */
  readonly name: string;
  /** over the body of the items */
  readonly roles: readonly string[];
  /** set: they decide by a right that was lent to them, and have none of their own over this body */
  readonly onBehalf?: RightOnBehalf;
  readonly stepUp: { readonly method: string; readonly level: string; readonly at: string };
}

/** Somebody else's right by which an officer decides. */
export interface RightOnBehalf {
  readonly grantId: string;
  readonly role: string;
  readonly byAccountId: string;
  /** the body of the holder's own right */
  readonly byBodyId: string;
  readonly from: PlainDate;
  /** last day */
  readonly until: PlainDate;
}

/** Who attests, as the signature and the log name them. */
export const attesterOf = (keys: Pick<Keys, 'pseudonym'>, { accountId, stepUp, onBehalf }: Officer, at: Instant): Attester => ({
  signer: keys.pseudonym('act', accountId),
  ...(onBehalf
    ? {
        onBehalf: {
          principal: keys.pseudonym('act', onBehalf.byAccountId),
          role: onBehalf.role,
          org: onBehalf.byBodyId,
          delegation: onBehalf.grantId,
          from: onBehalf.from,
          until: onBehalf.until,
        },
      }
    : {}),
  stepUp,
  at,
});
/** What the rows of a decision say of it. */
export const lentIn = ({ onBehalf }: Officer): { readonly delegation?: string } => (onBehalf ? { delegation: onBehalf.grantId } : {});

export interface Decided {
  readonly items: readonly {
    readonly itemId: string;
    readonly group: GroupCode;
    readonly state: ItemState;
    readonly version: number | null;
  }[];
  readonly attestationId: string | null;
}

/**
 * @param submissionId  of all of them
 * @param asked         each person once
 * @param held          what `presentPeople` showed of them with `lock`, in this very transaction; read anew when it is not said
 * @returns by person, what became of each item; a refusal leaves everything of that person as it was:
 *          E-CONFIRM-NOTHING-OPEN, E-CONFIRM-CHANGED, E-CONFIRM-MISMATCH-REASON, E-RETURN-NEEDS-CELL, E-CONFIRM-REASON-UNKNOWN, E-CONFIRM-IDENTITY-FIRST, E-CONFIRM-ELSEWHERE, E-NOT-ALLOWED,
 *          and what the register says by now: E-RECORD-CLOSED, E-TWO-EMPLOYERS, E-PERSON-TWO-BODIES; of acts on lines also
 *          E-LINE-UNKNOWN, E-LINE-ENDED, E-LINE-NO-END, E-LINE-EXISTS, and what the rules find of the record as it would stand
 * The caller has asked `decide` (maker ≠ checker ≠ subject) of each before.
 */
export async function decidePeople(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  submissionId: string,
  asked: readonly Decision[],
  knownOf: (personId: string) => ReviewContext,
  held?: ReadonlyMap<string, PresentedFrom>,
): Promise<ReadonlyMap<string, Result<Decided>>> {
  const ids = asked.map(({ personId }) => personId);
  const seen = held ?? (await presentPeople(tx, needs, submissionId, ids, knownOf, { lock: true }));
  const results = new Map<string, Result<Decided>>();
  const today = needs.clock.today();
  const sound: Deciding[] = [];
  for (const one of asked) {
    const checked = checkedAgainst(seen.get(one.personId), officer.roles, one, today);
    if (checked.ok) sound.push(checked.value);
    else results.set(one.personId, checked);
  }
  const said = await registerSaysOf(tx, submissionId, today, sound);
  const taken = sound.filter(({ decision: { personId } }) => {
    const problems = said.get(personId) ?? [];
    if (problems.length > 0) results.set(personId, refused(...problems));
    return problems.length === 0;
  });
  // A number is a person's by the first confirmation: whoever comes second writes nothing, and learns it.
  const fresh = taken.flatMap(({ decision, person }) => (decision.accept.length > 0 && !person ? [decision.personId] : []));
  const lost = new Set(fresh.length > 0 ? await bindNumbers(tx, fresh) : []);
  for (const personId of lost) results.set(personId, refused(numberTaken()));
  const mine = taken.filter(({ decision }) => !lost.has(decision.personId));
  for (const [personId, decided] of await written(tx, needs, officer, mine, knownOf)) results.set(personId, ok(decided));
  return results;
}

/** What the register says by now of what is accepted, by person. */
async function registerSaysOf(
  tx: Tx,
  submissionId: string,
  today: PlainDate,
  people: readonly Deciding[],
): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const said = new Map<string, readonly Problem[]>();
  for (const [bodyId, own] of Map.groupBy(people, ({ shown }) => shown.bodyId)) {
    const accepting = own.map(({ decision: { personId }, person, items, taken }) => {
      return { personId, person, taken, items: taken.flatMap(({ itemId }) => items.get(itemId) ?? []) };
    });
    for (const [personId, problems] of await registerSays(tx, { bodyId, submissionId, today }, accepting)) said.set(personId, problems);
  }
  return said;
}

/** Attests, registers and returns what was decided, and closes its items. */
async function written(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  people: readonly Deciding[],
  knownOf: (personId: string) => ReviewContext,
): Promise<ReadonlyMap<string, Decided>> {
  if (people.length === 0) return new Map();
  const at = needs.clock.now();
  const accepted = await attested(tx, needs, officer, at, people);
  const closed: ClosedItem[] = [];
  for (const [source, own] of Map.groupBy(accepted, ({ attested: { personId } }) => knownOf(personId).source))
    closed.push(...(await registerAccepted(tx, needs, source, own)));
  closed.push(...(await returnedItemsOf(tx, needs, officer, people)));
  await closeItems(tx, closed, officer, at, needs.queueMatches);
  const attestations = new Map(accepted.map(({ attested: { personId }, attestationId }) => [personId, attestationId]));
  const items = Map.groupBy(closed, ({ personId }) => personId);
  return new Map(
    people.map(({ decision: { personId } }) => [
      personId,
      {
        attestationId: attestations.get(personId) ?? null,
        items: (items.get(personId) ?? []).map(({ itemId, group, events, version }) => ({
          itemId,
          group,
          state: moveThrough(events).to,
          version,
        })),
      },
    ]),
  );
}

/** Attests what is accepted of each, with its rows in the log. */
async function attested(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  at: Instant,
  people: readonly Deciding[],
): Promise<readonly AcceptedPerson[]> {
  const accepting = people.filter(({ taken }) => taken.length > 0);
  if (accepting.length === 0) return [];
  const contents = accepting.map(({ shown, taken }): PresentedContent => ({ ...shown, groups: taken }));
  const salts = await readSalts(
    tx,
    contents.map(({ personId }) => personId),
  );
  const signatures = new Map<PresentedContent, string>();
  const attester = attesterOf(needs.keys, officer, at);
  for (const [bodyId, own] of Map.groupBy(contents, (content) => content.bodyId))
    for (const [index, jws] of (await needs.signer.sign(tx, bodyId, own, attester)).entries()) signatures.set(own[index]!, jws);
  const attestations = contents.map((content) =>
    attestationOf(needs.keys, salts, officer, {
      attestationId: needs.chance.uuid7(Date.parse(at)),
      at,
      content,
      text: canonicalJson(content),
      jws: signatures.get(content)!,
      part: null,
    }),
  );
  await writeAttestations(tx, attestations);
  await recordAct(
    tx,
    needs,
    contents.flatMap(({ personId, bodyId, groups }, index) => {
      const { attestationId, jws } = attestations[index]!;
      const { mismatchReason } = accepting[index]!.decision;
      return groups.map((group, i) => ({
        act: 'item.confirmed' as const,
        purpose: 'CONFIRM' as const,
        bodyId,
        objectId: personId,
        revision: group.compared,
        payload: { itemId: group.itemId, group: group.group, attestationId, jws, mismatchReason, ...lentIn(officer) },
        rows: i === 0 ? [attestationWitness(attestations[index]!)] : [],
      }));
    }),
  );
  return accepting.map(({ items, decision: { mismatchReason } }, index) => ({
    attested: contents[index]!,
    attestationId: attestations[index]!.attestationId,
    items,
    mismatchReason,
  }));
}

/** What goes back, with its rows in the log. */
async function returnedItemsOf(tx: Tx, needs: DecideNeeds, officer: Officer, people: readonly Deciding[]): Promise<ClosedItem[]> {
  const back = people.flatMap(({ decision, items }) =>
    decision.return.map(({ itemId, cells }) => ({ personId: decision.personId, item: items.get(itemId)!, cells })),
  );
  await recordAct(
    tx,
    needs,
    back.map(({ personId, item, cells }) => ({
      act: 'item.returned' as const,
      purpose: 'CONFIRM' as const,
      bodyId: item.bodyId,
      objectId: personId,
      revision: 0,
      payload: { itemId: item.itemId, cells, ...lentIn(officer) },
    })),
  );
  return back.map(({ personId, item, cells }) => ({
    itemId: item.itemId,
    personId,
    group: item.group,
    events: [{ kind: 'returned' }],
    decision: { verdict: 'returned', cells, mismatchReason: null },
    attestationId: null,
    version: null,
  }));
}
