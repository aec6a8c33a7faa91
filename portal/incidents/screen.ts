import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/su-co',
    load: async () => (await import('./Incidents.tsx')).Incidents,
    menu: { task: 'incidents', place: 87, act: 'incident.read', surface: 'administration', sign: IconAlertTriangle },
  },
] as const satisfies readonly Screen[];
