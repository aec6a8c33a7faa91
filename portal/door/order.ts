/**
 * The order for guards as one printable page, without a script: written while building, from the words that the screen says.
 * Vietnamese large, English under it.
 */
import { CODE_OF } from '#standard/card/judge.ts';
import type { Verdict, VerdictReason } from '#standard/card/shapes.ts';
import { verdictWords } from '#standard/card/verdict-words.ts';
import { wordsOf } from './speech.ts';
import type { DoorWords } from './speech.ts';
import { SHAPE_PATHS, SIGN_PATHS } from './look.ts';

/** In the order in which a guard meets them; one reason for each verdict whose words say it best. */
export const ORDER_REASONS: readonly VerdictReason[] = [
  'valid',
  'no-portrait',
  'not-asked',
  'says-too-little',
  'too-old',
  'seen-before',
  'revoked',
  'copy-expired',
  'unknown-key',
  'not-a-card',
  'no-status-list',
  'clock-wrong',
  'server-clock-wrong',
  'test-card',
];

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const both = (vi: string, en: string): string => `${escape(vi)}<span lang="en">${escape(en)}</span>`;

function row(reason: VerdictReason): string {
  const verdict: Verdict = {
    code: CODE_OF[reason],
    reason,
    claims: null,
    means: null,
    holderProven: false,
    statusAt: null,
    signedBy: null,
  };
  const { word, next, icon, shape, colour } = verdictWords(verdict, 0);
  const signs = SIGN_PATHS[icon].map((d) => `<path d="${d}"/>`).join('');
  return `<tr class="${colour}"><td><svg class="${shape} ${icon}" viewBox="0 0 24 24" aria-hidden="true"><path class="shape" d="${SHAPE_PATHS[shape]}"/>${signs}</svg></td>
<th scope="row">${both(word.vi, word.en)}</th><td>${both(next.vi, next.en)}</td></tr>`;
}

/** HTML of the body of the page. */
export function orderPage(vi: DoorWords['order'] = wordsOf('vi').order, en: DoorWords['order'] = wordsOf('en').order): string {
  const say = (key: keyof DoorWords['order']): string => both(vi[key], en[key]);
  return `<main>
<p class="sample">${say('sample')}</p>
<h1>${say('heading')}</h1>
<p class="slogan">${say('slogan')}</p>
<p>${say('sloganWhy')}</p>
<h2>${say('stepsHeading')}</h2>
<ol>${(['step1', 'step2', 'step3', 'step4'] as const).map((key) => `<li>${say(key)}</li>`).join('\n')}</ol>
<h2>${say('verdictsHeading')}</h2>
<table><thead><tr><td></td><th scope="col">${say('verdict')}</th><th scope="col">${say('what')}</th></tr></thead>
<tbody>${ORDER_REASONS.map(row).join('\n')}</tbody></table>
<ul>${(['accept', 'courtesy', 'noPhone', 'caller'] as const).map((key) => `<li>${say(key)}</li>`).join('\n')}</ul>
<p class="back"><a href="/kiem-tra">${say('back')}</a></p>
</main>`;
}
