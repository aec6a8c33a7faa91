/** The officer's queue, detail and decision over HTTP. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { recordRead } from '#authority/audit/record.ts';
import { bodiesFor, decide } from '#authority/access/decide.ts';
import type { AccessAct, Actor } from '#authority/access/shapes.ts';
import { acting, actorOf, handleOf, rolesOver } from '#authority/access/request.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, plainWordsOf, reasonWords, refused } from '#base/problem.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Problem } from '#base/problem.ts';
import { mayConfirmGroup } from '#record/confirmation/policy.ts';
import { MISMATCH_REASONS, RETURN_REASONS } from '#record/confirmation/reasons.ts';
import type { Decision } from '#record/confirmation/shapes.ts';
import { queuePage } from '#record/confirmation/store.ts';
import { matchLevels } from '#record/matching/store.ts';
import { operationWords } from '#record/register/line-operation.ts';
import { seenAt } from '#record/register/sight.ts';
import { subjectIdentityOf } from '#record/register/store.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { confirmPerson, recordShown, showToOfficer } from '#record/intake/confirm.ts';
import type { ShownToOfficer } from '#record/intake/confirm.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import { ownOf } from '#record/intake/makers.ts';
import { answering } from './answering.ts';
import type { DeskNeeds } from './needs.ts';
import { bodyCodesOf, fieldLabel, shownChange } from './comparison.ts';

const titles = new Map(GROUPS.map((group) => [group.code, group.title]));

const Params = Type.Object({ submissionId: Type.String({ format: 'uuid' }), personId: Type.String({ format: 'uuid' }) });
const Page = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
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
    submissionId: Type.String({ format: 'uuid' }),
    personId: Type.String({ format: 'uuid' }),
    shownHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    accept: Type.Array(Type.String({ format: 'uuid' }), { maxItems: ITEMS_MAX }),
    return: Type.Array(
      Type.Object({ itemId: Type.String({ format: 'uuid' }), cells: Type.Array(Cell, { maxItems: 200 }) }, { additionalProperties: false }),
      { maxItems: ITEMS_MAX },
    ),
    mismatchReason: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
  },
  { additionalProperties: false },
);

/** Asks for each verdict of the decision; null when all are allowed. Makers, checker and subject are told apart by citizen number, not by account. */
async function refusalOf(tx: Tx, actor: Actor, shown: ShownToOfficer, decision: Decision, today: string): Promise<Problem | null> {
  const { bodyId, personId } = shown.shown;
  const subject = { bodyId, makers: shown.makers, subjectIdentity: await subjectIdentityOf(tx, personId, actor.identity) };
  const acts: AccessAct[] = [
    ...(decision.accept.length > 0 ? (['item.confirm'] as const) : []),
    ...(decision.return.length > 0 ? (['item.return'] as const) : []),
  ];
  // A decision of nothing is still asked for: what is wrong with it is told only to who may decide.
  for (const act of acts.length > 0 ? acts : (['item.return'] as const)) {
    const verdict = decide(actor, act, subject, { today });
    if (!verdict.allowed) return verdict.reason;
  }
  return null;
}

