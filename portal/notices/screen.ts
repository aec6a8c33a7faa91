import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/thong-bao', load: async () => (await import('./Notices.tsx')).Notices },
] as const satisfies readonly Screen[];
