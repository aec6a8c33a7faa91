/** Declaring the own record: what runs, one group at a time, and sending it with the sentence of truth. Decision 0104. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { groupsNow, saveDraft, seenIn } from '#record/declarations/draft.ts';
import type { DeclarationNeeds } from '#record/declarations/needs.ts';
import { declarationForm, declarationPage, nextGroup, problemShown } from '#record/declarations/page.ts';
import {
  declarationErrors,
  declarationNothing,
  declarationNotYours,
  declarationTruth,
  declarationUnseen,
} from '#record/declarations/problems.ts';
import { sendDeclaration } from '#record/declarations/send.ts';
import { DeclarationForm, DeclarationSent, DraftSaved, GroupDraft, MyDeclaration, SendDeclaration } from '#record/declarations/shapes.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { OWN_ROLE, openOwnRecord } from './own-record.ts';
import type { OwnRecord } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';

const Group = Type.Object({ group: Type.Union(GROUPS.map(({ code }) => Type.Literal(code))) });

/** The person as declarations know them. */
export const declarerOf = ({ personId, bodyId, bodyName, nationalId, version, heads, document }: OwnRecord) => ({
  personId,
  bodyId,
  bodyName,
  nationalId,
  version,
  heads,
  document,
  role: OWN_ROLE,
});

export function ownDeclarationRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  const own = { tag: 'own', act: 'own.read' } as const;
  const declaring: DeclarationNeeds = { ...needs, ...needs.declaring };
  /** The own record, opened with its row in the log: what is declared is declared about what was seen. */
  const opened = (tx: Tx, what: object): Promise<OwnRecord | null> => openOwnRecord(tx, needs, { act: 'record.read', payload: what });

  route(app, needs, {
    ...own,
    id: 'getMyDeclaration',
    summary: { vi: 'Kê khai của tôi: hạn, từng mục, những lần đã gửi', en: 'My declaration: its term, group by group, what was sent' },
    method: 'GET',
    path: '/api/v1/me/declaration',
    read: 'record.read',
    purpose: 'OWN_RECORD',
    holdsRights: true,
    answer: json(MyDeclaration),
    problems: [notRegistered],
    work: async ({ tx }) => {
      const record = await opened(tx, { page: 'declaration' });
      if (!record) return refused(notRegistered());
      const missing = new Map(record.groups.map((group) => [group.code, group.missing]));
      return ok(await declarationPage(tx, declaring, declarerOf(record), (group) => missing.get(group) ?? []));
    },
  });

  route(app, needs, {
    ...own,
    id: 'getMyDeclarationGroup',
    summary: { vi: 'Một mục của bản kê khai, với giá trị đang có', en: 'One group of the declaration, with what the record says' },
    method: 'GET',
    path: '/api/v1/me/declaration/groups/:group',
    params: Group,
    // Numbers that other own pages hide stand in clear in a form that is filled in: asking for it is asking for them.
    read: 'record.unmasked',
    purpose: 'OWN_RECORD',
    holdsRights: true,
    answer: json(DeclarationForm),
    problems: [notRegistered],
    work: async ({ tx, params: { group } }) => {
      const record = await openOwnRecord(tx, needs, { act: 'record.unmasked', payload: { declaring: group } });
      return record ? ok(await declarationForm(tx, declaring, declarerOf(record), group)) : refused(notRegistered());
    },
  });

  route(app, needs, {
    ...own,
    id: 'saveMyDeclarationGroup',
    summary: {
      vi: 'Lưu một mục của bản kê khai: đúng, hoặc phần tôi ghi',
      en: 'Saves one group of the declaration: right, or what I filled in',
    },
    method: 'POST',
    path: '/api/v1/me/declaration/groups/:group',
    params: Group,
    body: GroupDraft,
    answer: json(DraftSaved),
    problems: [notRegistered, declarationNotYours],
    work: async ({ tx, params: { group }, body }) => {
      const record = await opened(tx, { declaring: group });
      if (!record) return refused(notRegistered());
      const saved = await saveDraft(tx, declaring, declarerOf(record), group, body);
      if (!saved.ok) return saved;
      const { groups } = await groupsNow(tx, declaring, record.personId);
      return ok({ problems: saved.value.map(problemShown), next: nextGroup(seenIn(groups, record.heads), group, needs.clock.today()) });
    },
  });

  route(app, needs, {
    ...own,
    id: 'sendMyDeclaration',
    summary: { vi: 'Gửi bản kê khai, cam đoan đúng sự thật', en: 'Sends the declaration, attested as true' },
    method: 'POST',
    path: '/api/v1/me/declaration/send',
    body: SendDeclaration,
    answer: json(DeclarationSent, 201),
    problems: [notRegistered, declarationNothing, declarationUnseen, declarationErrors, declarationTruth],
    work: async ({ tx, body: { truth } }) => {
      const record = await opened(tx, { declaring: 'all' });
      return record ? sendDeclaration(tx, declaring, declarerOf(record), truth) : refused(notRegistered());
    },
  });
}
