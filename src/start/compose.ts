/** Joins the rooms: every port with what fits it. The only file that knows everyone. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import type { AccessNeeds } from '#authority/access/routes.ts';
import { roleName } from '#authority/access/routes.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import type { SessionNeeds } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditHttpNeeds } from '#authority/audit/routes.ts';
import type { SequencerNeeds } from '#authority/audit/sequencer.ts';
import { LOG } from '#authority/audit/shapes.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { bodyWords } from '#authority/organisations/body-names.ts';
import { bodiesOn, bodyByCode, bodyNamesByCode, bodyOn } from '#authority/organisations/store.ts';
import { openBlobStore } from '#base/blob-store.ts';
import type { OpenFiles } from '#base/files/kept-files.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { Jobs } from '#base/jobs/queue.ts';
import type { Log } from '#base/log.ts';
import type { Keys } from '#base/sealing.ts';
import { documentsDoor } from '#doors/documents/door.ts';
import { evidenceDoor } from '#doors/documents/evidence.ts';
import { portraitsDoor } from '#doors/portraits/door.ts';
import type { PersonalHttpNeeds } from '#doors/personal/routes.ts';
import { filledTemplate, markedCopy } from '#doors/workbook/filled-template.ts';
import { declarationDoor } from '#doors/json/declaration-door.ts';
import { withLineNames } from '#doors/exchange/line-names.ts';
import { exchangeDoor as linesOfBatches } from '#doors/json/exchange-door.ts';
import { evidence } from './evidence.ts';
import { csvDoor } from '#doors/workbook/csv-door.ts';
import { workbookDoor } from '#doors/workbook/door.ts';
import { readList } from '#doors/workbook/list-of-rows.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { populationGateway } from '#outside/population/gateway.ts';
import { bodyKeySigner } from '#record/confirmation/attest.ts';
import { identityOfCase } from '#record/cases/new-number.ts';
import type { CaseNeeds } from '#record/cases/needs.ts';
import type { ErasureNeeds } from '#record/erasure/needs.ts';
import type { LineNeeds } from '#doors/exchange/line-routes.ts';
import type { KeptApartNeeds } from '#record/kept-apart/needs.ts';
import { identityOfLoaded, lockMatched } from '#record/first-load/lock-matched.ts';
import { attestationsOf } from '#record/confirmation/attestation-store.ts';
import { moveItems } from '#record/confirmation/store.ts';
import { comparedFor } from '#record/matching/known.ts';
import { noteMatch } from '#record/matching/mismatch.ts';
import type { Result } from '#base/problem.ts';
import type { Officer } from '#record/matching/port.ts';
import type { MatchNeeds } from '#record/matching/run.ts';
import { receiptPdf } from '#record/receipt/pdf.ts';
import type { RegisterHttpNeeds } from '#record/register/routes.ts';
import { registeredPerson } from '#record/register/store.ts';
import { claimedNames } from '#record/intake/claimed-names.ts';
import { statedIdentity } from '#record/intake/stated-identity.ts';
import type { DeskNeeds } from '#doors/desk/needs.ts';
import { endByHolder, endOneWallet } from '#uses/card/end-card.ts';
import { followRegister } from '#uses/card/follow.ts';
import { followClocks } from '#record/clocks/run.ts';
import { followLeaving } from '#uses/leaving/follow.ts';
import type { IssuerNeeds } from '#uses/card/needs.ts';
import { offerFor } from '#uses/card/offer.ts';
import { ownWallets } from '#uses/card/offer-store.ts';
import { cardOf } from '#uses/card/overview.ts';
import { protocolOf } from '#uses/card/protocol.ts';
import type { ExportNeeds } from '#uses/exports/build.ts';
import type { NetcheckNeeds } from '#uses/netcheck/routes.ts';
import { qualityOf } from '#uses/quality/quality.ts';
import { openMailer } from '#uses/notices/mailer.ts';
import type { NoticeHttpNeeds } from '#uses/notices/routes.ts';
import type { AccountListNeeds } from '#authority/accounts/list-needs.ts';
import type { ListNeeds } from '#authority/bodies/needs.ts';
import type { PasskeyNeeds } from '#authority/passkeys/routes.ts';
import type { JSONWebKeySet } from 'jose';
import type { HealthNeeds } from './health.ts';
import { parseStrict } from '#base/http/json-strict.ts';
import { signInProviderOf } from './sign-in.ts';
import { scanFiles, scannerOf } from './scan-files.ts';
import { watchSignIn } from './watch-sign-in.ts';
import { officerOfBody, populationConfigOf, populationOfficer } from './population-access.ts';
import { schemaHead } from '#base/database/migrate.ts';

/** What the process has opened before it composes. */
export interface Opened {
  readonly config: Config;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly keys: Keys;
  readonly db: Database;
  readonly jobs: Jobs;
  /** what is kept beside the tables, where the settings say */
  readonly files: OpenFiles;
  /** who holds the keys of the card */
  readonly cardSigner: IssuerNeeds['signer'];
  /** of a simulator that takes mails; null: the settings say where mails go */
  readonly mailbox?: string | null;
  /** public keys of a simulator that brings updates of people; absent: the settings say which file has them */
  readonly vneidKeys?: JSONWebKeySet;
  /** simulators to mount; none outside the demo */
  readonly simulators: readonly ((app: FastifyInstance) => Promise<void>)[];
}

