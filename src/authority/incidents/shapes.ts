/** What travels of incidents. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { oneOf, orNull } from '#base/http/shapes.ts';

export const REPORTS = ['first', 'full', 'breach'] as const;
/** First and full report on an incident of cyber security, report on a breach of personal data. */
export type Report = (typeof REPORTS)[number];

const Words = (maxLength: number) => Type.String({ minLength: 5, maxLength, pattern: String.raw`\S` });
/** With seconds that exist and an offset in hours and minutes: any other instant is written so. */
const Instant = Type.String({ format: 'date-time', pattern: String.raw`T\d{2}:\d{2}:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$` });
const PEOPLE_MAX = 100_000_000;

/** What an incident touches, as far as it is known. */
const SCOPE = {
  /** the system: its data, its running, its keys */
  touchesSystem: Type.Boolean(),
  /** personal data */
  touchesPeople: Type.Boolean(),
  /** how many people; null: not known yet, or none */
  people: orNull(Type.Integer({ minimum: 1, maximum: PEOPLE_MAX })),
};

export const IncidentOpening = Type.Object(
  { title: Words(200), what: Words(2000), discoveredAt: Instant, ...SCOPE },
  { additionalProperties: false, title: 'IncidentOpening' },
);
export type IncidentOpening = Static<typeof IncidentOpening>;

/** What was found out since, and what the incident touches by that. */
export const IncidentFinding = Type.Object({ what: Words(2000), ...SCOPE }, { additionalProperties: false, title: 'IncidentFinding' });
export type IncidentFinding = Static<typeof IncidentFinding>;

/** A report that went out. */
export const IncidentReport = Type.Object(
  { report: oneOf([...REPORTS]), sentAt: Instant, receiver: Words(200), reference: Words(200) },
  { additionalProperties: false, title: 'IncidentReport' },
);
export type IncidentReport = Static<typeof IncidentReport>;

export const IncidentClosing = Type.Object({ lesson: Words(2000) }, { additionalProperties: false, title: 'IncidentClosing' });
export type IncidentClosing = Static<typeof IncidentClosing>;

export const IncidentShape = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    discoveredAt: Type.String(),
    ...SCOPE,
    /** what was written of it, the first before the others */
    notes: Type.Array(Type.Object({ at: Type.String(), what: Type.String() })),
    reports: Type.Array(
      Type.Object({
        report: oneOf([...REPORTS]),
        name: Type.String(),
        law: Type.String(),
        dueAt: Type.String(),
        sent: orNull(Type.Object({ at: Type.String(), receiver: Type.String(), reference: Type.String() })),
        /** not sent and due by now, or sent after it was due */
        late: Type.Boolean(),
      }),
    ),
    closed: orNull(Type.Object({ at: Type.String(), lesson: Type.String() })),
    may: May,
  },
  { title: 'Incident' },
);

export const IncidentList = Type.Object(
  { items: Type.Array(IncidentShape), next: orNull(Type.String()), may: May },
  { title: 'IncidentList' },
);
