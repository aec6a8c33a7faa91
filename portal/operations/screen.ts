import IconServer from '@tabler/icons-react/dist/esm/icons/IconServer.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/van-hanh',
    load: async () => (await import('./Operations.tsx')).Operations,
    menu: { task: 'operations', place: 83, act: 'operations.read', surface: 'administration', sign: IconServer },
  },
] as const satisfies readonly Screen[];
