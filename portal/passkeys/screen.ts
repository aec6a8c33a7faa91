import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/khoa-truy-cap', load: async () => (await import('./MyPasskeys.tsx')).MyPasskeys },
] as const satisfies readonly Screen[];
