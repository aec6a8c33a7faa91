/** A door asks for the card: its code pasted, who asks and for what shown, and then agreed to or not. */
import { CLAIMS } from '#standard/card/claims.ts';
import type { ClaimName } from '#standard/card/claims.ts';
import { answerRequest, refuseRequest } from '../answering.ts';
import type { App } from '../app.ts';
import { claimsOf, parseCopy } from '../credential.ts';
import { el } from '../dom.ts';
import { reviewRequest } from '../request.ts';
import type { DoorRequest } from '../request.ts';
import type { HeldCard } from '../store.ts';

export function doorAsksPanel(app: App, card: HeldCard): HTMLElement {
  const { localize } = app;
  const place = el('div', { class: 'panel stack' });
  const field = el('textarea', {
    id: 'cua-hoi',
    rows: 3,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': 'cua-hoi-goi-y',
  });
  const look = el('button', { type: 'submit' }, localize('askRead'));
  const form = el(
    'form',
    {
      class: 'stack',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void app.busy(look, () => review(app, card, field.value, place, begin));
      },
    },
    el('label', { for: 'cua-hoi' }, localize('askLabel')),
    el('p', { id: 'cua-hoi-goi-y', class: 'hint' }, localize('askHint')),
    field,
    look,
  );
  const begin = (): void => {
    field.value = '';
    place.replaceChildren(form);
  };
  begin();
  return place;
}

async function review(app: App, card: HeldCard, link: string, place: HTMLElement, begin: () => void): Promise<void> {
  const { wallet, trust } = app;
  const copy = parseCopy(card.current.credential);
  if (!copy.ok) return app.tellFault(copy.fault);
  const asked = await reviewRequest(link, {
    fetch: wallet.fetch,
    origins: wallet.origins,
    nowMs: () => Date.parse(wallet.clock.now()),
    anchors: () => trust.anchors(card.issuer),
    distrusted: () => trust.distrusted(card.issuer),
    vct: String(copy.value.payload['vct']),
    held: Object.keys(claimsOf(copy.value)),
  });
  if (!asked.ok) return app.tellFault(asked.fault);
  place.replaceChildren(consent(app, card, asked.value, begin));
  place.querySelector('h2')?.focus();
}

/** Before anything leaves: who asks, as far as it is known and by whom, and each item. */
function consent(app: App, card: HeldCard, asked: DoorRequest, begin: () => void): HTMLElement {
  const { localize, language, wallet, mistake } = app;
  const fact = (name: string, value: string): HTMLElement => el('div', {}, el('dt', {}, name), el('dd', {}, value));
  const agree = el('button', { type: 'button' }, localize('askAgree'));
  const refuse = el('button', { type: 'button', class: 'second' }, localize('askRefuse'));
  const end = (word: 'askAnswered' | 'askRefused'): void => {
    begin();
    app.tell(localize(word), word === 'askAnswered' ? 'good' : 'note');
  };
  agree.addEventListener(
    'click',
    () =>
      void app.busy(agree, async () => {
        const told = await answerRequest(asked, card, { fetch: wallet.fetch, mistake, nowMs: Date.parse(wallet.clock.now()) });
        await wallet.store.note({
          at: wallet.clock.now(),
          means: 'ask',
          names: told.ok ? asked.names : [],
          mistake,
          asker: `${asked.door} (${asked.host})`,
        });
        if (!told.ok) {
          begin();
          return app.tellFault(told.fault);
        }
        end('askAnswered');
      }),
  );
  refuse.addEventListener(
    'click',
    () =>
      void app.busy(refuse, async () => {
        const told = await refuseRequest(asked, wallet.fetch);
        if (!told.ok) {
          begin();
          return app.tellFault(told.fault);
        }
        end('askRefused');
      }),
  );
  return el(
    'div',
    { class: 'stack' },
    el('h2', { tabindex: -1 }, localize('askTitle')),
    el(
      'dl',
      {},
      fact(localize('askDoor'), asked.door || localize('askNoName')),
      fact(localize('askOrganisation'), asked.organisation),
      fact(localize('askHost'), asked.host),
    ),
    el('p', { class: 'hint' }, localize('askNameWarning')),
    el('h3', {}, localize('askWhat')),
    el('ul', {}, ...asked.names.map((name) => el('li', {}, CLAIMS[name as ClaimName]?.label[language] ?? name))),
    el('div', { class: 'buttons' }, agree, refuse),
  );
}
