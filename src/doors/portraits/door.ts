/** The door of portraits, as one value: what `record/intake` and the desk know of pictures. */
import type { Claim, Door } from '#record/intake/door.ts';
import { portraitOfNobody, portraitTooEarly } from './problems.ts';
import { printPicture, readPortraits } from './read-portraits.ts';

const ZIP = 'PK\u0003\u0004';
const EMPTY_ZIP = 'PK\u0005\u0006';

/** How pictures and archives begin; also those that this door then refuses, so that it is the one that says why. */
const PICTURES: readonly (readonly [at: number, signature: string])[] = [
  [0, '\u00ff\u00d8\u00ff'],
  [0, '\u0089PNG'],
  [0, 'GIF8'],
  [8, 'WEBP'],
  [4, 'ftyp'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'Rar!'],
  [0, '7z\u00bc\u00af'],
];

/** A zip is one of pictures where nobody is sure of it. */
function sniff(bytes: Uint8Array): Claim {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (at: number, signature: string): boolean => view.toString('latin1', at, at + signature.length) === signature;
  if (PICTURES.some(([at, signature]) => starts(at, signature)) || starts(0, EMPTY_ZIP)) return 'sure';
  return starts(0, ZIP) ? 'likely' : 'no';
}

export const portraitsDoor: Door = {
  key: 'portraits',
  source: 'portraits',
  // Brought to the portal itself.
  sourceCode: 'CONG',
  what: { vi: 'ảnh chân dung', en: 'portraits' },
  contentTypes: ['application/zip', 'application/x-zip-compressed', 'image/jpeg', 'image/png'],
  unnamed: 'anh-chan-dung',
  smaller: {
    vi: 'Chia ảnh chân dung thành nhiều tệp .zip, hoặc thu nhỏ ảnh (khoảng 1200 × 1600 điểm).',
    en: 'Split the portraits into several .zip files, or make them smaller (about 1200 × 1600).',
  },
  firstLoad: 'never',
  statesEverybody: false,
  knownPeopleOnly: { ofNobody: portraitOfNobody, tooEarly: portraitTooEarly },
  sniff,
  read: readPortraits,
  printPlace: printPicture,
};
