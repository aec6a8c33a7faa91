/**
 * What a role sees of a field, asked of every route that can answer about a person: each text of the register is a word that nothing else says,
 * and it stands in an answer only where `sight` lets that role see it. Fields, roles and routes are those of the product, none is listed here.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { sealForSubmission } from '#record/submission/store.ts';
import { seen } from '#record/register/sight.ts';
import { sealDocument } from '#record/register/store.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { GroupCode, GroupDocument, RecordDocument } from '#standard/shapes.ts';
import type { MatrixSubject } from './access-matrix.ts';
import { BODIES, ROUTES, aSubject, id } from './matrix-routes.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

/** Kinds whose values are words as they stand. */
const WORDS: readonly string[] = ['text', 'longText', 'digits', 'email', 'phone'];

const leaves: readonly Leaf[] = GROUPS.flatMap(({ code }) =>
  [null, ...SECTIONS.filter((section) => section.group === code).map(({ key }) => key)].flatMap((section) =>
    leavesOf(FIELDS, code, section),
  ),
).filter((leaf) => WORDS.includes(leaf.kind.name));

/** A word for each field that nothing else in the product says. */
const wordOf = (leaf: Leaf, kind: 'REG' | 'SENT'): string => `${kind}${String(leaves.indexOf(leaf)).padStart(3, '0')}QZX`;

/** A record in which every field of words holds its word. */
function recordOf(kind: 'REG' | 'SENT'): RecordDocument {
  const document: Record<string, Record<string, unknown>> = {};
  for (const leaf of leaves) {
    const group = (document[leaf.field.group] ??= {});
    if (leaf.field.section === null && leaf.field.kind.name !== 'list') group[leaf.key] = wordOf(leaf, kind);
    else {
      const key = leaf.field.section ?? leaf.field.key;
      const lines = (group[key] ??= [{}]) as Record<string, unknown>[];
      lines[0]![leaf.key] = wordOf(leaf, kind);
    }
  }
  return document as RecordDocument;
}

let office: Office;
let folder: string;
let app: FastifyInstance;
let subject: MatrixSubject;
const cookies = new Map<Role, string>();
const one = (sql: string, values: readonly unknown[]): Promise<unknown> => office.owner.transaction(null, (tx) => tx.query(sql, values));

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  subject = await aSubject(office, folder, 'own', 0);
  const salt = Buffer.alloc(16, 1);
  const registered = recordOf('REG');
  const { open, sealed } = sealDocument(office.keys, salt, registered);
  const groups = Object.keys(registered);
  await one(
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, sealed, source, dictionary_version) values ($1, 2, $2, '2026-10-02', $3, $4, $5, 'CONG', 'x')`,
    [id(subject, 'person'), subject.bodyId, groups, JSON.stringify(open), JSON.stringify(sealed)],
  );
  await one(`update person set version = 2, document = document || $2::jsonb, sealed = $3, heads = $4 where person_id = $1`, [
    id(subject, 'person'),
    JSON.stringify(open),
    JSON.stringify(sealed),
    JSON.stringify(Object.fromEntries(groups.map((group) => [group, { v: 2, from: '2026-10-02' }]))),
  ]);
  const sent = recordOf('SENT');
  await one(`update submission_line set sealed = $2 where submission_id = $1`, [
    id(subject, 'submission'),
    Buffer.from(sealForSubmission(office.keys, id(subject, 'submission'), { nationalId: '000090999990', groups: sent, changed: groups })),
  ]);
  for (const [group, stated] of Object.entries(sent) as [GroupCode, GroupDocument][]) {
    if (group === 'A') continue;
    const split = sealDocument(office.keys, salt, { [group]: stated });
    await one(
      `insert into item (person_id, item_id, submission_id, round, body_id, group_code, state, compared_version, valid_from, name, stated, stated_sealed, maker_identity, maker_id, created_at)
       select person_id, $2, submission_id, round, body_id, $3, state, 2, valid_from, name, $4, $5, maker_identity, maker_id, created_at from item where item_id = $1`,
      [
        id(subject, 'item'),
        office.chance.uuid7(Date.parse(office.clock.now())),
        group,
        split.open[group] === undefined ? null : JSON.stringify(split.open[group]),
        split.open[group] === undefined ? Buffer.from(office.keys.seal(salt, `item:${group}`, Buffer.from(JSON.stringify(stated)))) : null,
      ],
    );
  }
  for (const [index, role] of ROLES.entries()) {
    const { handle } = await office.signedIn(`00009044444${index}`, [[role, BODIES.own]]);
    cookies.set(role, `congvu=${handle}`);
  }
  app = await aServer(office, folder);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

interface Asked {
  readonly route: string;
  readonly purpose: 'CONSULT' | 'SUBMIT' | 'CONFIRM';
  readonly answers: readonly string[];
}

/** Every reading of the table of routes, as this role; the history is asked of each field. */
async function ask(role: Role): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const route of ROUTES.filter(({ method, reads }) => method === 'GET' || reads)) {
    if (route.url.endsWith('/unmask')) continue; // the one way to what is masked, one field at a time: `view.test.ts`
    const address = route.address(subject);
    const addresses = address.includes('history?field=')
      ? leaves.map((leaf) => address.replace(/field=.*/, `field=${encodeURIComponent(leaf.path)}`))
      : [address];
    const answers: string[] = [];
    for (const url of addresses) {
      const payload = route.payload?.(subject);
      const answer = await app.inject({
        method: route.method,
        url,
        headers: {
          cookie: cookies.get(role)!,
          origin: ORIGIN,
          'sec-fetch-site': 'same-origin',
          ...(payload ? { 'content-type': 'application/json' } : {}),
        },
        ...(payload ? { payload: payload as object } : {}),
      });
      assert.ok(answer.statusCode < 500, `${role} ${route.method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      if (answer.statusCode < 300) answers.push(answer.body);
    }
    const purpose = route.url.includes('/confirmation/') ? 'CONFIRM' : route.url.includes('/submissions/') ? 'SUBMIT' : 'CONSULT';
    asked.push({ route: `${route.method} ${route.url}`, purpose, answers });
  }
  return asked;
}

