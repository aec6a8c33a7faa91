/**
 * `congvu bodies search | export | import`: the tree of agencies from the command line, beside a running product. An import is a draft in the name of an
 * administrator, whose citizen number comes from standard input; they send it at the portal, and a second person puts it in force, as with any list. The
 * log has a row of the administrator's, and one of the command's own: who runs the server acted for them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { accountOfNumber } from '#authority/access/accounts.ts';
import { decide } from '#authority/access/decide.ts';
import { actorOfSession, openJobSession, openPersonSession } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import { draftOfList, heads, readOf } from '#authority/bodies/list-draft.ts';
import { LIST_COLUMNS, LIST_GUIDE, LIST_NEEDED, LIST_SHEET, linesOfTree } from '#authority/bodies/list-columns.ts';
import { groundOf } from '#authority/bodies/plan-once.ts';
import { listProblems } from '#authority/organisations/change-store.ts';
import { bodySearch, nodesOn } from '#authority/organisations/find-bodies.ts';
import { readRegistry } from '#authority/organisations/registry-store.ts';
import { COUNTRY_CODE } from '#authority/organisations/shapes.ts';
import { openBlobStore } from '#base/blob-store.ts';
import { systemChance } from '#base/chance.ts';
import { isPlainDate, systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import { readList } from '#doors/workbook/list-of-rows.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { bodyOfCode } from '#start/body-of-code.ts';
import { openInstallation, openKeptFiles } from '#start/open.ts';
import { administratorNotGiven, dayOfListMissing } from '#start/problems.ts';
import type { CommandIo } from './card-command.ts';

export interface BodiesIo extends CommandIo {
  /** the next line that the person types or pipes in; null at the end */
  readonly ask: (question: string) => Promise<string | null>;
}
export type BodiesRequest =
  | { readonly verb: 'search'; readonly text: string; readonly json: boolean }
  | { readonly verb: 'export'; readonly file: string; readonly org: string; readonly json: boolean }
  | { readonly verb: 'import'; readonly file: string; readonly on: string; readonly json: boolean };

interface Opened {
  readonly db: Database;
  readonly keys: Keys;
  readonly clock: typeof systemClock;
  readonly chance: typeof systemChance;
}
/** Bodies that a search tells. */
const FOUND_MAX = 50;
/** Wrong cells that an import tells; all of them stand at the portal. */
const CELLS_TOLD = 200;

async function search(opened: Opened, text: string, json: boolean): Promise<Result<string>> {
  const on = systemClock.today();
  return opened.db.transaction(await openJobSession(opened, { bodyId: null, purpose: 'bodies' }), async (tx) => {
    const found = await bodySearch()(tx, text, FOUND_MAX);
    const nodes = new Map(
      (
        await nodesOn(
          tx,
          found.map(({ bodyId }) => bodyId),
          on,
        )
      ).map((node) => [node.id, node]),
    );
    const items = found.map(({ bodyId, by }) => ({
      id: bodyId,
      code: nodes.get(bodyId)?.code ?? null,
      name: nodes.get(bodyId)?.name ?? by,
      by,
    }));
    return ok(
      json
        ? JSON.stringify({ items })
        : items.map(({ code, name, by }) => `${code ?? '–'}  ${name}${by === name ? '' : `  (${by})`}`).join('\n'),
    );
  });
}

async function take(opened: Opened, { file, org, json }: Extract<BodiesRequest, { verb: 'export' }>): Promise<Result<string>> {
  const rows = await opened.db.transaction(await openJobSession(opened, { bodyId: null, purpose: 'bodies' }), async (tx) => {
    const top = await bodyOfCode(tx, org);
    return top.ok ? ok(linesOfTree(await readRegistry(tx), top.value, systemClock.today())) : top;
  });
  if (!rows.ok) return rows;
  await writeFile(file, await writeList({ sheet: LIST_SHEET, heads: LIST_COLUMNS, rows: rows.value, guide: LIST_GUIDE }));
  return ok(json ? JSON.stringify({ file, rows: rows.value.length }) : `${file}: ${rows.value.length} cơ quan`);
}

