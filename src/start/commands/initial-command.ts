/**
 * `congvu initial add | status`: files of a first load that are too large for a browser, brought by who runs the server in the name of a clerk, whose citizen number comes
 * from standard input. CSV of any size is cut into parts as it is read; the same file, sent again after it was stopped, makes the same parts, and none comes twice.
 * Closing, checking the sample and signing are done at the portal, by the people themselves. Decision 0062.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { accountOfNumber } from '#authority/access/accounts.ts';
import { decide } from '#authority/access/decide.ts';
import { actorOfSession, jobSessions, openJobSession, openPersonSession } from '#authority/access/sessions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { recordAct } from '#authority/audit/record.ts';
import { bodyWords } from '#authority/organisations/body-names.ts';
import { bodyOn } from '#authority/organisations/store.ts';
import { openBlobStore } from '#base/blob-store.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { openJobs } from '#base/jobs/queue.ts';
import { openLog } from '#base/log.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import { csvDoor } from '#doors/workbook/csv-door.ts';
import { partsOfCsv } from '#doors/workbook/csv-parts.ts';
import { workbookDoor } from '#doors/workbook/door.ts';
import { bodyKeySigner } from '#record/confirmation/attest.ts';
import { addPart, beginLoad, filesOfParts } from '#record/first-load/gather.ts';
import type { FirstLoadNeeds } from '#record/first-load/needs.ts';
import { loadUnderWayOf, partsOf } from '#record/first-load/store.ts';
import { keepUpload } from '#record/intake/receive.ts';
import { UPLOAD_SIZE_BYTES_MAX } from '#record/intake/limits.ts';
import { bodyOfCode } from '#start/body-of-code.ts';
import { openInstallation, openKeptFiles } from '#start/open.ts';
import { clerkNotGiven, noFileThere, noLoadUnderWay } from '#start/problems.ts';
import type { CommandIo } from './card-command.ts';

export interface InitialIo extends CommandIo {
  /** the next line that the person types or pipes in; null at the end */
  readonly ask: (question: string) => Promise<string | null>;
}
export type InitialRequest =
  | {
      readonly verb: 'add';
      readonly files: readonly string[];
      readonly org: string;
      /** day of the data; only where a load begins */
      readonly asOf: string | null;
      /** rows of one part of a CSV file */
      readonly rows: number;
      readonly json: boolean;
    }
  | { readonly verb: 'status'; readonly org: string; readonly json: boolean };

/** Rows of one part, when nothing else is said: one check of some seconds, one file that a clerk can open. */
export const PART_ROWS = 20_000;
/** Bytes of one part: below what an upload may have, heads and all. */
const PART_BYTES = UPLOAD_SIZE_BYTES_MAX - 1024 * 1024;

interface AddedPart {
  readonly file: string;
  readonly no: number;
  readonly uploadNumber: string;
  /** of a CSV file: its first row, and how many */
  readonly fromRow: number | null;
  readonly rows: number | null;
  /** the part was there already */
  readonly again: boolean;
}

/** In whose name parts are brought: their session, as an act of the portal would have it. */
interface Clerk {
  readonly handle: SessionHandle;
  readonly accountId: string;
}

/** E-INITIAL-CLERK when nobody with this number may. */
export async function clerkOf(needs: FirstLoadNeeds, system: SessionHandle, typed: string): Promise<Result<Clerk>> {
  const number = repairNationalId(typed.trim());
  if (number.kind !== 'read') return refused(clerkNotGiven());
  const accountId = await needs.db.transaction(system, (tx) => accountOfNumber(tx, needs.keys.nationalIdHash(number.value)));
  if (accountId === null) return refused(clerkNotGiven());
  const { handle } = await openPersonSession(needs, { accountId, agent: 'congvu initial', level: 2 });
  return ok({ handle, accountId });
}

/** What the clerk does, with their rights as they stand in the transaction that does it. */
const inTheirName = <T>(
  needs: FirstLoadNeeds,
  { handle }: Clerk,
  bodyId: string,
  work: (tx: Tx, actor: Actor) => Promise<Result<T>>,
): Promise<Result<T>> =>
  needs.db.transaction(handle, async (tx) => {
    const actor = await actorOfSession(tx);
    if (actor === null) return refused(clerkNotGiven());
    const verdict = decide(actor, 'upload.create', { bodyId }, { today: needs.clock.today() });
    return verdict.allowed ? work(tx, actor) : refused(verdict.reason);
  });

/** Adds the parts of these files to the load of the body, which begins where none is under way. Stops at the first refusal: what was added stays. */
export async function bringFiles(
  needs: FirstLoadNeeds,
  system: SessionHandle,
  clerk: Clerk,
  request: { readonly bodyId: string; readonly asOf: string | null; readonly files: readonly string[]; readonly rows: number },
  tell: (part: AddedPart) => void,
): Promise<Result<{ readonly loadId: string; readonly parts: readonly AddedPart[] }>> {
  const { bodyId } = request;
  const load = await inTheirName(needs, clerk, bodyId, async (tx, actor) => {
    const there = await loadUnderWayOf(tx, bodyId);
    return there ? ok({ id: there.loadId }) : beginLoad(tx, needs, actor, { body: bodyId, asOf: request.asOf ?? '' });
  });
  if (!load.ok) return load;
  const parts: AddedPart[] = [];
  for (const file of request.files) {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return refused(noFileThere({ file }));
    for await (const piece of piecesOf(file, request.rows)) {
      const kept = await keepUpload(needs, piece.bytes, 'not-scanned', { ofFirstLoad: true });
      if (!kept.ok) return kept;
      const added = await inTheirName(needs, clerk, bodyId, (tx, actor) =>
        addPart(tx, needs, actor, load.value.id, { fileName: piece.name, kept: kept.value }),
      );
      if (!added.ok) return added;
      const { no, uploadNumber, sameAs, submissionId } = added.value;
      const part = { file, no, uploadNumber, fromRow: piece.fromRow, rows: piece.rows, again: sameAs !== null };
      // Beside the clerk's own rows: who runs the server acted for them.
      await needs.db.transaction(system, (tx) =>
        recordAct(tx, needs, {
          act: 'first-load.part-added',
          purpose: 'OPERATE',
          bodyId,
          objectId: load.value.id,
          role: 'SYSTEM',
          payload: { command: true, inTheNameOf: clerk.accountId, no, submissionId, again: part.again },
        }),
      );
      parts.push(part);
      tell(part);
    }
  }
  return ok({ loadId: load.value.id, parts });
}

interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fromRow: number | null;
  readonly rows: number | null;
}

/** A workbook is one part; CSV as many as its rows ask for. */
async function* piecesOf(file: string, rows: number): AsyncGenerator<Piece> {
  const name = basename(file);
  if (!/\.csv$/i.test(name)) {
    yield { name, bytes: await readFile(file), fromRow: null, rows: null };
    return;
  }
  let no = 0;
  for await (const part of partsOfCsv(createReadStream(file) as AsyncIterable<Buffer>, { rows, bytes: PART_BYTES })) {
    no += 1;
    yield { ...part, name: `${name.replace(/\.csv$/i, '')}-${String(no).padStart(4, '0')}.csv` };
  }
}

async function add(
  needs: FirstLoadNeeds,
  system: SessionHandle,
  request: Extract<InitialRequest, { verb: 'add' }>,
  bodyId: string,
  io: InitialIo,
): Promise<Result<string>> {
  const clerk = await clerkOf(needs, system, (await io.ask('Số định danh của người nhập liệu: ')) ?? '');
  if (!clerk.ok) return clerk;
  const done = await bringFiles(needs, system, clerk.value, { ...request, bodyId }, (part) => {
    const rows = part.rows === null ? '' : `  từ dòng ${part.fromRow}, ${part.rows} dòng`;
    io.print(`phần ${part.no}  ${part.uploadNumber}  ${basename(part.file)}${rows}${part.again ? '  (đã có)' : ''}\n`);
  });
  if (!done.ok) return done;
  const { loadId, parts } = done.value;
  return ok(
    request.json ? JSON.stringify({ loadId, parts }) : `${parts.length} phần. Xem kết quả kiểm tra, chốt, ký: /nap-lan-dau/${loadId}`,
  );
}

async function status(
  needs: FirstLoadNeeds,
  system: SessionHandle,
  { json }: Extract<InitialRequest, { verb: 'status' }>,
  bodyId: string,
): Promise<Result<string>> {
  return needs.db.transaction(system, async (tx) => {
    const load = await loadUnderWayOf(tx, bodyId);
    if (!load) return refused(noLoadUnderWay());
    const parts = await partsOf(tx, load.loadId);
    const files = await filesOfParts(
      tx,
      parts.map(({ submissionId }) => submissionId),
    );
    const told = parts.map(({ no, submissionId, done }) => {
      const { stage, counts, uploadNumber } = files.get(submissionId)!;
      return { no, uploadNumber, stage, ...counts, registered: done };
    });
    const { loadId, state, people, done } = load;
    return ok(
      json
        ? JSON.stringify({ loadId, state, people, registered: done, parts: told })
        : [
            `${loadId}  ${state}  ${done}/${people}`,
            ...told.map(
              (part) =>
                `phần ${part.no}  ${part.uploadNumber}  ${part.stage}  nhận ${part.received} = hợp lệ ${part.accepted} + loại ${part.rejected} + chờ ${part.waiting}`,
            ),
          ].join('\n'),
    );
  });
}

/** Exit 0 done, 1 refused with its reason, 2 keys or database could not be opened. */
export async function runInitial(env: NodeJS.ProcessEnv, request: InitialRequest, io: InitialIo): Promise<number> {
  const refuse = (problems: readonly Problem[], exit = 2): number => {
    io.sayProblems(problems);
    return exit;
  };
  const config = readConfig(env);
  if (!config.ok) return refuse(config.problems);
  const server = await openInstallation(config.value);
  if (!server.ok) return refuse(server.problems);
  const { keys } = server.value;
  const { app } = server.value.urls;
  const db = openDatabase({ connectionString: app, poolSize: 2 });
  const files = openKeptFiles(config.value, app);
  const jobs = await openJobs(app, openLog('error'), 'congvu-initial');
  try {
    const base = { db, keys, clock: systemClock, chance: systemChance };
    const needs: FirstLoadNeeds = {
      ...base,
      blobs: openBlobStore(files.open('blobs'), keys),
      signer: bodyKeySigner(keys),
      sendJob: jobs.send,
      doors: [workbookDoor, csvDoor],
      demo: config.value.demo,
      jobSession: jobSessions(base, 'initial'),
      bodyOn,
      bodyWords,
    };
    const system = await openJobSession(base, { bodyId: null, purpose: 'initial' });
    const body = await db.transaction(system, (tx) => bodyOfCode(tx, request.org));
    if (!body.ok) return refuse(body.problems, 1);
    const done =
      request.verb === 'add' ? await add(needs, system, request, body.value, io) : await status(needs, system, request, body.value);
    if (!done.ok) return refuse(done.problems, 1);
    io.answer(done.value);
    return 0;
  } finally {
    await jobs.stop();
    await files.close();
    await db.close();
    await server.value.close();
  }
}
