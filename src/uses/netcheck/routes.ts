/** Results of checks: sent by who is signed in, or by a desk with a short code; which bodies have passed, on the screen and as a file. */
import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { grantsThatMay } from '#authority/access/decide.ts';
import { nobody, openRoute } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { bodyByCode, bodyOn, treeOn } from '#authority/organisations/store.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { csvOf } from '#base/csv.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { file, json } from '#base/http/answer.ts';
import { sendProblem } from '#base/http-problem.ts';
import { Id, oneOf, pageOf } from '#base/http/shapes.ts';
import { declaredProblems, ok, refused } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { contradicts, hasPassed, judge } from './judge.ts';
import { CHECK_PATH, PAGE_MAX, TOKEN_HOURS, TOKEN_USES } from './limits.ts';
import { measuredWrong, tokenNotValid } from './problems.ts';
import { Measurements, NetworkBodies, NetworkReport, NetworkToken } from './shapes.ts';
import { STANDINGS, belowOf, bodyLines, totalsOf } from './standing.ts';
import type { BodyLine } from './standing.ts';
import { keepCheck, lastChecks, makeToken, takeToken } from './store.ts';
import { TOKEN_PATTERN, newToken, plainToken, spaced } from './token-text.ts';

export interface NetcheckNeeds extends AuditNeeds {
  readonly db: Database;
  readonly jobSession: (bodyId: string | null) => Promise<SessionHandle>;
}

const HOUR_MS = 3_600_000;
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const toldOf = ({
  code,
  severity,
  title,
  next,
}: Problem): { code: string; severity: Problem['severity']; title: Problem['title']; next: Problem['next'] } => ({
  code,
  severity,
  title,
  next,
});

/** A finding as it stands in the table: without the figures of its day. */
function findingOf(code: string): ReturnType<typeof toldOf>[] {
  const kind = declaredProblems().find((one) => one.declaration.code === code);
  return kind ? [toldOf(kind(kind.declaration.example))] : [];
}

