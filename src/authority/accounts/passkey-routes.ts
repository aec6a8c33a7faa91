/** An administrator lets somebody of the own bodies who lost their passkeys add one again; what they had is ended with it. */
import type { FastifyInstance } from 'fastify';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { Released, ReleaseRequest } from '#authority/passkeys/shapes.ts';
import { releasePasskeys } from '#authority/passkeys/store.ts';
import { json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { about, managed } from './managed.ts';
import { accountIsYours } from './problems.ts';
import type { StaffNeeds } from './staff-routes.ts';

export function passkeyReleaseRoute(app: FastifyInstance, needs: StaffNeeds): void {
  route(app, needs, {
    id: 'releasePasskeys',
    tag: 'accounts',
    summary: {
      vi: 'Kết thúc mọi khóa truy cập của một người thuộc cơ quan của tôi và cho đăng ký lại trong một ngày',
      en: 'Ends all passkeys of somebody of my agencies and gives leave to add one again, for a day',
    },
    method: 'POST',
    path: '/api/v1/accounts/:id/passkeys/release',
    params: ById,
    body: ReleaseRequest,
    act: 'grants.change',
    answer: json(Released),
    problems: [accountIsYours],
    work: async (asked) => {
      const account = await managed(asked, asked.params.id);
      if (!account.ok) return account;
      const releaseId = needs.chance.uuid7(Date.parse(needs.clock.now()));
      const ended = await releasePasskeys(asked.tx, releaseId, account.value.id, asked.body.reason.trim());
      await recordAct(asked.tx, needs, {
        act: 'passkey.released',
        purpose: 'ADMINISTER',
        ...about(account.value),
        payload: { release: releaseId, ended, reason: asked.body.reason.trim() },
      });
      return ok({ ended: ended.length });
    },
  });
}
