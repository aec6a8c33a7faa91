/** Light or dark: the choice, where it is kept, and what the page is told. The first paint is `public/color-scheme.js`. */
import { useSyncExternalStore } from 'react';

const STORED = 'congvu-colour';
const DARK = '(prefers-color-scheme: dark)';

export type Colour = 'light' | 'dark';

/** null: as the system says */
const stored = (): Colour | null => {
  try {
    const value = localStorage.getItem(STORED);
    return value === 'dark' || value === 'light' ? value : null;
  } catch {
    return null;
  }
};

let chosen = stored();
const listeners = new Set<() => void>();
const current = (): Colour => chosen ?? (matchMedia(DARK).matches ? 'dark' : 'light');

function show(): void {
  document.documentElement.dataset['scheme'] = current();
  for (const listener of listeners) listener();
}

/** Follows the system while nobody chose. Called once. */
export const watchColour = (): void => matchMedia(DARK).addEventListener('change', show);

export function chooseColour(colour: Colour): void {
  chosen = colour;
  try {
    localStorage.setItem(STORED, colour);
  } catch {
    /* storage is shut: holds for this page */
  }
  show();
}

function onColour(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
export const useColour = (): Colour => useSyncExternalStore(onColour, current);
