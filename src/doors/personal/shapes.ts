/** What travels of one's own pages. */
import { OwnConsent } from '#record/consent/shapes.ts';
import { OwnDataRequest } from '#record/data-requests/shapes.ts';
import { DeclarationCalledBy, SentDeclaration, ThreadMessage } from '#record/declarations/shapes.ts';
import { OwnErasure } from '#record/erasure/shapes.ts';
import { OwnKeptApart } from '#record/kept-apart/shapes.ts';
import { OwnReport } from '#record/value-reports/shapes.ts';
import { Type } from 'typebox';
import { OwnComplaint } from '#authority/oversight/shapes.ts';
import { CODE_STANDINGS } from '#authority/organisations/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { RecordQuality } from '#record/register/quality-shapes.ts';
import { ComparedShape, KeptShape, RecordField, SECTION_PARTS } from '#record/register/shapes.ts';

const SUMMARY_PARTS = {
  code: Type.String(),
  title: Bilingual,
  why: Bilingual,
  state: Type.Enum(['waiting', 'returned', 'missing', 'confirmed', 'unconfirmed', 'nothing', 'system'], { title: 'GroupState' }),
  missing: Type.Array(Bilingual),
  since: orNull(Type.String()),
  confirmedAt: orNull(Type.String()),
  confirmedBy: orNull(Type.String()),
  filled: Type.Integer(),
  lines: Type.Integer(),
};
export const MyGroupSummary = Type.Object(SUMMARY_PARTS, { title: 'MyGroupSummary' });

export const Me = Type.Object(
  {
    registered: Type.Boolean(),
    person: orNull(
      Type.Object({
        name: Type.String(),
        nationalIdMasked: Type.String(),
        bodyName: Type.String(),
        position: Bilingual,
        hasPortrait: Type.Boolean(),
        identityLocked: Type.Boolean(),
        version: Type.Integer(),
      }),
    ),
    groups: Type.Array(MyGroupSummary),
    /** the law's term for the first declaration, while it runs */
    declarationDue: orNull(Type.Object({ lastDay: Type.String(), late: Type.Boolean(), call: DeclarationCalledBy })),
    counts: Type.Object({ confirmed: Type.Integer(), waiting: Type.Integer(), missing: Type.Integer(), others: Type.Integer() }),
    /** how good the record is; null: there is none */
    quality: orNull(RecordQuality),
    /** the record was erased by a decision while this session lasts; null: it was not */
    erased: orNull(OwnErasure),
    /** the record is there, and is kept apart by the law: whom to ask */
    keptApart: orNull(OwnKeptApart),
  },
  { title: 'Me' },
);

/** A section with the columns that can be asked for. */
export const MySection = Type.Object({ ...SECTION_PARTS, hidden: Type.Array(Type.String()) }, { title: 'MySection' });

export const MyGroup = Type.Object(
  {
    ...SUMMARY_PARTS,
    /** the agency that keeps the record: whom to turn to */
    bodyId: Type.String(),
    bodyName: Type.String(),
    kept: KeptShape,
    source: orNull(Type.String()),
    validFrom: orNull(Type.String()),
    fields: Type.Array(RecordField),
    sections: Type.Array(MySection),
  },
  { title: 'MyGroup' },
);

export const MyReads = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        at: Type.String(),
        roles: Type.Array(Type.String()),
        bodyName: Type.String(),
        purpose: Bilingual,
        kind: Bilingual,
        count: Type.Integer(),
        inLists: Type.Boolean(),
        /** by which ground it was allowed, with the article that says so; null: nothing found says so */
        ground: orNull(Type.Object({ code: Type.String(), vi: Type.String(), en: Type.String(), source: Type.String() })),
        /** the consent by which it was looked; null: by authority */
        consent: orNull(Type.String()),
      }),
    ),
    total: Type.Integer(),
    mine: Type.Object({ count: Type.Integer(), lastAt: orNull(Type.String()) }),
    complaints: Type.Array(OwnComplaint),
  },
  { title: 'MyReads' },
);

export const MyCardView = Type.Object(
  {
    cardId: Type.String(),
    /** of which employment it is */
    employment: oneOf(['main', 'concurrent', 'secondment']),
    number: Type.String(),
    name: Type.String(),
    position: Type.String(),
    bodyName: Type.String(),
    /** how sure the code of the agency is that stands on it */
    codeStanding: oneOf(CODE_STANDINGS),
    issuedOn: Type.String(),
    validUntil: Type.String(),
    endedAt: orNull(Type.String()),
    endLabel: orNull(Bilingual),
    /** superseded by a new card: copies on phones are good until then */
    overlapUntil: orNull(Type.String()),
    copies: Type.Array(Type.Object({ issuedAt: Type.String(), expiresAt: Type.String() })),
  },
  { title: 'MyCardView' },
);

