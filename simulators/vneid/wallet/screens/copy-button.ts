/** A button that puts the text of a field on the clipboard, and says whether it did. */
import type { App } from '../app.ts';
import { el } from '../dom.ts';

export function copyButton({ say, tell }: App, field: () => HTMLTextAreaElement): HTMLButtonElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'second',
      onclick: () => {
        navigator.clipboard.writeText(field().value).then(
          () => tell(say('copied'), 'good'),
          () => {
            tell(say('copyFailed'), 'bad');
            field().select();
          },
        );
      },
    },
    say('copy'),
  );
}
