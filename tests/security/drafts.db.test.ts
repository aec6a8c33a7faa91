/** A draft is the body's own: who sees it before it was sent, of which rounds, at every route and in the database alone. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency, SignedInSender } from '#record/intake/agency-for-tests.ts';
import { recordFiles } from '#record/intake/file-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const SCHOOL = 'H26.03.01';
/** Over it, and over everything. */
const ABOVE = ['H26.03', 'H26', 'VN'] as const;

let agency: Agency;
let folder: string;
let app: FastifyInstance;
let databaseAlone: FastifyInstance;
const above = new Map<string, SignedInSender>();
const { bytesOf } = recordFiles();
let last = 91_000;
const someone = () => ({ number: `000190${String(++last).padStart(6, '0')}`, name: 'Vũ Thị Nháp' });

async function sender(number: string, grants: Parameters<Agency['office']['signedIn']>[1]): Promise<SignedInSender> {
  const { handle, accountId } = await agency.office.signedIn(number, grants);
  return { handle, accountId, identity: agency.office.keys.nationalIdHash(number).toString('hex'), name: 'Người ở cơ quan khác' };
}

before(async () => {
  agency = await anAgency(SCHOOL);
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  databaseAlone = await aServer(agency.office, folder, { appChecks: false });
  for (const [index, body] of ABOVE.entries())
    above.set(
      body,
      await sender(
        `00009081111${index}`,
        body === 'VN'
          ? [['VU_CCVC', body]]
          : [
              ['DOI_SOAT', body],
              ['XAC_NHAN', body],
            ],
      ),
    );
});
after(async () => {
  await app.close();
  await databaseAlone.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

const uploaded = async (people: readonly ReturnType<typeof someone>[], corrects?: string): Promise<string> => {
  const brought = await agency.uploads(people, corrects === undefined ? {} : { corrects });
  assert.ok(brought.ok);
  await agency.works();
  return brought.value.submissionId;
};

const get = (at: FastifyInstance, who: { readonly handle: string }, path: string) =>
  at.inject({ url: `/api/v1/${path}`, headers: { cookie: `congvu=${who.handle}`, origin: ORIGIN } });
/** Every reading of a submission. */
const READINGS = ['', '/problem-groups', '/problems', '/comparison', '/returned', '/original', '/portraits', '/accepted-suggestions'];
/** Readings that answer with what is there; the others, and a list without it, are silence. */
async function seenBy(at: FastifyInstance, who: { readonly handle: string }, id: string): Promise<string[]> {
  const seen: string[] = [];
  for (const path of READINGS) {
    const { statusCode, body } = await get(at, who, `submissions/${id}${path}`);
    if (statusCode < 300 && !/"items":\[\]/.test(body)) seen.push(path || '/');
    if (body.includes('Vũ Thị Nháp')) seen.push(`${path} names somebody`);
  }
  if ((await get(at, who, 'submissions?limit=50')).body.includes(id)) seen.push('list');
  return seen;
}

test('before it is sent a draft is there for its body alone; sent, it is there for those above', async () => {
  const id = await uploaded([someone(), someone()]);
  assert.ok((await seenBy(app, agency.clerk, id)).includes('list'));
  for (const [body, who] of above)
    for (const at of [app, databaseAlone]) assert.deepEqual(await seenBy(at, who, id), [], `${body} sees a draft of ${SCHOOL}`);
  const tasks = (who: SignedInSender): Promise<{ kind: string; count: number }[]> =>
    get(app, who, 'home').then((answer) => answer.json<{ tasks: { kind: string; count: number }[] }>().tasks);
  assert.deepEqual(await tasks(above.get('H26')!), []);
  assert.ok((await tasks(agency.clerk)).some(({ kind }) => kind === 'submissions-to-submit'));
  assert.ok((await agency.submits(id)).ok);
  for (const [body, who] of above) assert.ok((await seenBy(app, who, id)).includes('list'), `${body} sees what was sent`);
});

test('a later round that is not sent leaves the one before it standing', async () => {
  const people = [someone(), someone()];
  const id = await uploaded(people);
  assert.ok((await agency.submits(id)).ok);
  await agency.works();
  assert.equal(await uploaded([...people, someone()], id), id);
  const roundsOf = async (who: { readonly handle: string }): Promise<readonly unknown[]> => {
    const { round, rounds, counts } = (await get(app, who, `submissions/${id}`)).json<{
      round: number;
      rounds: readonly { round: number }[];
      counts: { received: number };
    }>();
    return [round, rounds.map((one) => one.round), counts.received];
  };
  assert.deepEqual(await roundsOf(agency.clerk), [2, [2, 1], 3]);
  for (const [body, who] of above) {
    assert.deepEqual(await roundsOf(who), [1, [1], 2], body);
    assert.equal((await get(databaseAlone, who, `submissions/${id}/problems?round=2`)).statusCode, 404, body);
  }
  assert.ok((await agency.submits(id)).ok);
  for (const [, who] of above) assert.deepEqual(await roundsOf(who), [2, [2, 1], 3]);
});

test('who uploads for a body below sees what they uploaded; nobody else of theirs does', async () => {
  const office = above.get('H26')!;
  const colleague = await sender('000090822221', [['DOI_SOAT', 'H26']]);
  const own = await brings(agency.needs, office, {
    bodyId: agency.bodyId,
    fileName: 'cua-so.json',
    bytes: bytesOf([someone()]),
  });
  assert.ok(own.ok, own.ok ? '' : own.problems[0]!.code);
  const id = own.value.submissionId;
  assert.ok((await seenBy(app, office, id)).includes('list'));
  assert.ok((await seenBy(app, agency.clerk, id)).includes('list'), 'it is made for the school');
  assert.deepEqual(await seenBy(databaseAlone, colleague, id), []);
});

test('bytes that a hidden draft has, or a newer file behind what one sees, are refused in words', async () => {
  const people = [someone()];
  const file = (who: SignedInSender, of: readonly ReturnType<typeof someone>[], corrects?: string) =>
    brings(agency.needs, who, {
      bodyId: agency.bodyId,
      fileName: 'trung.json',
      bytes: bytesOf(of),
      ...(corrects === undefined ? {} : { corrects }),
    });
  const office = above.get('H26')!;
  const draft = await agency.uploads(people);
  assert.ok(draft.ok);
  const code = (result: Awaited<ReturnType<typeof file>>): string => (result.ok ? 'taken' : result.problems[0]!.code);
  assert.equal(code(await file(office, people)), 'E-UPLOAD-DRAFT');
  await agency.works();
  assert.ok((await agency.submits(draft.value.submissionId)).ok);
  await agency.works();
  assert.ok((await file(agency.clerk, [...people, someone()], draft.value.submissionId)).ok);
  assert.equal(code(await file(office, [someone()], draft.value.submissionId)), 'E-UPLOAD-DRAFT');
  const elsewhere = await anAgency('H41.51', agency.office);
  assert.equal(
    await agency.office
      .as(elsewhere.clerk.handle, async (tx) =>
        tx.query<{ hidden: boolean }>('select submission_hidden_draft($1, $2, $3) as hidden', [
          agency.bodyId,
          Buffer.alloc(32),
          draft.value.submissionId,
        ]),
      )
      .then(([row]) => row!.hidden),
    false,
    'of a body out of reach nothing is told',
  );
});
