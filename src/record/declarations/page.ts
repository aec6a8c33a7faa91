/** A person's declaration as the own page shows it: what runs, group by group, what was sent; and the form of one group. */
import { currentLists } from '#authority/code-lists/editions.ts';
import { dayInVietnam } from '#base/clock.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import { BRING, DECLARE } from '#record/clocks/clocks-of.ts';
import { RETURN_REASONS } from '#record/confirmation/reasons.ts';
import type { ItemDecision } from '#record/confirmation/shapes.ts';
import { leafAt } from '#record/register/leaves.ts';
import { ownTerm } from '#record/clocks/store.ts';
import { codeList, heldAt, optionText } from '#standard/code-lists.ts';
import { sectionByKey } from '#standard/dictionary.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { typedCells } from '#standard/typed-cells.ts';
import type { GroupCode, WorkbookColumn } from '#standard/shapes.ts';
import { PERSON_COLUMN } from '#standard/workbook-columns.ts';
import { DECLARED_SHEETS, declaredBy, declaredForm, declaredGroups } from './declared-fields.ts';
import { evidenceKinds } from './evidence.ts';
import { evidenceOf } from './evidence-store.ts';
import type { EvidenceRow } from './evidence-store.ts';
import { groupsNow, headOf, kindNow, problemsOf, seenIn, titleOf } from './draft.ts';
import { OPTIONS_MAX, OWN_DECLARATIONS_MAX } from './limits.ts';
import type { DeclarationNeeds, Declarer } from './needs.ts';
import { isWithTheAgency, mayTakeBack, standingOfSent, takesMessages } from './standing.ts';
import { groupsOfAll, ownSent, ownStated } from './store.ts';
import type { SentRow } from './store.ts';
import { messagesOf } from './thread-store.ts';
import type { StoredMessage } from './thread-store.ts';
import { truthOf, truthOn } from './truth.ts';
import { changesBetween } from './what-changed.ts';

/** Who has the word about a group that a person goes through. */
const byOf = (group: GroupCode, day: PlainDate): 'person' | 'population' | 'body' => {
  const by = declaredBy(group, day);
  return by === 'system' ? 'body' : by;
};

/** The list of kinds of papers. */
const KINDS = 'loai_tai_lieu';

const reasons = new Map(RETURN_REASONS.map((reason) => [reason.code, reason.label]));

/** Why a group came back: of each field the reason of the list, and the officer's words. */
const reasonsIn = (decision: ItemDecision | null) =>
  (decision?.cells ?? []).map(({ field, reason, note }) => ({
    label: leafAt(field)?.label ?? sectionByKey(field)?.title ?? null,
    reason: reasons.get(reason) ?? { vi: reason, en: reason },
    note,
  }));

function sentOf(row: SentRow) {
  const standing = standingOfSent(row);
  return {
    id: row.declarationId,
    kind: row.kind,
    sentAt: row.sentAt,
    standing,
    truth: truthOf(row.truth),
    groups: row.changed.map(titleOf),
    uploadNumber: row.uploadNumber,
    receipt: row.receipt,
    returned: (standing === 'replaced' || standing === 'withdrawn' ? [] : row.reasons).map(({ group, decision }) => ({
      code: group,
      group: titleOf(group),
      cells: reasonsIn(decision),
    })),
    problems: [...row.problems],
    confirmedBy: isWithTheAgency(standing) ? (lawsDue(BRING, dayInVietnam(row.sentAt))?.lastDay ?? null) : null,
    moved: standing === 'refused' && (row.intake?.withdrawn ?? 0) > 0,
  };
}

/** A message as both sides see it. */
export const messageShown = ({ byPerson, byName, at, text }: StoredMessage) => ({ byPerson, name: byName, at, text });

