import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/dot-ke-khai',
    load: async () => (await import('./DeclarationCalls.tsx')).DeclarationCalls,
    menu: { task: 'declarationCalls', place: 61, act: 'declaration.call', surface: 'portal', sign: IconSpeakerphone },
  },
] as const satisfies readonly Screen[];
