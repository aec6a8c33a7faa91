/** Which copies are kept: so many days, weeks, months, each by its newest; and never fewer than the newest and the one that was last restored whole. */

export interface BackupFile {
  readonly name: string;
  /** when it was made, in UTC */
  readonly at: Date;
}
export interface Retention {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

const NAME = /^congvu-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/;

/** Of files that nobody named otherwise. */
export const backupName = (at: string): string => `congvu-${at.replaceAll(/[-:]|\.\d+/g, '')}.backup`;

export function backupFiles(names: readonly string[]): BackupFile[] {
  return names
    .flatMap((name) => {
      const [, y, m, d, h, i, s] = NAME.exec(name) ?? [];
      return y === undefined ? [] : [{ name, at: new Date(`${y}-${m}-${d}T${h}:${i}:${s}Z`) }];
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** Days, weeks (from Monday) and months by names that sort like them. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
const weekOf = (at: Date): string => {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return dayOf(monday);
};

/** `"14,8,12"`: days, weeks, months; null: it cannot be read, or keeps nothing. */
export function retentionOf(text: string): Retention | null {
  const parts = /^(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(text)?.slice(1).map(Number);
  return parts && parts.some((n) => n > 0) ? { days: parts[0]!, weeks: parts[1]!, months: parts[2]! } : null;
}

/**
 * @param files   the newest first
 * @param proven  the one that a drill last restored whole; null: none was
 * @returns       names that go
 */
export function backupsToRemove(files: readonly BackupFile[], { days, weeks, months }: Retention, proven: string | null): string[] {
  const kept = new Set<string>([...(files[0] ? [files[0].name] : []), ...(proven === null ? [] : [proven])]);
  for (const [most, periodOf] of [
    [days, dayOf],
    [weeks, weekOf],
    [months, monthOf],
  ] as const) {
    const newest = new Map<string, string>();
    for (const { name, at } of files) if (!newest.has(periodOf(at))) newest.set(periodOf(at), name);
    for (const name of [...newest.values()].slice(0, most)) kept.add(name);
  }
  return files.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}
