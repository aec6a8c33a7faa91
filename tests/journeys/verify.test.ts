/** `congvu verify` from outside, as a process: a card in a file, what it rests on as files or addresses. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemClock } from '#base/clock.ts';
import {
  doorCopyOf,
  present,
  sampleCopy,
  sampleHolder,
  sampleIssuer,
  SAMPLE_ASKED,
  SAMPLE_AUDIENCE,
  SAMPLE_LIST,
  SAMPLE_PHRASE,
} from '#uses/card/core/card-for-tests.ts';
import { activeKey } from '#uses/card/core/signer.ts';
import { emptyBits, endEntry, signStatusList } from '#uses/card/core/status-list-issue.ts';
import { signTrustList } from '#uses/card/core/trust-list-issue.ts';
import { congvu } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-verify-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const now = systemClock.now();
const nowMs = Date.parse(now);
const issuer = sampleIssuer(now);
const holder = sampleHolder();
const copy = await sampleCopy(issuer, holder);
const ended = emptyBits();
endEntry(ended, 123_456);
const trust = file('trust.jwt', await signTrustList(issuer.signer, issuer.trust, nowMs));
const anchor = file('anchor.json', JSON.stringify((await activeKey(issuer.signer, 'anchor')).publicJwk));
const fresh = file('status.jwt', await signStatusList(issuer.signer, SAMPLE_LIST, emptyBits(), nowMs));
const revoked = file('revoked.jwt', await signStatusList(issuer.signer, SAMPLE_LIST, ended, nowMs));
const old = file('old.jwt', await signStatusList(issuer.signer, SAMPLE_LIST, emptyBits(), nowMs - 2 * 86_400_000));
const ground = ['--trust', trust, '--anchor', anchor];

/** Runs it; `out` is one JSON object and nothing else. */
async function verify(args: readonly string[], typed = ''): Promise<{ exit: number | null; out: Record<string, unknown>; err: string }> {
  const said = await congvu(['verify', ...args, '--json'], {}, typed);
  return { exit: said.exit, out: said.out === '' ? {} : (JSON.parse(said.out) as Record<string, unknown>), err: said.err };
}

test('a card shown by its holder: exit 0; the answer holds its claims, and of the portrait only the hash', async () => {
  const card = file('card.txt', `${present(copy, holder, nowMs)}\n`);
  const { exit, out, err } = await verify([card, ...ground, '--status', fresh, '--audience', SAMPLE_AUDIENCE, '--nonce', SAMPLE_PHRASE]);
  assert.equal(exit, 0, err);
  assert.deepEqual([out['verdict'], out['reason'], out['holderProven']], ['V1', 'valid', true]);
  assert.equal((out['claims'] as { ho_ten: string }).ho_ten, 'Nguyễn Thị Hồng Đào');
  assert.match((out['portrait'] as { sha256: string }).sha256, /^[0-9a-f]{64}$/);
  assert.doesNotMatch(JSON.stringify(out), /base64/);
  assert.deepEqual(Object.keys(out).sort(), [
    'claims',
    'holderProven',
    'line',
    'means',
    'next',
    'notUsed',
    'portrait',
    'reason',
    'signedBy',
    'statusAt',
    'verdict',
    'word',
  ]);
});

test('a presentation is green for whoever asked, and for nobody else: without --nonce it proves nothing of who sent it', async () => {
  const card = file('card.txt', present(copy, holder, nowMs));
  for (const [more, code, reason] of [
    [[], 'V1b', 'not-asked'],
    [['--nonce', SAMPLE_PHRASE], 'V1', 'valid'],
    [['--nonce', 'tre-mai-cam-dua-nho'], 'V9', 'wrong-nonce'],
    [['--nonce', 'so-cua-noi-khac-01'], 'V9', 'wrong-nonce'],
    [['--audience', SAMPLE_AUDIENCE, '--nonce', 'tre-mai-cam-dua-nho'], 'V9', 'wrong-audience'],
    [['--audience', SAMPLE_ASKED.audience, '--nonce', SAMPLE_PHRASE], 'V1', 'valid'],
  ] as const) {
    const { out } = await verify([card, ...ground, '--status', fresh, ...more]);
    assert.deepEqual([out['verdict'], out['reason']], [code, reason], more.join(' '));
  }
  const face = file('face.txt', present(copy, holder, nowMs, { without: ['ho_ten', 'co_quan'] }));
  const { out } = await verify([face, ...ground, '--status', fresh, '--nonce', SAMPLE_PHRASE]);
  assert.deepEqual([out['verdict'], out['reason']], ['V1b', 'says-too-little']);
});

