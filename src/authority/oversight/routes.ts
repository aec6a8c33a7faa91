/**
 * Oversight over HTTP: readings that stand out, who a reader is, which head was verified, and complaints about one reading. Whoever asks leaves a row,
 * whoever is told a name leaves why.
 */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { auditNothingSigned } from '#authority/audit/problems.ts';
import { route } from '#authority/audit/route.ts';
import { LOG } from '#authority/audit/shapes.ts';
import { actWords, purposeWords } from '#authority/audit/words.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, Id, listOf, oneOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { ANSWER_CHARS_MAX, COMPLAINTS_ON_PAGE, REASON_CHARS_MAX, TEXT_CHARS_MIN, UNUSUAL_ON_PAGE } from './limits.ts';
import { complaintNotOpen, readerNotNamed } from './problems.ts';
import { byReader, keptReaders, lastCount } from './reader-store.ts';
import { ComplaintShape, NamedReader, UnusualReadings, VERDICTS } from './shapes.ts';
import { answerComplaint, complaintsAbout, isHead, readerOf } from './store.ts';
import { unusualAmong, unusualSince } from './unusual.ts';

export interface OversightNeeds extends AuditNeeds {
  readonly db: Database;
  readonly bodies: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;
}

const ReaderRequest = Type.Object(
  {
    eventId: Id,
    purpose: oneOf(['SUPERVISE', 'DISPUTE']),
    reason: Type.String({ minLength: TEXT_CHARS_MIN, maxLength: REASON_CHARS_MAX }),
  },
  { additionalProperties: false },
);
const Verified = Type.Object({ size: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }, { additionalProperties: false });
const AnswerRequest = Type.Object(
  { verdict: oneOf([...VERDICTS]), answer: Type.String({ minLength: TEXT_CHARS_MIN, maxLength: ANSWER_CHARS_MAX }) },
  { additionalProperties: false },
);

const rolesIn = (role: string): string[] => (role === 'NONE' ? [] : role.split('+'));

export function oversightRoutes(app: FastifyInstance, needs: OversightNeeds): void {
  const named = async (tx: Tx, bodyIds: readonly string[]): Promise<(bodyId: string) => { id: string; code: string; name: string }> => {
    const bodies = await needs.bodies(tx, [...new Set(bodyIds)]);
    return (id) => ({ id, code: bodies.get(id)?.code ?? '', name: bodies.get(id)?.name ?? '' });
  };

  route(app, needs, {
    id: 'listUnusualReadings',
    tag: 'audit',
    summary: { vi: 'Những người xem có dấu hiệu bất thường trong bảy ngày', en: 'Readers who stand out within seven days' },
    method: 'GET',
    path: '/api/v1/audit/unusual-readings',
    act: 'audit.read',
    read: 'audit.read',
    purpose: 'SUPERVISE',
    answer: json(UnusualReadings),
    work: async ({ tx, shows }) => {
      const since = unusualSince(needs.clock.today());
      const { at: countedAt } = await lastCount(tx);
      const found = unusualAmong(byReader(await keptReaders(tx, since))).slice(0, UNUSUAL_ON_PAGE);
      const bodyOf = await named(
        tx,
        found.flatMap(({ bodyIds }) => bodyIds),
      );
      await shows({ bodyId: null, objectId: null, payload: { unusual: found.map(({ eventId }) => eventId) } });
      return ok({
        since,
        countedAt,
        items: found.map(({ day, actor, roles, bodyIds, eventId, signs }) => ({
          day,
          actor,
          roles,
          bodies: bodyIds.map(bodyOf),
          eventId,
          signs,
        })),
      });
    },
  });

  route(app, needs, {
    id: 'nameReader',
    tag: 'audit',
    summary: { vi: 'Cho biết ai đã xem, khi có mục đích và lý do', en: 'Tells who made a reading, for a purpose and a reason' },
    method: 'POST',
    path: '/api/v1/audit/readers',
    body: ReaderRequest,
    act: 'readers.name',
    answer: json(NamedReader),
    problems: [readerNotNamed],
    work: async ({ tx, body: { eventId, purpose, reason }, refusalOf }) => {
      const reader = await readerOf(tx, eventId);
      if (!reader || refusalOf('readers.name', { bodyId: reader.bodyId })) return refused(readerNotNamed());
      const { accountId, bodyId, name, at, role, act } = reader;
      await recordAct(tx, needs, { act: 'reader.named', purpose, bodyId, objectId: accountId, payload: { event: eventId, reason } });
      const body = bodyId === null ? null : (await named(tx, [bodyId]))(bodyId);
      return ok({ name, roles: rolesIn(role), at, actName: actWords(act), body });
    },
  });

  route(app, needs, {
    id: 'recordVerifiedCheckpoint',
    tag: 'audit',
    summary: { vi: 'Ghi nhận đã kiểm tra một mốc ký của nhật ký', en: 'Records that a signed head of the log was verified' },
    method: 'POST',
    path: '/api/v1/audit/verified-checkpoints',
    body: Verified,
    act: 'audit.verify',
    answer: empty,
    problems: [auditNothingSigned],
    work: async ({ tx, body: { size } }) => {
      if (!(await isHead(tx, LOG, size))) return refused(auditNothingSigned());
      await recordAct(tx, needs, { act: 'checkpoint.verified', purpose: 'SUPERVISE', bodyId: null, objectId: null, revision: size });
      return ok(undefined);
    },
  });

  complaintRoutes(app, needs, named);
}

