/** Problems of a file over HTTP: by kind of repair, one by one, and back in the workbook they came from. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import { actorOf, handleOf } from '#authority/access/request.ts';
import { sendProblem } from '#base/http-problem.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { groupTitleOf, ok, proposalWords, reasonWords, refused, suggestedWords } from '#base/problem.ts';
import { answering } from './answering.ts';
import { Id, Page, allowedFile, isProblem } from './allowed-file.ts';
import { fieldLabel } from './comparison.ts';
import { maySeeWhole, problemFor, sightOfFile } from './eyes.ts';
import { peopleOfFile, problemGroups, readProblems } from '#record/intake/line-store.ts';
import type { StoredProblem } from '#record/intake/line-store.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import type { Door, GiveBack } from '#record/intake/door.ts';
import { fileOfAnother, notMarkable } from './problems.ts';
import { returnedAsProblems } from './returned-routes.ts';

/** The people whom problems are of, each once. */
const peopleOf = (problems: readonly StoredProblem[]): string[] => [...new Set(problems.flatMap((one) => one.personId ?? []))];

export function problemRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  app.get<{ Params: Static<typeof Id> }>('/api/v1/submissions/:id/problem-groups', { schema: { params: Id } }, async (request, reply) =>
    answering(needs.db, request, reply, async (tx) => {
      const file = await allowedFile(tx, request, needs, request.params.id, 'problems.read');
      if (isProblem(file)) return refused(file);
      const groups = await problemGroups(tx, file.submissionId, file.round);
      return ok({
        items: groups.map((group) => ({ ...group, title: groupTitleOf(group.code) })),
        next: null,
      });
    }),
  );

  const Problems = Type.Object({
    ...Page.properties,
    code: Type.Optional(Type.String({ maxLength: 60 })),
    severity: Type.Optional(Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('corrected')])),
  });
  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Problems> }>(
    '/api/v1/submissions/:id/problems',
    { schema: { params: Id, querystring: Problems } },
    async (request, reply) =>
      answering(needs.db, request, reply, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'problems.read');
        if (isProblem(file)) return refused(file);
        const limit = request.query.limit ?? 50;
        const after = Number(decodeCursor(request.query.cursor, ['number'])?.[0] ?? 0);
        const found = await readProblems(tx, needs.keys, file.submissionId, file.round, {
          code: request.query.code,
          severity: request.query.severity,
          after,
          limit: limit + 1,
        });
        const sight = sightOfFile(actorOf(request), file);
        const page = found.slice(0, limit).map((one) => problemFor(one, sight));
        await recordRead(tx, needs, [
          {
            act: 'submission.read',
            purpose: 'SUBMIT',
            bodyId: file.bodyId,
            objectId: file.submissionId,
            revision: file.round,
            listed: peopleOf(page),
            payload: { problems: page.map((one) => one.problemNo) },
          },
        ]);
        const last = page.at(-1);
        const door = doorOf(needs.doors, file);
        return ok({
          items: page.map((one) => ({
            id: one.problemNo,
            code: one.code,
            severity: one.severity,
            ...printed(door, one.place),
            field: one.field,
            label: one.field === null ? null : fieldLabel(one.field),
            value: one.value,
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
          })),
          next: found.length > limit && last ? encodeCursor([String(last.problemNo)]) : null,
        });
      }),
  );

  for (const door of needs.doors) if (door.giveBack) giveBackRoute(app, needs, door, door.giveBack);
}

/** The sender's own file with what is wrong marked in it, where its door gives files back. */
function giveBackRoute(app: FastifyInstance, needs: IntakeNeeds, door: Door, giveBack: GiveBack): void {
  const address = `/api/v1/submissions/:id/${giveBack.address}`;
  app.get<{ Params: Static<typeof Id> }>(address, { schema: { params: Id } }, async (request, reply) => {
    const asked = await needs.db.transaction(handleOf(request), async (tx) => {
      const file = await allowedFile(tx, request, needs, request.params.id, 'problems.read');
      if (isProblem(file)) return file;
      if (file.door !== door.key) return notMarkable({ what: doorOf(needs.doors, file).what });
      if (!maySeeWhole(sightOfFile(actorOf(request), file))) return fileOfAnother();
      const problems = await readProblems(tx, needs.keys, file.submissionId, file.round, { limit: 1_000_000 });
      const people = await peopleOfFile(tx, file.submissionId, file.round);
      await recordRead(tx, needs, {
        act: 'file.read',
        purpose: 'SUBMIT',
        bodyId: file.bodyId,
        objectId: file.submissionId,
        revision: file.round,
        listed: people,
      });
      await recordAct(tx, needs, [
        {
          act: 'file.given-back',
          purpose: 'SUBMIT',
          bodyId: file.bodyId,
          objectId: file.submissionId,
          revision: file.round,
          payload: { sha256: file.sha256, problems: problems.length },
        },
      ]);
      return { file, problems, returned: await returnedAsProblems(tx, needs, file) };
    });
    if (isProblem(asked)) return sendProblem(reply, asked);
    const bytes = await needs.blobs.get(asked.file.sha256);
    const marked = await giveBack.mark(bytes, [...asked.returned, ...asked.problems]);
    return reply
      .type(giveBack.contentType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(giveBack.nameOf(asked.file.fileName))}`)
      .send(Buffer.from(marked));
  });
}
