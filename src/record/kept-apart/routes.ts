/** Records that are kept apart, over HTTP: how one stands, asking, the list, deciding, taking back. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import type { Actor, Subject } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { personNotFound } from '#record/register/problems.ts';
import { managedSubject } from '#record/register/reach.ts';
import { nameOf, subjectIdentityOf } from '#record/register/store.ts';
import { askKeptApart, decideKeptApart, takeBackKeptApart } from './ask.ts';
import { classesOn, classLabel } from './classes.ts';
import { PAGE_ROWS_MAX } from './limits.ts';
import type { KeptApartNeeds } from './needs.ts';
import {
  keptApartClass,
  keptApartGone,
  keptApartNotFound,
  keptApartOpen,
  keptApartPaper,
  keptApartRefusal,
  keptApartStanding,
} from './problems.ts';
import { AskKeptApart, DecideKeptApart, KeptApartOfPerson, KeptApartRows } from './shapes.ts';
import { keptApartPage, readKeptApart, standingOf } from './store.ts';
import type { KeptApart } from './store.ts';

type OfPerson = Subject & { readonly personId: string; readonly bodyId: string };
interface ByAddress {
  readonly tx: Tx;
  readonly params: { readonly id: string };
  readonly actor: Actor;
}

/** Somebody whom the session's bodies manage; E-PERSON-NOT-FOUND. */
async function managedOf(tx: Tx, actor: Actor, personId: string): Promise<Result<OfPerson>> {
  const one = await managedSubject(tx, personId);
  if (!one) return refused(personNotFound());
  return ok({ personId: one.personId, bodyId: one.bodyId, identity: await subjectIdentityOf(tx, one.personId, actor.identity) });
}

/** Who asked counts as its maker: the same human does not decide. */
async function oneOf({ tx, params, actor }: ByAddress): Promise<Result<Subject & { readonly one: KeptApart }>> {
  const one = await readKeptApart(tx, params.id);
  if (!one) return refused(keptApartNotFound());
  const [maker] = await tx.query<{ identity: Buffer }>('select identity from account where account_id = $1', [one.askedBy]);
  return ok({
    one,
    bodyId: one.bodyId,
    subjectIdentity: await subjectIdentityOf(tx, one.standsAs, actor.identity),
    makerIdentity: one.askedBy === actor.accountId ? actor.identity : (maker?.identity.toString('hex') ?? null),
  });
}

