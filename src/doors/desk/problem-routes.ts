/** Problems of a file over HTTP: by kind of repair, one by one, and back in the workbook they came from. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit, nobody } from '#authority/access/frame.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { file as fileAnswer, json } from '#base/http/answer.ts';
import { ById, listOf, oneOf } from '#base/http/shapes.ts';
import { givenWords, groupTitleOf, ok, proposalWords, reasonWords, refused, suggestedWords } from '#base/problem.ts';
import { contentGone, submissionNotFound } from '#record/intake/problems.ts';
import { Page, Round, oneRound, shownOfFile } from './one-submission.ts';
import { fieldLabel } from './comparison.ts';
import { maySeeWhole, problemFor, visibilityOfFile } from './file-visibility.ts';
import { peopleOfFile } from '#record/intake/line-store.ts';
import { namesOfSeveral, problemColumns, problemGroups, readProblems } from '#record/intake/problem-store.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import type { Door, GiveBack } from '#record/intake/door.ts';
import { holdsHidden } from '#record/register/kept-apart.ts';
import { recordKeptApart } from '#record/register/problems.ts';
import { fileOfAnother, notMarkable } from './problems.ts';
import { returnedAsProblems } from './returned-routes.ts';
import { ProblemGroup, ProblemPage } from './shapes.ts';

const OfRound = Type.Object(Round);
const Problems = Type.Object({
  ...Page.properties,
  ...Round,
  code: Type.Optional(Type.String({ maxLength: 60 })),
  severity: Type.Optional(oneOf(['error', 'warning', 'corrected'])),
  /** key of a field: its column alone */
  field: Type.Optional(Type.String({ maxLength: 80 })),
});

export function problemRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  route(app, needs, {
    id: 'listProblemGroups',
    tag: 'submissions',
    summary: { vi: 'Các loại vấn đề của một tệp', en: 'Problems of a file by kind of repair' },
    method: 'GET',
    path: '/api/v1/submissions/:id/problem-groups',
    params: ById,
    query: OfRound,
    act: 'problems.read',
    subject: oneRound,
    read: nobody('kinds of problems, counted'),
    answer: json(listOf(ProblemGroup)),
    problems: [submissionNotFound],
    work: async ({ tx, subject: { file } }) => {
      const groups = await problemGroups(tx, file.submissionId, file.round);
      return ok({ items: groups.map((group) => ({ ...group, title: groupTitleOf(group.code) })), next: null });
    },
  });

  route(app, needs, {
    id: 'listProblems',
    tag: 'submissions',
    summary: { vi: 'Từng vấn đề của một tệp', en: 'Problems of a file, one by one' },
    method: 'GET',
    path: '/api/v1/submissions/:id/problems',
    params: ById,
    query: Problems,
    act: 'problems.read',
    subject: oneRound,
    read: 'submission.read',
    purpose: 'SUBMIT',
    answer: json(ProblemPage),
    problems: [submissionNotFound],
    work: async ({ tx, actor, query, subject: { file }, shows }) => {
      const limit = query.limit ?? 50;
      const after = Number(decodeCursor(query.cursor, ['number'])?.[0] ?? 0);
      const found = await readProblems(tx, needs.keys, file.submissionId, file.round, {
        code: query.code,
        severity: query.severity,
        field: query.field,
        after,
        limit: limit + 1,
      });
      const visibility = visibilityOfFile(actor, file);
      const page = found.slice(0, limit).map((one) => problemFor(one, visibility));
      const people = page.map((one) => one.personId);
      await shows(shownOfFile(file, people, { problems: page.map((one) => one.problemNo) }));
      const last = page.at(-1);
      const door = doorOf(needs.doors, file);
      const alike = await namesOfSeveral(
        tx,
        file.submissionId,
        file.round,
        page.flatMap(({ personName }) => personName ?? []),
      );
      const columns = await problemColumns(tx, file.submissionId, file.round, query);
      return ok({
        items: page.map((one) => ({
          id: one.problemNo,
          code: one.code,
          severity: one.severity,
          ...printed(door, one.place),
          field: one.field,
          label: one.field === null ? null : fieldLabel(one.field),
          value: one.value,
          given: givenWords(one),
          message: one.title,
          next: one.next,
          suggestion: one.suggestion && {
            ...one.suggestion,
            why: reasonWords(one.suggestion.reason),
            shown: suggestedWords(one.suggestion),
          },
          candidates: one.candidates ?? [],
          proposed: proposalWords(one),
          personName: one.personName,
          tail: one.personName !== null && alike.has(one.personName) ? (one.tail ?? null) : null,
        })),
        next: found.length > limit && last ? encodeCursor([String(last.problemNo)]) : null,
        columns: columns.map(({ field, count }) => ({ field, label: fieldLabel(field), count })),
      });
    },
  });

  originalRoute(app, needs);
  for (const door of needs.doors) if (door.giveBack) giveBackRoute(app, needs, door, door.giveBack);
}

