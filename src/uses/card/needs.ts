/** What the issuer is handed by `start/compose.ts`. */
import type { KeptFiles } from '#base/files/kept-files.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { Log } from '#base/log.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { CardEnvironment } from '#standard/card/shapes.ts';
import type { CardSigner } from './core/signer.ts';
import type { EndNeeds } from './end-card.ts';
import type { Protocol } from './protocol.ts';

export interface IssuerNeeds extends EndNeeds {
  readonly db: Database;
  /** a handle for background work on one body, or on all (null) */
  readonly jobSession: (bodyId: string | null) => Promise<SessionHandle>;
  readonly log: Log;
  readonly signer: CardSigner;
  readonly protocol: Protocol;
  readonly vct: string;
  readonly environment: CardEnvironment;
  /** who signs, for people */
  readonly issuerName: Bilingual;
  /** a copy in a wallet runs out after so many days */
  readonly copyDays: number;
  /** a wallet (one grant) is issued so many copies within 24 hours */
  readonly copiesPerDay: number;
  /** a pause between two signatures that is longer is a clock that jumped ahead; 0: none is */
  readonly clockAheadHours: number;
  /** requests of one address a second that are let in; the pace of a single wallet is its own */
  readonly addressPerSecond: number;
  /** JPEG of a portrait by its SHA-256; throws when it is not there */
  readonly portraitOf: (sha256: string) => Promise<Uint8Array>;
  /** what is published: `status/<n>`, `trust-list`, `crl/<authority>` */
  readonly files: KeptFiles;
  /** JSON as it should be sent, or what is wrong with it */
  readonly parseJson: (text: string) => Result<unknown>;
}
