/** Maxima of a door's question to a phone. */

/** A question stands so long, in seconds: to take the phone out, scan, read who asks, agree. */
export const ASK_SECONDS = 120;
/** An answer lies here so long at most, in seconds; with the pause between two sweeps less than a minute. The guard's page waits for it and takes it at once. */
export const ANSWER_SECONDS = 50;
/** Characters of an encrypted answer: a card with its portrait is about 45,000, encrypted 60,000. */
export const ANSWER_CHARS_MAX = 131_072;
/** Bytes of what a page sends to ask: a key, a number and a name. */
export const ASK_BYTES_MAX = 4_096;
/** Questions that stand at one time in the whole installation; a thousand gates at their busiest. */
export const ASKS_MAX = 2_000;
/** Questions of one address: so many at once, and so many a second after that. A building's gates come by one address; all that may stand are not one's alone. */
export const ASK_BURST = 120;
export const ASKS_PER_SECOND = 2;
/** A name that a guard gave to the door, in characters. */
export const DOOR_NAME_CHARS_MAX = 80;
/** One request of a page waits so long for the answer, and looks so often at what another server of the installation took, in milliseconds. */
export const WAIT_MS_MAX = 8_000;
export const LOOK_MS = 500;
/** Pages that wait at one server; others are told at once that there is nothing yet. */
export const WAITING_MAX = 1_000;
