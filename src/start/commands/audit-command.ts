/** `congvu audit verify`: recomputes the whole log from the database and the tiles. Starts the embedded database when it does not run. */
import { jobSessions } from '#authority/access/sessions.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import type { AuditReport } from '#authority/audit/verify.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { witnessedGrants } from '#authority/access/grant-witness.ts';
import type { StateTables } from '#authority/audit/verify-state.ts';
import type { Keys } from '#base/sealing.ts';
import { derivedLists, witnessedLists } from '#record/confirmation/list-witness.ts';
import { witnessedAttestations } from '#record/confirmation/witness.ts';
import { signedAttestations, signedLists } from '#record/confirmation/signatures.ts';
import { heldConfirmations, heldResults } from '#doors/exchange/result-signatures.ts';
import { heldBatches } from '#doors/exchange/signatures.ts';
import { signedReceipts } from '#record/receipt/signatures.ts';
import { derivedLooks, witnessedConsents, witnessedLooks } from '#record/consent/witness.ts';
import { witnessedRequests } from '#record/data-requests/witness.ts';
import { witnessedReceipts } from '#record/receipt/witness.ts';
import { witnessedMerges } from '#record/register/merge-witness.ts';
import { derivedReach } from '#record/register/reach-witness.ts';
import { derivedPeople, witnessedVersions } from '#record/register/witness.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { signedFirstLoads, witnessedFirstLoads } from '#record/first-load/witness.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database } from '#base/database/transaction.ts';
import type { OpenFiles } from '#base/files/kept-files.ts';
import type { Problem } from '#base/problem.ts';
import { auditOrigin } from '#start/compose.ts';
import { openInstallation, openKeptFiles } from '#start/open.ts';

export interface CommandIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** Findings told at a terminal. */
export const FINDINGS_SHOWN = 40;

/** What `--state` holds against the log, and what follows from it. */
export const stateTables = (keys: Keys): StateTables => ({
  witnessed: [
    witnessedVersions,
    witnessedMerges,
    witnessedAttestations,
    witnessedLists,
    witnessedFirstLoads,
    witnessedReceipts,
    witnessedGrants,
    witnessedConsents,
    witnessedRequests,
    witnessedLooks,
  ],
  derived: [
    derivedPeople(keys),
    derivedReach,
    derivedLooks,
    derivedLists,
    signedReceipts(keys),
    signedAttestations(keys),
    signedLists(keys),
    signedFirstLoads(keys),
    heldBatches(keys),
    heldResults(keys),
    heldConfirmations(),
  ],
});

/** The log, and with `state` the register, of an installation whose keys are at hand. */
export async function verifyEverything(of: {
  readonly db: Database;
  readonly keys: Keys;
  /** the log's name stands there */
  readonly keysFolder: string;
  readonly files: OpenFiles;
  readonly publicUrl: string;
  readonly state: boolean;
}): Promise<AuditReport> {
  const { db, keys, keysFolder, files } = of;
  const handle = await jobSessions({ db, keys, clock: systemClock, chance: systemChance }, 'audit')(null);
  const { key } = checkpointSigner(auditOrigin(keysFolder, of.publicUrl), keys.signingKey('audit').privateKey);
  return verifyAuditLog(db, handle, { files: files('audit'), key, keys, ...(of.state ? { state: stateTables(keys) } : {}) });
}

/** Exit 0 the log is whole, 1 something was found, 2 it could not be looked at. `state`: the register too is held against the log, both ways. */
export async function runAuditVerify(request: { readonly json: boolean; readonly state: boolean }, io: CommandIo): Promise<number> {
  const config = readConfig(process.env);
  if (!config.ok) {
    io.sayProblems(config.problems);
    return 2;
  }
  const server = await openInstallation(config.value);
  if (!server.ok) {
    io.sayProblems(server.problems);
    return 2;
  }
  const db = openDatabase({ connectionString: server.value.urls.app });
  const files = openKeptFiles(config.value, server.value.urls.app);
  try {
    const report = await verifyEverything({
      db,
      keys: server.value.keys,
      keysFolder: config.value.keysFolder,
      files: files.open,
      publicUrl: config.value.publicUrl,
      state: request.state,
    });
    const subject = request.state ? 'Nhật ký và dữ liệu' : 'Nhật ký';
    if (request.json) io.answer(JSON.stringify(report));
    else {
      io.answer(
        `Nhật ký ${report.origin}: ${report.size} mục, ${report.signedSize} mục dưới chữ ký mới nhất, ${report.checkpoints} lần ký, ${report.waiting} mục đang chờ ghi.`,
      );
      if (report.state)
        io.answer(
          `Dữ liệu: ${report.state.rows} dòng khớp từng nội dung với nhật ký${report.state.known > 0 ? `, ${report.state.known} dòng chỉ biết là có hành động ghi` : ''}${report.state.erased > 0 ? `, ${report.state.erased} dòng không còn nội dung vì đã hủy dữ liệu cá nhân theo quyết định` : ''}.`,
        );
      for (const { what, eventId } of report.findings.slice(0, FINDINGS_SHOWN)) io.answer(`✗ ${what.vi}${eventId ? ` (${eventId})` : ''}`);
      if (report.findings.length > FINDINGS_SHOWN)
        io.answer(`… và ${report.findings.length - FINDINGS_SHOWN} điểm khác; xem đủ với --json.`);
      io.answer(report.ok ? `✓ ${subject} toàn vẹn.` : `✗ ${subject} KHÔNG toàn vẹn.`);
    }
    return report.ok ? 0 : 1;
  } finally {
    await db.close();
    await files.close();
    await server.value.close();
  }
}
