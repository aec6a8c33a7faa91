/** Signing in for real: the portal's routes and the simulator of the electronic identity on one server, both modes. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { freePort } from '#base/free-port.ts';
import { DEMO_ACCOUNTS, seedDemoAccounts } from '#authority/access/demo-accounts.ts';
import { csrfGuard } from '#authority/access/csrf.ts';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import type { IdentityProvider } from '#authority/access/port.ts';
import { sessionHook } from '#authority/access/request.ts';
import { accessRoutes } from '#authority/access/routes.ts';
import type { AccessNeeds } from '#authority/access/routes.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import { recordAct } from '#authority/audit/record.ts';
import { systemClock } from '#base/clock.ts';
import { openLog } from '#base/log.ts';
import { registeredPerson } from '#record/register/store.ts';
import { oidcProvider } from '#outside/vneid/oidc.ts';
import { vneidShapedProvider } from '#outside/vneid/vneid-shaped.ts';
import { makeFaults } from '../../simulators/vneid/faults.ts';
import { vneidSimulator } from '../../simulators/vneid/provider.ts';
import { vneidShapedSimulator } from '../../simulators/vneid/shaped.ts';

const CLIENT = { clientId: 'congvu', clientSecret: 'bi-mat-chi-dung-trong-kiem-thu' };
const PERSON = DEMO_ACCOUNTS[0]!;
/** Citizens whom the portal never met: one stands in the register, one is only claimed by a submission, one is unknown. */
const STRANGERS = [
  { id: 'registered', name: 'Tên Ở Nơi Khác', nationalId: '000190900101', level: 2, note: '' },
  { id: 'claimed', name: 'Chưa Vào Sổ', nationalId: '000190900102', level: 2, note: '' },
  { id: 'unknown', name: 'Không Ai Biết', nationalId: '000190900103', level: 2, note: '' },
] as const;
const faults = makeFaults();
const told: string[] = [];
let office: Office;

before(async () => {
  office = await anOffice();
  const system = await openJobSession(office, { bodyId: null, purpose: 'seed' });
  await office.as(system, (tx) => seedDemoAccounts(tx, office.keys, office.clock.today(), office.clock.now()));
});
after(async () => {
  await office.close();
});

interface Site {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly log: string[];
}

const keyPair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
type Mode = 'standard' | 'shaped' | 'shaped and encrypted';
const MODES: readonly Mode[] = ['standard', 'shaped', 'shaped and encrypted'];

