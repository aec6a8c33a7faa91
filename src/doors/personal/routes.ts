/** The own pages over HTTP: always about the person signed in, so no address names anybody. Every opening is a reading of one's own record. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { acting, actorOf } from '#authority/access/request.ts';
import type { AccessAct } from '#authority/access/shapes.ts';
import { readsOfPerson } from '#authority/audit/reads.ts';
import { recordRead } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { fieldNotVisible } from '#record/register/problems.ts';
import { unmaskField } from '#record/register/read.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { hideField, hideInSection, isHidden } from './hide-numbers.ts';
import { ownData } from './own-data.ts';
import { ownPaper } from './own-paper.ts';
import { AS_ONESELF, OWN_ROLE, maskedNumber, openOwnRecord } from './own-record.ts';
import type { OwnGroup, OwnRecord, OwnRecordNeeds } from './own-record.ts';
import type { CardDesk, OwnCard } from './port.ts';
import { noCardToOffer, noPortrait, notRegistered } from './problems.ts';
import { enterDoor } from './store.ts';
import { viewedInWords } from './who-viewed.ts';
import type { Viewed } from './who-viewed.ts';
import { WHY } from './why.ts';

export interface PersonalHttpNeeds extends OwnRecordNeeds {
  readonly db: Database;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly cards: CardDesk;
  readonly demo: boolean;
}

const Group = Type.Object({ group: Type.Union(GROUPS.map(({ code }) => Type.Literal(code))) });
const Field = Type.Object({ field: Type.String({ maxLength: 80 }) }, { additionalProperties: false });

/** Where the demo's wallet takes an offer: a page of the simulator, labelled as one. */
const DEMO_WALLET = '/sim/vneid/vi-giay-to';

/** What a list of groups says of one: how it stands, without its values. */
const summaryOf = (group: OwnGroup) => ({
  code: group.code,
  title: group.title,
  why: WHY[group.code],
  state: group.state,
  missing: group.missing,
  since: group.since,
  confirmedAt: group.confirmedAt,
  confirmedBy: group.confirmedBy,
  filled: group.fields.filter((field) => field.display.vi !== '' && !field.derived).length,
  lines: group.sections.reduce((sum, section) => sum + section.lines.length, 0),
});