export function confirmationRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  app.get('/api/v1/confirmation/reasons', async () => ({
    return: RETURN_REASONS.map(({ code, label }) => ({ code, label })),
    mismatch: MISMATCH_REASONS.map(({ code, label }) => ({ code, label })),
  }));

  app.get<{ Querystring: Static<typeof Page> }>('/api/v1/confirmation/queue', { schema: { querystring: Page } }, async (request, reply) => {
    const actor = actorOf(request);
    const verdict = decide(actor, 'queue.read', { bodyId: null }, { today: needs.clock.today() });
    if (!verdict.allowed) return sendProblem(reply, verdict.reason);
    const limit = request.query.limit ?? 50;
    const mine = bodiesFor(actor, 'queue.read');
    return needs.db.transaction(handleOf(request), async (tx) => {
      const { rows, total } = await queuePage(tx, limit + 1, decodeCursor(request.query.cursor, ['instant', 'uuid', 'uuid']), mine);
      const page = rows.slice(0, limit);
      const names = await needs.bodyNames(tx, [...new Set(page.map((row) => row.bodyId))]);
      const levels = await matchLevels(
        tx,
        page.map((row) => row.personId),
      );
      const isMine = await ownOf(tx, actor.identity, page);
      await recordRead(tx, needs, [
        { act: 'queue.read', purpose: 'CONFIRM', bodyId: null, objectId: null, listed: page.map((row) => row.personId) },
      ]);
      const last = page.at(-1);
      return {
        items: page.map((row) => ({
          submissionId: row.submissionId,
          personId: row.personId,
          name: row.name,
          body: names.get(row.bodyId) ?? '',
          groups: row.groups,
          changes: row.groups.length,
          problems: 0,
          match: levels.get(row.personId) ?? 'CHUA',
          waitingSince: row.waitingSince,
          mine: isMine(row),
        })),
        next: rows.length > limit && last ? encodeCursor([last.waitingSince, last.personId, last.submissionId]) : null,
        total,
      };
    });
  });

  app.get<{ Params: Static<typeof Params> }>(
    '/api/v1/confirmation/:submissionId/:personId',
    { schema: { params: Params } },
    async (request, reply) => {
      const actor = actorOf(request);
      return answering(needs.db, request, reply, async (tx) => {
        const shown = await showToOfficer(tx, needs, request.params.submissionId, request.params.personId);
        if (!shown.ok) return shown;
        const { items, shown: seen, hash } = shown.value;
        const verdict = decide(actor, 'item.read', { bodyId: seen.bodyId }, { today: needs.clock.today() });
        if (!verdict.allowed) return refused(verdict.reason);
        await recordShown(tx, needs, shown.value);
        const isMine = await ownOf(tx, actor.identity, [seen]);
        const names = await needs.bodyNames(tx, [seen.bodyId]);
        const named = await needs.bodyNamesByCode(tx, bodyCodesOf(seen.groups.flatMap((group) => group.changes)));
        const door = doorOf(needs.doors, shown.value);
        const roles = rolesOver(actor, seen.bodyId);
        const sight = { roles, unmasked: new Set<string>(), purpose: 'CONFIRM' as const };
        return ok({
          personId: seen.personId,
          submissionId: seen.submissionId,
          name: items[0]?.name ?? '',
          body: names.get(seen.bodyId) ?? '',
          shownHash: hash,
          mine: isMine(seen),
          matchResult: seen.match,
          problems: seen.problems.map((problem) => ({
            code: problem.code,
            severity: problem.severity,
            where: { ...printed(door, problem.place), field: problem.field },
            ...plainWordsOf(problem.code),
            label: problem.field ? fieldLabel(problem.field) : null,
            value: problem.field && seenAt(problem.field, sight) !== 'clear' ? null : problem.value,
          })),
          accepted: (seen.accepted ?? []).map((one) => ({
            ...one,
            where: printed(door, one.where),
            label: fieldLabel(one.field),
            reason: reasonWords(one.reason),
          })),
          groups: seen.groups.map((group) => ({
            group: group.group,
            title: group.operation
              ? operationWords(group.operation.kind, group.operation.section, group.operation.line)
              : (titles.get(group.group) ?? { vi: group.group, en: group.group }),
            ...(group.operation ? { operation: group.operation } : {}),
            itemId: group.itemId,
            state: items.find((item) => item.itemId === group.itemId)?.state ?? 'awaiting-confirmation',
            compared: group.compared,
            validFrom: group.validFrom,
            mayConfirm: mayConfirmGroup(group.group, roles),
            fields: group.changes.map((change) => ({
              ...shownChange(change, { register: sight, stated: sight }, (code) => named.get(code)),
              changed: true,
              match: seen.match?.fields[change.field] ?? null,
              problems: seen.problems.filter((problem) => problem.field === change.field).map((problem) => problem.code),
            })),
          })),
        });
      });
    },
  );

  app.post<{ Body: Static<typeof DecisionBody> }>(
    '/api/v1/confirmation/decisions',
    { schema: { body: DecisionBody } },
    async (request, reply) => {
      const decision: Decision = { ...request.body, mismatchReason: request.body.mismatchReason ?? null };
      const decided = await acting(needs.db, request, async (tx) => {
        const actor = actorOf(request);
        const shown = await showToOfficer(tx, needs, decision.submissionId, decision.personId);
        if (!shown.ok) return shown;
        const refusal = await refusalOf(tx, actor, shown.value, decision, needs.clock.today());
        return refusal ? refused(refusal) : confirmPerson(tx, needs, officerOf(actor, shown.value.shown.bodyId), decision);
      });
      if (!decided.ok) return sendProblem(reply, decided.problems[0]!, decided.problems);
      const of = (state: string): number => decided.value.items.filter((item) => item.state === state).length;
      return {
        accepted: of('registered'),
        returned: of('returned'),
        waiting: 0,
        items: decided.value.items,
        receipt: {
          ...decided.value.receipt.content,
          jws: decided.value.receipt.jws,
          verifyUrl: `${needs.publicUrl}/bien-nhan/${decided.value.receipt.content.number}`,
        },
      };
    },
  );
}

const officerOf = (actor: Actor, bodyId: string) => ({
  accountId: actor.accountId,
  identity: actor.identity,
  name: actor.name,
  // A role over another body confirms nothing here.
  roles: rolesOver(actor, bodyId),
  // The session itself: nobody was asked again at the moment of signing (decision 0016).
  stepUp: { method: 'session', level: String(actor.identityLevel), at: actor.signedInAt },
});
