/**
 * What stands in an answer: every role × every field that is sensitive or sealed × every GET route of the server, with a value in each field that is
 * known again. It stands where `visibility.ts` says that the role sees the field, and nowhere else. Fields come from the dictionary and routes from the
 * server itself: a new one is walked by itself, or fails here until its address is told.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { AccessAct, Role } from '#authority/access/shapes.ts';
import { inflateEntry, readDirectory } from '#base/zip.ts';
import { MASK, seen } from '#record/register/visibility.ts';
import type { Seen } from '#record/register/visibility.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import { EXPECTED } from './access-matrix.ts';
import { BODIES, ROUTES, aSubject } from './matrix-routes.ts';
import type { MatrixSubject } from './access-matrix.ts';
import { aPlantedPerson } from './planted-person.ts';
import type { Place, PlantedPerson } from './planted-person.ts';
import { WATCHED, foundIn } from './planted-values.ts';
import type { Planted } from './planted-values.ts';
import { aServer, apiRoutesOf, dataFolder } from './server-for-tests.ts';

/** As long as it takes until somebody may ask twice more. */
const BETWEEN_QUESTIONS_MS = 100;

/** Addresses beside the one of the matrix: what a route is asked about in more than one way. */
const ASKED: Readonly<Record<string, (person: PlantedPerson, subject: MatrixSubject) => readonly string[]>> = {
  '/api/v1/people/:id/history': ({ personId }) =>
    [...new Set(WATCHED.flatMap(({ path, field }) => [path, field.key]))].map(
      (field) => `/api/v1/people/${personId}/history?field=${field}`,
    ),
  '/api/v1/submissions/:id/problems': (person) => ofBoth(person, '/problems?limit=200'),
  '/api/v1/me/groups/:group': () => GROUPS.map(({ code }) => `/api/v1/me/groups/${code}`),
  '/api/v1/confirmation/:submissionId/:personId/portraits/:which': ({ submissions, personId }) =>
    ['before', 'after'].map((which) => `/api/v1/confirmation/${submissions.waiting}/${personId}/portraits/${which}`),
  // One's own file alone, of the rows of a search: what it holds stands in exports.db.test.ts.
  '/api/v1/exports/:id/list.xlsx': (_person, { ids }) => [`/api/v1/exports/${ids['item']}/list.xlsx`],
  '/api/v1/submissions/:id/marked.xlsx': (person) => ofBoth(person, '/marked.xlsx'),
  '/api/v1/submissions/:id/rows-to-mend.csv': (person) => ofBoth(person, '/rows-to-mend.csv'),
  '/api/v1/submissions/:id/original': (person) => ofBoth(person, '/original'),
  '/api/v1/receipts/:number.pdf': (_person, { ids }) => [`/api/v1/receipts/${ids['receipt']}.pdf`],
  // What somebody sees of one that is there: conversions.db.test.ts.
  '/api/v1/people/:id/conversions/:number/paper.pdf': ({ personId }) => [`/api/v1/people/${personId}/conversions/BG-00000-00000/paper.pdf`],
  // What somebody sees of one that is there: documents.db.test.ts.
  '/api/v1/people/:id/documents/:line': ({ personId }) => [`/api/v1/people/${personId}/documents/1`],
  '/api/v1/me/documents/:line': () => ['/api/v1/me/documents/1'],
  // What somebody sees of one that is there: cvs.db.test.ts.
  ...Object.fromEntries(
    ['json', 'pdf'].flatMap((form) => [
      [
        `/api/v1/people/:id/cvs/:number/cv.${form}`,
        ({ personId }: { readonly personId: string }) => [`/api/v1/people/${personId}/cvs/SY-00000-00000/cv.${form}`],
      ],
      [`/api/v1/me/cvs/:number/cv.${form}`, () => [`/api/v1/me/cvs/SY-00000-00000/cv.${form}`]],
    ]),
  ),
  // Programs alone, recognised by their carrier: exchange-callers.db.test.ts.
  ...Object.fromEntries(
    ['result', 'receipt'].map((what) => [
      `/exchange/v1/batches/:epoch/:lane/:first-:last/${what}`,
      () => [`/exchange/v1/batches/1/daily/1-1/${what}`],
    ]),
  ),
  // Numbers alone; what one says: reports.db.test.ts.
  '/api/v1/reports/:number/table.csv': () => ['/api/v1/reports/BC-00000-00000/table.csv'],
  '/api/v1/reports/:number/table.xlsx': () => ['/api/v1/reports/BC-00000-00000/table.xlsx'],
  '/api/v1/reports/:number/table.ods': () => ['/api/v1/reports/BC-00000-00000/table.ods'],
  '/api/v1/public/reports/:number': () => ['/api/v1/public/reports/BC-00000-00000'],
  '/api/v1/reports/:number': () => ['/api/v1/reports/BC-00000-00000'],
  '/api/v1/public/conversions/:number': () => ['/api/v1/public/conversions/BG-00000-00000'],
  '/api/v1/public/receipts/:number': (_person, { ids }) => [`/api/v1/public/receipts/${ids['receipt']}`],
  // What somebody sees of one that is there: attestation-taken.db.test.ts.
  '/api/v1/people/:id/attestations/:attestationId': ({ personId }) => [`/api/v1/people/${personId}/attestations/${personId}`],
  '/api/v1/people/:id/attestations/:attestationId.pdf': ({ personId }) => [`/api/v1/people/${personId}/attestations/${personId}.pdf`],
  '/api/v1/me/attestations/:id': ({ personId }) => [`/api/v1/me/attestations/${personId}`],
  '/api/v1/me/attestations/:id.pdf': ({ personId }) => [`/api/v1/me/attestations/${personId}.pdf`],
  // What a consent shows of one that is given: consents.db.test.ts.
  '/api/v1/consents/:id/record': ({ personId }) => [`/api/v1/consents/${personId}/record`],
  '/api/v1/me/declaration/groups/:group': () => GROUPS.map(({ code }) => `/api/v1/me/declaration/groups/${code}`),
  // What its person sees of one that is there: declaration-evidence.db.test.ts.
  '/api/v1/me/declaration/evidence/:id': ({ personId }) => [`/api/v1/me/declaration/evidence/${personId}`],
  // What its person sees of one that is there: value-report-papers.db.test.ts.
  '/api/v1/me/value-reports/:id/paper': ({ personId }) => [`/api/v1/me/value-reports/${personId}/paper`],
  // What both sides see of one that is there: declaration-thread.db.test.ts.
  '/api/v1/me/declaration/sent/:id/messages': ({ personId }) => [`/api/v1/me/declaration/sent/${personId}/messages`],
  '/api/v1/submissions/:id/messages': (person) => ofBoth(person, '/messages'),
  '/api/v1/me/consents/:id/message': ({ personId }) => [`/api/v1/me/consents/${personId}/message`],
  '/api/v1/bodies/:id': (_person, { bodyId }) => [`/api/v1/bodies/${bodyId}`],
  '/api/v1/bodies/:id/changes': (_person, { bodyId }) => [`/api/v1/bodies/${bodyId}/changes`],
  '/api/v1/body-changes/:id': ({ personId }) => [`/api/v1/body-changes/${personId}`],
  '/api/v1/body-changes/:id/file': ({ personId }) => [`/api/v1/body-changes/${personId}/file`],
  '/api/v1/bodies/:id/contact': (_person, { bodyId }) => [`/api/v1/bodies/${bodyId}/contact`],
  // About no person: asked all the same, with whatever stands for what they name.
  '/api/v1/audit/bundle/:eventId': ({ personId }) => [`/api/v1/audit/bundle/${personId}`],
  '/api/v1/audit/tile/*': () => ['/api/v1/audit/tile/0/000', '/api/v1/audit/tile/entries/000'],
  '/api/v1/keys/:kid': () => ['/api/v1/keys/khong-co'],
  '/problems/:code': () => ['/problems/E-PHONE-FORM'],
  '/demo/workbooks/:name.xlsx': () => ['/demo/workbooks/clean.xlsx'],
  '/demo/portraits/:name.zip': () => ['/demo/portraits/good.zip'],
  '/api/v1/cases/:id/records': () => [`/api/v1/cases/${sameHuman}/records`],
  '/card/offers/:id': ({ personId }) => [`/card/offers/${personId}`],
  '/card/status/:list': () => ['/card/status/0'],
  '/card/crl/:authority': () => ['/card/crl/0123456789abcdef.crl'],
  '/card/ask/:id/request': ({ personId }) => [`/card/ask/${personId}/request`],
  '/card/ask/:id/answer': ({ personId }) => [`/card/ask/${personId}/answer`],
};
const ofBoth = ({ submissions }: PlantedPerson, path: string): string[] =>
  Object.values(submissions).map((id) => `/api/v1/submissions/${id}${path}`);

