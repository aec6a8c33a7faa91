/** The real client of the population database: SOAP 1.1 over HTTPS, through NDXP directly or through an LGSP. */
import type { Clock } from '#base/clock.ts';
import type { PopulationGateway, Question, Refused, Unavailable } from '#record/matching/port.ts';
import { ndxpHeaders } from './access.ts';
import type { LgspAccess, NdxpAccess } from './access.ts';
import { post } from './bounded-post.ts';
import type { Posted } from './bounded-post.ts';
import { lgspTokens } from './lgsp-token.ts';
import { ANSWER_BYTES_MAX } from './limits.ts';
import { fromErrorObject, fromFault, isRefusal, unavailable } from './outcome.ts';
import { readLookUp, readVerification } from './read-answer.ts';
import type { SoapFault, Unreadable } from './read-answer.ts';
import { isComplete, lookUpMessage, verifyMessage } from './request-message.ts';

export interface PopulationConfig {
  /** address of the service; only from the configuration, never from data (threat T25) */
  readonly url: string;
  /** MaDVC, e.g. G15-TP110 */
  readonly serviceCode: string;
  readonly access: NdxpAccess | LgspAccess;
  /** for one question with everything that it needs (a token) */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** Media types that real gateways send with SOAP 1.1; anything else is a page of something on the way. */
const SOAP_TYPES: ReadonlySet<string> = new Set(['text/xml', 'application/xml', 'application/soap+xml']);

type Read<Good> = Good | { readonly kind: 'ambiguous' } | SoapFault | Unreadable;
type Ask = (headers: Record<string, string>, signal: AbortSignal) => Promise<Posted | null>;

/** Throws (a bug of the configuration) when the address is not a plain http(s) one. */
export function populationGateway(config: PopulationConfig): PopulationGateway {
  const { access, clock } = config;
  const { pathname, protocol, username, hash } = new URL(config.url);
  if (!/^https?:$/.test(protocol) || username !== '' || hash !== '')
    throw new Error('the address of the population service must be a plain http(s) address');
  const tokens = access.kind === 'lgsp' ? lgspTokens(access, clock) : null;

  async function call(ask: Ask, signal: AbortSignal): Promise<Posted | Unavailable | Refused> {
    for (let renewed = false; ; renewed = true) {
      const headers =
        access.kind === 'ndxp' ? ndxpHeaders(access, pathname, String(Date.parse(clock.now()))) : await tokens!.headers(signal);
      if ('kind' in headers) return headers as Unavailable | Refused;
      const posted = await ask(headers, signal);
      if (!posted) return unavailable('connection');
      if (!isRefusal(posted.status)) return posted;
      // A platform that was restarted forgets its tokens before their time: one new token, one more try.
      if (!tokens || renewed) return { kind: 'refused', code: `HTTP-${posted.status}` };
      tokens.forget();
    }
  }

  async function question<Good extends { readonly kind: string }>(
    asked: Question,
    message: string,
    read: (text: string) => Read<Good>,
    outer?: AbortSignal,
  ): Promise<Good | Unavailable | Refused> {
    if (!isComplete(asked)) return { kind: 'refused', code: 'INCOMPLETE' };
    const limit = AbortSignal.timeout(config.timeoutMs);
    const answered = await call(
      (headers, signal) =>
        post({
          url: config.url,
          signal,
          body: message,
          bytesMax: ANSWER_BYTES_MAX,
          headers: { ...headers, 'content-type': 'application/xml; charset=utf-8', SOAPAction: '""' },
        }),
      outer ? AbortSignal.any([limit, outer]) : limit,
    );
    if ('kind' in answered)
      return answered.kind === 'unavailable' && answered.reason === 'connection'
        ? unavailable(outer?.aborted ? 'stopped' : limit.aborted ? 'timeout' : 'connection')
        : answered;
    return understand(answered, read);
  }

  return {
    source: access.kind === 'ndxp' ? 'DAN_CU_NDXP' : 'DAN_CU_LGSP',
    lookUp: (asked, signal) => question(asked, lookUpMessage(asked, config.serviceCode), readLookUp, signal),
    verify: (asked, signal) => question(asked, verifyMessage(asked, config.serviceCode), readVerification, signal),
  };
}

/** SOAP 1.1 sends its faults with status 500: the body is read before the status is believed. */
function understand<Good extends { readonly kind: string }>(
  { status, type, text, retryAfter }: Posted,
  read: (text: string) => Read<Good>,
): Good | Unavailable | Refused {
  const readable = (status === 200 || status === 500) && text !== null && text.trim() !== '';
  if (readable && type === 'application/json') return fromErrorObject(text);
  const said = readable && SOAP_TYPES.has(type) ? read(text) : null;
  if (said && isFault(said)) return fromFault(said);
  if (status !== 200) return unavailable('status', retryAfter);
  if (!said || said.kind === 'unreadable') return unavailable('unreadable');
  return said.kind === 'ambiguous' ? unavailable('ambiguous') : (said as Good);
}

const isFault = (said: { readonly kind: string }): said is SoapFault => said.kind === 'fault';
