/** The appendix as people type it: only the names are needed, and what is no text is told apart from a text without heads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appendixIn } from './appendix-table.ts';

const namesIn = (text: string) => {
  const found = appendixIn(Buffer.from(text));
  return found.ok ? found.value.map(({ name }) => name) : found.problems.map(({ code }) => code);
};

test('a list of names alone is a table of one column', () => {
  assert.deepEqual(namesIn('Tên\nNgày sinh\nQuê quán\n'), ['Ngày sinh', 'Quê quán']);
  assert.deepEqual(namesIn('\uFEFFTên trường thông tin\r\nNgày sinh\r\n'), ['Ngày sinh']);
});

test('a comma in a list of names alone is part of a name, quoted or not', () => {
  assert.deepEqual(namesIn('Tên\nHọ, chữ đệm và tên khai sinh\n"Nơi sinh, quê quán"'), [
    'Họ, chữ đệm và tên khai sinh',
    'Nơi sinh, quê quán',
  ]);
  assert.deepEqual(namesIn('STT,Tên\n1,"Nơi sinh, quê quán"'), ['Nơi sinh, quê quán'], 'with more columns it is quoted');
});

test('a workbook, a text of another encoding and a text without heads are refused, each as what it is', () => {
  const refusalOf = (bytes: Uint8Array) => {
    const found = appendixIn(bytes);
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };
  assert.deepEqual(refusalOf(Buffer.from('PK\u0003\u0004Tên')), ['E-APPENDIX-NOT-CSV']);
  assert.deepEqual(refusalOf(Buffer.from('Tên\n\0')), ['E-APPENDIX-NOT-CSV']);
  assert.deepEqual(refusalOf(Buffer.from('T\u00ean\nH\u00f2a', 'latin1')), ['E-APPENDIX-NOT-CSV']);
  assert.deepEqual(namesIn('chỉ là lời'), ['E-APPENDIX-HEADS']);
  assert.deepEqual(namesIn('Tên\n\n'), ['E-APPENDIX-EMPTY']);
});
