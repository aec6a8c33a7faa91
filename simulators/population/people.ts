/** Citizens of the simulated database, all invented, and the answers about them in the shapes that real answers have. */

export interface SimulatedPerson {
  readonly nationalId: string;
  readonly name: string;
  /** `yyyy-MM-dd`, `yyyy-MM` or `yyyy` */
  readonly birth: string;
  /** `gioi_tinh` */
  readonly sex: string;
  /** `dan_toc` */
  readonly ethnicity: string;
  /** codes of province and commune; absent when the file has none */
  readonly homeTown?: { readonly province: string; readonly commune: string };
}

const ANSWER_NAMESPACE = 'http://www.mic.gov.vn/dancu/1.0';
/** Stands in every answer, so that nobody who sees one on the wire takes it for a real one. */
export const LABEL = '<!-- MÔ PHỎNG – không phải CSDLQG về dân cư -->';

const escape = (text: string): string => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Odd but real shapes (src/outside/population/README.md), told by the last two digits of the number: the same person always has the same one. */
export type Shape = 'plain' | 'all-in-ten' | 'upper-case' | 'year-only' | 'no-sex' | 'cdata';
export function shapeOf(nationalId: string): Shape {
  const last = Number(nationalId.slice(-2));
  if (last % 10 === 3) return 'all-in-ten';
  if (last % 10 === 5) return 'upper-case';
  return last === 17 ? 'year-only' : last === 58 ? 'no-sex' : last === 29 ? 'cdata' : 'plain';
}

function nameXml(name: string, shape: Shape): string {
  if (shape === 'all-in-ten') return `<Ho/><ChuDem></ChuDem><Ten>${escape(name.toUpperCase())}</Ten>`;
  const words = (shape === 'upper-case' ? name.toUpperCase() : name).split(' ');
  const say = shape === 'cdata' ? (text: string) => `<![CDATA[${text}]]>` : escape;
  return `<Ho>${say(words[0] ?? '')}</Ho><ChuDem>${say(words.slice(1, -1).join(' '))}</ChuDem><Ten>${say(words.at(-1) ?? '')}</Ten>`;
}

function birthXml(birth: string, shape: Shape): string {
  if (shape === 'year-only' || birth.length === 4) return `<Nam>${birth.slice(0, 4)}</Nam><NgayThangNam/>`;
  return `<Nam>${birth.slice(0, 4)}</Nam><NgayThangNam>${birth.replaceAll('-', '').padEnd(8, '0')}</NgayThangNam>`;
}

/** The file has more than is compared: relatives and household are there to be passed over. */
function citizenXml(person: SimulatedPerson): string {
  const shape = shapeOf(person.nationalId);
  const { province = '', commune = '' } = person.homeTown ?? {};
  const nobody = '<HoVaTen/><QuocTich/><SoDinhDanh/><SoCMND/>';
  return (
    '<CongDan>' +
    `<SoDinhDanh>${person.nationalId}</SoDinhDanh><SoCMND/><HoVaTen>${nameXml(person.name, shape)}</HoVaTen><GioiTinh>${shape === 'no-sex' ? '' : person.sex}</GioiTinh>` +
    `<DanToc>${person.ethnicity}</DanToc><TonGiao>00</TonGiao><TinhTrangHonNhan/><NhomMau>00</NhomMau><NgayThangNamSinh>${birthXml(person.birth, shape)}</NgayThangNamSinh>` +
    `<QueQuan><MaTinhThanh>${province}</MaTinhThanh><MaQuanHuyen/><MaPhuongXa>${commune}</MaPhuongXa><ChiTiet>THÔN MÔ PHỎNG, XÃ MÔ PHỎNG, TỈNH MÔ PHỎNG</ChiTiet><QuocGia>VN</QuocGia></QueQuan><QuocTich/>` +
    `<Cha><HoVaTen>NGƯỜI CHA MÔ PHỎNG</HoVaTen><QuocTich/><SoDinhDanh/><SoCMND/></Cha><Me>${nobody}</Me><VoChong>${nobody}</VoChong><ChuHo><QuanHe/>${nobody}</ChuHo><SoSoHoKhau/></CongDan>`
  );
}

export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${LABEL}<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`;

/** The answer of 037; no citizen = not found, said by an empty collection. */
export const lookUpAnswer = (person: SimulatedPerson | null): string =>
  envelope(
    `<ns2:CongdanCollection xmlns:ns2="${ANSWER_NAMESPACE}" SoCongDan="${person ? 1 : 0}" GhiChu="">${person ? citizenXml(person) : ''}</ns2:CongdanCollection>`,
  );

/** The answer of 003. */
export const verifyAnswer = (exists: boolean): string =>
  envelope(`<ns2:KetQuaXacThuc xmlns:ns2="${ANSWER_NAMESPACE}"><ns2:TonTai>${exists}</ns2:TonTai></ns2:KetQuaXacThuc>`);

/** How the real service refuses a wrong question is not known; here it is a fault of the caller, so that ours are found at once. */
export const faultAnswer = (code: string, words: string): string =>
  envelope(`<soap:Fault><faultcode>soap:${code}</faultcode><faultstring>${escape(words)}</faultstring></soap:Fault>`);

const folded = (name: string): string => name.normalize('NFC').toUpperCase().replace(/\s+/g, ' ').trim();

/** 003: exactly this name and birth (the year, when only the year was sent). */
export const isSame = (person: SimulatedPerson, name: string, birth: { readonly day: string; readonly year: string }): boolean =>
  folded(person.name) === folded(name) &&
  (birth.day === '' ? person.birth.slice(0, 4) === birth.year : person.birth.replaceAll('-', '') === birth.day);
