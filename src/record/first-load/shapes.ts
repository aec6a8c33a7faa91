/** What travels of a first load, and what is signed of it. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { CODE_STANDINGS } from '#authority/organisations/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import type { PlainDate } from '#base/clock.ts';

/** `gathering`: parts come · `composing`: rows are fixed and the sample drawn · `sampling` … · `failed`: a row of the sample was found wrong · `passed`: it may be signed · `signed`: by one of two. */
export const LOAD_STATES = [
  'gathering',
  'composing',
  'sampling',
  'failed',
  'passed',
  'signed',
  'registering',
  'registered',
  'withdrawn',
] as const;
export type LoadState = (typeof LOAD_STATES)[number];

/** Code of `nguon_du_lieu` that stands with what a first load brought, for ever. */
export const FIRST_LOAD_SOURCE = 'NAP_LAN_DAU';

/** On what decision the ministry opens it. */
export interface OpeningDecision {
  readonly number: string;
  readonly day: PlainDate;
  readonly signer: string;
}

/** A part as it is signed: which file, how many of its people are taken, the root over them. */
export interface SignedPart {
  readonly no: number;
  readonly submissionId: string;
  readonly uploadNumber: string;
  /** of the bytes as they came, hexadecimal */
  readonly sha256: string;
  readonly received: number;
  readonly taken: number;
  readonly root: string;
}

/** Exactly what the two sign, each by a signature of their own over the same bytes. It says what nobody looked at too. */
export interface FirstLoadHead {
  readonly v: 1;
  readonly kind: 'first-load';
  readonly loadId: string;
  readonly round: number;
  readonly bodyId: string;
  readonly asOf: PlainDate;
  readonly people: number;
  /** over the rows of all parts (RFC 6962), hexadecimal */
  readonly root: string;
  readonly parts: readonly SignedPart[];
  /** the sample: hash of the seed as it was told before the parts, the seed, rows checked and found right */
  readonly sample: { readonly commitment: string; readonly seed: string; readonly rows: number; readonly right: number };
  /** warnings that stand, by code, in people and fields */
  readonly warnings: Readonly<Record<string, number>>;
  readonly says: typeof SAYS;
}

/** What a signature over a first load means, in the words that are signed. */
export const SAYS = {
  vi: 'Những hồ sơ này đã được cơ quan xác nhận trước khi có cơ sở dữ liệu; người ký đã đối chiếu các dòng trong mẫu với hồ sơ gốc, không xem từng dòng còn lại. Hồ sơ của chính người ký không nằm trong lần nạp này.',
  en: 'The agency had confirmed these records before there was this database; the signers held the rows of the sample against the original files and did not look at each of the others. The signers’ own records are not part of this load.',
} as const;

const Text = Type.String();
const Count = Type.Integer({ minimum: 0 });
const Counts = Type.Object({ received: Count, accepted: Count, rejected: Count, waiting: Count });

export const FirstLoadWindow = Type.Object(
  {
    id: Text,
    bodyId: Text,
    bodyName: Text,
    opensOn: Text,
    lastDay: Text,
    decision: Type.Object({ number: Text, day: Text, signer: Text }),
    openedBy: Text,
    closedAt: orNull(Text),
    closedBy: orNull(Text),
    closedWhy: orNull(Text),
    /** today, and not closed */
    stands: Type.Boolean(),
    may: May,
  },
  { title: 'FirstLoadWindow' },
);

export const FirstLoadRow = Type.Object(
  {
    id: Text,
    bodyId: Text,
    bodyName: Text,
    asOf: Text,
    state: oneOf([...LOAD_STATES]),
    stateAt: Text,
    parts: Count,
    people: Count,
    done: Count,
  },
  { title: 'FirstLoadRow' },
);

export const FirstLoadList = Type.Object(
  { windows: Type.Array(FirstLoadWindow), loads: Type.Array(FirstLoadRow), may: May },
  { title: 'FirstLoadList' },
);

