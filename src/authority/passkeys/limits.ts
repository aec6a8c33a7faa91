/** Named maxima of the room. */

/** A challenge that was not answered so long is none any more, in seconds: time to find the key and touch it. */
export const CHALLENGE_SECONDS_MAX = 120;
/** Bytes of a challenge (W3C WebAuthn asks for 16 at least). */
export const CHALLENGE_BYTES = 32;
/** Living passkeys of one account at most. */
export const PASSKEYS_MAX = 10;
/** A first passkey is added so soon after signing in at the latest, in seconds: a session left open adds none. */
export const FRESH_SIGN_IN_SECONDS_MAX = 5 * 60;
/** An administrator's leave to add one again is good for so long, in seconds. */
export const RELEASE_SECONDS_MAX = 24 * 3600;
/** Characters of the answer of a device, as it travels (JSON); real ones have a few thousand. */
export const ANSWER_CHARACTERS_MAX = 20_000;
/** Characters of a name that its holder gives it. */
export const NAME_CHARACTERS_MAX = 60;
