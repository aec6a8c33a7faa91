/** The provider of sign-in as the settings say. */
import { readFileSync } from 'node:fs';
import type { IdentityProvider } from '#authority/access/port.ts';
import type { Clock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import { oidcProvider } from '#outside/vneid/oidc.ts';
import { vneidShapedProvider } from '#outside/vneid/vneid-shaped.ts';

/** How long a provider may take for one answer when it is only looked at, in seconds. */
const LOOK_SECONDS_MAX = 5;

/** @param looking  it is only looked at: it gets less time than somebody who waits to sign in would give */
export function signInProviderOf(config: Config, clock: Clock, looking = false): IdentityProvider {
  const { signIn, oidcClientId: clientId, oidcClientSecret: clientSecret } = config;
  const issuer = config.oidcIssuer ?? `${config.publicUrl}/sim/vneid`;
  const times = looking ? { timeoutSeconds: LOOK_SECONDS_MAX } : {};
  const insecure = issuer.startsWith('http://') && config.demo;
  if (signIn.shape === 'oidc')
    return oidcProvider({ issuer, clientId, clientSecret, insecure, settings: signIn, nowMs: () => Date.parse(clock.now()), ...times });
  const { authorizeUrl, tokenUrl, userinfoUrl } = signIn;
  const key = signIn.privateKeyFile === null ? {} : { privateKey: readFileSync(signIn.privateKeyFile, 'utf8') };
  return vneidShapedProvider({
    issuer,
    authorizeUrl,
    tokenUrl,
    userinfoUrl,
    clientId,
    clientSecret,
    insecure,
    settings: signIn,
    ...key,
    ...times,
  });
}
