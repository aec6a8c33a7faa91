/** The frame around every screen: the label that this is a simulation, language, menu, one place for what just happened. */
import { el } from './dom.ts';
import type { Child } from './dom.ts';
import type { Wallet } from './holding.ts';
import type { Mistake } from './mistakes.ts';
import { offerInFragment } from './offer.ts';
import type { Fault } from './outcome.ts';
import { cardScreen } from './screens/card.ts';
import { historyScreen } from './screens/history.ts';
import { mistakesScreen } from './screens/mistakes.ts';
import { presentScreen } from './screens/present.ts';
import { receiveScreen } from './screens/receive.ts';
import type { HeldCard } from './store.ts';
import type { Trust } from './trust.ts';
import { FAULT_WORDS, MISTAKE_WORDS, speaker } from './words.ts';
import type { Language, Say, Word } from './words.ts';

export type Route = 'the' | 'nhan' | 'xuat-trinh' | 'lich-su' | 'thu-loi';

export interface Screen {
  readonly title: Word;
  readonly body: readonly Child[];
  /** ends what runs on (a QR that is drawn anew) */
  readonly leave?: () => void;
}

/** What a screen may ask of the frame. */
export interface App {
  readonly wallet: Wallet;
  readonly trust: Trust;
  /** address of the product; the door's is below it */
  readonly publicUrl: string;
  readonly language: Language;
  readonly say: Say;
  readonly mistake: Mistake;
  /** the card on this phone when the screen was drawn */
  readonly card: HeldCard | null;
  /** an offer that came with the address of the page, taken once */
  readonly takeOffer: () => string | null;
  readonly setMistake: (mistake: Mistake) => void;
  /** text of the last honest QR of this card since the page was opened, to be replayed on demand */
  readonly lastQr: () => string | null;
  readonly keepQr: (text: string | null) => void;
  /** to another screen; or the same one anew */
  readonly go: (route: Route) => Promise<void>;
  readonly tell: (text: string, kind?: 'good' | 'bad' | 'note') => void;
  readonly tellFault: (fault: Fault) => void;
  /** while it runs the button is shut and people are told; a second press does nothing */
  readonly busy: (button: HTMLButtonElement, work: () => Promise<void>) => Promise<void>;
}

const SCREENS: Readonly<Record<Route, (app: App) => Promise<Screen>>> = {
  the: (app) => (app.card ? cardScreen(app, app.card) : receiveScreen(app)),
  nhan: receiveScreen,
  'xuat-trinh': presentScreen,
  'lich-su': historyScreen,
  'thu-loi': mistakesScreen,
};

const MENU: readonly { readonly route: Route; readonly word: Word; readonly sign: string }[] = [
  { route: 'the', word: 'menuCard', sign: '▤' },
  { route: 'xuat-trinh', word: 'menuPresent', sign: '▦' },
  { route: 'lich-su', word: 'menuHistory', sign: '◷' },
  { route: 'thu-loi', word: 'menuMistakes', sign: '⚠' },
];

const LANGUAGE_KEY = 'mo-phong-vneid-ngon-ngu';

export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi'; // storage may be shut
  }
}

function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // It then holds for this page alone.
  }
}

