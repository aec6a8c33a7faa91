/** What is asked of the API below /api/v1, and what it answers. Written by tools/generate.ts from the routes of the server; not edited by hand. */

export interface Operations {
  /** GET of JSON or text. */
  readonly reads: {
    '/keys/{kid}': {
      readonly asked: { readonly path: { readonly kid: string }; readonly query?: never };
      readonly answer: PublishedKey;
    };
    '/public/receipts/{number}': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
      readonly answer: PublicReceipt;
    };
    '/session': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: Session;
    };
    '/demo/accounts': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly DemoAccount[]; readonly next: string | null };
    };
    '/my/sessions': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly MySession[]; readonly next: string | null };
    };
    '/my/passkeys': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: MyPasskeys;
    };
    '/people/search-choices': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: SearchChoices;
    };
    '/people/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly validOn?: string | null; readonly knownAt?: number | null } };
      readonly answer: PersonRecord;
    };
    '/people/{id}/history': {
      readonly asked: { readonly path: { readonly id: string }; readonly query: { readonly field: string } };
      readonly answer: { readonly items: readonly HistoryEntry[]; readonly next: string | null };
    };
    '/people/{id}/reads': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: PersonReads;
    };
    '/people/{id}/conversions': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: { readonly items: readonly Conversion[]; readonly next: string | null };
    };
    '/people/{id}/cvs': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: { readonly items: readonly Cv[]; readonly next: string | null };
    };
    '/public/conversions/{number}': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
      readonly answer: PublicConversion;
    };
    '/submissions/{id}/returned': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly ReturnedItem[]; readonly next: string | null };
    };
    '/submissions/{id}/portraits': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly SentPortrait[]; readonly next: string | null };
    };
    '/document-kinds': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly DocumentKind[]; readonly next: string | null };
    };
    '/submissions/{id}/suggestion-groups': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly code?: string | null } };
      readonly answer: { readonly items: readonly SuggestionGroup[]; readonly next: string | null };
    };
    '/submissions/{id}/accepted-suggestions': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: AppliedPage;
    };
    '/submissions/{id}/problem-groups': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly round?: number | null } };
      readonly answer: { readonly items: readonly ProblemGroup[]; readonly next: string | null };
    };
    '/submissions/{id}/problems': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly round?: number | null; readonly code?: string | null; readonly severity?: 'error' | 'warning' | 'corrected' | null; readonly field?: string | null } };
      readonly answer: ProblemPage;
    };
    '/submissions/{id}/rows-to-mend.csv': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly round?: number | null } };
      readonly answer: string;
    };
    '/receipts/{number}': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
      readonly answer: Receipt;
    };
    '/people/{id}/attestations': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: { readonly items: readonly AttestationRow[]; readonly next: string | null };
    };
    '/people/{id}/attestations/{attestationId}': {
      readonly asked: { readonly path: { readonly id: string; readonly attestationId: string }; readonly query?: never };
      readonly answer: TakenAttestation;
    };
    '/approvals': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly WaitingApproval[]; readonly next: string | null };
    };
    '/approvals/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: ShownApproval;
    };
    '/submissions': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly step?: 'returned' | 'correct' | 'earlier' | 'sent-back' | 'ask' | 'send' | 'approving' | 'refused' | 'matching' | null } };
      readonly answer: { readonly items: readonly SubmissionSummary[]; readonly next: string | null };
    };
    '/submissions/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: Submission;
    };
    '/submissions/{id}/comparison': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: ComparisonPage;
    };
    '/cases': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly all?: boolean | null } };
      readonly answer: { readonly items: readonly CaseRow[]; readonly next: string | null };
    };
    '/cases/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: OneCase;
    };
    '/cases/{id}/records': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: TwoRecords;
    };
    '/people/{id}/cases': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: { readonly items: readonly CaseRow[] };
    };
    '/people/{id}/erasure': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: ErasureOfPerson;
    };
    '/erasures': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly ErasureRow[]; readonly next: string | null };
    };
    '/people/{id}/kept-apart': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: KeptApartOfPerson;
    };
    '/kept-apart': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly KeptApartRow[]; readonly next: string | null };
    };
    '/exchange/lines': {
      readonly asked: { readonly path?: never; readonly query?: { readonly state?: 'frozen' | 'locked-out' | 'waiting' | 'new' | 'in-step' | 'ended' | null; readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly ExchangeLineRow[]; readonly next: string | null };
    };
    '/exchange/lines/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: ExchangeLine;
    };
    '/consents': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: AskedConsents;
    };
    '/consents/{id}/record': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: ConsentedRecord;
    };
    '/confirmation/queue': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly body?: string | null; readonly warning?: string | null; readonly match?: 'KHOP' | 'GAN_KHOP' | 'LECH' | 'KHONG_TIM_THAY' | 'CHUA' | null; readonly days?: number | null; readonly sort?: 'oldest' | 'newest' | 'name' | 'warnings' | 'match' | null } };
      readonly answer: QueuePage;
    };
    '/confirmation/queue/{submissionId}/{personId}': {
      readonly asked: { readonly path: { readonly submissionId: string; readonly personId: string }; readonly query?: { readonly body?: string | null; readonly warning?: string | null; readonly match?: 'KHOP' | 'GAN_KHOP' | 'LECH' | 'KHONG_TIM_THAY' | 'CHUA' | null; readonly days?: number | null; readonly sort?: 'oldest' | 'newest' | 'name' | 'warnings' | 'match' | null } };
      readonly answer: QueuePlace;
    };
    '/confirmation/lists/{submissionId}': {
      readonly asked: { readonly path: { readonly submissionId: string }; readonly query?: never };
      readonly answer: CleanList;
    };
    '/confirmation/reasons': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: Reasons;
    };
    '/confirmation/{submissionId}/{personId}': {
      readonly asked: { readonly path: { readonly submissionId: string; readonly personId: string }; readonly query?: never };
      readonly answer: PresentedPerson;
    };
    '/mismatches': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly level?: 'LECH' | 'GAN_KHOP' | 'KHONG_TIM_THAY' | null; readonly body?: string | null; readonly assigned?: 'me' | 'nobody' | null; readonly overdue?: boolean | null; readonly sort?: 'due' | 'found' | 'name' | null } };
      readonly answer: MismatchList;
    };
    '/mismatches/{submissionId}/{personId}': {
      readonly asked: { readonly path: { readonly submissionId: string; readonly personId: string }; readonly query?: never };
      readonly answer: OneMismatch;
    };
    '/value-reports': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly body?: string | null; readonly assigned?: 'me' | 'nobody' | null; readonly overdue?: boolean | null; readonly settled?: boolean | null; readonly sort?: 'due' | 'made' | 'name' | null } };
      readonly answer: ValueReportList;
    };
    '/value-reports/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: OneValueReport;
    };
    '/data-requests': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly settled?: boolean | null } };
      readonly answer: DataRequestList;
    };
    '/submissions/{id}/messages': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: DeclarationThread;
    };
    '/legal-clocks': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly body?: string | null; readonly term?: 'ND27_18' | 'ND27_19_KHAI' | 'ND27_19_NGOAI' | 'ND233_18' | 'ND356_XEM_SUA' | 'ND356_RUT' | 'ND356_XOA' | null; readonly which?: 'late' | 'running' | 'done' | null } };
      readonly answer: LegalClockList;
    };
    '/declaration-calls': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: DeclarationCallList;
    };
    '/declaration-calls/people': {
      readonly asked: { readonly path?: never; readonly query: { readonly body: string; readonly below?: 'true' | null } };
      readonly answer: CallableList;
    };
    '/first-loads': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: FirstLoadList;
    };
    '/first-loads/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: OneFirstLoad;
    };
    '/audit/checkpoint': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: string;
    };
    '/audit/key': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: string;
    };
    '/audit/events': {
      readonly asked: { readonly path?: never; readonly query?: { readonly act?: string | null; readonly role?: string | null; readonly body?: string | null; readonly from?: string | null; readonly to?: string | null; readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: AuditEventsPage;
    };
    '/audit/events.csv': {
      readonly asked: { readonly path?: never; readonly query?: { readonly act?: string | null; readonly role?: string | null; readonly body?: string | null; readonly from?: string | null; readonly to?: string | null } };
      readonly answer: string;
    };
    '/audit/acts': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly AuditAct[]; readonly next: string | null };
    };
    '/audit/bundle/{eventId}': {
      readonly asked: { readonly path: { readonly eventId: string }; readonly query?: { readonly since?: number | null; readonly payload?: boolean | null } };
      readonly answer: { readonly format: 'congvu-audit-bundle/1'; readonly origin: string; readonly keyId: string; readonly index: number; readonly leaf: string; readonly inclusion: readonly string[]; readonly checkpoint: string; readonly older: null | { readonly checkpoint: string; readonly consistency: readonly string[] }; readonly payload: null | { readonly salt: string; readonly text: string } };
    };
    '/audit/unusual-readings': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: UnusualReadings;
    };
    '/complaints': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly Complaint[]; readonly next: string | null };
    };
    '/board': {
      readonly asked: { readonly path?: never; readonly query?: { readonly body?: string | null } };
      readonly answer: Board;
    };
    '/board.csv': {
      readonly asked: { readonly path?: never; readonly query?: { readonly body?: string | null } };
      readonly answer: string;
    };
    '/duties': {
      readonly asked: { readonly path?: never; readonly query?: { readonly body?: string | null } };
      readonly answer: DutyPage;
    };
    '/plans/{plan}': {
      readonly asked: { readonly path: { readonly plan: string }; readonly query?: { readonly day?: string | null } };
      readonly answer: PlanPage;
    };
    '/report-definitions': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: ReportDefinitions;
    };
    '/reports': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: ReportLines;
    };
    '/reports/{number}': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
      readonly answer: Report;
    };
    '/reports/{number}/table.csv': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
      readonly answer: string;
    };
    '/public/reports/{number}': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
      readonly answer: PublishedReport;
    };
    '/operations': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: Running;
    };
    '/incidents': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: IncidentList;
    };
    '/bodies': {
      readonly asked: { readonly path?: never; readonly query?: { readonly act?: 'upload.create' | 'template.read' | 'case.ask' | 'grants.change' | 'rights.delegate' | 'declaration.call' | 'exchange.ask' | 'reports.make' | null } };
      readonly answer: { readonly items: readonly Body[]; readonly next: string | null };
    };
    '/bodies/tree': {
      readonly asked: { readonly path?: never; readonly query?: { readonly on?: string | null } };
      readonly answer: { readonly items: readonly BodyInTree[]; readonly next: string | null };
    };
    '/bodies/level': {
      readonly asked: { readonly path?: never; readonly query?: { readonly of?: string | null; readonly on?: string | null; readonly knownAt?: number | null; readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: TreeLevel;
    };
    '/bodies/found': {
      readonly asked: { readonly path?: never; readonly query: { readonly q: string; readonly limit?: number | null } };
      readonly answer: FoundBodies;
    };
    '/bodies/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly on?: string | null; readonly knownAt?: number | null } };
      readonly answer: BodyPage;
    };
    '/bodies/{id}/changes': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: BodyHistory;
    };
    '/body-changes': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly BodyChangeSummary[]; readonly next: string | null };
    };
    '/body-changes/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: OneBodyChange;
    };
    '/home': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: Home;
    };
    '/accounts': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly Account[]; readonly next: string | null };
    };
    '/staff/sessions': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly StaffSession[]; readonly next: string | null };
    };
    '/staff/sign-ins': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly SignIn[]; readonly next: string | null };
    };
    '/bodies/{id}/contact': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: BodyContact;
    };
    '/sending-rules': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null; readonly text?: string | null } };
      readonly answer: { readonly items: readonly BodySending[]; readonly next: string | null };
    };
    '/reading-allowances': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: AllowanceList;
    };
    '/grant-requests': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly GrantRequest[]; readonly next: string | null };
    };
    '/my/delegations': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: MyDelegations;
    };
    '/list-additions': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: AdditionList;
    };
    '/decree-coverage': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: DecreeCoverage;
    };
    '/me': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: Me;
    };
    '/me/groups/{group}': {
      readonly asked: { readonly path: { readonly group: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z' }; readonly query?: never };
      readonly answer: MyGroup;
    };
    '/me/reads': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: MyReads;
    };
    '/me/card': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: MyCard;
    };
    '/me/attestations': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly AttestationRow[]; readonly next: string | null };
    };
    '/me/attestations/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: TakenAttestation;
    };
    '/me/value-reports': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: OwnReports;
    };
    '/me/consents': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: OwnConsents;
    };
    '/me/consents/{id}/message': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: ConsentMessage;
    };
    '/me/cvs': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: { readonly items: readonly Cv[]; readonly next: string | null };
    };
    '/me/declaration': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: MyDeclaration;
    };
    '/me/declaration/groups/{group}': {
      readonly asked: { readonly path: { readonly group: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z' }; readonly query?: never };
      readonly answer: DeclarationForm;
    };
    '/me/declaration/sent/{id}/messages': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: DeclarationThread;
    };
    '/me/data-requests': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: OwnDataRequests;
    };
    '/me/data.json': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: MyData;
    };
    '/people/{id}/card': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: PersonCard;
    };
    '/cards/held-back': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: { readonly items: readonly HeldBackPerson[]; readonly next: string | null };
    };
    '/exports': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: Exports;
    };
    '/notices': {
      readonly asked: { readonly path?: never; readonly query?: { readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: NoticeList;
    };
    '/notices/count': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: NoticeCount;
    };
    '/notices/mail': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: NoticeMailSetting;
    };
    '/network-check': {
      readonly asked: { readonly path?: never; readonly query: { readonly nonce: string } };
      readonly answer: NetworkHello;
    };
    '/network-check/bodies': {
      readonly asked: { readonly path?: never; readonly query?: { readonly standing?: 'failed' | 'never' | 'passed' | null; readonly text?: string | null; readonly cursor?: string | null; readonly limit?: number | null } };
      readonly answer: NetworkBodies;
    };
    '/network-check/bodies.csv': {
      readonly asked: { readonly path?: never; readonly query?: { readonly standing?: 'failed' | 'never' | 'passed' | null; readonly text?: string | null } };
      readonly answer: string;
    };
  };
  /** GET of bytes, which the browser fetches by itself. */
  readonly files: {
    '/people/{id}/forms/{form}': {
      readonly asked: { readonly path: { readonly id: string; readonly form: '2c-bnv-2008' | 'hs02-vc-bnv' }; readonly query?: never };
    };
    '/people/{id}/documents/{line}': {
      readonly asked: { readonly path: { readonly id: string; readonly line: string }; readonly query?: { readonly validOn?: string | null; readonly knownAt?: number | null } };
    };
    '/people/{id}/portrait': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly validOn?: string | null; readonly knownAt?: number | null } };
    };
    '/people/{id}/conversions/{number}/paper.pdf': {
      readonly asked: { readonly path: { readonly id: string; readonly number: string }; readonly query?: never };
    };
    '/people/{id}/cvs/{number}/cv.json': {
      readonly asked: { readonly path: { readonly id: string; readonly number: string }; readonly query?: never };
    };
    '/people/{id}/cvs/{number}/cv.pdf': {
      readonly asked: { readonly path: { readonly id: string; readonly number: string }; readonly query?: never };
    };
    '/submissions/{id}/portraits/{line}': {
      readonly asked: { readonly path: { readonly id: string; readonly line: number }; readonly query?: never };
    };
    '/confirmation/{submissionId}/{personId}/portraits/{which}': {
      readonly asked: { readonly path: { readonly submissionId: string; readonly personId: string; readonly which: 'before' | 'after' }; readonly query?: never };
    };
    '/submissions/{id}/original': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly round?: number | null } };
    };
    '/submissions/{id}/marked.xlsx': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly round?: number | null } };
    };
    '/receipts/{number}.pdf': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
    };
    '/people/{id}/attestations/{attestationId}.pdf': {
      readonly asked: { readonly path: { readonly id: string; readonly attestationId: string }; readonly query?: never };
    };
    '/value-reports/{id}/paper': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
    };
    '/audit/tile/{path}': {
      readonly asked: { readonly path: { readonly path: string }; readonly query?: never };
    };
    '/reports/{number}/table.xlsx': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
    };
    '/reports/{number}/table.ods': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
    };
    '/body-changes/{id}/file': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
    };
    '/bodies/list.xlsx': {
      readonly asked: { readonly path?: never; readonly query?: { readonly of?: string | null; readonly on?: string | null } };
    };
    '/bodies/{id}/template.xlsx': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
    };
    '/accounts/list.xlsx': {
      readonly asked: { readonly path?: never; readonly query?: never };
    };
    '/me/portrait': {
      readonly asked: { readonly path?: never; readonly query?: never };
    };
    '/me/documents/{line}': {
      readonly asked: { readonly path: { readonly line: string }; readonly query?: never };
    };
    '/me/attestations/{id}.pdf': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
    };
    '/me/value-reports/{id}/paper': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
    };
    '/me/cvs/{number}/cv.json': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
    };
    '/me/cvs/{number}/cv.pdf': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never };
    };
    '/me/declaration/evidence/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
    };
    '/me/identity-slip.pdf': {
      readonly asked: { readonly path?: never; readonly query?: never };
    };
    '/me/forms/{form}': {
      readonly asked: { readonly path: { readonly form: '2c-bnv-2008' | 'hs02-vc-bnv' }; readonly query?: never };
    };
    '/me/data.pdf': {
      readonly asked: { readonly path?: never; readonly query?: never };
    };
    '/exports/{id}/list.xlsx': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
    };
    '/network-check/bytes': {
      readonly asked: { readonly path?: never; readonly query: { readonly count: number } };
    };
  };
  /** POST of JSON. */
  readonly acts: {
    '/my/passkeys': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: AddPasskey };
      readonly answer: Passkey;
    };
    '/my/passkeys/challenge': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body?: never };
      readonly answer: CeremonyOptions;
    };
    '/session/step-up/challenge': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body?: never };
      readonly answer: CeremonyOptions;
    };
    '/session/step-up': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: StepUp };
      readonly answer: SteppedUp;
    };
    '/people/search': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly name?: string; readonly bodyId?: string; readonly below?: boolean; readonly title?: string; readonly kind?: string; readonly status?: string; readonly grade?: string; readonly match?: string; readonly missing?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'; readonly unconfirmed?: true; readonly incomplete?: true; readonly card?: boolean; readonly nationalId?: string; readonly sort?: 'name' | 'birth' | 'grade'; readonly cursor?: string; readonly limit?: number } };
      readonly answer: { readonly items: readonly Hit[]; readonly next: string | null };
    };
    '/people/search/count': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly name?: string; readonly bodyId?: string; readonly below?: boolean; readonly title?: string; readonly kind?: string; readonly status?: string; readonly grade?: string; readonly match?: string; readonly missing?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'; readonly unconfirmed?: true; readonly incomplete?: true; readonly card?: boolean } };
      readonly answer: Counted;
    };
    '/people/{id}/unmask': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly field: string } };
      readonly answer: Unmasked;
    };
    '/people/{id}/reopenings': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly reason: string; readonly note?: string } };
      readonly answer: Reopening;
    };
    '/people/{id}/conversions': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly form: '2c-bnv-2008' | 'hs02-vc-bnv' } };
      readonly answer: Conversion;
    };
    '/people/{id}/cvs': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: Cv;
    };
    '/public/conversions/{number}/check': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never; readonly body: { readonly nationalId: string } };
      readonly answer: ConversionMatch;
    };
    '/submissions/{id}/returned-answers': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly problemId: number; readonly reason: string } };
      readonly answer: ReturnedAnswered;
    };
    '/submissions/{id}/accept-suggestions': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly group?: { readonly code: string; readonly field: string | null; readonly value: string | null; readonly suggested: string }; readonly problemIds?: readonly number[]; readonly candidate?: string; readonly code?: string } };
      readonly answer: AcceptedSuggestions;
    };
    '/submissions/{id}/undo-suggestions': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly step: number } };
      readonly answer: UndoneSuggestions;
    };
    '/submissions/{id}/approval-request': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly asOf: string; readonly acknowledgedCodes: readonly string[]; readonly partial: boolean; readonly again?: string } };
      readonly answer: AskedApproval;
    };
    '/submissions/{id}/approval-request/take-back': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/approvals/{id}/approve': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly hash: string } };
      readonly answer: Submitted;
    };
    '/approvals/{id}/send-back': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly reason: string } };
      readonly answer: undefined;
    };
    '/submissions/{id}/withdraw': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: Withdrawn;
    };
    '/submissions/{id}/comparison/search': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly name?: string; readonly changed?: boolean; readonly cursor?: string; readonly limit?: number } };
      readonly answer: ComparisonPage;
    };
    '/submissions/{id}/submit': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly asOf: string; readonly acknowledgedCodes: readonly string[]; readonly partial: boolean; readonly again?: string } };
      readonly answer: Submitted;
    };
    '/cases/asks': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly bodyId: string; readonly nationalId: string; readonly effectiveOn: string; readonly decisionNumber: string; readonly decisionDate: string; readonly reason: string } };
      readonly answer: OpenedCase;
    };
    '/cases/offers': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly personId: string; readonly receiving: string; readonly effectiveOn: string; readonly decisionNumber: string; readonly decisionDate: string; readonly reason: string } };
      readonly answer: OpenedCase;
    };
    '/cases/secondments': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly personId: string; readonly receiving: string; readonly effectiveOn: string; readonly untilOn: string; readonly decisionNumber: string; readonly decisionDate: string; readonly reason: string } };
      readonly answer: OpenedCase;
    };
    '/cases/concurrents': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly personId: string; readonly receiving: string; readonly post: string; readonly effectiveOn: string; readonly untilOn?: string; readonly decisionNumber: string; readonly decisionDate: string; readonly reason: string } };
      readonly answer: OpenedCase;
    };
    '/cases/numbers': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly personId: string; readonly newNationalId: string; readonly decisionNumber: string; readonly decisionDate: string; readonly reason: string } };
      readonly answer: OpenedCase;
    };
    '/cases/merges': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly personId: string; readonly nationalId: string; readonly decisionNumber: string; readonly decisionDate: string; readonly reason: string } };
      readonly answer: OpenedCase;
    };
    '/cases/{id}/answers': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly answer: CaseAnswer; readonly merge?: { readonly goneVersion: number; readonly staysVersion: number; readonly take: readonly string[]; readonly both: readonly string[] } } };
      readonly answer: AnsweredCase;
    };
    '/erasures': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly personId: string; readonly ground: string; readonly paper: ErasurePaper; readonly reason: string } };
      readonly answer: MadeId;
    };
    '/erasures/{id}/decision': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly answer: 'grant' | 'refuse'; readonly reason?: string } };
      readonly answer: undefined;
    };
    '/erasures/{id}/withdrawal': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/kept-apart': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly personId: string; readonly kind: 'mark' | 'end'; readonly class?: string; readonly paper: KeptApartPaper; readonly fromDay: string } };
      readonly answer: MadeId;
    };
    '/kept-apart/{id}/decision': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly answer: 'grant' | 'refuse'; readonly reason?: string } };
      readonly answer: undefined;
    };
    '/kept-apart/{id}/withdrawal': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/exchange/requests': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly bodyId: string; readonly kind: 'enrol' | 'new-key' | 'add-caller' | 'end-caller' | 'enrol-confirmer' | 'end-confirmer' | 'confirms' | 'release' | 'end'; readonly reason: string; readonly source?: string; readonly kid?: string; readonly publicKey?: string; readonly carrier?: CarrierOfCaller; readonly name?: string; readonly certificate?: string; readonly networks?: string; readonly officer?: string; readonly maker?: string; readonly confirms?: WhoConfirms; readonly endsOn?: string } };
      readonly answer: MadeId;
    };
    '/exchange/requests/{id}/decision': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly answer: 'grant' | 'refuse'; readonly reason?: string } };
      readonly answer: undefined;
    };
    '/exchange/requests/{id}/withdrawal': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/consents': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly code: string; readonly body: string; readonly purpose: string; readonly reason: string; readonly groups: readonly string[]; readonly fields: readonly string[]; readonly until: string } };
      readonly answer: MadeId;
    };
    '/consents/{id}/take-back': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: unknown };
      readonly answer: undefined;
    };
    '/confirmation/lists': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly submissionId: string; readonly people?: readonly string[] } };
      readonly answer: CleanList;
    };
    '/confirmation/list-decisions': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly submissionId: string; readonly listHash: string } };
      readonly answer: ListDecided;
    };
    '/confirmation/decisions': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly submissionId: string; readonly personId: string; readonly shownHash: string; readonly accept: readonly string[]; readonly return: readonly { readonly itemId: string; readonly cells: readonly { readonly field: string; readonly reason: string; readonly note: string | null }[] }[]; readonly mismatchReason?: string | null } };
      readonly answer: Decided;
    };
    '/mismatches/{submissionId}/{personId}/population': {
      readonly asked: { readonly path: { readonly submissionId: string; readonly personId: string }; readonly query?: never; readonly body?: never };
      readonly answer: PopulationValues;
    };
    '/mismatches/{submissionId}/{personId}/acts': {
      readonly asked: { readonly path: { readonly submissionId: string; readonly personId: string }; readonly query?: never; readonly body: { readonly act: 'assign' | 'release' | 'comment' | 'person-told' | 'ask-again'; readonly officer?: string; readonly note?: string } };
      readonly answer: undefined;
    };
    '/value-reports/{id}/acts': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly act: 'assign' | 'release' | 'comment' | 'corrected' | 'refused' | 'passed-on'; readonly officer?: string; readonly note?: string; readonly submission?: string; readonly passedTo?: 'population' | 'other' } };
      readonly answer: undefined;
    };
    '/data-requests/{id}/answer': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly outcome: 'granted' | 'refused'; readonly answer: string } };
      readonly answer: undefined;
    };
    '/submissions/{id}/messages': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly text: string } };
      readonly answer: undefined;
    };
    '/declaration-calls': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly bodyId: string; readonly below: boolean; readonly people?: readonly string[]; readonly lastDay: string; readonly ground: string; readonly again?: string } };
      readonly answer: DeclarationCalled;
    };
    '/first-loads': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly body: string; readonly asOf: string } };
      readonly answer: MadeId;
    };
    '/first-load-windows': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly body: string; readonly opensOn: string; readonly lastDay: string; readonly decision: { readonly number: string; readonly day: string; readonly signer: string } } };
      readonly answer: MadeId;
    };
    '/first-load-windows/{id}/close': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly note: string } };
      readonly answer: undefined;
    };
    '/first-loads/{id}/parts/{no}/remove': {
      readonly asked: { readonly path: { readonly id: string; readonly no: number }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/first-loads/{id}/close': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/first-loads/{id}/reopen': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/first-loads/{id}/withdraw': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/first-loads/{id}/sample/{no}/open': {
      readonly asked: { readonly path: { readonly id: string; readonly no: number }; readonly query?: never; readonly body?: never };
      readonly answer: SampledRow;
    };
    '/first-loads/{id}/sample/{no}/verdict': {
      readonly asked: { readonly path: { readonly id: string; readonly no: number }; readonly query?: never; readonly body: { readonly right: boolean; readonly note?: string } };
      readonly answer: undefined;
    };
    '/first-loads/{id}/signatures': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly root: string; readonly acknowledgedCodes: readonly string[] } };
      readonly answer: undefined;
    };
    '/first-loads/{id}/send-back': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly note: string } };
      readonly answer: undefined;
    };
    '/audit/readers': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly eventId: string; readonly purpose: 'SUPERVISE' | 'DISPUTE'; readonly reason: string } };
      readonly answer: NamedReader;
    };
    '/audit/verified-checkpoints': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly size: number } };
      readonly answer: undefined;
    };
    '/complaints/{id}/answer': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly verdict: 'lawful' | 'unlawful'; readonly answer: string } };
      readonly answer: undefined;
    };
    '/reports': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly definition: string; readonly bodyId: string; readonly validOn?: string; readonly treeOn?: string; readonly knownAt?: number; readonly where?: readonly ReportCondition[] } };
      readonly answer: Report;
    };
    '/reports/{number}/again': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never; readonly body: { readonly as: 'then' | 'now' } };
      readonly answer: ReportAgain;
    };
    '/reports/{number}/people': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never; readonly body: { readonly bodyId: string; readonly place: 'itself' | 'below' | 'gone'; readonly column: string } };
      readonly answer: ReportPeople;
    };
    '/reports/{number}/publication': {
      readonly asked: { readonly path: { readonly number: string }; readonly query?: never; readonly body: { readonly revises?: string; readonly reason?: string } };
      readonly answer: PublishedReport;
    };
    '/report-questions': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly text: string } };
      readonly answer: ReportReading;
    };
    '/incidents': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: IncidentOpening };
      readonly answer: MadeId;
    };
    '/incidents/{id}/findings': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: IncidentFinding };
      readonly answer: undefined;
    };
    '/incidents/{id}/reports': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: IncidentReport };
      readonly answer: undefined;
    };
    '/incidents/{id}/closing': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: IncidentClosing };
      readonly answer: undefined;
    };
    '/body-changes': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: AskedBodyChange };
      readonly answer: MadeBodyChange;
    };
    '/body-changes/{id}/sending': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: SentBodyChange };
      readonly answer: MadeId;
    };
    '/body-changes/{id}/withdrawal': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/body-changes/{id}/decision': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: ChangeVerdict };
      readonly answer: MadeId;
    };
    '/accounts': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly role: string; readonly bodyId: string; readonly from?: string; readonly name: string; readonly nationalId: string } };
      readonly answer: GrantAnswer;
    };
    '/accounts/{id}/grants': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly role: string; readonly bodyId: string; readonly from?: string } };
      readonly answer: GrantAnswer;
    };
    '/accounts/{id}/disable': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: unknown };
      readonly answer: Changed;
    };
    '/accounts/{id}/enable': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: unknown };
      readonly answer: Changed;
    };
    '/accounts/{id}/population-user': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly user: string | null } };
      readonly answer: Changed;
    };
    '/accounts/{id}/passkeys/release': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: ReleasePasskeys };
      readonly answer: ReleasedPasskeys;
    };
    '/bodies/{id}/contact': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly phone: string; readonly email: string; readonly place: string } };
      readonly answer: undefined;
    };
    '/bodies/{id}/sending-rule': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly approval: boolean; readonly from: string; readonly reason: string } };
      readonly answer: undefined;
    };
    '/reading-allowances': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly people: number; readonly hours: number; readonly reason: string } };
      readonly answer: MadeId;
    };
    '/reading-allowances/{id}/decision': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly granted: boolean } };
      readonly answer: undefined;
    };
    '/grant-requests/{id}/decision': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly granted: boolean } };
      readonly answer: DecidedGrant;
    };
    '/my/delegations': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly role: string; readonly bodyId: string; readonly kinds: readonly string[]; readonly accountId: string; readonly from: string; readonly until: string; readonly decisionNumber?: string; readonly decisionDay?: string; readonly reason?: string } };
      readonly answer: DelegationAnswer;
    };
    '/list-additions': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: AdditionRequest };
      readonly answer: MadeId;
    };
    '/list-additions/{id}/decision': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: AdditionVerdict };
      readonly answer: DecidedAddition;
    };
    '/list-additions/{id}/ending': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: AdditionEnding };
      readonly answer: MadeId;
    };
    '/list-additions/{id}/correction': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: AdditionCorrection };
      readonly answer: MadeId;
    };
    '/list-additions/{id}/withdrawal': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/decree-appendix': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: AppendixBrought };
      readonly answer: DecreeCoverage;
    };
    '/me/unmask': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly field: string } };
      readonly answer: Unmasked;
    };
    '/me/reads/{id}/complaint': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly reason: string } };
      readonly answer: ComplaintMade;
    };
    '/me/card/offer': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body?: { readonly cardId?: string } };
      readonly answer: MyOffer;
    };
    '/me/card/end': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body?: unknown };
      readonly answer: MyCardEnded;
    };
    '/me/card/wallets/{id}/end': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: unknown };
      readonly answer: MyCopyEnded;
    };
    '/me/value-reports': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly group: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'; readonly field?: string; readonly line?: string; readonly wrong: string; readonly right?: string; readonly paper?: string } };
      readonly answer: ReportMade;
    };
    '/me/consent-codes': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body?: unknown };
      readonly answer: ConsentCode;
    };
    '/me/consents/{id}/answer': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly act: 'give' | 'refuse' | 'withdraw'; readonly groups?: readonly string[]; readonly fields?: readonly string[] } };
      readonly answer: undefined;
    };
    '/me/cvs': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body?: never };
      readonly answer: Cv;
    };
    '/me/declaration/groups/{group}': {
      readonly asked: { readonly path: { readonly group: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z' }; readonly query?: never; readonly body: { readonly mark: 'right' | 'changed'; readonly cells: Readonly<Record<string, string>>; readonly sections: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>; readonly seen?: number } };
      readonly answer: DraftSaved;
    };
    '/me/declaration/send': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly truth: string } };
      readonly answer: DeclarationSent;
    };
    '/me/declaration/sent/{id}/withdrawal': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body?: never };
      readonly answer: undefined;
    };
    '/me/declaration/sent/{id}/messages': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly text: string } };
      readonly answer: undefined;
    };
    '/me/data-requests': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly kind: 'restrict' | 'object' | 'withdraw' | 'erase'; readonly words: string } };
      readonly answer: DataRequestMade;
    };
    '/people/{id}/card/end': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly reason: string; readonly cardId?: string } };
      readonly answer: CardEnded;
    };
    '/people/{id}/card/release': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never; readonly body: { readonly reason: string; readonly paper: string } };
      readonly answer: CardReleased;
    };
    '/exports': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly wanted: { readonly name?: string; readonly bodyId?: string; readonly below?: boolean; readonly title?: string; readonly kind?: string; readonly status?: string; readonly grade?: string; readonly match?: string; readonly missing?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'; readonly unconfirmed?: true; readonly incomplete?: true; readonly card?: boolean; readonly sort?: 'name' | 'birth' | 'grade' }; readonly form?: 'list' | 'filled-template' | 'cross-extract' | 'person-extract'; readonly columns: readonly ('name' | 'number' | 'birth' | 'body' | 'post' | 'jobTitle' | 'grade' | 'kind' | 'status' | 'match')[]; readonly fields?: readonly string[]; readonly asOf?: string; readonly personId?: string; readonly ground?: string; readonly purpose: 'CONSULT' | 'SUPERVISE' | 'STATISTICS' | 'CORRECT' | 'SUBMIT'; readonly reason: string; readonly again?: string } };
      readonly answer: ExportAnswer;
    };
    '/notices/seen': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly id?: string } };
      readonly answer: NoticeCount;
    };
    '/notices/mail': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly address: string; readonly wantsMail: boolean } };
      readonly answer: NoticeMailSetting;
    };
    '/network-check/bytes': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly filler: string } };
      readonly answer: NetworkBytes;
    };
    '/network-check/tokens': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly bodyId: string } };
      readonly answer: NetworkToken;
    };
    '/network-check/results': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly bodyId: string; readonly measured: NetworkMeasurements } };
      readonly answer: NetworkReport;
    };
    '/network-check/reports': {
      readonly asked: { readonly path?: never; readonly query?: never; readonly body: { readonly code: string; readonly token: string; readonly measured: NetworkMeasurements } };
      readonly answer: NetworkReport;
    };
  };
  /** POST of bytes. */
  readonly uploads: {
    '/uploads': {
      readonly asked: { readonly path?: never; readonly query: { readonly body: string; readonly asOf?: string | null } };
      readonly answer: Uploaded;
    };
    '/submissions/{id}/correction': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: Uploaded;
    };
    '/first-loads/{id}/parts': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: PartReceived;
    };
    '/body-changes/files': {
      readonly asked: { readonly path?: never; readonly query?: never };
      readonly answer: KeptDecisionFile;
    };
    '/body-changes/lists': {
      readonly asked: { readonly path?: never; readonly query: { readonly on: string } };
      readonly answer: MadeBodyChange;
    };
    '/accounts/lists': {
      readonly asked: { readonly path?: never; readonly query?: { readonly look?: string | null } };
      readonly answer: BroughtAccounts;
    };
    '/me/value-reports/{id}/paper': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: PaperAttached;
    };
    '/me/declaration/groups/{group}/evidence': {
      readonly asked: { readonly path: { readonly group: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z' }; readonly query: { readonly kind: string; readonly symbol: string; readonly issuedOn: string } };
      readonly answer: EvidenceAdded;
    };
  };
  /** DELETE. */
  readonly removals: {
    '/my/sessions/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: undefined;
    };
    '/my/passkeys/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: undefined;
    };
    '/grants/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: undefined;
    };
    '/staff/sessions/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: undefined;
    };
    '/my/delegations/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: undefined;
    };
    '/me/declaration/evidence/{id}': {
      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };
      readonly answer: undefined;
    };
  };
}