async function bring(
  opened: Opened,
  { file, on, json }: Extract<BodiesRequest, { verb: 'import' }>,
  { blobs, ask }: { readonly blobs: ReturnType<typeof openBlobStore>; readonly ask: BodiesIo['ask'] },
): Promise<Result<string>> {
  if (!isPlainDate(on)) return refused(dayOfListMissing());
  const number = repairNationalId(((await ask('Số định danh của quản trị viên: ')) ?? '').trim());
  if (number.kind !== 'read') return refused(administratorNotGiven());
  const system = await openJobSession(opened, { bodyId: null, purpose: 'bodies' });
  const accountId = await opened.db.transaction(system, (tx) => accountOfNumber(tx, opened.keys.nationalIdHash(number.value)));
  if (accountId === null) return refused(administratorNotGiven());
  const bytes = await readFile(file);
  const list = await readList(bytes, heads, LIST_NEEDED, LIST_SHEET);
  if (list.kind === 'refused') return refused(list.problem);
  const kept = await blobs.put(bytes);
  if (!kept.ok) return kept;
  const { handle } = await openPersonSession(opened, { accountId, agent: 'congvu bodies import', level: 2 });
  const done = await opened.db.transaction(handle, async (tx) => {
    const actor = await actorOfSession(tx);
    if (actor === null) return refused(administratorNotGiven());
    const refusalOf = (act: Parameters<typeof decide>[1], subject: Parameters<typeof decide>[2]): Problem | null => {
      const verdict = decide(actor, act, subject, { today: systemClock.today() });
      return verdict.allowed ? null : verdict.reason;
    };
    const ground = await groundOf(tx);
    const read = readOf(ground.registry, list, on, () => systemChance.uuid7(Date.parse(systemClock.now())));
    const draft = await draftOfList({ tx, refusalOf }, opened, {
      on,
      ground,
      read,
      list: { sha256: kept.value.sha256, name: basename(file) },
    });
    return draft.ok ? ok({ ...draft.value, cells: await listProblems(tx, draft.value.id, CELLS_TOLD) }) : draft;
  });
  if (!done.ok) return done;
  const { id, counts, wrong, cells } = done.value;
  await opened.db.transaction(system, (tx) =>
    recordAct(tx, opened, {
      act: 'bodies.drafted',
      purpose: 'OPERATE',
      bodyId: null,
      objectId: id,
      role: 'SYSTEM',
      payload: { command: true, inTheNameOf: accountId, list: kept.value.sha256 },
    }),
  );
  const told = cells.map((cell) => `${cell.column ?? ''}${cell.row}  ${cell.code}  ${cell.title.vi}`);
  return ok(
    json
      ? JSON.stringify({ id, counts, wrong, cells })
      : [
          ...told,
          `${JSON.stringify(counts)}`,
          wrong > 0 ? 'Sửa các ô sai rồi nhập lại.' : `Nháp: /co-quan/thay-doi/${id} – quản trị viên gửi, người thứ hai cho hiệu lực.`,
        ].join('\n'),
  );
}

/** Exit 0 done, 1 refused with its reason, 2 keys or database could not be opened. */
export async function runBodies(env: NodeJS.ProcessEnv, request: BodiesRequest, io: BodiesIo): Promise<number> {
  const refuse = (problems: readonly Problem[]): number => {
    io.sayProblems(problems);
    return 2;
  };
  const config = readConfig(env);
  if (!config.ok) return refuse(config.problems);
  const server = await openInstallation(config.value);
  if (!server.ok) return refuse(server.problems);
  const { keys } = server.value;
  const db = openDatabase({ connectionString: server.value.urls.app, poolSize: 2 });
  const files = openKeptFiles(config.value, server.value.urls.app);
  try {
    const opened: Opened = { db, keys, clock: systemClock, chance: systemChance };
    const blobs = openBlobStore(files.open('blobs'), keys);
    const done =
      request.verb === 'search'
        ? await search(opened, request.text, request.json)
        : request.verb === 'export'
          ? await take(opened, request)
          : await bring(opened, request, { blobs, ask: io.ask });
    if (!done.ok) {
      io.sayProblems(done.problems);
      return 1;
    }
    io.answer(done.value);
    return 0;
  } finally {
    await files.close();
    await db.close();
    await server.value.close();
  }
}

/** Where no agency is named, the whole tree is meant. */
export const WHOLE_TREE = COUNTRY_CODE;
