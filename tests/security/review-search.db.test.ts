/** Whom a file changes, at the review before it is sent: by name, and those alone who are new or changed, over all pages of the file. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const NAMES = ['Trần Thị Hoa', 'Lê Văn Bình', 'Hoàng Văn Thụ', 'Nguyễn Hòa An', 'Vũ Thị Yến'];
const person = (n: number, more: object = {}) => ({ number: `000190${String(880_000 + n)}`, name: NAMES[n]!, more });
let agency: Agency;
let folder: string;
let app: FastifyInstance;
let submissionId: string;
before(async () => {
  agency = await anAgency();
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  const first = await agency.sends(NAMES.slice(0, 4).map((_name, n) => person(n)));
  for (const personId of await agency.waiting(first)) assert.ok((await agency.confirms(first, personId)).ok);
  const people = [0, 1, 2, 3, 4].map((n) => person(n, n === 3 ? { E: { congViecChinh: 'Việc mới' } } : {}));
  const received = await agency.uploads(people);
  assert.ok(received.ok);
  await agency.works();
  ({ submissionId } = received.value);
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function search(body: object) {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/submissions/${submissionId}/comparison/search`,
    headers: { cookie: `congvu=${agency.clerk.handle}`, origin: ORIGIN, 'idempotency-key': `xem-lai-${++key}` },
    payload: body,
  });
  const {
    items = [],
    next = null,
    missing = [],
  } = answer.json<{ items?: { name: string; kind: string }[]; next?: string | null; missing?: unknown[] }>();
  return { status: answer.statusCode, names: items.map(({ name }) => name), kinds: items.map(({ kind }) => kind), next, missing };
}

test('by name, with or without marks, in the order of the file; too short a name finds nobody', async () => {
  assert.deepEqual((await search({})).names, NAMES);
  assert.deepEqual((await search({ name: 'hoa' })).names, ['Trần Thị Hoa', 'Hoàng Văn Thụ', 'Nguyễn Hòa An']);
  assert.deepEqual((await search({ name: 'van thu' })).names, ['Hoàng Văn Thụ']);
  assert.deepEqual((await search({ name: 'h' })).names, []);
});

test('those who are new or changed alone, and page by page', async () => {
  const { names, kinds } = await search({ changed: true });
  assert.deepEqual(
    [names, kinds],
    [
      ['Nguyễn Hòa An', 'Vũ Thị Yến'],
      ['changed', 'new'],
    ],
  );
  const first = await search({ name: 'hoa', limit: 2 });
  assert.equal(first.names.length, 2);
  const second = await search({ name: 'hoa', limit: 2, cursor: first.next });
  assert.deepEqual([second.names, second.next], [['Nguyễn Hòa An'], null]);
  assert.deepEqual((await search({ name: 'hoa', changed: true })).names, ['Nguyễn Hòa An']);
});

test('the home page counts whom the search of people who lack something finds, and leads there', async () => {
  const home = await app.inject({ url: '/api/v1/home', headers: { cookie: `congvu=${agency.clerk.handle}` } });
  const task = home
    .json<{ tasks: { kind: string; count: number; href: string }[] }>()
    .tasks.find(({ kind }) => kind === 'people-incomplete');
  assert.deepEqual([task?.count, task?.href], [4, '/tra-cuu?incomplete=1']);
});

test('each search is a reading of whom it found', async () => {
  const [last] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ listed: string[] }>(
      "select listed from audit_event where act = 'submission.read' and actor_id = $1 order by at desc, event_id desc limit 1",
      [agency.clerk.accountId],
    ),
  );
  assert.equal(last!.listed.length, 1);
});
