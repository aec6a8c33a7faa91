/** A maker as columns hold it, there and back. Pure. */
import type { Maker } from './shapes.ts';

export function makerOf(kind: Maker['kind'], id: string, identity: Uint8Array | null): Maker {
  if (kind === 'node') return { kind, id, identity: null };
  if (identity === null) throw new Error(`a maker that is a${kind === 'account' ? 'n account' : ' person'} has no identity`);
  return { kind, id, identity: Buffer.from(identity).toString('hex') };
}

/** null for a node. */
export const identityBytes = ({ identity }: Maker): Buffer | null => (identity === null ? null : Buffer.from(identity, 'hex'));
