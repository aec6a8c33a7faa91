/** A whole tree by a list: 3,321 communes and 6,000 schools below 34 provinces, read, compared, put in force by a second person, and shown. */
import { openPersonSession } from '#authority/access/sessions.ts';
import { justMade, send } from '#authority/bodies/ask-change.ts';
import { decide } from '#authority/bodies/decide-change.ts';
import { draftOfList, heads, readOf } from '#authority/bodies/list-draft.ts';
import { LIST_COLUMNS, LIST_NEEDED, LIST_SHEET } from '#authority/bodies/list-columns.ts';
import { groundOf } from '#authority/bodies/plan-once.ts';
import { bodySearch, levelOf } from '#authority/organisations/find-bodies.ts';
import { bodyByCode, treeOn } from '#authority/organisations/store.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { readList } from '#doors/workbook/list-of-rows.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { communeTables } from '#standard/codelists/communes.ts';
import { openInstallation } from './installation.ts';
import { round } from './row.ts';
import type { Bench } from './row.ts';
import { SCALE } from './scale.ts';

/** All of it, from the bytes to the tree on the screen, in milliseconds: the goal of the issue. */
const GOAL_MS = 5_000;
const COMMUNES = 3_321;
const SCHOOLS = 6_000;

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code, title }) => `${code} ${title.en}`).join('; '));
  return result.value;
};

/** Real communes below their provinces, invented schools below communes; each school stands before its commune. */
async function bookOf(provinceOf: ReadonlyMap<string, string>, on: string): Promise<Uint8Array> {
  const communes = communeTables()
    .entries.filter(({ validTo, provinceCode }) => (validTo === null || on < validTo) && provinceOf.has(provinceCode))
    .slice(0, Math.round(COMMUNES * SCALE));
  const columns = LIST_COLUMNS.map(({ key }) => key);
  const line = (cells: Partial<Record<(typeof columns)[number], string>>): string[] => columns.map((key) => cells[key] ?? '');
  const schools = Array.from({ length: Math.round(SCHOOLS * SCALE) }, (_, at) =>
    line({
      code: `TH.${at}`,
      name: `Trường Tiểu học số ${at}`,
      parent: `XA.${communes[at % communes.length]!.code}`,
      bodyKind: 'DVSN4',
      level: 'XA',
    }),
  );
  const names = new Set<string>();
  const wards = communes.map(({ code, name, provinceCode }) => {
    const told = names.has(`${provinceCode} ${name}`) ? `${name} (${code})` : name;
    names.add(`${provinceCode} ${name}`);
    return line({
      code: `XA.${code}`,
      name: `UBND ${told}`,
      parent: provinceOf.get(provinceCode)!,
      bodyKind: 'CQHC',
      level: 'XA',
      territory: code,
    });
  });
  return writeList({ sheet: LIST_SHEET, heads: LIST_COLUMNS, rows: [...schools, ...wards], guide: [] });
}

export const bodies: Bench = async (print) => {
  const { composed, close } = await openInstallation('H26');
  try {
    const { db, clock, chance, keys, sessionNeeds } = composed;
    const on = clock.today();
    const system = await composed.jobSession(null);
    const top = await db.transaction(system, (tx) => bodyByCode(tx, 'VN', on));
    const administrator = async (number: string): Promise<SessionHandle> => {
      const accountId = chance.uuid7(Date.parse(clock.now()));
      await db.transaction(system, async (tx) => {
        await tx.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, now())', [
          accountId,
          keys.nationalIdHash(number),
          number,
        ]);
        await tx.query(
          `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, 'QT_BNDP', $3, '2025-07-01')`,
          [chance.uuid7(Date.parse(clock.now())), accountId, top],
        );
      });
      return (await openPersonSession(sessionNeeds, { accountId, agent: 'bench', level: 2 })).handle;
    };
    const [maker, checker] = [await administrator('000199000001'), await administrator('000199000002')];
    const provinces = await db.transaction(system, (tx) =>
      tx.query<{ dvhc: string; code: string }>(
        `select d.code as dvhc, coalesce(max(c.code) filter (where c.scheme = 'ma_dinh_danh'), max(c.code)) as code from body_code d join body_code c using (body_id)
          where d.scheme = 'dvhc' and c.scheme <> 'dvhc' and d.valid_to > $1 and d.valid_from <= $1 and c.valid_to > $1 and c.valid_from <= $1 group by d.code`,
        [on],
      ),
    );
    const bytes = await bookOf(new Map(provinces.map(({ dvhc, code }) => [dvhc, code])), on);
    const marks: [string, number][] = [['', performance.now()]];
    const mark = (name: string): void => void marks.push([name, performance.now()]);
    const list = await readList(bytes, heads, LIST_NEEDED, LIST_SHEET);
    if (list.kind === 'refused') throw new Error(list.problem.code);
    mark('read');
    const allowed = { refusalOf: () => null };
    const needs = { clock, chance, keys };
    const draft = await db.transaction(maker, async (tx) => {
      const ground = await groundOf(tx);
      const read = readOf(ground.registry, list, on, () => chance.uuid7(Date.parse(clock.now())));
      return must(await draftOfList({ tx, ...allowed }, needs, { on, ground, read, list: { sha256: '0'.repeat(64), name: 'bench.xlsx' } }));
    });
    if (draft.wrong > 0) throw new Error(`${draft.wrong} cells of the bench's own list are wrong`);
    mark('compared');
    const decision = { number: '1/QĐ', day: on, signer: 'Thử', issuedBy: 'Thử' };
    await db.transaction(maker, async (tx) =>
      must(await send({ tx, ...allowed }, needs, await justMade(tx, draft.id), { decision, file: undefined })),
    );
    mark('sent');
    const planHash = await db.transaction(checker, async (tx) => (await justMade(tx, draft.id)).planHash);
    await db.transaction(checker, async (tx) => must(await decide({ tx, ...allowed }, needs, draft.id, { refusal: null, planHash })));
    mark('in force');
    const levels = await db.transaction(checker, async (tx) => {
      const [root] = await levelOf(tx, null, { on, after: null, limit: 201 });
      const below = await levelOf(tx, root!.id, { on, after: null, limit: 201 });
      return levelOf(tx, below.find(({ children }) => children > 50)!.id, { on, after: null, limit: 201 });
    });
    mark('tree by level');
    const whole = await db.transaction(checker, (tx) => treeOn(tx, on));
    mark('whole tree at once');
    const search = bodySearch();
    await db.transaction(checker, (tx) => search(tx, 'truong tieu hoc so 4711', 20));
    mark('first search');
    await db.transaction(checker, (tx) => search(tx, 'truong tieu hoc so 1234', 20));
    mark('search');
    const parts = marks.slice(1).map(([name, at], i) => `${name} ${Math.round(at - marks[i]![1])} ms`);
    print(`${draft.counts['make']} bodies; ${whole.length} in the tree, ${levels.length} on a level: ${parts.join(', ')}`);
    const took = marks.find(([name]) => name === 'tree by level')![1] - marks[0]![1];
    const readMs = marks[1]![1] - marks[0]![1];
    return [
      {
        name: `${draft.counts['make']} agencies by a list, from its bytes to the tree`,
        value: Math.round(took),
        unit: 'ms',
        beside: 'reading the list alone',
        besideValue: Math.round(readMs),
        ratio: round(took / readMs),
        goal: `≤ ${GOAL_MS * SCALE} ms`,
        met: took <= GOAL_MS * SCALE,
      },
    ];
  } finally {
    await close();
  }
};
