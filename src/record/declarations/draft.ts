/** A draft of a declaration: opened with the first group that is saved, read as it would be sent, and kept on the server between sessions. */
import { recordAct } from '#authority/audit/record.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import { DECLARE } from '#record/clocks/clocks-of.ts';
import { ownTerm } from '#record/clocks/store.ts';
import { newFindings, plainly } from '#record/register/judge-operations.ts';
import { groupAt } from '#record/register/leaves.ts';
import { laidOver } from '#record/register/merge.ts';
import { readSalts } from '#record/register/store.ts';
import type { Heads } from '#record/register/shapes.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { problemOf } from '#standard/rules.ts';
import type { Finding } from '#standard/rules.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { changedGroups, documentOf } from './content.ts';
import type { DraftGroups } from './content.ts';
import { declaredBy } from './declared-fields.ts';
import { OWN_DECLARATIONS_MAX } from './limits.ts';
import type { DeclarationNeeds, Declarer } from './needs.ts';
import { declarationNotYours } from './problems.ts';
import type { GroupDraft } from './shapes.ts';
import { isFilledIn } from './standing.ts';
import { groupsOf, insertDraft, ownDraft, ownSent, saveGroup } from './store.ts';
import type { Draft, DeclarationKind } from './store.ts';

/** The salt of the own record; there is none of who was erased, and nobody comes here then. */
export async function ownSalt(tx: Tx, personId: string): Promise<Uint8Array> {
  const salt = (await readSalts(tx, [personId])).get(personId);
  if (!salt) throw new Error('a record without its salt');
  return salt;
}

/** First until one was sent from the own pages and not taken back, and as long as the law's term for it runs: only a first one ends that. */
export const kindNow = async (tx: Tx): Promise<DeclarationKind> =>
  !(await ownSent(tx, null)).some(({ withdrawnAt, origin }) => withdrawnAt === null && origin === 'portal') || (await ownTerm(tx, DECLARE))
    ? 'first'
    : 'update';

/** What is filled in now: what came back, so that nobody types it again, and the draft over it. */
export interface FilledIn {
  readonly draft: Draft | null;
  readonly groups: DraftGroups;
}

export async function groupsNow(tx: Tx, needs: DeclarationNeeds, personId: string): Promise<FilledIn> {
  const draft = await ownDraft(tx);
  const back = (await ownSent(tx, OWN_DECLARATIONS_MAX)).filter((one) => one.personId === personId && isFilledIn(one));
  if (!draft && back.length === 0) return { draft, groups: new Map() };
  const salt = await ownSalt(tx, personId);
  const groups = new Map<GroupCode, GroupDraft>();
  // The newer over the older; what changed nothing, or stands in the record already, is not stated again.
  for (const one of back.toReversed())
    for (const [group, filled] of await groupsOf(tx, needs.keys, salt, one))
      if (one.withdrawnAt !== null || (one.openGroups?.includes(group) ?? true)) groups.set(group, filled);
  for (const [group, filled] of draft ? await groupsOf(tx, needs.keys, salt, draft) : []) groups.set(group, filled);
  return { draft, groups };
}

/** Opens the draft where there is none, and writes down in it all that is filled in: also what came back since it was opened. Holds it. */
export async function openDraft(tx: Tx, needs: DeclarationNeeds, who: Declarer, { draft: before, groups }: FilledIn): Promise<Draft> {
  const at = needs.clock.now();
  if (!before)
    await insertDraft(tx, {
      personId: who.personId,
      declarationId: needs.chance.uuid7(Date.parse(at)),
      bodyId: who.bodyId,
      kind: await kindNow(tx),
      at,
    });
  const draft = await ownDraft(tx, { lock: true });
  if (!draft) throw new Error('a draft that was opened is not there');
  const salt = await ownSalt(tx, who.personId);
  const written = await groupsOf(tx, needs.keys, salt, draft);
  for (const [group, filled] of groups) if (!written.has(group)) await saveGroup(tx, needs.keys, salt, draft, { group, at, filled });
  return draft;
}

/** The version that states a group now; 0 of one that was never stated. */
export const headOf = (heads: Heads, group: GroupCode): number => heads[group]?.v ?? 0;

/** Groups that were gone through as they stand now: one that changed in the record since is looked at again before anybody attests it. */
export const seenIn = (groups: DraftGroups, heads: Heads): ReadonlySet<GroupCode> =>
  new Set([...groups].filter(([group, { seen }]) => seen === headOf(heads, group)).map(([group]) => group));

