/** A state in a word and a sign; colour only repeats it. */
import type { ComponentType, ReactNode } from 'react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs';
import type { Tone } from './tones.ts';

const SIGN: Readonly<Record<Tone, ComponentType<{ size?: number; className?: string; 'aria-hidden'?: boolean }>>> = {
  good: IconCheck,
  bad: IconAlertCircle,
  warn: IconAlertTriangle,
  note: IconPencil,
  wait: IconClock,
  off: IconBan,
};

export function Mark({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const Sign = SIGN[tone];
  return (
    <span className={`mark ${tone}`}>
      <Sign className="icon" size={14} aria-hidden />
      {children}
    </span>
  );
}
