/** Builders for tests of the record's life on a real database: a body that sends, an officer who confirms, a file given as values. */
import { createHash } from 'node:crypto';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import { bodyWords } from '#authority/organisations/body-names.ts';
import { bodyOn } from '#authority/organisations/store.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ok } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { bodyKeySigner } from '#record/confirmation/attest.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { moveItems } from '#record/confirmation/store.ts';
import type { MatchLevel } from '#record/matching/shapes.ts';
import { writeResults } from '#record/matching/store.ts';
import { recordFiles } from './file-for-tests.ts';
import type { PersonOfFile } from './file-for-tests.ts';
import { advanceSubmission } from './advance.ts';
import { checkUpload } from './check-upload.ts';
import { confirmPerson, showToOfficer } from './confirm.ts';
import type { Confirmed, OfficerView } from './confirm.ts';
import type { Sender, IntakeNeeds } from './needs.ts';
import type { Doors } from './door.ts';
import { keepUpload, receiveUpload } from './receive.ts';
import type { Received, Upload } from './receive.ts';
import { latestFile } from './store.ts';
import type { StoredFile } from './store.ts';
import { submit } from './submit.ts';
import type { Submitted } from './submit.ts';

export const AS_OF = '2026-11-01';

/** Bytes in memory, under their hash. */
export function memoryBlobs(): BlobStore & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(sha256, bytes);
      return ok({ sha256, sizeBytes: bytes.length });
    },
    async remove(sha256) {
      kept.delete(sha256);
    },
    async get(sha256) {
      const bytes = kept.get(sha256);
      if (!bytes) throw new Error('no such blob');
      return bytes;
    },
  };
}

export interface Agency {
  readonly office: Office;
  readonly needs: IntakeNeeds;
  readonly bodyId: string;
  readonly clerk: SignedInSender;
  readonly officer: SignedInSender & Officer;
  /** jobs that were queued and not run yet */
  readonly queued: {
    readonly name: string;
    readonly payload: { readonly submissionId: string; readonly round: number; readonly bodyId: string };
  }[];
  uploads(people: readonly PersonOfFile[], more?: { readonly corrects?: string; readonly issuedFor?: string }): Promise<Result<Received>>;
  /** runs what is queued: checks and advances */
  works(): Promise<void>;
  submits(
    submissionId: string,
    request?: Partial<{ partial: boolean; acknowledgedCodes: string[]; asOf: string; again: string }>,
  ): Promise<Result<Submitted>>;
  /** the population database has answered for everybody */
  matched(submissionId: string): Promise<void>;
  /** what the population database said of everybody of a submission, beside `matched` */
  answered(submissionId: string, level: MatchLevel): Promise<void>;
  file(submissionId: string): Promise<StoredFile>;
  /** people of a submission who await confirmation */
  waiting(submissionId: string): Promise<string[]>;
  shows(submissionId: string, personId: string): Promise<Result<OfficerView>>;
  confirms(
    submissionId: string,
    personId: string,
    how?: Partial<{ hash: string; returns: string; mismatchReason: string | null; by: SignedInSender & Officer }>,
  ): Promise<Result<Confirmed>>;
  /** uploads, checks, submits, advances, matches */
  sends(people: readonly PersonOfFile[]): Promise<string>;
  close(): Promise<void>;
}

/** A cell to return, by group. */
const FIELD_OF_GROUP: Readonly<Record<string, string>> = { A: 'anh4x6', B: 'ngaySinh', X: 'taiLieu.tep' };

export interface SignedInSender extends Sender {
  readonly handle: SessionHandle;
}

/** Keeps the bytes and numbers the upload, as the route does. */
export async function brings(
  needs: IntakeNeeds,
  { handle, ...sender }: SignedInSender,
  { bytes, ...upload }: Omit<Upload, 'kept'> & { readonly bytes: Uint8Array },
): Promise<Result<Received>> {
  const kept = await keepUpload(needs, bytes);
  return kept.ok ? needs.db.transaction(handle, (tx) => receiveUpload(tx, needs, sender, { ...upload, kept: kept.value })) : kept;
}

