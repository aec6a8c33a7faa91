/** Maxima of consents, against pages without end and codes without number. */

/** Letters of the reason that a body states beside its purpose. */
export const REASON_CHARS_MAX = 500;
/** Letters of a reason at least: "học" alone tells nobody what they consent to. */
export const REASON_CHARS_MIN = 10;
/** Consents on one page, newest first. */
export const CONSENTS_PAGE_MAX = 100;
/** Looks that a page tells beside a consent, newest first; the count tells of all. */
export const LOOKS_SHOWN_MAX = 20;
