import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeSpellings } from './code-spellings.ts';

test('an identifier has two written forms, and each leads to the other', () => {
  const rows: [written: string, spellings: readonly string[]][] = [
    ['H26', ['H26', '000.00.00.H26']],
    ['H26.12', ['H26.12', '000.00.12.H26']],
    ['H26.03.01', ['H26.03.01', '000.01.03.H26']],
    ['000.00.12.H26', ['000.00.12.H26', 'H26.12']],
    ['000.01.03.H26', ['000.01.03.H26', 'H26.03.01']],
    ['000.00.00.G09', ['000.00.00.G09', 'G09']],
    ['012.01.03.H26', ['012.01.03.H26', 'H26.03.01.012']],
    // a zero in the middle fills nothing up: nothing is made of it
    ['000.01.00.H26', ['000.01.00.H26']],
    ['012.00.03.H26', ['012.00.03.H26']],
    ['BNV.2025', ['BNV.2025']],
    ['T34.08', ['T34.08']],
    ['26.03.H26', ['26.03.H26']],
  ];
  for (const [written, spellings] of rows) assert.deepEqual(codeSpellings(written), spellings, written);
});