/** What a refusal says. */
export type Problem = ProblemDocument;

export interface AcceptedCell {
  readonly group: string;
  readonly field: string;
  readonly label: Bilingual;
  readonly where: { readonly sheet: string | null; readonly row: number | null; readonly column: string | null };
  readonly typed: string | null;
  readonly value: string;
  readonly strength: 'certain' | 'guess';
  readonly reason: Bilingual;
  readonly by: string;
  readonly at: string;
}

export interface AcceptedSuggestions {
  readonly accepted: number;
  readonly step: number;
  readonly counts: FileCounts;
}

export type AccessAct = 'template.read' | 'upload.create' | 'submission.read' | 'submission.submit' | 'submission.approve' | 'submission.withdraw' | 'problems.read' | 'queue.read' | 'item.read' | 'item.confirm' | 'item.return' | 'first-load.read' | 'first-load.open' | 'record.search' | 'record.read' | 'record.unmask' | 'record.history' | 'record.reads' | 'record.reopen' | 'record.convert' | 'record.export' | 'bodies.read' | 'bodies.change' | 'home.read' | 'audit.read' | 'audit.verify' | 'readers.name' | 'complaints.answer' | 'board.read' | 'duties.read' | 'reports.make' | 'declaration.call' | 'operations.read' | 'incident.read' | 'incident.keep' | 'grants.read' | 'grants.change' | 'rights.delegate' | 'sending.change' | 'lists.read' | 'lists.ask' | 'lists.decide' | 'source.read' | 'card.read' | 'card.end' | 'card.release' | 'erasure.read' | 'erasure.ask' | 'erasure.decide' | 'kept-apart.read' | 'kept-apart.ask' | 'kept-apart.decide' | 'exchange.read' | 'exchange.ask' | 'exchange.decide' | 'case.read' | 'case.ask' | 'case.decide' | 'mismatch.work' | 'consent.use' | 'own.read' | 'own.card' | 'sessions.own';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly disabledAt: string | null;
  readonly populationUser: string | null;
  readonly mine: boolean;
  readonly grants: readonly { readonly id: string; readonly role: string; readonly roleName: Bilingual; readonly body: NamedBody; readonly from: string; readonly to: string | null }[];
}

