/** A real installation for measuring: embedded PostgreSQL with fsync, all migrations, bodies; no server. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyByCode } from '#authority/organisations/store.ts';
import { readConfig } from '#base/config.ts';
import { compose } from '#start/compose.ts';
import type { Composed } from '#start/compose.ts';
import { openAll } from '#start/open.ts';

export interface Installation {
  readonly composed: Composed;
  readonly ownerUrl: string;
  readonly bodyId: string;
  /** for a second process on the same installation */
  readonly place: Place;
  close(): Promise<void>;
}

/** Where an installation stands: its folder, and the database that another process runs for it. */
export interface Place {
  readonly folder: string;
  readonly app: string;
  readonly owner: string;
}

/**
 * @param bodyCode  the body whose people are measured
 * @param at        an installation that another process has opened and keeps
 */
export async function openInstallation(bodyCode: string, at?: Place): Promise<Installation> {
  const folder = at?.folder ?? (await mkdtemp(join(tmpdir(), 'congvu-bench-')));
  // As root the database walks through it as `nobody`; where it cannot, it would stand elsewhere and stay there.
  if (!at) await chmod(folder, 0o755);
  const config = readConfig({
    DEMO: '1',
    DATA_FOLDER: folder,
    LOG_LEVEL: 'error',
    ...(at ? { DATABASE_URL: at.app, DATABASE_OWNER_URL: at.owner } : {}),
  });
  if (!config.ok) throw new Error('settings');
  const opened = await openAll(config.value, () => undefined);
  if (!opened.ok) throw new Error(opened.problems[0]!.title.en);
  const composed = compose({ ...opened.value, simulators: [] });
  const bodyId = await composed.db.transaction(await composed.jobSession(null), (tx) => bodyByCode(tx, bodyCode, composed.clock.today()));
  if (!bodyId) throw new Error(`no body ${bodyCode}`);
  return {
    composed,
    bodyId,
    ownerUrl: opened.value.urls.owner,
    place: { folder, ...opened.value.urls },
    async close() {
      await opened.value.close();
      if (!at) await rm(folder, { recursive: true, force: true });
    },
  };
}