/** A provider that is slow answers when nobody waits any more, and another within the timeout: however much else the machine has to do. */
const [TIMEOUT_SECONDS, SLOW_MS] = [60, 30 * 60_000];
/** @param timeoutSeconds  of a question to the provider: short only where the provider is slow on purpose, for the machine may have other work */
async function aSite(mode: Mode, timeoutSeconds = TIMEOUT_SECONDS): Promise<Site> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const log: string[] = [];
  const at = (path: string): string => `${url}/sim/vneid-sso/${path}`;
  const encrypted = mode === 'shaped and encrypted';
  const provider: IdentityProvider =
    mode === 'standard'
      ? oidcProvider({ issuer: `${url}/sim/vneid`, ...CLIENT, insecure: true, timeoutSeconds, nowMs: () => Date.parse(systemClock.now()) })
      : vneidShapedProvider({
          issuer: 'vneid',
          authorizeUrl: at('auth'),
          tokenUrl: at('token'),
          userinfoUrl: at('userinfo'),
          ...CLIENT,
          insecure: true,
          timeoutSeconds,
          ...(encrypted ? { privateKey: keyPair.privateKey } : {}),
        });
  const needs: AccessNeeds = {
    ...office,
    log: openLog('info', (line) => {
      log.push(line);
    }),
    publicUrl: url,
    secureCookies: false,
    provider,
    providerName: null,
    demo: true,
    demoAccounts: async () => [],
    bodies: (tx, ids) => bodiesOn(tx, ids, office.clock.today()),
    onSession: async (_tx, event) => {
      told.push(event.act);
    },
    registeredPerson,
    onAccount: async (tx, made) => {
      told.push('account.changed');
      await recordAct(tx, office, [{ act: 'account.changed', purpose: 'SIGN_IN', bodyId: made.bodyId, objectId: made.accountId }]);
    },
  };
  const app = Fastify({ forceCloseConnections: true });
  await app.register(fastifyCookie);
  app.addHook('onRequest', csrfGuard({ publicUrl: url, exempt: /^\/sim\// }));
  app.addHook('onRequest', sessionHook(needs));
  accessRoutes(app, needs, { notConfirmed: () => told.push('not-confirmed') });
  const citizens = [
    ...DEMO_ACCOUNTS.map(({ id, name, nationalId, level, what }) => ({ id, name, nationalId, level, note: what.vi })),
    ...STRANGERS,
  ];
  await app.register(
    vneidSimulator({
      publicUrl: url,
      signInUrls: [url],
      ...CLIENT,
      citizens,
      cookieKey: 'khoa-cookie-cua-may-mo-phong',
      faults,
      slowMs: SLOW_MS,
    }),
  );
  await app.register(
    vneidShapedSimulator({
      publicUrl: url,
      ...CLIENT,
      citizens,
      faults,
      slowMs: SLOW_MS,
      ...(encrypted ? { encryptFor: keyPair.publicKey } : {}),
    }),
  );
  await app.listen({ port: Number(new URL(url).port), host: '127.0.0.1' });
  return { url, app, log };
}

/** A browser as far as we need one: keeps cookies, follows redirects, presses the first button. */
function aBrowser() {
  const jar = new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, line.split(';')[0]!.slice(name.length + 1));
    }
    return answer;
  };
  const follow = async (url: string, init?: RequestInit): Promise<{ answer: Response; url: string; text: string; visited: string[] }> => {
    const visited = [url];
    let answer = await ask(url, init);
    for (let hops = 0; hops < 12 && answer.headers.has('location'); hops++) {
      const next = new URL(answer.headers.get('location')!, visited.at(-1)).href;
      visited.push(next);
      if (new URL(next).pathname === '/') break; // home: we are through
      answer = await ask(next);
    }
    return { answer, url: visited.at(-1)!, text: answer.headers.has('location') ? '' : await answer.text(), visited };
  };
  /** to the simulator's page, and its only button */
  const signIn = async (site: Site, account: string) => {
    const page = await follow(`${site.url}/auth/sign-in?account=${account}&returnTo=/`);
    const action = /action="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    assert.ok(action, `a button on the simulator's page: ${page.text.slice(0, 200)}`);
    return { page, done: await follow(new URL(action, page.url).href, { method: 'POST' }) };
  };
  return { jar, ask, follow, signIn };
}

const sessionOf = async (browser: ReturnType<typeof aBrowser>, site: Site) =>
  (await (await browser.ask(`${site.url}/api/v1/session`)).json()) as {
    signedIn: boolean;
    person?: { name: string };
    grants: { role: string; body: { code: string } }[];
  };

for (const mode of MODES) {
  test(`one button signs in (${mode}), and signing out ends it`, async () => {
    const site = await aSite(mode);
    try {
      const browser = aBrowser();
      const { page, done } = await browser.signIn(site, PERSON.id);
      assert.match(page.text, /MÔ PHỎNG – không phải VNeID/);
      assert.equal(new URL(done.url).pathname, '/', done.text);
      const session = await sessionOf(browser, site);
      assert.deepEqual(
        [session.signedIn, session.person?.name, session.grants.map((grant) => `${grant.role} ${grant.body.code}`)],
        [true, PERSON.name, [`${PERSON.role} ${PERSON.bodyCode}`]],
      );
      const stolen = browser.jar.get('congvu')!;
      assert.equal((await browser.ask(`${site.url}/auth/sign-out`, { method: 'POST', headers: { origin: site.url } })).status, 204);
      browser.jar.set('congvu', stolen);
      assert.equal((await sessionOf(browser, site)).signedIn, false);
    } finally {
      await site.app.close();
    }
  });

  test(`what the provider does wrong ends in a plain refusal, without a session (${mode})`, async () => {
    const wrongs = [
      ['broken', 'E-SIGN-IN-AWAY'],
      ['no-number', 'E-SIGN-IN-CLAIMS'],
      ['level-1', 'E-IDENTITY-LEVEL'],
      ['slow', 'E-SIGN-IN-AWAY'],
      ...(mode === 'standard' ? [['wrong-nonce', 'E-SIGN-IN'] as const] : []),
    ] as const;
    for (const [fault, code] of wrongs) {
      const site = await aSite(mode, fault === 'slow' ? 1 : TIMEOUT_SECONDS);
      try {
        faults.arm(fault as Parameters<typeof faults.arm>[0]);
        told.length = 0;
        const browser = aBrowser();
        const { done } = await browser.signIn(site, PERSON.id);
        assert.equal((JSON.parse(done.text) as { code: string }).code, code, fault);
        assert.equal(browser.jar.has('congvu'), false, fault);
        // Whom the provider did not vouch for may be anybody, without end: no row of its own (security finding 11).
        assert.deepEqual(told, [code.startsWith('E-SIGN-IN') ? 'not-confirmed' : 'session.refused'], fault);
        for (const armed of faults.armed()) faults.spend(armed);
        assert.equal(
          site.log.some((line) => line.includes(PERSON.nationalId) || line.includes(PERSON.name)),
          false,
        );
      } finally {
        await site.app.close();
      }
    }
  });

  test(`a callback is good once, in the browser that began it (${mode})`, async () => {
    const site = await aSite(mode);
    try {
      const browser = aBrowser();
      const { done } = await browser.signIn(site, PERSON.id);
      const callback = done.visited.find((url) => url.includes('/auth/callback'))!;
      const again = await browser.follow(callback);
      assert.equal(again.answer.status, 400);
      // Somebody who is sent another's callback has not begun it (login CSRF).
      const victim = aBrowser();
      assert.equal((await victim.follow(callback)).answer.status, 400);
      await victim.ask(`${site.url}/auth/sign-in?returnTo=/`);
      assert.equal((await victim.follow(callback)).answer.status, 400);
      assert.equal(victim.jar.has('congvu'), false);
    } finally {
      await site.app.close();
    }
  });
}

