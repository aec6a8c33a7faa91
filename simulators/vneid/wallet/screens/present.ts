/** Showing the card: a one-time QR at a door, or chosen claims as text or file. */
import { CLAIMS } from '#standard/card/claims.ts';
import type { ClaimName } from '#standard/card/claims.ts';
import type { App, Screen } from '../app.ts';
import { el } from '../dom.ts';
import { PRESETS, claimsToChoose, isNonce, presentationText } from '../showing.ts';
import type { HeldCard } from '../store.ts';
import { copyButton } from './copy-button.ts';
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
  const choose = (means: 'qr' | 'text') => (): void => {
    qr.node.hidden = means !== 'qr';
    text.hidden = means !== 'text';
  };
  const radio = (means: 'qr' | 'text', label: string): HTMLElement =>
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
    radio('text', localize('meansText')),
  );
  return { title: 'presentTitle', body: [segments, qr.node, text], leave: qr.stop };
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
  const nonce = nonceField(app);
  const make = el('button', { type: 'submit' }, localize('make'));
  const form = el(
    'form',
    {
      class: 'panel stack',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const number = nonce.read();
        if (number === undefined) return;
        const names = [...boxes].filter(([, box]) => box.checked).map(([name]) => name);
        void app.busy(make, () => showMade(app, card, names, number, made));
      },
    },
    el(
      'fieldset',
      {},
      el('legend', {}, localize('chooseTitle')),
      el('div', { class: 'presets' }, preset('presetPublic'), preset('presetGate'), preset('presetWork')),
      ...choices,
    ),
    nonce.node,
    make,
    made,
  );
  return form;
}

/** @returns `read`: the door's number, null when the field is empty, undefined after saying what is wrong */
function nonceField({ localize }: App): { readonly node: HTMLElement; readonly read: () => string | null | undefined } {
  const wrong = el('p', { id: 'so-sai', class: 'wrong', role: 'alert' });
  const field = el('input', {
    id: 'so-cua',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': 'so-goi-y so-sai',
  });
  const read = (): string | null | undefined => {
    const text = field.value.trim();
    const fits = text === '' || isNonce(text);
    wrong.textContent = fits ? '' : localize('nonceWrong');
    field.setAttribute('aria-invalid', String(!fits));
    if (!fits) field.focus();
    return fits ? text || null : undefined;
  };
  const node = el(
    'div',
    { class: 'stack tight' },
    el('label', { for: 'so-cua' }, localize('nonceLabel')),
    el('p', { id: 'so-goi-y', class: 'hint' }, localize('nonceHint')),
    field,
    wrong,
  );
  return { node, read };
}

async function showMade(app: App, card: HeldCard, names: readonly ClaimName[], nonce: string | null, place: HTMLElement): Promise<void> {
  const { localize, wallet, mistake, publicUrl } = app;
  const audience = `${publicUrl}/kiem-tra`;
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
