/** Lending one's right to decide, for a time: what one lends and was lent, giving, ending. A delegation is a dated grant. Decision 0044. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import {
  colleagueOf,
  colleaguesFor,
  myDelegations,
  namesInDelegations,
  ownRights,
  roleAgainst,
  withdrawDelegation,
} from '#authority/access/delegation.ts';
import type { Delegation, OwnRight } from '#authority/access/delegation.ts';
import { DELEGATION_KINDS, actsOfKinds, delegationDaysMax, kindsOfActs } from '#authority/access/delegation-rules.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { askGrant, isMyself, secondAdministrators } from '#authority/access/grant-requests.ts';
import { grantById } from '#authority/access/accounts.ts';
import { REQUEST_DAYS, needsSecond } from '#authority/access/role-rules.ts';
import { roleName } from '#authority/access/routes.ts';
import { giveGrant, takeGrant } from '#authority/access/sessions.ts';
import type { DelegationBasis, LentGrant } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { subtree } from '#authority/organisations/store.ts';
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json, jsonBy } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import {
  accountIsYours,
  delegateNotHere,
  delegationBasisMissing,
  delegationKindUnknown,
  delegationNotOpen,
  delegationTime,
  grantAskedAlready,
  noSecondAdministrator,
  rolesTogether,
} from './problems.ts';
import type { AccountNeeds } from './routes.ts';
import { DelegationAnswer, MyDelegations } from './shapes.ts';

const Request = Type.Object(
  {
    role: Type.String({ maxLength: 20 }),
    bodyId: Type.String({ format: 'uuid' }),
    kinds: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 }),
    accountId: Type.String({ format: 'uuid' }),
    from: Type.String({ maxLength: 10 }),
    /** last day */
    until: Type.String({ maxLength: 10 }),
    decisionNumber: Type.Optional(Type.String({ maxLength: 60 })),
    decisionDay: Type.Optional(Type.String({ maxLength: 10 })),
    reason: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);
type Requested = Static<typeof Request>;

/** Rows on one page; colleagues to choose from. */
const PAGE = 100;
const COLLEAGUES_MAX = 200;
const REASON_MIN = 10;
const DAY_MS = 86_400_000;
const ROLES_TO_LEND = [...new Set(DELEGATION_KINDS.map(({ role }) => role))];

/** On what it rests, cleaned; null: neither a decision nor a reason. */
function basisOf({ decisionNumber, decisionDay, reason }: Requested, today: PlainDate): DelegationBasis | null {
  const number = cleanText(decisionNumber ?? '').text;
  const why = cleanText(reason ?? '').text;
  const dayFits = decisionDay !== undefined && isPlainDate(decisionDay) && decisionDay <= today;
  if (number !== '' && dayFits) return { decisionNumber: number, decisionDay, ...(why === '' ? {} : { reason: why }) };
  return number === '' && !decisionDay && why.length >= REASON_MIN ? { reason: why } : null;
}

const stateOf = ({ state, from, to }: Delegation, today: PlainDate) =>
  state === 'granted' ? (from > today ? ('coming' as const) : to > today ? ('now' as const) : ('over' as const)) : state;
const MAY_BE_ENDED: ReadonlySet<string> = new Set(['coming', 'now']);

