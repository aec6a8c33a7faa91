import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { printPaper } from './paper.ts';

/** The drawing commands of a PDF, inflated. */
function drawn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const out: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    try {
      out.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not a compressed stream: it holds no drawing.
    }
  }
  return out.join('\n');
}

test('a mark of a letter without a code point of its own is set above its base: nothing is left at the base line', async () => {
  // A rise of the pen ("Td", "Tm" or a text position with another height) is written only for marks that are moved.
  const heights = (commands: string): number => new Set([...commands.matchAll(/1 0 0 1 [\d.-]+ ([\d.-]+) Tm/g)].map(([, y]) => y)).size;
  const plain = heights(drawn(await printPaper({ content: ['Kpă Y Nô'] })));
  const marked = heights(drawn(await printPaper({ content: ['Kpă Y\u0306 Nô\u0306'] })));
  assert.equal(marked > plain, true, `${marked} heights, ${plain} without marks`);
});
