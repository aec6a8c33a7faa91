/** What travels of a card: as officers see it, its end, and the answers of the issuer's protocol. */
import { Type } from 'typebox';
import { CODE_STANDINGS } from '#authority/organisations/shapes.ts';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { EMPLOYMENT_KINDS } from './employment.ts';
import { END_REASON_CODES } from './reasons.ts';

const END_REASON = Type.Enum(END_REASON_CODES, { title: 'CardEndReason' });

const Coded = Type.Object({ ma: Type.Optional(Type.String()), ten: Type.String() });
const NamedByCode = Type.Object({ ma: Type.String(), ten: Type.String() });

const CARD_PARTS = {
  cardId: Type.String(),
  number: Type.String(),
  /** of which of the person's employments it is */
  employment: Type.Enum(EMPLOYMENT_KINDS, { title: 'EmploymentKind' }),
  state: oneOf(['HIEU_LUC', 'CHUYEN_TIEP', 'THU_HOI', 'HET_HAN']),
  /** the claims of the card, but for those of a copy (decision 0006) */
  says: Type.Object({
    ho_ten: Type.String(),
    ho_ten_latin: Type.String(),
    chuc_vu: Type.Optional(Coded),
    chuc_danh: Type.Optional(Coded),
    co_quan: NamedByCode,
    co_quan_quan_ly: NamedByCode,
    don_vi: Type.Optional(Type.String()),
    loai: Type.String(),
    cap: oneOf(['TW', 'TINH', 'XA']),
    dang_cong_tac: Type.Boolean(),
  }),
  /** how sure the code of the agency is that stands on it: an official identifier, one that goes on uncertain, one of ours, none */
  codeStanding: oneOf(CODE_STANDINGS),
  issuedOn: Type.String(),
  validUntil: Type.String(),
  endedAt: orNull(Type.String()),
  endReason: orNull(END_REASON),
  endLabel: orNull(Bilingual),
  /** superseded: copies on phones are good until then */
  overlapUntil: orNull(Type.String()),
  copies: Type.Array(Type.Object({ issuedAt: Type.String(), expiresAt: Type.String(), event: orNull(Type.String()) })),
};

/** A person's card as officers see it. */
export const OfficerCard = Type.Object(CARD_PARTS, { title: 'OfficerCard' });

/** Six stamps from the decision to the doors; null: nobody said, or not yet. */
export const RevocationClockShape = Type.Object(
  {
    signedOn: orNull(Type.String()),
    effectiveOn: orNull(Type.String()),
    enteredAt: orNull(Type.String()),
    confirmedAt: Type.String(),
    bitAt: orNull(Type.String()),
    listedAt: orNull(Type.String()),
    /** superseded: the bits are set then at the latest */
    dueAt: orNull(Type.String()),
  },
  { title: 'RevocationClock' },
);
export const EndedCard = Type.Object({ ...CARD_PARTS, clock: orNull(RevocationClockShape) }, { title: 'EndedCard' });

export const WhyNoCardShape = Type.Object(
  {
    missing: Type.Array(Type.String()),
    workState: Type.String(),
    /** the last card was ended for this; no card until a second person releases them, and not whoever ended it (`byMe`) */
    heldBack: orNull(Type.Object({ reason: END_REASON, label: Bilingual, since: Type.String(), byMe: Type.Boolean() })),
  },
  { title: 'WhyNoCard' },
);

export const PersonCard = Type.Object(
  {
    /** of the main employment, or of the secondment in its place */
    held: orNull(OfficerCard),
    /** of concurrent posts */
    beside: Type.Array(OfficerCard),
    why: orNull(WhyNoCardShape),
    /** newest first */
    ended: Type.Array(EndedCard),
    endReasons: Type.Array(
      Type.Object({ code: Type.String(), label: Bilingual, replaced: Type.Boolean(), heldBack: Type.Boolean() }, { title: 'EndReason' }),
    ),
    releaseReasons: Type.Array(Type.Object({ code: Type.String(), label: Bilingual }, { title: 'ReleaseReason' })),
    may: May,
  },
  { title: 'PersonCard' },
);

export const CardEnded = Type.Object({ replaced: Type.Boolean(), copies: Type.Integer({ minimum: 0 }) }, { title: 'CardEnded' });

/** `begun`: a card holds now; false: something else is missing for one. */
export const CardReleased = Type.Object({ begun: Type.Boolean() }, { title: 'CardReleased' });

/** Somebody who is held back, as the list of officers has them. */
export const HeldBackPerson = Type.Object(
  {
    id: Type.String(),
    personId: Type.String(),
    name: Type.String(),
    bodyName: Type.String(),
    /** of the card that was ended */
    number: Type.String(),
    label: Bilingual,
    since: Type.String(),
    /** the reader ended it: another one decides */
    byMe: Type.Boolean(),
  },
  { title: 'HeldBackPerson' },
);

/** Documents of the protocols: their shape is theirs. */
export const AnyObject = Type.Object({}, { additionalProperties: true });
export const NonceAnswer = Type.Object({ c_nonce: Type.String() });
export const TokenAnswer = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('DPoP'),
  expires_in: Type.Integer(),
  refresh_token: Type.String(),
});
export const CredentialAnswer = Type.Object({
  credentials: Type.Array(Type.Object({ credential: Type.String() })),
  notification_id: Type.String(),
});
