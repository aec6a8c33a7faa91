/** Single-letter keys of a screen. Silent while somebody types, and with Ctrl, Alt or Meta held. */
import { useEffect, useRef } from 'react';

export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog')) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
