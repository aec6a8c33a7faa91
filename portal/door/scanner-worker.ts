/**
 * Finds QR codes in pictures, apart from the page: the page stays quick while it looks, and WebAssembly needs no permission of the page.
 * A picture comes in, texts go out; nothing is kept.
 */
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import type { ScannerAnswer, ScannerRequest } from './scanner.ts';

/** The little of a worker's own API that is used here: TypeScript's types for it cannot stand beside those of a page. */
const worker = self as unknown as {
  postMessage(answer: ScannerAnswer): void;
  onmessage: ((event: MessageEvent<ScannerRequest>) => void) | null;
};

/** Made after the address of our own WebAssembly is known: a detector begins to load at once, by default from a public CDN. */
let detector: BarcodeDetector | null = null;

worker.onmessage = ({ data: asked }) => {
  if (asked.kind === 'begin') {
    prepareZXingModule({ overrides: { locateFile: () => asked.wasm } });
    detector = new BarcodeDetector({ formats: ['qr_code'] });
    return;
  }
  void find(asked).then((answer) => worker.postMessage(answer));
};

async function find({ id, width, height, pixels }: Extract<ScannerRequest, { kind: 'picture' }>): Promise<ScannerAnswer> {
  try {
    const found = await detector!.detect(new ImageData(new Uint8ClampedArray(pixels), width, height));
    return { id, texts: found.map(({ rawValue }) => rawValue) };
  } catch {
    return { id, texts: null };
  }
}
