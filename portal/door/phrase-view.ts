/** The phrase of the door on the first screen: to be read out, or scanned. */
import { phraseAudience } from '#standard/card/door-phrase.ts';
import { el } from './element.ts';
import type { Phrase } from './phrase.ts';
import type { DoorWords } from './speech.ts';

export interface PhrasePanel {
  readonly element: HTMLElement;
  /** another phrase may stand now */
  show(phrase: Phrase): void;
}

/** @param address  of the door's page: the QR says which door asks, too */
export function phrasePanel(address: string, words: DoorWords, draw: (text: string, label: string) => Promise<Element>): PhrasePanel {
  const { phrase: said } = words;
  const spoken = el('p', { class: 'phrase-words', lang: 'vi', translate: 'no' });
  const place = el('div', { class: 'qr-place' });
  const button = el('button', { type: 'button', class: 'button', 'aria-expanded': 'false' }, said.showQr);
  let shown: Phrase | null = null;
  let isOpen = false;
  async function drawQr(): Promise<void> {
    const asked = shown;
    if (!isOpen || !asked) return place.replaceChildren();
    const picture = await draw(phraseAudience(address, asked.text), said.qr).catch(() =>
      el('p', { class: 'note warn' }, words.camera.away),
    );
    // Another phrase, or none, may be wanted by now.
    if (isOpen && shown === asked) place.replaceChildren(picture);
  }
  button.addEventListener('click', () => {
    isOpen = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    button.textContent = isOpen ? said.hideQr : said.showQr;
    void drawQr();
  });
  return {
    element: el('div', { class: 'phrase' }, el('h3', {}, said.heading), spoken, el('p', { class: 'hint' }, said.hint), button, place),
    show(phrase) {
      if (phrase === shown) return;
      shown = phrase;
      spoken.textContent = phrase.words;
      spoken.dataset['phrase'] = phrase.text;
      void drawQr();
    },
  };
}
