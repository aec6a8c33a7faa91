import type { Screen } from '#portal/screen.ts';

export const screens = [{ address: '/trinh-dien', load: null, asks: 'nobody' }] as const satisfies readonly Screen[];
