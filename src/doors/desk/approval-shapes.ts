/** How a submission stands to "Duyệt trước khi gửi" (decision 0042). */
import { Type } from 'typebox';
import { orNull } from '#base/http/shapes.ts';

/**
 * How it stands to "Duyệt trước khi gửi": nobody asks for it; it is to be asked for; it was asked for; the head sent it back; what it was asked about is
 * not there any more, and nothing was sent.
 */
export const APPROVAL_STATES = ['not-needed', 'needed', 'asked', 'returned', 'void'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];
export const Approval = Type.Object(
  {
    state: Type.Enum(APPROVAL_STATES, { title: 'ApprovalState' }),
    /** of the newest request, while it matters; null: there is none */
    requestId: orNull(Type.String()),
    askedBy: orNull(Type.String()),
    askedAt: orNull(Type.String()),
    decidedBy: orNull(Type.String()),
    decidedAt: orNull(Type.String()),
    /** why the head sent it back */
    reason: orNull(Type.String()),
  },
  { title: 'Approval' },
);