export interface AccountLine {
  readonly row: number;
  readonly name: string;
  readonly role: string;
  readonly body: string;
  readonly until: string | null;
  readonly outcome: 'given' | 'asked' | 'waiting' | 'changed' | 'ended';
}

export interface AddPasskey {
  readonly name: string;
  readonly answer: AddPasskeyAnswer;
}

export interface AddPasskeyAnswer {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string };
  readonly clientExtensionResults?: {  };
  readonly authenticatorAttachment?: string | null;
}

export type AddingPasskey = 'first' | 'again' | 'step-up' | 'sign-in' | 'release' | 'full';

export interface AdditionCorrection {
  readonly name: string;
  readonly nameEn?: string;
  readonly aliases?: readonly string[];
  readonly validFrom: string;
  readonly lastDay?: string;
  readonly source: string;
  readonly days?: readonly NoticedDay[];
}

export interface AdditionEnding {
  readonly lastDay: string;
  readonly source: string;
}

export interface AdditionList {
  readonly items: readonly ListAddition[];
  readonly next: string | null;
  readonly openLists: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly year: { readonly list: string; readonly year: string; readonly days: readonly NoticedDay[] };
  readonly mayAsk: boolean;
}

export interface AdditionRequest {
  readonly list: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly aliases?: readonly string[];
  readonly validFrom: string;
  readonly lastDay?: string;
  readonly source: string;
  readonly days?: readonly NoticedDay[];
}

export interface AdditionVerdict {
  readonly granted: boolean;
  readonly reason?: string;
}

export interface AllowanceList {
  readonly items: readonly ReadingAllowance[];
  readonly mayDecide: boolean;
}

export interface AnsweredCase {
  readonly state: CaseState;
}

export interface AppendixBrought {
  readonly table: string;
  readonly source: string;
}

export interface AppliedPage {
  readonly items: readonly AppliedSuggestion[];
  readonly next: string | null;
  readonly lastStep: { readonly step: number; readonly count: number; readonly at: string } | null;
}

export interface AppliedSuggestion {
  readonly step: number;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly label: Bilingual | null;
  readonly personName: string | null;
  readonly typed: string | null;
  readonly value: string | null;
  readonly strength: 'certain' | 'guess';
  readonly reason: Bilingual;
  readonly by: string;
  readonly at: string;
}

export interface Approval {
  readonly state: ApprovalState;
  readonly requestId: string | null;
  readonly askedBy: string | null;
  readonly askedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

export type ApprovalState = 'not-needed' | 'needed' | 'asked' | 'returned' | 'void';

export interface AskedApproval {
  readonly requestId: string;
}

export interface AskedBodyChange {
  readonly on: string;
  readonly operations: readonly AskedOperation[];
  readonly decision?: ChangeDecision;
  readonly file?: string;
  readonly send: boolean;
}

export interface AskedConsent {
  readonly id: string;
  readonly bodyName: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly purpose: Bilingual;
  readonly reason: string;
  readonly until: string;
  readonly answerBy: string;
  readonly standing: ConsentStanding;
  readonly asked: readonly ConsentGroup[];
  readonly given: readonly ConsentGroup[];
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly personName: string | null;
}

export interface AskedConsents {
  readonly items: readonly AskedConsent[];
  readonly choices: ConsentChoices;
  readonly next: string | null;
}

export interface AskedOperation {
  readonly kind: 'make' | 'rename' | 'move' | 'describe' | 'end' | 'give-code' | 'take-code' | 'attribute' | 'establish' | 'merge' | 'undo';
  readonly bodyId?: string;
  readonly parentId?: string;
  readonly intoId?: string;
  readonly changeId?: string;
  readonly name?: string;
  readonly shortName?: string;
  readonly bodyKind?: string;
  readonly level?: string;
  readonly scheme?: 'ma_dinh_danh' | 'noi_bo' | 'dvhc';
  readonly code?: string;
  readonly uncertain?: string;
  readonly attribute?: 'nhom_bndp';
  readonly value?: string;
  readonly postKind?: string;
  readonly posts?: number;
}

export interface AttestationRow {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly bodyName: string;
  readonly groups: readonly Bilingual[];
}

export interface AuditAct {
  readonly code: string;
  readonly kind: 'act' | 'read';
  readonly name: Bilingual;
}

export interface AuditEvent {
  readonly eventId: string;
  readonly at: string;
  readonly kind: 'act' | 'read';
  readonly act: string;
  readonly actName: { readonly vi: string; readonly en: string };
  readonly actor: string | null;
  readonly role: string;
  readonly purpose: string;
  readonly purposeName: { readonly vi: string; readonly en: string };
  readonly bodyId: string | null;
  readonly object: string | null;
  readonly revision: number;
  readonly listed: number;
  readonly index: number | null;
  readonly outside: number;
}

export interface AuditEventsPage {
  readonly items: readonly AuditEvent[];
  readonly outsideAfter: number;
  readonly next: string | null;
}

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export interface Board {
  readonly path: readonly NamedBody[];
  readonly lateDays: number;
  readonly providedDays: number;
  readonly provisions: readonly ProvisionKind[];
  readonly total: BoardCounts;
  readonly lines: readonly BoardLine[];
}

export interface BoardCounts {
  readonly registered: number;
  readonly complete: number;
  readonly sent: number;
  readonly confirmed: number;
  readonly waiting: number;
  readonly late: number;
  readonly returned: number;
  readonly checked: number;
  readonly toCorrect: number;
  readonly thisWeek: number;
  readonly weekBefore: number;
  readonly reported: number;
  readonly reportedLate: number;
  readonly terms: number;
  readonly termsLate: number;
  readonly dutiesLate: number;
  readonly procedure: number;
  readonly alignment: number;
  readonly summary: number;
  readonly training: number;
  readonly personnel: number;
  readonly confirmation: number;
  readonly askedAgain: number;
  readonly lastSentAt: string | null;
}

export interface BoardLine {
  readonly body: NamedBody;
  readonly itself: boolean;
  readonly hasBelow: boolean;
  readonly counts: BoardCounts;
}

export interface Body {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly root: boolean;
}

export interface BodyAttributeDated {
  readonly from: string;
  readonly until: string | null;
  readonly name: string;
  readonly value: string;
  readonly valueName: Bilingual;
  readonly confidence: string;
}

export interface BodyByName {
  readonly id: string;
  readonly name: string;
}

export interface BodyChangeLine {
  readonly kind: 'make' | 'rename' | 'move' | 'describe' | 'end' | 'give-code' | 'take-code' | 'attribute' | 'establish' | 'merge' | 'undo' | 'contact-phone' | 'contact-email' | 'contact-place';
  readonly body: BodyByName;
  readonly before: string | null;
  readonly after: string | null;
  readonly uncertain: string | null;
}

export interface BodyChangeSummary {
  readonly id: string;
  readonly kind: 'make' | 'rename' | 'move' | 'describe' | 'end' | 'give-code' | 'take-code' | 'attribute' | 'establish' | 'merge' | 'undo' | 'list';
  readonly on: string;
  readonly state: 'draft' | 'waiting' | 'in-force' | 'refused' | 'withdrawn';
  readonly coming: boolean;
  readonly about: string;
  readonly operations: number;
  readonly wrong: number;
  readonly decision: ChangeDecision | null;
  readonly hasFile: boolean;
  readonly madeBy: string | null;
  readonly madeAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly refusal: string | null;
  readonly maySend: boolean;
  readonly mayWithdraw: boolean;
  readonly mayDecide: boolean;
}

export interface BodyChoices {
  readonly bodyKind: readonly NamedEntry[];
  readonly level: readonly NamedEntry[];
  readonly value: readonly NamedEntry[];
  readonly postKind: readonly NamedEntry[];
}

export interface BodyCodeDated {
  readonly from: string;
  readonly until: string | null;
  readonly scheme: 'ma_dinh_danh' | 'noi_bo' | 'dvhc';
  readonly code: string;
  readonly confidence: string;
  readonly source: string | null;
  readonly onDay: boolean;
}

export interface BodyContact {
  readonly phone: string | null;
  readonly email: string | null;
  readonly place: string | null;
  readonly body: NamedBody | null;
}

export interface BodyHistory {
  readonly items: readonly BodyHistoryEntry[];
  readonly next: string | null;
}

export interface BodyHistoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly decision: string | null;
  readonly lines: readonly BodyChangeLine[];
  readonly knownAt: number;
  readonly decidedAt: string | null;
  readonly madeBy: string | null;
  readonly decidedBy: string | null;
  readonly hasFile: boolean;
}

