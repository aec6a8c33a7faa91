/** How much one check of a network may ask of the server. */

/** Where the checks of a network are answered. */
export const CHECK_PATH = '/api/v1/network-check';
/** Bytes of one message, up or down: enough to see the speed of a line, and bounded whoever asks. Below what a JSON body may hold. */
export const BYTES_MAX = 1_000_000;
/** A code for sending results is good for so long, in hours, and for so many results: a day's round through an office. */
export const TOKEN_HOURS = 24;
export const TOKEN_USES = 20;
/** Lines of one page of bodies. */
export const PAGE_MAX = 100;
