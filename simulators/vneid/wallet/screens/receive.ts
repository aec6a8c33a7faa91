/** An empty wallet, and an offer from its link to the holder's consent: who issues, what will be on the card, the transaction code. */
import type { App, Screen } from '../app.ts';
import { el } from '../dom.ts';
import { acceptOffer, reviewOffer } from '../holding.ts';
import type { Review } from '../holding.ts';
import { labelIn } from '../issuer.ts';
import { isTxCode } from '../offer.ts';
import type { TxCode } from '../offer.ts';

export async function receiveScreen(app: App): Promise<Screen> {
  const body = el('div', { class: 'stack' });
  body.append(...offerForm(app, body));
  const waiting = app.takeOffer();
  const reviewed = waiting !== null && (await openOffer(app, body, waiting));
  return { title: reviewed ? 'reviewTitle' : app.card ? 'replaceTitle' : 'emptyTitle', body: [body] };
}

function offerForm(app: App, body: HTMLElement): Node[] {
  const { localize } = app;
  const field = el('textarea', {
    id: 'loi-moi',
    rows: 4,
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-describedby': 'loi-moi-goi-y',
  });
  const button = el('button', { type: 'submit' }, localize('offerRead'));
  const form = el(
    'form',
    {
      class: 'panel stack',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void app.busy(button, async () => {
          if (await openOffer(app, body, field.value)) app.retitle('reviewTitle');
        });
      },
    },
    el('label', { for: 'loi-moi' }, localize('offerLabel')),
    el('p', { id: 'loi-moi-goi-y', class: 'hint' }, localize('offerHint')),
    field,
    button,
  );
  return [el('p', {}, localize(app.card ? 'reviewReplaces' : 'emptyWhy')), form];
}

/** @returns whether the offer is now there to be agreed to; else it was told why not */
async function openOffer(app: App, body: HTMLElement, text: string): Promise<boolean> {
  const review = await reviewOffer(app.wallet, text);
  if (!review.ok) {
    app.tellFault(review.fault);
    return false;
  }
  body.replaceChildren(reviewPanel(app, review.value));
  return true;
}

/** The name of an issuer in a language, with its host: a name alone can be anybody's. */
const issuerName = ({ issuer }: Review, { language }: App): string => {
  const name = labelIn(issuer.names, language);
  const { host } = new URL(issuer.id);
  return name === '' ? host : `${name} (${host})`;
};

function reviewPanel(app: App, review: Review): HTMLElement {
  const { localize, language } = app;
  const { configuration, offer } = review;
  const claims = configuration.claims
    .map(({ labels, path }) => labelIn(labels, language) || path.join('.'))
    .filter((name, i, all) => name !== '' && all.indexOf(name) === i);
  const code = offer.txCode ? txCodeField(app, offer.txCode) : null;
  const button = el('button', { type: 'submit' }, localize('accept'));
  return el(
    'form',
    {
      class: 'panel stack',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const txCode = code === null ? null : code.read();
        if (code !== null && txCode === null) return;
        void app.busy(button, async () => {
          const outcome = await acceptOffer(app.wallet, review, txCode);
          if (!outcome.ok) {
            app.tellFault(outcome.fault);
            code?.field.focus();
            return;
          }
          await app.go('the');
          app.tell(localize('received'), 'good');
        });
      },
    },
    el(
      'dl',
      { class: 'pairs' },
      el('dt', {}, localize('reviewIssuer')),
      el('dd', {}, issuerName(review, app)),
      el('dt', {}, localize('reviewKind')),
      el('dd', {}, labelIn(configuration.names, language) || configuration.vct),
      ...(claims.length > 0 ? [el('dt', {}, localize('reviewClaims')), el('dd', {}, claims.join(', '))] : []),
    ),
    app.card && el('p', { class: 'note warn' }, localize('reviewReplaces')),
    el('p', { class: 'soft' }, localize('reviewKey')),
    code?.node,
    el(
      'div',
      { class: 'buttons' },
      button,
      el('button', { type: 'button', class: 'second', onclick: () => void app.go('the') }, localize('decline')),
    ),
  );
}

/** @returns `read`: what was typed, or null after saying what is wrong with it */
function txCodeField(
  { localize }: App,
  asked: TxCode,
): { readonly node: HTMLElement; readonly field: HTMLInputElement; readonly read: () => string | null } {
  const length = asked.length;
  const wrong = el('p', { id: 'ma-sai', class: 'wrong', role: 'alert' });
  const field = el('input', {
    id: 'ma-giao-dich',
    class: 'code',
    type: 'text',
    inputmode: asked.numeric ? 'numeric' : 'text',
    autocomplete: 'one-time-code',
    maxlength: length ?? 64,
    'aria-describedby': 'ma-goi-y ma-sai',
    'aria-required': 'true',
  });
  const read = (): string | null => {
    const text = field.value.replace(/\s/g, '');
    const fits = isTxCode(text, asked);
    wrong.textContent = fits ? '' : length === null ? localize('txCodeWrongAny') : localize('txCodeWrong', { length });
    field.setAttribute('aria-invalid', String(!fits));
    if (!fits) field.focus();
    return fits ? text : null;
  };
  const node = el(
    'div',
    { class: 'stack tight' },
    el('label', { for: 'ma-giao-dich' }, localize('txCodeLabel')),
    el('p', { id: 'ma-goi-y', class: 'hint' }, length === null ? localize('txCodeHintAny') : localize('txCodeHint', { length })),
    field,
    wrong,
  );
  return { node, field, read };
}
