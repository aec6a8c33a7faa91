/** What a person and who confirms write to each other about a declaration, from the side of the body. Decision 0125. */
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { messageShown } from '#record/declarations/page.ts';
import { declarationUnknown, threadClosed, threadFull, threadWords } from '#record/declarations/problems.ts';
import { DeclarationThread, WriteMessage } from '#record/declarations/shapes.ts';
import { readThread, writeAsOfficer } from '#record/declarations/thread.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import type { DeskNeeds } from './needs.ts';
import { oneSubmission } from './one-submission.ts';

export function declarationThreadRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const common = { tag: 'confirmation', path: '/api/v1/submissions/:id/messages', params: ById, subject: oneSubmission } as const;

  route(app, needs, {
    ...common,
    id: 'listDeclarationMessages',
    summary: { vi: 'Trao đổi với người kê khai về bản kê khai này', en: 'What was written with the person about this declaration' },
    method: 'GET',
    act: 'item.read',
    read: 'item.read',
    purpose: 'CONFIRM',
    answer: json(DeclarationThread),
    problems: [submissionNotFound, declarationUnknown],
    work: async ({ tx, params: { id }, shows }) => {
      const thread = await readThread(tx, needs, id);
      if (!thread.ok) return thread;
      const { personId, bodyId, isOpen, messages } = thread.value;
      await shows({ bodyId, objectId: personId, payload: { messages: id } });
      return ok({ open: isOpen, messages: messages.map(messageShown) });
    },
  });

  route(app, needs, {
    ...common,
    id: 'writeAboutDeclaration',
    summary: { vi: 'Nhắn cho người kê khai về bản kê khai này', en: 'Writes to the person about this declaration' },
    method: 'POST',
    body: WriteMessage,
    act: 'item.return',
    answer: empty,
    problems: [submissionNotFound, declarationUnknown, threadWords, threadClosed, threadFull],
    work: ({ tx, actor, params: { id }, body: { text } }) => writeAsOfficer(tx, needs, { name: actor.name }, id, text),
  });
}