export function netcheckRoutes(app: FastifyInstance, needs: NetcheckNeeds): void {
  const { clock, chance } = needs;

  /** Judges what was measured and keeps it, with its row. */
  const keep = async (tx: Tx, bodyId: string, measured: Measurements, by: 'session' | 'token'): Promise<Static<typeof NetworkReport>> => {
    const at = clock.now();
    const findings = judge(measured);
    const passed = hasPassed(findings);
    const codes = findings.map(({ code }) => code);
    const checkId = chance.uuid7(Date.parse(at));
    await keepCheck(tx, { checkId, bodyId, at, passed, codes, measured });
    await recordAct(tx, needs, {
      act: 'network.checked',
      purpose: 'OPERATE',
      bodyId,
      objectId: checkId,
      payload: { by, kind: measured.by, passed, codes },
    });
    const body = await bodyOn(tx, bodyId, clock.today());
    return { passed, findings: findings.map(toldOf), checkedAt: at, body: body && { id: body.bodyId, code: body.code, name: body.name } };
  };

  route(app, needs, {
    id: 'makeNetworkToken',
    tag: 'network',
    summary: {
      vi: 'Tạo mã để máy chưa đăng nhập gửi kết quả kiểm tra mạng',
      en: 'A short code by which desks without a session send results',
    },
    method: 'POST',
    path: `${CHECK_PATH}/tokens`,
    body: Type.Object({ bodyId: Id }, { additionalProperties: false }),
    act: 'bodies.read',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: json(NetworkToken, 201),
    problems: [notWithinReach],
    work: async ({ tx, actor, body: { bodyId } }) => {
      const body = await bodyOn(tx, bodyId, clock.today());
      if (!body) return refused(notWithinReach());
      const token = newToken(chance);
      const madeAt = clock.now();
      const endsAt = new Date(Date.parse(madeAt) + TOKEN_HOURS * HOUR_MS).toISOString();
      await makeToken(tx, { sha256: sha256(token), bodyId, madeBy: actor.accountId, madeAt, endsAt, uses: TOKEN_USES });
      await recordAct(tx, needs, {
        act: 'network.token-made',
        purpose: 'OPERATE',
        bodyId,
        objectId: bodyId,
        payload: { endsAt, uses: TOKEN_USES },
      });
      return ok({ token: spaced(token), code: body.code, endsAt, uses: TOKEN_USES });
    },
  });

  route(app, needs, {
    id: 'keepNetworkCheck',
    tag: 'network',
    summary: { vi: 'Gửi kết quả kiểm tra mạng của máy đang dùng', en: 'Sends the result of a check of the desk that is signed in' },
    method: 'POST',
    path: `${CHECK_PATH}/results`,
    body: Type.Object({ bodyId: Id, measured: Measurements }, { additionalProperties: false }),
    act: 'bodies.read',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: json(NetworkReport),
    problems: [measuredWrong],
    work: async ({ tx, body: { bodyId, measured } }) =>
      contradicts(measured) ? refused(measuredWrong()) : ok(await keep(tx, bodyId, measured, 'session')),
  });

  const Report = Type.Object(
    { code: Type.String({ minLength: 1, maxLength: 40 }), token: Type.String({ pattern: TOKEN_PATTERN }), measured: Measurements },
    { additionalProperties: false },
  );
  openRoute(app, {
    id: 'sendNetworkReport',
    tag: 'network',
    summary: { vi: 'Gửi kết quả kiểm tra mạng bằng mã cơ quan và mã ngắn', en: 'Sends a result by the code of an agency and a short code' },
    method: 'POST',
    path: `${CHECK_PATH}/reports`,
    body: Report,
    answer: json(NetworkReport),
    problems: [tokenNotValid, measuredWrong],
    handler: async (request, reply) => {
      const { code, token, measured } = request.body as Static<typeof Report>;
      if (contradicts(measured)) return sendProblem(reply, measuredWrong());
      const handle = await needs.jobSession(null);
      const report = await needs.db.transaction(handle, async (tx) => {
        const bodyId = await bodyByCode(tx, code, clock.today());
        return bodyId !== null && (await takeToken(tx, sha256(plainToken(token)), bodyId, clock.now()))
          ? keep(tx, bodyId, measured, 'token')
          : null;
      });
      return report ?? sendProblem(reply, tokenNotValid());
    },
  });

  const Chosen = {
    standing: Type.Optional(oneOf([...STANDINGS])),
    text: Type.Optional(Type.String({ maxLength: 100 })),
  };
  const linesFor = async ({ tx, actor }: Pick<AskedOf, 'tx' | 'actor'>): Promise<BodyLine[]> => {
    const roots = new Set(grantsThatMay(actor, 'bodies.read').map(({ bodyId }) => bodyId));
    return bodyLines(belowOf(await treeOn(tx, clock.today()), roots), await lastChecks(tx));
  };
  const chosen = (lines: readonly BodyLine[], { standing, text }: { readonly standing?: string; readonly text?: string }): BodyLine[] => {
    const wanted = text?.trim().toLowerCase() ?? '';
    return lines.filter(
      (line) =>
        (standing === undefined || line.standing === standing) &&
        (wanted === '' || line.body.name.toLowerCase().includes(wanted) || line.body.code.toLowerCase().startsWith(wanted)),
    );
  };

  route(app, needs, {
    id: 'listNetworkBodies',
    tag: 'network',
    summary: { vi: 'Cơ quan nào đã kiểm tra mạng, đạt hay chưa', en: 'Which agencies have checked their network, and passed' },
    method: 'GET',
    path: `${CHECK_PATH}/bodies`,
    query: Type.Object({ ...Chosen, ...pageOf(PAGE_MAX) }),
    act: 'bodies.read',
    read: nobody('agencies and findings of lines, no person'),
    answer: json(NetworkBodies),
    work: async ({ tx, actor, query }) => {
      const lines = await linesFor({ tx, actor });
      const all = chosen(lines, query);
      const [rank, code] = decodeCursor(query.cursor, ['number', 'text']) ?? ['0', ''];
      const isAfter = ({ standing, body }: BodyLine): boolean =>
        STANDINGS.indexOf(standing) > Number(rank) || (STANDINGS.indexOf(standing) === Number(rank) && body.code > code);
      const rest = query.cursor ? all.filter(isAfter) : all;
      const page = rest.slice(0, query.limit ?? PAGE_MAX);
      const last = page.at(-1);
      return ok({
        totals: totalsOf(lines),
        items: page.map(({ body, standing, last: found }) => ({
          body,
          standing,
          checkedAt: found?.at ?? null,
          by: found?.kind ?? null,
          findings: found?.codes.flatMap(findingOf) ?? [],
        })),
        next: last && rest.length > page.length ? encodeCursor([String(STANDINGS.indexOf(last.standing)), last.body.code]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'exportNetworkBodies',
    tag: 'network',
    summary: { vi: 'Kết quả kiểm tra mạng theo cơ quan, tệp CSV', en: 'The same as a CSV file' },
    method: 'GET',
    path: `${CHECK_PATH}/bodies.csv`,
    query: Type.Object(Chosen),
    act: 'bodies.read',
    read: 'export.made',
    purpose: 'OPERATE',
    answer: file('text/csv; charset=utf-8'),
    work: async ({ tx, actor, query, shows }) => {
      const lines = chosen(await linesFor({ tx, actor }), query);
      await shows({ bodyId: grantsThatMay(actor, 'bodies.read')[0]?.bodyId ?? null, objectId: null, payload: { network: lines.length } });
      return ok({ bytes: Buffer.from(tableOf(lines)), name: `kiem-tra-mang-${clock.today()}.csv` });
    },
  });
}

const HEAD = ['Mã cơ quan', 'Cơ quan', 'Kết quả', 'Lần cuối (UTC)', 'Kiểm tra bằng', 'Vấn đề', 'Mã'];
const STANDING_WORDS: Readonly<Record<BodyLine['standing'], string>> = { failed: 'Chưa đạt', never: 'Chưa kiểm tra', passed: 'Đạt' };
const KIND_WORDS = { desk: 'congvu netcheck', browser: 'trình duyệt' } as const;
function tableOf(lines: readonly BodyLine[]): string {
  const rows = lines.map(({ body, standing, last }) => [
    body.code,
    body.name,
    STANDING_WORDS[standing],
    last?.at ?? null,
    last ? KIND_WORDS[last.kind] : null,
    last?.codes
      .flatMap(findingOf)
      .map(({ title }) => title.vi)
      .join('; ') ?? null,
    last?.codes.join(' ') ?? null,
  ]);
  return csvOf([HEAD, ...rows]);
}
