import IconClipboardCheck from '@tabler/icons-react/dist/esm/icons/IconClipboardCheck.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/toi/ke-khai',
    load: async () => (await import('./OwnDeclaration.tsx')).OwnDeclaration,
    menu: { task: 'ownDeclaration', place: 115, act: 'own', surface: 'portal', sign: IconClipboardCheck },
  },
  { address: '/toi/ke-khai/:group', load: async () => (await import('./DeclareGroup.tsx')).DeclareGroup },
] as const satisfies readonly Screen[];
