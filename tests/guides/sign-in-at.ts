/** Signs in at one provider that is not ours, by our client alone: as somebody of level 2, of level 1, with a code twice, with another's secret. Exit 0: each went as it must. */
import assert from 'node:assert/strict';
import type { Identity } from '#authority/access/port.ts';
import type { Result } from '#base/problem.ts';
import { signInSettings } from '#base/sign-in-settings.ts';
import { oidcProvider } from '#outside/vneid/oidc.ts';
import { CLAIMS, startGlewlwyd } from './glewlwyd.ts';
import { startBeside } from './own-process.ts';

const CLIENT = { client: 'congvu', secret: 'bi-mat-cua-kiem-thu-dai-hon-32-ky-tu', redirect: 'https://congvu.example/auth/callback' };
const AN = { username: 'an', password: 'mat-khau-cua-an', name: 'Nguyễn Văn An', nationalId: '001090000001', level: 2 } as const;
const BINH = { username: 'binh', password: 'mat-khau-cua-binh', name: 'Trần Thị Bình', nationalId: '001190000002', level: 1 } as const;
type Person = typeof AN | typeof BINH;

interface There {
  readonly issuer: string;
  readonly settings: Readonly<Record<string, string>>;
  visit(url: string, person: Person): Promise<string>;
  close(): Promise<void>;
}

async function atGlewlwyd(): Promise<There> {
  const there = await startGlewlwyd({ ...CLIENT, people: [AN, BINH] });
  return { ...there, settings: { OIDC_SCOPE: 'openid', OIDC_NUMBER_CLAIM: CLAIMS.number, OIDC_LEVEL_CLAIM: CLAIMS.level } };
}

/** A browser without scripts at the pages of `oidc-provider`: follows where it is sent, types the login, presses the button. */
async function throughPages(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (to: string, form?: URLSearchParams): Promise<Response> => {
    const answer = await fetch(to, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      jar.set(name, value);
    }
    return answer;
  };
  let at = url;
  let answer = await ask(at);
  for (let steps = 0; steps < 12; steps += 1) {
    const location = answer.headers.get('location');
    if (location?.startsWith(CLIENT.redirect)) return location;
    if (location) {
      at = new URL(location, at).href;
      answer = await ask(at);
      continue;
    }
    const page = await answer.text();
    const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    at = new URL(action, at).href;
    answer = await ask(at, new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'x' } : {}) }));
  }
  throw new Error('the pages of the provider led nowhere');
}

async function atOidcProvider(): Promise<There> {
  const there = await startBeside('foreign-provider.ts', {
    ...CLIENT,
    people: Object.fromEntries([AN, BINH].map(({ nationalId, name }) => [nationalId, name])),
    lowest: [BINH.nationalId],
  });
  return { issuer: there.address, settings: {}, visit: (url, { nationalId }) => throughPages(url, nationalId), close: there.close };
}

const there = process.argv[2] === 'glewlwyd' ? await atGlewlwyd() : await atOidcProvider();
let ways = 0;
try {
  const clientWith = (secret: string) =>
    oidcProvider({
      issuer: there.issuer,
      clientId: CLIENT.client,
      clientSecret: secret,
      insecure: false,
      settings: signInSettings(there.settings),
      nowMs: () => performance.timeOrigin + performance.now(),
      timeoutSeconds: 60,
    });
  const ours = clientWith(CLIENT.secret);
  const codeOf = (result: Result<unknown>): string => (result.ok ? 'in' : result.problems[0]!.code);
  const goes = async (person: Person, provider = ours): Promise<{ finish: () => Promise<Result<Identity>> }> => {
    ways += 1;
    const begun = await provider.begin(CLIENT.redirect, null);
    if (!begun.ok) throw new Error(begun.problems[0]!.title.en);
    const back = await there.visit(begun.value.url, person);
    return { finish: () => provider.finish(back, begun.value.state) };
  };
  const looked = await ours.check();
  assert.ok(looked.ok, codeOf(looked));
  for (const person of [AN, BINH]) {
    const way = await goes(person);
    const first = await way.finish();
    assert.ok(first.ok, codeOf(first));
    const { nationalId, name, level } = first.value;
    assert.deepEqual({ nationalId, name, level }, { nationalId: person.nationalId, name: person.name, level: person.level });
    assert.match(codeOf(await way.finish()), /^E-SIGN-IN/, 'a code works once');
  }
  const [one, other] = [await goes(AN), await ours.begin(CLIENT.redirect, null)];
  assert.ok(other.ok);
  assert.equal(codeOf(await one.finish()), 'in');
  const begun = await ours.begin(CLIENT.redirect, null);
  assert.ok(begun.ok);
  const back = await there.visit(begun.value.url, AN);
  assert.match(codeOf(await ours.finish(back, other.value.state)), /^E-SIGN-IN/, 'what comes back to another browser is nothing');
  const wrong = await goes(AN, clientWith('bi-mat-khac-khong-ai-biet'));
  assert.equal(codeOf(await wrong.finish()), 'E-SIGN-IN-CLIENT');
} finally {
  await there.close();
}
process.stdout.write(`as expected: ${ways} ways\n`);
