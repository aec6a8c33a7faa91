/** The panel of things that the wallet does wrongly on demand, each with what a door should say. */
import type { App, Screen } from '../app.ts';
import { el } from '../dom.ts';
import { MISTAKES } from '../mistakes.ts';
import type { Mistake } from '../mistakes.ts';
import { CODE_OF } from '#standard/card/judge.ts';
import { verdictWords } from '#standard/card/verdict-words.ts';
import { EXPECTED } from '../mistakes.ts';
import { MISTAKE_WORDS } from '../words.ts';
import type { Word } from '../words.ts';

/** What a door says then, in the door's own words. */
function expectedWords(mistake: Mistake, { localize, language, wallet }: App): string {
  const reason = EXPECTED[mistake];
  if (reason === null) return localize(mistake === 'none' ? 'expectNothing' : 'expectOldCopy');
  const verdict = { code: CODE_OF[reason], reason, claims: null, means: null, holderProven: false, statusAt: null, signedBy: null };
  return localize('expect', { word: verdictWords(verdict, Date.parse(wallet.clock.now())).word[language] });
}

/** What must have happened before a mistake can be made; null: it can. */
function missing({ card, lastQr }: App, mistake: Mistake): Word | null {
  if (mistake === 'old-copy' && !card?.previous) return 'needsRefresh';
  if (mistake === 'replay' && (!card || lastQr() === null)) return 'needsQr';
  return null;
}

export async function mistakesScreen(app: App): Promise<Screen> {
  const { localize, language } = app;
  const choices = MISTAKES.map((mistake) => {
    const words = MISTAKE_WORDS[mistake];
    const why = missing(app, mistake);
    const field = el('input', {
      type: 'radio',
      name: 'lam-sai',
      value: mistake,
      checked: app.mistake === mistake,
      disabled: why !== null,
      onchange: () => app.setMistake(mistake),
    });
    return el(
      'label',
      { class: 'choice' },
      field,
      el(
        'span',
        {},
        el('span', { class: 'strong' }, words[language]),
        el('span', { class: 'soft' }, why === null ? expectedWords(mistake, app) : localize('mistakesNotYet', { why: localize(why) })),
      ),
    );
  });
  return {
    title: 'mistakesTitle',
    body: [
      el('p', {}, localize('mistakesWhat')),
      el('fieldset', { class: 'panel' }, el('legend', { class: 'hidden-text' }, localize('mistakesTitle')), ...choices),
      el('a', { class: 'button', href: '#xuat-trinh' }, localize('presentNow')),
    ],
  };
}
