import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/tai-khoan',
    load: async () => (await import('./Accounts.tsx')).Accounts,
    menu: { task: 'accounts', place: 78, act: 'grants.read', surface: 'administration', sign: IconUsers },
  },
] as const satisfies readonly Screen[];
