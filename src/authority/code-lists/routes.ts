/** Entries that the lists lack: an administrator of a body asks for one, who keeps the lists of the country grants or refuses it. */
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf, FrameNeeds } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { COUNTRY_CODE } from '#authority/organisations/shapes.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ById, MadeId } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { bodiesFor } from '#authority/access/decide.ts';
import { packedList } from '#standard/code-lists.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { OPEN_LISTS } from '#standard/open-lists.ts';
import { additionById, additions, askAddition, decideAddition, writeAdded } from './addition-store.ts';
import type { StoredAddition } from './addition-store.ts';
import { currentLists, forgetCurrent } from './editions.ts';
import { hashWithAdditions } from './fingerprint.ts';
import { problemsOfAddition } from './judge-addition.ts';
import type { Addition } from './judge-addition.ts';
import {
  listAdditionNotOpen,
  listAskedAlready,
  listCodeTaken,
  listDaysNotValid,
  listNameKnown,
  listNameTwice,
  listNotOpen,
  listReasonMissing,
} from './problems.ts';
import { AdditionList, AdditionVerdict, AdditionRequest, DecidedAddition } from './shapes.ts';
import { addedDigests, lockEditions, newestEdition, writeEdition } from './store.ts';

export interface CodeListNeeds extends FrameNeeds, AuditNeeds {
  readonly bodies: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;
}

/** Requests on one page: they are few. */
const PAGE = 200;
const OF_ADDITIONS = [listNotOpen, listDaysNotValid, listCodeTaken, listNameKnown, listNameTwice];

export function codeListRoutes(app: FastifyInstance, needs: CodeListNeeds): void {
  route(app, needs, {
    id: 'listListAdditions',
    tag: 'code-lists',
    summary: { vi: 'Đề nghị bổ sung danh mục, và danh mục được bổ sung', en: 'Entries asked for, and the lists that take additions' },
    method: 'GET',
    path: '/api/v1/list-additions',
    act: 'lists.read',
    read: nobody('lists name no person'),
    answer: json(AdditionList),
    work: async ({ tx, refusalOf }) => {
      const found = await additions(tx, PAGE);
      const bodies = await needs.bodies(tx, [...new Set(found.map(({ bodyId }) => bodyId))]);
      return ok({
        items: found.map(({ bodyId, validTo, ...one }) => ({
          ...one,
          listTitle: packedList(one.list).title,
          lastDay: validTo === null ? null : addDays(validTo, -1),
          body: { id: bodyId, code: bodies.get(bodyId)?.code ?? '', name: bodies.get(bodyId)?.name ?? '' },
        })),
        next: null,
        openLists: OPEN_LISTS.map((id) => ({ id, title: packedList(id).title })),
        mayAsk: refusalOf('lists.ask', { bodyId: null }) === null,
      });
    },
  });

  route(app, needs, {
    id: 'askListAddition',
    tag: 'code-lists',
    summary: { vi: 'Đề nghị bổ sung một mục vào danh mục mở', en: 'Asks for an entry of an open list' },
    method: 'POST',
    path: '/api/v1/list-additions',
    body: AdditionRequest,
    act: 'lists.ask',
    answer: json(MadeId, 201),
    problems: [...OF_ADDITIONS, listAskedAlready],
    work: async ({ tx, actor, body: request }) => {
      const bodyId = actor.grants.find((grant) => bodiesFor({ ...actor, grants: [grant] }, 'lists.ask')?.length)?.bodyId;
      if (bodyId === undefined) return refused(notWithinReach());
      const addition: Addition = {
        list: request.list,
        code: request.code,
        name: request.name.trim(),
        nameEn: request.nameEn?.trim() ?? null,
        aliases: (request.aliases ?? []).map((one) => one.trim()),
        validFrom: request.validFrom,
        validTo: request.lastDay === undefined ? null : addDays(request.lastDay, 1),
        source: request.source.trim(),
      };
      const problems = judgedBy(await currentLists(tx), () => problemsOfAddition(addition));
      if (problems.length > 0) return refused(...problems);
      const at = needs.clock.now();
      const id = needs.chance.uuid7(Date.parse(at));
      if (!(await askAddition(tx, { ...addition, id, bodyId, at }))) return refused(listAskedAlready({ code: addition.code }));
      await recordAct(tx, needs, { act: 'lists.asked', purpose: 'ADMINISTER', bodyId, objectId: id, payload: addition });
      return ok({ id });
    },
  });

  /** The request, when the actor may decide it now. */
  const openAddition = async ({ tx, refusalOf }: Pick<AskedOf, 'tx' | 'refusalOf'>, id: string): Promise<Result<StoredAddition>> => {
    const country = await bodyByCode(tx, COUNTRY_CODE, needs.clock.today());
    const beyond = country === null ? notWithinReach() : refusalOf('lists.decide', { bodyId: country });
    const addition = beyond ? null : await additionById(tx, id);
    if (!addition) return refused(beyond ?? notWithinReach());
    return addition.mayDecide ? ok(addition) : refused(listAdditionNotOpen());
  };

  route(app, needs, {
    id: 'decideListAddition',
    tag: 'code-lists',
    summary: { vi: 'Bổ sung, hoặc không bổ sung, mục mà một cơ quan đề nghị', en: 'Grants or refuses an entry that a body asked for' },
    method: 'POST',
    path: '/api/v1/list-additions/:id/decision',
    params: ById,
    body: AdditionVerdict,
    act: 'lists.decide',
    answer: json(DecidedAddition),
    problems: [listAdditionNotOpen, listReasonMissing, ...OF_ADDITIONS],
    work: async (asked) => {
      const { tx, params, body } = asked;
      if (!body.granted && body.reason === undefined) return refused(listReasonMissing());
      // Before it is judged: what another one is granted in this very second would count too.
      await lockEditions(tx);
      const open = await openAddition(asked, params.id);
      if (!open.ok) return open;
      return body.granted ? grant(tx, needs, open.value) : refuse(tx, needs, open.value, body.reason!.trim());
    },
  });
}

