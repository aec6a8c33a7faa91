/**
 * No sequence of acts gives a card, or a row in a body's list, for a body that did not confirm it: random acts of several bodies about the
 * same few people, through the real rooms, held against who confirmed what.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { PORTRAIT } from './card-for-tests.ts';
import { followRegister } from './follow.ts';
import { latestMatch, writeResult } from '#record/matching/store.ts';
import { anAgency } from '#record/submission/agency-for-tests.ts';
import type { Agency } from '#record/submission/agency-for-tests.ts';
import { withdraw } from '#record/submission/receive.ts';
import type { CardSays } from './eligible.ts';

/** Bodies that act, each with the codes for which it may speak. */
const SPEAKS_FOR: Readonly<Record<string, readonly string[]>> = {
  'H26.03.01': ['H26.03.01'],
  'H26.03.02': ['H26.03.02'],
  'H26.03': ['H26.03', 'H26.03.01', 'H26.03.02'],
  'H41.51': ['H41.51'],
};
const BODIES = Object.keys(SPEAKS_FOR);
/** What is written into the cells: the actors, bodies above and far away, another form of a code, one that has ended, one of nobody. */
const CODES = [...BODIES, 'H26', 'G01', 'VN', '000.01.03.H26', 'H22', 'H99'];

const agencies: Agency[] = [];
before(async () => {
  for (const code of BODIES) {
    const agency: Agency = await anAgency(code, agencies[0]?.office);
    Object.assign(agency.needs, { onRegistered: followRegister({ ...agency.office, cardValidMonths: 60 }) });
    agencies.push(agency);
  }
});
after(() => agencies[0]?.close());

const act = fc.record({
  body: fc.nat(BODIES.length - 1),
  person: fc.nat(1),
  /** mostly what the body may say, so that people get as far as a card; else anything */
  managing: fc.option(fc.constantFrom(...CODES), { freq: 3 }),
  using: fc.option(fc.constantFrom(...CODES), { freq: 3 }),
  /** a portrait without the rest of the group, as the door of portraits states it */
  pictureAlone: fc.boolean(),
  end: fc.constantFrom('confirm', 'confirm', 'return', 'withdraw', 'leave'),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

let people = 0;

/** Does one act as far as the rooms let it; tells who confirmed whom. */
async function does(one: Act, numbers: readonly string[], n: number, confirmed: Map<string, Set<string>>): Promise<void> {
  const agency = agencies[one.body]!;
  const own = BODIES[one.body]!;
  const employment = {
    coQuanQuanLy: one.managing ?? own,
    coQuanSuDung: one.using ?? own,
    loaiDoiTuong: 'VC',
    trangThaiCongTac: 'DANG_LAM',
  };
  const person = {
    number: numbers[one.person]!,
    name: 'Lê Thị Lan',
    phone: `09${String(10_000_000 + n)}`,
    more: {
      A: { ...(one.pictureAlone ? {} : employment), anh4x6: PORTRAIT },
      F: { 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': `Giáo viên ${n % 3}` },
    },
  };
  const sent = await agency.uploads([person]);
  if (!sent.ok) return;
  const { submissionId } = sent.value;
  await agency.works();
  if (!(await agency.submits(submissionId, { partial: true })).ok) return;
  await agency.works();
  await agency.matched(submissionId);
  if (one.end === 'withdraw') return void (await withdraw(agency.needs, agency.clerk, submissionId));
  if (one.end === 'leave') return;
  for (const personId of await agency.waiting(submissionId)) {
    await matches(agency, submissionId, personId);
    const decided = await agency.confirms(submissionId, personId, one.end === 'return' ? { returns: 'F' } : {});
    if (decided.ok) confirmed.set(personId, (confirmed.get(personId) ?? new Set()).add(own));
  }
}

/** The population database knows them as they are. */
async function matches(agency: Agency, submissionId: string, personId: string): Promise<void> {
  const { office, bodyId } = agency;
  const at = office.clock.now();
  await office.as(await agency.needs.jobSession(bodyId), async (tx) => {
    if (await latestMatch(tx, personId)) return;
    const id = office.chance.uuid7(Date.parse(at));
    const about = { personId, submissionId, bodyId, matchId: id, requestId: id, at, source: 'DAN_CU_NDXP' };
    await writeResult(tx, { ...about, level: 'KHOP', fields: { hoTenKhaiSinh: 'KHOP' }, marks: {} });
  });
}

/** Cards and rows that name, or stand with, a body which none of those who confirmed the person may speak for. */
async function foreign(confirmed: ReadonlyMap<string, ReadonlySet<string>>): Promise<{ wrong: string[]; cards: number }> {
  const { office } = agencies[0]!;
  const ids = [...confirmed.keys()];
  const may = (personId: string): Set<string> => new Set([...(confirmed.get(personId) ?? [])].flatMap((body) => SPEAKS_FOR[body]!));
  const rows = await office.owner.transaction(null, async (tx) => ({
    cards: await tx.query<{ person_id: string; claims: string }>('select person_id, claims from card where person_id = any ($1::uuid[])', [
      ids,
    ]),
    people: await tx.query<{ person_id: string; code: string | null }>(
      `select p.person_id, (select c.code from body_code c where c.body_id = x.id and c.scheme <> 'dvhc' order by length(c.code), c.code limit 1) as code
         from person p cross join lateral (values (p.body_id), (p.using_body_id), (p.managing_body_id)) as x (id) where p.person_id = any ($1::uuid[]) and x.id is not null`,
      [ids],
    ),
    strangers: await tx.query<{ person_id: string }>(
      `select person_id from person where full_name = 'Lê Thị Lan' and person_id <> all ($1::uuid[]) and person_id <> all ($2::uuid[])`,
      [ids, seen],
    ),
  }));
  seen.push(...ids);
  const cards = rows.cards.flatMap(({ person_id, claims }) => {
    const says = JSON.parse(claims) as CardSays;
    return [says.co_quan.ma, says.co_quan_quan_ly.ma].map((code) => ({ person_id, code }));
  });
  return {
    cards: rows.cards.length,
    wrong: [
      ...[...cards, ...rows.people]
        .filter(({ person_id, code }) => code === null || !may(person_id).has(code))
        .map(({ code }) => `for ${code}`),
      ...rows.strangers.map(() => 'registered, confirmed by nobody'),
    ],
  };
}
const seen: string[] = [];

test('no sequence of acts gives a card, or a row, for a body that did not confirm it', async () => {
  let cards = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 7 }), async (acts) => {
      const numbers = [0, 1].map(() => `000190${String(++people).padStart(6, '0')}`);
      const confirmed = new Map<string, Set<string>>();
      for (const [n, one] of acts.entries()) await does(one, numbers, n, confirmed);
      const found = await foreign(confirmed);
      cards += found.cards;
      assert.deepEqual(found.wrong, []);
    }),
    { numRuns: 12, seed: 20_261_128, endOnFailure: true },
  );
  assert.ok(cards > 0, 'the acts get as far as cards');
});
