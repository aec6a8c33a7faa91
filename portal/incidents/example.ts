/** How tests come to the screen of this folder, and the mock’s answers: incidents in each state. Never shipped. */
import type { Incident, IncidentList } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const report = (more: Partial<Incident['reports'][number]>): Incident['reports'][number] => ({
  report: 'first',
  name: 'Báo cáo ban đầu sự cố an ninh mạng',
  law: 'NĐ 331/2026 Đ31.2d',
  dueAt: '2026-11-27T01:15:00.000Z',
  sent: null,
  late: false,
  ...more,
});
const SENT = { at: '2026-11-26T09:00:00.000Z', receiver: 'Cơ quan chuyên trách mẫu', reference: '12/BC-TTTT ngày 26/11/2026' };

const INCIDENTS: IncidentList = {
  items: [
    {
      id: 'i1',
      title: 'Máy chủ phụ khởi động lại liên tục',
      discoveredAt: '2026-11-26T01:15:00.000Z',
      touchesSystem: true,
      touchesPeople: true,
      people: 12,
      notes: [{ at: '2026-11-26T01:30:00.000Z', what: 'Ổ đĩa của máy phụ hỏng, chuyển sang máy chính.' }],
      reports: [
        report({ sent: SENT }),
        report({ report: 'full', name: 'Báo cáo đầy đủ sự cố an ninh mạng', dueAt: '2026-11-29T01:15:00.000Z' }),
        report({ report: 'breach', name: 'Thông báo vi phạm dữ liệu cá nhân', law: 'Luật 91/2025 Đ23', late: true }),
      ],
      closed: null,
      may: ['incident.keep'],
    },
    {
      id: 'i2',
      title: 'Thử đoán mật khẩu hàng loạt',
      discoveredAt: '2026-10-02T01:15:00.000Z',
      touchesSystem: true,
      touchesPeople: false,
      people: null,
      notes: [{ at: '2026-10-02T01:30:00.000Z', what: 'Bị chặn ở trang đăng nhập.' }],
      reports: [report({ sent: SENT, late: true })],
      closed: { at: '2026-10-09T01:30:00.000Z', lesson: 'Hạ số lần thử cho mỗi mạng.' },
      may: [],
    },
    {
      id: 'i3',
      title: 'Khóa của bản sao lưu để nhầm chỗ',
      discoveredAt: '2026-09-02T01:15:00.000Z',
      touchesSystem: true,
      touchesPeople: false,
      people: null,
      notes: [{ at: '2026-09-02T01:30:00.000Z', what: 'Đã thay khóa.' }],
      reports: [report({ sent: SENT })],
      closed: null,
      may: ['incident.keep'],
    },
  ],
  next: null,
  may: ['incident.keep'],
};

export const example: Example = {
  shown: [
    { name: 'incidents', address: '/su-co', as: 'operator', ready: 'main article' },
    { name: 'incident-new', address: '/su-co', as: 'operator', press: ['main section button'], ready: 'main section form' },
    { name: 'incident-report', address: '/su-co', as: 'operator', press: ['[data-incident="i1"] .actions button'], ready: 'article form' },
    {
      name: 'incident-finding',
      address: '/su-co',
      as: 'operator',
      press: ['[data-incident="i1"] .actions button:nth-of-type(2)'],
      ready: 'article form',
    },
    {
      name: 'incident-close',
      address: '/su-co',
      as: 'operator',
      press: ['[data-incident="i3"] .actions button:nth-of-type(2)'],
      ready: 'article form',
    },
  ],
  answers: (app) => {
    answer(app, 'reads', '/incidents', () => INCIDENTS);
    answer(app, 'acts', '/incidents', (_request, reply) => reply.code(201).send({ id: 'i4' }));
    answer(app, 'acts', '/incidents/{id}/findings', (_request, reply) => reply.code(204).send());
    answer(app, 'acts', '/incidents/{id}/reports', (_request, reply) => reply.code(204).send());
    answer(app, 'acts', '/incidents/{id}/closing', (_request, reply) => reply.code(204).send());
  },
};
