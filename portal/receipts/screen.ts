import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/bien-nhan/:number', load: async () => (await import('./ReceiptPage.tsx')).ReceiptPage, asks: 'nobody' },
  { address: '/kiem-tra-bien-nhan', load: async () => (await import('./FindReceipt.tsx')).FindReceipt, asks: 'nobody' },
] as const satisfies readonly Screen[];
