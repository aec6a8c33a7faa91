/** What the routes of this room are handed by `start/compose.ts`. */
import type { Tx } from '#base/database/transaction.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import type { TakeAlongNeeds } from '#record/confirmation/take-along.ts';
import type { Receipt } from '#record/receipt/shapes.ts';

export interface DeskNeeds extends IntakeNeeds {
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** names of bodies by code; a code of nobody is left out */
  readonly bodyNamesByCode: (tx: Tx, codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** address under which receipts are shown, `PUBLIC_URL` */
  readonly publicUrl: string;
  /** what an attestation that is taken along is made of */
  readonly taking: TakeAlongNeeds;
  readonly receiptPdf: (receipt: Receipt, verifyUrl: string) => Promise<Uint8Array>;
}
