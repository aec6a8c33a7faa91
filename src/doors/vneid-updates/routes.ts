/** The call by which VNeID brings what a person typed there. On the surface for other systems: no session, no cookie, a signature alone. Decision 0126. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { JSONWebKeySet } from 'jose';
import { openRoute } from '#authority/access/frame.ts';
import { openAccountOfRegistered } from '#authority/access/first-sign-in.ts';
import type { FirstSignInNeeds } from '#authority/access/first-sign-in.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import { sendProblem } from '#base/http-problem.ts';
import { jsonBy } from '#base/http/answer.ts';
import { tooManyRequests } from '#base/http/problems.ts';
import { ok } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { isNameOf, takeUpdate } from '#record/declarations/from-vneid.ts';
import type { TakenUpdate } from '#record/declarations/from-vneid.ts';
import type { DeclarationNeeds } from '#record/declarations/needs.ts';
import {
  declarationErrors,
  declarationNothing,
  declarationNotYours,
  declarationTruth,
  updateReplayed,
} from '#record/declarations/problems.ts';
import { UPDATE_BYTES_MAX } from './limits.ts';
import { updateForged, updateLate, updateOfNobody, updateUnread, updatesOff } from './problems.ts';
import { UpdateTaken } from './shapes.ts';
import type { UpdateClaims } from './shapes.ts';
import { verifyUpdate } from './verify.ts';

export interface VneidUpdateNeeds extends DeclarationNeeds {
  readonly accounts: FirstSignInNeeds;
  /** public keys of the service; null: there is no such door */
  readonly vneidKeys: JSONWebKeySet | null;
  readonly vneidIssuer: string;
  /** ourselves, as the service names whom it writes to */
  readonly publicUrl: string;
  /** one more text that is refused as it stands (forged, late, for somebody else), from that address: seconds to wait, 0 when it may have its row. What is taken spends nothing of it. */
  readonly unvouched: (address: string) => number;
}

const JOSE = 'application/jose';
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who is registered under the number, under that name, brought what; each that is refused leaves a row of its own. */
async function taken(needs: VneidUpdateNeeds, token: string, claims: UpdateClaims): Promise<Result<TakenUpdate | null>> {
  const identity = needs.keys.nationalIdHash(claims.sub);
  if (!(await openAccountOfRegistered(needs.accounts, identity, (registered) => isNameOf(registered, claims.name)))) return ok(null);
  const handle = await openJobSession(needs.accounts, { bodyId: null, purpose: 'vneid-update' });
  return needs.accounts.db.transaction(handle, (tx) =>
    takeUpdate(tx, needs, {
      identity,
      nationalId: claims.sub,
      name: claims.name,
      truth: claims.truth,
      groups: claims.groups,
      jtiHash: sha256(`${claims.iss}\n${claims.jti}`),
      digest: sha256(token),
    }),
  );
}

const tellRefused = async (needs: VneidUpdateNeeds, token: string, { code }: Problem): Promise<void> => {
  const handle = await openJobSession(needs.accounts, { bodyId: null, purpose: 'vneid-update' });
  await needs.accounts.db.transaction(handle, (tx) =>
    recordAct(tx, needs, {
      act: 'vneid.update-refused',
      purpose: 'SUBMIT',
      bodyId: null,
      objectId: null,
      payload: { code, sha256: sha256(token).toString('hex') },
    }),
  );
};

/** Joined with `app.register(vneidUpdateRoutes(needs))`: what it says of bodies holds for its own route only. */
export const vneidUpdateRoutes =
  (needs: VneidUpdateNeeds) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(JOSE, { parseAs: 'string', bodyLimit: UPDATE_BYTES_MAX }, (_request, text, done) =>
      done(null, String(text).trim()),
    );
    openRoute(app, {
      id: 'takeVneidUpdate',
      tag: 'exchange',
      summary: {
        vi: 'VNeID chuyển điều một người đã cập nhật (dạng do hệ thống này đặt ra)',
        en: 'VNeID brings what a person updated there (the shape is this system’s own)',
      },
      method: 'POST',
      path: '/exchange/v1/vneid/updates',
      takes: { [JOSE]: Type.String() },
      answer: jsonBy(UpdateTaken, [200, 202], () => 202),
      problems: [
        updatesOff,
        updateUnread,
        updateForged,
        updateLate,
        updateReplayed,
        updateOfNobody,
        tooManyRequests,
        declarationNotYours,
        declarationTruth,
        declarationNothing,
        declarationErrors,
      ],
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        void reply.header('cache-control', 'no-store');
        if (needs.vneidKeys === null) return sendProblem(reply, updatesOff());
        const token = typeof request.body === 'string' ? request.body : '';
        const claims = await verifyUpdate(token, {
          keys: needs.vneidKeys,
          issuer: needs.vneidIssuer,
          audience: needs.publicUrl,
          now: new Date(needs.clock.now()),
        });
        const waitSeconds = claims.ok ? 0 : needs.unvouched(request.ip);
        // Summed with whatever else callers without a session are refused: nobody fills the log with forged texts.
        if (waitSeconds > 0) return sendProblem(reply.header('retry-after', waitSeconds), tooManyRequests({ seconds: waitSeconds }));
        const done: Result<TakenUpdate | null> = claims.ok ? await taken(needs, token, claims.value) : claims;
        if (done.ok && done.value !== null) return reply.code(done.value.again ? 200 : 202).send({ id: done.value.id });
        const problem = done.ok ? updateOfNobody() : done.problems[0]!;
        await tellRefused(needs, token, problem);
        return sendProblem(reply, problem);
      },
    });
  };
