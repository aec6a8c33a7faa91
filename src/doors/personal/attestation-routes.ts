/** Attestations of one's own record, to take along: the person sees all that is in them. */
import type { FastifyInstance } from 'fastify';
import { afterCommit } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { file, json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { attestationUnknown } from '#record/confirmation/problems.ts';
import { attestationRows, takeAlong } from '#record/confirmation/take-along.ts';
import { takenPaper } from '#record/confirmation/taken-paper.ts';
import { AttestationRow, TakenAttestation } from '#record/confirmation/taken-shapes.ts';
import { nameOf } from '#record/register/store.ts';
import { OWN_ROLE } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';
import { enableOwnRecordPolicies } from './store.ts';

export function ownAttestationRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  const own = { tag: 'own', act: 'own.read', purpose: 'OWN_RECORD', holdsRights: true } as const;
  const taken = async (tx: Tx, attestationId: string) => {
    const me = await enableOwnRecordPolicies(tx);
    if (!me) return refused(notRegistered());
    const found = await takeAlong(tx, needs.taking, { personId: me.personId, attestationId }, () => true);
    return found.ok ? ok({ me, found: found.value }) : found;
  };
  const row = (personId: string, { bodyId, attestationId }: { readonly bodyId: string; readonly attestationId: string }) => ({
    role: OWN_ROLE,
    bodyId,
    objectId: personId,
    payload: { attestation: attestationId, content: true },
  });

  route(app, needs, {
    ...own,
    id: 'listMyAttestations',
    summary: { vi: 'Các lần xác nhận hồ sơ của tôi', en: 'Attestations of my record' },
    method: 'GET',
    path: '/api/v1/me/attestations',
    read: 'record.history',
    answer: json(listOf(AttestationRow)),
    problems: [notRegistered],
    work: async ({ tx, shows }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { attestations: true } });
      return ok({ items: await attestationRows(tx, needs.taking, me.personId), next: null });
    },
  });

  route(app, needs, {
    ...own,
    id: 'takeMyAttestation',
    summary: { vi: 'Một bản xác nhận hồ sơ của tôi, để mang theo', en: 'An attestation of my record, to take along' },
    method: 'GET',
    path: '/api/v1/me/attestations/:id',
    params: ById,
    read: 'export.made',
    answer: json(TakenAttestation),
    problems: [notRegistered, attestationUnknown],
    work: async ({ tx, params: { id }, shows, header }) => {
      const mine = await taken(tx, id);
      if (!mine.ok) return mine;
      const { bodyId, ...along } = mine.value.found;
      await shows(row(mine.value.me.personId, { bodyId, attestationId: id }));
      header('content-disposition', `attachment; filename="xac-nhan-${id}.json"`);
      return ok(along);
    },
  });

  route(app, needs, {
    ...own,
    id: 'getMyAttestationPdf',
    summary: { vi: 'Một bản xác nhận hồ sơ của tôi, để in', en: 'An attestation of my record, on paper' },
    method: 'GET',
    path: '/api/v1/me/attestations/:id.pdf',
    params: ById,
    read: 'export.made',
    answer: file('application/pdf'),
    problems: [notRegistered, attestationUnknown],
    work: async ({ tx, params: { id }, shows }) => {
      const mine = await taken(tx, id);
      if (!mine.ok) return mine;
      const { me, found } = mine.value;
      await shows(row(me.personId, { bodyId: found.bodyId, attestationId: id }));
      const name = await nameOf(tx, me.personId);
      return ok(afterCommit(async () => ok({ bytes: await takenPaper(found, name), name: `xac-nhan-${id}.pdf` })));
    },
  });
}