/** The file of a round as it was sent, byte for byte. */
function originalRoute(app: FastifyInstance, needs: IntakeNeeds): void {
  route(app, needs, {
    id: 'getOriginal',
    tag: 'submissions',
    summary: { vi: 'Tệp của một vòng, đúng như đã tải lên', en: 'The file of a round, as it was uploaded' },
    method: 'GET',
    path: '/api/v1/submissions/:id/original',
    params: ById,
    query: OfRound,
    act: 'problems.read',
    subject: oneRound,
    read: 'file.read',
    purpose: 'SUBMIT',
    answer: fileAnswer('application/octet-stream'),
    problems: [submissionNotFound, fileOfAnother, contentGone, recordKeptApart],
    work: async ({ tx, actor, subject: { file }, shows }) => {
      if (!maySeeWhole(visibilityOfFile(actor, file))) return refused(fileOfAnother());
      if (file.contentGoneAt !== null) return refused(contentGone());
      if (await holdsHidden(tx, file.submissionId)) return refused(recordKeptApart());
      await shows(shownOfFile(file, await peopleOfFile(tx, file.submissionId, file.round)));
      return ok(afterCommit(async () => ok({ bytes: await needs.blobs.get(file.sha256), name: file.fileName })));
    },
  });
}

/** The sender's own file with what is wrong marked in it, where its door gives files back. */
function giveBackRoute(app: FastifyInstance, needs: IntakeNeeds, door: Door, giveBack: GiveBack): void {
  route(app, needs, {
    id: giveBack.operation,
    tag: 'submissions',
    summary: { vi: 'Tệp đã gửi với các ô sai được đánh dấu', en: 'The file with its wrong cells marked' },
    method: 'GET',
    path: `/api/v1/submissions/:id/${giveBack.address}`,
    params: ById,
    query: OfRound,
    act: 'problems.read',
    subject: oneRound,
    read: 'file.read',
    purpose: 'SUBMIT',
    answer: fileAnswer(giveBack.contentType),
    problems: [submissionNotFound, notMarkable, fileOfAnother, contentGone, recordKeptApart],
    work: async ({ tx, actor, subject: { file }, shows }) => {
      if (file.door !== door.key) return refused(notMarkable({ what: doorOf(needs.doors, file).what }));
      if (!maySeeWhole(visibilityOfFile(actor, file))) return refused(fileOfAnother());
      if (file.contentGoneAt !== null) return refused(contentGone());
      if (await holdsHidden(tx, file.submissionId)) return refused(recordKeptApart());
      const problems = await readProblems(tx, needs.keys, file.submissionId, file.round, { limit: 1_000_000 });
      await shows(shownOfFile(file, await peopleOfFile(tx, file.submissionId, file.round)));
      await recordAct(tx, needs, {
        act: 'file.given-back',
        purpose: 'SUBMIT',
        bodyId: file.bodyId,
        objectId: file.submissionId,
        revision: file.round,
        payload: { sha256: file.sha256, problems: problems.length },
      });
      const marks = [...(await returnedAsProblems(tx, needs, file)), ...problems];
      return ok(
        afterCommit(async () =>
          ok({ bytes: await giveBack.mark(await needs.blobs.get(file.sha256), marks), name: giveBack.nameOf(file.fileName) }),
        ),
      );
    },
  });
}
