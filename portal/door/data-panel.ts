/** For whoever looks after the device: which lists are here, which key is pinned, how the clock stands; and to begin anew. */
import { timeToTheSecondOf } from './data-age.ts';
import { el } from './element.ts';
import type { BulkState } from './bulk.ts';
import { fill, timeSentence } from './speech.ts';
import type { DoorWords } from './speech.ts';

export interface PanelActs {
  readonly refresh: () => void;
  readonly forget: () => void;
}

export function dataPanel(state: BulkState, worksOffline: boolean, words: DoorWords, acts: PanelActs): HTMLDetailsElement {
  const { data } = words;
  const { trust, status } = state.lists;
  const row = (name: string, value: string, mark: Readonly<Record<string, string>> = {}): [HTMLElement, HTMLElement] => [
    el('dt', {}, name),
    el('dd', mark, value),
  ];
  const at = (sentence: string, atMs: number, more: Readonly<Record<string, number>>): string =>
    timeSentence(sentence, words, atMs, state.nowMs, more);
  const { offsetMs } = state;
  return el(
    'details',
    { class: 'data-panel' },
    el('summary', {}, data.heading),
    state.trouble === 'anchor-changed' ? el('p', { class: 'note bad' }, data.anchorChanged) : null,
    state.trouble && state.trouble !== 'anchor-changed'
      ? el('p', { class: 'note warn' }, fill(data.trouble, { why: words.trouble[state.trouble] }))
      : null,
    worksOffline ? null : el('p', { class: 'note warn' }, data.notOffline),
    el(
      'dl',
      {},
      ...row(data.version, trust ? at(data.versionValue, Date.parse(trust.issuedAt), { version: trust.version }) : data.nothing),
      ...row(
        data.lists,
        trust && state.statusAtMs !== null ? at(data.listsValue, state.statusAtMs, { count: status.length }) : data.nothing,
      ),
      // Two tries within one second look alike to people, not to a program that waits for the second.
      ...row(data.tried, state.triedMs === null ? data.nothing : timeToTheSecondOf(state.triedMs), {
        'data-tried-ms': String(state.triedMs ?? 0),
      }),
      ...row(data.anchor, state.fingerprint ?? data.nothing),
      ...row(
        data.clock,
        offsetMs === null
          ? data.clockUnknown
          : state.isClockOff
            ? fill(data.clockOff, { minutes: Math.round(Math.abs(offsetMs) / 60_000) })
            : fill(data.clockRight, { seconds: Math.round(Math.abs(offsetMs) / 1000) }),
      ),
    ),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', class: 'button', onclick: acts.refresh }, data.refresh),
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          onclick: () => {
            if (confirm(data.forgetSure)) acts.forget();
          },
        },
        data.forget,
      ),
    ),
  );
}
