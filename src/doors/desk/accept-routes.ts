/** Suggestions over HTTP: groups of equal cells, accepting, what was accepted, and undoing. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { givenWords, ok, reasonWords, suggestedWords } from '#base/problem.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import { Page, oneSubmission, shownOfFile } from './one-submission.ts';
import { acceptSuggestions, undoAcceptance } from '#record/intake/accept.ts';
import { answerReturned } from '#record/intake/answer-returned.ts';
import { fixesOf, lastStepOf, suggestionGroups } from '#record/intake/acceptance-store.ts';
import { fieldLabel } from './comparison.ts';
import { GROUP_EXAMPLES, SUGGESTION_GROUPS_MAX } from '#record/intake/limits.ts';
import { peopleOfFile } from '#record/intake/line-store.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { problemFor, visibilityOfFile } from './file-visibility.ts';
import { MASK, TYPED, seenAt } from '#record/register/visibility.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { AcceptedSuggestions, AppliedPage, SuggestionGroup, UndoneSuggestions } from './shapes.ts';

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
const Answer = Type.Object(
  {
    problemId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    reason: Type.String({ minLength: 5, maxLength: 500, pattern: '\\S.*\\S' }),
  },
  { additionalProperties: false },
);
const Answered = Type.Object({ answered: Type.Integer() }, { title: 'ReturnedAnswered' });
const Undo = Type.Object({ step: Type.Integer({ minimum: 1 }) }, { additionalProperties: false });
const Groups = Type.Object({ code: Type.Optional(Type.String({ maxLength: 60 })) });

export function acceptRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  route(app, needs, {
    id: 'listSuggestionGroups',
    tag: 'submissions',
    summary: { vi: 'Các ô giống nhau có cùng một gợi ý chắc chắn', en: 'Equal cells for which the same certain suggestion is made' },
    method: 'GET',
    path: '/api/v1/submissions/:id/suggestion-groups',
    params: ById,
    query: Groups,
    act: 'problems.read',
    subject: oneSubmission,
    read: 'submission.read',
    purpose: 'SUBMIT',
    answer: json(listOf(SuggestionGroup)),
    problems: [submissionNotFound],
    work: async ({ tx, actor, query, subject: { file }, shows }) => {
      const how = { code: query.code ?? null, limit: SUGGESTION_GROUPS_MAX, examples: GROUP_EXAMPLES };
      const groups = await suggestionGroups(tx, file.submissionId, file.round, how);
      const numbers = groups.flatMap((group) => group.examples);
      const found = await readProblems(tx, needs.keys, file.submissionId, file.round, { problemNos: numbers, limit: numbers.length });
      const visibility = visibilityOfFile(actor, file);
      const cells = found.map((one) => problemFor(one, visibility));
      const door = doorOf(needs.doors, file);
      const byNumber = new Map(cells.map((cell) => [cell.problemNo, cell]));
      const people = cells.map((one) => one.personId);
      await shows(shownOfFile(file, people, { problems: numbers }));
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
              given: givenWords(first),
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
    },
  });

  route(app, needs, {
    id: 'answerReturned',
    tag: 'submissions',
    summary: { vi: 'Nêu lý do giữ nguyên một giá trị bị trả lại', en: 'Says why a returned value is sent again as it was' },
    method: 'POST',
    path: '/api/v1/submissions/:id/returned-answers',
    params: ById,
    body: Answer,
    act: 'upload.create',
    subject: oneSubmission,
    answer: json(Answered),
    problems: [submissionNotFound],
    work: ({ tx, actor, body: { problemId, reason }, subject: { file } }) =>
      answerReturned(tx, needs, actor, file.submissionId, { problemNo: problemId, reason }),
  });

  route(app, needs, {
    id: 'acceptSuggestions',
    tag: 'submissions',
    summary: {
      vi: 'Áp dụng gợi ý: một nhóm ô giống nhau, hoặc từng ô',
      en: 'Applies suggestions: one group of equal cells, or cells by number',
    },
    method: 'POST',
    path: '/api/v1/submissions/:id/accept-suggestions',
    params: ById,
    body: Accept,
    act: 'upload.create',
    subject: oneSubmission,
    answer: json(AcceptedSuggestions),
    problems: [submissionNotFound],
    work: ({ tx, actor, body, subject: { file } }) => acceptSuggestions(tx, needs, actor, file.submissionId, body),
  });

  route(app, needs, {
    id: 'undoSuggestions',
    tag: 'submissions',
    summary: { vi: 'Hoàn tác lần áp dụng gợi ý gần nhất', en: 'Undoes the latest step of applied suggestions' },
    method: 'POST',
    path: '/api/v1/submissions/:id/undo-suggestions',
    params: ById,
    body: Undo,
    act: 'upload.create',
    subject: oneSubmission,
    answer: json(UndoneSuggestions),
    problems: [submissionNotFound],
    work: ({ tx, actor, body, subject: { file } }) => undoAcceptance(tx, needs, actor, file.submissionId, body.step),
  });

  route(app, needs, {
    id: 'listAcceptedSuggestions',
    tag: 'submissions',
    summary: {
      vi: 'Gợi ý đã áp dụng: giá trị đã gõ, giá trị thay, ai, khi nào',
      en: 'Suggestions that were applied: value as typed, value applied, why, by whom, when',
    },
    method: 'GET',
    path: '/api/v1/submissions/:id/accepted-suggestions',
    params: ById,
    query: Page,
    act: 'problems.read',
    subject: oneSubmission,
    read: 'submission.read',
    purpose: 'SUBMIT',
    answer: json(AppliedPage),
    problems: [submissionNotFound],
    work: async ({ tx, actor, query, subject: { file }, shows }) => {
      const limit = query.limit ?? 50;
      const after = Number(decodeCursor(query.cursor, ['number'])?.[0] ?? 0);
      const found = (await fixesOf(tx, needs.keys, file.submissionId, file.round)).slice(after, after + limit + 1);
      const page = found.slice(0, limit);
      const people = await peopleOfFile(tx, file.submissionId, file.round);
      const { stated } = visibilityOfFile(actor, file);
      const inWords = (field: string | null, value: string | null): string | null =>
        field === null || value === null || stated === TYPED || seenAt(field, stated) === 'clear' ? value : MASK.vi;
      await shows(shownOfFile(file, people, { accepted: page.map(({ place }) => place) }));
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
        lastStep: file.stage === 'submitted' || file.stage === 'withdrawn' ? null : last,
      });
    },
  });
}
