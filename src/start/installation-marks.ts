/** What commands note of this installation beside their row in the log, so that readiness and metrics need not look through the log: the last backup, the last drill. */
import type { Tx } from '#base/database/transaction.ts';

export interface BackupMark {
  readonly at: string;
  /** file name without its folder */
  readonly file: string | null;
}
export interface DrillMark {
  readonly at: string;
  readonly whole: boolean;
  /** the backup that was restored */
  readonly file: string;
  /** when it was made */
  readonly madeAt: string;
  readonly seconds: number;
  readonly people: number;
  readonly receipts: number;
  readonly attestations: number;
}
export interface Marks {
  readonly backup: BackupMark | null;
  readonly drill: DrillMark | null;
}

const NAMES = { backup: 'last-backup', drill: 'last-restore-drill' } as const;

export async function setMark<Name extends keyof typeof NAMES>(tx: Tx, name: Name, mark: NonNullable<Marks[Name]>): Promise<void> {
  await tx.query('insert into installation (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value', [
    NAMES[name],
    JSON.stringify(mark),
  ]);
}

/** Null: never, as far as this installation knows. */
export async function readMarks(tx: Tx): Promise<Marks> {
  const rows = await tx.query<{ name: string; value: string }>('select name, value from installation where name = any ($1)', [
    Object.values(NAMES),
  ]);
  const of = (name: string): unknown => {
    const found = rows.find((row) => row.name === name);
    return found ? JSON.parse(found.value) : null;
  };
  return { backup: of(NAMES.backup) as BackupMark | null, drill: of(NAMES.drill) as DrillMark | null };
}
