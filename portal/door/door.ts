/**
 * The door as a whole: which screen stands, and what leads from one to the next.
 *
 * Life of a check: 1. a code comes by camera, picture, file or text; 2. it is judged here, by lists that were there before;
 * 3. the verdict fills the screen, the device shakes, title and live region say it; 4. after 60 s, or at once, everything of the card is gone.
 * Nothing is written into the address or the history; nothing is sent.
 */
import { phraseAudience } from '#standard/card/door-phrase.ts';
import type { JudgeContext } from '#standard/card/judge.ts';
import { CARD_CHARS_MAX } from '#standard/card/limits.ts';
import type { CardCrypto, CardEnvironment } from '#standard/card/shapes.ts';
import { asking } from './asking.ts';
import type { Asking } from './asking.ts';
import type { Bulk } from './bulk.ts';
import { lookForCode, whyNoCamera } from './camera.ts';
import type { NoCamera } from './camera.ts';
import { cameraView } from './camera-view.ts';
import { dataPanel } from './data-panel.ts';
import { el } from './element.ts';
import { header } from './header.ts';
import type { Header } from './header.ts';
import { homeView } from './home.ts';
import { judgeCode } from './judge-code.ts';
import type { Judged } from './judge-code.ts';
import { vibrate } from './look.ts';
import type { Phrases } from './phrase.ts';
import { phrasePanel } from './phrase-view.ts';
import type { PhrasePanel } from './phrase-view.ts';
import { textOfFile } from './picture.ts';
import type { Scanner } from './scanner.ts';
import type { SeenCodes } from './seen-codes.ts';
import { personSpoken, verdictView, wrongPersonView } from './verdict-view.ts';
import type { VerdictScreen } from './verdict-view.ts';
import { storeLanguage, wordsOf } from './speech.ts';
import type { DoorWords, Language } from './speech.ts';

export interface DoorNeeds {
  readonly root: HTMLElement;
  readonly environment: CardEnvironment;
  /** of this page: what a presentation names, with the phrase that it answers behind it */
  readonly address: string;
  readonly crypto: Promise<CardCrypto>;
  readonly scanner: () => Promise<Scanner>;
  readonly codes: SeenCodes;
  readonly phrases: Phrases;
  readonly bulk: Bulk;
  readonly worksOffline: boolean;
  readonly wallMs: () => number;
}

export interface Door {
  /** the lists, the network or the clock may be otherwise than before */
  refresh(): void;
}

type Screen =
  | { readonly kind: 'home'; readonly trouble: string | null }
  | { readonly kind: 'camera'; readonly stop: AbortController }
  | { readonly kind: 'ask'; readonly asking: Asking }
  /** a picture is looked at: a second or two on an old phone */
  | { readonly kind: 'busy' }
  | { readonly kind: 'verdict'; readonly judged: Judged }
  | { readonly kind: 'wrong-person' };

/** Time until a verdict is erased. */
const SHOWN_MS = 60_000;

