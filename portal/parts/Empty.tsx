/** Nothing here: says so, and what to do about it. */
import type { ReactNode } from 'react';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';

export function Empty({ title, next, children }: { readonly title: string; readonly next: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <IconInbox size={36} stroke={1.5} aria-hidden />
      <strong>{title}</strong>
      <p>{next}</p>
      {children}
    </div>
  );
}