const routeOf = (fragment: string): Route => {
  const name = fragment.replace(/^#/, '');
  return Object.hasOwn(SCREENS, name) ? (name as Route) : 'the';
};

/** The label, on every screen and on the ones that say why there is no wallet. */
export function label(say: Say): HTMLElement {
  return el('div', { class: 'label', role: 'note' }, el('strong', {}, say('simulation')), el('span', {}, say('notReal')));
}

interface Foundation {
  readonly wallet: Wallet;
  readonly trust: Trust;
  readonly publicUrl: string;
  readonly root: HTMLElement;
}

export async function startApp({ wallet, trust, publicUrl, root }: Foundation): Promise<void> {
  let language = chosenLanguage();
  let mistake: Mistake = 'none';
  let leave: (() => void) | undefined;
  let turn = 0;
  let offer: string | null = null;
  let lastQr: string | null = null;
  const status = el('div', { class: 'status', role: 'status' });
  const main = el('main', { id: 'noi-dung' });

  /** An offer in the address is taken out of it at once: it must not stay in the history of the browser. */
  function takeFragment(): void {
    const found = offerInFragment(location.hash);
    if (found === null) return;
    offer = found;
    history.replaceState(null, '', '#nhan');
  }

  const tell: App['tell'] = (text, kind = 'note') => status.replaceChildren(el('p', { class: `note ${kind}` }, text));

  async function draw(focus: boolean): Promise<void> {
    const mine = ++turn;
    const say = speaker(language);
    const route = routeOf(location.hash);
    const app: App = {
      wallet,
      trust,
      publicUrl,
      language,
      say,
      mistake,
      card: await wallet.store.card(),
      takeOffer: () => {
        const taken = offer;
        offer = null;
        return taken;
      },
      setMistake: (chosen) => {
        mistake = chosen;
        void draw(false);
      },
      lastQr: () => lastQr,
      keepQr: (text) => {
        lastQr = text;
      },
      go: async (to) => {
        if (routeOf(location.hash) === to) await draw(true);
        else location.hash = to;
      },
      tell,
      tellFault: ({ code, detail }) => {
        status.replaceChildren(
          el(
            'div',
            { class: 'note bad' },
            el('p', {}, FAULT_WORDS[code][language]),
            detail !== '' && el('p', { class: 'small' }, say('faultDetail', { detail })),
          ),
        );
      },
      busy: async (button, work) => {
        if (button.disabled) return;
        button.disabled = true;
        tell(say('working'));
        try {
          await work();
        } finally {
          button.disabled = false;
          if (status.textContent === say('working')) status.replaceChildren();
        }
      },
    };
    const screen = await SCREENS[route](app);
    // Another screen was asked for while this one was made.
    if (mine !== turn) return screen.leave?.();
    leave?.();
    leave = screen.leave;
    document.documentElement.lang = language;
    document.title = say('title');
    const heading = el('h1', { tabindex: -1 }, say(screen.title));
    main.replaceChildren(...withMistake(app, heading, screen));
    root.replaceChildren(el('a', { class: 'skip', href: '#noi-dung', onclick: toMain }, say('skip')), label(say), menu(app, route), main);
    if (focus) heading.focus();
  }

  const toMain = (event: Event): void => {
    event.preventDefault();
    main.querySelector('h1')?.focus();
  };

  /** Going wrong on purpose is said on every screen, so that nobody takes a refusal at the door for a fault of the card. */
  function withMistake({ say }: App, heading: HTMLElement, { body }: Screen): Node[] {
    const band =
      mistake === 'none'
        ? null
        : el(
            'div',
            { class: 'mistake', role: 'note' },
            el('p', {}, say('mistakesOn', { mistake: MISTAKE_WORDS[mistake][language].toLowerCase() })),
            el('button', { type: 'button', class: 'second', onclick: () => setHonest() }, say('mistakesOff')),
          );
    const wrapped = el('div', { class: 'screen' });
    for (const child of body) if (child) wrapped.append(child);
    return [heading, ...(band ? [band] : []), status, wrapped];
  }

  function setHonest(): void {
    mistake = 'none';
    void draw(true);
  }

  function menu({ say }: App, route: Route): HTMLElement {
    const here = route === 'nhan' ? 'the' : route;
    const switchLanguage = el(
      'button',
      {
        type: 'button',
        class: 'language',
        lang: language === 'vi' ? 'en' : 'vi',
        onclick: () => {
          language = language === 'vi' ? 'en' : 'vi';
          keepLanguage(language);
          status.replaceChildren();
          void draw(true);
        },
      },
      say('language'),
    );
    const links = MENU.map(({ route: to, word, sign }) =>
      el(
        'a',
        { href: `#${to}`, 'aria-current': here === to ? 'page' : null },
        el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
        el('span', {}, say(word)),
      ),
    );
    return el('div', { class: 'bar' }, switchLanguage, el('nav', { 'aria-label': say('menu') }, ...links));
  }

  addEventListener('hashchange', () => {
    takeFragment();
    status.replaceChildren();
    void draw(true);
  });
  takeFragment();
  await draw(false);
}
