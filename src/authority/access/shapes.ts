/** Who acts, what they may want, and upon what. */
import { Type } from 'typebox';
import type { Instant, PlainDate } from '#base/clock.ts';
import { Bilingual } from '#base/http/shapes.ts';
import { SURFACES } from '#base/http/surfaces.ts';
import { ACCESS_ACTS } from '#standard/access/acts.ts';
import type { AccessAct } from '#standard/access/acts.ts';
import type { RoleCode as Role } from '#standard/generated/role-codes.ts';

/** Codes of `vai_tro`, from the table of access (`standard/access/roles.json`). */
export { ROLE_CODES as ROLES } from '#standard/generated/role-codes.ts';
export type { RoleCode as Role } from '#standard/generated/role-codes.ts';
export { ACCESS_ACTS } from '#standard/access/acts.ts';
export type { AccessAct } from '#standard/access/acts.ts';

/** A role over a body; `bodyIds` is that body and all below it, today. */
export interface Grant {
  readonly role: Role;
  readonly bodyId: string;
  readonly bodyIds: readonly string[];
  /** set: somebody else's right, lent for a time; it holds these acts and no more than its lender has (decision 0044) */
  readonly lent?: LentRight;
}

/** Whose right a delegation is, and how much of it. */
export interface LentRight {
  readonly grantId: string;
  readonly acts: readonly AccessAct[];
  readonly byAccountId: string;
  readonly byName: string;
  /** keyed hash of the lender's citizen number, hexadecimal */
  readonly byIdentity: string;
  /** the body of the lender's own right */
  readonly byBodyId: string;
  readonly from: PlainDate;
  /** last day */
  readonly until: PlainDate;
}

/** The person of a session. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  /** keyed hash of the citizen number, hexadecimal: tells people apart whatever accounts they have */
  readonly identity: string;
  /** level of the electronic identity: 1 or 2 */
  readonly identityLevel: number;
  readonly signedInAt: Instant;
  /** they have a passkey that has not ended */
  readonly hasPasskey?: true;
  /** when a passkey last vouched for them in this session, while that is fresh enough to act by (`standard/access/step-up.json`) */
  readonly steppedUpAt?: Instant;
  /** the day for which the grants were read */
  readonly on: PlainDate;
  readonly grants: readonly Grant[];
  /** only in the test that row-level security must refuse alone: `decide` then allows everything (see `sessionHook`) */
  readonly appChecks?: false;
}

/** What an act is about. `bodyId` null: about whatever the actor's own bodies hold (a list, a queue). */
export interface Subject {
  readonly bodyId: string | null;
  /** keyed hash of who sent it */
  readonly makerIdentity?: string | null;
  /** keyed hashes of everybody who made it, when several did */
  readonly makers?: ReadonlySet<string>;
  /** keyed hash of the person it is about */
  readonly subjectIdentity?: string | null;
  readonly identity?: string | null;
}

/** What the reader may do to what an answer shows (`decide`, asked beforehand): a screen shows these acts and no other. */
export const May = Type.Array(Type.Enum([...ACCESS_ACTS], { title: 'AccessAct' }));

/** A body as answers name it. */
export const NamedBody = Type.Object({ id: Type.String(), code: Type.String(), name: Type.String() }, { title: 'NamedBody' });

/** Who is signed in, and with which roles. */
export const SessionAnswer = Type.Object(
  {
    signedIn: Type.Boolean(),
    person: Type.Optional(Type.Object({ name: Type.String() })),
    identityLevel: Type.Optional(Type.Integer()),
    demo: Type.Boolean(),
    idleMinutes: Type.Number(),
    /** of who is signed in: has a passkey, and until when its last answer is enough */
    passkey: Type.Optional(Type.Object({ has: Type.Boolean(), required: Type.Boolean(), steppedUpAt: Type.Optional(Type.String()) })),
    language: Type.String(),
    /** what people call the service that they sign in with; null: it has no name that they would know */
    signInWith: Type.Union([Type.String(), Type.Null()]),
    /** what this server answers: what is not here is not shown in the menu */
    surfaces: Type.Array(Type.Enum([...SURFACES], { title: 'Surface' })),
    /** what they may do to something, whatever it is: the menu, and what begins with nothing (an upload, a search) */
    may: May,
    grants: Type.Array(
      Type.Object(
        {
          role: Type.String(),
          roleName: Bilingual,
          body: NamedBody,
          /** held by delegation: whose right, from day to day, both counted */
          onBehalf: Type.Optional(Type.Object({ name: Type.String(), from: Type.String(), until: Type.String() }, { title: 'OnBehalf' })),
        },
        { title: 'Grant' },
      ),
    ),
  },
  { title: 'Session' },
);

/** A demo account, for the role chooser. */
export const DemoAccount = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    role: Type.String(),
    roleName: Bilingual,
    body: Type.String(),
    what: Bilingual,
  },
  { title: 'DemoAccount' },
);

/** One of my sessions. */
export const MySession = Type.Object(
  {
    id: Type.String(),
    agent: Type.String(),
    startedAt: Type.String(),
    seenAt: Type.String(),
    endsAt: Type.String(),
    current: Type.Boolean(),
  },
  { title: 'MySession' },
);
