/** A QR code as a drawing; fetched when the first one is to be shown. */
import { encode } from 'uqr';
import { drawing } from './element.ts';

/** Empty modules around it: four by the standard, so that a phone finds its edge on any ground. */
const BORDER = 4;

/** @param label  what it is, for whoever does not see it */
export function qrDrawing(text: string, label: string): SVGSVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const dark = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  const svg = drawing([`M0 0h${size}v${size}h-${size}z`, dark], 'qr');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  return svg;
}