export const FirstLoadPart = Type.Object(
  {
    no: Count,
    submissionId: Text,
    uploadNumber: Text,
    fileName: Text,
    /** of the file: how far it is read */
    stage: Text,
    done: Count,
    total: Count,
    counts: Counts,
    warnings: Count,
    /** of the accepted, those whom the load takes; null before they are fixed */
    taken: orNull(Count),
    registered: Count,
    /** where its wrong rows are got, to be mended and sent as a further part; null: none is wrong, or its door gives nothing back */
    mend: orNull(Text),
    receipts: Type.Array(Type.Object({ number: Text, kind: Text })),
  },
  { title: 'FirstLoadPart' },
);

export const OneFirstLoad = Type.Object(
  {
    id: Text,
    bodyId: Text,
    bodyName: Text,
    bodyCode: orNull(Text),
    /** how sure that code is; without an official identifier nobody is matched with the population database */
    bodyCodeStanding: oneOf(CODE_STANDINGS),
    asOf: Text,
    state: oneOf([...LOAD_STATES]),
    stateAt: Text,
    round: Count,
    people: Count,
    done: Count,
    /** is it open today? what is to be done next needs it */
    open: Type.Boolean(),
    lastDay: orNull(Text),
    counts: Counts,
    parts: Type.Array(FirstLoadPart),
    warnings: Type.Array(Type.Object({ code: Text, title: Bilingual, count: Count })),
    sample: orNull(
      Type.Object({
        commitment: Text,
        /** told when the rows are fixed */
        seed: orNull(Text),
        root: orNull(Text),
        rows: Type.Array(
          Type.Object({
            no: Count,
            part: Count,
            line: Count,
            state: oneOf(['to-open', 'opened', 'right', 'wrong']),
            judgedBy: orNull(Text),
            note: orNull(Text),
          }),
        ),
      }),
    ),
    signatures: Type.Array(Type.Object({ name: Text, at: Text })),
    says: Bilingual,
    /** the reader signed it already, or brought a part of it: they do not sign */
    mine: Type.Boolean(),
    acts: Type.Array(Type.Object({ act: Text, byName: Text, at: Text, note: orNull(Text) })),
    may: May,
  },
  { title: 'OneFirstLoad' },
);

/** A row of the sample as it is held against the papers. */
export const SampledRow = Type.Object(
  {
    no: Count,
    part: Count,
    fileName: Text,
    row: orNull(Count),
    name: Text,
    number: Text,
    state: oneOf(['opened', 'right', 'wrong']),
    values: Type.Array(Type.Object({ field: Text, group: Text, label: Bilingual, line: orNull(Text), value: orNull(Bilingual) })),
  },
  { title: 'SampledRow' },
);

const NOTE_LETTERS_MAX = 500;
const Note = Type.String({ minLength: 3, maxLength: NOTE_LETTERS_MAX });
const Day = Type.String({ format: 'date', pattern: '^[1-9]' });

export const OpenRequest = Type.Object(
  {
    body: Type.String({ format: 'uuid' }),
    opensOn: Day,
    lastDay: Day,
    decision: Type.Object(
      { number: Type.String({ minLength: 1, maxLength: 60 }), day: Day, signer: Type.String({ minLength: 1, maxLength: 120 }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type OpenRequest = Static<typeof OpenRequest>;
export const Reason = Type.Object({ note: Note }, { additionalProperties: false });
export const MakeRequest = Type.Object({ body: Type.String({ format: 'uuid' }), asOf: Day }, { additionalProperties: false });
export const JudgeRequest = Type.Object({ right: Type.Boolean(), note: Type.Optional(Note) }, { additionalProperties: false });
/** What is signed is named by the root that was shown, and the warnings by their codes. */
export const SignRequest = Type.Object(
  { root: Type.String({ pattern: '^[0-9a-f]{64}$' }), acknowledgedCodes: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 200 }) },
  { additionalProperties: false },
);
