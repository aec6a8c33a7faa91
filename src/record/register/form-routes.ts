/** A record in the items of a form, on paper, for who may read all of it: each print has a number, in the log and on each page. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit } from '#authority/access/frame.ts';
import { rolesOver } from '#authority/access/request.ts';
import { route } from '#authority/audit/route.ts';
import { file } from '#base/http/answer.ts';
import { Id, oneOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { shortNumber } from '#base/short-number.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { FORM_CODES } from '#standard/form-codes.ts';
import { formOf } from '#standard/forms.ts';
import { formPaper } from './form-paper.ts';
import { leavesNowhereApart } from './kept-apart.ts';
import { personNotFound, recordKeptApart } from './problems.ts';
import { portraitIn } from './portrait.ts';
import { reachedSubject } from './reach.ts';
import { nationalIdOf, openRecord } from './read.ts';
import type { RegisterHttpNeeds } from './routes.ts';

export const FormCodeShape = oneOf([...FORM_CODES]);
const EVERY_FIELD: ReadonlySet<string> = new Set(FIELDS.map(({ key }) => key));

export function formRoutes(app: FastifyInstance, needs: RegisterHttpNeeds): void {
  route(app, needs, {
    id: 'printForm',
    tag: 'register',
    summary: { vi: 'In lý lịch của một người theo mẫu', en: 'The record of a person on paper, in the items of a form' },
    method: 'GET',
    path: '/api/v1/people/:id/forms/:form',
    params: Type.Object({ id: Id, form: FormCodeShape }),
    // All of it in clear: who may not ask for a masked value prints none.
    act: 'record.unmask',
    subject: async ({ tx, params }) => {
      const subject = await reachedSubject(tx, params.id);
      if (!subject) return refused(personNotFound());
      const may = await leavesNowhereApart(tx, subject.personId);
      return may.ok ? ok(subject) : may;
    },
    read: 'export.made',
    purpose: 'CONSULT',
    answer: file('application/pdf'),
    problems: [personNotFound, recordKeptApart],
    work: async ({ tx, actor, params: { form }, subject: { personId, bodyId } }) => {
      const number = shortNumber(needs.chance, 'IN');
      const page = await openRecord(tx, needs, personId, {
        roles: rolesOver(actor, bodyId),
        unmasked: EVERY_FIELD,
        reading: { act: 'export.made', provision: 'personnel', payload: { form, print: number } },
      });
      if (!page.ok) return page;
      const nationalId = (await nationalIdOf(tx, needs.keys, personId)) ?? '';
      const picture = portraitIn(page.value.groups);
      return ok(
        afterCommit(async () => {
          const portrait = picture === null ? null : await needs.blobs.get(picture);
          const print = { number, at: needs.clock.now(), demo: needs.demo, portrait };
          return ok({ bytes: await formPaper(formOf(form), { ...page.value, nationalId }, print), name: `${form}.pdf` });
        }),
      );
    },
  });
}
