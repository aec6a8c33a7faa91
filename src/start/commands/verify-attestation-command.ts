/** `congvu verify attestation`: an attestation at home, against published keys and the key of the log. Offline but for what is named as an address. */
import { verifyAttestation } from '../../../tools/verify-attestation.mjs';
import type { AttestationVerdict } from '../../../tools/verify-attestation.mjs';
import { readKeys, readLogKey } from './named-keys.ts';
import { CannotUse, readPlace } from './named-places.ts';

export interface VerifyAttestationOptions {
  /** the file as it was taken along: a path or an address */
  readonly attestation: string;
  /** the published key of the agency, or a set of keys: a path or an address */
  readonly keys: string | null;
  /** the key of the log (`name+id+base64`), or where it stands */
  readonly logKey: string | null;
  readonly json: boolean;
}

export interface VerifyAttestationIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
}

const CHARS_MAX = 4_000_000;

/** 0 right, 1 not right, 2 could not be checked as a whole. */
const EXIT: Readonly<Record<AttestationVerdict, 0 | 1 | 2>> = {
  right: 0,
  changed: 1,
  'other-key': 1,
  'not-in-log': 1,
  'unknown-key': 2,
  'no-proof': 2,
  'without-content': 2,
  unreadable: 2,
};
const SIGNS = ['✓', '✗', '!'] as const;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // told as unreadable, or as no key
  }
}

/** Exit 0 right, 1 not right, 2 could not be checked as a whole, 64 something that was named cannot be used. */
export async function runVerifyAttestation(asked: VerifyAttestationOptions, io: VerifyAttestationIo): Promise<number> {
  try {
    const file = readJson(await readPlace(asked.attestation, CHARS_MAX));
    const found = verifyAttestation(file, { keys: await readKeys(asked.keys), logKey: await readLogKey(asked.logKey) });
    const exit = EXIT[found.verdict];
    if (asked.json) {
      const { signed: _signed, ...about } = found.about ?? { signed: null };
      io.answer(JSON.stringify({ verdict: found.verdict, lines: found.lines, about: found.about && about }));
    } else {
      for (const { ok, vi, en } of found.lines) io.answer(`  ${ok ? '✓' : '–'} ${vi} · ${en}`);
      io.answer(`${SIGNS[exit]} ${found.vi} · ${found.en}`);
    }
    return exit;
  } catch (error) {
    if (!(error instanceof CannotUse)) throw error;
    io.print(`Không dùng được. · Cannot be used. (${error.message})`);
    return 64;
  }
}
