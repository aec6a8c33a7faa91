/** How a file name stands in a table: on a narrow screen it may break anywhere; on paper a usual one stands on one line, for its hyphens are part of it. */

/** A longer one would take the room of all other columns. */
const WHOLE_CHARS_MAX = 60;

export const classOfFileName = (name: string): string => (name.length <= WHOLE_CHARS_MAX ? 'break whole' : 'break');
