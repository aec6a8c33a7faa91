/** The e-CV as a stranger's program reads it: one JSON text, signed. Published as `docs/standard/cv.schema.json`. Decision 0102. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { COMPONENT_STATES } from '#record/register/component-states.ts';

const Text = Type.String();
/** As `docs/standard/record.schema.json` says of each key. */
const Value = Type.Unknown({ description: 'as record.schema.json says of the key' });

/** Numbers of e-CVs, as they are printed. */
export const CV_NUMBER = '^SY-[0-9A-Z]{5}-[0-9A-Z]{5}$';
/** What `conversion.form` says of an e-CV; no form of paper. */
export const CV_FORM = 'e-cv';
export const CV_FORMAT = 'congvu-cv/1';

const CvComponent = Type.Object({
  code: Text,
  title: Bilingual,
  state: oneOf([...COMPONENT_STATES]),
  missing: Type.Array(Bilingual, { description: 'what is needed and was never stated' }),
  leftOut: Type.Integer({ description: 'values and lines that nobody has confirmed: they are not here' }),
  /** the last confirmation of anything in it */
  signedAt: orNull(Text),
  fields: Type.Array(
    Type.Object({ key: Text, label: Bilingual, value: Value, text: Bilingual, confirmedAt: Text }, { description: 'confirmed values' }),
  ),
  sections: Type.Array(
    Type.Object({
      key: Text,
      title: Bilingual,
      columns: Type.Array(Type.Object({ key: Text, label: Bilingual })),
      lines: Type.Array(
        Type.Object({ dong: Text, confirmedAt: Text, cells: Type.Record(Text, Bilingual) }, { description: 'confirmed lines, in words' }),
      ),
    }),
  ),
});

export const CvDocument = Type.Object(
  {
    format: Type.Literal(CV_FORMAT),
    number: Type.String({ pattern: CV_NUMBER }),
    recordCode: Type.String({ description: 'code of the electronic record: the citizen number (NĐ 27/2026/NĐ-CP Điều 16.3)' }),
    name: Text,
    body: Type.Object({ id: Text, code: Text, name: Text }, { description: 'the body that manages the record, and whose key signs' }),
    madeAt: Type.String({ description: 'instant, UTC' }),
    dataOf: Type.String({ description: 'the day of the data, YYYY-MM-DD' }),
    revision: Type.Integer({ description: 'version of the record' }),
    dictionary: Text,
    demo: Type.Boolean({ description: 'invented people' }),
    leftOut: Type.Object({
      values: Type.Integer(),
      components: Type.Integer({ description: 'components of which something is not confirmed' }),
    }),
    components: Type.Array(CvComponent),
  },
  { title: 'CvDocument' },
);
export type CvDocument = Static<typeof CvDocument>;

/** The file: a JWS in the flattened JSON form (RFC 7515 §7.2.2); its payload is a `CvDocument`, UTF-8. */
export interface SignedCv {
  readonly payload: string;
  readonly protected: string;
  readonly signature: string;
}

/** An e-CV that was made, as a list shows it. */
export const Cv = Type.Object(
  {
    number: Text,
    at: Text,
    bodyName: Text,
    dataOf: Text,
    revision: Type.Integer(),
    /** groups of which something is not confirmed, and so is not in it */
    leftOut: Type.Integer(),
  },
  { title: 'Cv' },
);
export type Cv = Static<typeof Cv>;
