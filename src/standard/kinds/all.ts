/** Every kind of field. A member of `KindSpec` that is not here, or lacks a part, does not compile. */
import type { Bilingual } from '#base/problem.ts';
import type { KindName, KindSpec, SpecOf } from '#standard/field-shape.ts';
import { address } from './address.ts';
import { code } from './code.ts';
import { codeOrText } from './code-or-text.ts';
import { date } from './date.ts';
import { decimal } from './decimal.ts';
import { decisionKind } from './decision.ts';
import { derivedKind } from './derived.ts';
import { digits } from './digits.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { flag } from './flag.ts';
import { integer } from './integer.ts';
import type { Kind } from './kind.ts';
import { listKind } from './list.ts';
import { longText } from './long-text.ts';
import { map } from './map.ts';
import { money } from './money.ts';
import { nationalId } from './national-id.ts';
import { objectKind } from './object.ts';
import { organisation } from './organisation.ts';
import { partialDate } from './partial-date.ts';
import { personName } from './person-name.ts';
import { phone } from './phone.ts';
import { text } from './text.ts';
import { timestamp } from './timestamp.ts';
import { uuid } from './uuid.ts';

export const ALL_KINDS = {
  address,
  code,
  codeOrText,
  date,
  decimal,
  decision: decisionKind(kindOf),
  derived: derivedKind(kindOf),
  digits,
  email,
  file,
  flag,
  integer,
  list: listKind(kindOf),
  longText,
  map,
  money,
  nationalId,
  object: objectKind(kindOf),
  organisation,
  partialDate,
  personName,
  phone,
  text,
  timestamp,
  uuid,
} as const satisfies { readonly [N in KindName]: Kind<SpecOf<N>> };

const isKind = (name: string): name is KindName => Object.hasOwn(ALL_KINDS, name);

/** What a value of the kind of this name is called in a sentence for people. */
export const kindWord = (name: string): Bilingual => (isKind(name) ? ALL_KINDS[name] : ALL_KINDS.object).word;

/** The kind of these parameters. */
export function kindOf(spec: KindSpec): Kind<KindSpec> {
  // The table above pairs each name with a kind of its own parameters; TypeScript cannot follow a union through it.
  return ALL_KINDS[spec.name] as unknown as Kind<KindSpec>;
}
