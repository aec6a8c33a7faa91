/** Maxima of the issuer. */

/** An offer lives so long, in seconds (issue: five minutes; OpenID4VCI 1.0 §13.6.2 wants it short). */
export const OFFER_SECONDS = 300;
/** Transaction codes tried upon one offer: with six digits one in 200,000 guesses gets through. */
export const TX_CODE_TRIES_MAX = 5;
export const TX_CODE_DIGITS = 6;
/** A nonce for a proof, in seconds. */
export const NONCE_SECONDS = 300;
/** Proofs (of the holder key, of the DPoP key) may be made so long ago, and so far ahead by a clock that runs fast, in seconds. */
export const PROOF_AGE_SECONDS_MAX = 300;
export const PROOF_AHEAD_SECONDS_MAX = 60;
/** An access token, in seconds: long enough for one refresh on a slow network. */
export const ACCESS_TOKEN_SECONDS = 600;
/** A wallet may refresh for so long without a new offer, in days (docs/architecture.md §8, Card: at most a year). */
export const REFRESH_DAYS = 365;
/** Bytes of a request body: a credential request with one proof has about 1,500. */
export const BODY_BYTES_MAX = 16 * 1024;
/** Characters of a DPoP proof; a proof of ours has about 600. */
export const DPOP_CHARS_MAX = 4_096;
/** Requests of one wallet (by its code or token): a card needs three of them, and a wallet that tries again in vain is told to wait. */
export const WALLET_PACE = { burst: 60, perSecond: 1 } as const;
/** An address may ask for so many seconds' worth at once: a carrier's network and a wallet's own servers put thousands behind one. */
export const ADDRESS_BURST_SECONDS = 60;
/** Addresses, and wallets, remembered at most; the oldest are forgotten. */
export const PACES_KEPT_MAX = 10_000;

/** A status list has so many places (one bit each); it takes no more copies when three quarters are taken: a free place is then found in four draws. */
export const LIST_PLACES = 1 << 20;
export const LIST_TAKEN_MAX = LIST_PLACES * 0.75;
/** Draws for a free place; at three quarters taken, 64 draws all fail once in 100 million copies. */
export const PLACE_DRAWS_MAX = 64;
/** Numbers passed over when a database was set back: more lists than were opened since, whoever saw them. */
export const LIST_NUMBERS_PASSED = 1_000;
/** A list is signed anew after so many seconds although nothing changed. */
export const LIST_RESIGN_SECONDS = 300;
/** Pause between two looks for changes, in milliseconds: a bit is published within about ten seconds (goal: 60). */
export const PUBLISH_PAUSE_MS = 5_000;

/** The picture in a card: pixels, and bytes of its JPEG. */
export const PICTURE_WIDTH = 240;
export const PICTURE_HEIGHT = 320;
export const PICTURE_BYTES_MAX = 20 * 1024;
/** Pictures kept in memory, by SHA-256: 20 KB each. */
export const PICTURES_KEPT_MAX = 500;
