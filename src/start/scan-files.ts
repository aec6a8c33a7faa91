/** Joins the scanner with the frame of routes: what it says of a file is judged by the setting, and malware leaves its row whoever brought it. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Config } from '#base/config.ts';
import { createHash } from 'node:crypto';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import { judgeScan } from '#base/files/file-scan.ts';
import type { FileScanner, ScanFile } from '#base/files/file-scan.ts';
import type { Log } from '#base/log.ts';
import { clamd } from '#outside/scanner/clamd.ts';

/** The whole of one scan, in milliseconds: 50 MB take clamd a few seconds; whoever uploads waits. */
const SCAN_MS_MAX = 60_000;

/** Null: no scanner is set. */
export const scannerOf = ({ scannerUrl }: Pick<Config, 'scannerUrl'>): FileScanner | null =>
  scannerUrl === null ? null : clamd({ url: scannerUrl, waitMs: SCAN_MS_MAX });

export interface ScanNeeds extends AuditNeeds {
  readonly db: Database;
  readonly log: Log;
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
  readonly config: Pick<Config, 'scannerAway'>;
}

/** Of malware the log keeps who brought it, its hash and what it is called; nothing of the file itself. */
export const scanFiles =
  (scanner: FileScanner, needs: ScanNeeds): ScanFile =>
  async (bytes, { accountId, bodyId }) => {
    const outcome = await scanner.scan(bytes);
    if (outcome.kind === 'away')
      needs.log.warn('a file was not scanned', { error: Object.assign(new Error(outcome.why), { code: outcome.why }) });
    if (outcome.kind === 'infected')
      await needs.db.transaction(await needs.jobSession(null), (tx) =>
        recordAct(tx, needs, {
          act: 'file.infected',
          purpose: 'SUPERVISE',
          bodyId,
          objectId: accountId,
          payload: { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, signature: outcome.signature },
        }),
      );
    return judgeScan(outcome, needs.config.scannerAway);
  };
