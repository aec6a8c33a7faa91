import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/sai-lech',
    load: async () => (await import('./Mismatches.tsx')).Mismatches,
    menu: { task: 'mismatches', place: 55, act: 'mismatch.work', surface: 'portal', sign: IconUserQuestion },
  },
  {
    address: '/sai-lech/:submissionId/:personId',
    load: async () => (await import('./MismatchPage.tsx')).MismatchPage,
    asks: 'mismatch.work',
  },
] as const satisfies readonly Screen[];