export function personalRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  /** One transaction under the session of the person; E-OWN-NOT-REGISTERED when `work` finds nobody. */
  const asMyself = async <T>(request: FastifyRequest, act: AccessAct, work: (tx: Tx) => Promise<Result<T> | null>): Promise<Result<T>> => {
    const done = await acting(needs.db, request, async (tx) => {
      const verdict = decide(actorOf(request), act, { bodyId: null }, { today: needs.clock.today() });
      return verdict.allowed ? work(tx) : refused(verdict.reason);
    });
    return done ?? refused(notRegistered());
  };
  const answer = <T>(reply: FastifyReply, result: Result<T>): T | FastifyReply =>
    result.ok ? result.value : sendProblem(reply, result.problems[0]!);
  const viewedOf = async (tx: Tx, personId: string, max?: number): Promise<Viewed> => {
    const reads = await readsOfPerson(tx, personId);
    const names = await needs.bodyNames(tx, [...new Set(reads.flatMap((read) => read.bodyId ?? []))]);
    return viewedInWords(reads, names, max);
  };
  const portraitOf = async (record: OwnRecord): Promise<Uint8Array | null> =>
    record.portrait === null ? null : needs.blobs.get(record.portrait);

  app.get('/api/v1/me', { schema: { summary: 'My record at a glance: what is confirmed, on its way, missing' } }, async (request, reply) =>
    answer(
      reply,
      await asMyself(request, 'own.read', async (tx) => {
        const record = await openOwnRecord(tx, needs, { act: 'record.read', payload: { page: 'groups' } });
        // An officer whom no body has sent in yet has an account and no record: an answer, not a fault.
        return ok({
          registered: record !== null,
          person: record && personOf(record),
          groups: (record?.groups ?? []).map(summaryOf),
          counts: countsOf(record?.groups ?? []),
        });
      }),
    ),
  );

  app.get<{ Params: Static<typeof Group> }>(
    '/api/v1/me/groups/:group',
    { schema: { summary: 'One group of my record, with who confirmed what', params: Group } },
    async (request, reply) =>
      answer(
        reply,
        await asMyself(request, 'own.read', async (tx) => {
          const { group: code } = request.params;
          const record = await openOwnRecord(tx, needs, { act: 'record.read', payload: { group: code } });
          const group = record?.groups.find((one) => one.code === code);
          return record && group ? ok(pageOf(record, group)) : null;
        }),
      ),
  );

  app.post<{ Body: Static<typeof Field> }>(
    '/api/v1/me/unmask',
    { config: { reads: true }, schema: { summary: 'One of my hidden numbers, in clear', body: Field } },
    async (request, reply) =>
      answer(
        reply,
        await asMyself(request, 'own.read', async (tx) => {
          const { field } = request.body;
          const me = await enterDoor(tx);
          if (!me) return null;
          if (!isHidden(field)) return refused(fieldNotVisible());
          return unmaskField(tx, needs, me.personId, field, [OWN_ROLE], AS_ONESELF);
        }),
      ),
  );

  app.get('/api/v1/me/portrait', { schema: { summary: 'My confirmed portrait, JPEG' } }, async (request, reply) => {
    const found = await asMyself(request, 'own.read', async (tx) => {
      const record = await openOwnRecord(tx, needs, { act: 'portrait.read', payload: null });
      return record && ok(record);
    });
    const bytes = found.ok ? await portraitOf(found.value) : null;
    return bytes ? reply.type('image/jpeg').send(Buffer.from(bytes)) : sendProblem(reply, found.ok ? noPortrait() : found.problems[0]!);
  });

  app.get('/api/v1/me/reads', { schema: { summary: 'Who viewed me: when, in which role, of which body, why' } }, async (request, reply) =>
    answer(
      reply,
      await asMyself(request, 'own.read', async (tx) => {
        const me = await enterDoor(tx);
        if (!me) return null;
        const viewed = await viewedOf(tx, me.personId);
        await recordRead(tx, needs, [{ ...AS_ONESELF, act: 'reads.read', bodyId: me.bodyId, objectId: me.personId }]);
        return ok(viewed);
      }),
    ),
  );

  app.get('/api/v1/me/card', { schema: { summary: 'My card, or why there is none yet and what is next' } }, async (request, reply) =>
    answer(
      reply,
      await asMyself(request, 'own.read', async (tx) => {
        const me = await enterDoor(tx);
        if (!me) return null;
        const cards = await needs.cards.cardsOf(tx, me.personId);
        if (!cards) return null;
        await recordRead(tx, needs, [{ ...AS_ONESELF, act: 'card.read', bodyId: me.bodyId, objectId: me.personId }]);
        const bodyName = (await needs.bodyNames(tx, [me.bodyId])).get(me.bodyId) ?? '';
        const { held, why, ended } = cards;
        return ok({ held: held && cardShown(held), why, ended: ended.map(cardShown), bodyName, isTest: needs.demo });
      }),
    ),
  );

  app.post(
    '/api/v1/me/card/offer',
    { schema: { summary: 'Offers my card to one phone: five minutes, once', body: Type.Optional(Type.Unknown()) } },
    async (request, reply) => {
      const asked = await asMyself(request, 'own.card', async (tx) => {
        const me = await enterDoor(tx);
        return me && ((await needs.cards.cardsOf(tx, me.personId))?.held ? ok(me) : refused(noCardToOffer()));
      });
      const offered = asked.ok ? await needs.cards.offer({ ...asked.value, accountId: actorOf(request).accountId }) : asked;
      if (!offered.ok) return sendProblem(reply, offered.problems[0]!);
      // What stands after the number sign travels to no server.
      const wallet = needs.demo ? `${DEMO_WALLET}#offer=${encodeURIComponent(offered.value.uri)}` : null;
      const { uri, txCode, expiresAt } = offered.value;
      // Seconds, not the hour: the clock of a phone may be wrong.
      const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - Date.parse(needs.clock.now())) / 1000));
      return reply.code(201).send({ uri, txCode, expiresAt, seconds, wallet });
    },
  );

  /** All of it, for the person alone; a reading of its own kind. */
  const everything = (request: FastifyRequest, format: 'json' | 'pdf') =>
    asMyself(request, 'own.read', async (tx) => {
      const record = await openOwnRecord(tx, needs, { act: 'export.made', payload: { format } });
      if (!record) return null;
      const cards = await needs.cards.cardsOf(tx, record.personId);
      return ok({
        record,
        cards: [...(cards?.held ? [cards.held] : []), ...(cards?.ended ?? [])].map(cardShown),
        viewed: await viewedOf(tx, record.personId, Infinity),
        at: needs.clock.now(),
        demo: needs.demo,
      });
    });

  app.get('/api/v1/me/data.json', { schema: { summary: 'My data whole, for machines' } }, async (request, reply) => {
    const mine = await everything(request, 'json');
    if (!mine.ok) return sendProblem(reply, mine.problems[0]!);
    void reply.header('content-disposition', 'attachment; filename="du-lieu-cua-toi.json"');
    return ownData(mine.value.record, mine.value);
  });

  app.get(
    '/api/v1/me/data.pdf',
    { schema: { summary: 'My data to read, in the order of form 2C; unofficial' } },
    async (request, reply) => {
      const mine = await everything(request, 'pdf');
      if (!mine.ok) return sendProblem(reply, mine.problems[0]!);
      const pdf = await ownPaper(mine.value.record, { ...mine.value, portrait: await portraitOf(mine.value.record) });
      return reply
        .header('content-disposition', 'attachment; filename="du-lieu-cua-toi.pdf"')
        .type('application/pdf')
        .send(Buffer.from(pdf));
    },
  );
}

