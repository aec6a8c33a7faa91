/** What notices are handed by `start/compose.ts`. */
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { Mailer } from './mailer.ts';

export interface NoticeNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: Keys;
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
  /** takes mails to a server; null: this installation sends none */
  readonly mailer: Mailer | null;
  /** of the portal, without a slash at its end */
  readonly publicUrl: string;
  /** says in each mail that nothing of it is real */
  readonly demo: boolean;
}
