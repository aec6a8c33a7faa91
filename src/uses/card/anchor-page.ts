/** The trust anchor for those who check cards with software of their own: a page on which people read the hash of its certificate. */
import { X509Certificate } from 'node:crypto';
import { escapeHtml } from '#base/http/html.ts';
import { WHOLE_PAGE_STYLE } from '#base/http/whole-page.ts';
import type { Bilingual } from '#base/problem.ts';
import { instantText } from '#base/vietnamese/time-text.ts';
import type { CardEnvironment } from '#standard/card/shapes.ts';
import type { CardKey } from './core/signer.ts';
import { ANCHOR_WORDS } from './words.ts';

const both = ({ vi, en }: Bilingual): string => `${escapeHtml(vi)}<br><span lang="en">${escapeHtml(en)}</span>`;
/** HTML of the page, whole in itself: the card may answer at an address of its own, where nothing of the portal stands. @param anchor  the key that doors pin · @param pem  address of its certificate */
export function anchorPage(
  anchor: CardKey,
  { issuerId, environment, pem }: { readonly issuerId: string; readonly environment: CardEnvironment; readonly pem: string },
): string {
  const words = ANCHOR_WORDS;
  const { subject, fingerprint256 } = new X509Certificate(anchor.certDer);
  const row = (label: Bilingual, value: string): string => `<dt>${both(label)}</dt><dd><code>${escapeHtml(value)}</code></dd>`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title.vi)} · ${escapeHtml(words.title.en)}</title><style>${WHOLE_PAGE_STYLE}</style></head>
<body><main>
<h1>${both(words.title)}</h1>
${environment === 'THU_NGHIEM' ? `<p><strong>${both(words.test)}</strong></p>` : ''}
<p>${both(words.unofficial)}</p>
<p>${both(words.why)}</p>
<dl>
${row(words.fingerprint, fingerprint256)}
${row(words.name, subject.replaceAll('\n', ', '))}
${row(words.kid, anchor.kid)}
${row(words.from, instantText(anchor.notBefore))}
${row(words.until, instantText(anchor.notAfter))}
${row(words.issuerId, issuerId)}
</dl>
<p><a href="${escapeHtml(pem)}">${both(words.get)}</a></p>
</main></body></html>
`;
}