/** Opens the door in `root` and listens. */
export function openDoor(needs: DoorNeeds, languageAtStart: Language): Door {
  const { root, environment, bulk } = needs;
  let language = languageAtStart;
  let screen: Screen = { kind: 'home', trouble: null };
  let noCamera: NoCamera | null = whyNoCamera();
  let top: Header;
  let panel: HTMLElement | null = null;
  let phrase: PhrasePanel | null = null;
  let countdown: { readonly timer: number; endMs: number; readonly show: (seconds: number) => void } | null = null;
  /** told to the one who does not see the screen */
  const alert = el('div', { class: 'hidden-text', role: 'alert', 'aria-live': 'assertive' });
  const words = (): DoorWords => wordsOf(language);

  /** Every change of screen goes through here; what was begun for the screen before ends. */
  function go(next: Screen): void {
    if (screen.kind === 'camera') screen.stop.abort();
    if (screen.kind === 'ask') screen.asking.stop();
    stopCountdown();
    screen = next;
    draw();
  }

  const goHome = (trouble: string | null = null): void => {
    alert.textContent = '';
    go({ kind: 'home', trouble });
  };

  function draw(): void {
    document.documentElement.lang = language;
    document.title = words().page.title;
    top = header(language, environment, setLanguage);
    [panel, phrase] = [null, null];
    const shown = SCREENS[screen.kind]();
    root.replaceChildren(top.element, shown, alert);
    refresh();
  }

  const SCREENS: Readonly<Record<Screen['kind'], () => HTMLElement>> = {
    home: () => {
      const trouble = screen.kind === 'home' ? screen.trouble : null;
      panel = makePanel();
      phrase = phrasePanel(needs.address, words(), async (text, label) => (await import('./qr.ts')).qrDrawing(text, label));
      return homeView(
        { noCamera, trouble },
        words(),
        { camera: () => void openCamera(), ask, file: takeFile, text: (text) => void check(text) },
        { dataPanel: panel, phrase: phrase.element },
      );
    },
    camera: () => el('main', { id: 'main' }),
    ask: () => (screen.kind === 'ask' ? screen.asking.draw().element : el('main', { id: 'main' })),
    busy: () => el('main', { id: 'main', tabindex: '-1' }, el('h1', { role: 'status' }, words().verdict.checking)),
    verdict: () => (screen.kind === 'verdict' ? showVerdict(screen.judged) : el('main', { id: 'main' })),
    'wrong-person': () => begin(wrongPersonView(language, environment, { clear })),
  };

  const makePanel = (): HTMLElement =>
    dataPanel(bulk.state(), needs.worksOffline, words(), {
      refresh: () => void bulk.refresh(),
      forget: () => void bulk.forget(),
    });

  function refresh(): void {
    top.show(bulk.state());
    phrase?.show(needs.phrases.current());
    if (!panel) return;
    // Under the fingers of whoever reads it, it stays open.
    const fresh = makePanel();
    fresh.toggleAttribute('open', panel.hasAttribute('open'));
    const stops = (of: HTMLElement): HTMLElement[] => [...of.querySelectorAll<HTMLElement>('summary, button')];
    const focused = stops(panel).findIndex((one) => one === document.activeElement);
    panel.replaceWith(fresh);
    panel = fresh;
    stops(fresh)[focused]?.focus();
  }

  function setLanguage(to: Language): void {
    language = to;
    storeLanguage(to);
    if (screen.kind === 'camera') goHome();
    else draw();
    root.querySelector<HTMLElement>('header button')?.focus();
  }

  async function openCamera(): Promise<void> {
    const stop = new AbortController();
    go({ kind: 'camera', stop });
    const view = cameraView(words(), () => goHome());
    root.querySelector('main')?.replaceWith(view.element);
    view.heading.focus();
    view.video.addEventListener('playing', view.showLooking);
    try {
      const seen = await lookForCode(view.video, await needs.scanner(), stop.signal);
      if (stop.signal.aborted || seen === null) return;
      if ('text' in seen) return await check(seen.text);
      // What the user may mend is tried again at the next press.
      if (seen.why === 'none' || seen.why === 'insecure') {
        noCamera = seen.why;
        goHome();
      } else goHome(words().camera[seen.why]);
    } catch {
      if (!stop.signal.aborted) goHome(words().camera.away);
    }
  }

  function ask(): void {
    const begun = asking({
      words,
      isSecure: isSecureContext,
      shown: ({ element, heading }) => {
        if (screen.kind !== 'ask') return;
        root.querySelector('main')?.replaceWith(element);
        heading.focus();
        alert.textContent = heading.textContent;
      },
      presented: (text, answered) => void check(text, { asked: [answered], unasked: [] }),
      back: () => goHome(),
    });
    go({ kind: 'ask', asking: begun });
    root.querySelector<HTMLElement>('main h1')?.focus();
    begun.begin();
  }

  function takeFile(file: Blob): void {
    const busy: Screen = { kind: 'busy' };
    go(busy);
    void textOfFile(file, CARD_CHARS_MAX, needs.scanner).then((seen) => {
      if (screen !== busy) return;
      if (seen.kind === 'text') return check(seen.text);
      const { picture, camera } = words();
      return goHome(seen.kind === 'nothing' ? picture.nothing : seen.kind === 'unreadable' ? picture.unreadable : camera.away);
    });
  }

  /** What the page itself asks: the phrases that it showed. */
  const byPhrase = (): Pick<JudgeContext, 'asked' | 'unasked'> => ({
    asked: needs.phrases.taken().map((nonce) => ({ nonce, audience: phraseAudience(needs.address, nonce) })),
    unasked: [needs.address],
  });

  async function check(text: string, question = byPhrase()): Promise<void> {
    const { lists, nowMs, offsetMs, isBehind, isServerClockWrong } = bulk.state();
    const judged = await judgeCode(
      text,
      {
        crypto: await needs.crypto,
        nowMs,
        // A clock that is behind is off by nobody knows how much.
        clockOffsetMs: isBehind ? Number.POSITIVE_INFINITY : offsetMs,
        isServerClockWrong,
        trust: lists.trust,
        lists: new Map(lists.status.map((list) => [list.uri, list])),
        environment,
        ...question,
      },
      needs.codes,
    );
    needs.phrases.answered();
    go({ kind: 'verdict', judged });
    vibrate(judged.words.haptic);
    alert.textContent = [judged.words.word[language], personSpoken(judged.verdict, words()), judged.words.next[language]]
      .filter(Boolean)
      .join('. ');
  }

  const showVerdict = (judged: Judged): HTMLElement => {
    document.title = `${judged.words.word[language]} – ${words().page.title}`;
    return begin(
      verdictView(judged, language, environment, {
        clear,
        busy: startOver,
        rightPerson: () => {
          startOver();
          root.querySelector<HTMLElement>('#clear')?.focus();
        },
        wrongPerson: () => {
          go({ kind: 'wrong-person' });
          vibrate('triple');
          alert.textContent = `${words().wrongPerson.word}. ${words().wrongPerson.next}`;
        },
      }),
    );
  };

  /** Starts the time of a screen with something of a card on it. */
  function begin(shown: VerdictScreen): HTMLElement {
    stopCountdown();
    countdown = { timer: window.setInterval(tick, 1000), endMs: needs.wallMs() + SHOWN_MS, show: shown.showSeconds };
    tick();
    queueMicrotask(() => {
      shown.heading.focus();
      scrollTo(0, 0);
    });
    return shown.element;
  }

  function tick(): void {
    if (!countdown) return;
    // By the clock, not by counting: timers stand still in a phone that is put away.
    const left = Math.ceil((countdown.endMs - needs.wallMs()) / 1000);
    if (left <= 0) clear();
    else countdown.show(left);
  }

  function startOver(): void {
    if (countdown) countdown.endMs = needs.wallMs() + SHOWN_MS;
  }

  function stopCountdown(): void {
    if (countdown) clearInterval(countdown.timer);
    countdown = null;
  }

  function clear(): void {
    goHome();
    alert.textContent = words().verdict.cleared;
    root.querySelector<HTMLElement>('main .go')?.focus();
  }

  function takeTransfer(given: DataTransfer | null): boolean {
    const file = given?.files[0];
    if (file) {
      takeFile(file);
      return true;
    }
    const text = given?.getData('text/plain') ?? '';
    if (text.trim() === '') return false;
    void check(text);
    return true;
  }

  document.addEventListener('paste', (event) => {
    const isInField = event.target instanceof HTMLTextAreaElement;
    if (isInField && !event.clipboardData?.files.length) return;
    if (takeTransfer(event.clipboardData)) event.preventDefault();
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    // Else the browser would open the file, and leave the page for it.
    event.preventDefault();
    takeTransfer(event.dataTransfer);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || screen.kind === 'home') return;
    if (screen.kind === 'verdict' || screen.kind === 'wrong-person') clear();
    else goHome();
  });
  // A page that is left, or kept aside by the browser, holds no face; a hidden one, no camera.
  addEventListener('pagehide', () => goHome());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && screen.kind === 'camera') goHome();
    else tick();
  });
  draw();
  return { refresh };
}