async function refuse(tx: Tx, needs: CodeListNeeds, addition: StoredAddition, reason: string): Promise<Result<{ readonly edition: null }>> {
  const { id, bodyId, list, code } = addition;
  if (!(await decideAddition(tx, id, { granted: false, reason, at: needs.clock.now() }))) return refused(listAdditionNotOpen());
  await recordAct(tx, needs, { act: 'lists.refused', purpose: 'ADMINISTER', bodyId, objectId: id, payload: { list, code, reason } });
  return ok({ edition: null });
}

async function grant(tx: Tx, needs: CodeListNeeds, addition: StoredAddition): Promise<Result<{ readonly edition: number }>> {
  const { id, bodyId, list, code, name } = addition;
  const problems = judgedBy(await currentLists(tx), () => problemsOfAddition(addition));
  if (problems.length > 0) return refused(...problems);
  const newest = await newestEdition(tx);
  if (newest === null) throw new Error('an entry is granted before any list was loaded');
  const at = needs.clock.now();
  if (!(await decideAddition(tx, id, { granted: true, reason: null, at }))) return refused(listAdditionNotOpen());
  await writeAdded(tx, addition);
  const hash = hashWithAdditions(newest.filesHash, await addedDigests(tx));
  const edition = await writeEdition(tx, { hash, filesHash: newest.filesHash, release: newest.release, at, additionId: id });
  forgetCurrent(tx);
  await recordAct(tx, needs, {
    act: 'lists.added',
    purpose: 'ADMINISTER',
    bodyId,
    objectId: id,
    revision: edition,
    payload: { list, code, name, validFrom: addition.validFrom, validTo: addition.validTo, source: addition.source, hash },
  });
  return ok({ edition });
}
