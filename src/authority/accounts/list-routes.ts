/**
 * Accounts and roles by a list: what stands to take along as a workbook, which is the form at once; and the changed one brought back, looked at line by
 * line, then given as one act by the rules of giving one.
 */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { route } from '#authority/audit/route.ts';
import { file, json } from '#base/http/answer.ts';
import { Binary } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { giveList } from './give-list.ts';
import { givableRoles } from './give-role.ts';
import { ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET } from './list-columns.ts';
import type { AccountListNeeds, ReadAccountList } from './list-needs.ts';
import { importChanged, importEndsMany } from './problems.ts';
import { BroughtAccounts } from './shapes.ts';
import { accountList } from './take-list.ts';
import { toldOf } from './told-list.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function accountListRoutes(app: FastifyInstance, needs: AccountListNeeds): void {
  route(app, needs, {
    id: 'takeAccountList',
    tag: 'accounts',
    summary: {
      vi: 'Tài khoản và vai trò đang có thành danh sách .xlsx, để sửa rồi nhập lại',
      en: 'Accounts and roles as they stand, as an .xlsx list to be changed and taken in again',
    },
    method: 'GET',
    path: '/api/v1/accounts/list.xlsx',
    act: 'grants.read',
    read: 'accounts.read',
    purpose: 'ADMINISTER',
    answer: file(XLSX),
    work: async ({ tx, actor, shows }) => {
      const bytes = await accountList(tx, needs, actor, shows);
      return ok({ bytes, name: `tai-khoan-${needs.clock.today()}.xlsx` });
    },
  });

  /** Read before the transaction: a child process may take its time. */
  const keep = async ({ sent }: { readonly sent: { readonly body: unknown } }): Promise<Result<ReadAccountList>> => {
    const bytes = Buffer.isBuffer(sent.body) ? sent.body : Buffer.alloc(0);
    const list = await needs.readList(bytes, ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET);
    return list.kind === 'refused' ? refused(list.problem) : ok(list);
  };

  route(app, needs, {
    id: 'bringAccountList',
    tag: 'accounts',
    summary: {
      vi: 'Nhập danh sách tài khoản (.xlsx hoặc CSV): xem trước; rồi giao cùng lúc, hoặc chưa giao gì',
      en: 'Takes in a list of accounts (.xlsx or CSV): a look first; then given as one act, or nothing of it',
    },
    method: 'POST',
    path: '/api/v1/accounts/lists',
    query: Type.Object({
      /** what the look was told by: it is given now, when the same comes of it; not said: it is only looked at */
      look: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    }),
    takes: { [XLSX]: Binary, 'application/octet-stream': Binary },
    act: 'grants.change',
    keep,
    answer: json(BroughtAccounts),
    problems: [importChanged, importEndsMany],
    work: async (asked) => {
      const { tx, actor, query, kept } = asked;
      const rules = await givableRoles(tx);
      const done = await giveList(asked, needs, kept.rows, {
        rules: { roles: rules.rolesOver(bodiesFor(actor, 'grants.change')), mayBeOver: rules.mayBeOver, today: needs.clock.today() },
        look: query.look ?? null,
      });
      return done.ok ? ok(toldOf(done.value, kept)) : done;
    },
  });
}
