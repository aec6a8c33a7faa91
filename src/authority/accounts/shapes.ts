/** What travels of accounts, of roles asked for and given, and of requests to see more. */
import { Type } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

export const AccountShape = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    disabledAt: orNull(Type.String()),
    populationUser: orNull(Type.String()),
    /** may the reader manage it? Not one's own, nor one that acts for a body beyond */
    mine: Type.Boolean(),
    grants: Type.Array(
      Type.Object({
        id: Type.String(),
        role: Type.String(),
        roleName: Bilingual,
        body: NamedBody,
        from: Type.String(),
        to: orNull(Type.String()),
      }),
    ),
  },
  { title: 'Account' },
);

/** On what a delegation rests. */
export const DelegationBasisShape = Type.Object(
  {
    decisionNumber: Type.Optional(Type.String()),
    decisionDay: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
  },
  { title: 'DelegationBasis' },
);

const DelegationKindShape = Type.Object({ kind: Type.String(), name: Bilingual, always: Type.Boolean() }, { title: 'DelegationKind' });
export const DelegationShape = Type.Object(
  {
    id: Type.String(),
    /** lent by the reader, or to the reader */
    side: oneOf(['given', 'received']),
    /** the other side */
    name: Type.String(),
    role: Type.String(),
    roleName: Bilingual,
    body: NamedBody,
    kinds: Type.Array(Bilingual),
    from: Type.String(),
    /** last day */
    until: Type.String(),
    basis: DelegationBasisShape,
    /** waiting: a second person decides; coming, now, over: by its days */
    state: oneOf(['waiting', 'refused', 'lapsed', 'withdrawn', 'coming', 'now', 'over', 'ended']),
    /** may the reader end it, or take it back? */
    mayEnd: Type.Boolean(),
  },
  { title: 'Delegation' },
);
export const MyDelegations = Type.Object(
  {
    items: Type.Array(DelegationShape),
    /** the rights that the reader may lend; empty: none */
    rights: Type.Array(
      Type.Object(
        {
          role: Type.String(),
          roleName: Bilingual,
          body: NamedBody,
          kinds: Type.Array(DelegationKindShape),
          /** a second person decides it */
          needsSecond: Type.Boolean(),
          colleagues: Type.Array(Type.Object({ accountId: Type.String(), name: Type.String() }, { title: 'Colleague' })),
        },
        { title: 'RightToLend' },
      ),
    ),
    daysMax: orNull(Type.Integer()),
  },
  { title: 'MyDelegations' },
);
export const DelegationAnswer = Type.Object({ id: Type.String(), waits: Type.Boolean() }, { title: 'DelegationAnswer' });

/** What follows from a request for a role: given at once, or waiting for a second administrator. The same for whoever it is about. */
export const GrantAnswer = Type.Object(
  {
    accountId: Type.String(),
    /** null: it waits */
    grantId: orNull(Type.String()),
    /** the request that a second administrator decides; null when none is needed */
    grantRequestId: orNull(Type.String()),
  },
  { title: 'GrantAnswer' },
);
/** Somebody of an administrator's bodies who is signed in. */
export const StaffSessionShape = Type.Object(
  {
    id: Type.String(),
    accountId: Type.String(),
    name: Type.String(),
    agent: Type.String(),
    startedAt: Type.String(),
    seenAt: Type.String(),
    endsAt: Type.String(),
  },
  { title: 'StaffSession' },
);
export const SignInShape = Type.Object(
  { id: Type.String(), at: Type.String(), accountId: Type.String(), name: Type.String(), act: Type.String(), actName: Bilingual },
  { title: 'SignIn' },
);
export const Changed = Type.Object({ changed: Type.Boolean() }, { title: 'Changed' });

export const GrantRequestShape = Type.Object(
  {
    id: Type.String(),
    accountId: Type.String(),
    role: Type.String(),
    roleName: Bilingual,
    body: NamedBody,
    from: Type.String(),
    name: Type.String(),
    askedBy: Type.String(),
    askedAt: Type.String(),
    endsAt: Type.String(),
    state: oneOf(['waiting', 'granted', 'refused', 'lapsed', 'withdrawn']),
    decidedAt: orNull(Type.String()),
    mayDecide: Type.Boolean(),
    /** last day; null: until it is taken back */
    until: orNull(Type.String()),
    /** a right that who asked lends to the person: which kinds of act, and on what it rests */
    delegation: orNull(Type.Object({ kinds: Type.Array(Bilingual), basis: DelegationBasisShape }, { title: 'RequestedDelegation' })),
  },
  { title: 'GrantRequest' },
);
export const DecidedGrant = Type.Object({ grantId: orNull(Type.String()) }, { title: 'DecidedGrant' });

export const ReadingAllowanceShape = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    mine: Type.Boolean(),
    people: Type.Integer(),
    hours: Type.Integer(),
    reason: Type.String(),
    askedAt: Type.String(),
    /** null: waits for a second person */
    granted: orNull(Type.Boolean()),
    decidedAt: orNull(Type.String()),
  },
  { title: 'ReadingAllowance' },
);
export const AllowanceList = Type.Object(
  { items: Type.Array(ReadingAllowanceShape), mayDecide: Type.Boolean() },
  { title: 'AllowanceList' },
);

/** A body that one may act for. */
export const BodyShape = Type.Object(
  { id: Type.String(), code: Type.String(), name: Type.String(), level: Type.String() },
  { title: 'Body' },
);
export const BodyInTree = Type.Object(
  {
    bodyId: Type.String(),
    parentId: orNull(Type.String()),
    managingId: Type.String(),
    code: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    level: Type.String(),
    validFrom: Type.String(),
    validTo: Type.String(),
  },
  { title: 'BodyInTree' },
);

/** What comes of one line of a list of accounts. */
export const ImportedLine = Type.Object(
  {
    /** in the list, from 1 */
    line: Type.Integer(),
    outcome: oneOf(['given', 'asked', 'already', 'wrong']),
    /** of a wrong line: the column, and what to do */
    column: orNull(oneOf(['nationalId', 'name', 'role', 'body', 'from', 'until'])),
    problem: orNull(Type.Object({ code: Type.String(), title: Bilingual, next: Bilingual }, { title: 'LineProblem' })),
  },
  { title: 'ImportedLine' },
);
export const ImportedAccounts = Type.Object(
  {
    /** false: a preview, or lines are wrong; nothing was given then */
    applied: Type.Boolean(),
    lines: Type.Array(ImportedLine),
    /** received = done (given or asked for) + already + wrong */
    counts: Type.Object({ received: Type.Integer(), done: Type.Integer(), already: Type.Integer(), wrong: Type.Integer() }),
  },
  { title: 'ImportedAccounts' },
);
