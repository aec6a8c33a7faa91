/** `congvu retention`: what has passed its term and goes in the next run, by kind. Changes nothing; runs beside a server. */
import { systemClock } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { SOURCE, dueByKind } from '#start/retention/retention.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { keptFor } from '#standard/law/component-terms.ts';
import type { KeptFor } from '#standard/law/component-terms.ts';
import { openJudgedServer } from '#start/open.ts';
import type { CommandIo } from './card-command.ts';

/** What of a record is kept how long: groups that have the same term together. */
const components = (on: PlainDate): readonly (KeptFor & { readonly groups: readonly string[] })[] =>
  [...Map.groupBy(GROUPS, ({ code }) => JSON.stringify(keptFor(code, on)))].map(([term, groups]) => ({
    groups: groups.map(({ code }) => code),
    ...(JSON.parse(term) as KeptFor),
  }));
const componentLine = ({ groups, years, law, confidence }: ReturnType<typeof components>[number]): string =>
  years === null
    ? `Hồ sơ, nhóm ${groups.join(' ')}: lưu vĩnh viễn, không tự xóa · kept for ever (${law}; ${confidence})`
    : `Hồ sơ, nhóm ${groups.join(' ')}: ${years} năm sau khi thôi công tác, không tự xóa · ${years} years after service (${law}; ${confidence})`;

/** Exit 0 told, 2 the database could not be opened. */
export async function runRetention(request: { readonly json: boolean }, io: CommandIo): Promise<number> {
  const config = readConfig(process.env);
  const server = config.ok ? await openJudgedServer(config.value, { adopt: true }) : config;
  if (!server.ok) {
    io.sayProblems(server.problems);
    return 2;
  }
  const db = openDatabase({ connectionString: server.value.urls.app });
  try {
    const kinds = await db.transaction(null, (tx) => dueByKind(tx, systemClock));
    const line = ({ due, days, vi, en }: (typeof kinds)[number]): string => `${String(due).padStart(8)}  sau ${days} ngày  ${vi} · ${en}`;
    io.answer(
      request.json
        ? JSON.stringify({
            ...SOURCE,
            components: components(systemClock.today()),
            kinds: kinds.map(({ kind, days, due }) => ({ kind, days, due })),
          })
        : [
            ...kinds.map(line),
            ...components(systemClock.today()).map(componentLine),
            'Bản sao lưu cũ vẫn còn những gì đã xóa cho đến khi chính nó bị xóa (congvu backup --keep). · Older backups hold it until they go themselves.',
          ].join('\n'),
    );
    return 0;
  } finally {
    await db.close();
    await server.value.close();
  }
}
