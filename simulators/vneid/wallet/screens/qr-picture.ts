/** A QR as SVG elements: one path, black on white in both colour schemes, or cheap cameras do not find it. */
import { encode } from 'uqr';
import { svg } from '../dom.ts';

/** White modules around it that the standard asks for (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4;

/** @param name  what it is, for who cannot see it */
export function qrPicture(text: string, name: string): SVGElement {
  // Level M (docs/architecture.md §8, Card): a scratched screen still reads, and version 17 is not too dense.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs: string[] = [];
  for (const [y, row] of data.entries())
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x;
      while (row[end]) end++;
      runs.push(`M${x} ${y}h${end - x}v1h${x - end}z`);
      x = end;
    }
  return svg(
    'svg',
    { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': name, 'shape-rendering': 'crispEdges' },
    svg('rect', { width: size, height: size, fill: '#fff' }),
    svg('path', { d: runs.join(''), fill: '#000' }),
  );
}
