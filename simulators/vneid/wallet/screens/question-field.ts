/** The field for what a door asks: its phrase, read out or scanned. */
import type { App } from '../app.ts';
import { el } from '../dom.ts';
import { readQuestion } from '../showing.ts';
import type { DoorQuestion } from '../showing.ts';

export interface QuestionField {
  readonly node: HTMLElement;
  /** what the door asked; null when the field is empty, undefined after saying what is wrong */
  readonly read: () => DoorQuestion | null | undefined;
}

export function questionField({ localize, doorAddress }: Pick<App, 'localize' | 'doorAddress'>, id = 'cum-tu'): QuestionField {
  const wrong = el('p', { id: `${id}-sai`, class: 'wrong', role: 'alert' });
  const field = el('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-goi-y ${id}-sai`,
  });
  const read = (): DoorQuestion | null | undefined => {
    const text = field.value.trim();
    const question = text === '' ? null : readQuestion(text, doorAddress);
    const fits = text === '' || question !== null;
    wrong.textContent = fits ? '' : localize('nonceWrong');
    field.setAttribute('aria-invalid', String(!fits));
    if (!fits) field.focus();
    return fits ? question : undefined;
  };
  const node = el(
    'div',
    { class: 'stack tight' },
    el('label', { for: id }, localize('nonceLabel')),
    el('p', { id: `${id}-goi-y`, class: 'hint' }, localize('nonceHint')),
    field,
    wrong,
  );
  return { node, read };
}
