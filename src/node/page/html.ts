/** The page of a node's state: one document, no scripts, nothing from elsewhere. Vietnamese first, English beside it. Pure. */
import type { Bilingual } from '#base/problem.ts';
import { instantText } from '#base/vietnamese/time-text.ts';
import type { NodeStatus, ToldBack } from './state.ts';
import { isInStep } from './state.ts';
import { LANE_WORDS, STANDINGS, VERDICT_WORDS, alarmWords } from './words.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const shown = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
const both = ({ vi, en }: Bilingual): string => `${shown(vi)} <span class="en" lang="en">${shown(en)}</span>`;

const number = (many: number): string => String(many).replace(/\B(?=(\d{3})+$)/g, '.');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b1b1f;background:#fff}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.15rem;margin:1.5rem 0 .5rem}.en{color:#5a5a66;font-size:.9em}
.state{padding:.75rem 1rem;border-left:.4rem solid #1a6b3c;background:#eef7f1}.state.bad{border-color:#a32020;background:#fcefef}.state.wait{border-color:#8a5a00;background:#fdf6e7}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.25rem 0}th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #ccc;vertical-align:top}td.n,th.n{text-align:right}
code{overflow-wrap:anywhere}a:focus{outline:3px solid #1b4f9c}@media (prefers-color-scheme:dark){body{background:#17171b;color:#eee}.en{color:#b5b5c0}.state{background:#173324}.state.bad{background:#3d1a1a}.state.wait{background:#3a2d10}}`;
/** What the policy of the page lets in: this very style. */
export const PAGE_STYLE = STYLE;

function stateOf(status: NodeStatus): string {
  const waits = status.inbox + status.lanes.reduce((sum, { unsent, sent, received }) => sum + unsent + sent + received, 0);
  const isBad = !['in-step', 'new'].includes(status.standing);
  const heard: Bilingual =
    status.heardAt === null
      ? { vi: 'Chưa có trả lời nào của trung tâm.', en: 'The centre has not answered yet.' }
      : isInStep(status)
        ? {
            vi: `Khớp với trung tâm tính đến ${instantText(status.heardAt)}.`,
            en: `In step with the centre as of ${instantText(status.heardAt)}.`,
          }
        : {
            vi: `Trung tâm trả lời lần cuối ${instantText(status.heardAt)}; còn ${number(waits)} thay đổi chưa có kết quả.`,
            en: `Last answer of the centre ${instantText(status.heardAt)}; ${number(waits)} changes have no result yet.`,
          };
  return `<div class="state${isBad ? ' bad' : isInStep(status) ? '' : ' wait'}" role="status"><strong>${both(STANDINGS[status.standing])}</strong><br>${both(heard)}</div>`;
}

const alarmsOf = ({ alarms }: NodeStatus): string =>
  alarms.length === 0
    ? ''
    : `<h2>${both({ vi: 'Cần xử lý', en: 'To be dealt with' })}</h2><ul>${alarms
        .map(({ about, codes, at }) => {
          const { what, next } = alarmWords(about);
          return `<li><strong>${both(what)}</strong> (${instantText(at)}${codes.length > 0 ? `, <code>${shown(codes.join(', '))}</code>` : ''})<br>${both(next)}</li>`;
        })
        .join('')}</ul>`;

const head = (...words: readonly Bilingual[]): string => `<tr>${words.map((one) => `<th scope="col">${both(one)}</th>`).join('')}</tr>`;

function waitsOf({ lanes, inbox, accepted }: NodeStatus): string {
  const rows = lanes
    .map(
      ({ lane, unsent, sent, received }) =>
        `<tr><th scope="row">${both(LANE_WORDS[lane])}</th>${[unsent, sent, received].map((many) => `<td>${number(many)}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<h2>${both({ vi: 'Đang chờ', en: 'What waits' })}</h2><table><caption>${both({
    vi: `Đã được nhận vào hồ sơ: ${number(accepted)} thay đổi. Chưa đánh số: ${number(inbox)}.`,
    en: `Accepted so far: ${number(accepted)} changes. Not numbered yet: ${number(inbox)}.`,
  })}</caption><thead>${head(
    { vi: 'Luồng', en: 'Lane' },
    { vi: 'Chưa gửi', en: 'Not sent' },
    { vi: 'Đã gửi, chưa có biên nhận', en: 'Sent, no receipt' },
    { vi: 'Đã nhận, chưa có kết quả', en: 'Received, no result' },
  )}</thead><tbody>${rows}</tbody></table>`;
}

const toldRow = ({ ref, fact, verdict, at, code, title, next }: ToldBack): string =>
  `<tr><td><code>${shown(ref)}</code></td><td><code>${shown(fact)}</code></td><td>${both(VERDICT_WORDS[verdict] ?? { vi: verdict, en: verdict })}</td><td>${
    title ? both(title) : ''
  }${next ? `<br>${both(next)}` : ''}${code === null ? '' : ` <code>${shown(code)}</code>`}</td><td>${instantText(at)}</td></tr>`;

function toldBackOf({ toldBack: { many, newest } }: NodeStatus): string {
  const title = both({ vi: 'Chưa được nhận, và vì sao', en: 'Not taken, and why' });
  if (many === 0) return `<h2>${title}</h2><p>${both({ vi: 'Không có thay đổi nào.', en: 'None.' })}</p>`;
  return `<h2>${title}</h2><table><caption>${both({ vi: `${number(many)} thay đổi; mới nhất ở trên.`, en: `${number(many)} changes; the newest first.` })}</caption><thead>${head(
    { vi: 'Mã thay đổi', en: 'Reference' },
    { vi: 'Thông tin', en: 'Fact' },
    { vi: 'Kết quả', en: 'Verdict' },
    { vi: 'Vì sao, làm gì tiếp', en: 'Why, and what next' },
    { vi: 'Lúc', en: 'When' },
  )}</thead><tbody>${newest.map(toldRow).join('')}</tbody></table>`;
}

function restOf({ lastBatch, questions, confirmations, certificateEnds, epoch, source }: NodeStatus): string {
  const items: Bilingual[] = [
    { vi: `Nguồn ${source}, đợt đánh số ${epoch}.`, en: `Source ${source}, epoch ${epoch}.` },
    lastBatch === null
      ? { vi: 'Chưa gói nào có biên nhận.', en: 'No batch has a receipt yet.' }
      : {
          vi: `Gói gần nhất ${lastBatch.name}: nhận lúc ${instantText(lastBatch.receivedAt)}, ${lastBatch.isJudged ? 'đã có kết quả' : 'chưa có kết quả'}.`,
          en: `Last batch ${lastBatch.name}: received ${instantText(lastBatch.receivedAt)}, ${lastBatch.isJudged ? 'judged' : 'not judged yet'}.`,
        },
    certificateEnds === null
      ? { vi: 'Không có chứng thư máy, hoặc chưa đọc được.', en: 'No certificate of this machine, or it cannot be read.' }
      : {
          vi: `Chứng thư máy hết hạn ${instantText(certificateEnds)}.`,
          en: `The certificate of this machine ends ${instantText(certificateEnds)}.`,
        },
  ];
  if (questions > 0)
    items.push({
      vi: `${number(questions)} câu hỏi về dòng không còn trong nguồn: congvu node questions.`,
      en: `${number(questions)} questions about rows that are gone: congvu node questions.`,
    });
  if (confirmations.waiting + confirmations.refused > 0)
    items.push({
      vi: `Xác nhận của cơ quan: ${number(confirmations.waiting)} đang gửi, ${number(confirmations.refused)} không được nhận.`,
      en: `Confirmations: ${number(confirmations.waiting)} under way, ${number(confirmations.refused)} refused.`,
    });
  return `<h2>${both({ vi: 'Thông tin khác', en: 'Also' })}</h2><ul>${items.map((one) => `<li>${both(one)}</li>`).join('')}</ul>`;
}

export function statusPage(status: NodeStatus): string {
  const title: Bilingual = { vi: 'Chương trình trao đổi của cơ quan', en: 'The exchange of this agency' };
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="30"><title>${shown(
    title.vi,
  )} · ${shown(status.source)}</title><style>${STYLE}</style></head><body><main><h1>${both(title)}</h1>${stateOf(status)}${alarmsOf(status)}${waitsOf(status)}${toldBackOf(
    status,
  )}${restOf(status)}</main></body></html>\n`;
}
