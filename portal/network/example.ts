/** How tests come to the screens of this folder, and the mock’s answers: agencies of each standing. Never shipped. */
import type { NetworkBodies } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const SLOW = {
  code: 'E-NET-SLOW',
  severity: 'error' as const,
  title: { vi: 'Đường truyền chậm: tải về 0,4, gửi lên 0,2 Mbit/giây.', en: 'The line is slow: 0.4 down, 0.2 up, in Mbit/s.' },
  next: { vi: 'Dừng việc tải khác và kiểm tra lại.', en: 'Stop other downloads and check again.' },
};
const body = (id: string, code: string, name: string) => ({ id, code, name });

export const example: Example = {
  shown: [{ name: 'network', address: '/ket-noi-mang', as: 'operator', ready: '#network-bodies ~ * tbody tr, section tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/network-check/bodies', (): NetworkBodies => ({
      totals: { failed: 1, never: 1, passed: 1 },
      items: [
        {
          body: body('b1', 'H26', 'UBND tỉnh Mẫu Sơn'),
          standing: 'failed',
          checkedAt: '2026-11-24T02:40:00Z',
          by: 'desk',
          findings: [SLOW],
        },
        { body: body('b2', 'H26.03', 'Sở Giáo dục và Đào tạo'), standing: 'never', checkedAt: null, by: null, findings: [] },
        { body: body('b3', 'H26.15', 'Sở Nội vụ'), standing: 'passed', checkedAt: '2026-11-23T02:40:00Z', by: 'browser', findings: [] },
      ],
      next: null,
    }));
    answer(app, 'reads', '/network-check', (request) => ({
      service: 'congvu' as const,
      nonce: String((request.query as { nonce?: string }).nonce),
      now: new Date().toISOString(),
      proxyBetween: false,
    }));
    answer(app, 'acts', '/network-check/results', () => ({
      passed: false,
      findings: [SLOW],
      checkedAt: '2026-11-24T02:40:00Z',
      body: null,
    }));
    answer(
      app,
      'acts',
      '/network-check/tokens',
      () => ({ token: '7K3Q9-M2XWA', code: 'H26', endsAt: '2026-11-25T02:40:00Z', uses: 20 }),
      201,
    );
  },
};
