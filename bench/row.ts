/** One measurement beside its limit (or a peer) in the same run. Nothing here is asserted: what was seen is printed. */

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** what stands beside it */
  readonly beside: string;
  readonly besideValue: number;
  /** value against besideValue, as the goal reads it */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

export type Bench = (tell: (text: string) => void) => Promise<BenchRow[]>;

export const round = (value: number, places = 2): number => Math.round(value * 10 ** places) / 10 ** places;

/** The value below which `share` of the others lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const megabytes = (bytes: number): number => round(bytes / 1024 / 1024, 1);
