/** What travels of requests about the own data. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { REQUEST_KINDS } from './kinds.ts';
import { WORDS_CHARS_MAX } from './limits.ts';

const Text = Type.String();
const Words = Type.String({ maxLength: WORDS_CHARS_MAX });
export const ANSWERS = ['granted', 'refused'] as const;
const Outcome = Type.Enum([...ANSWERS], { title: 'DataRequestOutcome' });

export const DataRequestAsked = Type.Object({ kind: oneOf([...REQUEST_KINDS]), words: Words }, { additionalProperties: false });
export type DataRequestAsked = Static<typeof DataRequestAsked>;
export const DataRequestAnswer = Type.Object({ outcome: oneOf([...ANSWERS]), answer: Words }, { additionalProperties: false });
export type DataRequestAnswer = Static<typeof DataRequestAnswer>;

const ROW = {
  id: Text,
  kind: oneOf([...REQUEST_KINDS]),
  label: Bilingual,
  words: Text,
  madeAt: Text,
  /** last day by the law; null: no term was in force */
  lastDay: orNull(Text),
  late: Type.Boolean(),
  outcome: orNull(Outcome),
  answer: orNull(Text),
  settledAt: orNull(Text),
};
export const OwnDataRequest = Type.Object(ROW, { title: 'OwnDataRequest' });
export type OwnDataRequest = Static<typeof OwnDataRequest>;
export const OwnDataRequests = Type.Object(
  {
    bodyName: Text,
    rights: Type.Array(
      Type.Object({ kind: oneOf([...REQUEST_KINDS]), label: Bilingual, what: Bilingual, lastDay: orNull(Text), law: Text }),
    ),
    items: Type.Array(OwnDataRequest),
  },
  { title: 'OwnDataRequests' },
);
export const DataRequest = Type.Object(
  { ...ROW, personId: Text, name: Text, bodyName: Text, settledBy: orNull(Text), may: May },
  { title: 'DataRequest' },
);
export const DataRequestList = Type.Object({ items: Type.Array(DataRequest), next: orNull(Text) }, { title: 'DataRequestList' });
export const DataRequestMade = Type.Object({ id: Text }, { title: 'DataRequestMade' });
