import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/xem-them', load: async () => (await import('./ReadingAllowances.tsx')).ReadingAllowances },
] as const satisfies readonly Screen[];