test('the door code on standard input, for people: words in both languages', async () => {
  const said = await congvu(['verify', '-', ...ground, '--status', fresh], {}, doorCopyOf(copy));
  assert.equal(said.exit, 0, said.err);
  assert.match(said.out, /Còn hiệu lực – chưa so ảnh · Valid – portrait not compared \(V1b\)/);
  assert.match(said.out, /THẺ THỬ NGHIỆM/);
  assert.match(said.out, /Cơ quan: Sở Nội vụ \(mẫu\)/);
});

test('ended, forged, for another place, not a card: exit 1', async () => {
  const shown = present(copy, holder, nowMs);
  for (const [input, more, verdict, reason] of [
    [shown, ['--status', revoked], 'V3', 'revoked'],
    [shown, ['--status', fresh, '--status', revoked], 'V3', 'revoked'],
    [shown, ['--status', fresh, '--audience', 'https://khac.example/kiem-tra'], 'V9', 'wrong-audience'],
    [shown.replace('.', '.e'), ['--status', fresh], 'V5', 'not-a-card'],
    [present(copy, sampleHolder(), nowMs), ['--status', fresh], 'V9', 'wrong-holder-key'],
    ['xin chào', ['--status', fresh], 'V5', 'not-a-card'],
    ['x'.repeat(2_000_000), ['--status', fresh], 'V5', 'too-large'],
  ] as const) {
    const { exit, out } = await verify([file('card', input), ...ground, ...more]);
    assert.deepEqual([exit, out['verdict'], out['reason']], [1, verdict, reason]);
  }
});

test('what it rests on is missing, old or not to be believed: exit 2, and it says which', async () => {
  const card = file('card.txt', copy);
  const other = file('other.json', JSON.stringify((await activeKey(sampleIssuer().signer, 'anchor')).publicJwk));
  const html = file('page.html', '<!doctype html>');
  for (const [args, reason, said] of [
    [[], 'no-trust-list', /--trust/],
    [['--trust', trust], 'no-trust-list', /--anchor/],
    [['--trust', trust, '--anchor', other], 'no-trust-list', /bad-signature/],
    [['--trust', trust, '--anchor', html], 'no-trust-list', /JWK/],
    [['--trust', html, '--anchor', anchor], 'no-trust-list', /not-a-list/],
    [['--trust', join(folder, 'none'), '--anchor', anchor], 'no-trust-list', /ENOENT/],
    [ground, 'no-status-list', /^$/],
    [[...ground, '--status', html], 'no-status-list', /not-a-list/],
    [[...ground, '--status', old], 'status-list-too-old', /^$/],
  ] as const) {
    const { exit, out } = await verify([card, ...args]);
    assert.deepEqual([exit, out['verdict'], out['reason']], [2, 'V7', reason]);
    assert.match((out['notUsed'] as string[]).join(), said);
  }
});

test('lists and anchor from addresses; one that answers 404, or is not there, is told', async () => {
  const lists: Record<string, string> = {};
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(String(request.url));
    const text = lists[String(request.url)];
    answer.writeHead(text === undefined ? 404 : 200).end(text ?? '<html>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  try {
    const uri = `${base}/card/status/7`;
    const local = sampleIssuer(now, { statusLists: [uri] });
    const mine = await sampleCopy(local, holder, { status: { uri, index: 5 } });
    lists['/trust'] = await signTrustList(local.signer, local.trust, nowMs);
    lists['/anchor'] = JSON.stringify((await activeKey(local.signer, 'anchor')).publicJwk);
    const card = file('card.txt', mine);
    const places = ['--trust', `${base}/trust`, '--anchor', `${base}/anchor`, '--status', uri];
    const without = await verify([card, ...places]);
    assert.deepEqual([without.exit, without.out['reason']], [2, 'no-status-list']);
    assert.match((without.out['notUsed'] as string[]).join(), /HTTP 404/);
    lists['/card/status/7'] = await signStatusList(local.signer, uri, emptyBits(), nowMs);
    const good = await verify([card, ...places]);
    assert.deepEqual([good.exit, good.out['verdict']], [0, 'V1b'], good.err);
    assert.deepEqual([...new Set(asked)].sort(), ['/anchor', '/card/status/7', '/trust'], 'nothing of the card was asked for');
    const gone = await verify([card, '--trust', 'http://127.0.0.1:9/trust', '--anchor', anchor]);
    assert.deepEqual([gone.exit, gone.out['reason']], [2, 'no-trust-list']);
  } finally {
    server.close();
  }
});

test('no card named, an unknown option, a file that is not there: exit 64', async () => {
  assert.equal((await congvu(['verify'])).exit, 64);
  assert.equal((await congvu(['verify', 'x', '--anker', 'y'])).exit, 64);
  assert.equal((await congvu(['verify', join(folder, 'none.txt')])).exit, 64);
});
