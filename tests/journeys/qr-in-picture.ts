/** Reads a QR from a picture, as the camera of a door does: by the scanner that the door's page uses, run here in Node. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import sharp from 'sharp';

/** The two classes of a browser that the scanner asks for. */
class Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
class Rectangle {}

const ofScanner = createRequire(createRequire(import.meta.url).resolve('barcode-detector'));

/** @returns texts of the QR codes in a PNG or JPEG */
export async function qrInPicture(picture: Uint8Array): Promise<string[]> {
  Object.assign(globalThis, { ImageData: Pixels, DOMRectReadOnly: Rectangle });
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(ofScanner.resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer } });
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = new Pixels(new Uint8ClampedArray(data), info.width, info.height);
  const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(pixels as unknown as ImageData);
  return found.map(({ rawValue }) => rawValue);
}
