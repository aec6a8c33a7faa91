/** What an officer is shown of one person, and the decision, over HTTP. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { nobody } from '#authority/access/frame.ts';
import { samePerson, ownRecord } from '#authority/access/problems.ts';
import type { AccessAct, Subject } from '#authority/access/shapes.ts';
import { rolesOver } from '#authority/access/request.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { Id } from '#base/http/shapes.ts';
import { ok, plainWordsOf, reasonWords } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { mayConfirmGroup } from '#record/confirmation/policy.ts';
import { evidenceBeside } from '#record/declarations/evidence-store.ts';
import { bodyOfThread } from '#record/declarations/thread.ts';
import { MISMATCH_REASONS, RETURN_REASONS } from '#record/confirmation/reasons.ts';
import { operationWords } from '#record/register/line-operation.ts';
import { seenAt } from '#record/register/visibility.ts';
import { subjectIdentityOf } from '#record/register/store.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { confirmPerson, recordShown, showToOfficer } from '#record/intake/confirm.ts';
import type { OfficerView } from '#record/intake/confirm.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import { ownOf } from '#record/intake/makers.ts';
import { bodyHasNoFileFor } from '#record/intake/problems.ts';
import type { DeskNeeds } from './needs.ts';
import { besideShown } from './beside-shown.ts';
import { bodyCodesOf, fieldLabel, shownChange } from './comparison.ts';
import { listRoutes } from './list-routes.ts';
import { ACTS_ON_ITEM, itemOf, officerOf } from './officer.ts';
import { queueRoutes } from './queue-routes.ts';
import { shownReceipt } from './receipt-routes.ts';
import { Decided, PresentedPerson, Reasons } from './confirmation-shapes.ts';

const titles = new Map(GROUPS.map((group) => [group.code, group.title]));

const Params = Type.Object({ submissionId: Id, personId: Id });
const Cell = Type.Object(
  {
    field: Type.String({ maxLength: 80 }),
    reason: Type.String({ maxLength: 40 }),
    note: Type.Union([Type.String({ maxLength: 500 }), Type.Null()]),
  },
  { additionalProperties: false },
);
/** The groups of a record, and as many acts on single lines as one sending may reasonably hold. */
const ITEMS_MAX = 200;
const DecisionBody = Type.Object(
  {
    submissionId: Id,
    personId: Id,
    shownHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    accept: Type.Array(Id, { maxItems: ITEMS_MAX }),
    return: Type.Array(Type.Object({ itemId: Id, cells: Type.Array(Cell, { maxItems: 200 }) }, { additionalProperties: false }), {
      maxItems: ITEMS_MAX,
    }),
    mismatchReason: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
  },
  { additionalProperties: false },
);

/** What a decision does: each of it must be allowed. A decision of nothing is still asked for: what is wrong with it is told only to who may decide. */
function actsOf({ body: { accept, return: returned } }: { readonly body: Static<typeof DecisionBody> }): AccessAct[] {
  const acts: AccessAct[] = [
    ...(accept.length > 0 ? (['item.confirm'] as const) : []),
    ...(returned.length > 0 ? (['item.return'] as const) : []),
  ];
  return acts.length > 0 ? acts : ['item.return'];
}

