/** What an error of a sign-in means for people. The library's errors, Node's, and OpenSSL's in; a problem of ours out, never with what the provider wrote. */
import { signInAway, signInClient, signInClock, signInFailed, signInPlain, signInProvider } from '#authority/access/problems.ts';
import { certificateWords } from '#base/certificate-words.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import { AnswerTooLong } from './bounded-fetch.ts';

interface Failure extends Error {
  readonly code?: string;
  /** of an OAuth answer: `access_denied`, `invalid_client` … */
  readonly error?: string;
  readonly cause?: unknown;
}

const NOT_VERIFIED: Bilingual = { vi: 'nhà cung cấp định danh không xác nhận', en: 'the identity provider did not confirm it' };
const NOT_FOR_THIS: Bilingual = {
  vi: 'câu trả lời của nhà cung cấp không thuộc lần đăng nhập này',
  en: 'the answer of the provider does not belong to this sign-in',
};
const GIVEN_UP: Bilingual = { vi: 'việc đăng nhập đã bị hủy ở nhà cung cấp', en: 'it was given up at the provider' };
const NOT_OPENID: Bilingual = { vi: 'câu trả lời không theo OpenID Connect', en: 'it does not answer as OpenID Connect' };
const OTHER_NAME: Bilingual = { vi: 'tên tự khai khác với OIDC_ISSUER', en: 'it names itself otherwise than OIDC_ISSUER' };
const INCOMPLETE: Bilingual = { vi: 'bản tự mô tả thiếu địa chỉ cần có', en: 'its description lacks an address that is needed' };

/** Words of a fixed list alone are shown: what a provider writes in an error may hold anything. */
const word = (text: unknown): string => (typeof text === 'string' && /^[a-zA-Z0-9_-]{1,40}$/.test(text) ? text : 'error');

const statusIn = (cause: unknown): number =>
  cause instanceof Response ? cause.status : Number((cause as { readonly status?: unknown } | undefined)?.status ?? 0);

function oauthProblem(error: string): Problem {
  if (/^(access_denied|login_required|consent_required|interaction_required)$/.test(error)) return signInFailed({ why: GIVEN_UP });
  if (/^(temporarily_unavailable|server_error)$/.test(error)) return signInAway({ detail: error });
  if (/^(invalid_client|unauthorized_client|invalid_scope|unsupported_response_type|invalid_request)$/.test(error))
    return signInClient({ detail: error });
  return signInFailed({ why: NOT_VERIFIED });
}

/** By the library's code, which names what did not fit. */
function byCode({ code, error, cause }: Failure): Problem | null {
  switch (code) {
    case 'OAUTH_AUTHORIZATION_RESPONSE_ERROR':
    case 'OAUTH_RESPONSE_BODY_ERROR':
      return oauthProblem(word(error));
    case 'OAUTH_WWW_AUTHENTICATE_CHALLENGE':
      return signInClient({ detail: String(statusIn(cause) || 401) });
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return signInAway({ detail: 'timeout' });
    case 'OAUTH_HTTP_REQUEST_FORBIDDEN':
    case 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN':
      return signInPlain();
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return signInClock();
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return signInFailed({ why: NOT_FOR_THIS });
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return signInProvider({ why: OTHER_NAME });
    case 'OAUTH_MISSING_SERVER_METADATA':
    case 'OAUTH_INVALID_SERVER_METADATA':
      return signInProvider({ why: INCOMPLETE });
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return statusIn(cause) >= 500 ? signInAway({ detail: `HTTP ${statusIn(cause)}` }) : signInProvider({ why: NOT_OPENID });
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
      return signInProvider({ why: NOT_OPENID });
    default:
      return null;
  }
}

/** Everything that is not known is "not confirmed": whoever is not vouched for does not come in. */
export function whyFailed(thrown: unknown): Problem {
  for (
    let error = thrown as Failure | undefined, depth = 0;
    error instanceof Error && depth < 5;
    error = error.cause as Failure | undefined, depth++
  ) {
    const known = byCode(error);
    if (known) return known;
    if (error instanceof AnswerTooLong) return signInProvider({ why: NOT_OPENID });
    if (error.name === 'TimeoutError' || error.name === 'AbortError') return signInAway({ detail: 'timeout' });
    const why = certificateWords(error);
    if (why) return signInProvider({ why });
    if (/^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(error.code ?? '')) return signInAway({ detail: error.code! });
  }
  return signInFailed({ why: NOT_VERIFIED });
}