test('somebody without an account is told so; the way back is a path of our own only', async () => {
  const site = await aSite('standard');
  try {
    await office.owner.transaction(null, (tx) =>
      tx.query('update account set disabled_at = now() where name = $1', [DEMO_ACCOUNTS[1]!.name]),
    );
    const { done } = await aBrowser().signIn(site, DEMO_ACCOUNTS[1]!.id);
    assert.equal((JSON.parse(done.text) as { code: string }).code, 'E-NO-ACCOUNT');
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const browser = aBrowser();
      const page = await browser.follow(`${site.url}/auth/sign-in?account=${PERSON.id}&returnTo=${encodeURIComponent(elsewhere)}`);
      const action = /action="([^"]+)"/.exec(page.text)![1]!;
      const { visited } = await browser.follow(new URL(action, page.url).href, { method: 'POST' });
      assert.equal(visited.at(-1), `${site.url}/`, elsewhere);
    }
  } finally {
    await site.app.close();
  }
});

/** A person of the body as the register has them: number, salt, name. */
async function aPerson(number: string, name: string, state: 'claimed' | 'registered'): Promise<void> {
  const personId = office.chance.uuid7(Date.parse(office.clock.now()));
  const bodyId = await office.body('H26.03');
  await office.owner.transaction(null, async (tx) => {
    await tx.query(`insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values ($1, $2, $3, '', $4, $2)`, [
      office.keys.nationalIdHash(number),
      personId,
      bodyId,
      state,
    ]);
    await tx.query(
      `insert into person (person_id, body_id, version, tx, heads, document, full_name) values ($1, $2, 1, 1, '{}', '{}', $3)`,
      [personId, bodyId, name],
    );
    await tx.query(`insert into person_reach (person_id, body_id, why, valid_from, tx_from) values ($1, $2, 'managing', '2020-01-01', 1)`, [
      personId,
      bodyId,
    ]);
  });
}
const accountsNamed = (name: string): Promise<{ account_id: string }[]> =>
  office.owner.transaction(null, (tx) => tx.query<{ account_id: string }>('select account_id from account where name = $1', [name]));

test('a registered person comes in without anybody making an account: once, under the name of the register, without a role', async () => {
  const site = await aSite('standard');
  try {
    await aPerson(STRANGERS[0].nationalId, 'Sơn Ca Vào Sổ', 'registered');
    told.length = 0;
    const browser = aBrowser();
    assert.equal(new URL((await browser.signIn(site, 'registered')).done.url).pathname, '/');
    const session = await sessionOf(browser, site);
    assert.deepEqual([session.signedIn, session.person?.name, session.grants], [true, 'Sơn Ca Vào Sổ', []]);
    const again = aBrowser();
    await again.signIn(site, 'registered');
    assert.equal((await sessionOf(again, site)).signedIn, true);
    assert.deepEqual(told, ['account.changed', 'session.opened', 'session.opened']);
    const accounts = await accountsNamed('Sơn Ca Vào Sổ');
    assert.equal(accounts.length, 1);
    assert.equal((await accountsNamed(STRANGERS[0].name)).length, 0);
    const audit = await office.owner.transaction(null, (tx) =>
      tx.query('select act, purpose from audit_event where object_id = $1', [accounts[0]!.account_id]),
    );
    assert.deepEqual(audit, [{ act: 'account.changed', purpose: 'SIGN_IN' }]);
  } finally {
    await site.app.close();
  }
});

