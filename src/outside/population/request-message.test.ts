import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { codeList } from '#standard/code-lists.ts';
import type { Question } from '#record/matching/port.ts';
import { lgspAccessToken, ndxpHeaders } from './access.ts';
import { isComplete, lookUpMessage, verifyMessage } from './request-message.ts';

const aQuestion = (more: Partial<Question> = {}): Question => ({
  nationalId: '000190000001',
  name: ' Nguyễn Thị Hoà ',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
  requestId: 'yc-1',
  officer: { account: 'cb.ha', unit: 'H26.5', phone: '0912345678' },
  purpose: 'DOI_SOAT_HO_SO',
  ...more,
});

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dan="http://dancuquocgia.bca"><soapenv:Header/><soapenv:Body>';

test('a look-up is this, to the byte: MaYeuCau, MaDVC, MaTichHop, MaCanBo, then the number first among the rest', () => {
  assert.equal(
    lookUpMessage(aQuestion(), 'G15-TP110'),
    `${HEAD}<dan:TraCuuThongTinCongDan>` +
      '<dan:MaYeuCau>yc-1</dan:MaYeuCau><dan:MaDVC>G15-TP110</dan:MaDVC><dan:MaTichHop>037</dan:MaTichHop><dan:MaCanBo>cb.ha</dan:MaCanBo>' +
      '<dan:SoDinhDanh>000190000001</dan:SoDinhDanh><dan:HoVaTen>NGUYỄN THỊ HOÀ</dan:HoVaTen><dan:NgayThangNamSinh><dan:NgayThangNam>19900228</dan:NgayThangNam></dan:NgayThangNamSinh>' +
      '<dan:MaDonVi>H26.5</dan:MaDonVi><dan:TaiKhoan>cb.ha</dan:TaiKhoan><dan:SoDienThoai>0912345678</dan:SoDienThoai>' +
      '</dan:TraCuuThongTinCongDan></soapenv:Body></soapenv:Envelope>',
  );
});

test('a verification differs in operation and code only', () => {
  assert.equal(
    verifyMessage(aQuestion(), 'G15-TP110'),
    lookUpMessage(aQuestion(), 'G15-TP110').replaceAll('TraCuuThongTinCongDan', 'XacThucThongTinCongDan').replace('>037<', '>003<'),
  );
});

test('operations and their codes are those of the list ma_tich_hop_dan_cu', () => {
  const sent = [lookUpMessage(aQuestion(), 'X'), verifyMessage(aQuestion(), 'X')].map((message) =>
    /<\/?soapenv:Header\/><soapenv:Body><dan:(\w+)>.*<dan:MaTichHop>(\d+)</.exec(message)!.slice(1, 3),
  );
  assert.deepEqual(
    sent.map(([operation, code]) => ({ code, name: operation })),
    codeList('ma_tich_hop_dan_cu').entries.map(({ code, name }) => ({ code, name })),
  );
});

test('twelve digits go as SoDinhDanh, nine as SoCMND; a birthday of which only the year is known goes as Nam', () => {
  for (const [more, has, hasNot] of [
    [{ nationalId: '012345678' }, '<dan:SoCMND>012345678</dan:SoCMND>', 'SoDinhDanh'],
    [{ birth: '1970' }, '<dan:NgayThangNamSinh><dan:Nam>1970</dan:Nam></dan:NgayThangNamSinh>', 'dan:NgayThangNam>'],
    [{ birth: '1970-05' }, '<dan:NgayThangNamSinh><dan:Nam>1970</dan:Nam></dan:NgayThangNamSinh>', 'dan:NgayThangNam>'],
    [{ birth: '' }, '</dan:HoVaTen><dan:MaDonVi>', 'NgayThangNamSinh'],
    [{ officer: { account: 'a', unit: 'b', phone: '' } }, '</dan:TaiKhoan></dan:TraCuu', 'SoDienThoai'],
  ] as const) {
    const message = lookUpMessage(aQuestion(more), 'X');
    assert.ok(message.includes(has), `${has} in ${message}`);
    assert.ok(!message.includes(hasNot), `no ${hasNot} in ${message}`);
  }
});

test('a name in decomposed Unicode goes composed', () => {
  assert.ok(lookUpMessage(aQuestion({ name: 'nguyễn'.normalize('NFD') }), 'X').includes('<dan:HoVaTen>NGUYỄN</dan:HoVaTen>'));
});

test('whatever stands in a name, the message stays well-formed and no element can be smuggled in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const elements: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('opentag', (tag) => elements.push(tag.local));
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(lookUpMessage(aQuestion({ name: `A${name}</dan:HoVaTen><dan:MaCanBo>x` }), 'X')).close();
      assert.equal(elements.filter((one) => one === 'MaCanBo').length, 1);
    }),
  );
});

test('nobody asks anonymously, and nothing is asked that has no number of the right length', () => {
  assert.ok(isComplete(aQuestion()));
  for (const more of [
    { officer: { account: ' ', unit: 'b', phone: '' } },
    { officer: { account: 'a', unit: '', phone: '' } },
    { requestId: '' },
    { nationalId: '79090123456' },
    { nationalId: '0791901234AB' },
  ])
    assert.ok(!isComplete(aQuestion(more)), JSON.stringify(more));
});

test('NDXP: time, user and a hash over path, user, time and secret; client and key beside', () => {
  // printf '%s' '/ws/x' 'u' '1700000000000' 's' | sha256sum
  assert.deepEqual(
    ndxpHeaders({ kind: 'ndxp', user: 'u', secret: 's', xroadClient: 'VN/GOV/X/Y', apiKey: 'k' }, '/ws/x', '1700000000000'),
    {
      Timestamp: '1700000000000',
      'X-Road-Client': 'VN/GOV/X/Y',
      ApiKey: 'k',
      Authorization: `Basic ${Buffer.from('u:050f56a2944ee99f6d7773dd28b0ad5ee0f5dbf19e070ff047bb2b05971cbe15').toString('base64')}`,
    },
  );
});

test('LGSP: keys and names as JSON in base64, in the order in which clients write them', () => {
  const token = lgspAccessToken({
    kind: 'lgsp',
    tokenUrl: 'https://lgsp.example/token',
    accessKey: 'a',
    secretKey: 'b',
    appName: 'c',
    partnerCode: 'd',
    partnerCodeCus: 'e',
  });
  assert.equal(
    Buffer.from(token, 'base64').toString(),
    '{"AccessKey":"a","SecretKey":"b","AppName":"c","PartnerCode":"d","PartnerCodeCus":"e"}',
  );
});
