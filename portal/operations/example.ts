/** How tests come to the screens of this folder, and the mock’s answers: a running installation. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const GIB = 1024 ** 3;

export const example: Example = {
  shown: [{ name: 'operations', address: '/van-hanh', as: 'operator', ready: '#versions' }],
  answers: (app) => {
    answer(app, 'reads', '/operations', () => ({
      checks: [
        { name: 'database', ok: true, decides: true, detail: 'answers' },
        { name: 'migrations', ok: true, decides: true, detail: '0394_access_rows' },
        { name: 'sequencer', ok: true, decides: true, detail: '0 s behind' },
        { name: 'disk', ok: false, decides: true, detail: '140 MiB free' },
      ],
      jobs: [{ name: 'submission.check', waiting: 3, running: 1, failed: 2, oldestAt: '2026-11-24T02:40:00Z' }],
      sources: [{ source: 'CSDLQGVDC', state: 'open', since: '2026-11-24T02:10:00Z', tryAt: '2026-11-24T03:10:00Z', failures: 6 }],
      disk: { freeBytes: Math.round(0.14 * GIB), totalBytes: 50 * GIB },
      database: { bytes: 12 * GIB, signedIn: 41 },
      log: { size: 18240, waiting: 3 },
      backup: { madeAt: '2026-11-23T18:00:00Z', restoredAt: null },
      versions: [
        { name: 'congvu', version: '0.1.0' },
        { name: 'node', version: '24.21.0' },
        { name: 'postgresql', version: '18.1' },
        { name: 'schema', version: '0394_access_rows' },
        { name: 'dictionary', version: '2026.2' },
      ],
    }));
  },
};
