/** What travels of accounts, of roles asked for and given, and of requests to see more. */
import { Type } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { CODE_STANDINGS } from '#authority/organisations/shapes.ts';
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
    /** name of who decided; null: nobody yet, or it lapsed; empty when they act beyond the reader's bodies */
    decidedBy: orNull(Type.String()),
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
  {
    id: Type.String(),
    code: Type.String(),
    name: Type.String(),
    level: Type.String(),
    /** the root of the installation: roles of the whole country are given there */
    root: Type.Boolean(),
  },
  { title: 'Body' },
);
export const BodyInTree = Type.Object(
  {
    bodyId: Type.String(),
    parentId: orNull(Type.String()),
    managingId: Type.String(),
    code: Type.String(),
    /** how sure the code is: an official identifier, one that goes on uncertain, one of ours, none */
    standing: oneOf(CODE_STANDINGS),
    name: Type.String(),
    kind: Type.String(),
    level: Type.String(),
    validFrom: Type.String(),
    validTo: Type.String(),
  },
  { title: 'BodyInTree' },
);

/** A cell of a list of accounts that is wrong: where, what stands there, why, what to do. */
const WrongAccountCell = Type.Object(
  {
    /** as the spreadsheet numbers it */
    row: Type.Integer(),
    /** its address; null: the column is not in the file */
    cell: orNull(Type.String()),
    column: Type.String(),
    value: orNull(Type.String()),
    code: Type.String(),
    title: Bilingual,
    next: Bilingual,
  },
  { title: 'WrongAccountCell' },
);
const AccountLine = Type.Object(
  {
    row: Type.Integer(),
    name: Type.String(),
    role: Type.String(),
    body: Type.String(),
    until: orNull(Type.String()),
    /** asked: a second administrator decides it; waiting: asked for already */
    outcome: oneOf(['given', 'asked', 'waiting', 'changed', 'ended']),
  },
  { title: 'AccountLine' },
);
export const BroughtAccounts = Type.Object(
  {
    /** false: a look, or cells are wrong; nothing was given then */
    applied: Type.Boolean(),
    /** what this look is told by, to give exactly it */
    look: Type.String(),
    /** received = accepted + rejected + waiting; accepted = given + changed + ended + unchanged */
    counts: Type.Object({
      received: Type.Integer(),
      accepted: Type.Integer(),
      rejected: Type.Integer(),
      waiting: Type.Integer(),
      given: Type.Integer(),
      changed: Type.Integer(),
      ended: Type.Integer(),
      unchanged: Type.Integer(),
    }),
    /** the first ones, in the order of the file */
    wrong: Type.Array(WrongAccountCell),
    changes: Type.Array(AccountLine),
  },
  { title: 'BroughtAccounts' },
);
