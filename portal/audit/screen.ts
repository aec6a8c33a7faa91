import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/nhat-ky',
    load: async () => (await import('./AuditLog.tsx')).AuditLog,
    menu: { task: 'audit', place: 90, act: 'audit.verify', surface: 'administration', sign: IconShieldCheck },
  },
] as const satisfies readonly Screen[];