let office: Office;
let folder: string;
let app: FastifyInstance;
let person: PlantedPerson;
/** A case that says this person's record and another one are of one human. */
let sameHuman: string;
let subjects: readonly MatrixSubject[];
/** `sender`: who sent the files; `subject`: the person, at the own pages */
let viewers: readonly { readonly name: string; readonly role: Role; readonly cookie: string; readonly is?: 'sender' | 'subject' }[];

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  person = await aPlantedPerson(office, folder, BODIES.own);
  const other = await aSubject(office, folder, 'own', 1);
  sameHuman = office.chance.uuid7(Date.parse(office.clock.now()));
  await office.owner.transaction(null, (tx) =>
    tx.query(
      `insert into person_case (case_id, kind, state, person_id, other_person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at)
       select $1, 'same_human', 'asked', $2, $3, $4, body_id, body_id, 'from', '2026-11-01', '2099-01-01', now() from person where person_id = $3`,
      [sameHuman, other.ids['person'], person.personId, office.keys.nationalIdHash(person.number)],
    ),
  );
  // The receipt of the matrix says no more than its page needs; its paper says more.
  const whole = {
    bodyCode: BODIES.own,
    bodyName: 'Sở',
    sizeBytes: 10,
    asOf: '2026-11-01',
    counts: { received: 1, accepted: 1, rejected: 0, waiting: 0 },
  };
  await office.owner.transaction(null, (tx) =>
    tx.query('update receipt set content = (content::jsonb || $1::jsonb)::text', [JSON.stringify(whole)]),
  );
  // The same addresses as those of the matrix, about this person and each of the files.
  subjects = Object.values(person.submissions).map((submission) => ({
    ...other,
    ids: { ...other.ids, person: person.personId, submission, case: person.caseId },
  }));
  const signedIn = async (number: string, role: Role) => `congvu=${(await office.signedIn(number, [[role, BODIES.own]])).handle}`;
  viewers = [
    ...(await Promise.all(ROLES.map(async (role, index) => ({ name: role, role, cookie: await signedIn(`00009012310${index}`, role) })))),
    { name: 'the sender', role: 'NHAP_LIEU', cookie: person.sender.cookie, is: 'sender' },
    { name: 'the person', role: 'CA_NHAN', cookie: await signedIn(person.number, 'CA_NHAN'), is: 'subject' },
  ];
  // On a quick machine one viewer asks more than somebody may in a minute: here time goes by with each question, not with the machine.
  let passedMs = 0;
  const clock = { ...office.clock, monotonicMs: () => (passedMs += BETWEEN_QUESTIONS_MS) };
  app = await aServer({ ...office, clock }, folder);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every GET route of the server, as the matrix writes it. */
