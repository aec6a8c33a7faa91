/** The screen on which the door asks: first what the door is called, then the QR for the visitor's phone, then what became of it. */
import type { AskEnd } from './ask.ts';
import { el } from './element.ts';
import type { Child } from './element.ts';
import { fill } from './speech.ts';
import { plainText } from './verdict-view.ts';
import type { DoorWords } from './speech.ts';

export interface AskActs {
  readonly ask: (door: string) => void;
  readonly rename: () => void;
  readonly back: () => void;
}

/** What the screen says in the end; over plain http a browser makes no keys, and nothing is asked. */
type Ended = Exclude<AskEnd, { readonly kind: 'presented' }> | { readonly kind: 'insecure' };

export type AskState =
  | { readonly kind: 'name'; readonly door: string }
  | { readonly kind: 'begins'; readonly door: string }
  | { readonly kind: 'waits'; readonly door: string; readonly link: string; readonly picture: Element }
  | { readonly kind: 'ended'; readonly door: string; readonly end: Ended };

/** As many signs as the server takes. */
const NAME_CHARS_MAX = 80;

export interface AskScreen {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
}

export function askView(state: AskState, words: DoorWords, acts: AskActs): AskScreen {
  const { ask } = words;
  const heading = el('h1', { tabindex: '-1' }, state.kind === 'ended' ? endWords(state.end, words).word : ask.heading);
  const button = (text: string, act: () => void, strong = false): HTMLElement =>
    el('button', { type: 'button', class: strong ? 'button strong' : 'button', onclick: act }, text);
  return {
    heading,
    element: el(
      'main',
      { id: 'main', class: 'ask', 'data-ask': state.kind === 'ended' ? state.end.kind : state.kind },
      heading,
      ...parts(state, words, acts),
      el(
        'div',
        { class: 'buttons' },
        state.kind === 'ended' ? button(ask.again, () => acts.ask(state.door), true) : null,
        state.kind === 'waits' || state.kind === 'ended' ? button(ask.rename, acts.rename) : null,
        button(state.kind === 'ended' ? ask.home : ask.stop, acts.back),
      ),
    ),
  };
}

function parts(state: AskState, words: DoorWords, acts: AskActs): readonly Child[] {
  const { ask } = words;
  switch (state.kind) {
    case 'name':
      return [el('p', {}, ask.nameWhy), nameForm(state.door, words, acts)];
    case 'begins':
      return [el('p', { role: 'status' }, ask.begins)];
    case 'waits':
      return [
        el('p', {}, ask.how),
        el('div', { class: 'qr-place' }, state.picture),
        el('p', { role: 'status', class: 'soft' }, fill(ask.waits, { door: state.door })),
        el(
          'details',
          {},
          el('summary', {}, ask.linkText),
          el('textarea', { readonly: true, rows: '3', 'aria-label': ask.linkText, 'data-link': true, translate: 'no' }, state.link),
        ),
      ];
    case 'ended':
      return [el('p', { class: 'note', role: 'alert' }, endWords(state.end, words).next)];
  }
}

const endWords = (end: Ended, { ask }: DoorWords): DoorWords['ask']['ends']['over'] =>
  end.kind === 'refused' && end.error !== 'access_denied' ? ask.ends.failed : ask.ends[end.kind];

function nameForm(door: string, { ask }: DoorWords, acts: AskActs): HTMLFormElement {
  const wrong = el('p', { class: 'field-error', id: 'door-name-wrong', role: 'alert' });
  const field = el('input', {
    id: 'door-name',
    type: 'text',
    maxlength: String(NAME_CHARS_MAX),
    autocomplete: 'off',
    value: door,
    'aria-describedby': 'door-name-wrong',
  });
  return el(
    'form',
    {
      class: 'text-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const name = plainText(field.value);
        wrong.textContent = name === '' ? ask.nameEmpty : '';
        field.setAttribute('aria-invalid', String(name === ''));
        if (name === '') return field.focus();
        acts.ask(name);
      },
    },
    el('label', { for: 'door-name' }, ask.name),
    field,
    wrong,
    el('button', { type: 'submit', class: 'button strong' }, ask.show),
  );
}
