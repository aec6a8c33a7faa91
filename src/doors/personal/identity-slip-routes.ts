/** Where the identity is corrected: the slip for the commune police, on paper. Nothing is changed by it. */
import type { FastifyInstance } from 'fastify';
import { afterCommit } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import { file } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { identitySlip } from './identity-slip.ts';
import { openOwnRecord } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';

export function ownIdentitySlipRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  route(app, needs, {
    id: 'printMyIdentitySlip',
    tag: 'own',
    summary: {
      vi: 'Phiếu đề nghị điều chỉnh thông tin dân cư của tôi, để in',
      en: 'The slip by which I ask for a correction in the population database, to print',
    },
    method: 'GET',
    path: '/api/v1/me/identity-slip.pdf',
    act: 'own.read',
    read: 'export.made',
    purpose: 'OWN_RECORD',
    holdsRights: true,
    answer: file('application/pdf'),
    problems: [notRegistered],
    work: async ({ tx, header }) => {
      const record = await openOwnRecord(tx, needs, { act: 'export.made', payload: { format: 'pdf', form: 'identity-slip' } });
      if (!record) return refused(notRegistered());
      header('cache-control', 'private, no-store');
      return ok(
        afterCommit(async () =>
          ok({ bytes: await identitySlip(record, { at: needs.clock.now(), demo: needs.demo }), name: 'phieu-dieu-chinh-dan-cu.pdf' }),
        ),
      );
    },
  });
}
