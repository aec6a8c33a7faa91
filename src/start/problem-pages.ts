/** Problems as pages that need no script: a page for each code (what `type` leads to), and what a browser gets in place of JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openRoute } from '#authority/access/frame.ts';
import { file } from '#base/http/answer.ts';
import { escapeHtml } from '#base/http/html.ts';
import { CODE_PAGES, sendProblem } from '#base/http-problem.ts';
import { declaredProblems } from '#base/problem.ts';
import type { Bilingual, ProblemKind } from '#base/problem.ts';
import { SEVERITY_WORDS } from '#standard/problem-page.ts';
// Said by the bulk validator alone, which no server loads: its codes have their pages here all the same.
import '#standard/problems/documents.ts';
// A door that no installation joins yet: its codes have pages, and they are served.
import '#doors/json/problems.ts';
import { noSuchAddress } from '#base/http/problems.ts';
import { STATIC_PAGE_POLICY } from '#base/http/security-headers.ts';

/** A whole page in both languages. `vi` and `en` are HTML. */
const page = (title: string, { vi, en }: Bilingual): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)} – Công Vụ</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/error.css"></head>
<body><main>
${vi}
<hr>
<div lang="en">
${en}
</div>
</main></body></html>
`;

function codePage(kind: ProblemKind): string {
  const { code, group, severity, status, example } = kind.declaration;
  const shown = kind(example);
  const meaning = SEVERITY_WORDS[severity ?? 'error'];
  const ended = status !== undefined && status !== 422;
  const told = (say: (text: Bilingual) => string, words: Readonly<Record<string, string>>): string =>
    [
      group ? `<p>${escapeHtml(say(group))}</p>` : '',
      `<p><b>${escapeHtml(say(shown.title))}</b></p>`,
      `<h2>${words['next']}</h2><p>${escapeHtml(say(shown.next))}</p>`,
      ended ? '' : `<h2>${words['means']}</h2><p>${escapeHtml(say(meaning))}</p>`,
      Object.keys(example).length > 0 ? `<p><small>${words['example']}</small></p>` : '',
      `<p><small><a href="${CODE_PAGES}">${words['all']}</a> · <a href="/">${words['home']}</a></small></p>`,
    ]
      .filter(Boolean)
      .join('\n');
  return page(code, {
    vi: `<h1>${code}</h1>\n${told((text) => text.vi, {
      next: 'Việc nên làm',
      means: 'Mức độ',
      example: 'Tên, mã và con số trong câu trên là ví dụ.',
      all: 'Mọi mã',
      home: 'Trang chính',
    })}`,
    en: told((text) => text.en, {
      next: 'What to do',
      means: 'How serious',
      example: 'Names, codes and figures above are an example.',
      all: 'All codes',
      home: 'Start page',
    }),
  });
}

const listPage = (): string => {
  const rows = (say: (text: Bilingual) => string): string =>
    declaredProblems()
      .map(
        (kind) =>
          `<li><a href="${CODE_PAGES}/${kind.declaration.code}">${kind.declaration.code}</a>: ${escapeHtml(say(kind(kind.declaration.example).title))}</li>`,
      )
      .join('\n');
  return page('Mã vấn đề', {
    vi: `<h1>Mã vấn đề</h1>\n<p>Mỗi lỗi, cảnh báo và lần tự sửa đều có một mã không đổi. Chọn mã để xem nghĩa và việc nên làm.</p>\n<ul>${rows((text) => text.vi)}</ul>`,
    en: `<h2>Problem codes</h2>\n<p>Each error, warning and correction has a code that never changes.</p>\n<ul>${rows((text) => text.en)}</ul>`,
  });
};

const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'public, max-age=3600')
    .header('content-security-policy', STATIC_PAGE_POLICY)
    .send(html);

export function problemPageRoutes(app: FastifyInstance): void {
  openRoute(app, {
    id: 'listProblemCodes',
    tag: 'system',
    summary: { vi: 'Các mã vấn đề, dạng trang', en: 'Problem codes, as a page' },
    method: 'GET',
    path: CODE_PAGES,
    answer: file('text/html'),
    handler: async (_request, reply) => sendPage(reply, listPage()),
  });
  const Code = Type.Object({ code: Type.String({ maxLength: 80 }) });
  openRoute(app, {
    id: 'getProblemCode',
    tag: 'system',
    summary: { vi: 'Một mã vấn đề nghĩa là gì, dạng trang', en: 'What a problem code means, as a page' },
    method: 'GET',
    path: `${CODE_PAGES}/:code`,
    params: Code,
    answer: file('text/html'),
    problems: [noSuchAddress],
    handler: async ({ params }, reply) => {
      const kind = declaredProblems().find((one) => one.declaration.code === params.code);
      return kind ? sendPage(reply, codePage(kind)) : sendProblem(reply, noSuchAddress());
    },
  });
}

interface Told {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly detail: Bilingual;
  readonly next: Bilingual;
  readonly requestId: string;
}

const problemAnswer = ({ code, type, detail, next, requestId }: Told): string => {
  const words = (say: (text: Bilingual) => string, means: string, request: string, home: string): string =>
    `<p>${escapeHtml(say(next))}</p>\n<p><a href="/">${home}</a></p>\n<p><small><a href="${escapeHtml(type)}">${escapeHtml(code)}</a>: ${means} · ${request} ${escapeHtml(requestId)}</small></p>`;
  return page(detail.vi, {
    vi: `<h1>${escapeHtml(detail.vi)}</h1>\n${words((text) => text.vi, 'mã này nghĩa là gì', 'mã yêu cầu', 'Về trang chính')}`,
    en: `<h2>${escapeHtml(detail.en)}</h2>\n${words((text) => text.en, 'what this code means', 'request id', 'To the start page')}`,
  });
};

/** Does a person read this answer in a browser's own window? Programs and the portal's scripts do not ask for HTML. */
const isNavigation = (request: FastifyRequest): boolean =>
  request.method === 'GET' && String(request.headers.accept ?? '').includes('text/html');

/**
 * A browser that opens an address gets a page where a program gets problem+json: for our own faults (5xx) the portal's
 * error page, else the problem's words. `folder` = null: without the portal the problem's words serve for both.
 */
export async function problemsAsPages(app: FastifyInstance, folder: string | null): Promise<void> {
  const faultPage = folder === null ? null : await readFile(join(folder, 'error.html'), 'utf8');
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !isNavigation(request)) return payload;
    if (!String(reply.getHeader('content-type') ?? '').startsWith('application/problem+json')) return payload;
    void reply
      .type('text/html; charset=utf-8')
      .header('vary', 'accept')
      .header('content-security-policy', STATIC_PAGE_POLICY)
      .removeHeader('content-length');
    const told = JSON.parse(payload) as Told;
    // Why nobody can sign in is no fault of this server, and its page is the only place where it is told.
    return told.status >= 500 && faultPage !== null && !told.code.startsWith('E-SIGN-IN')
      ? faultPage.replace(
          '<!-- request -->',
          `<p>Mã yêu cầu / request id: <code>${escapeHtml(told.requestId)}</code> · <a href="${escapeHtml(told.type)}">${escapeHtml(told.code)}</a></p>`,
        )
      : problemAnswer(told);
  });
}
