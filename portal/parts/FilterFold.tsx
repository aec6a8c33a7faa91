/** What narrows a list: open where there is room for it, folded on a phone, so that the list itself stands in the window. */
import { useState } from 'react';
import type { ReactNode } from 'react';

/** As the phone's rules of `look.css`. */
const HAS_ROOM = '(min-width: 40.01rem) and (min-height: 30.01rem)';

export function FilterFold({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [open] = useState(() => window.matchMedia(HAS_ROOM).matches);
  return (
    <details className="filter-fold" open={open}>
      <summary>{label}</summary>
      <div className="filters">{children}</div>
    </details>
  );
}
