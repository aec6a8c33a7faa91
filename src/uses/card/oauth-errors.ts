/**
 * What wallets are told when something is refused: fixed objects (RFC 6749 §5.2, RFC 6750, RFC 9449, OpenID4VCI 1.0 §8.3, §11.3), nothing of the
 * request and nothing of a library's words in it: those held line breaks that ended a whole process when they came into a header.
 */
import type { FastifyReply } from 'fastify';

interface OauthErrorShape {
  readonly status: number;
  readonly description: string;
  /** of the WWW-Authenticate header, where the answer is 401 */
  readonly challenge?: 'invalid_token' | 'invalid_dpop_proof';
}

const ERRORS = {
  invalid_request: { status: 400, description: 'The request lacks a parameter, repeats one, or is malformed.' },
  invalid_grant: {
    status: 400,
    description: 'The code or token is unknown, used, expired, or shown with a wrong transaction code or key.',
  },
  invalid_authorization_details: { status: 400, description: 'Authorization details are not taken here; the card is the only credential.' },
  unsupported_grant_type: { status: 400, description: 'Only pre-authorized_code and refresh_token are supported.' },
  invalid_dpop_proof: { status: 400, description: 'A fresh DPoP proof of this request, signed with ES256, is needed.' },
  invalid_token: { status: 401, description: 'A DPoP-bound access token that holds is needed.', challenge: 'invalid_token' },
  invalid_credential_request: { status: 400, description: 'The credential request is malformed.' },
  unknown_credential_configuration: { status: 400, description: 'There is no such credential configuration here.' },
  unknown_credential_identifier: { status: 400, description: 'No credential identifiers are given out here; ask by configuration.' },
  invalid_proof: {
    status: 400,
    description: 'One proof of type jwt is needed, ES256 with the key in its header, for this issuer, made now.',
  },
  invalid_nonce: { status: 400, description: 'The nonce of the proof is unknown, used or expired; ask the nonce endpoint for another.' },
  invalid_encryption_parameters: { status: 400, description: 'Responses are not encrypted here.' },
  credential_request_denied: { status: 400, description: 'There is no card to issue.' },
  invalid_notification_id: { status: 400, description: 'There is no such notification.' },
  invalid_notification_request: { status: 400, description: 'The notification is malformed.' },
  request_too_large: { status: 413, description: 'The request is too large.' },
  unsupported_media_type: { status: 415, description: 'The media type is not the one of this endpoint.' },
  slow_down: { status: 429, description: 'Too many requests from this wallet or address.' },
  copies_taken: { status: 429, description: 'This wallet took all copies of a day. Those that it has stay good.' },
  server_error: { status: 500, description: 'The server could not do this. Nothing was issued.' },
  temporarily_unavailable: { status: 503, description: 'The server cannot do this now. Try again later.' },
} as const satisfies Readonly<Record<string, OauthErrorShape>>;

export type OauthError = keyof typeof ERRORS;

/** Codes that the protocols do not know are told as the nearest that they do. */
const ON_THE_WIRE: Readonly<Partial<Record<OauthError, string>>> = {
  request_too_large: 'invalid_request',
  unsupported_media_type: 'invalid_request',
  slow_down: 'temporarily_unavailable',
  copies_taken: 'temporarily_unavailable',
};

/** A refusal as a value: every step of an endpoint gives back this or what it was asked for. */
export interface Refused {
  readonly refused: OauthError;
  /** after how many seconds the same request may be sent again; absent: nobody knows */
  readonly afterSeconds?: number;
}
export const refuse = (error: OauthError, afterSeconds?: number): Refused => ({
  refused: error,
  ...(afterSeconds === undefined ? {} : { afterSeconds }),
});
export const isRefused = (value: object): value is Refused => 'refused' in value;

/** Ends a request with a refusal. At a resource (credential, notification) a failed proof of the DPoP key is a 401 with its challenge. */
export function sendOauthError(
  reply: FastifyReply,
  error: OauthError,
  where: 'token' | 'resource' = 'token',
  afterSeconds?: number,
): FastifyReply {
  if (afterSeconds !== undefined) void reply.header('retry-after', String(afterSeconds));
  const shape: OauthErrorShape = ERRORS[error];
  const challenge = error === 'invalid_dpop_proof' && where === 'resource' ? 'invalid_dpop_proof' : shape.challenge;
  if (challenge) void reply.header('www-authenticate', `DPoP error="${challenge}", algs="ES256"`);
  return reply
    .code(challenge ? 401 : shape.status)
    .type('application/json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ error: ON_THE_WIRE[error] ?? error, error_description: shape.description }));
}
