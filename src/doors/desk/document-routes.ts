/** What a page that attaches a document asks for: kinds of documents, as the lists in use say them. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import { json } from '#base/http/answer.ts';
import { Bilingual, listOf } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { entriesAt } from '#standard/code-lists.ts';

const LIST = 'loai_tai_lieu';
const DocumentKind = Type.Object({ code: Type.String(), label: Bilingual }, { title: 'DocumentKind' });

export function documentRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  route(app, needs, {
    id: 'listDocumentKinds',
    tag: 'submissions',
    summary: { vi: 'Các loại văn bản đính kèm được', en: 'The kinds of documents that can be attached' },
    method: 'GET',
    path: '/api/v1/document-kinds',
    act: 'upload.create',
    read: nobody('entries of a list'),
    answer: json(listOf(DocumentKind)),
    work: async ({ actor }) =>
      ok({
        items: entriesAt(LIST, actor.on).map(({ code, name, nameEn }) => ({ code, label: { vi: name, en: nameEn ?? name } })),
        next: null,
      }),
  });
}
