/** A QR code as one SVG path: rows of modules joined into runs. Pure. */
import { encode } from 'uqr';

export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** @param text  what the code says; M survives 15 % of dirt and folds on paper */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  let path = '';
  data.forEach((line, y) => {
    for (let x = 0; x < size; x++) {
      if (!line[x]) continue;
      let end = x;
      while (end + 1 < size && line[end + 1]) end++;
      path += `M${x} ${y}h${end - x + 1}v1H${x}z`;
      x = end;
    }
  });
  return { size, path };
}