test('two first sign-ins in the same second make one account, and both come in', async () => {
  const site = await aSite('standard');
  try {
    await office.owner.transaction(null, (tx) => tx.query('delete from session'));
    await office.owner.transaction(null, (tx) =>
      tx.query('delete from identity_link where account_id not in (select account_id from role_grant)'),
    );
    await office.owner.transaction(null, (tx) => tx.query('delete from account where name = $1', ['Sơn Ca Vào Sổ']));
    const browsers = Array.from({ length: 4 }, aBrowser);
    await Promise.all(browsers.map((browser) => browser.signIn(site, 'registered')));
    for (const browser of browsers) assert.equal((await sessionOf(browser, site)).signedIn, true);
    assert.equal((await accountsNamed('Sơn Ca Vào Sổ')).length, 1);
  } finally {
    await site.app.close();
  }
});

test('who is unknown to accounts and register, or is only claimed by a submission, is refused with what to do; no account is made', async () => {
  const site = await aSite('standard');
  try {
    await aPerson(STRANGERS[1].nationalId, 'Chưa Vào Sổ', 'claimed');
    for (const { id, name } of STRANGERS.slice(1)) {
      const browser = aBrowser();
      const { done } = await browser.signIn(site, id);
      const problem = JSON.parse(done.text) as { code: string; next: { vi: string } };
      assert.equal(problem.code, 'E-NO-ACCOUNT', id);
      assert.match(problem.next.vi, /bộ phận tổ chức cán bộ/);
      assert.equal(browser.jar.has('congvu'), false);
      assert.equal((await accountsNamed(name)).length, 0);
    }
  } finally {
    await site.app.close();
  }
});

test('an identity of level 1 makes no account either', async () => {
  const site = await aSite('standard');
  try {
    await aPerson(STRANGERS[2].nationalId, 'Mức Một', 'registered');
    faults.arm('level-1');
    const { done } = await aBrowser().signIn(site, 'unknown');
    assert.equal((JSON.parse(done.text) as { code: string }).code, 'E-IDENTITY-LEVEL');
    for (const armed of faults.armed()) faults.spend(armed);
    assert.equal((await accountsNamed('Mức Một')).length, 0);
  } finally {
    await site.app.close();
  }
});

test('one browser changes from one person to another: the simulator does not remember the first', async () => {
  const site = await aSite('standard');
  try {
    const browser = aBrowser();
    await browser.signIn(site, PERSON.id);
    const other = DEMO_ACCOUNTS.find((account) => account.role === 'XAC_NHAN')!;
    await browser.signIn(site, other.id);
    assert.equal((await sessionOf(browser, site)).person?.name, other.name);
  } finally {
    await site.app.close();
  }
});

test('another site cannot sign anybody out, and the cookie is out of reach of scripts', async () => {
  const site = await aSite('standard');
  try {
    const browser = aBrowser();
    await browser.signIn(site, PERSON.id);
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }] as Record<
      string,
      string
    >[]) {
      const answer = await browser.ask(`${site.url}/auth/sign-out`, { method: 'POST', headers });
      assert.equal(answer.status, 403);
      assert.equal(((await answer.json()) as { code: string }).code, 'E-CROSS-SITE');
    }
    assert.equal((await sessionOf(browser, site)).signedIn, true);
    const page = await browser.follow(`${site.url}/auth/sign-in?account=${PERSON.id}`);
    const action = /action="([^"]+)"/.exec(page.text)![1]!;
    let answer = await browser.ask(new URL(action, page.url).href, { method: 'POST' });
    while (!answer.headers.getSetCookie().some((line) => line.startsWith('congvu=')))
      answer = await browser.ask(new URL(answer.headers.get('location')!, site.url).href);
    assert.match(
      answer.headers.getSetCookie().find((line) => line.startsWith('congvu='))!,
      /HttpOnly.*SameSite=Lax/i,
    );
  } finally {
    await site.app.close();
  }
});