/** A paper as its person sees it. */
function evidenceShown(row: EvidenceRow, sent: Pick<SentRow, 'withdrawnAt'> | null) {
  const kind = codeList(KINDS).entries.find(({ code }) => code === row.named.kind);
  const words = { vi: kind?.name ?? row.named.kind, en: kind?.nameEn ?? kind?.name ?? row.named.kind };
  return {
    id: row.evidenceId,
    group: row.group,
    kind: words,
    symbol: row.named.symbol,
    issuedOn: row.named.issuedOn,
    pages: row.pages,
    sizeBytes: row.sizeBytes,
    fromPhoto: row.fromPhoto,
    standing: sent && standingOfSent({ ...sent, intake: row.intake }),
    uploadNumber: row.uploadNumber,
    returned: row.reasons.flatMap(({ decision }) => reasonsIn(decision)),
    problems: [...row.problems],
  };
}

/** What the own person sent, the newest first, with the papers that came along; `limit` null: all. MUST run with the own record's policies. */
export async function sentDeclarations(tx: Tx, needs: Pick<DeclarationNeeds, 'keys'>, limit: number | null) {
  const sent = await ownSent(tx, limit);
  const papers = await evidenceOf(
    tx,
    needs.keys,
    sent.map(({ declarationId }) => declarationId),
  );
  const ids = sent.map(({ declarationId }) => declarationId);
  const messages = await messagesOf(tx, needs.keys, ids);
  const groups = await groupsOfAll(tx, needs.keys, ids);
  return judgedBy(await currentLists(tx), () =>
    sent.map((row, place) => {
      const own = papers.filter(({ declarationId }) => declarationId === row.declarationId);
      const shown = sentOf(row);
      const before = triedBefore(sent, place);
      return {
        ...shown,
        origin: row.origin,
        withdrawnAt: row.withdrawnAt,
        mayWithdraw: mayTakeBack(shown.standing, [row.intake, ...own.map(({ intake }) => intake)]),
        messages: messages.filter(({ declarationId }) => declarationId === row.declarationId).length,
        mayWrite: takesMessages(shown.standing),
        changes: before ? changesBetween(groups.get(before.declarationId), groups.get(row.declarationId), dayInVietnam(row.sentAt)) : [],
        evidence: own.map((one) => evidenceShown(one, row)),
      };
    }),
  );
}

/** The one before it, when that came back or was taken back: this is its second try. `sent` stands newest first. */
function triedBefore(sent: readonly SentRow[], place: number): SentRow | null {
  const row = sent[place]!;
  const before = sent.slice(place + 1).find(({ personId }) => personId === row.personId);
  return before && ['replaced', 'withdrawn'].includes(standingOfSent(before)) ? before : null;
}

/** All of them, with what was typed: the own words of one that was refused stand nowhere else. MUST run with the own record's policies. */
export async function declaredWhole(tx: Tx, needs: Pick<DeclarationNeeds, 'keys'>) {
  const stated = await ownStated(tx, needs.keys);
  const sent = await sentDeclarations(tx, needs, null);
  const messages = await messagesOf(
    tx,
    needs.keys,
    sent.map(({ id }) => id),
  );
  return sent.map((one) => ({
    ...one,
    stated: stated.get(one.id) ?? null,
    written: messages.filter(({ declarationId }) => declarationId === one.id).map(messageShown),
  }));
}

/** MUST run in a transaction that sees the own record. */
export async function declarationPage(
  tx: Tx,
  needs: DeclarationNeeds,
  who: Declarer & { readonly bodyName: string },
  missingIn: (group: GroupCode) => readonly Bilingual[],
) {
  const today = needs.clock.today();
  const now: Instant = needs.clock.now();
  const term = await ownTerm(tx, DECLARE);
  const { draft, groups } = await groupsNow(tx, needs, who.personId);
  const seen = seenIn(groups, who.heads);
  return {
    kind: draft?.kind ?? (await kindNow(tx)),
    bodyName: who.bodyName,
    due: term && { lastDay: term.lastDay, late: term.dueAt <= now, call: term.call },
    truth: truthOn(today),
    confirmedBy: lawsDue(BRING, today)?.lastDay ?? null,
    groups: declaredGroups(today).map((code) => ({
      code,
      title: titleOf(code),
      by: byOf(code, today),
      mark: groups.get(code)?.mark ?? null,
      changedSince: groups.has(code) && !seen.has(code),
      missing: [...missingIn(code)],
    })),
    sent: await sentDeclarations(tx, needs, OWN_DECLARATIONS_MAX),
  };
}

