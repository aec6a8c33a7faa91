import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/huong-dan', load: async () => (await import('./Guide.tsx')).Guide, asks: 'nobody' },
] as const satisfies readonly Screen[];
