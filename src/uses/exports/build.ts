/**
 * Builds what was asked for, in the name of who asked: in a session of theirs, so that their roles of now, the walls of the database, their budget of
 * readings and the log say what they would of a page of hits. Decision 0045.
 */
import { decide } from '#authority/access/decide.ts';
import { ReadingRefused } from '#authority/access/reading-budget.ts';
import { rolesOver } from '#authority/access/request.ts';
import { holdRights } from '#authority/access/rights.ts';
import { roleName } from '#authority/access/routes.ts';
import { actorOfSession, endThisSession, openPersonSession } from '#authority/access/sessions.ts';
import type { SessionNeeds } from '#authority/access/sessions.ts';
import { notSignedIn } from '#authority/access/problems.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { purposeWords } from '#authority/audit/words.ts';
import type { Clock } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { dayText, instantText } from '#base/vietnamese/time-text.ts';
import { keptApartAmong, leavesNowhereApart } from '#record/register/kept-apart.ts';
import { personNotFound } from '#record/register/problems.ts';
import { searchPeople } from '#record/register/search.ts';
import { withinOf } from '#record/register/search-wanted.ts';
import type { Wanted } from '#record/register/search-wanted.ts';
import type { ExtractNeeds } from './eyes.ts';
import { extractMaking } from './extract-making.ts';
import { FORM_WORDS } from './form-words.ts';
import { personExtract } from './person-extract.ts';
import { listMaking } from './list-making.ts';
import { exportRulesOn } from './rules.ts';
import { claimExport, endExports, failExport, keepFile } from './store.ts';
import type { KeptExport } from './store.ts';
import { templateMaking } from './template-making.ts';
import type { FilledTemplate } from './template-making.ts';

export interface ExportNeeds extends AuditNeeds, ExtractNeeds {
  readonly db: Database;
  readonly sessionNeeds: SessionNeeds;
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
  readonly clock: Clock;
  readonly keys: Keys;
  /** of invented people: every file says so */
  readonly demo: boolean;
  /** the template of a body with people in it, and a copy of it with a mark of its own: the door of workbooks makes them */
  readonly filledTemplate: FilledTemplate;
  readonly markedCopy: (bytes: Buffer, mark: string) => Promise<Uint8Array>;
}

export const WANTED_PURPOSE = 'export-wanted';
export const FILE_PURPOSE = 'export-file';
const HOUR_MS = 3_600_000;
/** People read at once. */
const PAGE = 500;
/** One that was begun so long ago was cut off, and is begun anew; in milliseconds. */
const CUT_OFF_MS = 15 * 60_000;

interface Built {
  readonly bytes: Uint8Array;
  readonly found: number;
  readonly exported: number;
  readonly masked: number;
  readonly listed: readonly string[];
}

/** The lines by which a copy says whose it is. */
async function marksOf(tx: Tx, needs: ExportNeeds, actor: Actor, one: KeptExport): Promise<string[]> {
  const bodyId = one.bodyId ?? actor.grants[0]!.bodyId;
  const roles = rolesOver(actor, bodyId).map((role) => roleName(role).vi);
  const body = (await needs.bodyNames(tx, [bodyId])).get(bodyId) ?? '';
  const who = `${needs.keys.pseudonym('act', actor.accountId).slice(0, 12)} · ${roles.join(', ')} · ${body}`;
  return [
    `${FORM_WORDS[one.form]} ${one.number}${one.asOf === null ? '' : ` – số liệu ngày ${dayText(one.asOf)}`} – lập lúc ${instantText(needs.clock.now())} – người xuất ${who}`,
    `Mục đích: ${purposeWords(one.purpose).vi}. Lý do: ${one.reason}`,
    ...(one.ground === null ? [] : [`Căn cứ: ${one.ground}`]),
    'Chỉ dùng cho mục đích trên. Không sao chép, không chuyển cho người khác. Mỗi bản tải về có dấu riêng và được ghi nhật ký.',
    ...(needs.demo ? ['BẢN TRÌNH DIỄN: mọi người trong tệp này là hư cấu.'] : []),
  ];
}

const MAKING = { list: listMaking, 'filled-template': templateMaking, 'cross-extract': extractMaking } as const;

async function buildOfPerson(tx: Tx, needs: ExportNeeds, actor: Actor, one: KeptExport): Promise<Result<Built>> {
  const { personId } = JSON.parse(Buffer.from(needs.keys.open(one.salt, WANTED_PURPOSE, one.wantedSealed)).toString()) as {
    personId: string;
  };
  const may = await leavesNowhereApart(tx, personId);
  if (!may.ok) return may;
  const extract = await personExtract(tx, needs, actor, { personId, asOf: one.asOf ?? needs.clock.today() });
  if (!extract) return refused(personNotFound());
  const { leftOut } = extract;
  const bytes = await extract.bytes([
    ...(await marksOf(tx, needs, actor, one)),
    ...(leftOut.length === 0 ? [] : [`Không trích vì ngoài quyền xem của người lập: ${leftOut.join(', ')}.`]),
  ]);
  return ok({ bytes, found: 1, exported: 1, masked: leftOut.length === 0 ? 0 : 1, listed: [personId] });
}

