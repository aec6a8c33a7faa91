/** Requests for an approval that wait for a head, what the head is shown, and the setting of a body. */
import { Type } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { REASON_PATTERN } from '#base/reason.ts';
import { Comparison, FileCounts } from './shapes.ts';

/** A request that waits for the head. */
const WAITING = {
  requestId: Type.String(),
  submissionId: Type.String(),
  uploadNumber: Type.String(),
  kind: Type.String(),
  bodyName: Type.String(),
  fileName: Type.String(),
  round: Type.Integer(),
  askedBy: Type.String(),
  askedAt: Type.String(),
  counts: FileCounts,
  may: May,
};
export const WaitingApproval = Type.Object(WAITING, { title: 'WaitingApproval' });
/** What the head is shown; approving binds `hash`. */
export const ShownApproval = Type.Object(
  {
    ...WAITING,
    state: oneOf(['asked', 'void', 'decided']),
    hash: Type.String(),
    asOf: Type.String(),
    partial: Type.Boolean(),
    /** why it says again what the register holds; null: it does not */
    again: orNull(Type.String()),
    /** warnings that the sender says were read */
    acknowledged: Type.Array(Type.Object({ code: Type.String(), title: Bilingual, count: Type.Integer() })),
    comparison: Comparison,
  },
  { title: 'ShownApproval' },
);
export const AskedApproval = Type.Object({ requestId: Type.String() }, { title: 'AskedApproval' });

const RuleOfSending = Type.Object(
  { approval: Type.Boolean(), from: Type.String(), reason: Type.String(), setBy: Type.String(), setAt: Type.String() },
  { title: 'SendingRule' },
);
/** A body, whether its head approves today, and every change, the newest first. */
export const BodySending = Type.Object(
  { id: Type.String(), code: Type.String(), name: Type.String(), approval: Type.Boolean(), rules: Type.Array(RuleOfSending), may: May },
  { title: 'BodySending' },
);

/** The answers of whoever sends, or asks that it may be sent. */
export const Submit = Type.Object(
  {
    asOf: Type.String({ maxLength: 10 }),
    acknowledgedCodes: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 200 }),
    partial: Type.Boolean(),
    /** why a file is sent that says nothing new of people who were sent a short while ago */
    again: Type.Optional(Type.String({ maxLength: 300, pattern: REASON_PATTERN })),
  },
  { additionalProperties: false },
);