export interface BodyInTree {
  readonly bodyId: string;
  readonly parentId: string | null;
  readonly managingId: string;
  readonly code: string;
  readonly standing: 'official' | 'uncertain' | 'own' | 'none';
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface BodyLink {
  readonly on: string;
  readonly side: 'from' | 'to';
  readonly other: BodyByName;
  readonly relation: string;
  readonly whole: boolean;
}

export interface BodyListProblem {
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly title: Bilingual;
  readonly next: Bilingual;
}

export interface BodyNameDated {
  readonly from: string;
  readonly until: string | null;
  readonly name: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly level: string;
  readonly source: string;
  readonly confidence: string;
}

export interface BodyNow {
  readonly name: string;
  readonly code: string;
  readonly kind: NamedEntry;
  readonly level: NamedEntry;
  readonly above: readonly BodyByName[];
  readonly children: number;
  readonly managing: BodyByName;
}

export interface BodyPage {
  readonly id: string;
  readonly validOn: string;
  readonly knownAt: number | null;
  readonly now: BodyNow | null;
  readonly standing: 'official' | 'uncertain' | 'own' | 'none';
  readonly names: readonly BodyNameDated[];
  readonly codes: readonly BodyCodeDated[];
  readonly attributes: readonly BodyAttributeDated[];
  readonly posts: readonly BodyPosts[];
  readonly links: readonly BodyLink[];
  readonly choices: BodyChoices;
  readonly mayChange: boolean;
  readonly mayAdd: boolean;
}

export interface BodyPosts {
  readonly from: string;
  readonly until: string | null;
  readonly kind: string;
  readonly kindName: Bilingual;
  readonly year: number;
  readonly posts: number;
}

export interface BodySending {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly approval: boolean;
  readonly rules: readonly SendingRule[];
  readonly may: readonly AccessAct[];
}

export interface BroughtAccounts {
  readonly applied: boolean;
  readonly look: string;
  readonly counts: { readonly received: number; readonly accepted: number; readonly rejected: number; readonly waiting: number; readonly given: number; readonly changed: number; readonly ended: number; readonly unchanged: number };
  readonly wrong: readonly WrongAccountCell[];
  readonly changes: readonly AccountLine[];
}

export type CallStanding = 'running' | 'before' | 'never';

export interface Callable {
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly standing: CallStanding;
}

export interface CallableList {
  readonly items: readonly Callable[];
  readonly counts: { readonly never: number; readonly before: number; readonly running: number };
  readonly may: readonly AccessAct[];
}

export type CardEndReason = 'THOI_PHUC_VU' | 'TAM_NGUNG' | 'DOI_CO_QUAN' | 'DOI_DON_VI' | 'DOI_CHUC_VU' | 'DOI_HO_TEN' | 'DOI_TEN_CO_QUAN' | 'DOI_SO_DINH_DANH' | 'HO_SO_TRUNG' | 'XOA_HO_SO' | 'QUAN_LY_RIENG' | 'DOI_LOAI' | 'DOI_ANH' | 'MAT_XAC_THUC' | 'THIEU_ANH' | 'THIEU_THONG_TIN' | 'THOI_KIEM_NHIEM' | 'HET_BIET_PHAI' | 'HET_HAN' | 'MAT_DIEN_THOAI' | 'CHO_MUON' | 'CAP_SAI' | 'SU_CO';

export interface CardEnded {
  readonly replaced: boolean;
  readonly copies: number;
}

export interface CardReleased {
  readonly begun: boolean;
}

export type CarrierOfCaller = 'mtls' | 'x-road' | 'lgsp';

export type CaseActKind = 'opened' | 'consented' | 'refused' | 'withdrawn' | 'completed' | 'settled' | 'lapsed' | 'undone' | 'undo_asked' | 'kept';

export type CaseAnswer = 'consent' | 'refuse' | 'withdraw' | 'undo' | 'keep';

export type CaseKind = 'transfer' | 're_entry' | 'dual_claim' | 'number_change' | 'secondment' | 'concurrent' | 'same_human';

export type CaseOutcome = 'done' | 'refused' | 'withdrawn' | 'never-asked' | 'no-answer' | 'overtaken' | 'registered-first' | 'claim-withdrawn' | 'undone' | 'ended';

export interface CaseRow {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly openedBy: 'from' | 'to';
  readonly from: SideOfCase;
  readonly to: SideOfCase;
  readonly person: { readonly name: string; readonly personId: string | null; readonly submissionId: string | null } | null;
  readonly numberMasked: string | null;
  readonly effectiveOn: string | null;
  readonly untilOn: string | null;
  readonly post: Bilingual | null;
  readonly dueOn: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly waitsForMe: boolean;
}

export type CaseState = 'prepared' | 'asked' | 'agreed' | 'done' | 'settled' | 'refused' | 'withdrawn' | 'lapsed' | 'undone' | 'undo_asked';

export interface CellProblem {
  readonly id: number;
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly label: Bilingual | null;
  readonly value: string | null;
  readonly given: Bilingual | null;
  readonly message: Bilingual;
  readonly next: Bilingual | null;
  readonly suggestion: { readonly value: string; readonly strength: 'certain' | 'guess'; readonly reason: string; readonly why: Bilingual; readonly shown: Bilingual } | null;
  readonly candidates: readonly string[];
  readonly proposed: Bilingual | null;
  readonly personName: string | null;
  readonly tail: string | null;
}

export interface CeremonyOptions {
  readonly options: {  };
}

export interface ChangeDecision {
  readonly number: string;
  readonly day: string;
  readonly signer: string;
  readonly issuedBy: string;
  readonly word?: string;
}

export interface ChangeVerdict {
  readonly inForce: boolean;
  readonly planHash?: string;
  readonly reason?: string;
}

export interface Changed {
  readonly changed: boolean;
}

export interface Choice {
  readonly code: string;
  readonly name: Bilingual;
}

export interface CleanList {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly body: string;
  readonly peopleMax: number;
  readonly undecided: number;
  readonly waiting: number | null;
  readonly alone: readonly { readonly reason: string; readonly label: Bilingual; readonly people: number }[];
  readonly list: ShownList | null;
}

export interface Colleague {
  readonly accountId: string;
  readonly name: string;
}

export interface Compared {
  readonly level: string;
  readonly at: string | null;
  readonly source: string | null;
  readonly extent: 'whole' | 'units';
}

export interface ComparedField {
  readonly field: string;
  readonly label: Bilingual;
  readonly level: string;
  readonly value: Bilingual | null;
}

export interface ComparedPerson {
  readonly personId: string | null;
  readonly name: string;
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly row: number | null;
  readonly line: number;
  readonly groups: readonly { readonly group: string; readonly title?: Bilingual; readonly changes: readonly FieldChange[] }[];
}

export interface Comparison {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly missing: number;
}

export interface ComparisonPage {
  readonly items: readonly ComparedPerson[];
  readonly next: string | null;
  readonly missing: readonly { readonly name: string }[];
}

export interface Complaint {
  readonly id: string;
  readonly personId: string;
  readonly eventId: string;
  readonly body: NamedBody;
  readonly readingAt: string;
  readonly reading: { readonly actName: Bilingual; readonly purposeName: Bilingual; readonly roles: readonly string[] } | null;
  readonly reason: string;
  readonly at: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly verdict: 'lawful' | 'unlawful' | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly mayAnswer: boolean;
}

export interface ComplaintMade {
  readonly id: string;
  readonly dueOn: string;
}

export interface ConsentChoices {
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly purposes: readonly { readonly code: string; readonly vi: string; readonly en: string }[];
  readonly groups: readonly { readonly code: string; readonly title: Bilingual; readonly hasOrdinary: boolean; readonly sensitive: readonly { readonly key: string; readonly label: Bilingual }[] }[];
  readonly today: string;
  readonly lastUntil: string;
}

export interface ConsentCode {
  readonly code: string;
  readonly expiresAt: string;
  readonly seconds: number;
}

export interface ConsentGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly ordinary: boolean;
  readonly fields: readonly { readonly key: string; readonly label: Bilingual }[];
}

export interface ConsentMessage {
  readonly format: 'congvu-consent/1';
  readonly notice: Bilingual;
  readonly demo: boolean;
  readonly given: string;
  readonly digest: string;
  readonly standing: ConsentStanding;
  readonly withdrawnAt: string | null;
  readonly log: { readonly format: 'congvu-audit-bundle/1'; readonly origin: string; readonly keyId: string; readonly index: number; readonly leaf: string; readonly inclusion: readonly string[]; readonly checkpoint: string; readonly older: null | { readonly checkpoint: string; readonly consistency: readonly string[] }; readonly payload: null | { readonly salt: string; readonly text: string } } | null;
}

export type ConsentStanding = 'asked' | 'given' | 'refused' | 'withdrawn' | 'taken-back' | 'lapsed' | 'ended';

export interface ConsentedRecord {
  readonly id: string;
  readonly personName: string;
  readonly purpose: Bilingual;
  readonly until: string;
  readonly groups: readonly { readonly code: string; readonly title: Bilingual; readonly confirmed: boolean; readonly validFrom: string | null; readonly fields: readonly { readonly key: string; readonly label: Bilingual; readonly display: Bilingual }[]; readonly sections: readonly { readonly key: string; readonly title: Bilingual; readonly columns: readonly { readonly key: string; readonly label: Bilingual }[]; readonly lines: readonly { readonly id: string; readonly cells: Readonly<Record<string, Bilingual>> }[] }[] }[];
}

export interface Conversion {
  readonly number: string;
  readonly form: '2c-bnv-2008' | 'hs02-vc-bnv';
  readonly formName: string;
  readonly at: string;
  readonly bodyName: string;
  readonly dataOf: string;
  readonly revision: number;
  readonly leftOut: number;
}

export interface ConversionMatch {
  readonly matches: boolean;
}

export interface Counted {
  readonly people: number;
  readonly isMore: boolean;
}

export interface Counts {
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
}

export interface Cv {
  readonly number: string;
  readonly at: string;
  readonly bodyName: string;
  readonly dataOf: string;
  readonly revision: number;
  readonly leftOut: number;
}

export interface DataRequest {
  readonly id: string;
  readonly kind: 'restrict' | 'object' | 'withdraw' | 'erase';
  readonly label: Bilingual;
  readonly words: string;
  readonly madeAt: string;
  readonly lastDay: string | null;
  readonly late: boolean;
  readonly outcome: DataRequestOutcome | null;
  readonly answer: string | null;
  readonly settledAt: string | null;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly settledBy: string | null;
  readonly may: readonly AccessAct[];
}

export interface DataRequestList {
  readonly items: readonly DataRequest[];
  readonly next: string | null;
}

export interface DataRequestMade {
  readonly id: string;
}

export type DataRequestOutcome = 'granted' | 'refused';

export interface Decided {
  readonly accepted: number;
  readonly returned: number;
  readonly waiting: number;
  readonly items: readonly { readonly itemId: string; readonly state: string }[];
  readonly receipt: Receipt;
}

export interface DecidedAddition {
  readonly edition: number | null;
}

export interface DecidedGrant {
  readonly grantId: string | null;
}

export interface DeclarationCall {
  readonly id: string;
  readonly bodyName: string;
  readonly below: boolean;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly ground: string;
  readonly lastDay: string;
  readonly again: string | null;
  readonly people: number;
  readonly done: number;
  readonly late: number;
  readonly ended: number;
}

export interface DeclarationCallList {
  readonly items: readonly DeclarationCall[];
  readonly days: { readonly from: string; readonly until: string } | null;
  readonly next: string | null;
  readonly may: readonly AccessAct[];
}

export interface DeclarationCalled {
  readonly id: string;
  readonly people: number;
  readonly running: number;
  readonly declared: number;
}

export interface DeclarationCalledBy {
  readonly bodyName: string;
  readonly ground: string;
}

export interface DeclarationEvidence {
  readonly id: string;
  readonly group: string;
  readonly kind: Bilingual;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly pages: number;
  readonly sizeBytes: number;
  readonly fromPhoto: boolean;
  readonly standing: DeclarationStanding | null;
  readonly uploadNumber: string | null;
  readonly returned: readonly { readonly label: Bilingual | null; readonly reason: Bilingual; readonly note: string | null }[];
  readonly problems: readonly string[];
}

export interface DeclarationForm {
  readonly code: string;
  readonly title: Bilingual;
  readonly by: DeclaredBy;
  readonly mark: 'right' | 'changed' | null;
  readonly columns: readonly { readonly key: string; readonly field: string; readonly label: Bilingual; readonly hint: Bilingual; readonly required: boolean; readonly options: readonly string[] | null; readonly free: boolean }[];
  readonly standing: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  readonly sections: readonly { readonly key: string; readonly title: Bilingual; readonly columns: readonly { readonly key: string; readonly field: string; readonly label: Bilingual; readonly hint: Bilingual; readonly required: boolean; readonly options: readonly string[] | null; readonly free: boolean }[]; readonly standing: readonly Readonly<Record<string, string>>[]; readonly lines: readonly Readonly<Record<string, string>>[] | null }[];
  readonly problems: readonly DraftProblem[];
  readonly evidence: readonly DeclarationEvidence[];
  readonly evidenceKinds: readonly { readonly code: string; readonly label: Bilingual }[];
  readonly seen: number;
  readonly next: string | null;
}

export type DeclarationKind = 'first' | 'update';

export type DeclarationOrigin = 'portal' | 'vneid';

export interface DeclarationSent {
  readonly id: string;
}

export type DeclarationStanding = 'sent' | 'checking' | 'refused' | 'waiting' | 'returned' | 'registered' | 'recorded' | 'replaced' | 'withdrawn';

export interface DeclarationThread {
  readonly open: boolean;
  readonly messages: readonly ThreadMessage[];
}

export interface DeclarationTruth {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly source: string;
}

export type DeclaredBy = 'person' | 'population' | 'body';

export interface DeclaredChange {
  readonly group: Bilingual;
  readonly label: Bilingual;
  readonly before: string;
  readonly after: string;
}

export interface DeclaredWhole {
  readonly id: string;
  readonly kind: DeclarationKind;
  readonly sentAt: string;
  readonly standing: DeclarationStanding;
  readonly truth: DeclarationTruth | null;
  readonly groups: readonly Bilingual[];
  readonly uploadNumber: string | null;
  readonly receipt: string | null;
  readonly returned: readonly { readonly code: string; readonly group: Bilingual; readonly cells: readonly { readonly label: Bilingual | null; readonly reason: Bilingual; readonly note: string | null }[] }[];
  readonly problems: readonly string[];
  readonly moved: boolean;
  readonly evidence: readonly DeclarationEvidence[];
  readonly confirmedBy: string | null;
  readonly origin: DeclarationOrigin;
  readonly withdrawnAt: string | null;
  readonly mayWithdraw: boolean;
  readonly messages: number;
  readonly mayWrite: boolean;
  readonly changes: readonly DeclaredChange[];
  readonly stated: Readonly<Record<string, unknown>> | null;
  readonly written: readonly ThreadMessage[];
}

export interface DecreeCoverage {
  readonly stated: number;
  readonly appendix: { readonly broughtAt: string; readonly source: string } | null;
  readonly names: number;
  readonly mapped: number;
  readonly several: number;
  readonly unknown: number;
  readonly withoutGroup: number;
  readonly own: number;
  readonly groups: readonly { readonly code: string; readonly title: Bilingual; readonly names: number; readonly mapped: number; readonly ours: number; readonly unnamed: readonly { readonly key: string; readonly label: Bilingual }[] }[];
  readonly open: readonly { readonly no: string; readonly name: string; readonly group: string | null; readonly sourceBody: string | null; readonly outcome: 'several' | 'unknown'; readonly candidates: readonly { readonly key: string; readonly label: Bilingual }[] }[];
  readonly mayBring: boolean;
}

export interface Delegation {
  readonly id: string;
  readonly side: 'given' | 'received';
  readonly name: string;
  readonly role: string;
  readonly roleName: Bilingual;
  readonly body: NamedBody;
  readonly kinds: readonly Bilingual[];
  readonly from: string;
  readonly until: string;
  readonly basis: DelegationBasis;
  readonly state: 'waiting' | 'refused' | 'lapsed' | 'withdrawn' | 'coming' | 'now' | 'over' | 'ended';
  readonly mayEnd: boolean;
}