type Naming = (tx: Tx, bodyIds: readonly string[]) => Promise<(bodyId: string) => { id: string; code: string; name: string }>;

function complaintRoutes(app: FastifyInstance, needs: OversightNeeds, named: Naming): void {
  route(app, needs, {
    id: 'listComplaints',
    tag: 'audit',
    summary: {
      vi: 'Khiếu nại về một lượt xem hồ sơ, việc chờ trả lời trước',
      en: 'Complaints about a reading, those that wait for an answer first',
    },
    method: 'GET',
    path: '/api/v1/complaints',
    act: 'complaints.answer',
    read: 'audit.read',
    purpose: 'DISPUTE',
    answer: json(listOf(ComplaintShape)),
    work: async ({ tx, actor, shows }) => {
      const found = await complaintsAbout(tx, bodiesFor(actor, 'complaints.answer'), COMPLAINTS_ON_PAGE);
      const bodyOf = await named(
        tx,
        found.map(({ bodyId }) => bodyId),
      );
      await shows({ bodyId: null, objectId: null, payload: { complaints: found.map(({ id }) => id) } });
      return ok({
        items: found.map(({ bodyId, reading, ...complaint }) => ({
          ...complaint,
          body: bodyOf(bodyId),
          reading: reading && {
            actName: actWords(reading.act),
            purposeName: purposeWords(reading.purpose),
            roles: rolesIn(reading.role),
          },
          overdue: complaint.verdict === null && complaint.dueOn < needs.clock.today(),
        })),
        next: null,
      });
    },
  });

  route(app, needs, {
    id: 'answerComplaint',
    tag: 'audit',
    summary: { vi: 'Trả lời một khiếu nại về lượt xem hồ sơ', en: 'Answers a complaint about a reading' },
    method: 'POST',
    path: '/api/v1/complaints/:id/answer',
    params: ById,
    body: AnswerRequest,
    act: 'complaints.answer',
    answer: empty,
    problems: [complaintNotOpen],
    work: async ({ tx, params: { id }, body: { verdict, answer } }) => {
      const answered = await answerComplaint(tx, id, { verdict, answer, at: needs.clock.now() });
      if (!answered) return refused(complaintNotOpen());
      const { bodyId, personId, eventId } = answered;
      await recordAct(tx, needs, {
        act: 'complaint.answered',
        purpose: 'DISPUTE',
        bodyId,
        objectId: personId,
        payload: { complaint: id, event: eventId, verdict },
      });
      return ok(undefined);
    },
  });
}
