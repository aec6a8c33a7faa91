/** Erasures over HTTP: what stands against one, asking, the list, deciding, taking back. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor, grantsThatMay } from '#authority/access/decide.ts';
import type { Actor, Subject } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { personNotFound } from '#record/register/problems.ts';
import { readPeople, subjectIdentityOf } from '#record/register/store.ts';
import { textOf } from '#standard/record-access.ts';
import { askErasure, decideErasure, groundsFor, groundWords, takeBackErasure } from './ask.ts';
import { ERASURE_ROWS_MAX } from './limits.ts';
import type { ErasureNeeds } from './needs.ts';
import {
  erasureFromAbove,
  erasureGone,
  erasureGround,
  erasureKept,
  erasureNotFound,
  erasureOpen,
  erasurePaper,
  erasureRefusal,
  erasureStands,
} from './problems.ts';
import { AskErasure, DecideErasure, ErasureOfPerson, Erasures } from './shapes.ts';
import { erasurePage, isAbove, isAskedFor, readErasure, standingAgainst } from './store.ts';
import type { Erasure } from './store.ts';
import { standingWords } from './words.ts';

type OfPerson = Subject & { readonly personId: string };

/** Body and number of somebody whom the session sees; E-PERSON-NOT-FOUND. */
async function subjectOf(tx: Tx, actor: Actor, personId: string): Promise<Result<OfPerson>> {
  const [row] = await tx.query<{ body_id: string }>('select body_id from person where person_id = $1', [personId]);
  return row
    ? ok({ personId, bodyId: row.body_id, identity: await subjectIdentityOf(tx, personId, actor.identity) })
    : refused(personNotFound());
}

/** Bodies over which a role of the session decides erasures of this one. */
const grantedOver = (actor: Actor, ofBody: string): string[] =>
  grantsThatMay(actor, 'erasure.decide').flatMap(({ bodyId, bodyIds }) => (bodyIds.includes(ofBody) ? [bodyId] : []));

const byAddress = ({
  tx,
  params,
  actor,
}: {
  readonly tx: Tx;
  readonly params: { readonly id: string };
  readonly actor: Actor;
}): Promise<Result<OfPerson>> => subjectOf(tx, actor, params.id);