export interface DelegationAnswer {
  readonly id: string;
  readonly waits: boolean;
}

export interface DelegationBasis {
  readonly decisionNumber?: string;
  readonly decisionDay?: string;
  readonly reason?: string;
}

export interface DelegationKind {
  readonly kind: string;
  readonly name: Bilingual;
  readonly always: boolean;
}

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: Bilingual;
  readonly body: string;
  readonly what: Bilingual;
}

export interface DocumentKind {
  readonly code: string;
  readonly label: Bilingual;
}

export interface DraftProblem {
  readonly column: string | null;
  readonly section: string | null;
  readonly line: number | null;
  readonly severity: 'error' | 'warning';
  readonly title: Bilingual;
  readonly next: Bilingual;
}

export interface DraftSaved {
  readonly problems: readonly DraftProblem[];
  readonly next: string | null;
}

export interface DutyPage {
  readonly path: readonly NamedBody[];
  readonly duties: readonly DutyRow[];
  readonly below: readonly { readonly body: NamedBody; readonly late: number }[];
}

export interface DutyRow {
  readonly code: string;
  readonly title: Bilingual;
  readonly law: string;
  readonly confidence: string;
  readonly how: Bilingual;
  readonly state: 'met' | 'late' | 'nothing' | 'unknown';
  readonly total: number | null;
  readonly late: number | null;
  readonly href: string | null;
}

export type EmploymentKind = 'main' | 'concurrent' | 'secondment';

export interface EndReason {
  readonly code: string;
  readonly label: Bilingual;
  readonly replaced: boolean;
  readonly heldBack: boolean;
}

export interface EndedCard {
  readonly cardId: string;
  readonly number: string;
  readonly employment: EmploymentKind;
  readonly state: 'HIEU_LUC' | 'CHUYEN_TIEP' | 'THU_HOI' | 'HET_HAN';
  readonly says: { readonly ho_ten: string; readonly ho_ten_latin: string; readonly chuc_vu?: { readonly ma?: string; readonly ten: string }; readonly chuc_danh?: { readonly ma?: string; readonly ten: string }; readonly co_quan: { readonly ma: string; readonly ten: string }; readonly co_quan_quan_ly: { readonly ma: string; readonly ten: string }; readonly don_vi?: string; readonly loai: string; readonly cap: 'TW' | 'TINH' | 'XA'; readonly dang_cong_tac: boolean };
  readonly codeStanding: 'official' | 'uncertain' | 'own' | 'none';
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly endedAt: string | null;
  readonly endReason: CardEndReason | null;
  readonly endLabel: Bilingual | null;
  readonly overlapUntil: string | null;
  readonly copies: readonly { readonly issuedAt: string; readonly expiresAt: string; readonly event: string | null }[];
  readonly clock: RevocationClock | null;
}

export interface ErasureGround {
  readonly code: string;
  readonly label: Bilingual;
  readonly law: string;
  readonly confidence: string;
  readonly kept: Bilingual | null;
}

export interface ErasureOfPerson {
  readonly personId: string;
  readonly name: string;
  readonly grounds: readonly ErasureGround[];
  readonly standing: Bilingual | null;
  readonly open: boolean;
}

export interface ErasurePaper {
  readonly number: string;
  readonly day: string;
  readonly issuer: string;
}

export interface ErasureRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly ground: Bilingual;
  readonly law: string;
  readonly confidence: string;
  readonly paper: ErasurePaper;
  readonly reason: string;
  readonly state: ErasureState;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly endsAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly refusal: string | null;
  readonly doneAt: string | null;
  readonly standing: Bilingual | null;
  readonly byMe: boolean;
  readonly may: readonly AccessAct[];
}

export type ErasureState = 'asked' | 'granted' | 'done' | 'refused' | 'withdrawn' | 'lapsed';

export interface EvidenceAdded {
  readonly id: string;
}

export interface ExchangeBatchShown {
  readonly epoch: number;
  readonly lane: ExchangeLane;
  readonly first: number;
  readonly last: number;
  readonly receivedAt: string;
  readonly judgedAt: string | null;
}

export type ExchangeLane = 'daily' | 'correction' | 'load';

export interface ExchangeLine {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly source: ExchangeSource | null;
  readonly lateTerms: number | null;
  readonly requests: readonly LineRequestRow[];
  readonly officers: readonly LineOfficer[];
  readonly may: readonly AccessAct[];
}

export interface ExchangeLineRow {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly source: string;
  readonly state: ExchangeLineState;
  readonly waiting: number;
  readonly waitsSince: string | null;
  readonly lastAt: string | null;
  readonly certificateEnds: string | null;
  readonly requests: number;
}

export type ExchangeLineState = 'frozen' | 'locked-out' | 'waiting' | 'new' | 'in-step' | 'ended';

export interface ExchangeSource {
  readonly name: string;
  readonly state: ExchangeLineState;
  readonly epoch: number;
  readonly confirms: WhoConfirms;
  readonly enrolledAt: string;
  readonly inStepAt: string | null;
  readonly waitsSince: string | null;
  readonly counts: LineCounts;
  readonly lanes: readonly LineLane[];
  readonly lastBatches: readonly ExchangeBatchShown[];
  readonly refused: readonly RefusedByCode[];
  readonly keys: readonly SourceKey[];
  readonly callers: readonly LineCaller[];
  readonly confirmers: readonly LineConfirmer[];
  readonly frozen: FrozenEvidence | null;
}

export interface ExportAnswer {
  readonly id: string;
  readonly number: string;
  readonly people: number;
  readonly waits: boolean;
}

export interface Exports {
  readonly items: readonly PeopleExport[];
  readonly next: null;
  readonly choices: ExtractChoices;
}

export interface ExtractChoices {
  readonly today: string;
  readonly groups: readonly ExtractGroup[];
}

export interface ExtractGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly fields: readonly { readonly key: string; readonly label: Bilingual }[];
}

export interface FieldChange {
  readonly field: string;
  readonly label: Bilingual;
  readonly line: string | null;
  readonly from: Bilingual | null;
  readonly to: Bilingual | null;
}

export interface FileCounts {
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
  readonly warnings: number;
}

export interface FirstLoadList {
  readonly windows: readonly FirstLoadWindow[];
  readonly loads: readonly FirstLoadRow[];
  readonly may: readonly AccessAct[];
}

export interface FirstLoadPart {
  readonly no: number;
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly fileName: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly counts: { readonly received: number; readonly accepted: number; readonly rejected: number; readonly waiting: number };
  readonly warnings: number;
  readonly taken: number | null;
  readonly registered: number;
  readonly mend: string | null;
  readonly receipts: readonly { readonly number: string; readonly kind: string }[];
}

export interface FirstLoadRow {
  readonly id: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly asOf: string;
  readonly state: 'gathering' | 'composing' | 'sampling' | 'failed' | 'passed' | 'signed' | 'registering' | 'registered' | 'withdrawn';
  readonly stateAt: string;
  readonly parts: number;
  readonly people: number;
  readonly done: number;
}

export interface FirstLoadWindow {
  readonly id: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly opensOn: string;
  readonly lastDay: string;
  readonly decision: { readonly number: string; readonly day: string; readonly signer: string };
  readonly openedBy: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly closedWhy: string | null;
  readonly stands: boolean;
  readonly may: readonly AccessAct[];
}

export interface FoundBodies {
  readonly items: readonly FoundBody[];
  readonly next: string | null;
}

export interface FoundBody {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly standing: 'official' | 'uncertain' | 'own' | 'none';
  readonly above: string | null;
  readonly by: string;
  readonly from: string;
  readonly until: string | null;
  readonly stands: boolean;
}

export interface FrozenEvidence {
  readonly epoch: number;
  readonly lane: ExchangeLane;
  readonly first: number;
  readonly at: string;
  readonly held: SignedEvidence | null;
  readonly offered: SignedEvidence;
}

export interface Grant {
  readonly role: string;
  readonly roleName: Bilingual;
  readonly body: NamedBody;
  readonly onBehalf?: OnBehalf;
}

export interface GrantAnswer {
  readonly accountId: string;
  readonly grantId: string | null;
  readonly grantRequestId: string | null;
}

export interface GrantRequest {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
  readonly roleName: Bilingual;
  readonly body: NamedBody;
  readonly from: string;
  readonly name: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly endsAt: string;
  readonly state: 'waiting' | 'granted' | 'refused' | 'lapsed' | 'withdrawn';
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly mayDecide: boolean;
  readonly until: string | null;
  readonly delegation: RequestedDelegation | null;
}

export type GroupState = 'waiting' | 'returned' | 'missing' | 'confirmed' | 'unconfirmed' | 'nothing' | 'system';

export interface HeldBackPerson {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly number: string;
  readonly label: Bilingual;
  readonly since: string;
  readonly byMe: boolean;
}

export interface HistoryEntry {
  readonly value: unknown;
  readonly display: Bilingual;
  readonly validFrom: string;
  readonly knownFrom: number;
  readonly source: string;
  readonly attestationId: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
}

export interface Hit {
  readonly personId: string;
  readonly name: string;
  readonly birth: string | null;
  readonly bodyName: string;
  readonly post: Bilingual | null;
  readonly jobTitle: string | null;
  readonly grade: Bilingual | null;
  readonly kind: Bilingual | null;
  readonly status: Bilingual | null;
  readonly match: string | null;
  readonly nationalIdMasked: string;
  readonly isNear: boolean;
  readonly may: readonly AccessAct[];
}

export interface Home {
  readonly tasks: readonly HomeTask[];
  readonly sources: readonly { readonly source: string; readonly state: 'closed' | 'open' | 'half-open'; readonly since: string; readonly tryAt: string | null }[];
}

export interface HomeTask {
  readonly kind: TaskKind;
  readonly count: number;
  readonly oldestAt: string | null;
  readonly href: string;
}

export interface Ignored {
  readonly kind: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly why: Bilingual;
}

export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly discoveredAt: string;
  readonly touchesSystem: boolean;
  readonly touchesPeople: boolean;
  readonly people: number | null;
  readonly notes: readonly { readonly at: string; readonly what: string }[];
  readonly reports: readonly { readonly report: 'first' | 'full' | 'breach'; readonly name: string; readonly law: string; readonly dueAt: string; readonly sent: { readonly at: string; readonly receiver: string; readonly reference: string } | null; readonly late: boolean }[];
  readonly closed: { readonly at: string; readonly lesson: string } | null;
  readonly may: readonly AccessAct[];
}

export interface IncidentClosing {
  readonly lesson: string;
}

export interface IncidentFinding {
  readonly what: string;
  readonly touchesSystem: boolean;
  readonly touchesPeople: boolean;
  readonly people: number | null;
}

export interface IncidentList {
  readonly items: readonly Incident[];
  readonly next: string | null;
  readonly may: readonly AccessAct[];
}

export interface IncidentOpening {
  readonly title: string;
  readonly what: string;
  readonly discoveredAt: string;
  readonly touchesSystem: boolean;
  readonly touchesPeople: boolean;
  readonly people: number | null;
}

export interface IncidentReport {
  readonly report: 'first' | 'full' | 'breach';
  readonly sentAt: string;
  readonly receiver: string;
  readonly reference: string;
}

export interface KeptApartOfPerson {
  readonly personId: string;
  readonly name: string;
  readonly kind: 'mark' | 'end';
  readonly open: boolean;
  readonly classes: readonly SecretClass[];
}

export interface KeptApartPaper {
  readonly number: string;
  readonly day: string;
  readonly issuer: string;
}

export interface KeptApartRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly kind: 'mark' | 'end';
  readonly class: Bilingual;
  readonly paper: KeptApartPaper;
  readonly fromDay: string;
  readonly state: KeptApartState;
  readonly stands: boolean;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly refusal: string | null;
  readonly byMe: boolean;
  readonly may: readonly AccessAct[];
}

export type KeptApartState = 'asked' | 'granted' | 'refused' | 'withdrawn';

export interface KeptDecisionFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
}

export interface KeptFor {
  readonly years: number | null;
  readonly law: string;
  readonly confidence: 'found' | 'known' | 'uncertain' | 'design';
}

export interface LegalClock {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly registered: boolean;
  readonly bodyName: string;
  readonly term: { readonly code: string; readonly name: string; readonly law: string };
  readonly groupName: Bilingual | null;
  readonly startOn: string;
  readonly lastDay: string;
  readonly forecast: boolean;
  readonly late: boolean;
  readonly doneAt: string | null;
  readonly moved: boolean;
  readonly may: readonly AccessAct[];
}

export interface LegalClockList {
  readonly items: readonly LegalClock[];
  readonly total: number;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly terms: readonly { readonly code: string; readonly name: string; readonly law: string }[];
  readonly next: string | null;
}

export interface LineCaller {
  readonly carrier: CarrierOfCaller;
  readonly name: string;
  readonly networks: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly endsAt: string | null;
}

export interface LineConfirmer {
  readonly kid: string;
  readonly officer: string;
  readonly maker: string;
  readonly fingerprint: string;
  readonly enrolledAt: string;
  readonly endsAt: string | null;
}

export interface LineCounts {
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
}

export interface LineLane {
  readonly lane: ExchangeLane;
  readonly expected: number;
  readonly unread: number;
  readonly counts: LineCounts;
}

export interface LineOfficer {
  readonly id: string;
  readonly name: string;
}

export type LineRequestKind = 'enrol' | 'new-key' | 'add-caller' | 'end-caller' | 'enrol-confirmer' | 'end-confirmer' | 'confirms' | 'release' | 'end';

export interface LineRequestPart {
  readonly what: string;
  readonly value: string;
}

export interface LineRequestRow {
  readonly id: string;
  readonly kind: LineRequestKind;
  readonly about: readonly LineRequestPart[];
  readonly reason: string;
  readonly state: LineRequestState;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly refusal: string | null;
  readonly byMe: boolean;
  readonly may: readonly AccessAct[];
}

export type LineRequestState = 'asked' | 'granted' | 'refused' | 'withdrawn';

export interface ListAddition {
  readonly id: string;
  readonly kind: 'add' | 'end' | 'correct';
  readonly changes: string | null;
  readonly list: string;
  readonly listTitle: Bilingual;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  readonly validFrom: string;
  readonly lastDay: string | null;
  readonly source: string;
  readonly days: readonly NoticedDay[] | null;
  readonly body: NamedBody;
  readonly askedAt: string;
  readonly endsAt: string;
  readonly state: 'waiting' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly stands: boolean;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly mayChange: boolean;
}

export interface ListDecided {
  readonly listId: string;
  readonly items: number;
  readonly counts: Counts;
  readonly receipt: Receipt;
}