export function delegationRoutes(app: FastifyInstance, needs: AccountNeeds): void {
  const today = (): PlainDate => needs.clock.today();
  const newId = (): string => needs.chance.uuid7(Date.parse(needs.clock.now()));
  const bodyNames = async (tx: Tx, bodyIds: readonly string[]) => {
    const bodies = await needs.bodies(tx, [...new Set(bodyIds)]);
    return (id: string) => ({ id, code: bodies.get(id)?.code ?? '', name: bodies.get(id)?.name ?? '' });
  };

  route(app, needs, {
    id: 'listMyDelegations',
    tag: 'accounts',
    surfaces: ['portal', 'administration'],
    summary: {
      vi: 'Ủy quyền tôi đã giao, được giao, và quyền tôi giao được',
      en: 'Delegations that I gave and was given, and the rights that I may lend',
    },
    method: 'GET',
    path: '/api/v1/my/delegations',
    act: 'sessions.own',
    read: 'accounts.read',
    purpose: 'ADMINISTER',
    answer: json(MyDelegations),
    work: async ({ tx, actor, shows, showsNobody }) => {
      const items = await myDelegations(tx, PAGE);
      const rights = await ownRights(tx, ROLES_TO_LEND);
      const time = { from: today(), to: addDays(today(), 1) };
      const colleagues = await Promise.all(rights.map((right) => colleaguesFor(tx, right, time, COLLEAGUES_MAX)));
      const other = (one: Delegation): string => (one.delegatorId === actor.accountId ? one.delegateId : one.delegatorId);
      const names = await namesInDelegations(tx, [...new Set(items.map(other))]);
      const named = await bodyNames(
        tx,
        [...items, ...rights].map(({ bodyId }) => bodyId),
      );
      const listed = [...new Set([...items.map(other), ...colleagues.flat().map(({ accountId }) => accountId)])];
      if (listed.length > 0) await shows({ bodyId: rights[0]?.bodyId ?? null, objectId: null, listed });
      else showsNobody();
      return ok({
        items: items.map((one) => {
          const state = stateOf(one, today());
          const given = one.delegatorId === actor.accountId;
          return {
            id: one.id,
            side: given ? ('given' as const) : ('received' as const),
            name: names.get(other(one)) ?? '',
            role: one.role,
            roleName: roleName(one.role),
            body: named(one.bodyId),
            kinds: kindsOfActs(one.role, one.acts).map(({ name }) => name),
            from: one.from,
            until: addDays(one.to, -1),
            basis: one.basis,
            state,
            mayEnd: MAY_BE_ENDED.has(state) || (given && state === 'waiting'),
          };
        }),
        rights: rights.map(({ role, bodyId }, index) => ({
          role,
          roleName: roleName(role),
          body: named(bodyId),
          kinds: DELEGATION_KINDS.filter((kind) => kind.role === role).map(({ kind, name, always }) => ({ kind, name, always })),
          needsSecond: needsSecond(role, today()),
          colleagues: colleagues[index]!,
        })),
        daysMax: delegationDaysMax(today()),
      });
    },
  });

  /** The right that would be lent: one's own, over the body asked for. */
  const rightFor = async ({ tx }: Pick<AskedOf, 'tx'>, { role, bodyId }: Requested): Promise<OwnRight | null> => {
    for (const right of await ownRights(tx, [role as Role]))
      if ((await subtree(tx, right.bodyId, today())).includes(bodyId)) return { ...right, bodyId };
    return null;
  };
  const timeOf = ({ from, until }: Requested, right: OwnRight): Result<{ readonly from: PlainDate; readonly to: PlainDate }> => {
    const days = delegationDaysMax(today()) ?? 0;
    const fits =
      isPlainDate(from) &&
      isPlainDate(until) &&
      from >= today() &&
      until >= from &&
      until < addDays(from, days) &&
      addDays(until, 1) <= right.to;
    return fits ? ok({ from, to: addDays(until, 1) }) : refused(delegationTime({ from, until, days: String(days) }));
  };
  interface ToLend {
    readonly right: OwnRight;
    readonly time: { readonly from: PlainDate; readonly to: PlainDate };
    readonly to: { readonly accountId: string; readonly name: string };
    readonly lent: LentGrant;
  }
  /** What is asked, held against everything that stands in its way. */
  const judged = async (asked: Pick<AskedOf, 'tx' | 'actor'>, body: Requested): Promise<Result<ToLend>> => {
    const right = await rightFor(asked, body);
    const acts = right && actsOfKinds(right.role, body.kinds);
    if (!right || !acts) return refused(delegationKindUnknown());
    const time = timeOf(body, right);
    if (!time.ok) return time;
    const basis = basisOf(body, today());
    if (!basis) return refused(delegationBasisMissing());
    const to = await colleagueOf(asked.tx, right, body.accountId, time.value);
    if (!to) return refused(delegateNotHere());
    if (await isMyself(asked.tx, to.identity)) return refused(accountIsYours());
    const other = await roleAgainst(asked.tx, right, to, time.value);
    if (other) return refused(rolesTogether({ role: roleName(right.role), other: roleName(other) }));
    if (needsSecond(right.role, today()) && (await secondAdministrators(asked.tx, right.bodyId, to.identity)) === 0)
      return refused(noSecondAdministrator({ role: roleName(right.role) }));
    const lent: LentGrant = { fromGrantId: right.grantId, byAccountId: asked.actor.accountId, acts, basis };
    return ok({ right, time: time.value, to, lent });
  };

  route(app, needs, {
    id: 'giveDelegation',
    tag: 'accounts',
    surfaces: ['portal', 'administration'],
    summary: {
      vi: 'Ủy quyền quyết định cho một người của cơ quan, từ ngày đến ngày',
      en: 'Lends the right to decide to somebody of the agency, from day to day',
    },
    method: 'POST',
    path: '/api/v1/my/delegations',
    body: Request,
    act: 'rights.delegate',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: jsonBy(DelegationAnswer, [201, 202], ({ waits }) => (waits ? 202 : 201)),
    problems: [
      delegationKindUnknown,
      delegationTime,
      delegationBasisMissing,
      delegateNotHere,
      accountIsYours,
      rolesTogether,
      noSecondAdministrator,
      grantAskedAlready,
    ],
    work: async (asked) => {
      const { tx, body } = asked;
      const found = await judged(asked, body);
      if (!found.ok) return found;
      const { right, time, to, lent } = found.value;
      const grant = { role: right.role, bodyId: right.bodyId, ...time };
      const id = newId();
      if (needsSecond(right.role, today())) {
        const at = needs.clock.now();
        const endsAt = new Date(Date.parse(at) + REQUEST_DAYS * DAY_MS).toISOString();
        if (!(await askGrant(tx, { id, accountId: to.accountId, name: to.name, at, endsAt, ...grant, lent })))
          return refused(grantAskedAlready());
        await recordAct(tx, needs, {
          act: 'grant.asked',
          purpose: 'ADMINISTER',
          bodyId: right.bodyId,
          objectId: to.accountId,
          payload: { request: id, ...grant, lent },
        });
        return ok({ id, waits: true });
      }
      const row = await giveGrant(tx, { id, accountId: to.accountId, name: to.name, ...grant, lent });
      await recordAct(tx, needs, {
        act: 'grant.changed',
        purpose: 'ADMINISTER',
        bodyId: right.bodyId,
        objectId: to.accountId,
        payload: { given: id, ...grant, lent },
        rows: [row],
      });
      return ok({ id, waits: false });
    },
  });

  const withdrawn = async (tx: Tx, id: string, actorId: string): Promise<boolean> => {
    const one = (await myDelegations(tx, PAGE)).find((row) => row.id === id && row.state === 'waiting' && row.delegatorId === actorId);
    if (!one || !(await withdrawDelegation(tx, id, needs.clock.now()))) return false;
    await recordAct(tx, needs, {
      act: 'grant.lapsed',
      purpose: 'ADMINISTER',
      bodyId: one.bodyId,
      objectId: one.delegateId,
      payload: { request: id, role: one.role, withdrawn: true },
    });
    return true;
  };

  route(app, needs, {
    id: 'endDelegation',
    tag: 'accounts',
    surfaces: ['portal', 'administration'],
    summary: {
      vi: 'Kết thúc sớm một ủy quyền, hoặc rút đề nghị ủy quyền đang chờ',
      en: 'Ends a delegation early, by either side, or takes back one that waits',
    },
    method: 'DELETE',
    path: '/api/v1/my/delegations/:id',
    params: ById,
    act: 'sessions.own',
    answer: empty,
    problems: [delegationNotOpen],
    work: async ({ tx, actor, params: { id } }) => {
      if (await withdrawn(tx, id, actor.accountId)) return ok(undefined);
      const mine = (await myDelegations(tx, PAGE)).find((one) => one.id === id);
      if (!mine || !MAY_BE_ENDED.has(stateOf(mine, today()))) return refused(delegationNotOpen());
      const grant = await grantById(tx, id);
      const row = grant && (await takeGrant(tx, id));
      if (!grant || !row) return refused(delegationNotOpen());
      await recordAct(tx, needs, {
        act: 'grant.changed',
        protects: true,
        purpose: 'ADMINISTER',
        bodyId: grant.bodyId,
        objectId: grant.accountId,
        payload: { taken: id, role: grant.role, delegation: true },
        rows: [row],
      });
      return ok(undefined);
    },
  });
}
