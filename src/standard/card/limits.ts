/** Maxima and times of a check, each with its reason. */

/** A phone's clock may be ahead of the door's by so much. */
export const CLOCK_SKEW_MS = 30_000;
/** A door QR is drawn anew every 30 s and dies after 60, which leaves 30 for a phone whose clock is behind. */
export const DOOR_QR_AGE_MS_MAX = 60_000;
/** A presentation as text or file is carried by hand: five minutes, once. */
export const PRESENTATION_AGE_MS_MAX = 300_000;
/** Older than this, a status list says only that a card was issued (docs/architecture.md §8, Card: 24 hours, as in the EU). */
export const STATUS_AGE_MS_MAX = 86_400_000;
/** A device whose clock is off by more gives no verdict that rests on time. */
export const CLOCK_OFFSET_MS_MAX = 90_000;

/** A card with a portrait of 20 KB is about 45,000 signs; a paste of more than this is not looked at. */
export const CARD_CHARS_MAX = 262_144;
/** The table of claims has 15; a hundred empty ones would only make work. */
export const DISCLOSURES_MAX = 64;
/** One disclosure: the portrait, 20 KB, base64 twice. */
export const DISCLOSURE_CHARS_MAX = 65_536;
/** Header and payload of a card's JWT without its disclosures. */
export const JWT_CHARS_MAX = 16_384;
/** Text of a QR code: version 40-L holds 4,296 alphanumeric signs. */
export const DOOR_QR_CHARS_MAX = 4_296;

/** Entries of one status list; one bit each. */
export const STATUS_ENTRIES = 2 ** 20;
export const STATUS_BYTES = STATUS_ENTRIES / 8;
/** A list of chance, which zlib cannot shorten, base64 twice, with room for the head. */
export const STATUS_LIST_CHARS_MAX = 262_144;
/** Some 800 keys with their names and certificates; one issuer has six at most. */
export const TRUST_LIST_CHARS_MAX = 1_572_864;
/** Anchors that a trust list announces at once; a list with more is none. */
export const ANCHORS_MAX = 8;
