/** How connections of a program name themselves to PostgreSQL, so that an upgrade sees which versions run: by the newest migration that they know. */

/** PostgreSQL keeps so many bytes of a name. */
const BYTES_MAX = 63;
const OURS = /^congvu (\d{4}_\w+)$/;

export const applicationName = (schemaHead: string): string => `congvu ${schemaHead}`.slice(0, BYTES_MAX);
/** Null: a connection of something else, or of a command. */
export const schemaHeadOf = (name: string): string | null => OURS.exec(name)?.[1] ?? null;
