import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'uqr';
import { qrPath } from './qr.ts';

test('the path paints exactly the dark modules of the code', () => {
  const text = 'https://congvu.example/bien-nhan/BN-7K2QD-00118';
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const painted = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const drawn = qrPath(text);
  for (const [, x, y, run] of drawn.path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let step = 0; step < Number(run); step++) painted[Number(y)]![Number(x) + step] = true;
  assert.equal(drawn.size, size);
  assert.deepEqual(painted, data);
});
