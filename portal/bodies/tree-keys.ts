/** Which row of a tree a key leads to; the rows are those in sight, in their order. Pure. */
export interface TreeRow {
  readonly depth: number;
  readonly open: boolean;
  readonly hasChildren: boolean;
}

export type TreeMove = { readonly to: number } | { readonly open: number } | { readonly close: number } | null;

export function moveIn(rows: readonly TreeRow[], at: number, key: string): TreeMove {
  const row = rows[at];
  if (!row) return null;
  const within = (to: number): TreeMove => (to >= 0 && to < rows.length && to !== at ? { to } : null);
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'Home':
      return within(0);
    case 'End':
      return within(rows.length - 1);
    case 'ArrowRight':
      if (!row.hasChildren) return null;
      return row.open ? (rows[at + 1] && rows[at + 1]!.depth > row.depth ? { to: at + 1 } : null) : { open: at };
    case 'ArrowLeft': {
      if (row.open) return { close: at };
      const above = rows.slice(0, at).findLastIndex(({ depth }) => depth < row.depth);
      return above < 0 ? null : { to: above };
    }
    default:
      return null;
  }
}