export function confirmationRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  queueRoutes(app, needs);
  listRoutes(app, needs);
  /** A person of the queue as the subject: what would be shown of them, and of which body it is. */
  const inQueue = async (tx: Tx, submissionId: string, personId: string): Promise<Result<{ bodyId: string; shown: OfficerView }>> => {
    const shown = await showToOfficer(tx, needs, submissionId, personId);
    return shown.ok ? ok({ bodyId: shown.value.shown.bodyId, shown: shown.value }) : shown;
  };

  route(app, needs, {
    id: 'listReasons',
    tag: 'confirmation',
    summary: { vi: 'Các lý do trả lại và lý do xác nhận khi không khớp', en: 'Reasons to return, and to confirm a mismatch' },
    method: 'GET',
    path: '/api/v1/confirmation/reasons',
    act: 'signed-in',
    read: nobody('two lists of words'),
    answer: json(Reasons),
    work: async () =>
      ok({
        return: RETURN_REASONS.map(({ code, label }) => ({ code, label })),
        mismatch: MISMATCH_REASONS.map(({ code, label }) => ({ code, label })),
      }),
  });

  route(app, needs, {
    id: 'getShownPerson',
    tag: 'confirmation',
    summary: { vi: 'Một người: cũ bên mới, đúng như sẽ ký', en: 'One person: old beside new, exactly as it will be signed' },
    method: 'GET',
    path: '/api/v1/confirmation/:submissionId/:personId',
    params: Params,
    act: 'item.read',
    subject: ({ tx, params }) => inQueue(tx, params.submissionId, params.personId),
    read: 'item.read',
    purpose: 'CONFIRM',
    answer: json(PresentedPerson),
    problems: [bodyHasNoFileFor],
    work: async ({ tx, actor, allowed, subject: { shown } }) => {
      const { items, shown: seen, hash } = shown;
      await recordShown(tx, needs, shown);
      const isMine = await ownOf(tx, actor.identity, [seen]);
      const names = await needs.bodyNames(tx, [seen.bodyId]);
      const named = await needs.bodyNamesByCode(tx, bodyCodesOf(seen.groups.flatMap((group) => group.changes)));
      const door = doorOf(needs.doors, shown);
      const beside = await besideShown(tx, needs, shown, { roles: rolesOver(actor, seen.bodyId), unmasked: new Set(), purpose: 'CONFIRM' });
      const roles = rolesOver(actor, seen.bodyId);
      const visibility = { roles, unmasked: new Set<string>(), purpose: 'CONFIRM' as const };
      return ok({
        personId: seen.personId,
        submissionId: seen.submissionId,
        name: items[0]?.name ?? '',
        body: names.get(seen.bodyId) ?? '',
        shownHash: hash,
        mine: isMine(seen),
        may: allowed(ACTS_ON_ITEM, itemOf(actor, seen.bodyId, isMine(seen))),
        matchResult: seen.match,
        problems: seen.problems.map((problem) => ({
          code: problem.code,
          severity: problem.severity,
          where: { ...printed(door, problem.place), field: problem.field },
          ...plainWordsOf(problem.code),
          label: problem.field ? fieldLabel(problem.field) : null,
          value: problem.field && seenAt(problem.field, visibility) !== 'clear' ? null : problem.value,
        })),
        accepted: (seen.accepted ?? []).map((one) => ({
          ...one,
          where: printed(door, one.where),
          label: fieldLabel(one.field),
          reason: reasonWords(one.reason),
        })),
        declared: (await bodyOfThread(tx, seen.submissionId)) !== null,
        papers: (await evidenceBeside(tx, seen.submissionId)).map(({ submissionId, uploadNumber, group }) => ({
          submissionId,
          uploadNumber,
          group: titles.get(group) ?? { vi: group, en: group },
        })),
        groups: seen.groups.map((group) => ({
          group: group.group,
          fileOfRound: door.fileIsStated ? (items.find((item) => item.itemId === group.itemId)?.round ?? null) : null,
          title: group.operation
            ? operationWords(group.operation.kind, group.operation.section, group.operation.line)
            : (titles.get(group.group) ?? { vi: group.group, en: group.group }),
          ...(group.operation ? { operation: group.operation } : {}),
          itemId: group.itemId,
          state: items.find((item) => item.itemId === group.itemId)?.state ?? 'awaiting-confirmation',
          compared: group.compared,
          validFrom: group.validFrom,
          mayConfirm: mayConfirmGroup(group.group, roles),
          beside: [...(beside.get(group.group) ?? [])],
          fields: group.changes.map((change) => ({
            ...shownChange(change, { register: visibility, stated: visibility }, (code) => named.get(code)),
            changed: true,
            match: seen.match?.fields[change.field] ?? null,
            problems: seen.problems.filter((problem) => problem.field === change.field).map((problem) => problem.code),
          })),
        })),
      });
    },
  });

  route(app, needs, {
    id: 'decide',
    tag: 'confirmation',
    summary: { vi: 'Xác nhận hoặc trả lại; trả biên nhận đã duyệt (R2)', en: 'Confirms or returns; answers with the receipt R2' },
    method: 'POST',
    path: '/api/v1/confirmation/decisions',
    body: DecisionBody,
    act: actsOf,
    // Makers, checker and subject are told apart by citizen number, not by account.
    subject: async ({ tx, actor, body }) => {
      const found = await inQueue(tx, body.submissionId, body.personId);
      if (!found.ok) return found;
      const { bodyId, shown } = found.value;
      const subject: Subject = {
        bodyId,
        makers: shown.makers,
        subjectIdentity: await subjectIdentityOf(tx, body.personId, actor.identity),
      };
      return ok({ ...subject, bodyId });
    },
    answer: json(Decided),
    problems: [bodyHasNoFileFor, samePerson, ownRecord],
    work: async ({ tx, actor, body, subject }) => {
      const decision = { ...body, mismatchReason: body.mismatchReason ?? null };
      const decided = await confirmPerson(tx, needs, officerOf(actor, subject.bodyId), decision);
      if (!decided.ok) return decided;
      const { items, receipt } = decided.value;
      const of = (state: string): number => items.filter((item) => item.state === state).length;
      return ok({ accepted: of('registered'), returned: of('returned'), waiting: 0, items, receipt: shownReceipt(needs, receipt) });
    },
  });
}
