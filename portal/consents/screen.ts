import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/xem-theo-dong-y',
    load: async () => (await import('./Consents.tsx')).Consents,
    menu: { task: 'consents', place: 66, act: 'consent.use', surface: 'portal', sign: IconLockOpen },
  },
  {
    address: '/xem-theo-dong-y/:id',
    load: async () => (await import('./ConsentedRecord.tsx')).ConsentedRecord,
    asks: 'consent.use',
  },
] as const satisfies readonly Screen[];
