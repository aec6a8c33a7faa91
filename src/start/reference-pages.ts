/**
 * The reference of the API for readers, under `/docs`. Its program is three megabytes of text that few ever ask for: it is loaded when somebody
 * does, into a server of its own that this one asks.
 */
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PREFIX = '/docs';
/** Its own greys and signs of methods are too faint to be read (WCAG 1.4.3), by one place each in both schemes. */
const READABLE = `
  .light-mode { --scalar-color-2: #474747; --scalar-color-3: #575757; --scalar-sidebar-color-2: #474747; --scalar-sidebar-search-color: #575757;
    --scalar-color-green: #00582f; --scalar-color-blue: #084a8a; --scalar-color-orange: #7a3a00; --scalar-color-red: #9b1c1c; --scalar-color-yellow: #5f4a00; --scalar-color-purple: #5b2a86; }
  .dark-mode { --scalar-color-2: #c8c8c8; --scalar-color-3: #b4b4b4; --scalar-sidebar-color-2: #c8c8c8; --scalar-sidebar-search-color: #b4b4b4; --scalar-color-red: #ff8a80; }`;
/** What its markup leaves out and no setting gives: names of buttons that copy, and a list that is scrolled by keys. It draws as one scrolls, so each time. */
const NAMED = `<script>new MutationObserver(() => {
  for (const one of document.querySelectorAll('.scalar-code-copy:not([aria-label])')) one.setAttribute('aria-label', 'Copy');
  for (const one of document.querySelectorAll('ul.endpoints:not([tabindex])')) one.tabIndex = 0;
}).observe(document.documentElement, { childList: true, subtree: true });</script>`;
/** The page with its language told: its own words are English. */
const mended = (page: string): string =>
  page.replace(/<html(?![^>]*\blang=)/, '<html lang="en"').replace('</head>', () => `${NAMED}</head>`);

/** Nothing of it leads to its maker's services: no questions to a model, no client elsewhere. */
const CONFIGURATION = {
  sources: [
    { title: 'Công Vụ', slug: 'cong-vu', url: '/openapi.json', default: true },
    { title: 'Trao đổi · Exchange', slug: 'exchange', url: '/openapi-exchange.json' },
  ],
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  customCss: READABLE,
};
const PASSED_ON = ['content-type', 'location', 'etag', 'cache-control'] as const;
const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

async function open(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const pages = Fastify();
  await pages.register(scalar, { routePrefix: PREFIX, configuration: CONFIGURATION as never });
  await pages.ready();
  return pages;
}

/** What a page of it may load: this server's own files, and the scripts that stand in the page as it is, by their hashes. */
function policyOf(page: string): string {
  const hashes = [...page.matchAll(INLINE_SCRIPT)].map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function referencePages(app: FastifyInstance): void {
  let opened: Promise<FastifyInstance> | null = null;
  const asked = (): Promise<FastifyInstance> =>
    (opened ??= open().catch((error: unknown) => {
      opened = null; // whoever asks next tries again
      throw error;
    }));
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const pages = await asked();
    const { statusCode, headers, rawPayload } = await pages.inject({ url: request.url });
    for (const name of PASSED_ON) if (headers[name] !== undefined) void reply.header(name, headers[name]);
    if (!String(headers['content-type']).startsWith('text/html')) return reply.code(statusCode).send(rawPayload);
    const page = mended(rawPayload.toString());
    void reply.header('content-security-policy', policyOf(page));
    return reply.code(statusCode).send(page);
  };
  app.get(PREFIX, answer);
  app.get(`${PREFIX}/*`, answer);
  app.addHook('onClose', async () => {
    await (await opened)?.close();
  });
}
