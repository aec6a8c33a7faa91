/** The simulator's own page: it says in large letters that it is not VNeID. */
import { FAULTS } from './faults.ts';
import type { Fault } from './faults.ts';
import type { SimulatedCitizen } from './provider.ts';

export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const STYLE_SHEET = `:root{color-scheme:light dark;font-family:'Be Vietnam Pro',system-ui,sans-serif;line-height:1.5}
:root{--ink:#16232a;--soft:#4a5a63;--ground:#f3f6f7;--paper:#fff;--line:#d8e0e4}
@media (prefers-color-scheme:dark){:root{--ink:#e8eef0;--soft:#aebcc2;--ground:#10181c;--paper:#192329;--line:#32414a}}
body{margin:0;background:var(--ground);color:var(--ink)}a{color:inherit}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}p{margin:.5rem 0}
.label{background:#7a4a00;color:#fff;padding:.6rem 1rem;margin:0;font-weight:700;text-align:center}
ul{padding:0;margin:1rem 0;display:grid;gap:.75rem}
li{list-style:none;background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.125rem}
button{font:inherit;font-weight:600;padding:.6rem 1.2rem;border-radius:.4rem;border:0;background:#0b5d66;color:#fff;cursor:pointer;min-height:44px}
label{display:block;font-weight:600}input,select{font:inherit;width:100%;box-sizing:border-box;min-height:44px;padding:.4rem .6rem;margin-top:.25rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--paper);color:var(--ink)}
.tick{font-weight:400}.tick input{width:1.4rem;min-height:1.4rem;vertical-align:middle}.go{display:inline-block;padding:.6rem 0;min-height:24px;font-weight:600}.done,.bad{border-inline-start:4px solid #0b5d66;padding:.6rem 1rem;background:var(--paper)}.bad{border-color:#a4262c}
button:hover{background:#084f57}button:focus-visible{outline:3px solid #e08a00;outline-offset:2px}small{display:block;color:var(--soft)}`;

export const page = (
  body: string,
): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mô phỏng đăng nhập định danh điện tử</title><link rel="stylesheet" href="/sim/vneid/trang.css"></head>
<body><header><p class="label" role="note">MÔ PHỎNG – không phải VNeID. Không nhập thông tin thật.</p></header><main>${body}</main></body></html>`;

/**
 * @param actionOf  where the button of a person leads
 * @param one       the account was chosen already: one button, "Đồng ý"
 */
export function consentPage(citizens: readonly SimulatedCitizen[], one: boolean, actionOf: (citizen: SimulatedCitizen) => string): string {
  const rows = citizens
    .map(
      (citizen) => `<li><form method="post" action="${escape(actionOf(citizen))}">
<strong>${escape(citizen.name)}</strong><small>Số định danh ${escape(citizen.nationalId.slice(0, 3))}•••••${escape(citizen.nationalId.slice(-4))} · định danh mức ${citizen.level}</small><small>${escape(citizen.note)}</small>
<p><button type="submit"${one ? ' autofocus' : ''}>${one ? 'Đồng ý và đăng nhập' : `Đăng nhập với ${escape(citizen.name)}`}</button></p></form></li>`,
    )
    .join('');
  return page(`<h1>Đăng nhập bằng định danh điện tử (mô phỏng)</h1>
<p>Cổng cập nhật hồ sơ đề nghị cung cấp: họ và tên, số định danh cá nhân, mức độ định danh.</p><ul>${rows}</ul>`);
}

/** The faults that can be armed for the next sign-in. */
export function faultsPage(armed: readonly Fault[]): string {
  const rows = Object.entries(FAULTS)
    .map(
      ([fault, words]) => `<li><form method="post" action="/sim/vneid/loi/${fault}"><strong>${escape(words)}</strong>
<p><button type="submit">${armed.includes(fault as Fault) ? 'Đã đặt cho lần tới' : 'Đặt cho lần đăng nhập tới'}</button></p></form></li>`,
    )
    .join('');
  return page(
    `<h1>Máy mô phỏng định danh điện tử</h1><p>Đóng vai nhà cung cấp định danh cho bản trình diễn và cho kiểm thử. Làm lỗi có chủ đích:</p><ul>${rows}</ul>
<p><a href="/sim/vneid/cap-nhat">Cập nhật thông tin CBCCVC (mô phỏng)</a></p>
<p><a href="/sim/vneid/vi-giay-to">Ví giấy tờ (mô phỏng)</a></p>`,
  );
}