const personOf = (record: OwnRecord) => ({
  name: record.name,
  nationalIdMasked: maskedNumber(record),
  bodyName: record.bodyName,
  position: record.position,
  hasPortrait: record.portrait !== null,
  identityLocked: record.identityLocked,
  version: record.version,
});

const pageOf = (record: OwnRecord, group: OwnGroup) => ({
  ...summaryOf(group),
  bodyName: record.bodyName,
  source: group.source,
  validFrom: group.validFrom,
  fields: group.fields.map(hideField),
  sections: group.sections.map(hideInSection),
});

/** A card in the words that stand on it. */
const cardShown = ({ number, says, issuedOn, validUntil, endedAt, endLabel, copies }: OwnCard) => ({
  number,
  name: says.ho_ten,
  position: says.chuc_vu?.ten ?? says.chuc_danh?.ten ?? '',
  bodyName: says.co_quan.ten,
  issuedOn,
  validUntil,
  endedAt,
  endLabel,
  // A copy that the wallet has thrown away stands on no phone.
  copies: copies.filter(({ event }) => event !== 'credential_deleted').map(({ issuedAt, expiresAt }) => ({ issuedAt, expiresAt })),
});

/** How many groups stand in each way. */
function countsOf(groups: readonly OwnGroup[]): Record<'confirmed' | 'waiting' | 'missing' | 'others', number> {
  const of = (...states: OwnGroup['state'][]): number => groups.filter((group) => states.includes(group.state)).length;
  const [confirmed, waiting, missing] = [of('confirmed'), of('waiting', 'returned'), of('missing')];
  return { confirmed, waiting, missing, others: groups.length - confirmed - waiting - missing };
}
