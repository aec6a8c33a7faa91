/** Portraits of a submission over HTTP: what the sender looks at before sending, and what the officer compares. Each showing is a read. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit } from '#authority/access/frame.ts';
import type { AfterCommit } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { file as fileAnswer, json } from '#base/http/answer.ts';
import type { FileToSend } from '#base/http/answer.ts';
import { ById, Id, listOf, oneOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { portraitFile, portraitOf } from '#record/register/portrait.ts';
import { fieldNotVisible } from '#record/register/problems.ts';
import { TYPED, seenAt } from '#record/register/visibility.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import { Page, oneSubmission, shownOfFile } from './one-submission.ts';
import { showToOfficer } from '#record/intake/confirm.ts';
import { howCompared } from './comparison.ts';
import { visibilityOfFile } from './file-visibility.ts';
import { readLines } from '#record/intake/line-store.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { noSuchPortrait } from './problems.ts';
import { SentPortrait } from './shapes.ts';

const Line = Type.Object({ id: Id, line: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const Compared = Type.Object({ submissionId: Id, personId: Id, which: oneOf(['before', 'after']) });

/**
 * Both portraits of a person whose portrait awaits confirmation, by SHA-256: the one that stands and the one that was sent, exactly those
 * of which the attestation holds the hashes. null when none of theirs waits. The caller records what it shows.
 */
export async function portraitsCompared(
  tx: Tx,
  needs: IntakeNeeds,
  submissionId: string,
  personId: string,
): Promise<{ readonly bodyId: string; readonly before: string | null; readonly after: string | null } | null> {
  const seen = await showToOfficer(tx, needs, submissionId, personId);
  const group = seen.ok ? seen.value.shown.groups.find((one) => one.group === 'A') : undefined;
  if (!seen.ok || !group) return null;
  return {
    bodyId: seen.value.shown.bodyId,
    before: group.before ? portraitOf({ A: group.before }) : null,
    after: portraitOf({ A: group.after }),
  };
}

export function portraitRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  /** The bytes are fetched when the row of their showing stands. */
  const portraitBytes = (sha256: string, header: (name: string, value: string) => void): AfterCommit<FileToSend> =>
    afterCommit(async () => ok(portraitFile(await needs.blobs.get(sha256), header)));

  // Who may read the problems of a file may see its pictures: the two are mended together.
  route(app, needs, {
    id: 'listSentPortraits',
    tag: 'submissions',
    summary: { vi: 'Ảnh của một hồ sơ gửi', en: 'Portraits of a submission that can be sent: line and person of each' },
    method: 'GET',
    path: '/api/v1/submissions/:id/portraits',
    params: ById,
    query: Page,
    act: 'problems.read',
    subject: oneSubmission,
    read: 'submission.read',
    purpose: 'SUBMIT',
    answer: json(listOf(SentPortrait)),
    problems: [submissionNotFound],
    work: async ({ tx, query, subject: { file }, shows }) => {
      const limit = query.limit ?? 24;
      const after = Number(decodeCursor(query.cursor, ['number'])?.[0] ?? 0);
      const lines = await readLines(tx, needs.keys, file.submissionId, file.round, {
        afterLine: after,
        limit: limit + 1,
        verdict: 'accepted',
      });
      const page = lines.slice(0, limit);
      const people = page.map((line) => line.personId);
      await shows(shownOfFile(file, people, { lines: page.map((line) => line.lineNo) }));
      const last = page.at(-1);
      return ok({
        items: page.flatMap((line) =>
          line.content && portraitOf(line.content.groups) !== null ? [{ line: line.lineNo, name: line.name, kind: howCompared(line) }] : [],
        ),
        next: lines.length > limit && last ? encodeCursor([String(last.lineNo)]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'getSentPortrait',
    tag: 'submissions',
    summary: { vi: 'Một ảnh như sẽ được giữ (JPEG)', en: 'One portrait as it will be kept: cropped, without metadata (JPEG)' },
    method: 'GET',
    path: '/api/v1/submissions/:id/portraits/:line',
    params: Line,
    act: 'problems.read',
    subject: oneSubmission,
    read: 'portrait.read',
    purpose: 'SUBMIT',
    answer: fileAnswer('image/jpeg'),
    problems: [submissionNotFound, noSuchPortrait, fieldNotVisible],
    work: async ({ tx, actor, params, subject: { file }, shows, header }) => {
      const [line] = await readLines(tx, needs.keys, file.submissionId, file.round, {
        afterLine: params.line - 1,
        limit: 1,
        verdict: 'accepted',
      });
      const sha256 = line?.lineNo === params.line && line.content ? portraitOf(line.content.groups) : null;
      if (!line || sha256 === null) return refused(noSuchPortrait());
      const { stated } = visibilityOfFile(actor, file);
      if (stated !== TYPED && seenAt('anh4x6', stated) === 'hidden') return refused(fieldNotVisible());
      await shows({
        bodyId: file.bodyId,
        objectId: line.personId,
        revision: file.round,
        payload: { submissionId: file.submissionId, line: line.lineNo, sha256 },
      });
      return ok(portraitBytes(sha256, header));
    },
  });

  route(app, needs, {
    id: 'getComparedPortrait',
    tag: 'confirmation',
    summary: {
      vi: 'Ảnh đang có, hoặc ảnh được gửi, của một người chờ xác nhận (JPEG)',
      en: 'The portrait that stands, or the one that was sent, of a person in the queue (JPEG)',
    },
    method: 'GET',
    path: '/api/v1/confirmation/:submissionId/:personId/portraits/:which',
    params: Compared,
    act: 'item.read',
    subject: async ({ tx, params }) => {
      const compared = await portraitsCompared(tx, needs, params.submissionId, params.personId);
      return compared ? ok(compared) : refused(noSuchPortrait());
    },
    read: 'portrait.read',
    purpose: 'CONFIRM',
    answer: fileAnswer('image/jpeg'),
    problems: [noSuchPortrait],
    work: async ({ params: { submissionId, personId, which }, subject, shows, header }) => {
      const sha256 = subject[which];
      if (sha256 === null) return refused(noSuchPortrait());
      await shows({ bodyId: subject.bodyId, objectId: personId, payload: { submissionId, which, sha256 } });
      return ok(portraitBytes(sha256, header));
    },
  });
}
