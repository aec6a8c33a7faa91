/** What always stands on top: that this is a demo, whether there is network, and how old the lists are. */
import type { CardEnvironment } from '#standard/card/shapes.ts';
import { freshnessOf } from './data-age.ts';
import { drawing, el } from './element.ts';
import { ICONS } from './look.ts';
import { otherLanguage, timeSentence, wordsOf } from './speech.ts';
import type { DoorWords, Language } from './speech.ts';

export interface DataState {
  readonly online: boolean;
  /** a fetch is under way and nothing is there yet */
  readonly loading: boolean;
  readonly statusAtMs: number | null;
  readonly nowMs: number;
  /** the server's clock was found wrong: nothing new is taken from it */
  readonly isServerClockWrong?: boolean;
}

export interface HeaderLine {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
  readonly more: string | null;
}

/** The line of the header: `Ngoại tuyến – dữ liệu lúc 07:45 hôm nay (2 giờ trước)`. Yellow after 4 h, red after 24. */
export function headerLine({ online, loading, statusAtMs, nowMs, isServerClockWrong = false }: DataState, words: DoorWords): HeaderLine {
  const where = online ? words.data.online : words.data.offline;
  if (statusAtMs === null)
    return {
      tone: loading ? 'warn' : 'bad',
      text: loading ? words.data.loading : `${where} – ${words.data.none}`,
      more: isServerClockWrong ? words.data.serverClock : null,
    };
  const freshness = freshnessOf(statusAtMs, nowMs);
  return {
    tone: freshness === 'old' ? 'bad' : freshness === 'ageing' || !online || isServerClockWrong ? 'warn' : 'good',
    text: `${where} – ${timeSentence(words.data.at, words, statusAtMs, nowMs)}`,
    more: isServerClockWrong
      ? words.data.serverClock
      : freshness === 'old'
        ? words.data.old
        : freshness === 'ageing'
          ? words.data.ageing
          : null,
  };
}

export interface Header {
  readonly element: HTMLElement;
  show(state: DataState): void;
}

export function header(language: Language, environment: CardEnvironment, setLanguage: (language: Language) => void): Header {
  const words = wordsOf(language);
  const other = otherLanguage(language);
  // Polite, and only when the words change: a guard who listens must not hear the minutes pass.
  const line = el('p', { class: 'data-line', role: 'status' });
  let shown = '';
  return {
    element: el(
      'header',
      { class: 'top' },
      el('a', { class: 'skip', href: '#main' }, words.page.skip),
      environment === 'THU_NGHIEM' ? el('p', { class: 'demo' }, words.page.demo) : null,
      el(
        'div',
        { class: 'bar' },
        el('span', { class: 'brand' }, el('b', {}, 'Công Vụ'), ` · ${words.page.name}`),
        el(
          'button',
          { type: 'button', class: 'quiet', lang: other, 'aria-label': words.page.otherLabel, onclick: () => setLanguage(other) },
          words.page.other,
        ),
      ),
      line,
    ),
    show(state) {
      const { tone, text, more } = headerLine(state, words);
      if (shown === text + (more ?? '')) return;
      shown = text + (more ?? '');
      line.className = `data-line ${tone}`;
      line.replaceChildren(
        drawing(tone === 'good' ? ICONS.online : state.online ? ICONS.warn : ICONS.offline, 'icon'),
        el('span', {}, text, more && el('span', { class: 'more' }, ` ${more}`)),
      );
    },
  };
}
