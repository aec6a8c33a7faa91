/** The first page of the sandbox: what it is and is not, how one begins, and whose number does what. */
import magic from '#standard/exchange-standard/magic-numbers.json' with { type: 'json' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:0 1rem 2rem}.band{background:#c2410c;color:#fff;padding:.6rem 1rem;margin:0 -1rem;font-weight:600}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .6rem;text-align:left}pre{background:#f3f3f3;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere}';

/** @param url  where it listens */
export const sandboxPage = (url: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nơi thử trao đổi</title><style>${STYLE}</style><p class="band">THỬ NGHIỆM: người và cơ quan ở đây đều không có thật; không nhập dữ liệu thật. <span lang="en">TRIAL: everybody here is invented; bring no real data.</span></p><h1>Nơi thử trao đổi dữ liệu</h1><p>Giao thức, địa chỉ và chữ ký là của phần mềm thật. Không có ở đây: cơ sở dữ liệu, hàng chờ của cán bộ, chứng thư hai chiều, NDXP. Mọi thứ nằm trong bộ nhớ và mất khi dừng. <span lang="en">Protocol, addresses and signatures are those of the product. Not here: the database, queues of officers, mutual certificates, NDXP. All is in memory.</span></p><h2>Bắt đầu · Begin</h2><pre>npx congvu sandbox register --target ${escaped(url)} --product "Phần mềm của tôi" --out thu
. thu/env.sh
python3 kit/python/congvu_client.py</pre><p>Nhật ký các câu hỏi, gửi lại một câu, làm lại từ đầu, cấp đợt mới (kèm <code>Authorization: Bearer</code>) · <span lang="en">log, replay, reset, new epoch</span>:</p><pre>GET ${escaped(url)}/sandbox/log
POST ${escaped(url)}/sandbox/replay?n=1
POST ${escaped(url)}/sandbox/reset
POST ${escaped(url)}/sandbox/release</pre><h2>Số định danh mẫu · Numbers that force an outcome</h2><table><tr><th>số</th><th>điều xảy ra</th><th lang="en">what happens</th></tr>${magic.map(({ number, vi, en }) => `<tr><td>${number}</td><td>${escaped(vi)}</td><td lang="en">${escaped(en)}</td></tr>`).join('')}</table></html>\n`;
