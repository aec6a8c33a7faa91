/** Light or dark: the choice, where it is kept, and who else must hear of it. The first paint is `public/color-scheme.js`. */
import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

const STORED = 'congvu-colour';

const stored = (): MantineColorScheme | null => {
  try {
    const value = localStorage.getItem(STORED);
    return value === 'dark' || value === 'light' ? value : null;
  } catch {
    return null;
  }
};

export const colourManager: MantineColorSchemeManager = {
  get: (otherwise) => stored() ?? otherwise,
  set: (value) => {
    try {
      localStorage.setItem(STORED, value);
    } catch {
      /* storage is shut: holds for this page */
    }
  },
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {
    try {
      localStorage.removeItem(STORED);
    } catch {
      /* nothing was kept */
    }
  },
};
