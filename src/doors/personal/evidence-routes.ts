/** Papers that come along with the own declaration: added to the draft as a photo or a PDF, looked at, taken away again. Decision 0115. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, file, json } from '#base/http/answer.ts';
import { Binary } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { addEvidence, draftEvidence, removeEvidence } from '#record/declarations/evidence.ts';
import type { DeclarationNeeds, Declarer } from '#record/declarations/needs.ts';
import { declarationNotYours, evidenceKind, evidenceTooMuch, evidenceUnknown } from '#record/declarations/problems.ts';
import { EvidenceAdded, EvidenceStated } from '#record/declarations/shapes.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { declarerOf } from './declaration-routes.ts';
import { openOwnRecord } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';

const Group = Type.Object({ group: Type.Union(GROUPS.map(({ code }) => Type.Literal(code))) });
const One = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** What a telephone's browser says of a photo or a scan; what it is, is told from its bytes. */
const TAKES = { 'application/pdf': Binary, 'image/jpeg': Binary, 'image/png': Binary, 'application/octet-stream': Binary };

export function ownEvidenceRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  const own = { tag: 'own', act: 'own.read' } as const;
  const declaring: DeclarationNeeds = { ...needs, ...needs.declaring };
  const declarer = async (tx: Tx, what: object): Promise<Declarer | null> => {
    const record = await openOwnRecord(tx, needs, { act: 'record.read', payload: what });
    return record && declarerOf(record);
  };

  route(app, needs, {
    ...own,
    id: 'addMyEvidence',
    summary: {
      vi: 'Gửi kèm một giấy tờ (ảnh hoặc PDF) cho một mục của bản kê khai',
      en: 'Adds a paper (photo or PDF) to a group of my declaration',
    },
    method: 'POST',
    path: '/api/v1/me/declaration/groups/:group/evidence',
    params: Group,
    query: EvidenceStated,
    takes: TAKES,
    answer: json(EvidenceAdded, 201),
    problems: [notRegistered, declarationNotYours, evidenceKind, evidenceTooMuch],
    // A photo is drawn anew, and a PDF looked into, before any transaction begins.
    keep: async ({ sent, scan }) => {
      const paper = await declaring.evidence.paperOf(sent.body as Buffer);
      return paper.ok ? ok({ ...paper.value, scan }) : paper;
    },
    work: async ({ tx, params: { group }, query, kept }) => {
      const who = await declarer(tx, { declaring: group });
      return who ? addEvidence(tx, declaring, who, group, query, kept) : refused(notRegistered());
    },
  });

  route(app, needs, {
    ...own,
    id: 'readMyEvidence',
    summary: { vi: 'Một giấy tờ trong bản kê khai chưa gửi, như sẽ gửi đi', en: 'A paper of my unsent declaration, as it will be sent' },
    method: 'GET',
    path: '/api/v1/me/declaration/evidence/:id',
    params: One,
    read: 'record.read',
    purpose: 'OWN_RECORD',
    holdsRights: true,
    answer: file('application/pdf'),
    problems: [notRegistered, evidenceUnknown],
    work: async ({ tx, params: { id }, header }) => {
      const who = await declarer(tx, { evidence: id });
      if (!who) return refused(notRegistered());
      const pdf = await draftEvidence(tx, declaring, who.personId, id);
      header('cache-control', 'private, no-store');
      return pdf.ok ? ok({ bytes: pdf.value, name: 'giay-to.pdf', how: 'attachment' as const }) : pdf;
    },
  });

  route(app, needs, {
    ...own,
    id: 'removeMyEvidence',
    summary: { vi: 'Bỏ một giấy tờ khỏi bản kê khai chưa gửi', en: 'Takes a paper out of my unsent declaration' },
    method: 'DELETE',
    path: '/api/v1/me/declaration/evidence/:id',
    params: One,
    answer: empty,
    problems: [notRegistered, evidenceUnknown],
    work: async ({ tx, params: { id } }) => {
      const who = await declarer(tx, { evidence: id });
      return who ? removeEvidence(tx, declaring, who, id) : refused(notRegistered());
    },
  });
}
