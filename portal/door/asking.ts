/** Asking a phone from first press to answer: the name of the door, the question, the wait. What it draws and what came of it goes to the door. */
import type { Asked } from '#standard/card/judge.ts';
import { askView } from './ask-view.ts';
import type { AskScreen, AskState } from './ask-view.ts';
import type { DoorWords } from './speech.ts';

const NAME = 'congvu-ten-cua';

function storedName(): string {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

function storeName(name: string): void {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    /* storage is shut: the name holds for this question */
  }
}

export interface AskingNeeds {
  readonly words: () => DoorWords;
  /** over plain http a browser makes no keys */
  readonly isSecure: boolean;
  readonly shown: (screen: AskScreen) => void;
  readonly presented: (text: string, asked: Asked) => void;
  readonly back: () => void;
}

export interface Asking {
  /** as it stands, in the language of now */
  draw(): AskScreen;
  /** asks at once where the door has a name; else the name comes first */
  begin(): void;
  stop(): void;
}

export function asking(needs: AskingNeeds): Asking {
  /** of the question that stands; another one, or leaving, ends it */
  let current = new AbortController();
  const door = storedName();
  let state: AskState = { kind: 'name', door };
  const acts = {
    ask: (name: string) => void begin(name),
    rename: () => {
      current.abort();
      current = new AbortController();
      show({ kind: 'name', door: state.door });
    },
    back: needs.back,
  };
  const draw = (): AskScreen => askView(state, needs.words(), acts);
  function show(next: AskState): void {
    state = next;
    if (!current.signal.aborted) needs.shown(draw());
  }

  async function begin(name: string): Promise<void> {
    storeName(name);
    current.abort();
    const { signal } = (current = new AbortController());
    if (!needs.isSecure) return show({ kind: 'ended', door: name, end: { kind: 'insecure' } });
    show({ kind: 'begins', door: name });
    try {
      const [{ askPhone }, { qrDrawing }] = await Promise.all([import('./ask.ts'), import('./qr.ts')]);
      const question = await askPhone(name, {
        crypto: globalThis.crypto,
        fetch: (path, how) => fetch(path, how),
        pause: (ms) => new Promise((done) => setTimeout(done, ms)),
        monotonicMs: () => performance.now(),
      });
      if (signal.aborted) return;
      if (!('link' in question)) return void (question.kind !== 'presented' && show({ kind: 'ended', door: name, end: question }));
      show({ kind: 'waits', door: name, link: question.link, picture: qrDrawing(question.link, needs.words().ask.qr) });
      const end = await question.end(signal);
      if (!end || signal.aborted) return;
      if (end.kind === 'presented') needs.presented(end.text, end.asked);
      else show({ kind: 'ended', door: name, end });
    } catch {
      // A file of the page that was not kept: there is no network.
      if (!signal.aborted) show({ kind: 'ended', door: name, end: { kind: 'away' } });
    }
  }

  return { draw, begin: () => void (door !== '' && begin(door)), stop: () => current.abort() };
}
