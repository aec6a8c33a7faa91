/** What an administrator asks about an entry that was added: that it ends, that it is corrected; and that a request of their own is taken back. */
import type { FastifyInstance } from 'fastify';
import type { FrameNeeds } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { additionById, withdrawAddition } from './addition-store.ts';
import type { StoredAddition } from './addition-store.ts';
import { ask, OF_CHANGES, writtenEntry } from './ask-addition.ts';
import { endedOn } from './change-addition.ts';
import { listAskedAlready, listEntryGone, listNotYoursToWithdraw } from './problems.ts';
import { AdditionCorrection, AdditionEnding } from './shapes.ts';

/** The request whose entry stands now. */
async function standing(tx: Tx, id: string): Promise<Result<StoredAddition>> {
  const addition = await additionById(tx, id);
  if (addition === null) return refused(notWithinReach());
  return addition.stands ? ok(addition) : refused(listEntryGone({ code: addition.code }));
}

export function changeRoutes(app: FastifyInstance, needs: FrameNeeds & AuditNeeds): void {
  route(app, needs, {
    id: 'askListEnding',
    tag: 'code-lists',
    summary: { vi: 'Đề nghị kết thúc hiệu lực một mục đã bổ sung', en: 'Asks that an added entry ends' },
    method: 'POST',
    path: '/api/v1/list-additions/:id/ending',
    params: ById,
    body: AdditionEnding,
    act: 'lists.ask',
    answer: json(MadeId, 201),
    problems: [...OF_CHANGES, listAskedAlready],
    work: async ({ tx, actor, params, body }) => {
      const found = await standing(tx, params.id);
      if (!found.ok) return found;
      const entry = endedOn(found.value, addDays(body.lastDay, 1), body.source.trim());
      return ask(tx, needs, actor, { kind: 'end', entry, changed: found.value });
    },
  });

  route(app, needs, {
    id: 'askListCorrection',
    tag: 'code-lists',
    summary: { vi: 'Đề nghị đính chính một mục đã bổ sung', en: 'Asks that an added entry is corrected' },
    method: 'POST',
    path: '/api/v1/list-additions/:id/correction',
    params: ById,
    body: AdditionCorrection,
    act: 'lists.ask',
    answer: json(MadeId, 201),
    problems: [...OF_CHANGES, listAskedAlready],
    work: async ({ tx, actor, params, body }) => {
      const found = await standing(tx, params.id);
      if (!found.ok) return found;
      const { list, code } = found.value;
      return ask(tx, needs, actor, { kind: 'correct', entry: { list, code, ...writtenEntry(body) }, changed: found.value });
    },
  });

  route(app, needs, {
    id: 'withdrawListAddition',
    tag: 'code-lists',
    summary: { vi: 'Rút lại một đề nghị về danh mục', en: 'Takes back a request about a list' },
    method: 'POST',
    path: '/api/v1/list-additions/:id/withdrawal',
    params: ById,
    act: 'lists.ask',
    answer: empty,
    problems: [listNotYoursToWithdraw],
    work: async ({ tx, params: { id } }) => {
      const found = await additionById(tx, id);
      if (found === null) return refused(notWithinReach());
      if (!(await withdrawAddition(tx, id, needs.clock.now()))) return refused(listNotYoursToWithdraw());
      const { bodyId, kind, list, code } = found;
      await recordAct(tx, needs, { act: 'lists.withdrawn', purpose: 'ADMINISTER', bodyId, objectId: id, payload: { kind, list, code } });
      return ok(undefined);
    },
  });
}
