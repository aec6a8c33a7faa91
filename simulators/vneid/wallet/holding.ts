/**
 * Getting, refreshing and giving up a card: the client of the issuer and the store of the phone, in the order that loses nothing.
 *
 * Life of a card here: offer read → issuer looked up → consent and code → token → copy under a fresh key → checked → kept → told.
 */
import type { Clock } from '#base/clock.ts';
import { checkCopy } from './credential.ts';
import { makeKey, publicJwk } from './encode.ts';
import type { PublicJwk } from './encode.ts';
import type { Fetch } from './fetching.ts';
import { discover, fetchOffer, openSession } from './issuer.ts';
import type { Access, Configuration, FreshCopy, Grant, Issuer, Session } from './issuer.ts';
import type { Offer } from './offer.ts';
import { done, failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { HeldCard, HeldCopy, WalletStore } from './store.ts';

export interface Wallet {
  readonly store: WalletStore;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** origins that the page may ask */
  readonly origins: readonly string[];
  /** whom the wallet trusts to sign copies of this issuer */
  readonly trustedKeys: (issuer: string) => Promise<Outcome<(kid: string) => PublicJwk | null>>;
  /** one at a time over all open pages of this wallet: a refresh token may be good for one use */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** An offer with what its issuer says, for the holder to agree to. */
export interface Review {
  readonly offer: Offer;
  readonly issuer: Issuer;
  readonly configurationId: string;
  readonly configuration: Configuration;
}

const nowMs = ({ clock }: Wallet): number => Date.parse(clock.now());

const accessOf = (wallet: Wallet, dpop: CryptoKeyPair): Access => ({
  fetch: wallet.fetch,
  origins: wallet.origins,
  nowMs: () => nowMs(wallet),
  dpop,
});

/** Reads the offer and asks its issuer what it is; nothing is used up by it. */
export async function reviewOffer(wallet: Wallet, text: string): Promise<Outcome<Review>> {
  const access = accessOf(wallet, await makeKey());
  const offer = await fetchOffer(access, text);
  if (!offer.ok) return offer;
  const issuer = await discover(access, offer.value.issuer);
  if (!issuer.ok) return issuer;
  for (const configurationId of offer.value.configurationIds) {
    const configuration = issuer.value.configurations[configurationId];
    if (configuration) return done({ offer: offer.value, issuer: issuer.value, configurationId, configuration });
  }
  return failed('offer-of-another-kind', 'credential_configuration_ids');
}

/** A copy, checked against the key that the wallet made and the keys that it trusts; a bad one is refused and the issuer told. */
async function takeCopy(wallet: Wallet, session: Session, grant: Grant, configurationId: string): Promise<Outcome<FreshCopy>> {
  const configuration = session.issuer.configurations[configurationId];
  if (!configuration) return failed('issuer-odd', 'credential_configurations_supported');
  const keys = await wallet.trustedKeys(session.issuer.id);
  if (!keys.ok) return keys;
  const fresh = await session.copy(grant, configurationId);
  if (!fresh.ok) return fresh;
  const { credential, holder, notificationId } = fresh.value;
  const checked = await checkCopy(credential, {
    holder: await publicJwk(holder),
    issuer: session.issuer.id,
    vct: configuration.vct,
    nowSeconds: Math.floor(nowMs(wallet) / 1000),
    keyOf: keys.value,
  });
  if (!checked.ok) {
    if (notificationId) await session.notify(grant, notificationId, 'credential_failure');
    return checked;
  }
  return fresh;
}

const heldCopy = (wallet: Wallet, { credential, holder }: FreshCopy): HeldCopy => ({ credential, holder, receivedAt: wallet.clock.now() });

/** After the holder agreed: uses the offer up. The card takes the place of the one that was held. */
export const acceptOffer = (wallet: Wallet, review: Review, txCode: string | null): Promise<Outcome<HeldCard>> =>
  wallet.alone(async () => {
    const dpop = await makeKey();
    const session = openSession(accessOf(wallet, dpop), review.issuer);
    const grant = await session.redeem(review.offer, txCode);
    if (!grant.ok) return grant;
    const fresh = await takeCopy(wallet, session, grant.value, review.configurationId);
    if (!fresh.ok) return fresh;
    const { notificationId } = fresh.value;
    const card: HeldCard = {
      issuer: review.issuer.id,
      issuerNames: review.issuer.names,
      configurationId: review.configurationId,
      dpop,
      refreshToken: grant.value.refreshToken,
      notificationId,
      current: heldCopy(wallet, fresh.value),
      previous: null,
      refreshFault: null,
    };
    await wallet.store.keep(card);
    if (notificationId) await session.notify(grant.value, notificationId, 'credential_accepted');
    return done(card);
  });

/** A new copy of the card as the register has it now; the copy from before is kept beside it, for mistakes on demand. */
export const refreshCard = (wallet: Wallet): Promise<Outcome<HeldCard>> =>
  wallet.alone(async () => {
    const card = await wallet.store.card();
    if (!card) return failed('refresh-refused', 'no card');
    const outcome = await refreshed(wallet, card);
    if (outcome.ok) return outcome;
    const now = (await wallet.store.card()) ?? card;
    await wallet.store.keep({ ...now, refreshFault: { code: outcome.fault.code, at: wallet.clock.now() } });
    return outcome;
  });

async function refreshed(wallet: Wallet, card: HeldCard): Promise<Outcome<HeldCard>> {
  if (!card.refreshToken) return failed('refresh-refused', 'refresh_token');
  const access = accessOf(wallet, card.dpop);
  const issuer = await discover(access, card.issuer);
  if (!issuer.ok) return issuer;
  const session = openSession(access, issuer.value);
  const grant = await session.refresh(card.refreshToken);
  if (!grant.ok) return grant;
  // First of all: the token of before may be dead already.
  const withToken: HeldCard = { ...card, refreshToken: grant.value.refreshToken };
  await wallet.store.keep(withToken);
  const fresh = await takeCopy(wallet, session, grant.value, card.configurationId);
  if (!fresh.ok) return fresh;
  const { notificationId } = fresh.value;
  const next: HeldCard = {
    ...withToken,
    issuerNames: issuer.value.names,
    notificationId,
    current: heldCopy(wallet, fresh.value),
    previous: card.current,
    refreshFault: null,
  };
  await wallet.store.keep(next);
  if (notificationId) await session.notify(grant.value, notificationId, 'credential_accepted');
  return done(next);
}

/** Off this phone at once, keys and all; the issuer is told after that if it can be reached. */
export const deleteCard = (wallet: Wallet): Promise<void> =>
  wallet.alone(async () => {
    const card = await wallet.store.card();
    await wallet.store.drop();
    if (!card?.refreshToken || !card.notificationId) return;
    const access = accessOf(wallet, card.dpop);
    const issuer = await discover(access, card.issuer);
    if (!issuer.ok) return;
    const session = openSession(access, issuer.value);
    const grant = await session.refresh(card.refreshToken);
    if (grant.ok) await session.notify(grant.value, card.notificationId, 'credential_deleted');
  });
