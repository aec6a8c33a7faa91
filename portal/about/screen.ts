import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/tro-nang', load: async () => (await import('./Accessibility.tsx')).Accessibility, asks: 'nobody' },
] as const satisfies readonly Screen[];
