/** One's own notices over HTTP: the list, how many are open, "seen", and where the digest goes. Nobody sees another's. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { Id, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { PAGE } from './limits.ts';
import { ADDRESS_PURPOSE } from './mail.ts';
import { rulesOn, textOf } from './matters.ts';
import type { NoticeNeeds } from './needs.ts';
import { addressNotOfOffice, addressNotOne } from './problems.ts';
import { NoticeCount, NoticeList, NoticeMailSetting } from './shapes.ts';
import type { Static } from 'typebox';
import { addressOf, countUnseen, keepAddress, lastMail, markSeen, noticesOf } from './store.ts';

export interface NoticeHttpNeeds extends NoticeNeeds {
  /** mails go to these domains alone; empty: to any */
  readonly domains: readonly string[];
}

const ADDRESS_CHARS_MAX = 200;
/** One part before the sign, a domain with a dot behind it; no spaces, no control signs, no second address. */
const ADDRESS = /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@([a-z0-9-]+\.)+[a-z]{2,}$/iu;
const SALT_BYTES = 32;

/** One; without its id all of the account's. */
const Seen = Type.Object({ id: Type.Optional(Id) }, { additionalProperties: false });
const Setting = Type.Object(
  { address: Type.String({ maxLength: ADDRESS_CHARS_MAX }), wantsMail: Type.Boolean() },
  { additionalProperties: false },
);

export function noticeRoutes(app: FastifyInstance, needs: NoticeHttpNeeds): void {
  const surfaces = ['portal', 'administration'] as const;
  const today = (): string => needs.clock.today();

  route(app, needs, {
    id: 'listNotices',
    tag: 'notices',
    surfaces,
    summary: { vi: 'Thông báo của tôi', en: 'My notices' },
    method: 'GET',
    path: '/api/v1/notices',
    query: Type.Object(pageOf(PAGE)),
    act: 'sessions.own',
    read: nobody('counts and numbers of files, of one’s own account; it names nobody'),
    answer: json(NoticeList),
    work: async ({ tx, actor, query }) => {
      const limit = query.limit ?? PAGE;
      const notices = await noticesOf(tx, actor.accountId, { limit: limit + 1, after: decodeCursor(query.cursor, ['instant', 'uuid']) });
      const page = notices.slice(0, limit);
      const last = page.at(-1);
      return ok({
        items: page.map(({ id, matter, subjectId, facts, madeAt, changedAt, seenAt, mailDay }) => {
          const { title, address } = textOf(matter, subjectId, facts, today());
          return { id, matter, title, href: address, madeAt, changedAt, seenAt, mailDay };
        }),
        unseen: await countUnseen(tx, actor.accountId),
        next: notices.length > limit && last ? encodeCursor([last.changedAt, last.id]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'countNotices',
    tag: 'notices',
    surfaces,
    summary: { vi: 'Số thông báo chưa xem', en: 'How many notices are open' },
    method: 'GET',
    path: '/api/v1/notices/count',
    act: 'sessions.own',
    read: nobody('a number'),
    answer: json(NoticeCount),
    work: async ({ tx, actor }) => ok({ unseen: await countUnseen(tx, actor.accountId) }),
  });

  route(app, needs, {
    id: 'markNoticesSeen',
    tag: 'notices',
    surfaces,
    summary: { vi: 'Đánh dấu thông báo đã xem', en: 'Marks notices as seen' },
    method: 'POST',
    path: '/api/v1/notices/seen',
    body: Seen,
    act: 'sessions.own',
    answer: json(NoticeCount),
    work: async ({ tx, actor, body }) => {
      const seen = await markSeen(tx, actor.accountId, body.id === undefined ? null : [body.id], needs.clock.now());
      await recordAct(tx, needs, { act: 'notice.seen', purpose: 'OWN_RECORD', bodyId: null, objectId: actor.accountId, payload: { seen } });
      return ok({ unseen: await countUnseen(tx, actor.accountId) });
    },
  });

  const setting = async (tx: Tx, accountId: string): Promise<Static<typeof NoticeMailSetting>> => {
    const kept = await addressOf(tx, accountId);
    return {
      address: kept ? Buffer.from(needs.keys.open(kept.salt, ADDRESS_PURPOSE, kept.sealed)).toString() : null,
      wantsMail: kept?.wantsMail ?? false,
      stopped: kept !== null && kept.refusals >= rulesOn(today()).refusalsMax,
      sends: needs.mailer !== null,
      last: await lastMail(tx, accountId),
    };
  };

  route(app, needs, {
    id: 'readNoticeMail',
    tag: 'notices',
    surfaces,
    summary: { vi: 'Thư tóm tắt thông báo gửi về đâu', en: 'Where the digest of my notices goes' },
    method: 'GET',
    path: '/api/v1/notices/mail',
    act: 'sessions.own',
    read: nobody('one’s own mail address, which oneself has typed'),
    answer: json(NoticeMailSetting),
    work: async ({ tx, actor }) => ok(await setting(tx, actor.accountId)),
  });

  route(app, needs, {
    id: 'setNoticeMail',
    tag: 'notices',
    surfaces,
    summary: { vi: 'Đặt địa chỉ nhận thư tóm tắt, bật hoặc tắt', en: 'Sets the address of the digest, on or off' },
    method: 'POST',
    path: '/api/v1/notices/mail',
    body: Setting,
    act: 'sessions.own',
    answer: json(NoticeMailSetting),
    problems: [addressNotOne, addressNotOfOffice],
    work: async ({ tx, actor, body }) => {
      const address = body.address.trim();
      const domain = address.split('@').at(-1)!.toLowerCase();
      if (!ADDRESS.test(address)) return refused(addressNotOne());
      if (needs.domains.length > 0 && !needs.domains.includes(domain))
        return refused(addressNotOfOffice({ domains: needs.domains.join(', ') }));
      const salt = needs.chance.bytes(SALT_BYTES);
      const sealed = needs.keys.seal(salt, ADDRESS_PURPOSE, Buffer.from(address));
      await keepAddress(tx, actor.accountId, { salt, sealed, wantsMail: body.wantsMail }, needs.clock.now());
      await recordAct(tx, needs, {
        act: 'notice.address-set',
        purpose: 'OWN_RECORD',
        bodyId: null,
        objectId: actor.accountId,
        payload: { wantsMail: body.wantsMail },
      });
      return ok(await setting(tx, actor.accountId));
    },
  });
}
