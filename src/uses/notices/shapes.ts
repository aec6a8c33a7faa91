/** What travels of notices. */
import { Type } from 'typebox';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

export const NoticeShape = Type.Object(
  {
    id: Type.String(),
    matter: Type.String(),
    title: Bilingual,
    /** of the page where it is done */
    href: Type.String(),
    madeAt: Type.String(),
    changedAt: Type.String(),
    seenAt: orNull(Type.String()),
    /** day of the mail that told it */
    mailDay: orNull(Type.String()),
  },
  { title: 'Notice' },
);

export const NoticeList = Type.Object(
  { items: Type.Array(NoticeShape), unseen: Type.Integer(), next: orNull(Type.String()) },
  { title: 'NoticeList' },
);
export const NoticeCount = Type.Object({ unseen: Type.Integer() }, { title: 'NoticeCount' });

/** Where the digest goes, and how the last one went. */
export const NoticeMailSetting = Type.Object(
  {
    /** own address; null: none is set */
    address: orNull(Type.String()),
    wantsMail: Type.Boolean(),
    /** the address was refused for good too often; nothing is sent until it is set again */
    stopped: Type.Boolean(),
    /** does this installation send mail at all? */
    sends: Type.Boolean(),
    last: orNull(Type.Object({ day: Type.String(), state: oneOf(['sending', 'accepted', 'refused', 'failed']) })),
  },
  { title: 'NoticeMailSetting' },
);
