/** What became of a declaration that was sent: taking it back until somebody decided, and writing with who confirms. Decision 0125. */
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { messageShown } from '#record/declarations/page.ts';
import { declarationDecided, declarationUnknown, threadClosed, threadFull, threadWords } from '#record/declarations/problems.ts';
import { DeclarationThread, WriteMessage } from '#record/declarations/shapes.ts';
import { readOwnThread, writeAsPerson } from '#record/declarations/thread.ts';
import { withdrawDeclaration } from '#record/declarations/withdraw.ts';
import { OWN_ROLE } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';
import { enableOwnRecordPolicies } from './store.ts';

export function ownDeclarationThreadRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  const own = { tag: 'own', act: 'own.read', params: ById } as const;

  route(app, needs, {
    ...own,
    id: 'withdrawMyDeclaration',
    summary: {
      vi: 'Rút một bản kê khai đã gửi, khi chưa ai quyết định gì',
      en: 'Takes back a declaration that was sent, while nobody decided anything of it',
    },
    method: 'POST',
    path: '/api/v1/me/declaration/sent/:id/withdrawal',
    bodyOptional: true,
    answer: empty,
    problems: [notRegistered, declarationUnknown, declarationDecided],
    work: async ({ tx, params: { id } }) => {
      const me = await enableOwnRecordPolicies(tx);
      return me ? withdrawDeclaration(tx, needs, { ...me, role: OWN_ROLE }, id) : refused(notRegistered());
    },
  });

  route(app, needs, {
    ...own,
    id: 'listMyDeclarationMessages',
    summary: {
      vi: 'Trao đổi về một bản kê khai của tôi với người xác nhận',
      en: 'What I and who confirms wrote about one declaration of mine',
    },
    method: 'GET',
    path: '/api/v1/me/declaration/sent/:id/messages',
    read: 'record.read',
    purpose: 'OWN_RECORD',
    holdsRights: true,
    answer: json(DeclarationThread),
    problems: [notRegistered, declarationUnknown],
    work: async ({ tx, params: { id }, shows }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const thread = await readOwnThread(tx, needs, id);
      if (!thread.ok) return thread;
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { messages: id } });
      return ok({ open: thread.value.isOpen, messages: thread.value.messages.map(messageShown) });
    },
  });

  route(app, needs, {
    ...own,
    id: 'writeAboutMyDeclaration',
    summary: { vi: 'Nhắn cho người xác nhận bản kê khai của tôi', en: 'Writes to who confirms a declaration of mine' },
    method: 'POST',
    path: '/api/v1/me/declaration/sent/:id/messages',
    body: WriteMessage,
    answer: empty,
    problems: [notRegistered, declarationUnknown, threadWords, threadClosed, threadFull],
    work: async ({ tx, actor, params: { id }, body: { text } }) => {
      const me = await enableOwnRecordPolicies(tx);
      return me ? writeAsPerson(tx, needs, { bodyId: me.bodyId, role: OWN_ROLE, name: actor.name }, id, text) : refused(notRegistered());
    },
  });
}
