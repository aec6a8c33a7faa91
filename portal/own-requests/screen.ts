import IconHandFinger from '@tabler/icons-react/dist/esm/icons/IconHandFinger.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/toi/yeu-cau',
    load: async () => (await import('./OwnRequests.tsx')).OwnRequests,
    menu: { task: 'ownRequests', place: 145, act: 'own', surface: 'portal', sign: IconHandFinger },
  },
] as const satisfies readonly Screen[];
