/** What an installation in use must keep doing: its log, its background work, its backups, its certificates. */
import { certificateEnds } from '#uses/card/open-signer.ts';
import type { Clock } from '#base/clock.ts';
import { withConnection } from '#base/database/connect.ts';
import type { Result } from '#base/problem.ts';
import { ok } from '#base/problem.ts';
import type { DrillMark, Marks } from '#start/installation-marks.ts';
import { backupNever, backupOld, certificateEnds as endsSoon, jobsFailed, logLags, retentionLate } from '#start/problems.ts';
import { drillFailed, drillNever, drillOld } from '#start/drill/problems.ts';
import type { CheckResult } from './shapes.ts';
import { backupFound, certificatesFound, drillFound, jobsFound, logFound, retentionFound } from './words.ts';

/** The log may lag so far behind the acts, in seconds, before the server says that it is not ready. */
export const SEQUENCER_LAG_SECONDS_MAX = 60;
/** A backup each day, and two hours for the one that runs. */
export const BACKUP_HOURS_MAX = 26;
/** What is past its term is looked for each day; a worker that was away over a night is no fault. */
const RETENTION_HOURS_MAX = 50;
/** A drill each month, and some days for who has to bring the offline key. */
export const DRILL_DAYS_MAX = 35;
/**
 * Certificates are told so long before they end, in days. Anchor and key for the trust list change by a ceremony (docs/card/le-ky-neo.md); the
 * others by themselves while a server runs, 35 days before they end.
 */
const CERTIFICATE_DAYS_MIN = { anchor: 180, list: 60, card: 30, status: 30, door: 30 } as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Running {
  readonly lag: number;
  readonly waiting: number;
  readonly failed: number;
  readonly failed_names: string;
  readonly backup_at: Date | null;
  readonly retention_at: Date | null;
}

/** What readiness tells of copies: nothing of it takes a server away. */
export function judgeMarks(
  { backup, drill }: Marks,
  nowMs: number,
): { readonly name: 'backup' | 'restore-drill'; readonly ok: boolean; readonly detail: string }[] {
  const hours = backup === null ? null : Math.floor((nowMs - Date.parse(backup.at)) / HOUR_MS);
  const days = drill === null ? null : Math.floor((nowMs - Date.parse(drill.at)) / DAY_MS);
  return [
    { name: 'backup', ok: hours !== null && hours <= BACKUP_HOURS_MAX, detail: hours === null ? 'none is known' : `${hours} h old` },
    {
      name: 'restore-drill',
      ok: drill?.whole === true && days !== null && days <= DRILL_DAYS_MAX,
      detail: drill === null ? 'never' : `${days} days ago, ${drill.whole ? 'whole' : 'NOT whole'}`,
    },
  ];
}

/** Pure: the last drill, as it is told to who operates. */
export function judgeDrill(drill: DrillMark | null, nowMs: number): CheckResult {
  const days = drill === null ? null : Math.floor((nowMs - Date.parse(drill.at)) / DAY_MS);
  const problems =
    drill === null || days === null
      ? [drillNever()]
      : !drill.whole
        ? [drillFailed({ file: drill.file })]
        : days > DRILL_DAYS_MAX
          ? [drillOld({ days: String(days) })]
          : [];
  return { name: 'restore-drill', state: problems.length > 0 ? 'warning' : 'ok', found: drillFound(drill?.at ?? null), problems };
}

const QUESTION = `
  select audit_lag_seconds() as lag,
         (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')) as waiting,
         (select count(*)::int from pgboss.job where state = 'failed') as failed,
         coalesce((select string_agg(distinct name, ', ' order by name) from pgboss.job where state = 'failed'), '') as failed_names,
         (select max(at) from audit_event where act = 'backup.made') as backup_at,
         (select max(at) from audit_event where act = 'retention.run') as retention_at`;

/** Pure: what the figures mean. */
export function judgeRunning({ lag, waiting, failed, failed_names, backup_at, retention_at }: Running, nowMs: number): CheckResult[] {
  const seconds = Math.round(lag);
  const retained = retention_at === null ? null : Math.floor((nowMs - retention_at.getTime()) / HOUR_MS);
  const hours = backup_at === null ? null : Math.floor((nowMs - backup_at.getTime()) / HOUR_MS);
  return [
    {
      name: 'log',
      state: lag > SEQUENCER_LAG_SECONDS_MAX ? 'failed' : 'ok',
      found: logFound(seconds),
      problems: lag > SEQUENCER_LAG_SECONDS_MAX ? [logLags({ seconds: String(seconds), most: String(SEQUENCER_LAG_SECONDS_MAX) })] : [],
    },
    {
      name: 'jobs',
      state: failed > 0 ? 'warning' : 'ok',
      found: jobsFound(waiting),
      problems: failed > 0 ? [jobsFailed({ count: String(failed), names: failed_names })] : [],
    },
    {
      name: 'backup',
      state: hours === null || hours > BACKUP_HOURS_MAX ? 'warning' : 'ok',
      found: backupFound(backup_at?.toISOString() ?? null),
      problems: hours === null ? [backupNever()] : hours > BACKUP_HOURS_MAX ? [backupOld({ hours: String(hours) })] : [],
    },
    {
      name: 'retention',
      state: retained === null || retained > RETENTION_HOURS_MAX ? 'warning' : 'ok',
      found: retentionFound(retention_at?.toISOString() ?? null),
      problems:
        retained === null || retained > RETENTION_HOURS_MAX ? [retentionLate({ hours: retained === null ? '–' : String(retained) })] : [],
    },
  ];
}

export async function checkRunning(ownerUrl: string, clock: Clock): Promise<Result<CheckResult[]>> {
  const asked = await withConnection('DATABASE_OWNER_URL', ownerUrl, async (client) => (await client.query<Running>(QUESTION)).rows[0]!);
  return asked.ok ? ok(judgeRunning(asked.value, Date.parse(clock.now()))) : asked;
}

export function checkCertificates(keysFolder: string, nowMs: number): CheckResult {
  const ends = certificateEnds(keysFolder).toSorted((a, b) => a.notAfter.localeCompare(b.notAfter));
  const soon = ends.filter(({ use, notAfter }) => Date.parse(notAfter) - nowMs < CERTIFICATE_DAYS_MIN[use] * 24 * HOUR_MS);
  return {
    name: 'certificates',
    state: soon.some(({ notAfter }) => Date.parse(notAfter) <= nowMs) ? 'failed' : soon.length > 0 ? 'warning' : 'ok',
    found: certificatesFound(ends[0]?.notAfter.slice(0, 10) ?? null),
    problems: soon.map(({ label, notAfter }) => endsSoon({ label, day: notAfter.slice(0, 10) })),
  };
}