export interface MadeBodyChange {
  readonly id: string;
  readonly state: 'draft' | 'waiting' | 'in-force' | 'refused' | 'withdrawn';
  readonly wrong: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface MadeId {
  readonly id: string;
}

export interface Me {
  readonly registered: boolean;
  readonly person: { readonly name: string; readonly nationalIdMasked: string; readonly bodyName: string; readonly position: Bilingual; readonly hasPortrait: boolean; readonly identityLocked: boolean; readonly version: number } | null;
  readonly groups: readonly MyGroupSummary[];
  readonly declarationDue: { readonly lastDay: string; readonly late: boolean; readonly call: DeclarationCalledBy | null } | null;
  readonly counts: { readonly confirmed: number; readonly waiting: number; readonly missing: number; readonly others: number };
  readonly quality: RecordQuality | null;
  readonly erased: OwnErasure | null;
  readonly keptApart: OwnKeptApart | null;
}

export type MismatchLevel = 'LECH' | 'GAN_KHOP' | 'KHONG_TIM_THAY';

export interface MismatchList {
  readonly items: readonly MismatchRow[];
  readonly total: number;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly next: string | null;
}

export interface MismatchRow {
  readonly submissionId: string;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly uploadNumber: string;
  readonly level: MismatchLevel;
  readonly fields: readonly Bilingual[];
  readonly foundAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly assignedTo: string | null;
  readonly own: boolean;
  readonly may: readonly AccessAct[];
}

export interface MyCard {
  readonly held: MyCardView | null;
  readonly beside: readonly MyCardView[];
  readonly why: { readonly missing: readonly string[]; readonly workState: string; readonly heldBack: { readonly label: Bilingual; readonly since: string } | null } | null;
  readonly ended: readonly MyCardView[];
  readonly wallets: readonly MyWallet[];
  readonly bodyId: string;
  readonly bodyName: string;
  readonly isTest: boolean;
}

export interface MyCardEnded {
  readonly replaced: boolean;
  readonly copies: number;
}

export interface MyCardView {
  readonly cardId: string;
  readonly employment: 'main' | 'concurrent' | 'secondment';
  readonly number: string;
  readonly name: string;
  readonly position: string;
  readonly bodyName: string;
  readonly codeStanding: 'official' | 'uncertain' | 'own' | 'none';
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly endedAt: string | null;
  readonly endLabel: Bilingual | null;
  readonly overlapUntil: string | null;
  readonly copies: readonly { readonly issuedAt: string; readonly expiresAt: string }[];
}

export interface MyCopyEnded {
  readonly copies: number;
}

export interface MyData {
  readonly format: 'congvu-own-data/1';
  readonly notice: Bilingual;
  readonly demo: boolean;
  readonly madeAt: string;
  readonly dictionary: string;
  readonly person: { readonly name: string; readonly nationalId: string; readonly nationalIdCompared: Compared | null; readonly body: string; readonly position: Bilingual; readonly version: number; readonly identityLocked: boolean; readonly portraitSha256: string | null };
  readonly groups: readonly MyDataGroup[];
  readonly cards: readonly MyCardView[];
  readonly viewedBy: MyReads;
  readonly consents: readonly OwnConsent[];
  readonly declarations: readonly DeclaredWhole[];
  readonly valueReports: readonly OwnReport[];
  readonly dataRequests: readonly OwnDataRequest[];
}

export interface MyDataGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly state: GroupState;
  readonly validFrom: string | null;
  readonly source: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly missing: readonly Bilingual[];
  readonly fields: readonly { readonly key: string; readonly label: Bilingual; readonly value: unknown; readonly display: Bilingual; readonly derived: boolean; readonly compared: Compared | null; readonly source: string | null; readonly confirmedAt: string | null; readonly confirmedBy: string | null }[];
  readonly sections: readonly { readonly key: string; readonly title: Bilingual; readonly source: string | null; readonly confirmedAt: string | null; readonly confirmedBy: string | null; readonly columns: readonly { readonly key: string; readonly label: Bilingual; readonly derived: boolean; readonly sourceBody: SourceBody }[]; readonly lines: readonly { readonly dong: string; readonly origin: Origin; readonly cells: Readonly<Record<string, Bilingual>>; readonly unsure: Readonly<Record<string, string>> }[] }[];
}

export interface MyDeclaration {
  readonly kind: DeclarationKind;
  readonly bodyName: string;
  readonly due: { readonly lastDay: string; readonly late: boolean; readonly call: DeclarationCalledBy | null } | null;
  readonly truth: DeclarationTruth;
  readonly confirmedBy: string | null;
  readonly groups: readonly { readonly code: string; readonly title: Bilingual; readonly by: DeclaredBy; readonly mark: 'right' | 'changed' | null; readonly changedSince: boolean; readonly missing: readonly Bilingual[] }[];
  readonly sent: readonly SentDeclaration[];
}

export interface MyDelegations {
  readonly items: readonly Delegation[];
  readonly rights: readonly RightToLend[];
  readonly daysMax: number | null;
}

export interface MyGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly state: GroupState;
  readonly missing: readonly Bilingual[];
  readonly since: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly filled: number;
  readonly lines: number;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly kept: KeptFor;
  readonly source: string | null;
  readonly validFrom: string | null;
  readonly fields: readonly RecordField[];
  readonly sections: readonly MySection[];
}

export interface MyGroupSummary {
  readonly code: string;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly state: GroupState;
  readonly missing: readonly Bilingual[];
  readonly since: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly filled: number;
  readonly lines: number;
}

export interface MyOffer {
  readonly uri: string;
  readonly txCode: string;
  readonly expiresAt: string;
  readonly seconds: number;
  readonly wallet: string | null;
}

export interface MyPasskeys {
  readonly items: readonly Passkey[];
  readonly adding: AddingPasskey;
}

export interface MyReads {
  readonly items: readonly { readonly id: string; readonly at: string; readonly roles: readonly string[]; readonly bodyName: string; readonly purpose: Bilingual; readonly kind: Bilingual; readonly count: number; readonly inLists: boolean; readonly ground: { readonly code: string; readonly vi: string; readonly en: string; readonly source: string } | null; readonly consent: string | null }[];
  readonly total: number;
  readonly mine: { readonly count: number; readonly lastAt: string | null };
  readonly complaints: readonly OwnComplaint[];
}

export interface MySection {
  readonly key: string;
  readonly title: Bilingual;
  readonly origin: Origin;
  readonly columns: readonly { readonly key: string; readonly label: Bilingual; readonly derived: boolean; readonly sourceBody: SourceBody }[];
  readonly lines: readonly { readonly dong: string; readonly origin: Origin; readonly cells: Readonly<Record<string, Bilingual>>; readonly unsure: Readonly<Record<string, string>> }[];
  readonly hidden: readonly string[];
}

export interface MySession {
  readonly id: string;
  readonly agent: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
  readonly current: boolean;
}

export interface MyWallet {
  readonly id: string;
  readonly cardId: string | null;
  readonly kind: WalletKind;
  readonly takenAt: string;
  readonly lastUsedAt: string;
  readonly goodUntil: string | null;
}

export interface NamedBody {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface NamedEntry {
  readonly code: string;
  readonly name: Bilingual;
}

export interface NamedReader {
  readonly name: string;
  readonly roles: readonly string[];
  readonly at: string;
  readonly actName: Bilingual;
  readonly body: NamedBody | null;
}

export interface NetworkBodies {
  readonly totals: { readonly failed: number; readonly never: number; readonly passed: number };
  readonly items: readonly NetworkBody[];
  readonly next: string | null;
}

export interface NetworkBody {
  readonly body: NamedBody;
  readonly standing: 'failed' | 'never' | 'passed';
  readonly checkedAt: string | null;
  readonly by: 'desk' | 'browser' | null;
  readonly findings: readonly NetworkFinding[];
}

export interface NetworkBytes {
  readonly received: number;
}

export interface NetworkFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'corrected';
  readonly title: Bilingual;
  readonly next: Bilingual;
}

export interface NetworkHello {
  readonly service: 'congvu';
  readonly nonce: string;
  readonly now: string;
  readonly proxyBetween: boolean;
}

export interface NetworkMeasurements {
  readonly by: 'desk' | 'browser';
  readonly name: { readonly code: string | null; readonly ms: number } | null;
  readonly connection: { readonly code: string | null; readonly ms: number } | null;
  readonly tls: { readonly code: string | null; readonly ms: number } | null;
  readonly clockAheadSeconds: number | null;
  readonly certificateInForceThere: boolean | null;
  readonly answer: 'ours' | 'redirected' | 'other' | 'proxy-asks' | 'outside-networks' | 'failing' | 'silent' | 'cut' | null;
  readonly proxyBetween: boolean;
  readonly byProxy: boolean;
  readonly pings: readonly (number | null)[];
  readonly sizes: readonly { readonly way: 'up' | 'down'; readonly bytes: number; readonly tries: number; readonly arrived: number }[];
  readonly downRate: number | null;
  readonly upRate: number | null;
}

export interface NetworkReport {
  readonly passed: boolean;
  readonly findings: readonly NetworkFinding[];
  readonly checkedAt: string | null;
  readonly body: NamedBody | null;
}

export interface NetworkToken {
  readonly token: string;
  readonly code: string;
  readonly endsAt: string;
  readonly uses: number;
}

export interface NotChecked {
  readonly vi: string;
  readonly en: string;
  readonly needs?: 'register' | 'bodies' | 'population' | 'eyes';
}

export interface Notice {
  readonly id: string;
  readonly matter: string;
  readonly title: Bilingual;
  readonly href: string;
  readonly madeAt: string;
  readonly changedAt: string;
  readonly seenAt: string | null;
  readonly mailDay: string | null;
}

export interface NoticeCount {
  readonly unseen: number;
}

export interface NoticeList {
  readonly items: readonly Notice[];
  readonly unseen: number;
  readonly next: string | null;
}

export interface NoticeMailSetting {
  readonly address: string | null;
  readonly wantsMail: boolean;
  readonly stopped: boolean;
  readonly sends: boolean;
  readonly last: { readonly day: string; readonly state: 'sending' | 'accepted' | 'refused' | 'failed' } | null;
}

export interface NoticedDay {
  readonly day: string;
  readonly kind: 'nghi' | 'nghi_bu' | 'hoan_doi_nghi' | 'hoan_doi_lam';
  readonly name: string;
}

export interface OfficerCard {
  readonly cardId: string;
  readonly number: string;
  readonly employment: EmploymentKind;
  readonly state: 'HIEU_LUC' | 'CHUYEN_TIEP' | 'THU_HOI' | 'HET_HAN';
  readonly says: { readonly ho_ten: string; readonly ho_ten_latin: string; readonly chuc_vu?: { readonly ma?: string; readonly ten: string }; readonly chuc_danh?: { readonly ma?: string; readonly ten: string }; readonly co_quan: { readonly ma: string; readonly ten: string }; readonly co_quan_quan_ly: { readonly ma: string; readonly ten: string }; readonly don_vi?: string; readonly loai: string; readonly cap: 'TW' | 'TINH' | 'XA'; readonly dang_cong_tac: boolean };
  readonly codeStanding: 'official' | 'uncertain' | 'own' | 'none';
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly endedAt: string | null;
  readonly endReason: CardEndReason | null;
  readonly endLabel: Bilingual | null;
  readonly overlapUntil: string | null;
  readonly copies: readonly { readonly issuedAt: string; readonly expiresAt: string; readonly event: string | null }[];
}

