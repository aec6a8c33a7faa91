/** A table that may be wider than the screen: it scrolls by itself, by keyboard too. A group: as a landmark it would be the second one of its heading. */
import type { ReactNode } from 'react';

export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
