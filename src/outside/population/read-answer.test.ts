import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANSWER_BYTES_MAX } from './limits.ts';
import { fromErrorObject, fromFault, unavailable } from './outcome.ts';
import { birthOf, readLookUp, readVerification } from './read-answer.ts';
import { processorMs } from '#base/effort-for-tests.ts';

const soap = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`;
const collection = (inner: string): string =>
  soap(`<ns2:CongdanCollection xmlns:ns2="http://www.mic.gov.vn/dancu/1.0" SoCongDan="1">${inner}</ns2:CongdanCollection>`);
const citizen = (more: { name?: string; birth?: string; sex?: string; rest?: string } = {}): string =>
  collection(
    `<ns2:CongDan><ns2:SoDinhDanh>000190000001</ns2:SoDinhDanh><ns2:SoCMND/><ns2:HoVaTen>${more.name ?? '<Ho>Nguyễn</Ho><ChuDem>Thị</ChuDem><Ten>Hoà</Ten>'}</ns2:HoVaTen>` +
      `<GioiTinh>${more.sex ?? '2'}</GioiTinh><DanToc>01</DanToc><TonGiao>00</TonGiao><NgayThangNamSinh>${more.birth ?? '<Nam>1990</Nam><NgayThangNam>19900228</NgayThangNam>'}</NgayThangNamSinh><QuocTich/>${more.rest ?? ''}</ns2:CongDan>`,
  );
const FOUND = {
  nationalId: '000190000001',
  oldId: '',
  name: 'Nguyễn Thị Hoà',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
  homeTown: null,
  residence: null,
};

test('an ordinary answer', () => assert.deepEqual(readLookUp(citizen()), { kind: 'found', citizen: FOUND }));

test('the shapes that real answers have', () => {
  for (const [name, text, citizenIs] of [
    ['the whole name in Ten', citizen({ name: '<Ho/><ChuDem></ChuDem><Ten>NGUYỄN THỊ HOÀ</Ten>' }), { ...FOUND, name: 'NGUYỄN THỊ HOÀ' }],
    ['parts with blanks and line breaks', citizen({ name: '<Ho>\n Nguyễn </Ho><ChuDem> Thị</ChuDem><Ten>Hoà\n</Ten>' }), FOUND],
    ['decomposed Unicode', citizen({ name: '<Ho>Nguyễn</Ho><ChuDem>Thị</ChuDem><Ten>Hoà</Ten>' }).normalize('NFD'), FOUND],
    [
      'character data sections',
      citizen({ name: '<Ho><![CDATA[Nguyễn]]></Ho><ChuDem>Th&#7883;</ChuDem><Ten>Ho<![CDATA[à]]></Ten>' }),
      FOUND,
    ],
    ['only the year of birth', citizen({ birth: '<Nam>1970</Nam><NgayThangNam/>' }), { ...FOUND, birth: '1970' }],
    ['a birthday with zeros for day and month', citizen({ birth: '<NgayThangNam>19700000</NgayThangNam>' }), { ...FOUND, birth: '1970' }],
    ['a sex of which nothing is known', citizen({ sex: '0' }), { ...FOUND, sex: '' }],
    [
      'old card and units of the addresses',
      citizen({
        rest: '<SoCMND>012345678</SoCMND><QueQuan><MaTinhThanh>01</MaTinhThanh><MaQuanHuyen/><MaPhuongXa>00004</MaPhuongXa><ChiTiet>PHƯỜNG X, HÀ NỘI</ChiTiet></QueQuan>',
      }),
      { ...FOUND, oldId: '012345678', homeTown: { province: '01', commune: '00004' } },
    ],
    [
      'relatives do not overwrite the citizen',
      citizen({
        rest: '<Cha><SoDinhDanh>000060000009</SoDinhDanh><HoVaTen>CHA</HoVaTen></Cha><ChuHo><HoVaTen><Ten>X</Ten></HoVaTen></ChuHo>',
      }),
      FOUND,
    ],
  ] as const)
    assert.deepEqual(readLookUp(text), { kind: 'found', citizen: citizenIs }, name);
});

test('no citizen in the collection, or an empty one, is "not found"; two are nobody; no collection is no answer', () => {
  assert.deepEqual(readLookUp(collection('')), { kind: 'not-found' });
  assert.deepEqual(readLookUp(collection('<CongDan/>')), { kind: 'not-found' });
  assert.deepEqual(readLookUp(collection('<CongDan><SoDinhDanh>1</SoDinhDanh></CongDan><CongDan><SoDinhDanh>2</SoDinhDanh></CongDan>')), {
    kind: 'ambiguous',
  });
  assert.deepEqual(readLookUp(soap('<TraCuuThongTinCongDanResponse/>')), { kind: 'unreadable', why: 'no collection' });
  assert.deepEqual(readLookUp('<CongdanCollection/>'), { kind: 'unreadable', why: 'no collection' }, 'not in an envelope');
});

test('a fault tells its code, never its text', () => {
  const fault = readLookUp(
    soap(
      '<S:Fault><faultcode>S:Server.ServerProxy.AccessDenied</faultcode><faultstring>Nguyễn Thị Hoà 000190000001</faultstring></S:Fault>',
    ),
  );
  assert.deepEqual(fault, { kind: 'fault', code: 'Server.ServerProxy.AccessDenied' });
  assert.deepEqual(readLookUp(soap('<S:Fault><faultcode>Nguyễn Thị Hoà</faultcode></S:Fault>')), { kind: 'fault', code: 'Unknown' });
});

test('hostile and broken messages are unreadable, quickly, and say nothing of themselves', () => {
  const laughs = `<!DOCTYPE b [<!ENTITY a0 "ha">${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>${collection('<CongDan><SoDinhDanh>&a10;</SoDinhDanh></CongDan>')}`;
  for (const [name, text, why] of [
    ['billion laughs', laughs, 'doctype'],
    ['external entity', `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`, 'doctype'],
    ['entity without declaration', citizen({ name: '<Ten>&x;</Ten>' }), 'not well-formed'],
    ['truncated', citizen().slice(0, -30), 'not well-formed'],
    ['not XML', 'Service Unavailable', 'not well-formed'],
    ['deeply nested', soap(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`), 'too deep'],
    ['very many elements', collection('<CongDan/>'.repeat(20_000)), 'too many elements'],
    ['a name that does not end', citizen({ name: `<Ten>${'a'.repeat(10_000)}</Ten>` }), 'value too long'],
    ['10 MB', collection(' '.repeat(10 * 1024 * 1024)), 'too large'],
  ] as const) {
    const spentMs = processorMs(() => assert.deepEqual(readLookUp(text), { kind: 'unreadable', why }, name));
    assert.ok(spentMs < 10_000, `${name} took ${spentMs} ms of the processor`);
  }
  assert.ok(ANSWER_BYTES_MAX < 10 * 1024 * 1024);
});