function served(): string[] {
  return apiRoutesOf(app).flatMap(({ method, path }) => (method === 'GET' ? [path] : []));
}

/** Acts of routes that the matrix does not ask. */
const ACTS: Readonly<Record<string, AccessAct>> = { '/api/v1/cases/:id/records': 'case.decide' };
const actOf = (url: string): AccessAct | undefined => ACTS[url] ?? ofMatrix(url)?.act;
const ofMatrix = (url: string) => ROUTES.find((route) => route.method === 'GET' && route.url === url);

/** Where this route is asked; none when nobody has told how. */
function addressesOf(url: string): readonly string[] {
  const more = ASKED[url];
  if (more) return more(person, subjects[0]!);
  const route = ofMatrix(url);
  if (route) return [...new Set(subjects.map((subject) => route.address(subject)))];
  return /[:*]/.test(url) ? [] : [url];
}

/** All that an answer holds as text: the parts of a zip and the streams of a PDF too. */
async function textOf(bytes: Buffer): Promise<string> {
  const head = bytes.toString('latin1', 0, 4);
  if (head === 'PK\x03\x04') {
    const parts: Buffer[] = [];
    for (const entry of readDirectory(bytes, ZIP))
      for await (const piece of inflateEntry(bytes, entry, { inflated: 0 }, ZIP)) parts.push(piece);
    return Buffer.concat(parts).toString();
  }
  return head === '%PDF' ? streamsOf(bytes).join('\n') : bytes.toString();
}
const ZIP = { entriesMax: 1000, inflatedBytesMax: 100_000_000, ratioMax: 10_000 };

