import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/danh-muc',
    load: async () => (await import('./ListAdditions.tsx')).ListAdditions,
    menu: { task: 'lists', place: 80, act: 'lists.read', surface: 'administration', sign: IconListDetails },
  },
] as const satisfies readonly Screen[];
