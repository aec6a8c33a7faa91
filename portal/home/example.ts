/** How tests come to the screens of this folder, and the mock’s answers: what waits for a role. Never shipped. */
import type { HomeTask } from '#portal/api/generated/api.ts';
import { accountOf, answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const HOME_OF_ROLE: Readonly<Record<string, readonly HomeTask[]>> = {
  NHAP_LIEU: [
    { kind: 'uploads-to-fix', count: 1, oldestAt: '2026-11-24T02:41:00Z', href: '/ho-so-gui/s-fix' },
    { kind: 'submissions-to-submit', count: 2, oldestAt: '2026-11-24T01:05:00Z', href: '/ho-so-gui?can=send' },
    { kind: 'returned', count: 1, oldestAt: '2026-11-17T03:30:00Z', href: '/ho-so-gui/s-back' },
  ],
  XAC_NHAN: [
    { kind: 'items-to-confirm', count: 42, oldestAt: '2026-11-04T00:20:00Z', href: '/xac-nhan' },
    { kind: 'waiting-population', count: 7, oldestAt: '2026-11-23T05:00:00Z', href: '/ho-so-gui?can=matching' },
  ],
  GIAM_SAT: [
    { kind: 'complaints-to-answer', count: 1, oldestAt: '2026-11-21T02:00:00Z', href: '/giam-sat?phan=khieu-nai' },
    { kind: 'readings-unusual', count: 2, oldestAt: '2026-11-23T00:00:00Z', href: '/giam-sat' },
    { kind: 'checkpoints-unverified', count: 1204, oldestAt: '2026-11-22T02:00:00Z', href: '/nhat-ky' },
  ],
  QT_BNDP: [{ kind: 'grants-waiting', count: 1, oldestAt: '2026-11-23T02:00:00Z', href: '/tai-khoan' }],
  VU_CCVC: [{ kind: 'list-additions-to-decide', count: 2, oldestAt: '2026-11-20T02:10:00Z', href: '/danh-muc' }],
};

export const example: Example = {
  shown: [
    { name: 'welcome', address: '/', as: null, ready: 'main a[href="/trinh-dien"]' },
    { name: 'home', address: '/', as: 'clerk', ready: '.task' },
    { name: 'home-ministry', address: '/', as: 'ministry', ready: 'a.task[href="/danh-muc"]' },
    { name: 'home-administrator', address: '/', as: 'admin', ready: '[data-way="accounts"]' },
    { name: 'home-operator', address: '/', as: 'operator', ready: '#home-running' },
    { name: 'home-auditor', address: '/', as: 'auditor', ready: 'a.task[href^="/giam-sat"]' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/home', (request) => ({ tasks: HOME_OF_ROLE[accountOf(request)?.role ?? ''] ?? [], sources: [] }));
  },
};
