/** The token endpoint: a code with its transaction code, or a refresh token with its key, for a short access token (OpenID4VCI 1.0 §6, RFC 9449). */
import { Oauth2ServerErrorResponseError } from '@openid4vc/oauth2';
import type { Tx } from '#base/database/transaction.ts';
import { ACCESS_TOKEN_SECONDS, REFRESH_DAYS } from './limits.ts';
import type { IssuerNeeds } from './needs.ts';
import { isRefused, refuse } from './oauth-errors.ts';
import type { Refused } from './oauth-errors.ts';
import { redeemOffer, refreshGrant, useDpopProof, writeGrant } from './offer-store.ts';
import { readDpop } from './proofs.ts';
import type { DpopProof } from './proofs.ts';
import { freshSecret, hashOf, secondsAfter, txCodeHash } from './secrets.ts';
import type { WalletKind } from './wallet-kind.ts';

export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'DPoP';
  readonly expires_in: number;
  readonly refresh_token: string;
}

type Asked =
  | { readonly kind: 'code'; readonly code: string; readonly txCode: string }
  | { readonly kind: 'refresh'; readonly refreshToken: string };

/** Longer than any code of ours: not worth hashing. */
const CODE_CHARS_MAX = 200;

/**
 * @param form  parameters, each once
 * @param kind  what sort of device asks, kept with the wallet of a redeemed code
 * The code is used up by the right transaction code alone: a wrong one, a missing proof, a malformed request leave it for its owner.
 */
export async function answerToken(
  needs: IssuerNeeds,
  form: Readonly<Record<string, string>>,
  dpop: string | undefined,
  kind: WalletKind,
): Promise<TokenAnswer | Refused> {
  const asked = readAsked(needs, form);
  if (isRefused(asked)) return asked;
  const proof = await readDpop(needs.protocol, needs.clock, { method: 'POST', url: needs.protocol.addresses.token, dpop });
  if (isRefused(proof)) return proof;
  return needs.db.transaction(await needs.jobSession(null), async (tx) => {
    if (!(await useDpopProof(tx, proof.hash, proof.expiresAt))) return refuse('invalid_dpop_proof');
    return asked.kind === 'code' ? redeem(tx, needs, asked, { proof, kind }) : refresh(tx, needs, asked.refreshToken, proof);
  });
}

function readAsked({ protocol }: IssuerNeeds, form: Readonly<Record<string, string>>): Asked | Refused {
  // RFC 9396 §5, OpenID4VCI 1.0 §6.1.1: what is asked so is answered in kind or refused, never passed over. Our metadata name no such type.
  if (form['authorization_details'] !== undefined) return refuse('invalid_authorization_details');
  try {
    const { grant } = protocol.authorization.parseAccessTokenRequest({
      request: { method: 'POST', url: protocol.addresses.token, headers: new Headers() as never },
      accessTokenRequest: form as Parameters<typeof protocol.authorization.parseAccessTokenRequest>[0]['accessTokenRequest'],
    });
    if (grant.grantType === 'refresh_token') {
      return grant.refreshToken.length > CODE_CHARS_MAX ? refuse('invalid_grant') : { kind: 'refresh', refreshToken: grant.refreshToken };
    }
    if (grant.grantType === 'authorization_code') return refuse('unsupported_grant_type');
    if (grant.txCode === undefined) return refuse('invalid_request');
    if (grant.preAuthorizedCode.length > CODE_CHARS_MAX || grant.txCode.length > CODE_CHARS_MAX) return refuse('invalid_grant');
    return { kind: 'code', code: grant.preAuthorizedCode, txCode: grant.txCode };
  } catch (error) {
    const code = error instanceof Oauth2ServerErrorResponseError ? error.errorResponse.error : null;
    return refuse(code === 'unsupported_grant_type' ? code : 'invalid_request');
  }
}

async function redeem(
  tx: Tx,
  needs: IssuerNeeds,
  { code, txCode }: Extract<Asked, { kind: 'code' }>,
  { proof, kind }: { readonly proof: DpopProof; readonly kind: WalletKind },
): Promise<TokenAnswer | Refused> {
  const { clock, chance, keys } = needs;
  const at = clock.now();
  const whose = await redeemOffer(tx, hashOf(code), txCodeHash(keys, code, txCode), at);
  if (!whose) return refuse('invalid_grant');
  const [access, renewal] = [freshSecret(chance), freshSecret(chance)];
  await writeGrant(tx, {
    ...whose,
    grantId: chance.uuid7(Date.parse(at)),
    dpopKey: proof.thumbprint,
    kind,
    accessHash: hashOf(access),
    accessExpiresAt: secondsAfter(at, ACCESS_TOKEN_SECONDS),
    refreshHash: hashOf(renewal),
    refreshExpiresAt: secondsAfter(at, REFRESH_DAYS * 86_400),
    createdAt: at,
  });
  return answer(access, renewal);
}

/** The refresh token stays: it is of no use without its key, and a wallet whose answer was lost on the way is not locked out (RFC 9449 §5). */
async function refresh(tx: Tx, needs: IssuerNeeds, refreshToken: string, proof: DpopProof): Promise<TokenAnswer | Refused> {
  const at = needs.clock.now();
  const access = freshSecret(needs.chance);
  const grant = await refreshGrant(
    tx,
    { hash: hashOf(refreshToken), dpopKey: proof.thumbprint },
    { hash: hashOf(access), expiresAt: secondsAfter(at, ACCESS_TOKEN_SECONDS) },
    at,
  );
  return grant ? answer(access, refreshToken) : refuse('invalid_grant');
}

const answer = (access: string, renewal: string): TokenAnswer => ({
  access_token: access,
  token_type: 'DPoP',
  expires_in: ACCESS_TOKEN_SECONDS,
  refresh_token: renewal,
});
