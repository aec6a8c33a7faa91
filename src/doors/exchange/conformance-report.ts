/** The report of a client, signed, and as a page. Who signs is whoever ran it: the signature says that nothing was changed since. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Bilingual } from '#base/problem.ts';
import type { ConformanceReport, StepReport } from './conformance.ts';
import type { SignedText } from './shapes.ts';
import { jwsSigner, jwsVerifier } from './signer.ts';

/** Under this name the key of a report signs. */
const REPORT_KID = 'congvu-conformance';

export interface SignedReport extends SignedText {
  /** SPKI of who ran it */
  readonly publicKey: string;
}

export function signReport(report: ConformanceReport, privatePem: string): SignedReport {
  const key = createPrivateKey(privatePem);
  return {
    ...jwsSigner(key, REPORT_KID)(canonicalJson(report)),
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** The report, when nothing of it was changed since it was signed by this key; null: something was. */
export function readReport({ text, signature, publicKey }: SignedReport): ConformanceReport | null {
  try {
    return jwsVerifier(publicKey, REPORT_KID)({ text, signature }) ? (JSON.parse(text) as ConformanceReport) : null;
  } catch {
    return null;
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const both = ({ vi, en }: Bilingual): string => `${escaped(vi)}<br><i lang="en">${escaped(en)}</i>`;

const OUTCOMES: Readonly<Record<StepReport['outcome'], Bilingual>> = {
  passed: { vi: '✓ đạt', en: 'passed' },
  failed: { vi: '✗ không đạt', en: 'failed' },
  'not-tried': { vi: '– chưa thử: nhóm cần trước chưa đạt', en: 'not tried: what it needs did not pass' },
};

const stepRow = ({ id, clause, level, expects, outcome, because, shown }: StepReport): string =>
  `<tr class="${outcome}"><td>${id}</td><td>${level === 'must' ? 'PHẢI' : 'NÊN'} ${clause}</td><td>${both(expects)}</td><td>${both(OUTCOMES[outcome])}${
    because ? `<p>${both(because)}</p>` : ''
  }${shown ? `<details><summary>#${shown.n}</summary><pre>${escaped(shown.request)}</pre><pre>${escaped(shown.answer)}</pre></details>` : ''}</td></tr>`;

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.4rem;text-align:left;vertical-align:top}pre{white-space:pre-wrap;overflow-wrap:anywhere}.failed td:last-child{background:#fde8e8}.passed td:last-child{background:#e8f5e8}';

/** The page: every suite with what it needs, every step with its clause, and what was asked and answered where one failed. */
export function reportPage({ product, standard, at, conforms, must, should, suites }: ConformanceReport): string {
  const verdict = conforms ? { vi: 'Đạt mọi điều PHẢI', en: 'Every MUST holds' } : { vi: 'Chưa đạt', en: 'Does not conform' };
  const line = (name: string, count: ConformanceReport['must']): string =>
    `<p>${name}: ${count.passed} đạt · passed, ${count.failed} không đạt · failed, ${count['not-tried']} chưa thử · not tried</p>`;
  const parts = suites.map(
    ({ suite, title, needs, steps }) =>
      `<h2>${escaped(title.vi)} <i lang="en">${escaped(title.en)}</i></h2><p>${suite}${needs.length > 0 ? ` ← ${needs.join(', ')}` : ''}</p><table><tr><th>bước</th><th>điều khoản</th><th>phải thấy</th><th>kết quả</th></tr>${steps.map(stepRow).join('')}</table>`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(product)}</title><style>${STYLE}</style><h1>${escaped(product)}: ${both(verdict)}</h1><p>Tiêu chuẩn trao đổi · exchange standard ${standard} · ${escaped(at)}</p>${line('PHẢI · MUST', must)}${line('NÊN · SHOULD', should)}${parts.join('')}<p>Kết quả tự chạy ở phía người làm phần mềm, không phải chứng nhận của cơ quan nào. <i lang="en">Run at the vendor’s own side; no certificate of any authority.</i></p></html>\n`;
}
