/** The page for who is outside the networks: whole in itself, for nothing else may be fetched from there; no script. */
import { escapeHtml } from '#base/http/html.ts';
import { WHOLE_PAGE_STYLE } from '#base/http/whole-page.ts';
import type { Bilingual } from '#base/problem.ts';
import { OUTSIDE_STEPS, OUTSIDE_WORDS } from './words.ts';

export interface Outside {
  readonly title: Bilingual;
  readonly contact: Bilingual;
  readonly address: string;
  readonly at: string;
  readonly requestId: string;
}

function part({ title, contact, address, at, requestId }: Outside, language: keyof Bilingual, heading: 'h1' | 'h2'): string {
  const say = (text: Bilingual): string => escapeHtml(text[language]);
  const facts = [
    [OUTSIDE_WORDS.address, address],
    [OUTSIDE_WORDS.at, at],
    [OUTSIDE_WORDS.request, requestId],
  ] as const;
  return `<${heading}>${say(title)}</${heading}>
<h2>${say(OUTSIDE_WORDS.steps)}</h2>
<ol>${OUTSIDE_STEPS.map((step) => `<li>${say(step)}</li>`).join('')}</ol>
<p>${say(OUTSIDE_WORDS.ask).replace('{contact}', `<b>${say(contact)}</b>`)}</p>
<dl>${facts.map(([name, value]) => `<dt>${say(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<p>${say(OUTSIDE_WORDS.nothingLost)}</p>`;
}

export const outsidePage = (outside: Outside): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(outside.title.vi)} – Công Vụ</title><style>${WHOLE_PAGE_STYLE}</style></head>
<body><main>
${part(outside, 'vi', 'h1')}
<hr>
<div lang="en">
${part(outside, 'en', 'h2')}
</div>
</main></body></html>
`;
