/** The scanner as the page sees it: a picture in, the texts of its QR codes out. Loaded when the first picture comes. */
import wasm from 'virtual:scanner-wasm';

export type ScannerRequest =
  | { readonly kind: 'begin'; readonly wasm: string }
  | { readonly kind: 'picture'; readonly id: number; readonly width: number; readonly height: number; readonly pixels: ArrayBuffer };

/** `texts` null: the scanner itself failed */
export interface ScannerAnswer {
  readonly id: number;
  readonly texts: readonly string[] | null;
}

export interface Scanner {
  /** Texts of the QR codes in the picture, none when there are none. Rejects when the scanner cannot run. Takes the pixels over. */
  find(picture: ImageData): Promise<readonly string[]>;
}

let shared: Scanner | null = null;

/** One worker for the life of the page. */
export const scanner = (): Scanner => (shared ??= startScanner());

function startScanner(): Scanner {
  const worker = new Worker(new URL('./scanner-worker.ts', import.meta.url));
  const waiting = new Map<number, (answer: ScannerAnswer['texts']) => void>();
  let last = 0;
  const failAll = (): void => {
    // The next picture gets a new worker: the network may be back.
    shared = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  worker.addEventListener('error', failAll);
  worker.addEventListener('message', ({ data }: MessageEvent<ScannerAnswer>) => {
    waiting.get(data.id)?.(data.texts);
    waiting.delete(data.id);
  });
  worker.postMessage({ kind: 'begin', wasm: new URL(wasm, location.href).href } satisfies ScannerRequest);
  return {
    async find({ width, height, data }) {
      const id = (last += 1);
      const pixels = data.buffer as ArrayBuffer;
      const texts = await new Promise<ScannerAnswer['texts']>((answer) => {
        waiting.set(id, answer);
        worker.postMessage({ kind: 'picture', id, width, height, pixels } satisfies ScannerRequest, [pixels]);
      });
      if (!texts) throw new Error('the scanner cannot run');
      return texts;
    },
  };
}
