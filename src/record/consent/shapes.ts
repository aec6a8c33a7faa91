/** What travels of consents: what a body asks, what the person sees and gives, what is looked at. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bundle } from '#authority/audit/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { LOOKS_SHOWN_MAX, REASON_CHARS_MAX } from './limits.ts';
import { CONSENT_STANDINGS } from './step.ts';

const Text = Type.String();
const Codes = Type.Array(Type.String({ maxLength: 80 }), { maxItems: 300 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Standing = Type.Enum([...CONSENT_STANDINGS], { title: 'ConsentStanding' });

/** A code that the person hands over; `seconds`: how long it still works, since the clock of a phone may be wrong. */
export const ConsentCode = Type.Object({ code: Text, expiresAt: Text, seconds: Type.Integer() }, { title: 'ConsentCode' });

export const ConsentRequest = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 40 }),
    body: Type.String({ format: 'uuid' }),
    purpose: Type.String({ maxLength: 40 }),
    reason: Type.String({ maxLength: REASON_CHARS_MAX }),
    /** groups whose ordinary content is asked for */
    groups: Codes,
    /** sensitive fields, one by one */
    fields: Codes,
    until: Day,
  },
  { additionalProperties: false },
);
export type ConsentRequest = Static<typeof ConsentRequest>;

/** What may be asked for: by which bodies, for what, for how long. */
export const ConsentChoices = Type.Object(
  {
    bodies: Type.Array(Type.Object({ id: Text, name: Text })),
    purposes: Type.Array(Type.Object({ code: Text, vi: Text, en: Text })),
    groups: Type.Array(
      Type.Object({
        code: Text,
        title: Bilingual,
        hasOrdinary: Type.Boolean(),
        sensitive: Type.Array(Type.Object({ key: Text, label: Bilingual })),
      }),
    ),
    today: Text,
    lastUntil: Text,
  },
  { title: 'ConsentChoices' },
);

/** A group as it was asked for; `ordinary` false: only the fields named. */
const AskedGroup = Type.Object(
  { code: Text, title: Bilingual, ordinary: Type.Boolean(), fields: Type.Array(Type.Object({ key: Text, label: Bilingual })) },
  { title: 'ConsentGroup' },
);
const OF_CONSENT = {
  id: Text,
  bodyName: Text,
  askedBy: Text,
  askedAt: Text,
  purpose: Bilingual,
  /** in the words of the body; empty when the person was erased */
  reason: Text,
  until: Text,
  answerBy: Text,
  standing: Standing,
  asked: Type.Array(AskedGroup),
  /** what was given of it; empty when nothing was */
  given: Type.Array(AskedGroup),
  answeredAt: orNull(Text),
  endedAt: orNull(Text),
};

/** A consent as its person sees it. */
export const OwnConsent = Type.Object(
  {
    ...OF_CONSENT,
    looks: Type.Object({
      count: Type.Integer(),
      last: Type.Array(Type.Object({ at: Text, by: Text, readingId: Text }), { maxItems: LOOKS_SHOWN_MAX }),
    }),
  },
  { title: 'OwnConsent' },
);
export const OwnConsents = Type.Object({ items: Type.Array(OwnConsent) }, { title: 'OwnConsents' });

/** A consent as the body that asked sees it; the name only while it holds. */
export const AskedConsent = Type.Object({ ...OF_CONSENT, personName: orNull(Text) }, { title: 'AskedConsent' });
export const AskedConsents = Type.Object(
  { items: Type.Array(AskedConsent), choices: ConsentChoices, next: orNull(Text) },
  { title: 'AskedConsents' },
);

export const ConsentAnswer = Type.Object(
  { act: oneOf(['give', 'refuse', 'withdraw']), groups: Type.Optional(Codes), fields: Type.Optional(Codes) },
  { additionalProperties: false },
);
export type ConsentAnswer = Static<typeof ConsentAnswer>;

const Cell = Type.Object({ key: Text, label: Bilingual, display: Bilingual });
/** What a consent shows, as it stands in the register. */
export const ConsentedRecord = Type.Object(
  {
    id: Text,
    personName: Text,
    purpose: Bilingual,
    until: Text,
    groups: Type.Array(
      Type.Object({
        code: Text,
        title: Bilingual,
        /** an officer attested it; false: it stood in the register from its beginning, or nobody stated it */
        confirmed: Type.Boolean(),
        validFrom: orNull(Text),
        fields: Type.Array(Cell),
        sections: Type.Array(
          Type.Object({
            key: Text,
            title: Bilingual,
            columns: Type.Array(Type.Object({ key: Text, label: Bilingual })),
            lines: Type.Array(Type.Object({ id: Text, cells: Type.Record(Type.String(), Bilingual) })),
          }),
        ),
      }),
    ),
  },
  { title: 'ConsentedRecord' },
);

/** The giving as the person takes it along: what was said, its digest, and the proof that the log keeps it. */
export const ConsentMessage = Type.Object(
  {
    format: Type.Literal('congvu-consent/1'),
    notice: Bilingual,
    demo: Type.Boolean(),
    /** canonical JSON of what was given; the log’s payload holds the same text */
    given: Text,
    /** SHA-256 of that text, hexadecimal */
    digest: Text,
    standing: Standing,
    withdrawnAt: orNull(Text),
    /** null: the log has not taken it up yet, about a second */
    log: orNull(Bundle),
  },
  { title: 'ConsentMessage' },
);
