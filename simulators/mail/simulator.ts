/** The page of the mail simulator: what arrived, counters, switches. */
import { instantText } from '#base/vietnamese/time-text.ts';
import type { FastifyInstance } from 'fastify';
import { FAULTS, isMailFault } from './mailbox.ts';
import type { KeptMail, Mailbox } from './mailbox.ts';
import { readMail } from './read-mail.ts';

export const MAIL_PATH = '/sim/mail';
/** Of this page alone: its own style sheet and its own switches. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const REQUEST_BYTES_MAX = 4 * 1024;

const STYLE_SHEET = `:root{color-scheme:light dark;font-family:'Be Vietnam Pro',system-ui,sans-serif;line-height:1.5}
body{margin:0;background:Canvas;color:CanvasText}
main{max-width:44rem;margin:0 auto;padding:2rem 1rem}
.label{background:#7a4a00;color:#fff;padding:.6rem 1rem;margin:0;font-weight:700;text-align:center}
article{border:1px solid GrayText;border-radius:.4rem;padding:.5rem 1rem;margin:1rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
.switches{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
button{font:inherit;font-weight:600;padding:.5rem 1rem;border-radius:.4rem;border:0;background:#0b5d66;color:#fff;cursor:pointer;min-height:44px}
button:focus-visible{outline:3px solid #e08a00;outline-offset:2px}`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]!);

const mailPart = ({ at, from, to, source }: KeptMail): string => {
  const { subject, text } = readMail(source);
  return `<article><h3>${escaped(subject)}</h3><p>Từ ${escaped(from)} tới ${escaped(to.join(', '))}, <time datetime="${at}">${instantText(at)}</time></p><pre>${escaped(text)}</pre></article>`;
};

function page({ mails, counters, fault }: Mailbox): string {
  const now = fault();
  const state = now
    ? `<strong>${FAULTS[now.fault]}</strong>, ${Number.isFinite(now.left) ? `còn ${now.left} thư` : 'cho đến khi tắt'}`
    : 'không có';
  const button = (kind: string, words: string, count: number): string =>
    `<li><form method="post" action="${MAIL_PATH}/faults"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="count" value="${count}"><button type="submit">${words}</button></form></li>`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Hộp thư mô phỏng</title><link rel="stylesheet" href="${MAIL_PATH}/trang.css"></head>
<body><header><p class="label" role="note">MÔ PHỎNG – thư không gửi ra ngoài</p></header><main><h1>Hộp thư mô phỏng</h1>
<p>Mọi thư của bản trình diễn dừng ở đây. Thư chỉ có số đếm và đường dẫn, không có dữ liệu cá nhân.</p>
<p>Đã nhận ${counters.taken}, từ chối ${counters.refused}, làm mất ${counters.lost}.</p>
<h2>Lỗi có chủ đích</h2><p>Đang đặt: ${state}.</p><ul class="switches">${button('off', 'Tắt mọi lỗi', 0)}${Object.entries(FAULTS)
    .map(([kind, words]) => button(kind, words, 1))
    .join('')}</ul>
<p>Mỗi nút đặt lỗi cho thư tới. Bằng lệnh: <code>POST ${MAIL_PATH}/faults {"kind":"refuse","count":3}</code></p>
<h2>Thư đã nhận</h2>${mails().length === 0 ? '<p>Chưa có thư nào.</p>' : mails().map(mailPart).join('')}</main></body></html>`;
}

function fieldsOf(text: string, isForm: boolean): Record<string, unknown> {
  if (isForm) return Object.fromEntries(new URLSearchParams(text));
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function mailSimulator(mailbox: Mailbox): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: REQUEST_BYTES_MAX }, (_request, text, done) => done(null, text));
    app.get(MAIL_PATH, async (_request, reply) =>
      reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(page(mailbox)),
    );
    app.get(`${MAIL_PATH}/trang.css`, async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE_SHEET));
    app.post<{ Body: string }>(`${MAIL_PATH}/faults`, async (request, reply) => {
      const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
      const { kind, count } = fieldsOf(request.body ?? '', isForm);
      if (kind === 'off') mailbox.off();
      else if (isMailFault(kind)) mailbox.setFault(kind, Number(count) >= 1 ? Math.floor(Number(count)) : Number.POSITIVE_INFINITY);
      else return reply.code(400).send({ kinds: ['off', ...Object.keys(FAULTS)] });
      return isForm ? reply.redirect(MAIL_PATH, 303) : { fault: mailbox.fault()?.fault ?? 'off', counters: mailbox.counters };
    });
  };
}