test('no text makes the reader throw, and none but a collection makes it say "not found"', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '&',
    ';',
    '<a>',
    '</a>',
    '<CongDan>',
    '<!DOCTYPE',
    '<![CDATA[',
    ']]>',
    '<?xml ?>',
    'x',
    '\u0000',
    '\ud800',
    collection(''),
    citizen().slice(0, 200),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const { kind } = readLookUp(text);
      if (kind === 'not-found') assert.ok(text.includes('CongdanCollection'));
      readVerification(text);
    }),
  );
});

test('an answer that was cut anywhere is never taken for another answer', () => {
  const whole = citizen();
  for (let length = 0; length < whole.length; length++)
    assert.equal(readLookUp(whole.slice(0, length)).kind, 'unreadable', `cut at ${length}`);
});

test('birthdays of the source', () => {
  for (const [day, year, birth] of [
    ['19900228', '', '1990-02-28'],
    ['19900228', '1991', '1990-02-28'],
    ['19900200', '', '1990-02'],
    ['19900000', '', '1990'],
    ['', '1990', '1990'],
    ['19900231', '', ''],
    ['19901300', '', ''],
    ['00000000', '0000', ''],
    ['28/02/1990', '1990', '1990'],
    ['', '', ''],
  ] as const)
    assert.equal(birthOf(day, year), birth, `${day}|${year}`);
});

test('a verification is yes or no, and what is neither is unreadable', () => {
  const said = (value: string): string => soap(`<KetQuaXacThuc><TonTai>${value}</TonTai></KetQuaXacThuc>`);
  assert.deepEqual(readVerification(said('true')), { kind: 'verified', exists: true });
  assert.deepEqual(readVerification(said(' 0 ')), { kind: 'verified', exists: false });
  for (const value of ['', 'yes', 'TRUE', 'true false']) assert.equal(readVerification(said(value)).kind, 'unreadable', value);
  assert.equal(readVerification(soap('')).kind, 'unreadable');
});

test('whose fault it is decides whether asking again makes sense', () => {
  assert.deepEqual(fromFault({ kind: 'fault', code: 'Client' }), { kind: 'refused', code: 'FAULT-Client' });
  assert.deepEqual(fromFault({ kind: 'fault', code: 'Server.ServerProxy.AccessDenied' }), {
    kind: 'refused',
    code: 'FAULT-Server.ServerProxy.AccessDenied',
  });
  assert.deepEqual(fromFault({ kind: 'fault', code: 'Server' }), unavailable('status'));
  assert.deepEqual(fromErrorObject('{"status":0,"code":101}'), { kind: 'refused', code: 'LGSP-101' });
  assert.deepEqual(fromErrorObject('{"status":"0","code":"201"}'), { kind: 'refused', code: 'LGSP-201' });
  for (const text of ['', 'null', '[]', '{"status":1}', '{"status":0,"code":"Nguyễn"}'])
    assert.deepEqual(fromErrorObject(text), unavailable('unreadable'), text);
});

test('Retry-After counts in whole seconds, an hour at most; dates and nonsense are none', () => {
  for (const [header, ms] of [
    ['3', 3_000],
    ['0', 0],
    ['999999', 3_600_000],
    ['-1', null],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
    ['', null],
    [null, null],
  ] as const)
    assert.equal(unavailable('status', header).retryAfterMs, ms, String(header));
});
