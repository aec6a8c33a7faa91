/** What a bundle says of itself (`release.json` at its top), and whether the program that runs stands in one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const RELEASE_FILE = 'release.json';
/** As `sha256sum` writes and reads it: a line for each file of the bundle but this one and its signature. */
export const SUMS_FILE = 'SHA256SUMS';
/** Ed25519 over the bytes of `SHA256SUMS`, 64 bytes. */
export const SIGNATURE_FILE = 'SHA256SUMS.sig';
/** CycloneDX: which packages of others are in it. */
export const SBOM_FILE = 'sbom.cdx.json';

export interface Release {
  readonly product: 'congvu';
  readonly version: string;
  /** `linux-x64`: it runs nowhere else */
  readonly platform: string;
  /** last migration */
  readonly schema: string;
  readonly madeAt: string;
  /** whether its maker held a key: who takes a signature away shows so */
  readonly signed: boolean;
}

/** @returns null where this is no bundle, but a checkout */
export function releaseOf(folder: string): Release | null {
  const file = join(folder, RELEASE_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Release) : null;
}
