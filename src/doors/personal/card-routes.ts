/** The own cards over HTTP: what they say, an offer to a phone, the end of copies. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import { json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { OWN_ROLE } from './own-record.ts';
import type { OwnCard, OwnCards } from './port.ts';
import { noCardToOffer, notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';
import { MyCard, MyCardEnded, MyCopyEnded, MyOffer } from './shapes.ts';
import { enableOwnRecordPolicies } from './store.ts';

/** Of several cards the one that is meant; absent: the first. */
const OfferOf = Type.Object({ cardId: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: false });

/** Where the demo's wallet takes an offer: a page of the simulator, labelled as one. */
const DEMO_WALLET = '/sim/vneid/vi-giay-to';

export function ownCardRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  route(app, needs, {
    tag: 'own',
    act: 'own.read',
    purpose: 'OWN_RECORD',
    holdsRights: true,
    id: 'getMyCard',
    summary: { vi: 'Thẻ của tôi, hoặc vì sao chưa có', en: 'My card, or why there is none yet and what is next' },
    method: 'GET',
    path: '/api/v1/me/card',
    read: 'card.read',
    answer: json(MyCard),
    problems: [notRegistered],
    work: async ({ tx, shows }) => {
      const me = await enableOwnRecordPolicies(tx);
      const cards = me && (await needs.cards.cardsOf(tx, me.personId));
      if (!me || !cards) return refused(notRegistered());
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId });
      const bodyName = (await needs.bodyNames(tx, [me.bodyId])).get(me.bodyId) ?? '';
      const { held, beside, why, ended } = cards;
      const wallets = hasCard(cards) ? await needs.cards.walletsOf(tx) : [];
      return ok({
        held: held && cardShown(held),
        beside: beside.map(cardShown),
        wallets: [...wallets],
        why: why && { ...why, heldBack: why.heldBack && { label: why.heldBack.label, since: why.heldBack.since } },
        ended: ended.map(cardShown),
        bodyId: me.bodyId,
        bodyName,
        isTest: needs.demo,
      });
    },
  });

  route(app, needs, {
    id: 'offerMyCard',
    tag: 'own',
    summary: {
      vi: 'Mời một điện thoại nhận một thẻ của tôi: năm phút, một lần',
      en: 'Offers a card of mine to one phone: five minutes, once',
    },
    method: 'POST',
    path: '/api/v1/me/card/offer',
    body: Type.Optional(OfferOf),
    bodyOptional: true,
    act: 'own.card',
    answer: json(MyOffer, 201),
    problems: [notRegistered, noCardToOffer],
    work: async ({ tx, actor: { accountId }, body }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      if (!hasCard(await needs.cards.cardsOf(tx, me.personId))) return refused(noCardToOffer());
      return ok(
        afterCommit(async () => {
          const offered = await needs.cards.offer({ ...me, accountId, ...(body?.cardId === undefined ? {} : { cardId: body.cardId }) });
          if (!offered.ok) return offered;
          const { uri, txCode, expiresAt } = offered.value;
          // What stands after the number sign travels to no server.
          const wallet = needs.demo ? `${DEMO_WALLET}#offer=${encodeURIComponent(uri)}` : null;
          // Seconds, not the hour: the clock of a phone may be wrong.
          const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - Date.parse(needs.clock.now())) / 1000));
          return ok({ uri, txCode, expiresAt, seconds, wallet });
        }),
      );
    },
  });

  route(app, needs, {
    id: 'endMyCard',
    tag: 'own',
    summary: { vi: 'Ngừng mọi bản thẻ của tôi: mất điện thoại', en: 'Ends every copy of my card: the phone is lost' },
    method: 'POST',
    path: '/api/v1/me/card/end',
    body: Type.Optional(Type.Unknown()),
    bodyOptional: true,
    act: 'own.card',
    answer: json(MyCardEnded),
    problems: [notRegistered, noCardToOffer],
    work: async ({ tx, actor: { accountId } }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      if (!hasCard(await needs.cards.cardsOf(tx, me.personId))) return refused(noCardToOffer());
      return ok(afterCommit(() => needs.cards.end({ ...me, accountId })));
    },
  });

  route(app, needs, {
    id: 'endMyCardCopy',
    tag: 'own',
    summary: { vi: 'Ngừng bản thẻ trên một máy; các máy khác vẫn dùng', en: 'Ends my card on one device; the others go on' },
    method: 'POST',
    path: '/api/v1/me/card/wallets/:id/end',
    params: ById,
    body: Type.Optional(Type.Unknown()),
    bodyOptional: true,
    act: 'own.card',
    answer: json(MyCopyEnded),
    problems: [notRegistered, noCardToOffer],
    work: async ({ tx, actor: { accountId }, params: { id: walletId } }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      if (!hasCard(await needs.cards.cardsOf(tx, me.personId))) return refused(noCardToOffer());
      return ok(afterCommit(() => needs.cards.endOne({ ...me, accountId, walletId })));
    },
  });
}

const hasCard = (cards: OwnCards | null): boolean => cards !== null && (cards.held !== null || cards.beside.length > 0);

/** A card in the words that stand on it. */
export const cardShown = ({
  cardId,
  employment,
  number,
  says,
  codeStanding,
  issuedOn,
  validUntil,
  endedAt,
  endLabel,
  overlapUntil,
  copies,
}: OwnCard) => ({
  cardId,
  employment,
  number,
  name: says.ho_ten,
  position: says.chuc_vu?.ten ?? says.chuc_danh?.ten ?? '',
  bodyName: says.co_quan.ten,
  codeStanding,
  issuedOn,
  validUntil,
  endedAt,
  endLabel,
  overlapUntil,
  // A copy that the wallet has thrown away stands on no phone.
  copies: copies.filter(({ event }) => event !== 'credential_deleted').map(({ issuedAt, expiresAt }) => ({ issuedAt, expiresAt })),
});
