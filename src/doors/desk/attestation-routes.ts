/** Attestations of a person for whoever may read the record: the list, one to take along as a file, and on paper. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { rolesOver } from '#authority/access/request.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { file as fileAnswer, json } from '#base/http/answer.ts';
import { ById, Id, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { attestationUnknown } from '#record/confirmation/problems.ts';
import type { PresentedContent } from '#record/confirmation/shapes.ts';
import { attestationRows, takeAlong } from '#record/confirmation/take-along.ts';
import { takenPaper } from '#record/confirmation/taken-paper.ts';
import { AttestationRow, TakenAttestation } from '#record/confirmation/taken-shapes.ts';
import { leavesNowhereApart } from '#record/register/kept-apart.ts';
import { personNotFound, recordKeptApart } from '#record/register/problems.ts';
import { reachedSubject } from '#record/register/reach.ts';
import type { Subject } from '#record/register/reach.ts';
import { nameOf } from '#record/register/store.ts';
import { groupAt } from '#record/register/leaves.ts';
import { seen } from '#record/register/visibility.ts';
import { FIELDS } from '#standard/dictionary.ts';
import type { DeskNeeds } from './needs.ts';

const Taken = Type.Object({ id: Id, attestationId: Id });
const EVERY_FIELD: ReadonlySet<string> = new Set(FIELDS.map(({ key }) => key));

/**
 * Does somebody see everything that an attestation is signed over? All fields of its groups, of the groups that its findings speak of, and of the identity where it
 * says how that was compared; masked ones when they may be asked for.
 */
export function seesAll({ groups, problems, match }: PresentedContent, roles: readonly string[], mayUnmask: boolean): boolean {
  const said = new Set<string>([
    ...groups.map(({ group }) => group),
    ...problems.flatMap(({ field }) => (field === null ? [] : (groupAt(field) ?? []))),
    ...(match === null ? [] : ['B']),
  ]);
  const visibility = { roles, unmasked: mayUnmask ? EVERY_FIELD : new Set<string>() };
  return FIELDS.every((field) => !said.has(field.group) || seen(field, visibility) === 'clear');
}

const reached = async ({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<Subject>> => {
  const subject = await reachedSubject(tx, params.id);
  return subject ? ok(subject) : refused(personNotFound());
};

type Asked = Pick<AskedOf, 'tx' | 'actor' | 'allowed'> & {
  readonly params: { readonly attestationId: string };
  readonly subject: Subject;
};

export function attestationRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const taken = async ({ tx, actor, allowed, params: { attestationId }, subject: { personId, bodyId, identity } }: Asked) => {
    const may = await leavesNowhereApart(tx, personId);
    if (!may.ok) return may;
    const mayUnmask = allowed(['record.unmask'], { bodyId, identity }).length > 0;
    return takeAlong(tx, needs.taking, { personId, attestationId }, (shown) => seesAll(shown, rolesOver(actor, bodyId), mayUnmask));
  };
  const row = ({ params: { attestationId }, subject: { personId } }: Asked, found: TakenAttestation & { readonly bodyId: string }) => ({
    bodyId: found.bodyId,
    objectId: personId,
    provision: 'confirmation' as const,
    payload: { attestation: attestationId, content: found.signed !== null },
  });

  route(app, needs, {
    id: 'listAttestations',
    tag: 'register',
    summary: { vi: 'Các lần xác nhận của một hồ sơ', en: 'Attestations of a record' },
    method: 'GET',
    path: '/api/v1/people/:id/attestations',
    params: ById,
    act: 'record.read',
    subject: reached,
    read: 'record.history',
    purpose: 'CONSULT',
    answer: json(listOf(AttestationRow)),
    problems: [personNotFound],
    work: async ({ tx, subject: { personId, bodyId }, shows }) => {
      await shows({ bodyId, objectId: personId, payload: { attestations: true } });
      return ok({ items: await attestationRows(tx, needs.taking, personId), next: null });
    },
  });

  route(app, needs, {
    id: 'takeAttestation',
    tag: 'register',
    summary: {
      vi: 'Một bản xác nhận để mang theo; kèm nội dung khi người tải được xem toàn bộ',
      en: 'An attestation to take along; with its content where the taker sees all of it',
    },
    method: 'GET',
    path: '/api/v1/people/:id/attestations/:attestationId',
    params: Taken,
    act: 'record.read',
    subject: reached,
    read: 'export.made',
    purpose: 'CONSULT',
    answer: json(TakenAttestation),
    problems: [personNotFound, recordKeptApart, attestationUnknown],
    work: async (asked) => {
      const found = await taken(asked);
      if (!found.ok) return found;
      await asked.shows(row(asked, found.value));
      asked.header('content-disposition', `attachment; filename="xac-nhan-${asked.params.attestationId}.json"`);
      const { bodyId: _of, ...file } = found.value;
      return ok(file);
    },
  });

  route(app, needs, {
    id: 'getAttestationPdf',
    tag: 'register',
    summary: { vi: 'Một bản xác nhận để in', en: 'An attestation on paper' },
    method: 'GET',
    path: '/api/v1/people/:id/attestations/:attestationId.pdf',
    params: Taken,
    act: 'record.read',
    subject: reached,
    read: 'export.made',
    purpose: 'CONSULT',
    answer: fileAnswer('application/pdf'),
    problems: [personNotFound, recordKeptApart, attestationUnknown],
    work: async (asked) => {
      const found = await taken(asked);
      if (!found.ok) return found;
      await asked.shows(row(asked, found.value));
      const name = found.value.signed === null ? null : await nameOf(asked.tx, asked.subject.personId);
      return ok(
        afterCommit(async () => ok({ bytes: await takenPaper(found.value, name), name: `xac-nhan-${asked.params.attestationId}.pdf` })),
      );
    },
  });
}