export function keptApartRoutes(app: FastifyInstance, needs: KeptApartNeeds): void {
  const tag = 'kept-apart';

  route(app, needs, {
    id: 'getKeptApartOfPerson',
    tag,
    summary: { vi: 'Hồ sơ của một người có được quản lý riêng không', en: 'Whether the record of a person is kept apart' },
    method: 'GET',
    path: '/api/v1/people/:id/kept-apart',
    params: ById,
    act: 'kept-apart.ask',
    subject: ({ tx, params, actor }: ByAddress) => managedOf(tx, actor, params.id),
    read: 'record.read',
    purpose: 'ADMINISTER',
    answer: json(KeptApartOfPerson),
    problems: [personNotFound],
    work: async ({ tx, subject: { personId, bodyId }, shows }) => {
      await shows({ bodyId, objectId: personId, payload: { for: 'kept-apart' } });
      const { mark, open } = await standingOf(tx, personId);
      return ok({
        personId,
        name: (await nameOf(tx, personId)) ?? '',
        kind: mark === null ? ('mark' as const) : ('end' as const),
        open,
        classes: classesOn(needs.clock.today()).map((one) => ({ ...one })),
      });
    },
  });

  route(app, needs, {
    id: 'askKeptApart',
    tag,
    summary: { vi: 'Đề nghị quản lý riêng một hồ sơ, hoặc thôi quản lý riêng', en: 'Asks that a record be kept apart, or be so no more' },
    method: 'POST',
    path: '/api/v1/kept-apart',
    body: AskKeptApart,
    act: 'kept-apart.ask',
    subject: ({ tx, body, actor }) => managedOf(tx, actor, body.personId),
    answer: json(MadeId),
    problems: [personNotFound, keptApartClass, keptApartPaper, keptApartOpen, keptApartStanding],
    work: ({ tx, actor, subject, body }) => askKeptApart(tx, needs, actor, subject, body),
  });

  route(app, needs, {
    id: 'listKeptApart',
    tag,
    summary: { vi: 'Các hồ sơ quản lý riêng và đề nghị về chúng', en: 'Records kept apart, and requests about them' },
    method: 'GET',
    path: '/api/v1/kept-apart',
    query: Type.Object(pageOf(PAGE_ROWS_MAX)),
    act: 'kept-apart.read',
    read: 'kept-apart.listed',
    purpose: 'ADMINISTER',
    answer: json(KeptApartRows),
    work: async ({ tx, actor, query, shows, allowed }) => {
      const limit = query.limit ?? PAGE_ROWS_MAX;
      const [askedAt, requestId] = decodeCursor(query.cursor, ['instant', 'uuid']) ?? [];
      const rows = await keptApartPage(tx, {
        bodyIds: bodiesFor(actor, 'kept-apart.read'),
        after: askedAt && requestId ? [askedAt, requestId] : null,
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const names = await needs.bodyNames(tx, [...new Set(page.map((one) => one.bodyId))]);
      await shows({ bodyId: null, objectId: null, listed: [...new Set(page.map(({ standsAs }) => standsAs))] });
      const last = page.at(-1);
      return ok({
        items: page.map((one) => {
          const byMe = one.askedBy === actor.accountId;
          return {
            id: one.requestId,
            personId: one.standsAs,
            name: one.name,
            bodyName: names.get(one.bodyId) ?? '',
            kind: one.kind,
            class: classLabel(one.class),
            paper: one.paper,
            fromDay: one.fromDay,
            state: one.state,
            stands: one.stands,
            askedBy: one.askedName,
            askedAt: one.askedAt,
            decidedBy: one.decidedName,
            decidedAt: one.decidedAt,
            refusal: one.refusal,
            byMe,
            may:
              one.state === 'asked'
                ? [
                    ...allowed(['kept-apart.decide'], { bodyId: one.bodyId, makerIdentity: byMe ? actor.identity : null }),
                    ...(byMe ? allowed(['kept-apart.ask'], { bodyId: one.bodyId }) : []),
                  ]
                : [],
          };
        }),
        next: rows.length > limit && last ? encodeCursor([last.askedAt, last.requestId]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'decideKeptApart',
    tag,
    summary: { vi: 'Quyết định một đề nghị về quản lý riêng hồ sơ', en: 'Decides a request about keeping a record apart' },
    method: 'POST',
    path: '/api/v1/kept-apart/:id/decision',
    params: ById,
    body: DecideKeptApart,
    act: 'kept-apart.decide',
    subject: oneOf,
    answer: empty,
    problems: [keptApartNotFound, keptApartGone, keptApartRefusal],
    work: ({ tx, actor, subject, body }) =>
      decideKeptApart(tx, needs, actor, subject.one, { grants: body.answer === 'grant', reason: body.reason ?? '' }),
  });

  route(app, needs, {
    id: 'takeBackKeptApart',
    tag,
    summary: { vi: 'Rút đề nghị về quản lý riêng hồ sơ', en: 'Takes a request about keeping a record apart back' },
    method: 'POST',
    path: '/api/v1/kept-apart/:id/withdrawal',
    params: ById,
    act: 'kept-apart.ask',
    // Whoever asked may take it back, and nobody else.
    subject: async (asked) => {
      const found = await oneOf(asked);
      if (!found.ok) return found;
      return found.value.one.askedBy === asked.actor.accountId ? ok({ ...found.value, makerIdentity: null }) : refused(keptApartNotFound());
    },
    answer: empty,
    problems: [keptApartNotFound, keptApartGone],
    work: ({ tx, subject }) => takeBackKeptApart(tx, needs, subject.one),
  });
}
