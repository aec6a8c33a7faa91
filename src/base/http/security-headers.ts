/** Headers of every answer: a strict policy with a fresh nonce for the one page that needs styles made at run time. */
import type { Chance } from '#base/chance.ts';

/** The portal's pages: own scripts only, styles with the nonce, nothing inline. */
export const portalPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Everything that is not a page: nothing may be loaded by it. */
export const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'x-frame-options': 'DENY',
};

/** 128 bits, base64url. */
export const freshNonce = (chance: Chance): string => Buffer.from(chance.bytes(16)).toString('base64url');

/** A page that needs no script: the portal's plain style sheet and sign, nothing else. */
export const STATIC_PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
