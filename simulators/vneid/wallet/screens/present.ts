/** Showing the card: a one-time QR at a door, or chosen claims as text or file. */
import { CLAIMS } from '#standard/card/claims.ts';
import type { ClaimName } from '#standard/card/claims.ts';
import type { App, Screen } from '../app.ts';
import { el } from '../dom.ts';
import { PRESETS, claimsToChoose, presentationText } from '../showing.ts';
import type { DoorQuestion } from '../showing.ts';
import { questionField } from './question-field.ts';
import type { HeldCard } from '../store.ts';
import { copyButton } from './copy-button.ts';
import { doorAsksPanel } from './door-asks.ts';
import { doorCodePanel } from './door-code.ts';

const FILE_NAME = 'xuat-trinh-the.txt';

export async function presentScreen(app: App): Promise<Screen> {
  const { localize, card } = app;
  if (!card)
    return {
      title: 'presentTitle',
      body: [el('p', { class: 'panel' }, localize('presentNone')), el('a', { class: 'button', href: '#the' }, localize('toEmpty'))],
    };
  const qr = doorCodePanel(app, card);
  const text = textPanel(app, card);
  text.hidden = true;
  const asks = doorAsksPanel(app, card);
  asks.hidden = true;
  const choose = (means: 'qr' | 'text' | 'ask') => (): void => {
    qr.node.hidden = means !== 'qr';
    text.hidden = means !== 'text';
    asks.hidden = means !== 'ask';
  };
  const radio = (means: 'qr' | 'text' | 'ask', label: string): HTMLElement =>
    el(
      'label',
      {},
      el('input', { type: 'radio', name: 'cach', value: means, checked: means === 'qr', onchange: choose(means) }),
      el('span', {}, label),
    );
  const segments = el(
    'fieldset',
    { class: 'segments' },
    el('legend', { class: 'hidden-text' }, localize('means')),
    radio('qr', localize('meansQr')),
    radio('ask', localize('meansAsk')),
    radio('text', localize('meansText')),
  );
  return { title: 'presentTitle', body: [segments, qr.node, asks, text], leave: qr.stop };
}

function textPanel(app: App, card: HeldCard): HTMLElement {
  const { localize, language } = app;
  const boxes = new Map<ClaimName, HTMLInputElement>();
  const made = el('div', { class: 'stack' });
  const choices = claimsToChoose(app.card ?? card, app.mistake).map((name) => {
    const box = el('input', { type: 'checkbox', value: name, onchange: () => made.replaceChildren() });
    boxes.set(name, box);
    const words = el(
      'span',
      {},
      CLAIMS[name].label[language],
      name === 'anh' && el('span', { class: 'small soft' }, localize('portraitConsent')),
    );
    return el('label', { class: 'choice' }, box, words);
  });
  const preset = (word: keyof typeof PRESETS): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'second',
        onclick: () => {
          made.replaceChildren();
          for (const [name, box] of boxes) box.checked = (PRESETS[word] as readonly ClaimName[]).includes(name);
        },
      },
      localize(word),
    );
  for (const name of PRESETS.presetPublic) boxes.get(name)?.setAttribute('checked', '');
  const question = questionField(app);
  const make = el('button', { type: 'submit' }, localize('make'));
  const form = el(
    'form',
    {
      class: 'panel stack',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const asked = question.read();
        if (asked === undefined) return;
        const names = [...boxes].filter(([, box]) => box.checked).map(([name]) => name);
        void app.busy(make, () => showMade(app, card, names, asked, made));
      },
    },
    el(
      'fieldset',
      {},
      el('legend', {}, localize('chooseTitle')),
      el('div', { class: 'presets' }, preset('presetPublic'), preset('presetGate'), preset('presetWork')),
      ...choices,
    ),
    question.node,
    make,
    made,
  );
  return form;
}

async function showMade(
  app: App,
  card: HeldCard,
  names: readonly ClaimName[],
  asked: DoorQuestion | null,
  place: HTMLElement,
): Promise<void> {
  const { localize, wallet, mistake, doorAddress } = app;
  const { audience, nonce } = asked ?? { audience: doorAddress, nonce: null };
  const text = await presentationText(card, mistake, { names, audience, nonce, nowMs: Date.parse(wallet.clock.now()) });
  if (text === null) return app.tell(localize('cannotShow'), 'bad');
  await wallet.store.note({ at: wallet.clock.now(), means: 'text', names, mistake });
  const field = el('textarea', { rows: 6, readonly: true, spellcheck: 'false', 'aria-label': localize('madeTitle') });
  field.value = text;
  const heading = el('h2', { tabindex: -1 }, localize('madeTitle'));
  place.replaceChildren(
    heading,
    el('p', { class: 'soft' }, localize('madeWhat', { audience })),
    names.length === 0 ? el('p', { class: 'note warn' }, localize('nothingChosen')) : '',
    field,
    el(
      'div',
      { class: 'buttons' },
      copyButton(app, () => field),
      el('button', { type: 'button', class: 'second', onclick: () => saveAs(FILE_NAME, text) }, localize('download')),
    ),
  );
  heading.focus();
}

function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  el('a', { href: address, download: name }).click();
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
