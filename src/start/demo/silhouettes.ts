/**
 * Drawn people for the demo's portraits: flat colours, no face, and "MẪU" across. Nobody can take one for a photograph.
 * Letters are drawn as lines: a machine without fonts draws them all the same.
 */

export interface Look {
  readonly male: boolean;
  /** which of the drawings; any whole number from 0 */
  readonly variant: number;
}

/** So many drawings of each sex are different. */
export const VARIANTS = 20;

const GROUNDS = [
  ['#cfe3f2', '#8fb6d3'],
  ['#e9e4d8', '#c3b99f'],
  ['#d8ead9', '#9cc3a1'],
  ['#e6dff0', '#b6a6cf'],
  ['#f4e3da', '#d7ae97'],
] as const;
const SKINS = ['#e0b48e', '#cf9d74', '#eac5a4', '#b98761'] as const;
const HAIRS = ['#1f1a17', '#2d2320', '#3a3531', '#55504c'] as const;
const CLOTHES = ['#24405f', '#4a4f57', '#7a2f35', '#2f5d4a', '#f2f4f6', '#6b4f7a'] as const;

const MALE_HAIR = [
  'M150 260 C140 150 200 110 240 110 C285 110 345 150 330 262 C322 225 312 205 300 198 C262 210 210 205 182 192 C166 206 156 226 150 260 Z',
  'M148 262 C142 160 190 104 250 106 C312 108 344 166 332 260 C326 226 316 206 306 200 C280 190 238 186 214 160 C196 186 166 206 148 262 Z',
  'M152 250 C146 172 176 132 240 126 C304 132 334 172 328 250 C322 222 312 204 304 196 C288 168 192 168 176 196 C168 204 158 222 152 250 Z',
  'M150 258 C136 140 206 96 254 104 C318 104 350 170 330 258 C324 214 308 190 286 184 C262 200 204 196 190 178 C170 196 158 220 150 258 Z',
] as const;
const FEMALE_HAIR = [
  'M132 372 C112 200 150 104 240 104 C330 104 368 200 348 372 C336 380 322 374 318 352 C326 262 320 216 298 190 C262 204 214 198 188 180 C160 210 154 262 162 352 C158 374 144 380 132 372 Z',
  'M120 470 C100 220 148 100 240 100 C332 100 380 220 360 470 C346 480 324 470 322 440 C330 270 322 214 300 190 C270 178 230 168 214 150 C192 180 150 214 158 440 C156 470 134 480 120 470 Z',
  'M148 268 C138 150 188 104 240 104 C292 104 342 150 332 268 C326 226 314 204 298 192 C256 196 216 186 196 166 C178 192 156 220 148 268 Z M206 96 A34 30 0 1 1 274 96 A34 30 0 1 1 206 96 Z',
  'M138 330 C122 180 168 102 244 102 C322 102 358 186 342 330 C332 336 320 330 320 310 C326 246 316 214 296 196 C254 212 212 204 196 190 C166 206 156 250 160 310 C160 330 148 336 138 330 Z',
] as const;

/** Collars, laid over the clothes: shirt with tie, jacket, closed collar, round neck. */
const collars = (tie: string): readonly string[] => [
  `<path d="M190 476 L240 540 L290 476 L272 462 L208 462 Z" fill="#fbfcfd"/><path d="M232 516 L248 516 L256 534 L248 640 L232 640 L224 534 Z" fill="${tie}"/>`,
  `<path d="M196 470 L240 580 L284 470 Z" fill="#fbfcfd"/><path d="M196 470 L166 500 L226 640 L240 584 Z M284 470 L314 500 L254 640 L240 584 Z" fill="#00000033"/>`,
  `<path d="M200 452 C222 468 258 468 280 452 L284 486 C262 502 218 502 196 486 Z" fill="#00000026"/><path d="M240 494 L214 640" stroke="#00000033" stroke-width="5" fill="none"/>`,
  `<path d="M192 470 C214 520 266 520 288 470 C268 492 212 492 192 470 Z" fill="#00000026"/>`,
];

/** M, Ẫ, U as lines, 160 wide and 60 high from the top of the tilde to the foot. */
const LETTERS =
  'M0 60 L0 22 L17 44 L34 22 L34 60 M50 60 L68 22 L86 60 M57 46 L79 46 M58 15 L68 7 L78 15 M57 1 C61 -6 67 3 71 -1 C75 -5 77 -5 80 -2 M104 22 L104 46 C104 64 138 64 138 46 L138 22';

/** An SVG of 480×640. */
export function silhouette({ male, variant }: Look): string {
  const pick = <T>(list: readonly T[], step: number): T => list[Math.floor(variant / step) % list.length]!;
  const [light, dark] = pick(GROUNDS, 1);
  const skin = pick(SKINS, 2);
  const clothes = male && variant % 3 === 0 ? '#f2f4f6' : pick(CLOTHES, 1);
  const hair = pick(HAIRS, 3);
  const collar = collars(pick(CLOTHES, 2))[(variant + (male ? 0 : 2)) % 4]!;
  const shape = pick(male ? MALE_HAIR : FEMALE_HAIR, 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640" viewBox="0 0 480 640">
<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs>
<rect width="480" height="640" fill="url(#g)"/>
${male ? '' : `<path d="${shape}" fill="${hair}"/>`}
<path d="M30 640 C34 540 96 500 176 478 L304 478 C384 500 446 540 450 640 Z" fill="${clothes}"/>
<path d="M202 390 L202 470 C222 500 258 500 278 470 L278 390 Z" fill="${skin}"/><path d="M202 412 C222 440 258 440 278 412 L278 436 C258 462 222 462 202 436 Z" fill="#00000018"/>
${collar}
<ellipse cx="240" cy="238" rx="92" ry="124" fill="${hair}"/><ellipse cx="240" cy="292" rx="90" ry="122" fill="${skin}"/><ellipse cx="150" cy="300" rx="13" ry="24" fill="${skin}"/><ellipse cx="330" cy="300" rx="13" ry="24" fill="${skin}"/>
<path d="${male ? shape : FRINGE}" fill="${hair}"/>
<g transform="translate(150 556) rotate(-9)"><rect x="-18" y="-18" width="192" height="92" rx="10" fill="#ffffffd9" stroke="#b3261e" stroke-width="5"/><path d="${LETTERS}" transform="translate(9 6)" fill="none" stroke="#b3261e" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/></g>
</svg>`;
}

/** What of long hair lies before the face. */
const FRINGE =
  'M150 270 C140 160 190 108 240 108 C292 108 342 160 330 270 C326 226 314 200 296 188 C256 200 216 190 196 168 C180 196 158 222 150 270 Z';