export interface OnBehalf {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

export interface OneBodyChange {
  readonly change: BodyChangeSummary;
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly BodyChangeLine[];
  readonly moreLines: boolean;
  readonly problems: readonly ToldProblem[];
  readonly cells: readonly BodyListProblem[];
  readonly planHash: string | null;
  readonly undoFrom: string | null;
}

export interface OneCase {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly openedBy: 'from' | 'to';
  readonly from: SideOfCase;
  readonly to: SideOfCase;
  readonly person: { readonly name: string; readonly personId: string | null; readonly submissionId: string | null } | null;
  readonly numberMasked: string | null;
  readonly effectiveOn: string | null;
  readonly untilOn: string | null;
  readonly post: Bilingual | null;
  readonly dueOn: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly waitsForMe: boolean;
  readonly decision: { readonly number: string; readonly date: string; readonly reason: string } | null;
  readonly newNumberMasked: string | null;
  readonly match: string | null;
  readonly acts: readonly { readonly act: CaseActKind; readonly side: 'from' | 'to' | null; readonly at: string; readonly byName: string | null }[];
  readonly may: { readonly consent: boolean; readonly refuse: boolean; readonly withdraw: boolean; readonly undo: boolean; readonly keep: boolean };
  readonly standsOn: readonly ('version' | 'item' | 'case' | 'card' | 'merge')[];
}

export interface OneFirstLoad {
  readonly id: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly bodyCode: string | null;
  readonly bodyCodeStanding: 'official' | 'uncertain' | 'own' | 'none';
  readonly asOf: string;
  readonly state: 'gathering' | 'composing' | 'sampling' | 'failed' | 'passed' | 'signed' | 'registering' | 'registered' | 'withdrawn';
  readonly stateAt: string;
  readonly round: number;
  readonly people: number;
  readonly done: number;
  readonly open: boolean;
  readonly lastDay: string | null;
  readonly counts: { readonly received: number; readonly accepted: number; readonly rejected: number; readonly waiting: number };
  readonly parts: readonly FirstLoadPart[];
  readonly warnings: readonly { readonly code: string; readonly title: Bilingual; readonly count: number }[];
  readonly sample: { readonly commitment: string; readonly seed: string | null; readonly root: string | null; readonly rows: readonly { readonly no: number; readonly part: number; readonly line: number; readonly state: 'to-open' | 'opened' | 'right' | 'wrong'; readonly judgedBy: string | null; readonly note: string | null }[] } | null;
  readonly signatures: readonly { readonly name: string; readonly at: string }[];
  readonly says: Bilingual;
  readonly mine: boolean;
  readonly acts: readonly { readonly act: string; readonly byName: string; readonly at: string; readonly note: string | null }[];
  readonly may: readonly AccessAct[];
}

export interface OneMismatch {
  readonly submissionId: string;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly uploadNumber: string;
  readonly level: MismatchLevel;
  readonly fields: readonly Bilingual[];
  readonly foundAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly assignedTo: string | null;
  readonly own: boolean;
  readonly may: readonly AccessAct[];
  readonly sent: readonly ComparedField[];
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly acts: readonly { readonly act: 'found' | 'assigned' | 'released' | 'commented' | 'person-told' | 'asked-again' | 'matched'; readonly byName: string | null; readonly at: string; readonly note: string | null }[];
}

export interface OneValueReport {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly group: string;
  readonly groupName: Bilingual;
  readonly label: Bilingual | null;
  readonly madeAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly assignedTo: string | null;
  readonly own: boolean;
  readonly outcome: ReportOutcome | null;
  readonly may: readonly AccessAct[];
  readonly value: Bilingual | null;
  readonly wrong: string;
  readonly right: string;
  readonly paper: string;
  readonly attached: ReportPaper | null;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly corrections: readonly { readonly submissionId: string; readonly uploadNumber: string; readonly at: string }[];
  readonly passedTo: 'population' | 'other' | null;
  readonly uploadNumber: string | null;
  readonly settledAt: string | null;
  readonly acts: readonly { readonly act: 'made' | 'assigned' | 'released' | 'commented' | 'corrected' | 'refused' | 'passed-on'; readonly byName: string; readonly at: string; readonly note: string | null }[];
}

export interface OpenedCase {
  readonly caseId: string;
  readonly kind: CaseKind;
}

export interface Origin {
  readonly source: string | null;
  readonly attestationId: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly initial: boolean;
}

export interface OwnComplaint {
  readonly readingId: string;
  readonly at: string;
  readonly dueOn: string;
  readonly reason: string;
  readonly verdict: 'lawful' | 'unlawful' | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

export interface OwnConsent {
  readonly id: string;
  readonly bodyName: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly purpose: Bilingual;
  readonly reason: string;
  readonly until: string;
  readonly answerBy: string;
  readonly standing: ConsentStanding;
  readonly asked: readonly ConsentGroup[];
  readonly given: readonly ConsentGroup[];
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly looks: { readonly count: number; readonly last: readonly { readonly at: string; readonly by: string; readonly readingId: string }[] };
}

export interface OwnConsents {
  readonly items: readonly OwnConsent[];
}

export interface OwnDataRequest {
  readonly id: string;
  readonly kind: 'restrict' | 'object' | 'withdraw' | 'erase';
  readonly label: Bilingual;
  readonly words: string;
  readonly madeAt: string;
  readonly lastDay: string | null;
  readonly late: boolean;
  readonly outcome: DataRequestOutcome | null;
  readonly answer: string | null;
  readonly settledAt: string | null;
}

export interface OwnDataRequests {
  readonly bodyName: string;
  readonly rights: readonly { readonly kind: 'restrict' | 'object' | 'withdraw' | 'erase'; readonly label: Bilingual; readonly what: Bilingual; readonly lastDay: string | null; readonly law: string }[];
  readonly items: readonly OwnDataRequest[];
}

export interface OwnErasure {
  readonly at: string;
  readonly ground: Bilingual;
  readonly law: string;
  readonly paper: ErasurePaper;
}

export interface OwnKeptApart {
  readonly bodyName: string;
  readonly fromDay: string;
}

export interface OwnReport {
  readonly id: string;
  readonly group: string;
  readonly label: Bilingual;
  readonly field: string | null;
  readonly line: string | null;
  readonly madeAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly state: 'received' | 'in-hand' | 'corrected' | 'refused' | 'passed-on';
  readonly wrong: string;
  readonly right: string;
  readonly paper: string;
  readonly attached: ReportPaper | null;
  readonly outcome: ReportOutcome | null;
  readonly passedTo: 'population' | 'other' | null;
  readonly uploadNumber: string | null;
  readonly answer: string | null;
  readonly settledAt: string | null;
}

export interface OwnReports {
  readonly items: readonly OwnReport[];
}

export interface PaperAttached {
  readonly id: string;
}

export interface PaperBeside {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly group: Bilingual;
}

export interface PartReceived {
  readonly no: number;
  readonly submissionId: string;
  readonly uploadNumber: string;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly addedAt: string;
  readonly usedAt: string | null;
  readonly isSynced: boolean;
}

export interface PeopleExport {
  readonly id: string;
  readonly number: string;
  readonly form: 'list' | 'filled-template' | 'cross-extract' | 'person-extract';
  readonly purpose: 'CONSULT' | 'SUPERVISE' | 'STATISTICS' | 'CORRECT' | 'SUBMIT';
  readonly reason: string;
  readonly columns: readonly ('name' | 'number' | 'birth' | 'body' | 'post' | 'jobTitle' | 'grade' | 'kind' | 'status' | 'match')[];
  readonly fields: readonly string[];
  readonly asOf: string | null;
  readonly ground: string | null;
  readonly people: number;
  readonly askedAt: string;
  readonly state: 'waiting' | 'granted' | 'building' | 'ready' | 'failed' | 'refused' | 'lapsed' | 'deleted';
  readonly problem: string | null;
  readonly counts: { readonly found: number; readonly exported: number; readonly leftOut: number; readonly masked: number } | null;
  readonly copies: number;
  readonly endsAt: string;
}

export interface PersonCard {
  readonly held: OfficerCard | null;
  readonly beside: readonly OfficerCard[];
  readonly why: WhyNoCard | null;
  readonly ended: readonly EndedCard[];
  readonly endReasons: readonly EndReason[];
  readonly releaseReasons: readonly ReleaseReason[];
  readonly may: readonly AccessAct[];
}

export interface PersonRead {
  readonly eventId: string;
  readonly at: string;
  readonly actorRole: string;
  readonly bodyId: string | null;
  readonly bodyName: string;
  readonly purpose: string;
  readonly kind: string;
  readonly count: number;
}

export interface PersonReads {
  readonly name: string | null;
  readonly items: readonly PersonRead[];
}

export interface PersonRecord {
  readonly personId: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly name: string;
  readonly nationalIdMasked: string;
  readonly nationalIdCompared: Compared | null;
  readonly version: number;
  readonly etag: string;
  readonly groups: readonly RecordGroup[];
  readonly components: readonly RecordComponent[];
  readonly quality: RecordQuality | null;
  readonly validOn: string;
  readonly knownAt: number;
  readonly identityLocked: boolean;
  readonly closed: boolean;
  readonly reach: { readonly why: 'managing' | 'using' | 'seconded' | 'concurrent' | 'former' | 'duty' | 'merged'; readonly until: string | null };
  readonly merged: readonly { readonly personId: string; readonly knownFrom: number; readonly at: string }[];
  readonly reopeningReasons: readonly { readonly code: string; readonly label: Bilingual }[];
  readonly may: readonly AccessAct[];
}

export interface PlanCell {
  readonly task: string;
  readonly state: 'overdue' | 'under-way' | 'unmeasured' | 'met-late' | 'met' | 'not-asked';
  readonly part: number | null;
  readonly whole: number | null;
  readonly since: string | null;
  readonly heldOn: string | null;
  readonly href: string | null;
}

export interface PlanLine {
  readonly body: NamedBody;
  readonly group: string | null;
  readonly invented: boolean;
  readonly cells: readonly PlanCell[];
}

export interface PlanPage {
  readonly plan: { readonly id: string; readonly title: Bilingual; readonly source: string; readonly confidence: string; readonly daysRunning: number };
  readonly day: string;
  readonly countedAt: string | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly tasks: readonly PlanTask[];
  readonly lines: readonly PlanLine[];
}

export interface PlanTask {
  readonly code: string;
  readonly parent: string | null;
  readonly title: Bilingual;
  readonly lead: string | null;
  readonly group: string | null;
  readonly due: string | null;
  readonly recurring: boolean;
  readonly heading: boolean;
  readonly how: Bilingual | null;
  readonly atLeast: number | null;
  readonly whyNot: Bilingual | null;
  readonly confidence: string;
}

export interface PopulationValues {
  readonly found: boolean;
  readonly values: readonly { readonly field: string; readonly value: Bilingual | null }[];
}

export interface PresentedField {
  readonly field: string;
  readonly label: Bilingual;
  readonly line: string | null;
  readonly from: Bilingual | null;
  readonly to: Bilingual | null;
  readonly changed: boolean;
  readonly match: string | null;
  readonly problems: readonly string[];
}

export interface PresentedGroup {
  readonly group: string;
  readonly title: Bilingual;
  readonly operation?: { readonly kind: 'add' | 'correct' | 'end'; readonly section: string; readonly line: string | null };
  readonly itemId: string;
  readonly fileOfRound: number | null;
  readonly state: string;
  readonly compared: number;
  readonly validFrom: string;
  readonly mayConfirm: boolean;
  readonly beside: readonly ProposalBeside[];
  readonly fields: readonly PresentedField[];
}

export interface PresentedPerson {
  readonly personId: string;
  readonly submissionId: string;
  readonly name: string;
  readonly body: string;
  readonly shownHash: string;
  readonly mine: boolean;
  readonly may: readonly AccessAct[];
  readonly matchResult: { readonly level: string; readonly fields: Readonly<Record<string, string>> } | null;
  readonly problems: readonly PresentedProblem[];
  readonly accepted: readonly AcceptedCell[];
  readonly declared: boolean;
  readonly papers: readonly PaperBeside[];
  readonly groups: readonly PresentedGroup[];
}

export interface PresentedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly next: Bilingual | null;
  readonly label: Bilingual | null;
  readonly value: string | null;
  readonly where: { readonly sheet?: string | null; readonly row?: number | null; readonly column?: string | null; readonly field?: string | null };
}

export interface ProblemColumn {
  readonly field: string;
  readonly label: Bilingual;
  readonly count: number;
}

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: Bilingual;
  readonly next: Bilingual;
  readonly problems?: readonly { readonly code: string; readonly severity: 'error' | 'warning' | 'corrected'; readonly detail: Bilingual; readonly next: Bilingual; readonly where: { readonly sheet?: string | null; readonly row?: number | null; readonly column?: string | null; readonly field?: string | null } }[];
  readonly requestId: string;
}

export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly count: number;
  readonly people: number;
  readonly suggested: number;
}

export interface ProblemPage {
  readonly items: readonly CellProblem[];
  readonly next: string | null;
  readonly columns: readonly ProblemColumn[];
}

export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
}

export interface ProposalBeside {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly origin: 'person' | 'exchange' | 'agency';
  readonly sentAt: string;
  readonly state: string;
  readonly fields: readonly FieldChange[];
}

export interface ProvisionKind {
  readonly code: 'procedure' | 'alignment' | 'summary' | 'training' | 'personnel' | 'confirmation';
  readonly point: string;
  readonly label: Bilingual;
  readonly law: string;
  readonly confidence: string;
}

export interface PublicConversion {
  readonly number: string;
  readonly form: string;
  readonly formName: string;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly at: string;
  readonly dataOf: string;
  readonly record: 'same' | 'changed' | 'gone';
  readonly signature: 'right' | 'wrong';
  readonly kid: string | null;
  readonly jws: string;
}

export interface PublicReceipt {
  readonly number: string;
  readonly kind: 'R1' | 'R2';
  readonly at: string;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly bodyCodeStanding?: 'uncertain' | 'own' | 'none';
  readonly uploadNumber: string;
  readonly round: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly asOf: string;
  readonly onBehalf?: ReceiptOnBehalf;
  readonly firstLoad?: ReceiptFirstLoad;
  readonly counts: { readonly received: number; readonly accepted: number; readonly rejected: number; readonly waiting: number };
  readonly decided: { readonly registered: number; readonly returned: number } | null;
  readonly signature: 'right' | 'wrong';
  readonly kid: string | null;
  readonly jws: string;
}

export interface PublishedCell {
  readonly as: 'rounded' | 'few' | 'withheld';
  readonly n: number;
}

export interface PublishedKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  readonly congvu: { readonly purpose: 'receipt' | 'attestation' | 'checkpoint'; readonly bodyId: string | null; readonly since: string; readonly ended: string | null; readonly status: 'active' | 'ended' };
}

export interface PublishedReport {
  readonly at: string;
  readonly title: Bilingual;
  readonly columns: readonly ReportColumn[];
  readonly value: PublishedValue;
  readonly sha256: string;
  readonly revises: string | null;
  readonly reason: string | null;
  readonly revisedBy: string | null;
}

export interface PublishedRow {
  readonly body: NamedBody;
  readonly place: 'itself' | 'below' | 'gone';
  readonly cells: readonly PublishedCell[];
}

export interface PublishedValue {
  readonly number: string;
  readonly definition: string;
  readonly version: number;
  readonly body: NamedBody;
  readonly validOn: string;
  readonly treeOn: string;
  readonly policy: number;
  readonly base: number;
  readonly rows: readonly PublishedRow[];
  readonly total: readonly PublishedCell[];
}

export interface QualityPoint {
  readonly id: string;
  readonly word: 'DUNG' | 'DU' | 'SACH' | 'SONG' | 'THONG_NHAT';
  readonly level: number;
  readonly title: Bilingual;
  readonly group: string | null;
  readonly gain: number;
}

export interface QueueFacets {
  readonly waiting: number;
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly people: number }[];
  readonly matches: readonly { readonly level: string; readonly people: number }[];
  readonly warnings: readonly { readonly code: string; readonly title: Bilingual; readonly people: number }[];
}

export interface QueueItem {
  readonly submissionId: string;
  readonly personId: string;
  readonly name: string;
  readonly body: string;
  readonly groups: readonly string[];
  readonly changes: number;
  readonly problems: number;
  readonly match: string;
  readonly waitingSince: string;
  readonly mine: boolean;
  readonly may: readonly AccessAct[];
}

export interface QueueKey {
  readonly submissionId: string;
  readonly personId: string;
}

export interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly next: string | null;
  readonly total: number;
  readonly submissions: readonly QueueSubmission[];
  readonly facets: QueueFacets | null;
}

export interface QueuePlace {
  readonly position: number;
  readonly total: number;
  readonly waits: boolean;
  readonly before: QueueKey | null;
  readonly after: QueueKey | null;
}

export interface QueueSubmission {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly body: string;
  readonly people: number;
}

export interface ReadingAllowance {
  readonly id: string;
  readonly name: string;
  readonly mine: boolean;
  readonly people: number;
  readonly hours: number;
  readonly reason: string;
  readonly askedAt: string;
  readonly granted: boolean | null;
  readonly decidedAt: string | null;
}

export type ReadingSign = 'refused' | 'denied' | 'emptyLookups' | 'atNight' | 'onePerson' | 'unmasked' | 'people';

export interface Reasons {
  readonly return: readonly { readonly code: string; readonly label: Bilingual }[];
  readonly mismatch: readonly { readonly code: string; readonly label: Bilingual }[];
}

export interface Receipt {
  readonly number: string;
  readonly kind: 'R1' | 'R2';
  readonly at: string;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly bodyCodeStanding?: 'uncertain' | 'own' | 'none';
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly round: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly counts: Counts;
  readonly asOf: string;
  readonly onBehalf?: ReceiptOnBehalf;
  readonly items?: readonly { readonly item: string; readonly group: string; readonly verdict: 'registered' | 'returned'; readonly version: number | null }[];
  readonly list?: ReceiptList;
  readonly firstLoad?: ReceiptFirstLoad;
  readonly final?: boolean;
  readonly jws: string;
  readonly verifyUrl: string;
}

export interface ReceiptFirstLoad {
  readonly id: string;
  readonly round?: number;
  readonly root?: string;
  readonly signers?: number;
}

export interface ReceiptList {
  readonly id: string;
  readonly root: string;
  readonly items: number;
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
}

export interface ReceiptOnBehalf {
  readonly role: string;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly from: string;
  readonly until: string;
}

export interface RecordComponent {
  readonly code: string;
  readonly title: Bilingual;
  readonly state: 'whole' | 'incomplete' | 'unconfirmed' | 'nothing' | 'system';
  readonly missing: readonly Bilingual[];
  readonly confirmed: number;
  readonly unconfirmed: number;
  readonly kept: KeptFor;
  readonly signed: { readonly at: string; readonly by: string | null } | null;
}

export interface RecordField {
  readonly key: string;
  readonly label: Bilingual;
  readonly formItem: readonly string[];
  readonly value: unknown;
  readonly display: Bilingual;
  readonly masked: boolean;
  readonly compared: Compared | null;
  readonly derived: boolean;
  readonly unsure: string | null;
  readonly origin: Origin;
  readonly sourceBody: SourceBody;
}

export interface RecordGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly fields: readonly RecordField[];
  readonly sections: readonly RecordSection[];
  readonly source: string | null;
  readonly version: number | null;
  readonly validFrom: string | null;
  readonly attestationId: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
}

export interface RecordQuality {
  readonly level: number;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly words: readonly { readonly word: 'DUNG' | 'DU' | 'SACH' | 'SONG' | 'THONG_NHAT'; readonly passed: number; readonly asked: number }[];
  readonly failed: readonly QualityPoint[];
  readonly notMeasured: readonly QualityPoint[];
}

export interface RecordSection {
  readonly key: string;
  readonly title: Bilingual;
  readonly origin: Origin;
  readonly columns: readonly { readonly key: string; readonly label: Bilingual; readonly derived: boolean; readonly sourceBody: SourceBody }[];
  readonly lines: readonly { readonly dong: string; readonly origin: Origin; readonly cells: Readonly<Record<string, Bilingual>>; readonly unsure: Readonly<Record<string, string>> }[];
}

export interface RefusedByCode {
  readonly code: string;
  readonly title: Bilingual;
  readonly count: number;
}

export interface ReleasePasskeys {
  readonly reason: string;
}

export interface ReleaseReason {
  readonly code: string;
  readonly label: Bilingual;
}

export interface ReleasedPasskeys {
  readonly ended: number;
}

export interface Reopening {
  readonly version: number;
  readonly at: string;
}

export interface Report {
  readonly number: string;
  readonly at: string;
  readonly title: Bilingual;
  readonly columns: readonly ReportColumn[];
  readonly value: ReportValue;
  readonly sha256: string;
  readonly jws: string;
}

export interface ReportAgain {
  readonly as: 'then' | 'now';
  readonly knownAt: number;
  readonly sha256: string;
  readonly same: boolean;
  readonly differences: readonly ReportDifference[];
  readonly causes: ReportCauses | null;
}

export interface ReportCauses {
  readonly facts: number;
  readonly moves: number;
  readonly events: number;
  readonly erased: number;
  readonly lists: boolean;
}

export interface ReportColumn {
  readonly key: string;
  readonly label: Bilingual;
}

export interface ReportCondition {
  readonly of: 'kind' | 'sector' | 'status' | 'payroll' | 'sex' | 'ethnicity' | 'religion' | 'party' | 'position' | 'jobPosition' | 'grade' | 'education' | 'politics' | 'stateManagement' | 'level' | 'bodyKind' | 'age' | 'birthYear' | 'birthMonth' | 'payStep' | 'recruitedYear' | 'payMonths';
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly stated?: boolean;
}