async function build(tx: Tx, needs: ExportNeeds, actor: Actor, one: KeptExport): Promise<Result<Built>> {
  const verdict = decide(actor, 'record.export', { bodyId: one.bodyId }, { today: needs.clock.today() });
  if (!verdict.allowed) return refused(verdict.reason);
  if (one.form === 'person-extract') return buildOfPerson(tx, needs, actor, one);
  const wanted = JSON.parse(Buffer.from(needs.keys.open(one.salt, WANTED_PURPOSE, one.wantedSealed)).toString()) as Wanted;
  const within = await withinOf(tx, actor, wanted);
  if (!within.ok) return within;
  const making = MAKING[one.form](needs, actor, one);
  const listed: string[] = [];
  let found = 0;
  let after: readonly [string, string] | null = null;
  for (;;) {
    const page = await searchPeople(tx, needs.keys, { ...wanted, within: within.value, limit: PAGE, after });
    found += page.length;
    // Who is kept apart is left out for keepers too.
    const apart = await keptApartAmong(
      tx,
      page.map(({ personId }) => personId),
    );
    // No more than were asked for and granted; who came since is counted and left out.
    const taken = page.filter(({ personId }) => !apart.has(personId)).slice(0, Math.max(0, one.people - listed.length));
    listed.push(...(await making.take(tx, taken)));
    const last = page.at(-1);
    if (page.length < PAGE || !last) break;
    after = [last.sortKey, last.personId];
  }
  const marks = [
    ...(await marksOf(tx, needs, actor, one)),
    `Tìm thấy ${found} = xuất ${listed.length} + để lại ${found - listed.length} người.`,
  ];
  const { bytes, masked } = await making.file(tx, marks);
  return ok({ bytes, found, exported: listed.length, masked, listed });
}

/** Builds one in a session of who asked, which ends with it. @returns why it was not built; null: it is ready */
async function buildInName(needs: ExportNeeds, one: KeptExport): Promise<Problem | null> {
  const opened = await openPersonSession(needs.sessionNeeds, {
    accountId: one.accountId,
    agent: `Lập danh sách ${one.number}`,
    level: one.identityLevel,
  }).catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('E-ACCOUNT-DISABLED')) return null;
    throw error;
  });
  if (!opened) return notSignedIn();
  try {
    return await needs.db.transaction(opened.handle, async (tx) => {
      await holdRights(tx, one.accountId);
      const actor = await actorOfSession(tx);
      if (!actor) return notSignedIn();
      const built = await build(tx, needs, actor, one);
      if (!built.ok) return built.problems[0]!;
      const { bytes, listed, ...counts } = built.value;
      const at = needs.clock.now();
      const endsAt = new Date(Date.parse(at) + exportRulesOn(needs.clock.today()).keptHours * HOUR_MS).toISOString();
      await keepFile(tx, one.id, { ...counts, fileSealed: needs.keys.seal(one.salt, FILE_PURPOSE, bytes), at, endsAt });
      await recordRead(tx, needs, {
        act: 'export.made',
        purpose: one.purpose,
        // A template goes back with what was corrected: it aligns two sides. A list is taken along.
        provision: one.form === 'filled-template' ? 'alignment' : 'summary',
        bodyId: one.bodyId,
        objectId: null,
        listed,
        payload: {
          export: one.id,
          number: one.number,
          form: one.form,
          columns: one.columns,
          fields: one.fields,
          asOf: one.asOf,
          ground: one.ground,
          reason: one.reason,
          ...counts,
        },
      });
      return null;
    });
  } catch (error) {
    // Past the budget: nothing of it was kept, and it is told as what it failed by.
    if (error instanceof ReadingRefused) return error.problem;
    throw error;
  } finally {
    await needs.db.transaction(opened.handle, endThisSession);
  }
}

/** One round: what is over is deleted, the next that is granted is built. */
export async function exportOnce(needs: ExportNeeds): Promise<'more' | 'done'> {
  const system = await needs.jobSession(null);
  const now = needs.clock.now();
  const claimed = await needs.db.transaction(system, async (tx) => {
    const ended = await endExports(tx, now);
    if (ended.length > 0)
      await recordAct(
        tx,
        needs,
        ended.map(({ id, bodyId, state }) => ({
          act: 'export.ended' as const,
          purpose: 'OPERATE' as const,
          bodyId,
          objectId: id,
          payload: { state },
        })),
      );
    return claimExport(tx, now, new Date(Date.parse(now) - CUT_OFF_MS).toISOString());
  });
  if (!claimed) return 'done';
  const problem = await buildInName(needs, claimed);
  if (problem)
    await needs.db.transaction(system, async (tx) => {
      await failExport(tx, claimed.id, problem.code, needs.clock.now());
      await recordAct(tx, needs, {
        act: 'export.ended',
        purpose: 'OPERATE',
        bodyId: claimed.bodyId,
        objectId: claimed.id,
        payload: { state: 'failed', problem: problem.code },
      });
    });
  return 'more';
}