export interface Composed extends Opened, Omit<HealthNeeds, 'config'> {
  readonly access: AccessNeeds;
  readonly register: RegisterHttpNeeds;
  readonly submission: DeskNeeds;
  readonly cases: CaseNeeds;
  readonly erasure: ErasureNeeds;
  readonly keptApart: KeptApartNeeds;
  readonly lines: LineNeeds;
  readonly audit: AuditHttpNeeds;
  readonly accounts: AccountListNeeds;
  readonly bodies: ListNeeds;
  readonly passkeys: PasskeyNeeds;
  readonly card: IssuerNeeds;
  readonly personal: PersonalHttpNeeds;
  readonly matching: MatchNeeds;
  readonly exports: ExportNeeds;
  /** under which name the source knows an officer who looks for themselves */
  readonly populationOfficerOf: (tx: Tx, officer: { readonly accountId: string; readonly bodyId: string }) => Promise<Result<Officer>>;
  readonly notices: NoticeHttpNeeds;
  readonly netcheck: NetcheckNeeds;
  readonly sequencer: SequencerNeeds;
  readonly sessionNeeds: SessionNeeds;
  readonly jobSession: (bodyId: string | null) => Promise<SessionHandle>;
}

/**
 * The log's name for outsiders: the host of the installation, the log, and its epoch. Fixed once, beside the keys: a log
 * that changed its name with the address would not be the same log any more.
 */
