/** Requests that change something must come from our own pages: Origin and Sec-Fetch-Site (threat T28). */
import type { onRequestAsyncHookHandler } from 'fastify';
import { sendProblem } from '#base/http-problem.ts';
import { crossSite } from './problems.ts';

export interface CsrfNeeds {
  /** our own origin, from PUBLIC_URL */
  readonly publicUrl: string;
  /** paths of simulators, which have their own rules, and of the card's issuer, which wallets of any origin call without cookies */
  readonly exempt: RegExp;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Is a request with these headers one of ours? Every browser sends Origin with a POST to another site; a client that is no browser sends neither, and holds no cookie of somebody else. */
export function isOwnRequest(
  method: string,
  headers: { readonly origin?: string | undefined; readonly 'sec-fetch-site'?: string | undefined },
  publicOrigin: string,
): boolean {
  if (SAFE.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  return origin === undefined || origin === publicOrigin;
}

export function csrfGuard(needs: CsrfNeeds): onRequestAsyncHookHandler {
  const origin = new URL(needs.publicUrl).origin;
  return async (request, reply) => {
    if (needs.exempt.test(request.routeOptions.url ?? request.url)) return;
    const site = request.headers['sec-fetch-site'];
    if (!isOwnRequest(request.method, { origin: request.headers.origin, 'sec-fetch-site': Array.isArray(site) ? site[0] : site }, origin))
      return sendProblem(reply, crossSite());
  };
}
