/** The first screen: one big button, and the other ways in. */
import { el, drawing } from './element.ts';
import type { Child } from './element.ts';
import { ICONS } from './look.ts';
import type { NoCamera } from './camera.ts';
import type { DoorWords } from './speech.ts';

export interface HomeActs {
  readonly camera: () => void;
  /** asks a phone */
  readonly ask: () => void;
  readonly file: (file: File) => void;
  readonly text: (text: string) => void;
}

export interface HomeState {
  /** null: the big button opens the camera */
  readonly noCamera: NoCamera | null;
  /** what went wrong with the last try */
  readonly trouble: string | null;
}

export interface HomeParts {
  readonly dataPanel: Child;
  readonly phrase: Child;
}

export function homeView({ noCamera, trouble }: HomeState, words: DoorWords, acts: HomeActs, parts: HomeParts): HTMLElement {
  const { home } = words;
  const picked = (input: HTMLInputElement) => (): void => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file) acts.file(file);
  };
  // `capture` opens the camera's own program on a phone whose browser has none for this page (plain http).
  const photo = el('input', { type: 'file', accept: 'image/*', capture: 'environment', hidden: true });
  photo.addEventListener('change', picked(photo));
  const any = el('input', { type: 'file', hidden: true });
  any.addEventListener('change', picked(any));
  return el(
    'main',
    { id: 'main', class: 'home', tabindex: '-1' },
    el('h1', {}, home.heading),
    el('p', { class: 'lead' }, home.lead),
    trouble && el('p', { class: 'note bad', role: 'alert' }, trouble),
    el(
      'button',
      { type: 'button', class: 'go', onclick: () => (noCamera ? photo.click() : acts.camera()) },
      drawing(ICONS.scan, 'icon'),
      el('span', { class: 'go-word' }, home.go),
      el('span', { class: 'go-how' }, noCamera ? home.goPicture : home.goCamera),
    ),
    noCamera && el('p', { class: 'note warn', id: 'why-no-camera' }, words.camera[noCamera]),
    el(
      'button',
      { type: 'button', class: 'ask-phone', onclick: acts.ask },
      el('span', { class: 'ask-word' }, words.ask.open),
      el('span', { class: 'go-how' }, words.ask.openHow),
    ),
    el(
      'section',
      { class: 'panel', 'aria-labelledby': 'other-ways' },
      el('h2', { id: 'other-ways' }, home.otherWays),
      el(
        'div',
        { class: 'pick' },
        el('button', { type: 'button', class: 'button', onclick: () => any.click() }, drawing(ICONS.picture, 'icon'), home.pick),
        el('p', { class: 'hint' }, home.pickHint),
      ),
      parts.phrase,
      textForm(words, acts),
      photo,
      any,
    ),
    el(
      'div',
      { class: 'foot' },
      el('p', {}, el('a', { href: '/kiem-tra/huong-dan' }, home.order)),
      el('details', {}, el('summary', {}, home.privacy), el('p', {}, home.privacyText)),
      parts.dataPanel,
    ),
  );
}

function textForm({ home }: DoorWords, acts: HomeActs): HTMLFormElement {
  const error = el('p', { class: 'field-error', id: 'text-error', role: 'alert' });
  const field = el('textarea', {
    id: 'text',
    rows: '3',
    // Nothing of a card in the memory of the browser, its dictionary or its keyboard.
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    translate: 'no',
    'aria-describedby': 'text-hint text-error',
  });
  const submit = (): void => {
    const text = field.value;
    error.textContent = text.trim() === '' ? home.textEmpty : '';
    field.setAttribute('aria-invalid', String(text.trim() === ''));
    if (text.trim() === '') return field.focus();
    field.value = '';
    acts.text(text);
  };
  // A hand-held scanner is a keyboard that ends with Enter; no code has a line of its own.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  return el(
    'form',
    {
      class: 'text-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    el('label', { for: 'text' }, home.text),
    field,
    el('p', { class: 'hint', id: 'text-hint' }, home.textHint),
    error,
    el('button', { type: 'submit', class: 'button' }, home.check),
  );
}
