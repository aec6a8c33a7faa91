import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/kiem-tra-xac-nhan', load: async () => (await import('./CheckAttestation.tsx')).CheckAttestation, asks: 'nobody' },
] as const satisfies readonly Screen[];
