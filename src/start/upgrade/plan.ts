/** What an upgrade would do, and what stands against it. Looks, and changes nothing. */
import type pg from 'pg';
import { schemaHeadOf } from '#base/database/application-name.ts';
import { contractsAfterOf } from '#base/database/expand-contract.ts';
import { migrationNames } from '#base/database/migrate.ts';
import type { Problem } from '#base/problem.ts';
import { DISK_FREE_BYTES_MIN } from '#start/checks/machine.ts';
import { diskLittle } from '#start/problems.ts';
import { upgradeServersTooOld } from '#start/upgrade/problems.ts';

export interface UpgradePlan {
  /** newest migration of the database */
  readonly from: string;
  /** newest one of this program */
  readonly to: string;
  readonly steps: readonly string[];
  /** what runs on the database now: newest migration that each of its programs knows, and connections */
  readonly servers: readonly { readonly head: string; readonly connections: number }[];
  /** null: none is made, for the reason that was given */
  readonly backup: { readonly file: string; readonly folder: string; readonly bytesAtMost: number; readonly bytesFree: number } | null;
}

export async function runningServers(client: pg.ClientBase): Promise<UpgradePlan['servers']> {
  const { rows } = await client.query<{ name: string; connections: number }>(
    `select application_name as name, count(*)::int as connections from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() group by 1 order by 1`,
  );
  return rows.flatMap(({ name, connections }) => {
    const head = schemaHeadOf(name);
    return head === null ? [] : [{ head, connections }];
  });
}

/** Migrations of this program that the database does not have, in order. */
export async function stepsFor(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration_checksum');
  const there = new Set(rows.map(({ name }) => name));
  return migrationNames().filter((name) => !there.has(name));
}

/** Bytes that a logical copy of the database takes at most: indexes are not in it, text is longer than what it stands for. */
export async function databaseBytes(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database())::text as bytes');
  return Number(rows[0]!.bytes);
}

const MIB = 1024 * 1024;

/** Pure but for the migrations' own words. @param contractsAfter  of a step: the oldest program that may run beside it */
export function judgeUpgrade(
  { steps, servers, backup }: Pick<UpgradePlan, 'steps' | 'servers' | 'backup'>,
  contractsAfter: (step: string) => string | null = contractsAfterOf,
): Problem[] {
  const problems: Problem[] = [];
  const oldest = steps.map(contractsAfter).reduce<string>((most, one) => (one !== null && one > most ? one : most), '');
  const tooOld = servers.filter(({ head }) => head < oldest);
  if (tooOld.length > 0) problems.push(upgradeServersTooOld({ found: tooOld.map(({ head }) => head).join(', '), oldest }));
  if (backup) {
    const wanted = backup.bytesAtMost + DISK_FREE_BYTES_MIN;
    if (backup.bytesFree < wanted)
      problems.push(
        diskLittle({ folder: backup.folder, free: String(Math.floor(backup.bytesFree / MIB)), least: String(Math.ceil(wanted / MIB)) }),
      );
  }
  return problems;
}