/** A body with a clerk and an officer. `joined` joins a second body to the same database; `doors` stand beside the one of values, for their own tests. */
export async function anAgency(bodyCode = 'H26.03.01', joined?: Office, doors: Doors = []): Promise<Agency> {
  const office = joined ?? (await anOffice());
  const bodyId = await office.body(bodyCode);
  const digits = String(1000 + bodyCode.length * 7 + Number(bodyCode.replace(/\D/g, '').slice(-4))).padStart(6, '0');
  const clerkAccount = await office.signedIn(`000190${digits}`, [['NHAP_LIEU', bodyCode]]);
  const officerAccount = await office.signedIn(`000070${digits}`, [['XAC_NHAN', bodyCode]]);
  const identity = (number: string): string => office.keys.nationalIdHash(number).toString('hex');
  const queued: Agency['queued'] = [];
  const files = recordFiles();
  const jobs = jobSessions(office, 'test');
  const needs: IntakeNeeds = {
    ...office,
    blobs: memoryBlobs(),
    signer: bodyKeySigner(office.keys),
    demo: true,
    jobSession: jobs,
    bodyOn,
    bodyWords,
    sendJob: async (_tx, { name }, payload) => {
      queued.push({ name, payload: payload as Agency['queued'][number]['payload'] });
    },
    doors: [files.door, ...doors],
  };
  const clerk: SignedInSender = {
    handle: clerkAccount.handle,
    accountId: clerkAccount.accountId,
    identity: identity(`000190${digits}`),
    name: 'Người nhập liệu',
  };
  const officer = {
    handle: officerAccount.handle,
    accountId: officerAccount.accountId,
    identity: identity(`000070${digits}`),
    name: 'Cán bộ xác nhận',
    roles: ['XAC_NHAN'],
    stepUp: { method: 'session', level: '2', at: office.clock.now() },
  };
  const must = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.problems.map((problem: Problem) => problem.code).join(', '));
    return result.value;
  };
  const agency: Agency = {
    office,
    needs,
    bodyId,
    clerk,
    officer,
    queued,
    uploads: (people, { issuedFor, ...more } = {}) =>
      brings(needs, clerk, { bodyId, fileName: 'hồ sơ.xlsx', bytes: files.bytesOf(people, issuedFor), asOf: AS_OF, ...more }),
    async works() {
      for (let job = queued.shift(); job; job = queued.shift())
        await (job.name === 'submission.check' ? checkUpload : advanceSubmission)(needs, job.payload);
    },
    submits: (submissionId, request = {}) =>
      office.as(clerk.handle, (tx) =>
        submit(tx, needs, clerk, submissionId, { asOf: AS_OF, acknowledgedCodes: [], partial: false, ...request }),
      ),
    async matched(submissionId) {
      await office.as(await jobs(bodyId), (tx) => moveItems(tx, { kind: 'matched' }, { submissionId }));
    },
    async answered(submissionId, level) {
      await office.as(await jobs(bodyId), async (tx) => {
        const people = await tx.query<{ person_id: string }>('select distinct person_id from item where submission_id = $1', [
          submissionId,
        ]);
        const at = office.clock.now();
        await writeResults(
          tx,
          people.map(({ person_id: personId }) => ({
            personId,
            matchId: office.chance.uuid7(Date.parse(at)),
            submissionId,
            bodyId,
            at,
            source: 'test',
            requestId: 'test',
            level,
            fields: {},
            marks: {},
          })),
        );
      });
    },
    async file(submissionId) {
      return (await office.as(clerk.handle, (tx) => latestFile(tx, submissionId)))!;
    },
    async waiting(submissionId) {
      const rows = await office.as(officer.handle, (tx) =>
        tx.query<{ person_id: string }>(
          `select distinct person_id from item where submission_id = $1 and state = 'awaiting-confirmation' order by person_id`,
          [submissionId],
        ),
      );
      return rows.map((row) => row.person_id);
    },
    shows: (submissionId, personId) => office.as(officer.handle, (tx) => showToOfficer(tx, needs, submissionId, personId)),
    async confirms(submissionId, personId, how = {}) {
      const shown = await agency.shows(submissionId, personId);
      if (!shown.ok) return shown;
      const by = how.by ?? officer;
      const returned = shown.value.shown.groups.filter((group) => group.group === how.returns);
      return office.as(by.handle, (tx) =>
        confirmPerson(tx, needs, by, {
          submissionId,
          personId,
          shownHash: how.hash ?? shown.value.hash,
          mismatchReason: how.mismatchReason ?? null,
          accept: shown.value.shown.groups.filter((group) => !returned.includes(group)).map((group) => group.itemId),
          return: returned.map((group) => ({
            itemId: group.itemId,
            cells: [{ field: FIELD_OF_GROUP[group.group] ?? 'dienThoaiDiDong', reason: 'KHAC', note: 'Gọi không được.' }],
          })),
        }),
      );
    },
    async sends(people) {
      const { submissionId } = must(await agency.uploads(people));
      await agency.works();
      must(await agency.submits(submissionId, { partial: true }));
      await agency.works();
      await agency.matched(submissionId);
      return submissionId;
    },
    close: () => office.close(),
  };
  return agency;
}
