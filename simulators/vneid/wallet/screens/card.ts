/** The card, front and back, and how it stands on this phone: good until, refreshed when, in force or not; refresh and delete. */
import { CLAIMS, DISCLOSABLE } from '#standard/card/claims.ts';
import type { CardClaims } from '#standard/card/shapes.ts';
import type { App, Screen } from '../app.ts';
import { claimsOf, endOfCopy, parseCopy } from '../credential.ts';
import type { ParsedCopy } from '../credential.ts';
import { el } from '../dom.ts';
import { timeWords } from '../formats.ts';
import { hasEnded, isRefreshDue } from '../freshness.ts';
import type { CopyTimes } from '../freshness.ts';
import { deleteCard, refreshCard } from '../holding.ts';
import { labelIn } from '../issuer.ts';
import type { HeldCard } from '../store.ts';
import { back, front } from './card-face.ts';
import { receiveScreen } from './receive.ts';

/** Names of the claims that two copies say differently. The door code is another in every copy. */
export function changedClaims(before: Partial<CardClaims>, after: Partial<CardClaims>): readonly (keyof CardClaims)[] {
  return DISCLOSABLE.filter((name) => name !== 'ma_cua' && JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

const timesOf = (card: HeldCard, copy: ParsedCopy): CopyTimes => ({
  receivedMs: Date.parse(card.current.receivedAt),
  endMs: endOfCopy(copy) * 1000,
  failedMs: card.refreshFault ? Date.parse(card.refreshFault.at) : null,
});

export async function cardScreen(app: App, card: HeldCard): Promise<Screen> {
  const copy = parseCopy(card.current.credential);
  // It was read before it was kept: what cannot be read now was broken on this phone.
  if (!copy.ok) return receiveScreen(app);
  const { localize } = app;
  const claims = claimsOf(copy.value);
  const times = timesOf(card, copy.value);
  const nowMs = Date.parse(app.wallet.clock.now());
  const refresh = el('button', { type: 'button', class: 'second' }, localize('refresh'));
  const refreshNow = (): Promise<void> => app.busy(refresh, () => renew(app, card, claims));
  refresh.addEventListener('click', () => void refreshNow());
  const standing = el('dd', {}, localize('stateAsking'));
  // Asked beside: an offline phone shows its card at once.
  if (hasEnded(times, nowMs)) standing.replaceChildren(badge('bad', '⌛', localize('stateCopyEnded')));
  else void showStanding(app, card, copy.value, standing);
  if (card.refreshToken && isRefreshDue(times, nowMs)) queueMicrotask(() => void refreshNow());
  return {
    title: 'cardTitle',
    body: [
      el(
        'div',
        { class: 'two' },
        faces(app, claims, times.endMs),
        el('div', { class: 'stack' }, state(app, card, times, standing, refresh), removal(app)),
      ),
    ],
  };
}

const badge = (kind: 'good' | 'bad' | 'note', sign: string, text: string): HTMLElement =>
  el('span', { class: `badge ${kind}` }, el('span', { 'aria-hidden': 'true' }, sign), el('span', {}, text));

/** How often the standing is asked for while the card is on the screen, in milliseconds. */
const ASK_PAUSE_MS = 60_000;
/** The first copy of a new list stands there some seconds after it was issued: asked again so often at once, at shorter pauses. */
const ASKED_AT_ONCE = 5;
const ASK_AT_ONCE_PAUSE_MS = 4_000;

/** Ends when the card leaves the screen. */
async function showStanding({ trust, localize }: App, card: HeldCard, copy: ParsedCopy, place: HTMLElement): Promise<void> {
  for (let asked = 1; ; asked++) {
    const standing = await trust.standingOf(card.issuer, copy);
    const askSoon = standing === 'unknown' && asked < ASKED_AT_ONCE && navigator.onLine;
    if (standing === 'good') place.replaceChildren(badge('good', '✔', localize('stateGood')));
    else if (standing === 'ended') place.replaceChildren(badge('bad', '✖', localize('stateEnded')));
    else if (!askSoon) place.replaceChildren(badge('note', '?', localize('stateUnknown')));
    // A bit that was set never flips back.
    if (standing === 'ended') return;
    await new Promise((go) => setTimeout(go, askSoon ? ASK_AT_ONCE_PAUSE_MS : ASK_PAUSE_MS));
    if (!place.isConnected) return;
  }
}

function faces(app: App, claims: Partial<CardClaims>, endMs: number): HTMLElement {
  const { localize } = app;
  const sides = [front(app, claims), back(app, claims, endMs)] as const;
  sides[1].hidden = true;
  const turn = el('button', { type: 'button', class: 'second', 'aria-pressed': 'false' }, localize('showBack'));
  turn.addEventListener('click', () => {
    const toBack = sides[1].hidden;
    sides[0].hidden = toBack;
    sides[1].hidden = !toBack;
    turn.textContent = localize(toBack ? 'showFront' : 'showBack');
    turn.setAttribute('aria-pressed', String(toBack));
  });
  return el(
    'div',
    { class: 'stack' },
    ...sides,
    el('div', { class: 'buttons' }, el('a', { class: 'button', href: '#xuat-trinh' }, localize('presentNow')), turn),
  );
}

function state({ localize, language }: App, card: HeldCard, times: CopyTimes, standing: HTMLElement, refresh: HTMLElement): HTMLElement {
  const rows: Node[] = [
    el('dt', {}, localize('stateStanding')),
    standing,
    el('dt', {}, localize('stateUntil')),
    el('dd', {}, timeWords(times.endMs, language)),
    el('dt', {}, localize('stateRefreshed')),
    el('dd', {}, timeWords(times.receivedMs, language)),
    el('dt', {}, localize('stateIssuer')),
    el('dd', {}, labelIn(card.issuerNames, language) || new URL(card.issuer).host),
  ];
  return el(
    'section',
    { class: 'panel stack', 'aria-labelledby': 'tinh-trang' },
    el('h2', { id: 'tinh-trang' }, localize('stateTitle')),
    el('dl', { class: 'pairs' }, ...rows),
    card.refreshFault &&
      el('p', { class: 'note bad' }, localize('stateFault', { at: timeWords(Date.parse(card.refreshFault.at), language) })),
    refresh,
  );
}

async function renew(app: App, card: HeldCard, before: Partial<CardClaims>): Promise<void> {
  const outcome = await refreshCard(app.wallet);
  await app.go('the');
  if (!outcome.ok) return app.tellFault(outcome.fault);
  const copy = parseCopy(outcome.value.current.credential);
  const changed = copy.ok ? changedClaims(before, claimsOf(copy.value)) : [];
  const names = changed.map((name) => CLAIMS[name].label[app.language].toLowerCase()).join(', ');
  app.tell(changed.length === 0 ? app.localize('refreshedSame') : app.localize('refreshedChanged', { names }), 'good');
}

function removal(app: App): HTMLElement {
  const { localize } = app;
  const yes = el('button', { type: 'button', class: 'danger' }, localize('removeYes'));
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'xoa-the' },
    el('h2', { id: 'xoa-the' }, localize('removeTitle')),
    el('p', {}, localize('removeWhat')),
    // First, and so in focus when it opens: a hasty Enter deletes nothing.
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', class: 'second', onclick: () => dialog.close() }, localize('removeNo')),
      yes,
    ),
  );
  yes.addEventListener('click', () => {
    dialog.close();
    void app.busy(yes, async () => {
      await deleteCard(app.wallet);
      await app.go('the');
      app.tell(localize('removed'), 'good');
    });
  });
  return el(
    'div',
    {},
    dialog,
    el('button', { type: 'button', class: 'quiet danger', onclick: () => dialog.showModal() }, localize('remove')),
  );
}
