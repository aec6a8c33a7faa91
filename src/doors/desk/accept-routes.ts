/** Suggestions over HTTP: groups of equal cells, accepting, what was accepted, and undoing. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { acting, actorOf } from '#authority/access/request.ts';
import { recordRead } from '#authority/audit/record.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { ok, reasonWords, refused, suggestedWords } from '#base/problem.ts';
import { answering } from './answering.ts';
import { Id, Page, allowedFile, isProblem } from './allowed-file.ts';
import { acceptSuggestions, undoAcceptance } from '#record/intake/accept.ts';
import { fixesOf, lastStepOf, suggestionGroups } from '#record/intake/acceptance-store.ts';
import { fieldLabel } from './comparison.ts';
import { GROUP_EXAMPLES, SUGGESTION_GROUPS_MAX } from '#record/intake/limits.ts';
import { peopleOfFile, readProblems } from '#record/intake/line-store.ts';
import { problemFor, sightOfFile } from './eyes.ts';
import { MASK, TYPED, seenAt } from '#record/register/sight.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import type { StoredFile } from '#record/intake/store.ts';

const Nullable = (max: number) => Type.Union([Type.String({ maxLength: max }), Type.Null()]);
const Accept = Type.Object(
  {
    group: Type.Optional(
      Type.Object(
        {
          code: Type.String({ maxLength: 60 }),
          field: Nullable(80),
          value: Nullable(40_000),
          suggested: Type.String({ maxLength: 40_000 }),
        },
        { additionalProperties: false },
      ),
    ),
    problemIds: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 10_000 })),
    candidate: Type.Optional(Type.String({ maxLength: 40_000 })),
    code: Type.Optional(Type.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
);
const Undo = Type.Object({ step: Type.Integer({ minimum: 1 }) }, { additionalProperties: false });
const Groups = Type.Object({ code: Type.Optional(Type.String({ maxLength: 60 })) });
export function acceptRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  const read = async (tx: Tx, file: StoredFile, listed: readonly (string | null)[], payload: object): Promise<void> =>
    recordRead(tx, needs, [
      {
        act: 'submission.read',
        purpose: 'SUBMIT',
        bodyId: file.bodyId,
        objectId: file.submissionId,
        revision: file.round,
        listed: [...new Set(listed.flatMap((one) => one ?? []))],
        payload,
      },
    ]);

  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Groups> }>(
    '/api/v1/submissions/:id/suggestion-groups',
    { schema: { summary: 'Equal cells for which the same certain suggestion is made', params: Id, querystring: Groups } },
    async (request, reply) =>
      answering(needs.db, request, reply, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'problems.read');
        if (isProblem(file)) return refused(file);
        const how = { code: request.query.code ?? null, limit: SUGGESTION_GROUPS_MAX, examples: GROUP_EXAMPLES };
        const groups = await suggestionGroups(tx, file.submissionId, file.round, how);
        const numbers = groups.flatMap((group) => group.examples);
        const found = await readProblems(tx, needs.keys, file.submissionId, file.round, { problemNos: numbers, limit: numbers.length });
        const sight = sightOfFile(actorOf(request), file);
        const cells = found.map((one) => problemFor(one, sight));
        const door = doorOf(needs.doors, file);
        const byNumber = new Map(cells.map((cell) => [cell.problemNo, cell]));
        await read(
          tx,
          file,
          cells.map((one) => one.personId),
          { problems: numbers },
        );
        return ok({
          items: groups.flatMap(({ count, examples }) => {
            const first = byNumber.get(examples[0]!);
            if (!first?.suggestion) return [];
            return [
              {
                code: first.code,
                field: first.field,
                label: first.field === null ? null : fieldLabel(first.field),
                value: first.value,
                suggested: first.suggestion.value,
                shown: suggestedWords(first.suggestion),
                reason: reasonWords(first.suggestion.reason),
                count,
                examples: examples.flatMap((number) => {
                  const cell = byNumber.get(number);
                  return cell ? [{ ...printed(door, cell.place), personName: cell.personName }] : [];
                }),
              },
            ];
          }),
          next: null,
        });
      }),
  );

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof Accept> }>(
    '/api/v1/submissions/:id/accept-suggestions',
    { schema: { summary: 'Apply suggestions: one group of equal cells, or cells by number', params: Id, body: Accept } },
    async (request, reply) => {
      const accepted = await acting(needs.db, request, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'upload.create');
        return isProblem(file) ? refused(file) : acceptSuggestions(tx, needs, actorOf(request), file.submissionId, request.body);
      });
      return accepted.ok ? accepted.value : sendProblem(reply, accepted.problems[0]!);
    },
  );

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof Undo> }>(
    '/api/v1/submissions/:id/undo-suggestions',
    { schema: { summary: 'Undo the latest step of applied suggestions', params: Id, body: Undo } },
    async (request, reply) => {
      const undone = await acting(needs.db, request, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'upload.create');
        return isProblem(file) ? refused(file) : undoAcceptance(tx, needs, actorOf(request), file.submissionId, request.body.step);
      });
      return undone.ok ? undone.value : sendProblem(reply, undone.problems[0]!);
    },
  );

  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Page> }>(
    '/api/v1/submissions/:id/accepted-suggestions',
    {
      schema: {
        summary: 'Suggestions that were applied: value as typed, value applied, why, by whom, when',
        params: Id,
        querystring: Page,
      },
    },
    async (request, reply) =>
      answering(needs.db, request, reply, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'problems.read');
        if (isProblem(file)) return refused(file);
        const limit = request.query.limit ?? 50;
        const after = Number(decodeCursor(request.query.cursor, ['number'])?.[0] ?? 0);
        const found = (await fixesOf(tx, needs.keys, file.submissionId, file.round)).slice(after, after + limit + 1);
        const page = found.slice(0, limit);
        const people = await peopleOfFile(tx, file.submissionId, file.round);
        const { stated } = sightOfFile(actorOf(request), file);
        const inWords = (field: string | null, value: string | null): string | null =>
          field === null || value === null || stated === TYPED || seenAt(field, stated) === 'clear' ? value : MASK.vi;
        await read(tx, file, people, { accepted: page.map(({ place }) => place) });
        const door = doorOf(needs.doors, file);
        const last = await lastStepOf(tx, file.submissionId, file.round);
        return ok({
          items: page.map((fix) => ({
            step: fix.step,
            ...printed(door, fix.place),
            field: fix.field,
            label: fix.field === null ? null : fieldLabel(fix.field),
            personName: fix.personName,
            typed: inWords(fix.field, fix.typed),
            value: inWords(fix.field, fix.value),
            strength: fix.strength,
            reason: reasonWords(fix.reason),
            by: fix.byName,
            at: fix.at,
          })),
          next: found.length > limit ? encodeCursor([String(after + page.length)]) : null,
          /** the step that can be undone; null when nothing was applied, or it was sent */
          lastStep: file.stage === 'submitted' || file.stage === 'withdrawn' ? null : last,
        });
      }),
  );
}
