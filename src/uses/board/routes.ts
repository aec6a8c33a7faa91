/** How far each agency is: on the screen, and as a file. Numbers alone; to look into an agency is asked of `decide`. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { grantsThatMay } from '#authority/access/decide.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { provisionsOn } from '#authority/audit/provisions.ts';
import { route } from '#authority/audit/route.ts';
import { treeOn } from '#authority/organisations/store.ts';
import type { Database } from '#base/database/transaction.ts';
import { csvOf } from '#base/csv.ts';
import { file, json } from '#base/http/answer.ts';
import { Id } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import { judgedBy } from '#standard/list-edition.ts';
import rules from './board-rules.json' with { type: 'json' };
import { boardOf, pathTo, summed } from './board.ts';
import type { Counts, Line } from './board.ts';
import { countLate, dutiesOn } from './duties.ts';
import { lastMonth } from './duties-below.ts';
import { dutyMeasures } from './duty-store.ts';
import { Board } from './shapes.ts';
import { boardCounts } from './store.ts';

export interface BoardNeeds extends AuditNeeds {
  readonly db: Database;
}

const DAY_MS = 86_400_000;
const Query = Type.Object({ body: Type.Optional(Id) });

export function boardRoutes(app: FastifyInstance, needs: BoardNeeds): void {
  const daysAgo = (days: number): string => new Date(Date.parse(needs.clock.now()) - days * DAY_MS).toISOString();
  const common = {
    tag: 'board',
    query: Query,
    act: 'board.read',
    subject: async ({ query }: { readonly query: { readonly body?: string } }) => ok({ bodyId: query.body ?? null }),
  } as const;
  interface Found {
    readonly path: ReturnType<typeof pathTo>;
    readonly total: Counts;
    readonly lines: readonly Line[];
  }
  const find = async ({ far, actor }: Pick<AskedOf, 'far' | 'actor'>, asked: string | undefined): Promise<Result<Found>> => {
    const mine = grantsThatMay(actor, 'board.read').map(({ bodyId }) => bodyId);
    const bodyId = asked ?? mine[0];
    if (bodyId === undefined) return refused(notWithinReach());
    const tree = await treeOn(far, needs.clock.today());
    const since = { now: needs.clock.now(), lateBefore: daysAgo(rules.lateDays) };
    const measures = await dutyMeasures(far, bodyId, { ...since, ...lastMonth(needs.clock.today()) });
    const dutiesLate = judgedBy(await currentLists(far), () => {
      const duties = dutiesOn(needs.clock.today(), rules.lateDays);
      return new Map([...measures].map(([id, of]) => [id, countLate(duties, of)]));
    });
    const counts = await boardCounts(
      far,
      bodyId,
      { ...since, weekAgo: daysAgo(7), twoWeeksAgo: daysAgo(14), yearAgo: daysAgo(365), providedSince: daysAgo(rules.providedDays) },
      dutiesLate,
    );
    const lines = boardOf(tree, counts, bodyId);
    return ok({ path: pathTo(tree, new Set(mine), bodyId), total: summed(lines.map((line) => line.counts)), lines });
  };

  route(app, needs, {
    ...common,
    id: 'getBoard',
    summary: { vi: 'Tiến độ và chất lượng hồ sơ theo cơ quan', en: 'Progress and quality of records by agency' },
    method: 'GET',
    path: '/api/v1/board',
    read: nobody('numbers by agency, no person'),
    settled: true,
    answer: json(Board),
    problems: [notWithinReach],
    work: async (asked) => {
      const found = await find(asked, asked.query.body);
      if (!found.ok) return found;
      const { lateDays, providedDays } = rules;
      const provisions = provisionsOn(needs.clock.today()).map(({ vi, en, ...kind }) => ({ ...kind, label: { vi, en } }));
      return ok({ ...found.value, lateDays, providedDays, provisions });
    },
  });

  route(app, needs, {
    ...common,
    id: 'exportBoard',
    summary: { vi: 'Tiến độ theo cơ quan, tệp CSV', en: 'The same as a CSV file' },
    method: 'GET',
    path: '/api/v1/board.csv',
    read: 'export.made',
    purpose: 'STATISTICS',
    settled: true,
    answer: file('text/csv; charset=utf-8'),
    problems: [notWithinReach],
    work: async (asked) => {
      const found = await find(asked, asked.query.body);
      if (!found.ok) return found;
      await asked.shows({
        bodyId: found.value.path.at(-1)?.id ?? null,
        objectId: null,
        provision: 'summary',
        payload: { board: found.value.lines.length },
      });
      return ok({ bytes: Buffer.from(tableOf(found.value.lines, needs.clock.today())), name: `tien-do-${needs.clock.today()}.csv` });
    },
  });
}

const HEAD = [
  'Mã cơ quan',
  'Cơ quan',
  'Đã có trong CSDL',
  'Đủ trường thông tin chính',
  'Đã gửi xác nhận',
  'Đã được xác nhận',
  'Đang chờ',
  'Chờ quá hạn',
  'Bị trả lại',
  'Hợp lệ, chưa gửi',
  'Có lỗi cần sửa',
  'Xác nhận 7 ngày qua',
  'Xác nhận 7 ngày trước đó',
  'Giá trị bị báo sai, chưa xong',
  'Báo sai quá hạn xử lý',
  'Thời hạn pháp lý đang tính',
  'Thời hạn pháp lý đã quá',
  'Nghĩa vụ quá hạn hoặc còn thiếu',
  'Yêu cầu lại điều đã có, 12 tháng qua',
  'Gửi lần cuối (UTC)',
];
function tableOf(lines: readonly Line[], today: string): string {
  const kinds = provisionsOn(today);
  const rows = lines.map(({ body, counts: c }) => [
    body.code,
    body.name,
    c.registered,
    c.complete,
    c.sent,
    c.confirmed,
    c.waiting,
    c.late,
    c.returned,
    c.checked,
    c.toCorrect,
    c.thisWeek,
    c.weekBefore,
    c.reported,
    c.reportedLate,
    c.terms,
    c.termsLate,
    c.dutiesLate,
    c.askedAgain,
    c.lastSentAt,
    ...kinds.map(({ code }) => c[code]),
  ]);
  const provided = kinds.map(({ point, vi }) => `Cung cấp dữ liệu ${rules.providedDays} ngày, điểm ${point}: ${vi} (lượt)`);
  return csvOf([[...HEAD, ...provided], ...rows]);
}