/** Words that stand in an answer although sight hides or masks their field for this role and purpose. */
const shownToWrongEyes = (role: Role, { purpose, answers }: Asked): string[] =>
  leaves.flatMap((leaf) =>
    seen(leaf.field, { roles: [role], unmasked: new Set(), purpose }) !== 'clear' &&
    (['REG', 'SENT'] as const).some((kind) => answers.some((answer) => answer.includes(wordOf(leaf, kind))))
      ? [leaf.path]
      : [],
  );

test('the fields that are asked for are many, and some of them are hidden or masked for each of several roles', () => {
  assert.ok(leaves.length > 60, String(leaves.length));
  const unseen = (role: Role): number =>
    leaves.filter((leaf) => seen(leaf.field, { roles: [role], unmasked: new Set() }) !== 'clear').length;
  assert.ok(ROLES.filter((role) => unseen(role) > 5).length >= 4, ROLES.map((role) => `${role} ${unseen(role)}`).join());
});

for (const role of ROLES)
  test(`${role}: no way shows what sight does not`, async () => {
    const asked = await ask(role);
    assert.deepEqual(
      asked.flatMap((each) => shownToWrongEyes(role, each).map((path) => `${each.route}: ${path}`)),
      [],
    );
    if (role !== 'XAC_NHAN') return;
    // It looks, too: what is for these eyes stands on the record page and beside the decision.
    for (const [route, kind] of [
      ['GET /api/v1/people/:id', 'REG'],
      ['GET /api/v1/confirmation/:submissionId/:personId', 'SENT'],
      ['GET /api/v1/submissions/:id/comparison', 'SENT'],
      ['GET /api/v1/submissions/:id/comparison', 'REG'],
    ] as const) {
      const { answers, purpose } = asked.find((each) => each.route === route)!;
      const clear = leaves.filter((leaf) => seen(leaf.field, { roles: [role], unmasked: new Set(), purpose }) === 'clear');
      const found = clear.filter((leaf) => answers.some((answer) => answer.includes(wordOf(leaf, kind))));
      assert.ok(found.length > clear.length / 2, `${route}: ${found.length} of ${clear.length}`);
    }
  });
