import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/ket-noi-mang', load: async () => (await import('./Network.tsx')).Network, asks: 'bodies.read' },
] as const satisfies readonly Screen[];
