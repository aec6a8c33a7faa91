/** The digest of a row: the same values are the same digest, in the program that writes them and in the one that verifies them. */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** Values of a row: bytes as hexadecimal text, instants and days as text. */
export type RowValues = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** @returns SHA-256 of the canonical JSON of the values, hexadecimal */
export const rowDigest = (values: RowValues): string => createHash('sha256').update(canonicalJson(values)).digest('hex');
