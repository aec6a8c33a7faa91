/** A button that puts the text of a field on the clipboard, and says whether it did. */
import type { App } from '../app.ts';
import { el } from '../dom.ts';

export function copyButton({ localize, tell }: App, field: () => HTMLTextAreaElement): HTMLButtonElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'second',
      onclick: () => {
        navigator.clipboard.writeText(field().value).then(
          () => tell(localize('copied'), 'good'),
          () => {
            tell(localize('copyFailed'), 'bad');
            field().select();
          },
        );
      },
    },
    localize('copy'),
  );
}
