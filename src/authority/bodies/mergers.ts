/** What goes along when bodies go into others, or come back out: counted for the plan, with what stands in the way. */
import { mergerInForce, mergerOf, undoHeldBy } from '#authority/organisations/merger-store.ts';
import type { Operation } from '#authority/organisations/operations.ts';
import type { Merger, ProblemOfOperation } from '#authority/organisations/plan-change.ts';
import { mergerAlone, mergerHeld, undoHeld, undoUnknown } from '#authority/organisations/problems.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface Along {
  readonly mergers: readonly Merger[];
  readonly problems: readonly ProblemOfOperation[];
}

export async function mergersOf(
  tx: Tx,
  { operations, on }: { readonly operations: readonly Operation[]; readonly on: PlainDate },
  nameOf: (bodyId: string) => string,
): Promise<Along> {
  const [mergers, problems]: [Merger[], ProblemOfOperation[]] = [[], []];
  if (operations.length > 1 && operations.some(({ kind }) => kind === 'merge' || kind === 'undo'))
    return { mergers, problems: [{ index: 0, field: 'body', problem: mergerAlone() }] };
  for (const [index, operation] of operations.entries()) {
    if (operation.kind === 'merge') {
      const { bodyId, intoId: other } = operation;
      const { people, grants, cards, submissions, seconded, cases, lines } = await mergerOf(tx, bodyId, on);
      if (submissions + seconded + cases + lines > 0)
        problems.push({ index, field: 'body', problem: mergerHeld({ name: nameOf(bodyId), submissions, seconded, cases, lines }) });
      mergers.push({ kind: 'merge', bodyId, other, people, grants, cards });
    } else if (operation.kind === 'undo') {
      const { bodyId, changeId: other } = operation;
      const merger = await mergerInForce(tx, other);
      const held = merger?.intoId === bodyId ? await undoHeldBy(tx, other) : null;
      if (held === null || held.done) problems.push({ index, field: 'body', problem: undoUnknown() });
      else if (held.people + held.events > 0)
        problems.push({ index, field: 'body', problem: undoHeld({ people: held.people, events: held.events }) });
      mergers.push({ kind: 'undo', bodyId, other, people: merger?.people ?? 0, grants: 0, cards: 0 });
    }
  }
  return { mergers, problems };
}
