import type { Screen } from '#portal/screen.ts';

export const screens = [{ address: '/trinh-dien', load: null }] as const satisfies readonly Screen[];
