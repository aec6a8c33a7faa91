/** What becomes of one change, by what stands: one writer a person, compared by what the sender saw, never by time of arrival. Pure. */
import { isPlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import {
  approvedByMaker,
  changeIncomplete,
  claimedTwice,
  factDiffers,
  notReleased,
  notTheWriter,
  nothingStands,
  personUnknown,
  schemaUnknown,
} from '#doors/exchange/problems.ts';
import type { ChangeVerdict, ExchangeChange, FactStanding, VerdictKind } from '#doors/exchange/shapes.ts';
import { revisionOf } from './digests.ts';

/** What the centre knows when a change is judged: read in the transaction that writes the verdict. */
export interface Known {
  /** the body that sent it */
  readonly source: string;
  /** what was said of this very change before, in this epoch or an earlier one; null: it is new */
  readonly before: VerdictKind | null;
  /** the body that manages the person; null: nobody keeps a record of them */
  readonly writer: string | null;
  /** the body that the person was let go to and that has not taken them yet */
  readonly releasedTo: string | null;
  readonly standing: FactStanding | null;
  /** majors of the schema that are taken, by name: the one in use and the one before */
  readonly majors: Readonly<Record<string, readonly number[]>>;
}

/** What follows from a verdict, in the transaction that keeps it. */
export type JudgeEffect =
  | { readonly do: 'stand'; readonly person: string; readonly fact: string; readonly standing: FactStanding | null }
  | { readonly do: 'own'; readonly person: string; readonly source: string }
  | { readonly do: 'release'; readonly person: string; readonly to: string }
  | { readonly do: 'open-case'; readonly about: 'fact' | 'dual-claim'; readonly change: ExchangeChange }
  /** somebody wrote about a person of another body */
  | { readonly do: 'alarm'; readonly about: 'not-writer'; readonly person: string };

export interface Judged {
  readonly verdict: ChangeVerdict;
  readonly effects: readonly JudgeEffect[];
}

const WRITES: ReadonlySet<string> = new Set(['assert', 'correct', 'end', 'retract']);

/** What a change lacks that its kind must have. */
function lacking({ operation, value, because, fact }: ExchangeChange): string | null {
  if ((fact === 'employer') === WRITES.has(operation)) return 'fact';
  if ((operation === 'assert' || operation === 'correct') && value === null) return 'value';
  if (operation === 'end' && !(typeof value === 'string' && isPlainDate(value))) return 'value';
  if (operation === 'release' && typeof value !== 'string') return 'value';
  return operation === 'retract' && !because ? 'because' : null;
}

/** What stands after a change of a fact; undefined where nothing stands that it could change. */
export function standingAfter(
  standing: FactStanding | null,
  change: Pick<ExchangeChange, 'operation' | 'value' | 'validFrom'>,
): FactStanding | null | undefined {
  const { operation, value, validFrom } = change;
  if (operation === 'assert' && value !== null) return { value, validFrom, ended: null };
  if (operation === 'retract') return standing === null ? undefined : null;
  if (standing === null || value === null) return undefined;
  if (operation === 'correct') return { ...standing, value };
  return operation === 'end' && typeof value === 'string' ? { ...standing, ended: value } : undefined;
}

/** The verdict on one change, and what follows from it. Absent standing is no error for `assert`. */
export function judge(change: ExchangeChange, known: Known): Judged {
  const { seq, person, operation } = change;
  const rejected = (...problems: readonly Problem[]): Judged => ({ verdict: { seq, verdict: 'rejected', problems }, effects: [] });
  if (known.before !== null) return { verdict: { seq, verdict: 'duplicate', was: known.before }, effects: [] };
  const [name = '', version = ''] = change.schema.split('@');
  if (!known.majors[name]?.includes(Number.parseInt(version, 10))) {
    const supported = Object.entries(known.majors).flatMap(([one, majors]) => majors.map((major) => `${one}@${major}`));
    const problems = [schemaUnknown({ schema: change.schema, supported: supported.join(', ') })];
    return { verdict: { seq, verdict: 'quarantined', problems }, effects: [] };
  }
  const lacks = lacking(change);
  if (lacks !== null) return rejected(changeIncomplete({ operation, lacks }));
  if (operation === 'claim') return claimed(change, known);
  if (known.writer === null) return rejected(personUnknown());
  if (operation === 'take') return taken(change, known);
  if (known.writer !== known.source) return { ...rejected(notTheWriter()), effects: [{ do: 'alarm', about: 'not-writer', person }] };
  if (operation === 'release') return released(change);
  if (change.because && (change.because.approver === change.maker || change.because.approver === person))
    return rejected(approvedByMaker());
  return written(change, known.standing);
}

const accepted = ({ seq }: ExchangeChange, revision: string | null, ...effects: readonly JudgeEffect[]): Judged => ({
  verdict: { seq, verdict: 'accepted', revision },
  effects,
});

function claimed(change: ExchangeChange, { writer, source }: Known): Judged {
  if (writer === null) return accepted(change, null, { do: 'own', person: change.person, source });
  if (writer === source) return { verdict: { seq: change.seq, verdict: 'duplicate', was: 'accepted' }, effects: [] };
  return {
    verdict: { seq: change.seq, verdict: 'conflict', about: 'dual-claim', problems: [claimedTwice()] },
    effects: [{ do: 'open-case', about: 'dual-claim', change }],
  };
}

function taken(change: ExchangeChange, { writer, source, releasedTo }: Known): Judged {
  if (writer === source) return { verdict: { seq: change.seq, verdict: 'duplicate', was: 'accepted' }, effects: [] };
  if (releasedTo !== source) return { verdict: { seq: change.seq, verdict: 'rejected', problems: [notReleased()] }, effects: [] };
  return accepted(change, null, { do: 'own', person: change.person, source });
}

function released(change: ExchangeChange): Judged {
  return accepted(change, null, { do: 'release', person: change.person, to: change.value as string });
}

/** Three values are compared: what the sender saw, what stands, and what would stand. */
function written(change: ExchangeChange, standing: FactStanding | null): Judged {
  const { seq, person, fact, operation } = change;
  const current = revisionOf(standing);
  const after = standingAfter(standing, change);
  if (change.base === current) {
    if (after === undefined) return { verdict: { seq, verdict: 'rejected', problems: [nothingStands({ operation })] }, effects: [] };
    return accepted(change, revisionOf(after), { do: 'stand', person, fact, standing: after });
  }
  // The same value from both sides is no conflict, whoever came first.
  if (after !== undefined && revisionOf(after) === current) return { verdict: { seq, verdict: 'duplicate', was: 'accepted' }, effects: [] };
  return {
    verdict: { seq, verdict: 'conflict', about: 'fact', problems: [factDiffers()] },
    effects: [{ do: 'open-case', about: 'fact', change }],
  };
}
