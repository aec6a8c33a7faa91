/**
 * The plan of a change: made once, when the change is made, and kept beside it. Whoever sends it, looks at it or puts it in force takes the kept one as long
 * as bodies, lists and program are those that it was made on, and nobody has come to hold on to a body that it ends or moves; else it is made again.
 */
import { heldBy, operationsOf, planBeside, planText } from '#authority/organisations/change-store.ts';
import type { PlanToKeep, StoredChange } from '#authority/organisations/change-store.ts';
import { keptPlan, rowsOfKept } from '#authority/organisations/kept-plan.ts';
import type { Operation } from '#authority/organisations/operations.ts';
import { pieceOn } from '#authority/organisations/pieces.ts';
import { planChange } from '#authority/organisations/plan-change.ts';
import type { PlannedChange, PlannedRows, ProblemOfOperation } from '#authority/organisations/plan-change.ts';
import { moveTakesPeople, stillHeld } from '#authority/organisations/problems.ts';
import { plannedOn, readRegistry } from '#authority/organisations/registry-store.ts';
import type { Registry } from '#authority/organisations/registry.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { mergersOf } from './mergers.ts';

/** Made on no state that comes again. */
const ALWAYS_ANEW = '–';

export interface ToPrepare {
  readonly operations: readonly Operation[];
  readonly on: PlainDate;
}

/** Bodies of now, and what they are known by; the second MUST be asked first, so that a change between the two makes the plan an old one. */
export interface Ground {
  readonly plannedOn: string;
  readonly registry: Registry;
}
export const groundOf = async (tx: Tx): Promise<Ground> => ({ plannedOn: await plannedOn(tx), registry: await readRegistry(tx) });

export interface Prepared {
  readonly plan: PlannedChange;
  /** those of the plan, and what holds on to bodies that end or change their managing body */
  readonly problems: readonly ProblemOfOperation[];
  /** null where there are problems: what cannot be sent needs no plan */
  readonly kept: PlanToKeep | null;
}

/** The plan on the tree of now. */
export async function prepare(tx: Tx, { operations, on }: ToPrepare, ground?: Ground): Promise<Prepared> {
  const { plannedOn: made, registry } = ground ?? (await groundOf(tx));
  const plan = planChange(registry, operations, on);
  const ended = operations.flatMap(({ kind, bodyId }, index) => (kind === 'end' && registry.has(bodyId) ? [{ index, bodyId }] : []));
  const touches = [...new Set([...ended.map(({ bodyId }) => bodyId), ...plan.remanaged])];
  const nameOf = (bodyId: string): string => pieceOn(registry.get(bodyId)?.versions ?? [], on)?.name ?? '?';
  const held = await problemsOfHolders(tx, { operations, on, plan, ended, touches, nameOf });
  const along = plan.problems.length > 0 ? null : await mergersOf(tx, { operations, on }, nameOf);
  const problems = [...plan.problems, ...held, ...(along?.problems ?? [])];
  const whole: PlannedChange =
    along === null || along.mergers.length === 0 ? plan : { ...plan, rows: { ...plan.rows, mergers: along.mergers } };
  // What goes along is counted anew each time: such a plan is never taken as it was kept.
  const state = along?.mergers.length ? ALWAYS_ANEW : made;
  return { plan: whole, problems, kept: problems.length > 0 ? null : { ...keptPlan(whole.rows, on), plannedOn: state, touches } };
}

/** What holds on to bodies that end, or whose managing body changes. */
async function problemsOfHolders(
  tx: Tx,
  asked: ToPrepare & {
    readonly plan: PlannedChange;
    readonly ended: readonly { readonly index: number; readonly bodyId: string }[];
    readonly touches: readonly string[];
    readonly nameOf: (bodyId: string) => string;
  },
): Promise<ProblemOfOperation[]> {
  const { operations, on, plan, ended, touches, nameOf } = asked;
  const of = new Map((await heldBy(tx, touches, on)).map((one) => [one.bodyId, one]));
  const problems: ProblemOfOperation[] = [];
  for (const { index, bodyId } of ended) {
    const { people = 0, accounts = 0, submissions = 0 } = of.get(bodyId) ?? {};
    if (people + accounts + submissions > 0)
      problems.push({ index, field: 'body', problem: stillHeld({ name: nameOf(bodyId), people, accounts, submissions }) });
  }
  const people = plan.remanaged.reduce((sum, bodyId) => sum + (of.get(bodyId)?.people ?? 0), 0);
  const moved = operations.findIndex(({ kind }) => kind === 'move' || kind === 'merge');
  if (people > 0 && moved >= 0)
    problems.push({ index: moved, field: 'parent', problem: moveTakesPeople({ name: nameOf(operations[moved]!.bodyId), people }) });
  return problems;
}

/** A plan that holds now. */
export interface Standing {
  readonly problems: readonly ProblemOfOperation[];
  /** of its rows; null where there are problems */
  readonly sha256: string | null;
  /** made again here: the change was planned on other bodies, or somebody holds on to one of them; null: what is kept holds */
  readonly anew: Prepared | null;
}

export async function standingPlan(tx: Tx, change: Pick<StoredChange, 'id' | 'on'>): Promise<Standing> {
  const beside = await planBeside(tx, change.id);
  if (beside !== null && beside.plannedOn === (await plannedOn(tx))) {
    const held = await heldBy(tx, beside.touches, change.on);
    if (held.every(({ people, accounts, submissions }) => people + accounts + submissions === 0))
      return { problems: [], sha256: beside.sha256, anew: null };
  }
  const anew = await prepare(tx, { operations: await operationsOf(tx, change.id), on: change.on });
  return { problems: anew.problems, sha256: anew.kept?.sha256 ?? null, anew };
}

/** The bodies that the first lines of a change speak of. */
export const bodiesOfLines = (tx: Tx, operations: readonly Operation[], limit: number): Promise<Registry> => {
  const shown = operations.slice(0, limit);
  return readRegistry(tx, [
    ...new Set(
      shown.flatMap((one) => ('parentId' in one ? [one.bodyId, one.parentId] : 'intoId' in one ? [one.bodyId, one.intoId] : [one.bodyId])),
    ),
  ]);
};

/** The rows of a kept plan. Text that is not what its hash says was written by nobody of ours: that is no answer, it stops the act. */
export async function rowsKept(tx: Tx, changeId: string, sha256: string): Promise<PlannedRows> {
  const rows = rowsOfKept({ text: await planText(tx, changeId), sha256 });
  if (rows === null) throw new Error('the plan that is kept with a change is not the one that its hash names');
  return rows;
}
