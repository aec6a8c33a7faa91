import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/bien-nhan/:number', load: async () => (await import('./ReceiptPage.tsx')).ReceiptPage },
] as const satisfies readonly Screen[];
