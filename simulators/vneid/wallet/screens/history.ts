/** What was shown from this phone: when, how, which items. */
import { CLAIMS } from '#standard/card/claims.ts';
import type { ClaimName } from '#standard/card/claims.ts';
import type { App, Screen } from '../app.ts';
import { el } from '../dom.ts';
import { timeWords } from '../formats.ts';
import { MISTAKES } from '../mistakes.ts';
import type { PresentationEntry } from '../store.ts';
import { MISTAKE_WORDS } from '../words.ts';

const claimWords = (names: readonly string[], app: App): string =>
  names.map((name) => CLAIMS[name as ClaimName]?.label[app.language] ?? name).join(', ') || app.localize('historyNothing');

const MEANS_WORDS = { qr: 'historyQr', text: 'historyText', ask: 'historyAsk' } as const;

function line(app: App, { at, means, names, mistake, asker }: PresentationEntry): HTMLElement {
  const wrong = MISTAKES.find((one) => one === mistake && one !== 'none');
  return el(
    'li',
    {},
    el(
      'p',
      { class: 'strong' },
      el('time', { datetime: at }, timeWords(Date.parse(at), app.language)),
      ' · ',
      app.localize(MEANS_WORDS[means]),
      asker !== undefined && `: ${asker}`,
    ),
    el('p', { class: 'soft' }, claimWords(names, app)),
    wrong && el('p', { class: 'small' }, app.localize('historyMistake', { mistake: MISTAKE_WORDS[wrong][app.language].toLowerCase() })),
  );
}

export async function historyScreen(app: App): Promise<Screen> {
  const { localize, wallet } = app;
  const shown = await wallet.store.history();
  if (shown.length === 0)
    return { title: 'historyTitle', body: [el('p', {}, localize('historyWhat')), el('p', { class: 'panel' }, localize('historyNone'))] };
  const forget = el('button', { type: 'button', class: 'quiet danger' }, localize('historyForget'));
  forget.addEventListener(
    'click',
    () =>
      void app.busy(forget, async () => {
        await wallet.store.forgetHistory();
        await app.go('lich-su');
        app.tell(localize('historyForgotten'), 'good');
      }),
  );
  return {
    title: 'historyTitle',
    body: [el('p', {}, localize('historyWhat')), el('ol', { class: 'lines panel' }, ...shown.map((one) => line(app, one))), forget],
  };
}
