/** How much a run of the bench measures: `--scale 0.1` a tenth, `--small` a twentieth, `--full` a million people in bulk, `--sizes 100000,500000` of `sizes`. */
import { parseArgs } from 'node:util';

export const { values: request } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    scale: { type: 'string' },
    small: { type: 'boolean' },
    full: { type: 'boolean' },
    sizes: { type: 'string' },
  },
});

const SMALL = 0.05;
export const SCALE = request.small ? SMALL : Number(request.scale ?? 1);

/** So many, in this run. */
export const scaled = (count: number): number => Math.max(1, Math.round(count * SCALE));
