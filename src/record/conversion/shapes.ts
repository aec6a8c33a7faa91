/** What travels: a conversion as officers see it, as anybody with its number sees it. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { oneOf, orNull } from '#base/http/shapes.ts';
import { FORM_CODES } from '#standard/form-codes.ts';

const Text = Type.String();

/** Numbers of conversions, as they are printed. */
export const CONVERSION_NUMBER = '^BG-[0-9A-Z]{5}-[0-9A-Z]{5}$';

export const Conversion = Type.Object(
  {
    number: Text,
    form: oneOf([...FORM_CODES]),
    formName: Text,
    at: Text,
    bodyName: Text,
    /** day that the paper shows the record on */
    dataOf: Text,
    revision: Type.Integer(),
    /** values that nobody has confirmed, and that stand on no paper */
    leftOut: Type.Integer(),
  },
  { title: 'Conversion' },
);
export type Conversion = Static<typeof Conversion>;

/** What is signed: that it was done, by whom, of which content; no word of anybody's. */
export interface ConversionContent {
  readonly number: string;
  readonly form: string;
  readonly formName: string;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly at: string;
  readonly dataOf: string;
  /** SHA-256, hex, of a secret of 32 bytes and the values converted */
  readonly digest: string;
  /** of an e-CV: version of the dictionary by whose words it was signed */
  readonly dictionary?: string;
}

/** Is the paper of whoever has the citizen number that was given? */
export const ConversionMatch = Type.Object({ matches: Type.Boolean() }, { title: 'ConversionMatch' });

export const PublicConversion = Type.Object(
  {
    number: Text,
    form: Text,
    formName: Text,
    bodyCode: Text,
    bodyName: Text,
    at: Text,
    dataOf: Text,
    /** what became of the record since: `gone` when it was erased */
    record: oneOf(['same', 'changed', 'gone']),
    signature: oneOf(['right', 'wrong']),
    kid: orNull(Text),
    jws: Text,
  },
  { title: 'PublicConversion' },
);
export type PublicConversion = Static<typeof PublicConversion>;