export interface ReportDefinition {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly columns: readonly ReportColumn[];
}

export interface ReportDefinitions {
  readonly items: readonly ReportDefinition[];
}

export interface ReportDifference {
  readonly body: NamedBody;
  readonly column: Bilingual;
  readonly was: number;
  readonly is: number;
}

export interface ReportLine {
  readonly number: string;
  readonly at: string;
  readonly title: Bilingual;
  readonly bodyName: string;
  readonly validOn: string;
  readonly total: number;
  readonly sha256: string;
}

export interface ReportLines {
  readonly items: readonly ReportLine[];
}

export interface ReportMade {
  readonly id: string;
  readonly dueOn: string;
}

export type ReportOutcome = 'corrected' | 'refused' | 'passed-on';

export interface ReportPaper {
  readonly pages: number;
  readonly fromPhoto: boolean;
  readonly addedAt: string;
}

export interface ReportPeople {
  readonly total: number;
  readonly seen: number;
  readonly items: readonly ReportPerson[];
  readonly may: readonly AccessAct[];
}

export interface ReportPerson {
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
}

export interface ReportReading {
  readonly where: readonly ReportCondition[];
  readonly validOn: string | null;
  readonly read: readonly string[];
  readonly unread: readonly string[];
}

export interface ReportRow {
  readonly body: NamedBody;
  readonly place: 'itself' | 'below' | 'gone';
  readonly counts: readonly number[];
}

export interface ReportValue {
  readonly definition: string;
  readonly version: number;
  readonly where: readonly ReportCondition[];
  readonly body: NamedBody;
  readonly validOn: string;
  readonly treeOn: string;
  readonly knownAt: number;
  readonly dictionary: string;
  readonly lists: string;
  readonly rows: readonly ReportRow[];
  readonly total: readonly number[];
}

export interface RequestedDelegation {
  readonly kinds: readonly Bilingual[];
  readonly basis: DelegationBasis;
}

export interface ReturnedAnswered {
  readonly answered: number;
}

export interface ReturnedItem {
  readonly itemId: string;
  readonly personId: string;
  readonly name: string;
  readonly group: string;
  readonly groupTitle: Bilingual;
  readonly at: string;
  readonly by: string | null;
  readonly cells: readonly { readonly field: string; readonly label: Bilingual; readonly sheet: string | null; readonly row: number | null; readonly value: Bilingual | null; readonly reason: string; readonly reasonLabel: Bilingual; readonly note: string | null }[];
}

export interface RevocationClock {
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  readonly enteredAt: string | null;
  readonly confirmedAt: string;
  readonly bitAt: string | null;
  readonly listedAt: string | null;
  readonly dueAt: string | null;
}

export interface RightToLend {
  readonly role: string;
  readonly roleName: Bilingual;
  readonly body: NamedBody;
  readonly kinds: readonly DelegationKind[];
  readonly needsSecond: boolean;
  readonly colleagues: readonly Colleague[];
}

export type RoundState = 'reading' | 'checked' | 'submitted' | 'refused' | 'withdrawn';

export interface Running {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly decides: boolean; readonly detail: string }[];
  readonly jobs: readonly { readonly name: string; readonly waiting: number; readonly running: number; readonly failed: number; readonly oldestAt: string | null }[];
  readonly sources: readonly { readonly source: string; readonly state: string; readonly since: string; readonly tryAt: string | null; readonly failures: number }[];
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number };
  readonly database: { readonly bytes: number; readonly signedIn: number };
  readonly log: { readonly size: number; readonly waiting: number };
  readonly backup: { readonly madeAt: string | null; readonly restoredAt: string | null };
  readonly versions: readonly { readonly name: string; readonly version: string }[];
}

export type SampleState = 'to-open' | 'opened' | 'decided' | 'returned' | 'in-part';

export interface Sampled {
  readonly personId: string;
  readonly name: string;
  readonly state: SampleState;
}

export interface SampledRow {
  readonly no: number;
  readonly part: number;
  readonly fileName: string;
  readonly row: number | null;
  readonly name: string;
  readonly number: string;
  readonly state: 'opened' | 'right' | 'wrong';
  readonly values: readonly { readonly field: string; readonly group: string; readonly label: Bilingual; readonly line: string | null; readonly value: Bilingual | null }[];
}

export type ScanState = 'clean' | 'not-scanned';

export interface SearchChoices {
  readonly kinds: readonly Choice[];
  readonly statuses: readonly Choice[];
  readonly grades: readonly Choice[];
  readonly groups: readonly Choice[];
}

export interface SecretClass {
  readonly code: string;
  readonly label: Bilingual;
  readonly source: string;
  readonly confidence: string;
}

export interface SendingRule {
  readonly approval: boolean;
  readonly from: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: string;
}

export interface SentBodyChange {
  readonly decision: ChangeDecision;
  readonly file?: string;
}

export interface SentDeclaration {
  readonly id: string;
  readonly kind: DeclarationKind;
  readonly sentAt: string;
  readonly standing: DeclarationStanding;
  readonly truth: DeclarationTruth | null;
  readonly groups: readonly Bilingual[];
  readonly uploadNumber: string | null;
  readonly receipt: string | null;
  readonly returned: readonly { readonly code: string; readonly group: Bilingual; readonly cells: readonly { readonly label: Bilingual | null; readonly reason: Bilingual; readonly note: string | null }[] }[];
  readonly problems: readonly string[];
  readonly moved: boolean;
  readonly evidence: readonly DeclarationEvidence[];
  readonly confirmedBy: string | null;
  readonly origin: DeclarationOrigin;
  readonly withdrawnAt: string | null;
  readonly mayWithdraw: boolean;
  readonly messages: number;
  readonly mayWrite: boolean;
  readonly changes: readonly DeclaredChange[];
}

export interface SentPortrait {
  readonly line: number;
  readonly name: string;
  readonly kind: 'new' | 'changed' | 'unchanged';
}

export interface Session {
  readonly signedIn: boolean;
  readonly person?: { readonly name: string };
  readonly identityLevel?: number;
  readonly demo: boolean;
  readonly idleMinutes: number;
  readonly passkey?: { readonly has: boolean; readonly required: boolean; readonly steppedUpAt?: string };
  readonly language: string;
  readonly signInWith: string | null;
  readonly surfaces: readonly Surface[];
  readonly may: readonly AccessAct[];
  readonly grants: readonly Grant[];
}

export type Severity = 'error' | 'warning' | 'corrected';

export interface ShownApproval {
  readonly requestId: string;
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly kind: string;
  readonly bodyName: string;
  readonly fileName: string;
  readonly round: number;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly counts: FileCounts;
  readonly may: readonly AccessAct[];
  readonly state: 'asked' | 'void' | 'decided';
  readonly hash: string;
  readonly asOf: string;
  readonly partial: boolean;
  readonly again: string | null;
  readonly acknowledged: readonly { readonly code: string; readonly title: Bilingual; readonly count: number }[];
  readonly comparison: Comparison;
}

export interface ShownList {
  readonly listId: string;
  readonly hash: string;
  readonly madeAt: string;
  readonly people: number;
  readonly items: number;
  readonly beyond: number;
  readonly groups: readonly { readonly group: string; readonly title: Bilingual; readonly people: number; readonly changes: number }[];
  readonly sample: readonly Sampled[];
}

export interface SideOfCase {
  readonly name: string | null;
  readonly mine: boolean;
}

export interface SignIn {
  readonly id: string;
  readonly at: string;
  readonly accountId: string;
  readonly name: string;
  readonly act: string;
  readonly actName: Bilingual;
}

export interface SignedEvidence {
  readonly text: string;
  readonly signature: string;
}

export interface SourceBody {
  readonly kind: 'master' | 'reference';
  readonly name: Bilingual;
  readonly correct: Bilingual | null;
}

export interface SourceKey {
  readonly kid: string;
  readonly fingerprint: string;
  readonly endsAt: string | null;
}

export interface StaffSession {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly agent: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
}

export type StepKind = 'refused' | 'returned' | 'correct' | 'earlier' | 'sent-back' | 'ask' | 'send' | 'reading' | 'approving' | 'with-person' | 'matching' | 'held' | 'confirming' | 'done' | 'withdrawn';

export interface StepUp {
  readonly answer: StepUpAnswer;
}

export interface StepUpAnswer {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: { readonly clientDataJSON: string; readonly authenticatorData: string; readonly signature: string; readonly userHandle?: string | null };
  readonly clientExtensionResults?: {  };
  readonly authenticatorAttachment?: string | null;
}

export interface SteppedUp {
  readonly at: string;
}

export interface Submission {
  readonly id: string;
  readonly uploadNumber: string;
  readonly round: number;
  readonly kind: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly fileName: string;
  readonly state: SubmissionState;
  readonly createdAt: string;
  readonly counts: FileCounts;
  readonly parts: SubmissionParts;
  readonly steps: readonly SubmissionStep[];
  readonly may: readonly AccessAct[];
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly asOf: string | null;
  readonly stage: string;
  readonly ignored: readonly Ignored[];
  readonly notChecked: readonly NotChecked[];
  readonly refusal: { readonly code: string; readonly title: Bilingual; readonly next: Bilingual } | null;
  readonly comparison: Comparison;
  readonly progress: Progress;
  readonly receipts: readonly { readonly number: string; readonly kind: 'R1' | 'R2'; readonly at: string; readonly round: number; readonly final: boolean | null }[];
  readonly approval: Approval;
  readonly again: string | null;
  readonly rounds: readonly SubmissionRound[];
}

export interface SubmissionParts {
  readonly valid: number;
  readonly toCorrect: number;
  readonly earlier: number;
  readonly sending: number;
  readonly matching: number;
  readonly held: number;
  readonly toConfirm: number;
  readonly returned: number;
  readonly registered: number;
  readonly unchanged: number;
  readonly withdrawn: number;
}

export interface SubmissionRound {
  readonly round: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly at: string;
  readonly state: RoundState;
  readonly counts: FileCounts;
  readonly sender: string | null;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly scan: ScanState;
}

export type SubmissionState = 'reading' | 'checked' | 'awaiting-approval' | 'submitted' | 'matching' | 'awaiting-confirmation' | 'returned' | 'incomplete' | 'registered' | 'refused' | 'withdrawn';

export interface SubmissionStep {
  readonly kind: StepKind;
  readonly people: number;
  readonly own: boolean;
}

export interface SubmissionSummary {
  readonly id: string;
  readonly uploadNumber: string;
  readonly round: number;
  readonly kind: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly fileName: string;
  readonly state: SubmissionState;
  readonly createdAt: string;
  readonly counts: FileCounts;
  readonly parts: SubmissionParts;
  readonly steps: readonly SubmissionStep[];
  readonly may: readonly AccessAct[];
}

export interface Submitted {
  readonly receipt: Receipt;
  readonly counts: { readonly received: number; readonly accepted: number; readonly rejected: number; readonly waiting: number };
}

export interface SuggestionGroup {
  readonly code: string;
  readonly field: string | null;
  readonly label: Bilingual | null;
  readonly value: string | null;
  readonly given: Bilingual | null;
  readonly suggested: string;
  readonly shown: Bilingual;
  readonly reason: Bilingual;
  readonly count: number;
  readonly examples: readonly { readonly sheet: string | null; readonly row: number | null; readonly column: string | null; readonly personName: string | null }[];
}

export type Surface = 'portal' | 'administration' | 'exchange' | 'card';

export interface TakenAttestation {
  readonly format: 'congvu-attestation/1';
  readonly attestationId: string;
  readonly about: { readonly notice: Bilingual; readonly demo: boolean; readonly at: string; readonly bodyName: string; readonly role: Bilingual; readonly groups: readonly Bilingual[]; readonly checkAt: string };
  readonly shownHash: string;
  readonly signed: string | null;
  readonly jws: string;
  readonly list: { readonly head: string; readonly part: string; readonly no: number; readonly proof: readonly string[] } | null;
  readonly key: PublishedKey | null;
  readonly log: { readonly format: 'congvu-audit-bundle/1'; readonly origin: string; readonly keyId: string; readonly index: number; readonly leaf: string; readonly inclusion: readonly string[]; readonly checkpoint: string; readonly older: null | { readonly checkpoint: string; readonly consistency: readonly string[] }; readonly payload: null | { readonly salt: string; readonly text: string } } | null;
}

export type TaskKind = 'uploads-to-fix' | 'people-left-out' | 'uploads-refused' | 'submissions-to-submit' | 'approvals-sent-back' | 'approvals-to-ask' | 'approvals-to-decide' | 'mismatches-open' | 'mismatches-overdue' | 'value-reports-open' | 'value-reports-overdue' | 'data-requests-open' | 'kept-apart-to-decide' | 'exchange-to-decide' | 'exchange-frozen' | 'clocks-late' | 'returned' | 'items-to-confirm' | 'cases-to-answer' | 'waiting-population' | 'people-incomplete' | 'readings-refused' | 'allowances-to-decide' | 'grants-waiting' | 'list-additions-to-decide' | 'body-changes-to-decide' | 'readings-unusual' | 'complaints-to-answer' | 'checkpoints-unverified' | 'incident-reports';

export interface ThreadMessage {
  readonly byPerson: boolean;
  readonly name: string;
  readonly at: string;
  readonly text: string;
}

export interface ToldProblem {
  readonly code: string;
  readonly title: Bilingual;
  readonly next: Bilingual;
}

export interface TreeLevel {
  readonly items: readonly TreeNode[];
  readonly next: string | null;
  readonly validOn: string;
  readonly knownAt: number | null;
}

export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly code: string;
  readonly standing: 'official' | 'uncertain' | 'own' | 'none';
  readonly kind: string;
  readonly level: string;
  readonly children: number;
}

export interface TwoRecords {
  readonly goneVersion: number;
  readonly staysVersion: number;
  readonly rows: readonly { readonly path: string; readonly group: string; readonly label: Bilingual; readonly section: boolean; readonly stays: readonly Bilingual[]; readonly goes: readonly Bilingual[]; readonly same: boolean; readonly suggested: 'stays' | 'goes' | 'both'; readonly choices: readonly ('stays' | 'goes' | 'both')[] }[];
}

export interface UndoneSuggestions {
  readonly undone: number;
}

export interface Unmasked {
  readonly value: unknown;
  readonly display: Bilingual;
}

export interface UnusualReader {
  readonly day: string;
  readonly actor: string;
  readonly roles: readonly string[];
  readonly bodies: readonly NamedBody[];
  readonly eventId: string;
  readonly signs: readonly { readonly sign: ReadingSign; readonly count: number; readonly limit: number }[];
}

export interface UnusualReadings {
  readonly since: string;
  readonly countedAt: string | null;
  readonly items: readonly UnusualReader[];
}

export interface Uploaded {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly sameAs: string | null;
}

export interface ValueReportList {
  readonly items: readonly ValueReportRow[];
  readonly total: number;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly next: string | null;
}

export interface ValueReportRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly group: string;
  readonly groupName: Bilingual;
  readonly label: Bilingual | null;
  readonly madeAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly assignedTo: string | null;
  readonly own: boolean;
  readonly outcome: ReportOutcome | null;
  readonly may: readonly AccessAct[];
}

export interface WaitingApproval {
  readonly requestId: string;
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly kind: string;
  readonly bodyName: string;
  readonly fileName: string;
  readonly round: number;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly counts: FileCounts;
  readonly may: readonly AccessAct[];
}

export type WalletKind = 'android' | 'ios' | 'browser' | 'unknown';

export type WhoConfirms = 'queue' | 'own-key';

export interface WhyNoCard {
  readonly missing: readonly string[];
  readonly workState: string;
  readonly heldBack: { readonly reason: CardEndReason; readonly label: Bilingual; readonly since: string; readonly byMe: boolean } | null;
}

export interface Withdrawn {
  readonly withdrawn: number;
}

export interface WrongAccountCell {
  readonly row: number;
  readonly cell: string | null;
  readonly column: string;
  readonly value: string | null;
  readonly code: string;
  readonly title: Bilingual;
  readonly next: Bilingual;
}
