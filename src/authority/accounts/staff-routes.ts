/** Sessions and sign-ins of an administrator's staff: who is signed in now, ended at a press; who came and when. */
import type { FastifyInstance } from 'fastify';
import { notWithinReach, sessionNotFound } from '#authority/access/problems.ts';
import { accountNames, endStaffSession, signInsOfStaff, staffSessions } from '#authority/access/staff.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { actWords } from '#authority/audit/words.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { SignInShape, StaffSessionShape } from './shapes.ts';

export interface StaffNeeds extends AuditNeeds {
  readonly db: Database;
}

/** Rows on one page: those who are signed in, and the latest sign-ins. */
const PAGE = 200;
/** Sign-ins are told so many days back, in milliseconds; in the log for ever. */
const SIGN_INS_SHOWN_MS = 30 * 86_400_000;

export function staffRoutes(app: FastifyInstance, needs: StaffNeeds): void {
  const named = async <T extends { readonly accountId: string }>(
    tx: Tx,
    rows: readonly T[],
  ): Promise<(T & { readonly name: string })[]> => {
    const names = await accountNames(tx, [...new Set(rows.map(({ accountId }) => accountId))]);
    return rows.map((row) => ({ ...row, name: names.get(row.accountId) ?? '' }));
  };

  route(app, needs, {
    id: 'listStaffSessions',
    tag: 'accounts',
    summary: { vi: 'Ai thuộc cơ quan của tôi đang đăng nhập', en: 'Who of my agencies is signed in now' },
    method: 'GET',
    path: '/api/v1/staff/sessions',
    act: 'grants.read',
    read: 'accounts.read',
    purpose: 'ADMINISTER',
    answer: json(listOf(StaffSessionShape)),
    work: async ({ tx, actor, shows }) => {
      const items = await named(tx, await staffSessions(tx, PAGE));
      await shows({
        bodyId: actor.grants[0]?.bodyId ?? null,
        objectId: null,
        listed: [...new Set(items.map(({ accountId }) => accountId))],
      });
      return ok({ items, next: null });
    },
  });

  route(app, needs, {
    id: 'endStaffSession',
    tag: 'accounts',
    summary: { vi: 'Kết thúc một phiên làm việc của người thuộc cơ quan của tôi', en: 'Ends a session of somebody of my agencies' },
    method: 'DELETE',
    path: '/api/v1/staff/sessions/:id',
    params: ById,
    act: 'grants.change',
    answer: empty,
    problems: [sessionNotFound, notWithinReach],
    work: async ({ tx, actor, params: { id } }) => {
      const accountId = await endStaffSession(tx, id);
      if (accountId === null) return refused(sessionNotFound());
      await recordAct(tx, needs, {
        act: 'session.closed',
        purpose: 'ADMINISTER',
        bodyId: actor.grants[0]?.bodyId ?? null,
        objectId: id,
        payload: { account: accountId, byAdministrator: true },
      });
      return ok(undefined);
    },
  });

  route(app, needs, {
    id: 'listStaffSignIns',
    tag: 'accounts',
    summary: { vi: 'Nhật ký đăng nhập của cơ quan tôi, 30 ngày', en: 'Sign-ins of my agencies, 30 days' },
    method: 'GET',
    path: '/api/v1/staff/sign-ins',
    act: 'grants.read',
    read: 'accounts.read',
    purpose: 'ADMINISTER',
    answer: json(listOf(SignInShape)),
    work: async ({ tx, actor, shows }) => {
      const since = new Date(Date.parse(needs.clock.now()) - SIGN_INS_SHOWN_MS).toISOString();
      const items = await named(tx, await signInsOfStaff(tx, since, PAGE));
      await shows({
        bodyId: actor.grants[0]?.bodyId ?? null,
        objectId: null,
        listed: [...new Set(items.map(({ accountId }) => accountId))],
      });
      return ok({ items: items.map(({ act, ...row }) => ({ ...row, act, actName: actWords(act) })), next: null });
    },
  });
}
