/**
 * Sign-in at providers of identity that are not ours, each in a process of its own over TLS: `oidc-provider` of the npm registry, and Glewlwyd of Debian where it
 * is installed (what starts the tests says so when it is not). The third, which is hostile, is in `src/outside/vneid/oidc.test.ts`.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { isGlewlwydHere } from '../guides/glewlwyd.ts';

const SIGN_IN = join(import.meta.dirname, '../guides/sign-in-at.ts');
const TLS = join(import.meta.dirname, '../fixtures/tls/certificate.pem');

/** In a process that trusts the test's certificate as an installation does, from its start. */
function signsInAt(provider: 'oidc-provider' | 'glewlwyd'): void {
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', SIGN_IN, provider], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: TLS },
    encoding: 'utf8',
  });
  assert.equal(done.status, 0, `${done.stdout}${done.stderr}`);
  assert.match(done.stdout, /^as expected: \d+ ways$/m);
}

test('oidc-provider, with its own pages: who may come in comes in, and nothing works twice', () => signsInAt('oidc-provider'));

const glewlwyd = 'Glewlwyd, with claims under names of its own: who may come in comes in, and nothing works twice';
if (isGlewlwydHere()) test(glewlwyd, () => signsInAt('glewlwyd'));
