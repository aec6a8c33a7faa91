/** What the routes of bodies need of the process. */
import type { FrameNeeds } from '#authority/access/frame.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';

export interface BodyNeeds extends FrameNeeds, AuditNeeds {
  /** scanned decisions, and the files that lists were read from */
  readonly blobs: BlobStore;
}
