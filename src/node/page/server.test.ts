import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { statusPage } from './html.ts';
import { openPage } from './server.ts';
import type { NodeStatus } from './state.ts';

const STATUS: NodeStatus = {
  source: 'H26',
  epoch: 2,
  standing: 'in-step',
  heardAt: '2026-11-30T02:05:00.000Z',
  inbox: 0,
  lanes: [{ lane: 'daily', unsent: 0, sent: 0, received: 0 }],
  accepted: 12_345,
  lastBatch: { name: '2/daily/1-200', receivedAt: '2026-11-30T02:00:00.000Z', isJudged: true },
  toldBack: { many: 0, newest: [] },
  alarms: [],
  questions: 0,
  confirmations: { waiting: 0, refused: 0 },
  certificateEnds: null,
};
const page = await openPage(0, async () => STATUS);
after(() => page.close());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  new Promise<{ status: number; policy: string; body: string }>((done, fail) => {
    const asked = request(`${page.url}${path}`, { method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, policy: String(answer.headers['content-security-policy']), body }));
    });
    asked.on('error', fail).end();
  });

test('the page says since when both ends are in step, in Vietnamese and English, and needs no script', async () => {
  const { status, policy, body } = await ask('/');
  assert.equal(status, 200);
  assert.match(body, /Khớp với trung tâm tính đến 09:05 30\/11\/2026/);
  assert.match(body, /lang="en">In step with the centre as of/);
  assert.match(body, /12\.345/);
  assert.doesNotMatch(body, /<script|https?:\/\//);
  assert.match(policy, /default-src 'none'; style-src 'sha256-/);
});

test('a page elsewhere that points its own name here is not answered, and nothing is taken', async () => {
  assert.equal((await ask('/', { host: 'attacker.example' })).status, 421);
  assert.equal((await ask('/', {}, 'POST')).status, 405);
  assert.equal((await ask('/../etc')).status, 404);
  assert.equal((JSON.parse((await ask('/status.json')).body) as NodeStatus).source, 'H26');
});

test('what was not taken is told with why and what next, and what others wrote is text', () => {
  const told = {
    ref: '<b>x</b>',
    fact: 'B/hoTen',
    verdict: 'rejected',
    at: '2026-11-30T02:00:00.000Z',
    code: 'E-EXCHANGE-PERSON',
    title: { vi: 'Chưa có hồ sơ', en: 'No record' },
    next: { vi: 'Gửi claim', en: 'Send a claim' },
  };
  const html = statusPage({
    ...STATUS,
    standing: 'frozen',
    toldBack: { many: 1, newest: [told] },
    alarms: [{ about: 'frozen', codes: ['E-EXCHANGE-FORK'], at: told.at }],
  });
  assert.match(html, /&lt;b&gt;x/);
  assert.doesNotMatch(html, /<b>x/);
  assert.match(html, /Không nhận/);
  assert.match(html, /hai người ở đó xem bằng chứng/);
});