/** The streams of a PDF. What stands in them as numbers of glyphs is not read here: of a person only the own paper is one, and only they may have it. */
const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
    } catch {
      return stream!;
    }
  });

const read = new Map<string, ReadonlySet<string>>();
/** All planted texts that stand in an answer; the same answer to the next viewer is not read again. */
function plantedIn(text: string): ReadonlySet<string> {
  const known =
    read.get(text) ??
    new Set(foundIn(text, [person.number, ...person.places.flatMap(({ planted }) => planted.flatMap((one) => one.known))]));
  read.set(text, known);
  return known;
}

type Viewer = (typeof viewers)[number];

/** The file itself, whole: as it was sent, or marked. */
const isWholeFile = (url: string): boolean => /\/(?:marked\.xlsx|original)$/.test(url);

/** What this viewer sees of a value at this route; `hidden` where the act is not theirs. */
function sees(url: string, viewer: Viewer, place: Place, { leaf }: Planted): Seen {
  if (url.startsWith('/api/v1/me')) return viewer.is === 'subject' && leaf.field.visibleTo.includes('CA_NHAN') ? 'clear' : 'hidden';
  const isFile = isWholeFile(url);
  const act = isFile ? 'problems.read' : actOf(url);
  if (act === undefined || !EXPECTED[act].includes(viewer.role)) return 'hidden';
  const roles = [viewer.role];
  // Whose readings these are is told to whoever finds people by their name.
  if (url === '/api/v1/people/:id/reads' && leaf.path === 'hoTenKhaiSinh')
    return EXPECTED['record.search'].includes(viewer.role) ? 'clear' : 'hidden';
  if (place.of === 'sent' && viewer.is === 'sender' && url.startsWith('/api/v1/submissions')) return 'clear';
  const asked = { roles, unmasked: new Set([leaf.field.key]) };
  // The file goes whole to roles that see every field: decision 0016.
  if (isFile) return place.of === 'sent' && FIELDS.every((field) => seen(field, asked) !== 'hidden') ? 'clear' : 'hidden';
  // To print a form is to ask for all that stands in it.
  if (url.endsWith('/forms/:form')) return seen(leaf.field, asked);
  // To open a picture is to ask for it.
  if (/\/portraits?(\/|$)/.test(url) && leaf.field.kind.name === 'file') return seen(leaf.field, asked);
  return seen(leaf.field, { roles, unmasked: new Set(), purpose: act === 'item.read' || act === 'case.decide' ? 'CONFIRM' : 'CONSULT' });
}

