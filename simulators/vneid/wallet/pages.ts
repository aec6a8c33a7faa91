/** Serves the built wallet below its own prefix and its own policy. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export const WALLET_PATH = '/sim/vneid/vi-giay-to';

export interface WalletPages {
  /** folder of the built pages */
  readonly folder: string;
  /** our own origin, e.g. http://localhost:3000; the issuer and the door are below it */
  readonly publicUrl: string;
}

/**
 * Own scripts and styles, nothing inline, no text ever parsed as HTML (trusted types), requests to this product alone.
 * `data:` is the portrait, which a card carries as a data URI.
 */
export const walletPolicy = (publicUrl: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${new URL(publicUrl).origin}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Mounts the wallet; `app.register(walletPages(options))`. */
export function walletPages({ folder, publicUrl }: WalletPages): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    const page = (await readFile(join(folder, 'index.html'), 'utf8')).replaceAll('__PUBLIC_URL__', escape(publicUrl));
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: `${WALLET_PATH}/assets/`,
      index: false,
      decorateReply: false,
      preCompressed: true,
      setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
    });
    app.get(WALLET_PATH, async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', walletPolicy(publicUrl))
        .send(page),
    );
  };
}
