/**
 * Roles by a list: each line is somebody, a role, an agency, from day to day. Looked at first, then given as one act by the rules of giving one. A look
 * does the same and undoes it, so that it says what the act will.
 */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { AskedOf } from '#authority/access/frame.ts';
import { roleName } from '#authority/access/routes.ts';
import { recordRead } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import { json } from '#base/http/answer.ts';
import { ok } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { accentFree, cleanText } from '#base/vietnamese/text.ts';
import { ROLES_GIVEN_BY_A_BODY } from '#standard/access/roles.ts';
import { isDemoNumber } from '#standard/kinds/national-id.ts';
import { idDemoPrefix } from '#standard/problems/identity.ts';
import { roleGiver } from './give-role.ts';
import type { GivenGrant } from './give-role.ts';
import { grantDayNotValid, importBody, importEnd, importName, importTwice, nationalIdNotValid, roleNotOfABody } from './problems.ts';
import type { AccountNeeds } from './routes.ts';
import { ImportedAccounts } from './shapes.ts';
import type { ImportedLine } from './shapes.ts';

const Cell = Type.String({ maxLength: 200 });
const Line = Type.Object(
  { nationalId: Cell, name: Cell, role: Cell, body: Cell, from: Cell, until: Cell },
  { additionalProperties: false },
);
/** Lines of one list: an agency's staff who act at the portal. */
const LINES_MAX = 500;
const Request = Type.Object(
  { lines: Type.Array(Line, { minItems: 1, maxItems: LINES_MAX }), apply: Type.Boolean() },
  { additionalProperties: false },
);
type Line = Static<typeof Line>;
type Column = NonNullable<Static<typeof ImportedLine>['column']>;
type Outcome = Pick<Static<typeof ImportedLine>, 'outcome'> | { readonly column: Column; readonly problem: Problem };

/** `31/12/2026` or `2026-12-31`; null: neither. */
function dayOf(typed: string): PlainDate | null {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  const day = found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : typed;
  return isPlainDate(day) ? day : null;
}
/** Shortest part of a name that means a role, in letters. */
const ROLE_LETTERS_MIN = 5;
/** By code; or by words that stand in the name of one role alone, with or without marks: "nhập liệu", "Agency administrator". */
function roleOf(typed: string) {
  const asked = accentFree(typed);
  const byCode = ROLES_GIVEN_BY_A_BODY.find((role) => role.toLowerCase() === typed.toLowerCase());
  if (byCode || asked.length < ROLE_LETTERS_MIN) return byCode;
  const named = ROLES_GIVEN_BY_A_BODY.filter((role) =>
    [roleName(role).vi, roleName(role).en].some((name) => accentFree(name).includes(asked)),
  );
  return named.length === 1 ? named[0] : undefined;
}

const wrong = (column: Column, problem: Problem): Outcome => ({ column, problem });

export function importRoutes(app: FastifyInstance, needs: AccountNeeds): void {
  const { giveByNumber } = roleGiver(needs);
  const today = (): PlainDate => needs.clock.today();

  const grantOf = async ({ tx, refusalOf }: Pick<AskedOf, 'tx' | 'refusalOf'>, line: Line): Promise<GivenGrant | Outcome> => {
    const role = roleOf(line.role.trim());
    if (!role) return wrong('role', roleNotOfABody({ role: line.role }));
    const code = line.body.trim();
    const bodyId = await bodyByCode(tx, code, today());
    if (!bodyId || refusalOf('grants.change', { bodyId })) return wrong('body', importBody({ code }));
    const from = line.from.trim() === '' ? today() : dayOf(line.from.trim());
    if (from === null || from < today()) return wrong('from', grantDayNotValid({ day: line.from }));
    if (line.until.trim() === '') return { role, bodyId, from };
    const until = dayOf(line.until.trim());
    if (until === null || until < from) return wrong('until', importEnd({ day: line.until }));
    return { role, bodyId, from, to: addDays(until, 1) };
  };
  /** Does somebody hold this role over this agency already? */
  const holds = async ({ tx }: Pick<AskedOf, 'tx'>, nationalId: string, { role, bodyId }: GivenGrant): Promise<boolean> => {
    const rows = await tx.query(
      `select 1 from role_grant g where g.account_id = find_account($1) and g.role = $2 and g.body_id = $3 and g.delegated_from is null
          and g.tx_to = 9223372036854775807 and g.valid_to > $4 limit 1`,
      [needs.keys.nationalIdHash(nationalId), role, bodyId, today()],
    );
    return rows.length > 0;
  };
  const doLine = async (asked: Pick<AskedOf, 'tx' | 'refusalOf'>, line: Line, seen: Map<string, number>, no: number): Promise<Outcome> => {
    const nationalId = line.nationalId.replaceAll(/\s/g, '');
    if (!/^\d{12}$/.test(nationalId)) return wrong('nationalId', nationalIdNotValid());
    if (isDemoNumber(nationalId) && !needs.demo) return wrong('nationalId', idDemoPrefix());
    const name = cleanText(line.name).text;
    if (name.length < 2 || name.length > 100) return wrong('name', importName());
    const grant = await grantOf(asked, line);
    if ('problem' in grant || 'outcome' in grant) return grant;
    const key = `${nationalId} ${grant.role} ${grant.bodyId}`;
    const before = seen.get(key);
    if (before !== undefined) return wrong('nationalId', importTwice({ line: String(before) }));
    seen.set(key, no);
    if (await holds(asked, nationalId, grant)) return { outcome: 'already' };
    const given = await giveByNumber(asked.tx, { nationalId, name }, grant);
    if (!given.ok) return wrong('role', given.problems[0]!);
    return { outcome: given.value.grantId === null ? 'asked' : 'given' };
  };

  route(app, needs, {
    id: 'importAccounts',
    tag: 'accounts',
    summary: {
      vi: 'Cấp vai trò theo danh sách: xem trước, rồi cấp cùng lúc',
      en: 'Gives roles by a list: looked at first, then given as one act',
    },
    method: 'POST',
    path: '/api/v1/accounts/import',
    body: Request,
    act: 'grants.change',
    answer: json(ImportedAccounts),
    work: async (asked) => {
      const { tx, actor, body } = asked;
      const seen = new Map<string, number>();
      await tx.query('savepoint before_list');
      const outcomes: Outcome[] = [];
      for (const [index, line] of body.lines.entries()) outcomes.push(await doLine(asked, line, seen, index + 1));
      const wrongs = outcomes.filter((one) => 'problem' in one).length;
      const applied = body.apply && wrongs === 0;
      await tx.query(applied ? 'release savepoint before_list' : 'rollback to savepoint before_list');
      // Whether somebody holds a role already is told of the own agencies alone; the look stands in the log.
      await recordRead(tx, needs, {
        act: 'accounts.read',
        purpose: 'ADMINISTER',
        bodyId: actor.grants[0]?.bodyId ?? null,
        objectId: null,
        payload: { importedLines: body.lines.length, applied },
      });
      const already = outcomes.filter((one) => 'outcome' in one && one.outcome === 'already').length;
      return ok({
        applied,
        lines: outcomes.map((one, index) =>
          'problem' in one
            ? {
                line: index + 1,
                outcome: 'wrong' as const,
                column: one.column,
                problem: { code: one.problem.code, title: one.problem.title, next: one.problem.next },
              }
            : { line: index + 1, outcome: one.outcome, column: null, problem: null },
        ),
        counts: { received: outcomes.length, done: outcomes.length - already - wrongs, already, wrong: wrongs },
      });
    },
  });
}
