/** The frame around every screen: the label that this is a simulation, language, menu, one place for what just happened. */
import { el, svg } from './dom.ts';
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
import { FAULT_WORDS, MISTAKE_WORDS, localizer } from './words.ts';
import type { Language, Localize, Word } from './words.ts';

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
  /** of the product's door: what a presentation names that answers no door's phrase */
  readonly doorAddress: string;
  readonly language: Language;
  readonly localize: Localize;
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
  /** the heading says what the screen has become, and has the focus */
  readonly retitle: (word: Word) => void;
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

/** `sign`: lines of an icon on a field of 24 by 24. Drawn, because not every phone has such letters. */
const MENU: readonly { readonly route: Route; readonly word: Word; readonly sign: string }[] = [
  { route: 'the', word: 'menuCard', sign: 'M3 6h18v12H3zM6 10h4v5H6zM13 10h5M13 14h5' },
  { route: 'xuat-trinh', word: 'menuPresent', sign: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v6h-6' },
  { route: 'lich-su', word: 'menuHistory', sign: 'M12 3a9 9 0 1 0 .01 0zM12 8v4l3 2' },
  { route: 'thu-loi', word: 'menuMistakes', sign: 'M12 4l9 16H3zM12 10v5M12 17.5v.1' },
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
export function label(localize: Localize): HTMLElement {
  return el('header', { class: 'label' }, el('strong', { lang: 'vi' }, localize('simulation')), el('span', {}, localize('notReal')));
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
    const localize = localizer(language);
    const route = routeOf(location.hash);
    const app: App = {
      wallet,
      trust,
      doorAddress: `${publicUrl}/kiem-tra`,
      language,
      localize,
      mistake,
      card: await wallet.store.card(),
      takeOffer: () => {
        const taken = offer;
        offer = null;
        return taken;
      },
      setMistake: (chosen) => {
        mistake = chosen;
        // The choice stays under the finger, or the arrow keys, that made it.
        void draw(false).then(() => main.querySelector<HTMLElement>('input:checked')?.focus());
      },
      lastQr: () => lastQr,
      keepQr: (text) => {
        lastQr = text;
      },
      go: async (to) => {
        // Not by `location.hash`: what is told next would be cleared by the event that comes after it.
        if (routeOf(location.hash) !== to) history.pushState(null, '', `#${to}`);
        status.replaceChildren();
        await draw(true);
      },
      retitle: (word) => {
        const heading = main.querySelector('h1');
        if (!heading) return;
        heading.textContent = localize(word);
        heading.focus();
      },
      tell,
      tellFault: ({ code, detail }) => {
        const fault = el(
          'div',
          { class: 'note bad', role: 'alert', tabindex: -1 },
          el('p', {}, FAULT_WORDS[code][language]),
          detail !== '' && el('p', { class: 'small' }, localize('faultDetail', { detail })),
        );
        status.replaceChildren(fault);
        // It stands above the form whose button was pressed: out of sight on a phone, and it has the focus now.
        fault.focus();
      },
      busy: async (button, work) => {
        if (button.disabled) return;
        button.disabled = true;
        tell(localize('working'));
        try {
          await work();
        } finally {
          button.disabled = false;
          if (status.textContent === localize('working')) status.replaceChildren();
        }
      },
    };
    const screen = await SCREENS[route](app);
    // Another screen was asked for while this one was made.
    if (mine !== turn) return screen.leave?.();
    leave?.();
    leave = screen.leave;
    document.documentElement.lang = language;
    document.title = localize('title');
    const heading = el('h1', { tabindex: -1 }, localize(screen.title));
    main.replaceChildren(...withMistake(app, heading, screen));
    root.replaceChildren(
      el('a', { class: 'skip', href: '#noi-dung', onclick: toMain }, localize('skip')),
      label(localize),
      menu(app, route),
      main,
    );
    if (focus) heading.focus();
  }

  const toMain = (event: Event): void => {
    event.preventDefault();
    main.querySelector('h1')?.focus();
  };

  /** Going wrong on purpose is said on every screen, so that nobody takes a refusal at the door for a fault of the card. */
  function withMistake(app: App, heading: HTMLElement, { body }: Screen): Node[] {
    const { localize } = app;
    const band =
      mistake === 'none'
        ? null
        : el(
            'div',
            { class: 'mistake', role: 'note' },
            el('p', {}, localize('mistakesOn', { mistake: MISTAKE_WORDS[mistake][language].toLowerCase() })),
            el('button', { type: 'button', class: 'second', onclick: () => setHonest() }, localize('mistakesOff')),
          );
    const wrapped = el('div', { class: 'screen' });
    for (const child of body) if (child) wrapped.append(child);
    return [el('div', { class: 'top' }, heading, languageSwitch(app)), ...(band ? [band] : []), status, wrapped];
  }

  function setHonest(): void {
    mistake = 'none';
    void draw(true);
  }

  function languageSwitch({ localize }: App): HTMLElement {
    return el(
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
      localize('language'),
    );
  }

  function menu({ localize }: App, route: Route): HTMLElement {
    const here = route === 'nhan' ? 'the' : route;
    const links = MENU.map(({ route: to, word, sign }) =>
      el(
        'a',
        { href: `#${to}`, 'aria-current': here === to ? 'page' : null },
        svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: sign })),
        el('span', {}, localize(word)),
      ),
    );
    return el('nav', { 'aria-label': localize('menu') }, ...links);
  }

  addEventListener('hashchange', () => {
    takeFragment();
    status.replaceChildren();
    void draw(true);
  });
  takeFragment();
  await draw(false);
}