export function auditOrigin(keysFolder: string, publicUrl: string): string {
  const file = join(keysFolder, 'audit-origin');
  if (!existsSync(file)) writeFileSync(file, `audit.${new URL(publicUrl).host.replace(':', '.')}/${LOG}/1`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** The demo's cards say that they are a test, in every copy and every list. */
export const cardEnvironment = ({ demo }: Config): IssuerNeeds['environment'] => (demo ? 'THU_NGHIEM' : 'CHINH_THUC');
/** Nobody's name is claimed: an installation is known by its host. */
export const cardIssuerName = ({ demo, publicUrl }: Config): IssuerNeeds['issuerName'] =>
  demo
    ? { vi: 'Công Vụ – bản trình diễn, không có giá trị', en: 'Công Vụ – a demo, of no validity' }
    : { vi: `Công Vụ tại ${new URL(publicUrl).host}`, en: `Công Vụ at ${new URL(publicUrl).host}` };

export function compose(opened: Opened): Composed {
  const { config, clock, chance, keys, db, jobs, log, cardSigner, files } = opened;
  const logNeeds = { clock, chance, keys, logStopSeconds: config.logStopSeconds };
  const sessionNeeds: SessionNeeds = {
    db,
    keys,
    clock,
    chance,
    limits: { idleSeconds: config.sessionIdleMinutes * 60, absoluteSeconds: config.sessionHours * 3600 },
  };
  const jobSession = jobSessions(sessionNeeds, 'job');
  const scanner = scannerOf(config);
  // Beside the needs of the log, for every route has these: whatever takes bytes is scanned.
  const auditNeeds = { ...logNeeds, ...(scanner ? { scanFile: scanFiles(scanner, { ...logNeeds, db, log, jobSession, config }) } : {}) };
  const signer = checkpointSigner(auditOrigin(config.keysFolder, config.publicUrl), keys.signingKey('audit').privateKey);
  const bodies = async (tx: Tx, ids: readonly string[]): Promise<Map<string, { code: string; name: string }>> =>
    bodiesOn(tx, ids, clock.today());
  const bodyNames = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> =>
    new Map([...(await bodies(tx, ids))].map(([id, body]) => [id, body.name]));
  const namesByCode = (tx: Tx, codes: readonly string[]): Promise<Map<string, string>> => bodyNamesByCode(tx, codes, clock.today());
  const audit = { files: files('audit'), key: signer.key };
  const taking = { ...audit, keys, bodyNames, demo: config.demo, publicUrl: config.publicUrl };
  const followCard = followRegister({ ...auditNeeds, cardValidMonths: config.cardValidMonths, cardOverlapHours: config.cardOverlapHours });
  const followService = followLeaving(auditNeeds);
  const followTerms = followClocks(auditNeeds);
  const exchangeDoor = withLineNames(linesOfBatches);
  const submission: DeskNeeds = {
    ...auditNeeds,
    keys,
    db,
    blobs: openBlobStore(files('blobs'), keys),
    signer: bodyKeySigner(keys),
    onRegistered: async (tx, people) => {
      await followCard(tx, people);
      await followService(tx, people);
      await followTerms(tx, people);
    },
    demo: config.demo,
    sendJob: jobs.send,
    doors: [workbookDoor, portraitsDoor, documentsDoor, csvDoor, declarationDoor, evidenceDoor, exchangeDoor],
    jobSession,
    bodyOn,
    bodyWords,
    bodyNames,
    bodyNamesByCode: namesByCode,
    publicUrl: config.publicUrl,
    taking,
    receiptPdf: (receipt, url) => receiptPdf(receipt, url, config.demo),
  };
  const smtpUrl = opened.mailbox ?? config.smtpUrl;
  const card: IssuerNeeds = {
    ...auditNeeds,
    keys,
    db,
    jobSession,
    log,
    signer: cardSigner,
    protocol: protocolOf({ publicUrl: config.cardUrl, vct: config.cardVct, environment: cardEnvironment(config), chance }),
    vct: config.cardVct,
    environment: cardEnvironment(config),
    issuerName: cardIssuerName(config),
    cardValidMonths: config.cardValidMonths,
    cardOverlapHours: config.cardOverlapHours,
    copyDays: config.cardCopyDays,
    copiesPerDay: config.cardCopiesPerDay,
    clockAheadHours: config.cardClockAheadHours,
    addressPerSecond: config.cardPerAddressPerSecond,
    portraitOf: (sha256) => submission.blobs.get(sha256),
    files: files('card'),
    parseJson: parseStrict,
  };
  return {
    ...opened,
    dataFolder: config.dataFolder,
    schemaHead: schemaHead(),
    signIn: watchSignIn(config, clock),
    scanner,
    sessionNeeds,
    jobSession,
    submission,
    cases: {
      ...auditNeeds,
      keys,
      db,
      demo: config.demo,
      jobSession,
      sendJob: jobs.send,
      ...(submission.onRegistered ? { onRegistered: submission.onRegistered } : {}),
      bodyOn,
      bodyByCode,
      bodyNames,
      claimedNames,
    },
    keptApart: { ...auditNeeds, db, bodyNames },
    lines: { ...submission, audience: config.exchange.audience, door: exchangeDoor, bodyNames },
    erasure: { ...auditNeeds, keys, db, blobs: submission.blobs, erasedList: files('erasures'), sendJob: jobs.send, jobSession, bodyNames },
    access: {
      ...sessionNeeds,
      keys,
      log,
      publicUrl: config.publicUrl,
      secureCookies: config.publicUrl.startsWith('https://'),
      demo: config.demo,
      bodies,
      provider: signInProviderOf(config, clock),
      providerName: config.signIn.name,
      demoAccounts: async () => {
        const names = await db.transaction(null, (tx) => namesByCode(tx, [...new Set(DEMO_ACCOUNTS.map(({ bodyCode }) => bodyCode))]));
        return DEMO_ACCOUNTS.map(({ id, name, role, bodyCode, what }) => ({
          id,
          name,
          role,
          roleName: roleName(role),
          body: names.get(bodyCode) ?? bodyCode,
          what,
        }));
      },
      onSession: (tx, event) =>
        recordAct(tx, auditNeeds, [
          {
            act: event.act,
            purpose: 'SIGN_IN',
            bodyId: null,
            objectId: event.sessionId,
            ...(event.by ? { payload: { by: event.by } } : {}),
          },
        ]),
      registeredPerson,
      onAccount: (tx, { accountId, bodyId }) =>
        recordAct(tx, auditNeeds, [
          { act: 'account.changed', purpose: 'SIGN_IN', bodyId, objectId: accountId, payload: { made: true, registered: true } },
        ]),
    },
    register: {
      ...auditNeeds,
      keys,
      db,
      demo: config.demo,
      blobs: submission.blobs,
      bodyNames,
      attestations: attestationsOf,
      compared: (tx, personId, knownTx) => comparedFor(tx, keys, personId, knownTx),
      qualityOf,
    },
    audit: { ...auditNeeds, ...audit, db },
    accounts: { ...auditNeeds, keys, db, bodies, demo: config.demo, readList, writeList },
    bodies: { ...auditNeeds, db, blobs: submission.blobs, readList, writeList },
    passkeys: {
      ...auditNeeds,
      keys,
      db,
      party: {
        id: config.passkeyRpId,
        name: 'Công Vụ',
        origins: [...new Set([config.publicUrl, config.administrationUrl].map((url) => new URL(url).origin))],
      },
    },
    card,
    personal: {
      ...auditNeeds,
      keys,
      db,
      blobs: submission.blobs,
      demo: config.demo,
      publicUrl: config.publicUrl,
      taking,
      bodyNames,
      qualityOf,
      declaring: { door: declarationDoor, bodyWords, evidence },
      cards: {
        cardsOf: (tx, personId) => cardOf(tx, { keys, clock }, personId),
        offer: (request) => offerFor(card, request),
        walletsOf: ownWallets,
        end: (request) => endByHolder(card, request),
        endOne: (request) => endOneWallet(card, request),
      },
    },
    exports: {
      ...auditNeeds,
      keys,
      db,
      sessionNeeds,
      jobSession,
      bodyNames,
      demo: config.demo,
      filledTemplate,
      markedCopy,
      attestations: attestationsOf,
    },
    notices: {
      ...auditNeeds,
      keys,
      db,
      jobSession,
      mailer: smtpUrl === null ? null : openMailer(smtpUrl, config.mailFrom),
      publicUrl: config.publicUrl,
      demo: config.demo,
      domains: config.mailDomains,
    },
    netcheck: { ...auditNeeds, db, jobSession },
    populationOfficerOf: (tx, officer) => officerOfBody(tx, officer, clock.today()),
    matching: {
      ...auditNeeds,
      db,
      jobSession,
      callsPerSecond: config.populationCallsPerSecond,
      wait,
      officerFor: (tx, task) => populationOfficer(tx, task, clock.today()),
      gateway: populationGateway(populationConfigOf(config, clock)),
      readIdentity: async (tx, submissionId, personId) => {
        // A case asks about a new number in the place of a submission.
        const ofCase = await identityOfCase(tx, keys, submissionId);
        if (ofCase !== undefined) return ofCase;
        const loaded = await identityOfLoaded(tx, { keys }, submissionId, personId);
        return loaded === undefined ? statedIdentity(tx, keys, submissionId, personId) : loaded;
      },
      onMatched: async (tx, matched) => {
        await moveItems(tx, { kind: 'matched' }, { submissionId: matched.submissionId, personIds: [matched.personId] });
        await noteMatch(tx, { clock }, matched);
        await lockMatched(tx, submission, matched);
      },
    },
    sequencer: {
      db,
      clock,
      files: files('audit'),
      signer,
      log: LOG,
      session: () => jobSession(null),
      onTrouble: (trouble) => {
        if (trouble) log.error('the audit log stands still', { error: trouble instanceof Error ? trouble : new Error(trouble.title.en) });
      },
    },
  };
}
