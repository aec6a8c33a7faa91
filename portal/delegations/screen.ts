import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/uy-quyen', load: async () => (await import('./Delegations.tsx')).Delegations },
] as const satisfies readonly Screen[];
