/** How the verdicts look: shapes and signs, so that none speaks by colour alone; and what the device says by vibration. */
import type { VerdictHaptic, VerdictIcon, VerdictShape } from '#standard/card/verdict-words.ts';
import { drawing } from './element.ts';

/** In a square of 24. `broken-circle` is drawn dashed, `band` hatched, by the style sheet. */
export const SHAPE_PATHS: Readonly<Record<VerdictShape, string>> = {
  circle: 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z',
  'broken-circle': 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z',
  octagon: 'M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z',
  square: 'M4 1h16a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z',
  triangle: 'M12 1.2L23.4 21.5a.8.8 0 0 1-.7 1.2H1.3a.8.8 0 0 1-.7-1.2z',
  band: 'M1 6h22v12H1z',
};

export const SIGN_PATHS: Readonly<Record<VerdictIcon, readonly string[]>> = {
  check: ['M7 12.5l3.5 3.5L17 9'],
  cross: ['M8 8l8 8M16 8l-8 8'],
  hourglass: ['M8.5 7h7M8.5 18h7M9.5 7v2l5 5.5V18M14.5 7v2l-5 5.5V18'],
  question: ['M9.3 9.2a2.8 2.8 0 1 1 4.4 2.6c-1 .7-1.7 1.2-1.7 2.4', 'M12 17.4v.1'],
  warning: ['M12 9v5.5', 'M12 18v.1'],
  clock: ['M12 9.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0-9.2z', 'M12 11.6V14l1.6 1.2'],
  again: ['M16.5 9.5A5.2 5.2 0 1 0 17 13', 'M17 6.8v3h-3'],
  sample: ['M5 15.5l4-7M10 15.5l4-7M15 15.5l4-7'],
};

export function emblem(shape: VerdictShape, icon: VerdictIcon): SVGSVGElement {
  const svg = drawing([SHAPE_PATHS[shape], ...SIGN_PATHS[icon]], `emblem ${shape} ${icon}`);
  svg.firstElementChild?.classList.add('shape');
  return svg;
}

/** Milliseconds of vibration and rest. */
const PULSES: Readonly<Record<VerdictHaptic, number[]>> = {
  short: [120],
  double: [200, 120, 200],
  triple: [250, 120, 250, 120, 250],
};

/** Where the device can; iPhones cannot. */
export function vibrate(haptic: VerdictHaptic): void {
  (navigator as { vibrate?: (pattern: number[]) => boolean }).vibrate?.(PULSES[haptic]);
}

/** Signs of the page itself, strokes in a square of 24. */
export const ICONS = {
  scan: ['M4 8V5a1 1 0 0 1 1-1h3', 'M16 4h3a1 1 0 0 1 1 1v3', 'M20 16v3a1 1 0 0 1-1 1h-3', 'M8 20H5a1 1 0 0 1-1-1v-3', 'M4 12h16'],
  picture: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15.5 9v.1'],
  online: ['M5 12.5l4.5 4.5L19 7.5'],
  offline: ['M4 4l16 16', 'M9 12a5 5 0 0 1 6 0', 'M6 9a9 9 0 0 1 3-1.8', 'M14 7.2A9 9 0 0 1 18 9', 'M12 17v.1'],
  warn: ['M12 4l9 16H3z', 'M12 10v4', 'M12 17v.1'],
} as const;
