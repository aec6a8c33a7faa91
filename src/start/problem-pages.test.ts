/** What `type` of a problem leads to, and what a browser's window shows in place of JSON. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import Fastify from 'fastify';
import { sendProblem } from '#base/http-problem.ts';
import { problemPageRoutes, problemsAsPages } from './problem-pages.ts';
import { databaseAway, internalFault, noSuchAddress } from '#base/http/problems.ts';
// The program declares its codes when it is loaded.
import './serve.ts';

const root = join(import.meta.dirname, '..', '..');
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

async function anApp(folder: string | null = null) {
  const app = Fastify();
  await problemsAsPages(app, folder);
  problemPageRoutes(app);
  app.get('/away', (_request, reply) => sendProblem(reply, databaseAway()));
  app.get('/fault', (_request, reply) => sendProblem(reply, internalFault({ requestId: '<b>r1' })));
  app.get('/nothing', (_request, reply) => sendProblem(reply, noSuchAddress()));
  app.post('/nothing', (_request, reply) => sendProblem(reply, noSuchAddress()));
  return app;
}

test('every code that has a page in docs/problems has one that is served, in both languages, without a script', async () => {
  const app = await anApp();
  const codes = readdirSync(join(root, 'docs', 'problems')).flatMap((name) => (name.startsWith('E-') ? [name.replace('.md', '')] : []));
  assert.ok(codes.length > 150);
  for (const code of codes) {
    const answer = await app.inject({ url: `/problems/${code}` });
    assert.equal(answer.statusCode, 200, code);
    const [, vi, en] =
      /^\*\*(.+)\*\*\n[\s\S]*?^\*\*(.+)\*\*$/m.exec(readFileSync(join(root, 'docs', 'problems', `${code}.md`), 'utf8')) ?? [];
    const shown = answer.body.replace(/&#(\d+);/g, (_whole, sign: string) => String.fromCharCode(Number(sign)));
    assert.ok(shown.includes(vi!) && shown.includes(en!), code);
    assert.ok(!/<script|style=|\son\w+=/i.test(answer.body), code);
    // Words for who met the code: no holes of the program, no number of the protocol.
    assert.ok(!/\{\w+\}|HTTP \d/.test(shown), code);
  }
  assert.ok((await app.inject({ url: '/problems' })).body.includes('/problems/E-DATE-IMPOSSIBLE'));
  assert.equal((await app.inject({ url: '/problems/E-NOBODY-DECLARED-THIS' })).statusCode, 404);
});

test('the type of a problem is the address of its page', async () => {
  const app = await anApp();
  const { type } = (await app.inject({ url: '/nothing' })).json<{ type: string }>();
  assert.equal((await app.inject({ url: type })).statusCode, 200);
});

test("a browser's window gets a page: the error page for our own faults, the problem's words for the rest", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'error-page-'));
  writeFileSync(join(folder, 'error.html'), readFileSync(join(root, 'portal', 'public', 'error.html')));
  const app = await anApp(folder);
  for (const [url, status, words] of [
    ['/away', 503, 'Hệ thống đang gặp sự cố'],
    ['/fault', 500, 'Hệ thống đang gặp sự cố'],
    ['/nothing', 404, 'Quay lại trang trước'],
  ] as const) {
    const answer = await app.inject({ url, headers: BROWSER });
    assert.equal(answer.statusCode, status);
    assert.match(String(answer.headers['content-type']), /^text\/html/);
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/);
    assert.ok(answer.body.includes(words), answer.body);
    assert.ok(!answer.body.includes('<script'));
    assert.ok(answer.body.includes('req-'), 'the request can be named to support');
  }
});

test('programs and scripts get problem+json as ever', async () => {
  const app = await anApp();
  for (const request of [
    { method: 'GET', url: '/nothing' },
    { method: 'GET', url: '/nothing', headers: { accept: 'application/json' } },
    { method: 'POST', url: '/nothing', headers: BROWSER },
  ] as const) {
    const answer = await app.inject(request);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    assert.equal(answer.json<{ code: string }>().code, 'E-NOT-FOUND');
  }
});

test('what an answer tells is shown as text, never as markup', async () => {
  const answer = await (await anApp()).inject({ url: '/fault', headers: BROWSER });
  assert.ok(answer.body.includes('&#60;b&#62;r1') && !answer.body.includes('<b>r1'));
});
