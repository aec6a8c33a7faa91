/** Portraits of a submission over HTTP: what the sender looks at before sending, and what the officer compares. Each showing is a read. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorOf, handleOf } from '#authority/access/request.ts';
import { recordRead } from '#authority/audit/record.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Problem } from '#base/problem.ts';
import { portraitOf, sendPortrait } from '#record/register/portrait.ts';
import { fieldNotVisible } from '#record/register/problems.ts';
import { TYPED, seenAt } from '#record/register/sight.ts';
import { answering } from './answering.ts';
import { Id, Page, allowedFile, isProblem, refusedFor } from './allowed-file.ts';
import { showToOfficer } from '#record/intake/confirm.ts';
import { sightOfFile } from './eyes.ts';
import { readLines } from '#record/intake/line-store.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { noSuchPortrait } from './problems.ts';
import type { StoredFile } from '#record/intake/store.ts';

const Line = Type.Object({ id: Type.String({ format: 'uuid' }), line: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const Compared = Type.Object({
  submissionId: Type.String({ format: 'uuid' }),
  personId: Type.String({ format: 'uuid' }),
  which: Type.Union([Type.Literal('before'), Type.Literal('after')]),
});

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
  /** Who may read the problems of a file may see its pictures: the two are mended together. */
  const fileFor = (tx: Tx, request: FastifyRequest, id: string): Promise<StoredFile | Problem> =>
    allowedFile(tx, request, needs, id, 'problems.read');

  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Page> }>(
    '/api/v1/submissions/:id/portraits',
    { schema: { summary: 'Portraits of a submission that can be sent: line and person of each', params: Id, querystring: Page } },
    async (request, reply) =>
      answering(needs.db, request, reply, async (tx) => {
        const file = await fileFor(tx, request, request.params.id);
        if (isProblem(file)) return refused(file);
        const limit = request.query.limit ?? 24;
        const after = Number(decodeCursor(request.query.cursor, ['number'])?.[0] ?? 0);
        const lines = await readLines(tx, needs.keys, file.submissionId, file.round, {
          afterLine: after,
          limit: limit + 1,
          verdict: 'accepted',
        });
        const page = lines.slice(0, limit);
        await recordRead(tx, needs, [
          {
            act: 'submission.read',
            purpose: 'SUBMIT',
            bodyId: file.bodyId,
            objectId: file.submissionId,
            revision: file.round,
            listed: [...new Set(page.flatMap((line) => line.personId ?? []))],
            payload: { lines: page.map((line) => line.lineNo) },
          },
        ]);
        const last = page.at(-1);
        return ok({
          items: page.flatMap((line) =>
            line.content && portraitOf(line.content.groups) !== null ? [{ line: line.lineNo, name: line.name, kind: line.comparison }] : [],
          ),
          next: lines.length > limit && last ? encodeCursor([String(last.lineNo)]) : null,
        });
      }),
  );

  app.get<{ Params: Static<typeof Line> }>(
    '/api/v1/submissions/:id/portraits/:line',
    { schema: { summary: 'One portrait as it will be kept: cropped, without metadata (JPEG)', params: Line } },
    async (request, reply) => {
      const found = await needs.db.transaction(handleOf(request), async (tx) => {
        const file = await fileFor(tx, request, request.params.id);
        if (isProblem(file)) return file;
        const [line] = await readLines(tx, needs.keys, file.submissionId, file.round, {
          afterLine: request.params.line - 1,
          limit: 1,
          verdict: 'accepted',
        });
        const sha256 = line?.lineNo === request.params.line && line.content ? portraitOf(line.content.groups) : null;
        if (!line || sha256 === null) return noSuchPortrait();
        const { stated } = sightOfFile(actorOf(request), file);
        if (stated !== TYPED && seenAt('anh4x6', stated) === 'hidden') return fieldNotVisible();
        await recordRead(tx, needs, [
          {
            act: 'portrait.read',
            purpose: 'SUBMIT',
            bodyId: file.bodyId,
            objectId: line.personId,
            revision: file.round,
            payload: { submissionId: file.submissionId, line: line.lineNo, sha256 },
          },
        ]);
        return { sha256 };
      });
      return 'severity' in found ? sendProblem(reply, found) : sendPortrait(reply, await needs.blobs.get(found.sha256));
    },
  );

  app.get<{ Params: Static<typeof Compared> }>(
    '/api/v1/confirmation/:submissionId/:personId/portraits/:which',
    { schema: { summary: 'The portrait that stands, or the one that was sent, of a person in the queue (JPEG)', params: Compared } },
    async (request, reply) => {
      const { submissionId, personId, which } = request.params;
      const found = await needs.db.transaction(handleOf(request), async (tx) => {
        const compared = await portraitsCompared(tx, needs, submissionId, personId);
        if (!compared) return noSuchPortrait();
        const problem = refusedFor(request, needs, 'item.read', compared.bodyId);
        if (problem) return problem;
        const sha256 = compared[which];
        if (sha256 === null) return noSuchPortrait();
        await recordRead(tx, needs, [
          {
            act: 'portrait.read',
            purpose: 'CONFIRM',
            bodyId: compared.bodyId,
            objectId: personId,
            payload: { submissionId, which, sha256 },
          },
        ]);
        return { sha256 };
      });
      return 'severity' in found ? sendProblem(reply, found) : sendPortrait(reply, await needs.blobs.get(found.sha256));
    },
  );
}