export function erasureRoutes(app: FastifyInstance, needs: ErasureNeeds): void {
  const tag = 'erasure';
  const CANNOT = [personNotFound, erasureGround, erasurePaper, erasureKept, erasureStands, erasureOpen];

  /** Who asked counts as its maker: the same human does not decide. */
  const oneOf = async ({
    tx,
    params,
    actor,
  }: {
    readonly tx: Tx;
    readonly params: { readonly id: string };
    readonly actor: Actor;
  }): Promise<Result<Subject & { readonly one: Erasure }>> => {
    const one = await readErasure(tx, needs.keys, params.id);
    if (!one) return refused(erasureNotFound());
    const [maker] = await tx.query<{ identity: Buffer }>('select identity from account where account_id = $1', [one.askedBy]);
    return ok({
      one,
      bodyId: one.bodyId,
      subjectIdentity: await subjectIdentityOf(tx, one.personId, actor.identity),
      makerIdentity: one.askedBy === actor.accountId ? actor.identity : (maker?.identity.toString('hex') ?? null),
    });
  };

  route(app, needs, {
    id: 'getErasureOfPerson',
    tag,
    summary: { vi: 'Có thể hủy dữ liệu của một người theo căn cứ nào', en: 'On which grounds the data of a person could be destroyed' },
    method: 'GET',
    path: '/api/v1/people/:id/erasure',
    params: ById,
    act: 'erasure.ask',
    subject: byAddress,
    read: 'record.read',
    purpose: 'CORRECT',
    answer: json(ErasureOfPerson),
    problems: [personNotFound],
    work: async ({ tx, subject, shows }) => {
      const person = (await readPeople(tx, needs.keys, [subject.personId])).get(subject.personId);
      if (!person) return refused(personNotFound());
      await shows({ bodyId: person.bodyId, objectId: person.personId, revision: person.version, payload: { for: 'erasure' } });
      const standing = await standingAgainst(tx, person.personId);
      return ok({
        personId: person.personId,
        name: textOf(person.document, 'B', 'hoTenKhaiSinh'),
        grounds: groundsFor(person, needs.clock.today()),
        standing: standing.length > 0 ? standingWords(standing) : null,
        open: await isAskedFor(tx, person.personId),
      });
    },
  });

  route(app, needs, {
    id: 'askErasure',
    tag,
    summary: { vi: 'Đề nghị hủy dữ liệu của một người', en: 'Asks that the data of a person be destroyed' },
    method: 'POST',
    path: '/api/v1/erasures',
    body: AskErasure,
    act: 'erasure.ask',
    subject: ({ tx, body, actor }) => subjectOf(tx, actor, body.personId),
    answer: json(MadeId),
    problems: CANNOT,
    work: ({ tx, actor, body }) => askErasure(tx, needs, actor, body),
  });

  route(app, needs, {
    id: 'listErasures',
    tag,
    summary: { vi: 'Các đề nghị hủy dữ liệu cá nhân', en: 'Requests to destroy personal data, and what came of them' },
    method: 'GET',
    path: '/api/v1/erasures',
    query: Type.Object(pageOf(ERASURE_ROWS_MAX)),
    act: 'erasure.read',
    read: 'erasure.listed',
    purpose: 'CORRECT',
    answer: json(Erasures),
    work: async ({ tx, actor, query, shows, allowed }) => {
      const limit = query.limit ?? 50;
      const [askedAt, erasureId] = decodeCursor(query.cursor, ['instant', 'uuid']) ?? [];
      const rows = await erasurePage(tx, needs.keys, {
        bodyIds: bodiesFor(actor, 'erasure.read'),
        after: askedAt && erasureId ? [askedAt, erasureId] : null,
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const names = await needs.bodyNames(tx, [...new Set(page.map((one) => one.bodyId))]);
      await shows({ bodyId: null, objectId: null, listed: [...new Set(page.flatMap((one) => (one.name === '' ? [] : [one.personId])))] });
      const items = [];
      for (const one of page) {
        const standing = one.state === 'asked' ? await standingAgainst(tx, one.personId) : [];
        const byMe = one.askedBy === actor.accountId;
        const subject = { bodyId: one.bodyId, makerIdentity: byMe ? actor.identity : null };
        const { label, law, confidence } = groundWords(one.ground);
        items.push({
          id: one.erasureId,
          personId: one.personId,
          name: one.name,
          bodyName: names.get(one.bodyId) ?? '',
          ground: label,
          law,
          confidence,
          paper: one.paper,
          reason: one.reason,
          state: one.state,
          askedBy: one.askedName,
          askedAt: one.askedAt,
          endsAt: one.endsAt,
          decidedBy: one.decidedName,
          decidedAt: one.decidedAt,
          refusal: one.refusal,
          doneAt: one.doneAt,
          standing: standing.length > 0 ? standingWords(standing) : null,
          byMe,
          may:
            one.state === 'asked'
              ? [
                  ...((await isAbove(tx, one.bodyId, grantedOver(actor, one.bodyId))) ? allowed(['erasure.decide'], subject) : []),
                  ...allowed(['erasure.ask'], { bodyId: one.bodyId }),
                ]
              : [],
        });
      }
      const last = page.at(-1);
      return ok({ items, next: rows.length > limit && last ? encodeCursor([last.askedAt, last.erasureId]) : null });
    },
  });

  route(app, needs, {
    id: 'decideErasure',
    tag,
    summary: { vi: 'Quyết định một đề nghị hủy dữ liệu', en: 'Decides a request to destroy personal data' },
    method: 'POST',
    path: '/api/v1/erasures/:id/decision',
    params: ById,
    body: DecideErasure,
    act: 'erasure.decide',
    subject: oneOf,
    answer: empty,
    problems: [erasureNotFound, erasureGone, erasureFromAbove, erasureRefusal, erasureKept, erasureStands],
    work: async ({ tx, actor, subject, body }) => {
      const { one } = subject;
      const over = grantedOver(actor, one.bodyId);
      const done = await decideErasure(tx, needs, { ...actor, over }, one, { grants: body.answer === 'grant', reason: body.reason ?? '' });
      return done.ok ? ok(undefined) : done;
    },
  });

  route(app, needs, {
    id: 'takeBackErasure',
    tag,
    summary: { vi: 'Rút đề nghị hủy dữ liệu', en: 'Takes a request to destroy personal data back' },
    method: 'POST',
    path: '/api/v1/erasures/:id/withdrawal',
    params: ById,
    act: 'erasure.ask',
    // Whoever asked may take it back.
    subject: async (asked) => {
      const found = await oneOf(asked);
      return found.ok ? ok({ ...found.value, makerIdentity: null }) : found;
    },
    answer: empty,
    problems: [erasureNotFound, erasureGone],
    work: async ({ tx, subject }) => {
      const done = await takeBackErasure(tx, needs, subject.one);
      return done.ok ? ok(undefined) : done;
    },
  });
}
