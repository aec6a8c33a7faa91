/** What travels of the duties: numbers by agency, no person. */
import { Type } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

export const DutyRow = Type.Object(
  {
    code: Type.String(),
    title: Bilingual,
    law: Type.String(),
    /** how sure the text of law is, as it was read */
    confidence: Type.String(),
    how: Bilingual,
    state: oneOf(['met', 'late', 'nothing', 'unknown']),
    /** null: not measured */
    total: orNull(Type.Integer()),
    late: orNull(Type.Integer()),
    /** the list that mends it; null: there is none, or the reader may not open it */
    href: orNull(Type.String()),
  },
  { title: 'DutyRow' },
);

/** The duties of an agency with all below it, and how many are late at each one directly below. */
export const DutyPage = Type.Object(
  {
    /** from the agency for which the reader answers down to the one that is asked about */
    path: Type.Array(NamedBody),
    duties: Type.Array(DutyRow),
    below: Type.Array(Type.Object({ body: NamedBody, late: Type.Integer() })),
  },
  { title: 'DutyPage' },
);