function optionsOf({ dropDown }: WorkbookColumn, day: PlainDate): string[] | null {
  if (dropDown === null) return null;
  const entries = dropDown.codeLists.flatMap((id) => [...heldAt(id, day), ...(dropDown.offers === 'ever' ? codeList(id).entries : [])]);
  const texts = [...new Set(entries.map(optionText))];
  return texts.length === 0 || texts.length > OPTIONS_MAX ? null : texts;
}

const columnShown = (column: WorkbookColumn, day: PlainDate) => ({
  key: column.key,
  field: column.field,
  label: column.label,
  hint: column.hint,
  required: column.required,
  options: optionsOf(column, day),
  free: column.dropDown?.free ?? true,
});

/** Where a problem of a draft stands: a pointer of the door (`/giaDinh/0/giaDinh.hoTen`). */
export function problemShown({ severity, title, next, where }: Problem) {
  const steps = (where.path ?? '').split('/').filter((step) => step !== '');
  const section = steps.length > 1 ? steps[0]! : null;
  const line = steps.find((step) => /^\d+$/.test(step));
  return {
    column: steps.findLast((step) => !/^\d+$/.test(step) && step !== section) ?? null,
    section,
    line: line === undefined ? null : Number(line),
    severity: severity === 'error' ? ('error' as const) : ('warning' as const),
    title,
    next,
  };
}

/** The next group that was not seen yet, after this one in the order of the form, else from the beginning; null: all were. */
export function nextGroup(seen: ReadonlySet<GroupCode>, after: GroupCode, day: PlainDate): GroupCode | null {
  const order = declaredGroups(day);
  const from = order.indexOf(after) + 1;
  return [...order.slice(from), ...order.slice(0, from)].find((code) => code !== after && !seen.has(code)) ?? null;
}

const withoutNumber = (cells: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([key]) => key !== PERSON_COLUMN));

/** MUST run in a transaction that sees the own record. */
export async function declarationForm(tx: Tx, needs: DeclarationNeeds, who: Declarer, group: GroupCode) {
  const today = needs.clock.today();
  const lists = await currentLists(tx);
  const { draft, groups } = await groupsNow(tx, needs, who.personId);
  const isTheirs = byOf(group, today) === 'person';
  const papers = draft && isTheirs ? await evidenceOf(tx, needs.keys, [draft.declarationId]) : [];
  const kinds = isTheirs ? await evidenceKinds(tx, needs) : [];
  const filled = groups.get(group);
  const form = declaredForm(group, today);
  const problems = filled ? (await problemsOf(tx, needs, who, groups))(group) : [];
  return judgedBy(lists, () => {
    const typed = typedCells(who.nationalId, who.document, { named: true, sheets: DECLARED_SHEETS });
    const keys = new Set(form.columns.map(({ key }) => key));
    return {
      code: group,
      title: titleOf(group),
      by: byOf(group, today),
      mark: filled?.mark ?? null,
      columns: form.columns.map((column) => columnShown(column, today)),
      standing: Object.fromEntries(Object.entries(typed.hoSo).filter(([key]) => keys.has(key))),
      cells: filled?.cells ?? {},
      sections: form.sections.map(({ key, columns }) => ({
        key,
        title: sectionByKey(key)!.title,
        columns: columns.map((column) => columnShown(column, today)),
        standing: (typed.sections[key] ?? []).map(withoutNumber),
        lines: filled?.sections[key] ?? null,
      })),
      problems: problems.map(problemShown),
      evidence: papers.filter((one) => one.group === group).map((one) => evidenceShown(one, null)),
      evidenceKinds: [...kinds],
      seen: headOf(who.heads, group),
      next: nextGroup(seenIn(groups, who.heads), group, today),
    };
  });
}