/** A phone, or another wallet, that holds the card. */
export const MyWallet = Type.Object(
  {
    id: Type.String(),
    /** the card that it fetches copies of; null: none of that employment holds */
    cardId: orNull(Type.String()),
    kind: Type.Enum(['android', 'ios', 'browser', 'unknown'], { title: 'WalletKind' }),
    takenAt: Type.String(),
    /** when it last fetched or renewed a copy; where it was shown is known to nobody */
    lastUsedAt: Type.String(),
    /** null: it has no copy that is good now, and fetches one when it is used again */
    goodUntil: orNull(Type.String()),
  },
  { title: 'MyWallet' },
);

export const MyCard = Type.Object(
  {
    held: orNull(MyCardView),
    /** of concurrent posts */
    beside: Type.Array(MyCardView),
    why: orNull(
      Type.Object({
        missing: Type.Array(Type.String()),
        workState: Type.String(),
        /** ended for this reason of mistrust; no card until a second officer releases it */
        heldBack: orNull(Type.Object({ label: Bilingual, since: Type.String() })),
      }),
    ),
    ended: Type.Array(MyCardView),
    /** phones and other wallets that hold the card, the one that asked last first */
    wallets: Type.Array(MyWallet),
    /** the agency that keeps the record: whom to turn to */
    bodyId: Type.String(),
    bodyName: Type.String(),
    isTest: Type.Boolean(),
  },
  { title: 'MyCard' },
);

export const MyCopyEnded = Type.Object({ copies: Type.Integer() }, { title: 'MyCopyEnded' });

export const MyCardEnded = Type.Object({ replaced: Type.Boolean(), copies: Type.Integer({ minimum: 0 }) }, { title: 'MyCardEnded' });

export const MyOffer = Type.Object(
  {
    uri: Type.String(),
    txCode: Type.String(),
    expiresAt: Type.String(),
    seconds: Type.Integer(),
    /** page of the demo's wallet with the offer behind the number sign; null outside the demo */
    wallet: orNull(Type.String()),
  },
  { title: 'MyOffer' },
);

const CONFIRMED = { source: orNull(Type.String()), confirmedAt: orNull(Type.String()), confirmedBy: orNull(Type.String()) };
const DataGroup = Type.Object(
  {
    code: Type.String(),
    title: Bilingual,
    state: SUMMARY_PARTS.state,
    validFrom: orNull(Type.String()),
    ...CONFIRMED,
    missing: Type.Array(Bilingual),
    fields: Type.Array(
      Type.Object({
        key: Type.String(),
        label: Bilingual,
        value: Type.Unknown(),
        display: Bilingual,
        derived: Type.Boolean(),
        compared: orNull(ComparedShape),
        ...CONFIRMED,
      }),
    ),
    sections: Type.Array(
      Type.Object({
        key: SECTION_PARTS.key,
        title: SECTION_PARTS.title,
        ...CONFIRMED,
        columns: SECTION_PARTS.columns,
        lines: SECTION_PARTS.lines,
      }),
    ),
  },
  { title: 'MyDataGroup' },
);

/** One's own data whole, to take along. */
export const MyData = Type.Object(
  {
    format: Type.Literal('congvu-own-data/1'),
    notice: Bilingual,
    demo: Type.Boolean(),
    madeAt: Type.String(),
    dictionary: Type.String(),
    person: Type.Object({
      name: Type.String(),
      nationalId: Type.String(),
      nationalIdCompared: orNull(ComparedShape),
      body: Type.String(),
      position: Bilingual,
      version: Type.Integer(),
      identityLocked: Type.Boolean(),
      portraitSha256: orNull(Type.String()),
    }),
    groups: Type.Array(DataGroup),
    cards: Type.Array(MyCardView),
    viewedBy: MyReads,
    /** asked for, given, used, withdrawn; the newest first */
    consents: Type.Array(OwnConsent),
    /** what the person sent of the own record, the newest first */
    declarations: Type.Array(
      Type.Object(
        {
          ...SentDeclaration.properties,
          /** what the person typed, by the columns of the form: the own words, whatever came of them; null: it is gone */
          stated: orNull(Type.Record(Type.String(), Type.Unknown())),
          /** what the person and who confirms wrote about it */
          written: Type.Array(ThreadMessage),
        },
        { title: 'DeclaredWhole' },
      ),
    ),
    /** values that the person reported as wrong, and what came of it */
    valueReports: Type.Array(OwnReport),
    /** requests about the own data: restricting, objecting, withdrawing, erasing */
    dataRequests: Type.Array(OwnDataRequest),
  },
  { title: 'MyData' },
);
