/**
 * Accounts and roles by a list: what stands to take along as a workbook, which is the form at once; and the changed one brought back, looked at line by
 * line, then given as one act by the rules of giving one.
 */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { accountsPage } from '#authority/access/accounts.ts';
import { bodiesFor } from '#authority/access/decide.ts';
import { route } from '#authority/audit/route.ts';
import { treeOn } from '#authority/organisations/store.ts';
import { file, json } from '#base/http/answer.ts';
import { Binary } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { giveList } from './give-list.ts';
import type { GivenList } from './give-list.ts';
import { givableRoles } from './give-role.ts';
import type { LineOutcome } from './judge-list.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_GUIDE, ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET, headsWith, lineOf } from './list-columns.ts';
import type { AccountListNeeds, ReadAccountList } from './list-needs.ts';
import { importChanged, importEndsMany } from './problems.ts';
import { BroughtAccounts } from './shapes.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Lines of each kind that an answer tells: a person reads no more, the counts are of all. */
const LINES_TOLD = 500;
/** Accounts of one list, each with whatever roles. */
const ACCOUNTS_MAX = 20_000;
/** Codes that the drop-down of agencies offers: more are typed. */
const BODIES_OFFERED = 5000;

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
      const today = needs.clock.today();
      const reach = bodiesFor(actor, 'grants.read');
      const accounts = await accountsPage(tx, reach, { limit: ACCOUNTS_MAX, after: null });
      await shows({ bodyId: actor.grants[0]?.bodyId ?? null, objectId: null, listed: accounts.map(({ id }) => id) });
      const tree = await treeOn(tx, today);
      const named = new Map(tree.map(({ bodyId, code, name }) => [bodyId, { code, name }]));
      const offered = new Set(reach ?? []);
      const bodies = tree.filter(({ bodyId }) => reach === null || offered.has(bodyId)).slice(0, BODIES_OFFERED);
      const rules = await givableRoles(tx);
      const bytes = await needs.writeList({
        sheet: ACCOUNT_SHEET,
        heads: headsWith(rules.rolesOver(reach), bodies),
        rows: accounts.flatMap((account) => account.grants.map((grant) => lineOf(account, grant, named.get(grant.bodyId)))),
        guide: ACCOUNT_GUIDE,
      });
      return ok({ bytes, name: `tai-khoan-${today}.xlsx` });
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

type Told = Static<typeof BroughtAccounts>;

/** What comes of a list, as it is told: counts of all, lines of each kind as many as somebody reads. */
export function toldOf({ judged, applied }: GivenList, list: ReadAccountList): Told {
  const count = (...kinds: readonly LineOutcome['outcome'][]): number =>
    judged.lines.filter(({ outcome }) => kinds.includes(outcome)).length;
  const lines = judged.lines.map((line, at) => ({ line, row: list.rows[at]! }));
  const wrong = lines.flatMap(({ line, row }) => {
    if (line.outcome !== 'wrong') return [];
    const { code, title, next } = line.problem;
    const head = ACCOUNT_COLUMNS.find(({ key }) => key === line.column)!;
    const letter = list.letters.get(line.column);
    return [
      {
        row: row.row,
        cell: letter ? `${letter}${row.row}` : null,
        column: head.label,
        value: row.cells.get(line.column) ?? null,
        code,
        title,
        next,
      },
    ];
  });
  const changes = lines.flatMap(({ line, row }) =>
    line.outcome === 'wrong' || line.outcome === 'unchanged'
      ? []
      : [
          {
            row: row.row,
            name: row.cells.get('name') ?? ('takes' in line ? line.takes.name : ''),
            role: row.cells.get('role') ?? '',
            body: row.cells.get('body') ?? '',
            until: row.cells.get('until') ?? null,
            outcome: line.outcome,
          },
        ],
  );
  return {
    applied,
    look: judged.hash,
    counts: {
      received: lines.length,
      accepted: count('given', 'changed', 'ended', 'unchanged'),
      rejected: count('wrong'),
      waiting: count('asked', 'waiting'),
      given: count('given'),
      changed: count('changed'),
      ended: count('ended'),
      unchanged: count('unchanged'),
    },
    wrong: wrong.slice(0, LINES_TOLD),
    changes: changes.slice(0, LINES_TOLD),
  };
}
