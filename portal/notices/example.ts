/** How tests come to the screens of this folder, and the mock’s answers: notices. Never shipped. */
import type { Notice } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const NOTICES: readonly Notice[] = [
  {
    id: 'n1',
    matter: 'returned',
    title: {
      vi: '3 người bị trả lại trong đợt TL-4GMSC-FR5W4: cần sửa hoặc trả lời rồi gửi xác nhận lại',
      en: '3 people of TL-4GMSC-FR5W4 were returned: correct or answer them, and submit again',
    },
    href: '/ho-so-gui/s-returned',
    madeAt: '2026-11-27T02:10:00.000Z',
    changedAt: '2026-11-27T03:40:00.000Z',
    seenAt: null,
    mailDay: null,
  },
  {
    id: 'n2',
    matter: 'confirmed',
    title: {
      vi: 'Đợt TL-4GMSC-FR5W4: 128 người đã được xác nhận và cập nhật vào CSDL',
      en: 'TL-4GMSC-FR5W4: 128 people were confirmed and are in the register',
    },
    href: '/ho-so-gui/s-returned',
    madeAt: '2026-11-26T02:10:00.000Z',
    changedAt: '2026-11-26T08:40:00.000Z',
    seenAt: '2026-11-26T09:00:00.000Z',
    mailDay: '2026-11-26',
  },
];

export const example: Example = {
  shown: [{ name: 'notices', address: '/thong-bao', as: 'clerk', ready: 'main ul li' }],
  answers: (app) => {
    answer(app, 'reads', '/notices', () => ({ items: [...NOTICES], unseen: 1, next: null }));
    answer(app, 'reads', '/notices/count', () => ({ unseen: 1 }));
    answer(app, 'acts', '/notices/seen', () => ({ unseen: 0 }));
    answer(app, 'reads', '/notices/mail', () => ({
      address: 'oanh.htk@so.example',
      wantsMail: true,
      stopped: false,
      sends: true,
      last: { day: '2026-11-26', state: 'accepted' as const },
    }));
    answer(app, 'acts', '/notices/mail', () => ({
      address: 'oanh.htk@so.example',
      wantsMail: true,
      stopped: false,
      sends: true,
      last: null,
    }));
  },
};
