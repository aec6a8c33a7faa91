/** The simulator's own page: it says in large letters that it is not the population database; counters and switches. */
import { FAULTS } from './faults.ts';
import type { Faults } from './faults.ts';

export const STYLE_SHEET = `:root{color-scheme:light dark;font-family:'Be Vietnam Pro',system-ui,sans-serif;line-height:1.5}
body{margin:0;background:Canvas;color:CanvasText}
main{max-width:44rem;margin:0 auto;padding:2rem 1rem}
.label{background:#7a4a00;color:#fff;padding:.6rem 1rem;margin:0;font-weight:700;text-align:center}
th,td{text-align:left;padding:.3rem .8rem;border-bottom:1px solid GrayText}td{font-variant-numeric:tabular-nums;text-align:right}
.switches{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
button{font:inherit;font-weight:600;padding:.5rem 1rem;border-radius:.4rem;border:0;background:#0b5d66;color:#fff;cursor:pointer;min-height:44px}
button:focus-visible{outline:3px solid #e08a00;outline-offset:2px}`;

export interface Counters {
  calls: number;
  found: number;
  notFound: number;
  verified: number;
  /** refused for who asked */
  refused: number;
  /** refused for how it was asked */
  malformed: number;
  /** answered badly on demand */
  bad: number;
  tokens: number;
}

const WORDS: Readonly<Record<keyof Counters, string>> = {
  calls: 'Số lần được hỏi',
  found: 'Tìm thấy',
  notFound: 'Không tìm thấy',
  verified: 'Xác thực (003)',
  refused: 'Từ chối vì sai xác thực',
  malformed: 'Từ chối vì sai cấu trúc',
  bad: 'Trả lời hỏng có chủ đích',
  tokens: 'Thẻ truy cập LGSP đã cấp',
};

/** Somebody whose number was made anew. */
export interface RenewedRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const renewedTable = (renewed: readonly RenewedRow[]): string =>
  renewed.length === 0
    ? ''
    : `<h2>Số định danh đã xác lập lại</h2><p>Những người này được biết dưới cả hai số, để thử việc đổi số định danh trong CSDL.</p>
<table><tr><th scope="col">Họ và tên</th><th scope="col">Số trong CSDL</th><th scope="col">Số mới</th></tr>${renewed
        .map(({ name, from, to }) => `<tr><th scope="row">${name}</th><td>${from}</td><td>${to}</td></tr>`)
        .join('')}</table>`;

export function landingPage(path: string, counters: Counters, faults: Faults, renewed: readonly RenewedRow[] = []): string {
  const now = faults.now();
  const state = now
    ? `<strong>${FAULTS[now.fault]}</strong>, ${Number.isFinite(now.left) ? `còn ${now.left} lần` : 'cho đến khi tắt'}`
    : 'không có';
  const rows = Object.entries(WORDS)
    .map(([key, words]) => `<tr><th scope="row">${words}</th><td>${counters[key as keyof Counters]}</td></tr>`)
    .join('');
  const button = (kind: string, words: string, count: string): string =>
    `<li><form method="post" action="${path}/faults"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="count" value="${count}"><button type="submit">${words}</button></form></li>`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mô phỏng tra cứu dân cư</title><link rel="stylesheet" href="${path}/trang.css"></head>
<body><header><p class="label" role="note">MÔ PHỎNG – không phải CSDLQG về dân cư</p></header><main><h1>Máy mô phỏng tra cứu dân cư</h1>
<p>Mọi người ở đây đều hư cấu (số định danh bắt đầu bằng 000). Máy này đóng vai dịch vụ tra cứu dân cư cho bản trình diễn và cho kiểm thử.</p>
<h2>Đã phục vụ</h2><table>${rows}</table>
<h2>Lỗi có chủ đích</h2><p>Đang đặt: ${state}.</p><ul class="switches">${button('off', 'Tắt mọi lỗi', '0')}${Object.entries(FAULTS)
    .map(([kind, words]) => button(kind, words, '5'))
    .join('')}</ul>
<p>Mỗi nút đặt lỗi cho 5 lần hỏi tới. Bằng lệnh: <code>POST ${path}/faults {"kind":"slow","count":5}</code></p>
${renewedTable(renewed)}</main></body></html>`;
}
