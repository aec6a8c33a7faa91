/** The real client of the population database: SOAP 1.1 over HTTPS, through NDXP directly or through a province's LGSP. */
import { createHash } from 'node:crypto';
import type { Clock } from '#base/clock.ts';
import type { Answer, PopulationGateway } from '#record/matching/port.ts';
import { ANSWER_BYTES_MAX, lookUpMessage, readAnswer } from './soap-message.ts';

/** NDXP: Basic over a hash that holds path, user, time and secret; X-Road client and API key beside it. */
export interface NdxpAccess {
  readonly kind: 'ndxp';
  readonly user: string;
  readonly secret: string;
  /** X-Road-Client: instance/class/member/subsystem */
  readonly xroadClient: string;
  readonly apiKey: string;
}
/** LGSP: a token by client credentials, named again in `lgspaccesstoken`. */
export interface LgspAccess {
  readonly kind: 'lgsp';
  readonly tokenUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly appName: string;
  readonly partnerCode: string;
  readonly partnerCodeCus: string;
}

export interface PopulationConfig {
  /** address of the service; only from the configuration, never from data (threat T25) */
  readonly url: string;
  /** MaDVC, e.g. G15-TP110 */
  readonly serviceCode: string;
  readonly access: NdxpAccess | LgspAccess;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** sha256(path ‖ user ‖ time ‖ secret), lower-case hexadecimal. */
export const ndxpHash = (path: string, user: string, timestamp: string, secret: string): string =>
  createHash('sha256').update(`${path}${user}${timestamp}${secret}`).digest('hex');

export function ndxpHeaders(access: NdxpAccess, path: string, timestamp: string): Record<string, string> {
  return {
    Timestamp: timestamp, Authorization: `Basic ${Buffer.from(`${access.user}:${ndxpHash(path, access.user, timestamp, access.secret)}`).toString('base64')}`,
    'X-Road-Client': access.xroadClient, ApiKey: access.apiKey,
  };
}

/** The value of the header `lgspaccesstoken`. */
export const lgspToken = (access: LgspAccess): string => Buffer.from(JSON.stringify({
  AccessKey: access.accessKey, SecretKey: access.secretKey, AppName: access.appName, PartnerCode: access.partnerCode, PartnerCodeCus: access.partnerCodeCus,
})).toString('base64');

async function boundedText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > ANSWER_BYTES_MAX) return null;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const unavailable = (reason: 'timeout' | 'connection' | 'status' | 'unreadable', retryAfterMs: number | null = null): Answer => ({ kind: 'unavailable', reason, retryAfterMs });

/** Seconds of a Retry-After header, as milliseconds; dates and nonsense are none. */
const retryAfter = (response: Response): number | null => { const seconds = Number(response.headers.get('retry-after') ?? Number.NaN); return Number.isFinite(seconds) ? Math.min(3600, Math.max(0, seconds)) * 1000 : null; };

export function populationGateway(config: PopulationConfig): PopulationGateway {
  const path = new URL(config.url).pathname;
  let token: { readonly value: string; readonly untilMs: number } | null = null;

  async function lgspHeaders(access: LgspAccess, signal: AbortSignal): Promise<Record<string, string> | null> {
    const nowMs = Date.parse(config.clock.now());
    if (!token || token.untilMs < nowMs) {
      const response = await fetch(access.tokenUrl, {
        method: 'POST', redirect: 'error', signal, body: 'grant_type=client_credentials', headers: { 'content-type': 'application/x-www-form-urlencoded', lgspaccesstoken: lgspToken(access) },
      });
      const text = await boundedText(response);
      if (!response.ok || text === null) return null;
      const said = JSON.parse(text) as { access_token?: unknown; expires_in?: unknown };
      if (typeof said.access_token !== 'string') return null;
      token = { value: said.access_token, untilMs: nowMs + (Math.max(60, Number(said.expires_in) || 300) - 30) * 1000 };
    }
    return { Authorization: `Bearer ${token.value}`, lgspaccesstoken: lgspToken(access) };
  }

  return {
    source: config.access.kind === 'ndxp' ? 'DAN_CU_NDXP' : 'DAN_CU_LGSP',
    async lookUp(question, outer) {
      const limit = AbortSignal.timeout(config.timeoutMs);
      const signal = outer ? AbortSignal.any([limit, outer]) : limit;
      try {
        const { access } = config;
        const headers = access.kind === 'ndxp' ? ndxpHeaders(access, path, String(Date.parse(config.clock.now()))) : await lgspHeaders(access, signal);
        if (!headers) return { kind: 'refused', code: 'TOKEN' };
        const response = await fetch(config.url, {
          method: 'POST', redirect: 'error', signal, body: lookUpMessage(question, config.serviceCode), headers: { ...headers, 'content-type': 'application/xml; charset=utf-8', SOAPAction: '""' },
        });
        const text = await boundedText(response);
        if (response.status === 401 || response.status === 403) { token = null; return { kind: 'refused', code: String(response.status) }; }
        if (!response.ok) return unavailable('status', retryAfter(response));
        if (text === null || text.trim() === '') return unavailable('unreadable');
        const answer = readAnswer(text);
        return answer.kind === 'unreadable' ? unavailable('unreadable') : answer;
      } catch {
        return unavailable(limit.aborted ? 'timeout' : 'connection'); // what was sent must not come back in an error's text
      }
    },
  };
}
