/** What in a PDF acts is named, however it is written and packed; what is not packed as anybody packs it is not taken on trust. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { activePartOf } from './active-parts.ts';

const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects.map((one) => Buffer.from(one)), Buffer.from('\n%%EOF\n')]);
const packed = (content: string, head = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): Buffer =>
  Buffer.concat([
    Buffer.from(`7 0 obj\n<< ${head} >>\nstream\n`),
    deflateSync(Buffer.from(content, 'latin1')),
    Buffer.from('\nendstream\nendobj\n'),
  ]);

test('each active part is named; the name may be written in signs, and stand in an object that the file says is not used', () => {
  for (const [object, part] of [
    ['1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj', 'script'],
    ['1 0 obj << /S /J#61va#53cript /JS (1) >> endobj', 'script'],
    ['1 0 obj << /S/Launch/F (cmd.exe) >> endobj', 'launch'],
    ['1 0 obj << /Names << /EmbeddedFiles 2 0 R >> >> endobj', 'embedded'],
    ['1 0 obj << /Type /EmbeddedFile >> endobj', 'embedded'],
    ['1 0 obj << /Subtype /RichMedia >> endobj', 'media'],
    ['1 0 obj << /S /SubmitForm /F (https://x.example) >> endobj', 'form'],
    ['1 0 obj << /A << /S /GoToR /F (\\\\\\\\noi-khac\\\\tep.pdf) >> >> endobj', 'launch'],
    ['1 0 obj << /Subtype /Movie >> endobj', 'media'],
    ['1 0 obj << /Type /3D /OnInstantiate 4 0 R >> endobj', 'script'],
    ['1 0 obj << /AcroForm << /XFA 4 0 R >> >> endobj', 'dynamic'],
    ['1 0 obj << /AcroForm << /X#46A [(xdp:xdp) 4 0 R] >> >> endobj', 'dynamic'],
    ['1 0 obj << /S /JavaScript#00x /JS (1) >> endobj', 'script'],
    ['trailer << /Encrypt 5 0 R >>', 'encrypted'],
  ] as const)
    assert.equal(activePartOf(pdf(object)), part, object);
});

test('nothing active: links and pages; an address that has such a name in it is taken for one, for no reader agrees on what is text', () => {
  assert.equal(
    activePartOf(pdf('1 0 obj << /S /URI /URI (https://congbao.example/van-ban) >> endobj', packed('1 0 << /Type /Page >>'))),
    null,
  );
  assert.equal(activePartOf(pdf('1 0 obj << /S /URI /URI (https://congbao.example/JavaScript) >> endobj')), 'script');
});

test('in object streams too; one that cannot be looked into is told as such', () => {
  assert.equal(activePartOf(pdf(packed('1 0 << /S /JavaScript /JS (1) >>'))), 'script');
  assert.equal(activePartOf(pdf(packed('1 0 << /S /Launch >>', '/Type /Obj#53tm /N 1 /First 4 /Filter /Fl#61teDecode'))), 'launch');
  assert.equal(activePartOf(pdf(packed('1 0 <<>>', '/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]'))), 'unseen');
  assert.equal(activePartOf(pdf('7 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnot deflated\nendstream\nendobj\n')), 'unseen');
});

test('an object stream that hides that it is one, or how it is packed, is looked into or not taken', () => {
  const script = '1 0 << /S /JavaScript /JS (1) >>';
  const flate = '/Filter /FlateDecode';
  for (const [head, part] of [
    // No type, a type that stands elsewhere, one behind a long text or behind a word that looks like the begin of an object.
    [`/N 1 /First 4 ${flate}`, 'script'],
    [`/Type 9 0 R /N 1 /First 4 ${flate}`, 'script'],
    [`/Type /ObjStm /N 1 /First 4 ${flate} /Note (${' '.repeat(5_000)})`, 'script'],
    [`/Type /ObjStm /N 1 /First 4 ${flate} /Note (a 7 0 obj << >> b)`, 'script'],
    [`/Type /ObjStm /N 1 /First 4 ${flate} /Note << /Within [ (>>) << >> <3e3e> ] >> %>>\n`, 'script'],
    [`/N 1 /#46irst 4 /Filter [ /FlateDecode ]`, 'script'],
    // Packed in ways that other programs unpack.
    ['/N 1 /First 4 /Filter /Fl', 'unseen'],
    ['/N 1 /First 4 /Filter 9 0 R', 'unseen'],
    ['/N 1 /First 4 /Filter /LZWDecode', 'unseen'],
    [`/N 1 /First 4 ${flate} /DecodeParms << /Predictor 12 >>`, 'unseen'],
    [`/N 1 /First 4 ${flate} /F (khac.bin)`, 'unseen'],
    [`/N 1 /First 4 /Filter /ASCIIHexDecode ${flate}`, 'unseen'],
    [`/N 1 /First 4 ${flate} /Note (without end`, 'unseen'],
  ] as const)
    assert.equal(activePartOf(pdf(packed(script, head))), part, head.slice(0, 80));
  const lineOfOneSign = Buffer.from(packed(script, `/N 1 /First 4 ${flate}`).toString('latin1').replace('stream\n', 'stream\r'), 'latin1');
  assert.equal(activePartOf(pdf(lineOfOneSign)), 'unseen');
});

test('streams that hold no objects are not unpacked: pictures and pages are large and act by nothing', () => {
  assert.equal(activePartOf(pdf(packed('q /Im1 Do Q', '/Length 20 /Filter [/ASCII85Decode /FlateDecode]'))), null);
  assert.equal(activePartOf(pdf('1 0 obj << /Font << /XFA1 4 0 R >> /K (/XFA) >> endobj')), null);
});

test('white space, comments and dictionaries within each other without end are read to their end', () => {
  for (const filling of [' ', '%a\n', '<<', '('])
    assert.equal(activePartOf(pdf(`1 0 obj ${filling.repeat(2_000_000)}`)), filling === '<<' ? 'unseen' : null, filling);
});

test('what inflates to too much is told before it does', () => {
  assert.equal(activePartOf(pdf(packed(' '.repeat(41 * 1024 * 1024)))), 'bomb');
});
