/**
 * A simulator of the population look-up: the other end of `outside/population`, as strict as the real one is known to be
 * (authentication, element order), able to answer oddly and to fail on demand. Labelled as what it is. The people are invented.
 */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

export const POPULATION_PATH = '/sim/population';
const SERVICE = `${POPULATION_PATH}/ws/TraCuuThongTinCongDan`;
const NAMESPACE = 'http://www.mic.gov.vn/dancu/1.0';
/** Elements of a request in the order in which they must come. */
const ORDER = ['MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo', 'SoDinhDanh', 'SoCMND', 'HoVaTen', 'NgayThangNamSinh', 'MaDonVi', 'SoDienThoai'];

/** A citizen of the simulated database. */
export interface SimulatedPerson {
  readonly nationalId: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
  readonly ethnicity: string;
}

export interface PopulationSimulatorOptions {
  readonly citizenOf: (nationalId: string) => SimulatedPerson | null;
  readonly user: string;
  readonly secret: string;
}

/** What it can be told to do, for the next `count` calls. */
export const FAULTS = ['off', 'slow', '5xx', 'garbage', 'empty', 'wrong', 'doctype', 'refuse'] as const;
export type Fault = (typeof FAULTS)[number];

const escape = (text: string): string => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Odd but real shapes, told by the last digit of the number: the whole name in Ten; only the year; upper case. */
function citizenXml(person: SimulatedPerson): string {
  const odd = Number(person.nationalId.at(-1));
  const words = person.name.split(' ');
  const name = odd === 3 ? `<Ho/><ChuDem/><Ten>${escape(person.name.toUpperCase())}</Ten>`
    : `<Ho>${escape(words[0] ?? '')}</Ho><ChuDem>${escape(words.slice(1, -1).join(' '))}</ChuDem><Ten>${escape(words.at(-1) ?? '')}</Ten>`;
  const birth = odd === 7 ? `<Nam>${person.birth.slice(0, 4)}</Nam>` : `<NgayThangNam>${person.birth.replaceAll('-', '')}</NgayThangNam>`;
  return `<CongDan><SoDinhDanh>${person.nationalId}</SoDinhDanh><HoVaTen>${name}</HoVaTen><GioiTinh>${person.sex}</GioiTinh><DanToc>${person.ethnicity}</DanToc><TonGiao>00</TonGiao><NhomMau>00</NhomMau><NgayThangNamSinh>${birth}</NgayThangNamSinh><QuocTich/></CongDan>`;
}

const envelope = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><!-- MÔ PHỎNG – không phải CSDLQG về dân cư --><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><CongdanCollection xmlns="${NAMESPACE}">${inner}</CongdanCollection></soap:Body></soap:Envelope>`;

/** The elements of the request, in the order in which they stand; a simulator may be simple about XML, the client may not. */
function readRequest(xml: string): { names: string[]; values: Map<string, string> } {
  const names: string[] = [];
  const values = new Map<string, string>();
  for (const match of xml.matchAll(/<dan:(\w+)>([^<]*)/g)) if (ORDER.includes(match[1]!)) { names.push(match[1]!); values.set(match[1]!, match[2]!); }
  return { names, values };
}

const inOrder = (names: readonly string[]): boolean => names.every((name, i) => i === 0 || ORDER.indexOf(names[i - 1]!) < ORDER.indexOf(name));

/** Is this Basic header made of our secret for this path and time? */
function isAuthorised(options: PopulationSimulatorOptions, headers: Record<string, string | string[] | undefined>): boolean {
  const timestamp = String(headers['timestamp'] ?? '');
  const [user, hash] = Buffer.from(String(headers['authorization'] ?? '').replace(/^Basic /, ''), 'base64').toString().split(':');
  const wanted = createHash('sha256').update(`${SERVICE}${options.user}${timestamp}${options.secret}`).digest('hex');
  return user === options.user && hash === wanted && /^\d{10,13}$/.test(timestamp) && Boolean(headers['x-road-client']);
}

export function populationSimulator(options: PopulationSimulatorOptions): (app: FastifyInstance) => Promise<void> {
  let fault: { kind: Fault; left: number } = { kind: 'off', left: 0 };
  let calls = 0;
  const takeFault = (): Fault => {
    if (fault.left <= 0) return 'off';
    fault = { ...fault, left: fault.left - 1 };
    return fault.kind;
  };
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 256 * 1024 }, (_request, text, done) => done(null, text));

    app.get(POPULATION_PATH, async (_request, reply) => reply.type('text/html; charset=utf-8').send(
      `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Mô phỏng tra cứu dân cư</title><h1>MÔ PHỎNG – không phải CSDLQG về dân cư</h1><p>Người trong đây đều hư cấu (số định danh bắt đầu bằng 000).</p><p>Số lần được hỏi: ${calls}. Lỗi đang giả lập: ${fault.left > 0 ? fault.kind : 'không'} (còn ${fault.left} lần).</p><p>Đặt lỗi: POST ${POPULATION_PATH}/faults {"kind":"${FAULTS.join('|')}","count":5}</p></html>`));

    app.post<{ Body: string }>(`${POPULATION_PATH}/faults`, async (request, reply) => {
      const wish = JSON.parse(request.body || '{}') as { kind?: Fault; count?: number };
      if (!wish.kind || !FAULTS.includes(wish.kind)) return reply.code(400).send({ kinds: FAULTS });
      fault = { kind: wish.kind, left: wish.kind === 'off' ? 0 : (wish.count ?? Number.POSITIVE_INFINITY) };
      return { fault: fault.kind, left: Number.isFinite(fault.left) ? fault.left : null, calls };
    });

    app.post<{ Body: string }>(SERVICE, async (request, reply) => {
      calls += 1;
      const odd = takeFault();
      if (odd === 'slow') await wait(10_000);
      if (odd === '5xx') return reply.code(503).header('retry-after', '1').send('');
      if (odd === 'refuse' || !isAuthorised(options, request.headers)) return reply.code(401).send('');
      void reply.type('text/xml; charset=utf-8');
      if (odd === 'garbage') return reply.send('<html><body>502 Bad Gateway');
      if (odd === 'empty') return reply.send('');
      if (odd === 'doctype') return reply.send(`<!DOCTYPE a [<!ENTITY b "c">]>${envelope('')}`);
      const { names, values } = readRequest(request.body);
      const complete = ['MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo'].every((name) => values.get(name));
      if (!complete || !inOrder(names) || values.get('MaTichHop') !== '037') return reply.send(envelope(''));
      const person = options.citizenOf(values.get('SoDinhDanh') ?? values.get('SoCMND') ?? '');
      if (!person) return reply.send(envelope(''));
      return reply.send(envelope(citizenXml(odd === 'wrong' ? { ...person, name: 'NGƯỜI KHÁC HẲN', birth: '1950-01-01' } : person)));
    });
  };
}

/** Address of the look-up below an origin. */
export const populationUrl = (origin: string): string => `${origin}${SERVICE}`;
