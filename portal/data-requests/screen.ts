import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/yeu-cau-du-lieu',
    load: async () => (await import('./DataRequests.tsx')).DataRequests,
    menu: { task: 'dataRequests', place: 59, act: 'mismatch.work', surface: 'portal', sign: IconUserQuestion },
  },
] as const satisfies readonly Screen[];
