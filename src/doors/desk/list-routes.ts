/** Many people who match and of whom nothing has to be said, confirmed as one act: the list, its sample, the signature. Decision 0030. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { ownRecord, samePerson } from '#authority/access/problems.ts';
import type { Subject } from '#authority/access/shapes.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { Id } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { NOT_CLEAN, NOT_CLEAN_REASONS } from '#record/confirmation/clean.ts';
import { CHOSEN_PEOPLE_MAX, LIST_PEOPLE_MAX } from '#record/confirmation/limits.ts';
import { sampledPeople } from '#record/confirmation/list-store.ts';
import type { SampledPerson } from '#record/confirmation/list-store.ts';
import { listChosen, listNotShown, numberTaken, sampleNotOpened, sampleUndecided, shownHasChanged } from '#record/confirmation/problems.ts';
import { confirmList, listOf, makeList } from '#record/intake/confirm-list.ts';
import type { ListView } from '#record/intake/confirm-list.ts';
import { sendersOf } from '#record/intake/makers.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import { latestFile } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { GROUPS } from '#standard/dictionary.ts';
import type { DeskNeeds } from './needs.ts';
import { officerOf } from './officer.ts';
import { shownReceipt } from './receipt-routes.ts';
import { CleanList, ListDecided } from './confirmation-shapes.ts';

const titles = new Map(GROUPS.map((group) => [group.code, group.title]));

const OfSubmission = Type.Object({ submissionId: Id });
const Asked = Type.Object(
  {
    submissionId: Id,
    /** of these people only; everybody of the submission when it is not said */
    people: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: CHOSEN_PEOPLE_MAX })),
  },
  { additionalProperties: false },
);
const Decision = Type.Object({ submissionId: Id, listHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false });

type OneFile = Subject & { readonly bodyId: string; readonly file: StoredFile };

/** A submission to be confirmed: who sent or submitted it made everybody in it. E-SUBMISSION-NOT-FOUND. */
async function submissionToConfirm(tx: Tx, submissionId: string): Promise<Result<OneFile>> {
  const file = await latestFile(tx, submissionId);
  return file
    ? ok({ bodyId: file.bodyId, file, makers: (await sendersOf(tx, [submissionId])).get(submissionId)! })
    : refused(submissionNotFound());
}

function stateOf({ states, openedHash }: SampledPerson): 'to-open' | 'opened' | 'decided' | 'returned' | 'in-part' {
  if (states.includes('returned')) return 'returned';
  if (!states.includes('awaiting-confirmation')) return 'decided';
  if (states.includes('registered')) return 'in-part';
  return openedHash === null ? 'to-open' : 'opened';
}

export function listRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const answerOf = async (tx: Tx, { submissionId, bodyId, uploadNumber }: StoredFile, { list, told, undecided }: ListView) => ({
    submissionId,
    uploadNumber,
    body: (await needs.bodyNames(tx, [bodyId])).get(bodyId) ?? '',
    peopleMax: LIST_PEOPLE_MAX,
    undecided,
    waiting: told?.waiting ?? null,
    alone: NOT_CLEAN_REASONS.flatMap((reason) => {
      const people = told?.alone[reason] ?? 0;
      return people > 0 ? [{ reason, label: NOT_CLEAN[reason], people }] : [];
    }),
    list: list && {
      listId: list.listId,
      hash: list.root,
      madeAt: list.madeAt,
      people: list.personIds.length,
      items: list.told.items,
      beyond: list.told.beyond,
      groups: list.told.groups.map((one) => ({ ...one, title: titles.get(one.group) ?? { vi: one.group, en: one.group } })),
      sample: (await sampledPeople(tx, list.listId)).map((one) => ({ personId: one.personId, name: one.name, state: stateOf(one) })),
    },
  });
  /** The names that an answer holds are those of the sample: the list itself is told in counts. */
  const rowOf = ({ submissionId, bodyId, round }: StoredFile, { list, sample }: ListView) => ({
    bodyId,
    objectId: submissionId,
    revision: round,
    listed: sample.map(({ personId }) => personId),
    ...(list ? { payload: { listId: list.listId, root: list.root, people: list.personIds.length } } : {}),
  });

  route(app, needs, {
    id: 'makeList',
    tag: 'confirmation',
    summary: {
      vi: 'Lập danh sách hồ sơ khớp, không cảnh báo của một hồ sơ gửi; rút mẫu phải mở',
      en: 'Makes the list of a submission’s people who match and have no warning; draws the sample to be opened',
    },
    method: 'POST',
    path: '/api/v1/confirmation/lists',
    body: Asked,
    act: 'item.confirm',
    subject: ({ tx, body }) => submissionToConfirm(tx, body.submissionId),
    read: 'queue.read',
    purpose: 'CONFIRM',
    answer: json(CleanList),
    problems: [submissionNotFound, samePerson, ownRecord, listChosen],
    work: async ({ tx, actor, body, subject: { bodyId, file }, shows }) => {
      const view = await makeList(tx, needs, officerOf(actor, bodyId), file.submissionId, body.people);
      if (!view.ok) return view;
      await shows(rowOf(file, view.value));
      return ok(await answerOf(tx, file, view.value));
    },
  });

  route(app, needs, {
    id: 'getList',
    tag: 'confirmation',
    summary: { vi: 'Danh sách đã lập gần nhất và mẫu của nó', en: 'The list that was made last, and its sample' },
    method: 'GET',
    path: '/api/v1/confirmation/lists/:submissionId',
    params: OfSubmission,
    act: 'item.confirm',
    subject: ({ tx, params }) => submissionToConfirm(tx, params.submissionId),
    read: 'queue.read',
    purpose: 'CONFIRM',
    answer: json(CleanList),
    problems: [submissionNotFound, samePerson, ownRecord],
    work: async ({ tx, subject: { file }, shows }) => {
      const view = await listOf(tx, file.submissionId);
      await shows(rowOf(file, view));
      return ok(await answerOf(tx, file, view));
    },
  });

  route(app, needs, {
    id: 'decideList',
    tag: 'confirmation',
    summary: {
      vi: 'Xác nhận cả danh sách đã xem; trả biên nhận đã duyệt (R2)',
      en: 'Confirms the whole list as shown; answers with the receipt R2',
    },
    method: 'POST',
    path: '/api/v1/confirmation/list-decisions',
    body: Decision,
    act: 'item.confirm',
    subject: ({ tx, body }) => submissionToConfirm(tx, body.submissionId),
    answer: json(ListDecided),
    problems: [submissionNotFound, samePerson, ownRecord, listNotShown, sampleUndecided, sampleNotOpened, shownHasChanged, numberTaken],
    work: async ({ tx, actor, body, subject: { bodyId } }) => {
      const done = await confirmList(tx, needs, officerOf(actor, bodyId), body);
      if (!done.ok) return done;
      const { listId, items, receipt } = done.value;
      const { received, accepted, rejected, waiting } = receipt.content.list!;
      return ok({ listId, items, counts: { received, accepted, rejected, waiting }, receipt: shownReceipt(needs, receipt) });
    },
  });
}