/** Saves one group. @returns what is wrong with the draft as it stands; E-DECLARATION-NOT-YOURS */
export async function saveDraft(
  tx: Tx,
  needs: DeclarationNeeds,
  who: Declarer,
  group: GroupCode,
  filled: GroupDraft,
): Promise<Result<readonly Problem[]>> {
  const today = needs.clock.today();
  const by = declaredBy(group, today);
  if (by === 'system' || (by !== 'person' && filled.mark === 'changed')) return refused(declarationNotYours({ why: WHY_NOT[by] }));
  const before = await groupsNow(tx, needs, who.personId);
  const draft = await openDraft(tx, needs, who, before);
  const salt = await ownSalt(tx, who.personId);
  await saveGroup(tx, needs.keys, salt, draft, {
    group,
    at: needs.clock.now(),
    filled: { ...filled, seen: filled.seen ?? headOf(who.heads, group) },
  });
  await recordAct(tx, needs, {
    act: 'declaration.saved',
    purpose: 'OWN_RECORD',
    bodyId: who.bodyId,
    objectId: who.personId,
    role: who.role,
    payload: { declaration: draft.declarationId, group, mark: filled.mark },
  });
  return ok((await problemsOf(tx, needs, who, new Map([...before.groups, [group, filled]])))(group));
}

const WHY_NOT: Readonly<Record<'population' | 'body' | 'system' | 'person', Bilingual>> = {
  population: { vi: 'lấy từ CSDL quốc gia về dân cư', en: 'it comes from the population database' },
  body: { vi: 'theo quyết định của cơ quan', en: 'it follows decisions of the agency' },
  system: { vi: 'hệ thống tự ghi', en: 'the system writes it' },
  person: { vi: '', en: '' },
};

/** Where a rule found something: the pointer of the door to a value or to a cell of a line, and the field. */
const placeOf = ({ at: { section, line, key, column } }: Finding) => {
  const field = section === null ? key : `${section}.${key}`;
  return { path: section === null ? `/${column ?? key}` : `/${section}/${line ?? 0}/${field}`, field };
};

/** What is wrong with each group: of what cannot be laid at one, with all of them. */
export type ProblemsIn = (group: GroupCode) => readonly Problem[];

/**
 * What the door says of what was filled in, read as it would be sent, and what the rules find of the record as it would stand with all of it, and do not find
 * of it now: what agrees with another group of the draft is not wrong.
 */
export async function problemsOf(tx: Tx, needs: DeclarationNeeds, who: Declarer, groups: DraftGroups): Promise<ProblemsIn> {
  const today = needs.clock.today();
  const changed = new Set(changedGroups(groups, today));
  if (changed.size === 0) return () => [];
  const read = await readAsSent(tx, needs, documentOf(who.nationalId, groups, today, ''), today);
  if (read.kind === 'refused') return (group) => (changed.has(group) ? [read.problem] : []);
  const problems: Problem[] = [...read.problems];
  let after = who.document;
  for await (const { checked } of read.people) {
    problems.push(...checked.problems);
    after = laidOver(after, checked.document);
  }
  const found = judgedBy(await currentLists(tx), () => newFindings(who.document, after, { today, asOf: today }));
  problems.push(...found.map(({ finding }) => plainly(problemOf(finding, { where: placeOf(finding), value: null }))));
  const told = problems
    .filter(({ severity }) => severity !== 'corrected')
    .map((problem) => ({ problem, group: groupAt(problem.where.field ?? '') }));
  return (one) =>
    !changed.has(one) ? [] : told.filter(({ group }) => !group || !changed.has(group) || group === one).map(({ problem }) => problem);
}

async function readAsSent(
  tx: Tx,
  needs: DeclarationNeeds,
  document: string,
  today: PlainDate,
): ReturnType<DeclarationNeeds['door']['read']> {
  const bodies = await needs.bodyWords(tx);
  return needs.door.read(Buffer.from(document), {
    fileName: '',
    today,
    asOf: today,
    demo: needs.demo,
    lists: await currentLists(tx),
    fixes: [],
    bodyKnown: bodies.isCode,
    bodyNamed: bodies.named,
    progress: () => undefined,
  });
}

export const titleOf = (group: string): Bilingual => GROUPS.find(({ code }) => code === group)!.title;
