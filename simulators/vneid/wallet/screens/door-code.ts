/** The one-time QR: shown after consent, drawn anew every 30 seconds, with what is left of it in words and as a bar. */
import type { App } from '../app.ts';
import { el } from '../dom.ts';
import { REDRAW_SECONDS, drawCode } from '../showing.ts';
import type { DoorCode } from '../showing.ts';
import type { HeldCard } from '../store.ts';
import { copyButton } from './copy-button.ts';
import { questionField } from './question-field.ts';
import { qrPicture } from './qr-picture.ts';

const TICK_MS = 250;

/** @returns the panel, and what ends the drawing */
export function doorCodePanel(app: App, card: HeldCard): { readonly node: HTMLElement; readonly stop: () => void } {
  const { localize } = app;
  let stop = (): void => undefined;
  const place = el('div', { class: 'panel stack' });
  const start = el('button', { type: 'button' }, localize('qrShow'));
  const question = questionField(app, 'cum-tu-cua-ma');
  const consent = (): void => place.replaceChildren(el('p', {}, localize('qrConsent')), question.node, start);
  start.addEventListener('click', () => {
    const asked = question.read();
    if (asked !== undefined)
      void app.busy(start, async () => {
        const running = await run(app, card, asked?.nonce ?? null, () => {
          stop();
          consent();
          start.focus();
        });
        if (!running) return app.tell(localize('qrMissing'), 'bad');
        stop = running.stop;
        place.replaceChildren(running.node);
        // Scrolling to the button would push the QR under the label.
        running.hide.focus({ preventScroll: true });
      });
  });
  consent();
  return { node: place, stop: () => stop() };
}

/** An honest QR is new each time; a replayed one is the last honest one, and stays. */
async function nextCode(app: App, card: HeldCard, phrase: string | null): Promise<DoorCode | null> {
  const code = await drawCode(card, app.mistake, Date.parse(app.wallet.clock.now()), phrase);
  const last = app.lastQr();
  if (code && app.mistake === 'replay' && last !== null) return { ...code, text: last };
  if (code && app.mistake === 'none') app.keepQr(code.text);
  return code;
}

async function run(
  app: App,
  card: HeldCard,
  phrase: string | null,
  onHide: () => void,
): Promise<{ node: HTMLElement; hide: HTMLElement; stop: () => void } | null> {
  const { localize, wallet, mistake } = app;
  const first = await nextCode(app, card, phrase);
  if (!first) return null;
  await wallet.store.note({ at: wallet.clock.now(), means: 'qr', names: first.names, mistake });
  const picture = el('div', { class: 'qr-place' });
  const left = el('p', { class: 'countdown', role: 'timer' });
  const bar = el('progress', { max: REDRAW_SECONDS, 'aria-hidden': 'true' });
  const text = el('textarea', { rows: 3, readonly: true, 'aria-label': localize('qrText'), spellcheck: 'false' });
  const hide = el('button', { type: 'button', class: 'second', onclick: onHide }, localize('qrHide'));
  let drawnMs = wallet.clock.monotonicMs();
  let drawing = false;
  const draw = (code: DoorCode): void => {
    picture.replaceChildren(qrPicture(code.text, localize('qrAlt')));
    text.value = code.text;
    drawnMs = wallet.clock.monotonicMs();
  };
  const tick = async (): Promise<void> => {
    const seconds = REDRAW_SECONDS - Math.floor((wallet.clock.monotonicMs() - drawnMs) / 1000);
    if (seconds <= 0 && !drawing) {
      drawing = true;
      const code = await nextCode(app, card, phrase).finally(() => (drawing = false));
      if (code) draw(code);
    }
    const now = Math.max(0, REDRAW_SECONDS - Math.floor((wallet.clock.monotonicMs() - drawnMs) / 1000));
    left.textContent = localize('qrNext', { seconds: now });
    bar.value = now;
  };
  draw(first);
  const frozen = mistake === 'replay';
  const timer = frozen ? 0 : setInterval(() => void tick(), TICK_MS);
  // A page that comes back from the background shows a fresh one at once.
  const onSight = (): void => void tick();
  if (frozen) left.textContent = localize('qrFrozen');
  else {
    await tick();
    document.addEventListener('visibilitychange', onSight);
  }
  const node = el(
    'div',
    { class: 'stack' },
    picture,
    left,
    !frozen && bar,
    el('p', { class: 'soft' }, localize('qrDies')),
    hide,
    el(
      'details',
      {},
      el('summary', {}, localize('qrText')),
      el(
        'div',
        { class: 'stack' },
        text,
        copyButton(app, () => text),
      ),
    ),
  );
  return {
    node,
    hide,
    stop: () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onSight);
    },
  };
}
