/** The page for who is outside the networks: whole in itself, for nothing else may be fetched from there; no script. */
import { createHash } from 'node:crypto';
import type { Bilingual } from '#base/problem.ts';
import { OUTSIDE_STEPS, OUTSIDE_WORDS } from './words.ts';

const STYLE = `:root{color-scheme:light dark;--ink:#16232a;--ground:#f3f6f7;--paper:#fff;--line:#d8e0e4;--accent:#0b6b75}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef0;--ground:#10181c;--paper:#192329;--line:#32414a;--accent:#71ccd4}}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 Arial,sans-serif}
main{box-sizing:border-box;max-width:40rem;margin:8vh auto 0;padding:1.5rem;background:var(--paper);border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:6px;overflow-wrap:anywhere}
h1{font-size:1.375rem;margin:0 0 .5rem}h2{font-size:1rem;margin:1.25rem 0 .25rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dd{margin:0}
hr{border:0;border-top:1px solid var(--line);margin:1.25rem 0}`;

/** The policy of this page: its own style by its hash, and nothing that is loaded. */
export const OUTSIDE_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export interface Outside {
  readonly title: Bilingual;
  readonly contact: Bilingual;
  readonly address: string;
  readonly at: string;
  readonly requestId: string;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function part({ title, contact, address, at, requestId }: Outside, language: keyof Bilingual, heading: 'h1' | 'h2'): string {
  const say = (text: Bilingual): string => escape(text[language]);
  const facts = [
    [OUTSIDE_WORDS.address, address],
    [OUTSIDE_WORDS.at, at],
    [OUTSIDE_WORDS.request, requestId],
  ] as const;
  return `<${heading}>${say(title)}</${heading}>
<h2>${say(OUTSIDE_WORDS.steps)}</h2>
<ol>${OUTSIDE_STEPS.map((step) => `<li>${say(step)}</li>`).join('')}</ol>
<p>${say(OUTSIDE_WORDS.ask).replace('{contact}', `<b>${say(contact)}</b>`)}</p>
<dl>${facts.map(([name, value]) => `<dt>${say(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>
<p>${say(OUTSIDE_WORDS.nothingLost)}</p>`;
}

export const outsidePage = (outside: Outside): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escape(outside.title.vi)} – Công Vụ</title><style>${STYLE}</style></head>
<body><main>
${part(outside, 'vi', 'h1')}
<hr>
<div lang="en">
${part(outside, 'en', 'h2')}
</div>
</main></body></html>
`;
