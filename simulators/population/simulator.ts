/**
 * A simulator of the population service: the other end of `outside/population`, as strict as the real one is known to be
 * (authentication both ways, order of elements), able to answer oddly and to fail on demand. Labelled as what it is.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doorkeeper } from './doorkeeper.ts';
import { badAnswer, FAULTS, isFault, makeFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import { landingPage, STYLE_SHEET } from './page.ts';
import type { Counters, RenewedRow } from './page.ts';
import { faultAnswer, isSame, lookUpAnswer, verifyAnswer } from './people.ts';
import type { SimulatedPerson } from './people.ts';
import { readRequest } from './read-request.ts';
import type { SimulatedRequest } from './read-request.ts';

export type { SimulatedPerson } from './people.ts';

export const POPULATION_PATH = '/sim/population';
const SERVICE = `${POPULATION_PATH}/ws/TraCuuThongTinCongDan`;
const TOKEN = `${POPULATION_PATH}/token`;
const REQUEST_BYTES_MAX = 256 * 1024;
/** Longer than a client waits, in milliseconds. */
const SLOW_MS = 10_000;
const TOKEN_SECONDS = 3_600;
/** Of this page alone: its own style sheet and its own switches. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface PopulationSimulatorOptions {
  /** by citizen number, or by the 9 digits of an old card */
  readonly citizenOf: (number: string) => SimulatedPerson | null;
  /** people whose number was made anew, for its page */
  readonly renewed?: () => readonly RenewedRow[];
  /** NDXP's user, LGSP's AccessKey */
  readonly user: string;
  /** NDXP's secret, LGSP's SecretKey */
  readonly secret: string;
}

type Text = { Body: string };

/** Somebody else, for `wrong`. */
const STRANGER: Omit<SimulatedPerson, 'nationalId'> = { name: 'Người Khác Hẳn', birth: '1950-01-01', sex: '3', ethnicity: '55' };

export function populationSimulator(options: PopulationSimulatorOptions): (app: FastifyInstance) => Promise<void> {
  const faults = makeFaults();
  const door = doorkeeper(options);
  const counters: Counters = { calls: 0, found: 0, notFound: 0, verified: 0, refused: 0, malformed: 0, bad: 0, tokens: 0 };

  function answer({ operation, values }: SimulatedRequest, fault: Fault | null): string {
    const person = options.citizenOf(values.get('SoDinhDanh') ?? values.get('SoCMND') ?? '');
    if (operation === 'XacThucThongTinCongDan') {
      counters.verified += 1;
      const birth = { day: values.get('NgayThangNamSinh/NgayThangNam') ?? '', year: values.get('NgayThangNamSinh/Nam') ?? '' };
      return verifyAnswer(person !== null && fault !== 'wrong' && isSame(person, values.get('HoVaTen') ?? '', birth));
    }
    counters[person ? 'found' : 'notFound'] += 1;
    return lookUpAnswer(person && fault === 'wrong' ? { ...STRANGER, nationalId: person.nationalId.replace(/..$/, '00') } : person);
  }

  async function serve(request: FastifyRequest<Text>, reply: FastifyReply): Promise<FastifyReply> {
    counters.calls += 1;
    const fault = faults.spend();
    if (fault !== null) counters.bad += 1;
    if (fault === 'forget') door.forgetTokens();
    if (fault === 'slow') await untilGone(reply);
    const bad = fault === null ? null : badAnswer(fault, reply);
    if (bad) return bad;
    if (!door.admit(request.headers, SERVICE)) {
      counters.refused += 1;
      return reply.code(401).send('');
    }
    const asked =
      request.headers['soapaction'] === '""' && /^(application|text)\/xml\b/.test(request.headers['content-type'] ?? '')
        ? readRequest(request.body ?? '')
        : 'thiếu SOAPAction hoặc sai Content-Type';
    void reply.type('text/xml; charset=utf-8');
    if (typeof asked === 'string') {
      counters.malformed += 1;
      return reply.code(500).send(faultAnswer('Client', `Mô phỏng: ${asked}`));
    }
    return reply.send(answer(asked, fault));
  }

  function setFault(
    request: FastifyRequest<Text>,
    reply: FastifyReply,
  ): FastifyReply | { fault: Fault | 'off'; left: number | null; counters: Counters } {
    const form = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    const asked = form ? Object.fromEntries(new URLSearchParams(request.body ?? '')) : fieldsOf(request.body ?? '');
    if (asked['kind'] === 'off') faults.off();
    else if (isFault(asked['kind']))
      faults.set(asked['kind'], Number(asked['count']) >= 1 ? Math.floor(Number(asked['count'])) : Number.POSITIVE_INFINITY);
    else return reply.code(400).send({ kinds: ['off', ...Object.keys(FAULTS)] });
    if (form) return reply.redirect(POPULATION_PATH, 303);
    const now = faults.now();
    return { fault: now?.fault ?? 'off', left: now && Number.isFinite(now.left) ? now.left : null, counters };
  }

  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: REQUEST_BYTES_MAX }, (_request, text, done) => done(null, text));
    app.get(POPULATION_PATH, async (_request, reply) =>
      reply
        .header('content-security-policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .send(landingPage(POPULATION_PATH, counters, faults, options.renewed?.() ?? [])),
    );
    app.get(`${POPULATION_PATH}/trang.css`, async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE_SHEET));
    app.post<Text>(`${POPULATION_PATH}/faults`, async (request, reply) => setFault(request, reply));
    app.post<Text>(TOKEN, async (request, reply) => {
      const token = door.token(request.headers, request.body ?? '');
      if (token === null) {
        counters.refused += 1;
        return reply.code(401).send({ error: 'invalid_client' });
      }
      counters.tokens += 1;
      return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
    });
    app.post<Text>(SERVICE, serve);
  };
}

/** Waits until the client has gone, so that a stop of the server does not have to. */
async function untilGone(reply: FastifyReply): Promise<void> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  await wait(SLOW_MS, undefined, { signal: gone.signal }).catch(() => undefined);
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Address of the look-up below an origin. */
export const populationUrl = (origin: string): string => `${origin}${SERVICE}`;
/** Address of the LGSP token below an origin. */
export const populationTokenUrl = (origin: string): string => `${origin}${TOKEN}`;
