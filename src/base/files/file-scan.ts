/** Looking for malware in what somebody sends: the port, and what its answers mean. The client stands in `outside/scanner`; the frame of routes asks it of whatever takes bytes. */
import { fileInfected, fileNotScanned } from '#base/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';

/** What is said of a file that was taken. */
export type ScanState = 'clean' | 'not-scanned';

/** What a scanner said of bytes. */
export type ScanOutcome =
  | { readonly kind: 'clean' }
  /** `signature`: what the scanner calls it */
  | { readonly kind: 'infected'; readonly signature: string }
  /** it did not say: away, too slow, the file too large for it, an answer that is none */
  | { readonly kind: 'away'; readonly why: string };

export interface FileScanner {
  scan(bytes: Uint8Array): Promise<ScanOutcome>;
  /** null: it answers; else why not */
  look(): Promise<string | null>;
}

/** What is done with a file while the scanner does not say: it is refused, or taken and called so. */
export type WhenAway = 'refuse' | 'accept';

/** Who brought it, for the row of the log. */
export interface Bringer {
  readonly accountId: string;
  readonly bodyId: string | null;
}
/** Asked of all bytes that somebody sends, before anything reads or keeps them. */
export type ScanFile = (bytes: Uint8Array, who: Bringer) => Promise<Result<ScanState>>;

/** Pure: what an outcome means. Infected is never taken. */
export function judgeScan(outcome: ScanOutcome, whenAway: WhenAway): Result<ScanState> {
  switch (outcome.kind) {
    case 'clean':
      return ok('clean');
    case 'infected':
      return refused(fileInfected({ signature: outcome.signature }));
    case 'away':
      return whenAway === 'accept' ? ok('not-scanned') : refused(fileNotScanned());
  }
}
