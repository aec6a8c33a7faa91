/**
 * What an answer says that its reader may do is what the routes then allow: of each role, of bodies in reach. The routes themselves are held to the same
 * table, written by hand, in `every-route.db.test.ts`.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ACCESS_ACTS, ROLES } from '#authority/access/shapes.ts';
import type { AccessAct, Role } from '#authority/access/shapes.ts';
import { EXPECTED } from './access-matrix.ts';
import type { MatrixSubject } from './access-matrix.ts';
import { BODIES, aSubject, id } from './matrix-routes.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let subject: MatrixSubject;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  subject = await aSubject(office, folder, 'child', 0);
  app = await aServer(office, folder);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

type Told = { readonly may: readonly AccessAct[] };
type Listed = { readonly items: readonly Told[] };

/** An answer, where its `may` stands, the act without which it is refused, and every act that it is asked to speak of. */
interface Telling {
  readonly url: (subject: MatrixSubject) => string;
  readonly payload?: object;
  readonly needs: AccessAct | null;
  readonly told: (answer: unknown) => Told | undefined;
  readonly acts: readonly AccessAct[];
}
const itself = (answer: unknown): Told => answer as Told;
const firstOf = (answer: unknown): Told | undefined => (answer as Listed).items[0];
const OF_SUBMISSION = ['problems.read', 'upload.create', 'submission.submit', 'submission.approve', 'submission.withdraw'] as const;
const OF_REQUEST = ['submission.approve', 'problems.read'] as const;
const OF_ITEM = ['item.confirm', 'item.return', 'case.read'] as const;
const TELLING: readonly Telling[] = [
  { url: () => 'session', needs: null, told: itself, acts: ACCESS_ACTS },
  { url: () => 'submissions', needs: 'submission.read', told: firstOf, acts: OF_SUBMISSION },
  { url: (of) => `submissions/${id(of, 'submission')}`, needs: 'submission.read', told: itself, acts: OF_SUBMISSION },
  { url: () => 'confirmation/queue', needs: 'queue.read', told: firstOf, acts: OF_ITEM },
  {
    url: (of) => `confirmation/${id(of, 'submission')}/${id(of, 'person')}`,
    needs: 'item.read',
    told: itself,
    acts: OF_ITEM,
  },
  {
    url: () => 'people/search',
    payload: { name: 'Chim' },
    needs: 'record.search',
    told: firstOf,
    acts: ['record.read', 'record.reads'],
  },
  {
    url: (of) => `people/${id(of, 'person')}`,
    needs: 'record.read',
    told: itself,
    acts: [
      'record.unmask',
      'record.history',
      'card.read',
      'record.reads',
      'record.reopen',
      'record.convert',
      'erasure.ask',
      'kept-apart.ask',
      'case.read',
      'case.ask',
    ],
  },
  { url: () => 'approvals', needs: 'submission.approve', told: firstOf, acts: OF_REQUEST },
  { url: (of) => `approvals/${id(of, 'approval')}`, needs: 'problems.read', told: itself, acts: OF_REQUEST },
  { url: () => 'mismatches', needs: 'mismatch.work', told: firstOf, acts: ['mismatch.work', 'item.read', 'item.return'] },
  {
    url: (of) => `mismatches/${id(of, 'submission')}/${id(of, 'person')}`,
    needs: 'mismatch.work',
    told: itself,
    acts: ['mismatch.work', 'item.read', 'item.return'],
  },
  { url: () => 'value-reports', needs: 'mismatch.work', told: firstOf, acts: ['mismatch.work', 'record.read'] },
  { url: (of) => `value-reports/${id(of, 'report')}`, needs: 'mismatch.work', told: itself, acts: ['mismatch.work', 'record.read'] },
  { url: () => 'data-requests', needs: 'mismatch.work', told: firstOf, acts: ['mismatch.work', 'record.read', 'erasure.ask'] },
  { url: () => 'legal-clocks', needs: 'record.search', told: firstOf, acts: ['record.read'] },
  { url: () => 'sending-rules', needs: 'sending.change', told: firstOf, acts: ['sending.change'] },
  { url: (of) => `people/${id(of, 'person')}/card`, needs: 'card.read', told: itself, acts: ['card.end', 'card.release'] },
];

async function answerTo({ url, payload }: Telling, handle: string): Promise<unknown> {
  const answer = await app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/v1/${url(subject)}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN },
    ...(payload ? { payload } : {}),
  });
  return answer.statusCode === 200 ? answer.json() : null;
}

test('each answer tells each role what the table lets it do, no more and no less', async () => {
  for (const [index, role] of ROLES.entries()) {
    const { handle } = await office.signedIn(`00009033333${index}`, [[role, BODIES.own]]);
    for (const telling of TELLING) {
      const name = `${role} ${telling.url(subject)}`;
      const answer = await answerTo(telling, handle);
      const may = (act: AccessAct): boolean => (EXPECTED[act] as readonly Role[]).includes(role);
      if (telling.needs !== null && !may(telling.needs)) {
        assert.equal(answer, null, name);
        continue;
      }
      const told = telling.told(answer);
      assert.ok(told, `${name} answered nothing that tells it`);
      assert.deepEqual([...told.may].sort(), telling.acts.filter(may).sort(), name);
    }
  }
});

test('nobody signed in may do anything', async () => {
  const { may } = (await app.inject('/api/v1/session')).json<Told>();
  assert.deepEqual(may, []);
});

test('who made it, or is the person, is told that they only look', async () => {
  const maker = '000090222221';
  const { handle } = await office.signedIn(maker, [['XAC_NHAN', BODIES.own]]);
  const hash = office.keys.nationalIdHash(maker);
  const [queue, item] = [TELLING[3]!, TELLING[4]!];
  const told = async (): Promise<readonly unknown[]> =>
    Promise.all([queue, item].map(async (one) => one.told(await answerTo(one, handle))!.may));
  assert.deepEqual(await told(), [
    ['item.confirm', 'item.return', 'case.read'],
    ['item.confirm', 'item.return', 'case.read'],
  ]);
  await office.owner.transaction(null, (tx) =>
    tx.query('update submission_file set sender_identity = $2 where submission_id = $1', [id(subject, 'submission'), hash]),
  );
  assert.deepEqual(await told(), [['case.read'], ['case.read']]);
});

test('a body beyond reach is told of by nobody: a role over another body gives nothing here', async () => {
  const { handle } = await office.signedIn('000090222222', [
    ['VU_CCVC', BODIES.own],
    ['XAC_NHAN', BODIES.foreign],
  ]);
  const record = TELLING.find(({ url }) => url(subject) === `people/${id(subject, 'person')}`)!;
  const of = async (one: Telling): Promise<readonly string[]> => [...one.told(await answerTo(one, handle))!.may].sort();
  assert.ok((await of(TELLING[0]!)).includes('item.confirm'), 'somewhere they may');
  assert.deepEqual(await of(record), ['case.read', 'record.history']);
  assert.deepEqual(await of(TELLING[2]!), []);
});
