/** What a check of a desk's network measures, and what travels of it. Nothing of anybody: no address, no name of a person or of a computer. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { Given } from '#base/http/answer.ts';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

/** A step that came to something, or the code of what went wrong (as the system names it), and how long it took. */
const Step = Type.Object(
  { code: orNull(Type.String({ maxLength: 60, pattern: '^[A-Z0-9_-]+$' })), ms: Type.Number({ minimum: 0, maximum: 600_000 }) },
  { additionalProperties: false },
);
const Rate = orNull(Type.Number({ minimum: 0, maximum: 1e12 }));

/** What answered in the place of the server. */
export const ANSWERS = ['ours', 'redirected', 'other', 'proxy-asks', 'outside-networks', 'failing', 'silent', 'cut'] as const;

export const Measurements = Type.Object(
  {
    by: oneOf(['desk', 'browser']),
    /** null: it was not come to, or cannot be measured there */
    name: orNull(Step),
    connection: orNull(Step),
    tls: orNull(Step),
    /** how far the clock of the desk is ahead, in seconds; over a connection that is not trusted too, where nothing else answers */
    clockAheadSeconds: orNull(Type.Number({ minimum: -1e10, maximum: 1e10 })),
    /** the certificate is in force at the time that the server tells */
    certificateInForceThere: orNull(Type.Boolean()),
    answer: orNull(oneOf([...ANSWERS])),
    /** somebody between spoke for the desk: what it sent arrived with the heads of a proxy */
    proxyBetween: Type.Boolean(),
    /** it was asked by way of a proxy, as the desk is set up */
    byProxy: Type.Boolean(),
    /** short questions, each over a connection of its own: milliseconds, null: not answered */
    pings: Type.Array(orNull(Type.Number({ minimum: 0, maximum: 600_000 })), { maxItems: 50 }),
    /** messages of one size, sent whole: how many of the tries arrived */
    sizes: Type.Array(
      Type.Object(
        {
          way: oneOf(['up', 'down']),
          bytes: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
          tries: Type.Integer({ minimum: 1, maximum: 20 }),
          arrived: Type.Integer({ minimum: 0, maximum: 20 }),
        },
        { additionalProperties: false },
      ),
      { maxItems: 20 },
    ),
    /** bits in a second */
    downRate: Rate,
    upRate: Rate,
  },
  { title: 'NetworkMeasurements', additionalProperties: false },
);
export type Measurements = Given<Static<typeof Measurements>>;

export const NetworkFinding = Type.Object(
  { code: Type.String(), severity: oneOf(['error', 'warning', 'corrected']), title: Bilingual, next: Bilingual },
  { title: 'NetworkFinding' },
);

/** What the server tells a desk that asks: its time, and what came between. */
export const Hello = Type.Object(
  {
    service: Type.Literal('congvu'),
    /** what was sent, so that an answer kept by somebody between is known for one */
    nonce: Type.String(),
    now: Type.String(),
    proxyBetween: Type.Boolean(),
  },
  { title: 'NetworkHello' },
);

export const NetworkReport = Type.Object(
  { passed: Type.Boolean(), findings: Type.Array(NetworkFinding), checkedAt: orNull(Type.String()), body: orNull(NamedBody) },
  { title: 'NetworkReport' },
);

const Count = Type.Integer({ minimum: 0 });
export const NetworkBody = Type.Object(
  {
    body: NamedBody,
    standing: oneOf(['failed', 'never', 'passed']),
    /** of the last check; null: there was none */
    checkedAt: orNull(Type.String()),
    by: orNull(oneOf(['desk', 'browser'])),
    findings: Type.Array(NetworkFinding),
  },
  { title: 'NetworkBody' },
);
export const NetworkBodies = Type.Object(
  { totals: Type.Object({ failed: Count, never: Count, passed: Count }), items: Type.Array(NetworkBody), next: orNull(Type.String()) },
  { title: 'NetworkBodies' },
);
export const NetworkToken = Type.Object(
  { token: Type.String(), code: Type.String(), endsAt: Type.String(), uses: Count },
  { title: 'NetworkToken' },
);
