/** Measured cost against size as a picture: a panel a figure, size on a logarithmic scale, a dot for each run. Nothing is drawn where nothing was measured. */

export interface Panel {
  readonly title: string;
  readonly unit: string;
  /** size and figure, smallest size first */
  readonly points: readonly (readonly [number, number])[];
}

const WIDTH = 300;
const HEIGHT = 190;
const LEFT = 52;
const BOTTOM = 150;
const TOP = 42;
const COLUMNS = 3;

const text = (x: number, y: number, words: string, anchor = 'start', size = 11): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
const short = (value: number): string =>
  value >= 1_000_000 ? `${value / 1_000_000} M` : value >= 10_000 ? `${Math.round(value / 1_000)} k` : String(Math.round(value * 10) / 10);

function panel({ title, unit, points }: Panel, x: number, y: number): string {
  const [sizes, values] = [points.map(([size]) => size), points.map(([, value]) => value)];
  const [least, most] = [Math.log(Math.min(...sizes)), Math.log(Math.max(...sizes))];
  const top = Math.max(...values) * 1.15 || 1;
  const at = ([size, value]: readonly [number, number]): readonly [number, number] => [
    LEFT + (most === least ? 0.5 : (Math.log(size) - least) / (most - least)) * (WIDTH - LEFT - 24),
    BOTTOM - (value / top) * (BOTTOM - TOP),
  ];
  const places = points.map(at);
  return [
    `<g transform="translate(${x} ${y})">`,
    text(8, 18, title, 'start', 13),
    text(8, 33, unit),
    `<path d="M${LEFT} ${TOP}V${BOTTOM}H${WIDTH - 12}" fill="none" stroke="#777"/>`,
    text(LEFT - 6, BOTTOM, '0', 'end'),
    text(LEFT - 6, TOP + 8, short(top), 'end'),
    `<path d="M${places.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}" fill="none" stroke="#1f5fa8" stroke-width="2"/>`,
    ...places.flatMap(([px, py], i) => [
      `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3.5" fill="#1f5fa8"/>`,
      text(px, py - 8, short(values[i]!), 'middle'),
      text(px, BOTTOM + 16, short(sizes[i]!), 'middle'),
    ]),
    '</g>',
  ].join('');
}

/** An SVG that stands by itself. */
export function curvesOf(panels: readonly Panel[]): string {
  const rows = Math.ceil(panels.length / COLUMNS);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * COLUMNS} ${HEIGHT * rows}" font-family="sans-serif" fill="#222"><rect width="100%" height="100%" fill="#fff"/>${panels
    .map((one, i) => panel(one, (i % COLUMNS) * WIDTH, Math.floor(i / COLUMNS) * HEIGHT))
    .join('')}</svg>\n`;
}
