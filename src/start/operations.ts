/** What keeps the installation running, for who operates it: health, work in the queue, the population source, disk, backup, versions. Nobody's record. */
import { statfs } from 'node:fs/promises';
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { json } from '#base/http/answer.ts';
import { orNull } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { sourceStates } from '#record/matching/store.ts';
import { readinessChecks } from './health.ts';
import type { HealthNeeds } from './health.ts';
import { jobsByName, postgresVersion, runningFacts } from './running-facts.ts';
import { versionsOf } from './versions.ts';

export type OperationsNeeds = AuditNeeds & HealthNeeds;

const Operations = Type.Object(
  {
    checks: Type.Array(Type.Object({ name: Type.String(), ok: Type.Boolean(), decides: Type.Boolean(), detail: Type.String() })),
    /** work of the background by name; nothing where all is done */
    jobs: Type.Array(
      Type.Object({
        name: Type.String(),
        waiting: Type.Integer(),
        running: Type.Integer(),
        failed: Type.Integer(),
        oldestAt: orNull(Type.String()),
      }),
    ),
    sources: Type.Array(
      Type.Object({
        source: Type.String(),
        state: Type.String(),
        since: Type.String(),
        tryAt: orNull(Type.String()),
        failures: Type.Integer(),
      }),
    ),
    disk: Type.Object({ freeBytes: Type.Integer(), totalBytes: Type.Integer() }),
    database: Type.Object({ bytes: Type.Integer(), signedIn: Type.Integer() }),
    log: Type.Object({ size: Type.Integer(), waiting: Type.Integer() }),
    backup: Type.Object({ madeAt: orNull(Type.String()), restoredAt: orNull(Type.String()) }),
    versions: Type.Array(Type.Object({ name: Type.String(), version: Type.String() })),
  },
  { title: 'Running' },
);

export function operationsRoutes(app: FastifyInstance, needs: OperationsNeeds): void {
  route(app, needs, {
    id: 'getOperations',
    tag: 'operations',
    summary: { vi: 'Tình trạng vận hành của hệ thống', en: 'How the installation runs' },
    method: 'GET',
    path: '/api/v1/operations',
    act: 'operations.read',
    read: nobody('counts, sizes, instants and versions'),
    answer: json(Operations),
    work: async ({ tx }) => {
      const facts = await runningFacts(tx);
      const jobs = await jobsByName(tx);
      const sources = await sourceStates(tx);
      const disk = await statfs(needs.dataFolder);
      return ok({
        checks: await readinessChecks(needs),
        jobs: jobs.map(({ name, waiting, running, failed, oldest }) => ({ name, waiting, running, failed, oldestAt: oldest })),
        sources: sources.map(({ source, state, since, tryAt, failures }) => ({ source, state, since, tryAt, failures })),
        disk: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
        database: { bytes: facts?.database_bytes ?? 0, signedIn: facts?.signed_in ?? 0 },
        log: { size: facts?.log_size ?? 0, waiting: facts?.log_waiting ?? 0 },
        backup: { madeAt: facts?.backup_at ?? null, restoredAt: facts?.restored_at ?? null },
        versions: Object.entries(versionsOf({ ...needs, postgresql: await postgresVersion(tx) })).map(([name, version]) => ({
          name,
          version,
        })),
      });
    },
  });
}
