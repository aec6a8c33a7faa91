/** The document of the API: whole, valid for a validator that is not ours, and a client made from it by another's generator works against the server. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import AjvCompiler from '@fastify/ajv-compiler';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import { generateApi } from 'swagger-typescript-api';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { apiRoutesOf, aServer, dataFolder, ORIGIN } from './server-for-tests.ts';

interface Described {
  readonly operationId?: string;
  readonly summary?: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

let office: Office;
let folder: string;
let app: FastifyInstance;
let document: Document;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  document = (await app.inject('/openapi.json')).json<Document>();
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const operations = (): [string, Described][] =>
  Object.entries(document.paths).flatMap(([path, of]) =>
    Object.entries(of).map(([method, one]): [string, Described] => [`${method.toUpperCase()} ${path}`, one]),
  );

test('a validator that is not ours finds nothing wrong', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Parameters<Validator['validate']>[0]);
  assert.ok(valid, JSON.stringify(errors, null, 1));
  assert.equal(validator.version, '3.1');
  const broken = await new Validator().validate({
    ...structuredClone(document),
    paths: { '/x': { get: { responses: 7 } } },
  } as unknown as Parameters<Validator['validate']>[0]);
  assert.ok(!broken.valid, 'and it would find something');
});

test('no route of the server is missing, but those that only say by which method their address is asked', async () => {
  const asWritten = (path: string): string => path.replace(/:([A-Za-z]+)/g, '{$1}').replace('*', '{path}');
  const described = new Set(operations().map(([name]) => name));
  const served = apiRoutesOf(app);
  assert.ok(served.length > 80, `${served.length} routes`);
  const missing = served.filter(({ method, path }) => !described.has(`${method} ${asWritten(path)}`));
  for (const { method, path } of missing) {
    const answer = await app.inject({ method: method as 'GET', url: path });
    assert.equal(answer.statusCode, 405, `${method} ${path}`);
    assert.ok(described.has(`${String(answer.headers['allow'])} ${path}`), path);
  }
  const names = served.filter((one) => !missing.includes(one)).map(({ method, path }) => `${method} ${asWritten(path)}`);
  assert.deepEqual([...described].sort(), names.sort());
});

test('the shape of each part of each request can be compiled, before anybody asks', () => {
  const compile = AjvCompiler()({}, { customOptions: { coerceTypes: 'array' } });
  const compiled = (schema: unknown): string => typeof compile({ schema } as unknown as Parameters<typeof compile>[0]);
  const shapes = apiRoutesOf(app).flatMap((one) => one.shapes);
  assert.ok(shapes.length > 80, `${shapes.length} shapes`);
  for (const shape of shapes) assert.equal(compiled(shape), 'function', JSON.stringify(shape));
  assert.throws(() => compiled({ type: 'no such type' }), /type/);
});

test('each operation has a name of its own, words in both languages, an answer with a shape and its problems', () => {
  const faults: string[] = [];
  const names = new Map<string, string>();
  for (const [where, { operationId = '', summary = '', responses }] of operations()) {
    if (!/^[a-z][A-Za-z]+$/.test(operationId)) faults.push(`${where}: no name`);
    if (names.has(operationId)) faults.push(`${where}: ${operationId} is ${names.get(operationId)} too`);
    names.set(operationId, where);
    if (!/^.+ · .+$/.test(summary)) faults.push(`${where}: no words in both languages`);
    const good = Object.entries(responses).filter(([status]) => /^[23]/.test(status));
    if (good.length === 0) faults.push(`${where}: no answer`);
    for (const [status, { content }] of good)
      if (!['204', '303', '304'].includes(status) && !Object.values(content ?? {}).every(({ schema }) => typeof schema === 'object'))
        faults.push(`${where}: ${status} has no shape`);
    if (!('4XX' in responses)) faults.push(`${where}: no problems`);
  }
  assert.deepEqual(faults, []);
});

test('every reference leads to a component', () => {
  const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
  assert.ok(named.length > 50, `${named.length} references`);
  assert.deepEqual(
    named.filter((name) => !(name in document.components.schemas)),
    [],
  );
});

interface Client {
  readonly api: Readonly<
    Record<string, (...args: readonly unknown[]) => Promise<{ readonly data: Readonly<Record<string, unknown>>; readonly status: number }>>
  >;
}

type Translator = NonNullable<Parameters<typeof generateApi>[0]['customTranslator']>;
/** Its text as it writes it: to make it tidy, and JavaScript, it would check it against all of the language's own types, for nine seconds of a processor. */
class AsWritten {
  translate(input: unknown): Promise<unknown[]> {
    return Promise.resolve([input]);
  }
}

test('a client made from it by another’s generator asks the running server and is understood', async () => {
  const made = await mkdtemp(join(tmpdir(), 'congvu-client-'));
  try {
    const input = join(made, 'openapi.json');
    await writeFile(input, JSON.stringify(document));
    await generateApi({ input, output: made, fileName: 'client.ts', customTranslator: AsWritten as unknown as Translator, silent: true });
    const file = join(made, 'client.mjs');
    await writeFile(file, stripTypeScriptTypes(await readFile(join(made, 'client.ts'), 'utf8'), { mode: 'transform' }));
    const { Api } = (await import(pathToFileURL(file).href)) as { Api: new (how: object) => Client };
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as { port: number };
    const { handle } = await office.signedIn('000090303001', [['QT_BNDP', 'H26']]);
    const client = new Api({
      baseUrl: `http://127.0.0.1:${port}`,
      baseApiParams: { headers: { cookie: `congvu=${handle}`, origin: ORIGIN }, format: 'json' },
    });
    const session = await client.api['getSession']!();
    assert.equal(session.data['signedIn'], true);
    const accounts = await client.api['listAccounts']!({ limit: 1 });
    assert.equal((accounts.data['items'] as unknown[]).length, 1);
    const found = await client.api['searchPeople']!({ name: 'Nguyễn' });
    assert.deepEqual(found.data, { items: [], next: null });
    await assert.rejects(client.api['getPerson']!('00000000-0000-7000-8000-000000000000'), (refusal: { error: { code: string } }) => {
      assert.match(refusal.error.code, /^E-/);
      return true;
    });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
});
