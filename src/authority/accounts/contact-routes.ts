/** Whom to turn to at a body: telephone, mailbox, place. Set by its administrator, dated like every attribute; told to whoever is signed in. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { CONTACT_ATTRIBUTES } from '#authority/organisations/shapes.ts';
import type { ContactPart } from '#authority/organisations/shapes.ts';
import { attributesOf, bodyOn, noteContactChange, setAttribute } from '#authority/organisations/store.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, orNull } from '#base/http/shapes.ts';
import { NamedBody } from '#authority/access/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';

export interface ContactNeeds extends AuditNeeds {
  readonly db: Database;
}

const PARTS = ['phone', 'email', 'place'] as const satisfies readonly ContactPart[];

const ContactShape = Type.Object(
  { phone: orNull(Type.String()), email: orNull(Type.String()), place: orNull(Type.String()), body: orNull(NamedBody) },
  { title: 'BodyContact' },
);
/** Empty: there is none. */
const ContactRequest = Type.Object(
  {
    phone: Type.String({ maxLength: 30, pattern: '^[0-9 +().-]*$' }),
    email: Type.String({ maxLength: 100, pattern: '^([^@\\s]+@[^@\\s]+)?$' }),
    place: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
);
type Parts = Record<ContactPart, string | null>;

export function contactRoutes(app: FastifyInstance, needs: ContactNeeds): void {
  const today = () => needs.clock.today();
  const partsOf = async (tx: Tx, bodyId: string): Promise<Parts> => {
    const values = new Map((await attributesOf(tx, bodyId, today())).map(({ name, value }) => [name, value]));
    const part = (name: ContactPart): string | null => values.get(CONTACT_ATTRIBUTES[name]) || null;
    return { phone: part('phone'), email: part('email'), place: part('place') };
  };

  route(app, needs, {
    id: 'getBodyContact',
    tag: 'bodies',
    summary: {
      vi: 'Liên hệ của một cơ quan, hoặc của cơ quan trên gần nhất có ghi',
      en: 'Contact of an agency, or of the nearest above it that has one',
    },
    method: 'GET',
    path: '/api/v1/bodies/:id/contact',
    params: ById,
    act: 'signed-in',
    read: nobody('an office, not a person'),
    answer: json(ContactShape),
    problems: [notWithinReach],
    work: async ({ tx, params: { id } }) => {
      const asked = await bodyOn(tx, id, today());
      if (!asked) return refused(notWithinReach());
      for (let body = asked; ;) {
        const parts = await partsOf(tx, body.bodyId);
        if (PARTS.some((part) => parts[part] !== null))
          return ok({ ...parts, body: { id: body.bodyId, code: body.code, name: body.name } });
        const above = body.parentId === null ? null : await bodyOn(tx, body.parentId, today());
        if (!above) return ok({ phone: null, email: null, place: null, body: null });
        body = above;
      }
    },
  });

  route(app, needs, {
    id: 'setBodyContact',
    tag: 'accounts',
    summary: { vi: 'Ghi liên hệ của cơ quan, từ hôm nay', en: 'Sets the contact of an agency, from today' },
    method: 'POST',
    path: '/api/v1/bodies/:id/contact',
    params: ById,
    body: ContactRequest,
    act: 'grants.change',
    subject: async ({ params }) => ok({ bodyId: params.id }),
    answer: empty,
    work: async ({ tx, params: { id: bodyId }, body }) => {
      const stands = await partsOf(tx, bodyId);
      const given = cleaned(body);
      const changed = PARTS.filter((one) => (stands[one] ?? '') !== given[one]);
      if (changed.length === 0) return ok(undefined);
      const byEvent = needs.chance.uuid7(Date.parse(needs.clock.now()));
      await noteContactChange(tx, byEvent, today());
      for (const part of changed)
        await setAttribute(tx, {
          bodyId,
          name: CONTACT_ATTRIBUTES[part],
          value: given[part],
          from: today(),
          byEvent,
          confidence: 'certain',
        });
      await recordAct(tx, needs, {
        act: 'contact.changed',
        purpose: 'ADMINISTER',
        bodyId,
        objectId: bodyId,
        payload: { ...given, event: byEvent },
      });
      return ok(undefined);
    },
  });
}

const cleaned = (body: Static<typeof ContactRequest>): Record<ContactPart, string> => ({
  phone: cleanText(body.phone).text,
  email: cleanText(body.email).text,
  place: cleanText(body.place).text,
});