/** Where a value has to stand for who sees it in clear, so that nothing is proven by showing nothing: route, place, who. */
const SHOWN: readonly (readonly [url: string, place: string, viewers: readonly string[]])[] = [
  ['/api/v1/people/:id', 'register', ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC']],
  ['/api/v1/people/:id/history', 'register', ['LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC']],
  ['/api/v1/me/data.json', 'register', ['the person']],
  ['/api/v1/submissions/:id/comparison', 'file', ['the sender', 'DOI_SOAT', 'XAC_NHAN', 'LD_DON_VI', 'NHAP_LIEU']],
  ['/api/v1/submissions/:id/comparison', 'register', ['the sender', 'DOI_SOAT', 'XAC_NHAN', 'LD_DON_VI', 'NHAP_LIEU']],
  ['/api/v1/confirmation/:submissionId/:personId', 'file', ['DOI_SOAT', 'XAC_NHAN']],
  ['/api/v1/confirmation/:submissionId/:personId', 'register', ['DOI_SOAT', 'XAC_NHAN']],
  ['/api/v1/cases/:id/records', 'register', ['XAC_NHAN']],
  ['/api/v1/submissions/:id/problems', 'value', ['the sender', 'DOI_SOAT', 'XAC_NHAN', 'LD_DON_VI', 'NHAP_LIEU']],
  ['/api/v1/submissions/:id/returned', 'returned', ['the sender', 'DOI_SOAT', 'XAC_NHAN', 'LD_DON_VI', 'NHAP_LIEU']],
  ['/api/v1/submissions/:id/marked.xlsx', 'file', ['the sender', 'DOI_SOAT', 'XAC_NHAN']],
  ['/api/v1/submissions/:id/original', 'file', ['the sender', 'DOI_SOAT', 'XAC_NHAN']],
];

/** Of a list that is a field of its own no history is told; of a line that went out of a section the comparison says only that it did. */
const isNotTold = (url: string, place: Place, { leaf: { field, path } }: Planted): boolean =>
  url.endsWith('/history')
    ? path !== field.key
    : place.of === 'register' &&
      !url.startsWith('/api/v1/people') &&
      !url.startsWith('/api/v1/me') &&
      (field.section !== null || path !== field.key);

test('what visibility says is what the dictionary says, written a second time', () => {
  for (const field of FIELDS)
    for (const role of ROLES)
      for (const purpose of ['CONSULT', 'SUBMIT', 'CONFIRM'] as const) {
        const open = field.sensitivity !== 'nc' || purpose === 'CONFIRM';
        const says = !field.visibleTo.includes(role) ? 'hidden' : open ? 'clear' : 'masked';
        assert.equal(seen(field, { roles: [role], unmasked: new Set(), purpose }), says, `${role} ${field.key} ${purpose}`);
      }
});

test('every GET route of the server is asked', () => {
  const routes = served();
  assert.ok(routes.length > 40, `the server lists its routes: ${routes.length}`);
  assert.deepEqual(
    routes.filter((url) => addressesOf(url).length === 0),
    [],
  );
  assert.deepEqual(
    [...Object.keys(ASKED), ...SHOWN.map(([url]) => url)].filter((url) => !routes.includes(url)),
    [],
    'told of a route that is not there',
  );
});

test('every field that is sensitive or sealed has a value that is known again, in every place', () => {
  assert.ok(WATCHED.length > 80, `${WATCHED.length}`);
  for (const { name, planted } of person.places) {
    const known = planted.flatMap((one) => one.known);
    assert.equal(new Set(known).size, known.length, `${name}: two leaves are known by one text`);
    assert.deepEqual(
      planted.filter((one) => one.known.length === 0 && one.leaf.kind.name !== 'flag').map(({ leaf }) => leaf.path),
      [],
    );
  }
});

test('a value stands in an answer where the role sees its field, and nowhere else', async () => {
  const wrong: string[] = [];
  const routes = served();
  for (const viewer of viewers) {
    for (const url of routes) {
      const texts: string[] = [];
      const addresses = addressesOf(url);
      const act = actOf(url);
      // Who may not do the act at all is refused before it is looked what is asked about: once is enough.
      const isRefused = act !== undefined && !EXPECTED[act].includes(viewer.role);
      for (const address of isRefused ? addresses.slice(0, 1) : addresses) {
        const answer = await app.inject({ url: address, headers: { cookie: viewer.cookie } });
        // No identity provider listens here: that sign-in fails says nothing.
        assert.ok(
          url.startsWith('/auth/') || ![429, 500].includes(answer.statusCode),
          `${viewer.name} ${address}: ${answer.statusCode} ${answer.body.slice(0, 300)}`,
        );
        texts.push(await textOf(answer.rawPayload));
      }
      const shown = new Set(texts.flatMap((text) => [...plantedIn(text)]));
      if (shown.has(person.number) && viewer.is === undefined && !isWholeFile(url))
        wrong.push(`${viewer.name} · ${url}: the citizen number in clear`);
      for (const place of person.places) {
        const mustShow = SHOWN.some(([route, name, who]) => route === url && name === place.name && who.includes(viewer.name));
        for (const planted of place.planted) {
          const visibility = sees(url, viewer, place, planted);
          const found = planted.known.filter((text) => shown.has(text));
          const cell = `${viewer.name} · ${url} · ${planted.leaf.path} (${place.name})`;
          if (visibility !== 'clear' && found.length > 0) wrong.push(`${cell}: ${visibility}, and shows ${found[0]}`);
          const isTold = planted.isPrinted && !isNotTold(url, place, planted);
          if (visibility === 'clear' && mustShow && isTold && found.length === 0) wrong.push(`${cell}: clear, and is not shown`);
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('what is masked stands on the record page as a mask, and what is hidden does not stand there at all', async () => {
  for (const viewer of viewers.filter(({ role, is }) => is === undefined && EXPECTED['record.read'].includes(role))) {
    const answer = await app.inject({ url: `/api/v1/people/${person.personId}`, headers: { cookie: viewer.cookie } });
    assert.equal(answer.statusCode, 200, viewer.name);
    const { groups } = answer.json<{
      groups: {
        fields: { key: string; display: { vi: string } }[];
        sections: { lines: { cells: Record<string, { vi: string }> }[] }[];
      }[];
    }>();
    const shown = new Map(
      groups.flatMap(({ fields, sections }) => [
        ...fields.map((field) => [field.key, field.display.vi] as const),
        ...sections.flatMap(({ lines }) =>
          lines.flatMap(({ cells }) => Object.entries(cells).map(([key, cell]) => [key, cell.vi] as const)),
        ),
      ]),
    );
    for (const { field, path } of WATCHED) {
      const visibility = seen(field, { roles: [viewer.role], unmasked: new Set() });
      const words = shown.get(path);
      assert.equal(words === undefined ? 'hidden' : words === MASK.vi ? 'masked' : 'clear', visibility, `${viewer.name} ${path}`);
    }
  }
});

test('a marked file leaves a row that names everybody in it; one that is refused leaves none', async () => {
  const { waiting } = person.submissions;
  const second = office.chance.uuid7(Date.parse(office.clock.now()));
  const sql = <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> =>
    office.owner.transaction(null, (tx) => tx.query<T>(text, values));
  await sql(
    `insert into submission_line (submission_id, round, line_no, at, body_id, id_hash, person_id, name, place, verdict, comparison, sealed)
     select submission_id, round, 2, at, body_id, id_hash, $2, name, '{"row": 5}', verdict, comparison, sealed from submission_line where submission_id = $1`,
    [waiting, second],
  );
  // Known by id: two rows of one millisecond have no order.
  const written = async () => new Set((await sql<{ id: string }>('select event_id as id from audit_event', [])).map((row) => row.id));
  for (const [name, status] of [
    ['the sender', 200],
    ['DOI_SOAT', 200],
    ['LD_DON_VI', 403],
    ['VU_CCVC', 403],
  ] as const) {
    const before = await written();
    const { cookie } = viewers.find((viewer) => viewer.name === name)!;
    const answer = await app.inject({ url: `/api/v1/submissions/${waiting}/marked.xlsx`, headers: { cookie } });
    assert.equal(answer.statusCode, status, name);
    const reads = await sql<{ id: string; act: string; purpose: string; object_id: string; listed: string[] }>(
      `select event_id as id, act, purpose, object_id, listed from audit_event where kind = 'read'`,
      [],
    );
    const rows = reads.filter((row) => !before.has(row.id)).map(({ id: _id, ...row }) => row);
    const read = { act: 'file.read', purpose: 'SUBMIT', object_id: waiting, listed: [person.personId, second].sort() };
    assert.deepEqual(
      rows.map((row) => ({ ...row, listed: row.listed.toSorted() })),
      status === 200 ? [read] : [],
      name,
    );
  }
});
