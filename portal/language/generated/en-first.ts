// Written by tools/generate.ts from the words.ts beside the screens; not edited by hand.
import type { vi } from './vi-first.ts';

export const en: typeof vi = {
 "menu": {
  "accounts": "Accounts",
  "approvals": "Approve sending",
  "sending": "Approval before sending",
  "audit": "Audit log",
  "board": "Progress",
  "bodies": "Agencies",
  "cases": "Transfers and double claims",
  "legalClocks": "Terms of the law",
  "lists": "Additions to lists",
  "confirm": "To confirm",
  "consents": "View by consent",
  "dataRequests": "Requests about data",
  "ownRequests": "Requests about my data",
  "declarationCalls": "Calls to declare",
  "decreeCoverage": "Fields against Decree 27",
  "duties": "Duties by the law",
  "erasures": "Erasures",
  "firstLoads": "First load",
  "heldCards": "Cards held back",
  "home": "My tasks",
  "incidents": "Incidents",
  "keptApart": "Records kept apart",
  "mismatches": "Mismatches",
  "network": "Network",
  "operations": "Operations",
  "oversight": "Oversight of readings",
  "ownConsents": "Consent to view my record",
  "ownDeclaration": "Declare my record",
  "own": "My record",
  "ownReads": "Who viewed my record",
  "ownCard": "My card",
  "ownData": "My data",
  "search": "Search records",
  "submissions": "Submissions",
  "valueReports": "Reported values",
  "template": "Template",
  "upload": "Upload"
 },
 "attestation": {
  "check": "Check an attestation"
 },
 "role": {
  "CA_NHAN": "Person",
  "NHAP_LIEU": "Data clerk",
  "LD_DON_VI": "Head of unit",
  "DOI_SOAT": "HR officer",
  "XAC_NHAN": "Confirming authority",
  "QT_BNDP": "Agency administrator",
  "VU_CCVC": "Ministry department",
  "TTTT": "Information centre",
  "GIAM_SAT": "Auditor"
 },
 "audit": {
  "verify": "How to verify it yourself"
 },
 "board": {
  "title": "Progress by agency",
  "complete": "Complete",
  "sent": "Sent",
  "valid": "Valid, not sent",
  "confirmed": "Confirmed",
  "lateOver": "Waiting over {{days}} days",
  "week": "Confirmed in 7 days",
  "termsLate": "Terms of the law that are over",
  "dutiesLate": "Duties late or lacking",
  "reportedLate": "Reports overdue"
 },
 "bodies": {
  "change": "Change"
 },
 "lent": {
  "title": "Delegation",
  "onBehalf": "On behalf of {{name}} ({{role}}, {{body}}), until the end of {{until}}.",
  "see": "See the delegation"
 },
 "demo": {
  "title": "Choose a role to try",
  "lead": "Each card is an invented person. One click signs in through the VNeID simulator; the data belong to nobody real.",
  "enter": "Sign in with this role",
  "start": "Try this first",
  "current": "You are here as",
  "change": "Change role",
  "emptyTitle": "No sample accounts yet",
  "emptyNext": "The server has not made sample data, or runs in production. Please sign in.",
  "samples": "Sample files to try",
  "samplesLead": "Everybody in them is invented and belongs to Trường THPT Mẫu Sơn. Sign in as Nguyễn Thị Thu Hà (data clerk) and upload one; the portal takes them from no other agency.",
  "sample-clean": "A file without errors",
  "sample-clean-what": "40 people: can be submitted at once.",
  "sample-dirty": "A file with 602 errors",
  "sample-dirty-what": "25 common kinds: lost zeros, 31 February, TCVN3 and VNI fonts, wrong pay coefficients…",
  "sample-portraits": "Portraits",
  "sample-portraits-what": "A .zip of drawings of people in the register who have no picture yet: can be submitted at once.",
  "sample-portraits-wrong": "Pictures with errors",
  "sample-portraits-wrong-what": "Three good pictures and nine wrong ones: misnamed, too small, cut off, HEIC, two of one person…",
  "sample-old": "A file of an old template",
  "sample-old-what": "12 people on template version 2023.1: the portal brings it over to the new one and lists the columns that it mapped."
 },
 "pageHelp": {
  "title": "Help with this page",
  "guide": "Step-by-step guide",
  "contact": "Whom to ask: {{body}}, {{contact}}.",
  "noContact": "Your agency has not said whom to ask; its administrator does so under Accounts."
 },
 "guide": {
  "title": "Guide"
 },
 "welcome": {
  "title": "Database of cadres, civil servants and public employees",
  "lead": "Send records by workbook, see errors cell by cell, have them confirmed, and look up the history of each fact.",
  "signIn": "Sign in with your electronic identity",
  "signInWith": "Sign in with {{name}}",
  "demo": "Try it with a sample role",
  "signInDemo": "Sign in (VNeID simulator)",
  "open": "Cards, receipts, proofs",
  "door": "Check the card of an official",
  "receipt": "Check a receipt and the file it is about",
  "paper": "Check a paper",
  "own": "See your own record and take your card",
  "trust": "Signed head of the log, to verify for yourself",
  "keys": "public keys",
  "docs": "Reference of the API for other software",
  "way": "Five steps of a record"
 },
 "way": {
  "fill": "Fill in the form",
  "fill-what": "Download the workbook of your agency; one row per person.",
  "mend": "Upload and fix",
  "mend-what": "Each error names its cell and how to fix it; a suggestion is applied with one click.",
  "send": "Submit, get a receipt",
  "send-what": "Review the changes, submit, keep the signed receipt.",
  "confirm": "The authority confirms",
  "confirm-what": "An officer compares old and new, accepts, or returns with a reason.",
  "register": "Registered",
  "register-what": "What was confirmed becomes a new version, searchable with its history."
 },
 "home": {
  "readings-refused": "Readings refused beyond the budget",
  "readings-refused-what": "Within seven days somebody saw as many people as their role allows. Open the log for who and when.",
  "allowances-to-decide": "Requests to see more records",
  "allowances-to-decide-what": "Read the reason, then grant it or not.",
  "list-additions-to-decide": "Requests about lists to decide",
  "list-additions-to-decide-what": "An agency asks for an entry, its end or its correction; look at the source, then decide.",
  "body-changes-to-decide": "Changes of agencies that wait for a second person",
  "body-changes-to-decide-what": "One administrator made it; look at the decision and at what it does, then put it in force or refuse it.",
  "grants-waiting": "Roles that wait for a second administrator",
  "grants-waiting-what": "One administrator asked; another one of the agency grants it or not.",
  "readings-unusual": "Readers who stand out",
  "readings-unusual-what": "Within seven days, a line for each reader and day. Look at the signs, then ask if need be.",
  "complaints-to-answer": "Complaints about a reading to answer",
  "complaints-to-answer-what": "Look at the reading and answer in time.",
  "incident-reports": "Reports on incidents not sent",
  "incident-reports-what": "The law gives some dozens of hours from the discovery; send them, then enter it.",
  "checkpoints-unverified": "Rows of the log not verified yet",
  "checkpoints-unverified-what": "Rows after the last head that somebody verified. Download a new proof and verify it.",
  "ways": "What you can do here",
  "does": {
   "board": "What each agency has sent, confirmed, completed and left late.",
   "template": "Download the workbook of your agency.",
   "firstLoads": "Bring in records that were confirmed before, while the ministry allows it.",
   "upload": "Upload a file, see errors cell by cell and fix them.",
   "submissions": "Follow each upload: who is valid, waits, or was returned.",
   "confirm": "Compare old with new, then confirm or return.",
   "erasures": "Ask for and decide on erasures by law.",
   "keptApart": "See records kept apart, ask or decide.",
   "cases": "Transfers, double claims and changed numbers.",
   "search": "Find a person and open the record.",
   "mismatches": "Compare what was sent with the population database; assign, return, or tell the person.",
   "declarationCalls": "Ask people in service to declare; how far each call has come.",
   "legalClocks": "See what the law gives a term for: until when, and what is late.",
   "consents": "Ask for consent, and view what the person lets you see.",
   "dataRequests": "See what people ask about their data, answer in time.",
   "valueReports": "See what people report as wrong, assign it, settle it in time.",
   "heldCards": "See whose card is held back, release it when that is dealt with.",
   "approvals": "Review and approve what the unit asks to submit.",
   "sending": "Switch on or off that the head of the unit approves before sending.",
   "accounts": "Give and take roles, end sessions, set the contact of the agency.",
   "bodies": "Make, rename, move agencies, give codes; put in force what somebody else made.",
   "duties": "What the law asks of the agency: met, late, or not known.",
   "decreeCoverage": "See how far the fields cover the appendix of Decree 27.",
   "lists": "Ask for entries of code lists, or decide about them.",
   "network": "Whether this computer reaches the system well; which agencies have checked.",
   "incidents": "Incidents, when reports are due, what was sent.",
   "operations": "Health, background work, backup, versions.",
   "oversight": "Unusual readings and complaints of the people concerned.",
   "audit": "Every act and reading; filter, export, verify."
  },
  "title": "My tasks",
  "hello": "Hello {{name}}",
  "empty": "Nothing is waiting for you",
  "emptyNext": "Records to fix, to submit or to confirm will show up here.",
  "oldest": "Waiting longest: {{age}}",
  "way": "Upload a new file",
  "uploads-to-fix": "Files with errors to fix",
  "uploads-to-fix-what": "Apply suggestions, or fix the cells shown and upload again.",
  "people-left-out": "Submissions with people left out",
  "people-left-out-what": "They are not in the latest file. Put them into the next corrected one.",
  "uploads-refused": "Files that could not be read",
  "uploads-refused-what": "See why; upload another file, or withdraw it.",
  "submissions-to-submit": "Valid files, ready to submit",
  "submissions-to-submit-what": "Review the changes, then submit them for confirmation.",
  "returned": "Records returned to you",
  "returned-what": "See the reason in each cell, fix it and upload it to the same submission.",
  "items-to-confirm": "Records to confirm",
  "items-to-confirm-what": "Compare old and new; accept, or return with a reason.",
  "approvals-to-decide": "Submissions to approve",
  "approvals-to-decide-what": "Look at what would be submitted, then approve it or send it back with a reason.",
  "approvals-to-ask": "Valid files to ask approval for",
  "approvals-to-ask-what": "The agency approves before sending: review them, then ask the head of the unit.",
  "approvals-sent-back": "Requests sent back by the head",
  "approvals-sent-back-what": "See why the head of the unit sent it back, correct it and ask again.",
  "mismatches-open": "Mismatches with the population database",
  "mismatches-open-what": "Compare both values, give it to somebody, then return it to the agency or tell the person.",
  "mismatches-overdue": "Mismatches beyond their day",
  "mismatches-overdue-what": "Their day is over; do these first.",
  "value-reports-open": "Values reported as wrong",
  "value-reports-open-what": "Check the papers, submit the right value, then settle it so that the person knows.",
  "value-reports-overdue": "Reports beyond their day",
  "value-reports-overdue-what": "Their day is over; settle these first.",
  "data-requests-open": "Requests about data to answer",
  "data-requests-open-what": "Read what people ask, and answer within the term of the law, with a reason.",
  "kept-apart-to-decide": "Requests to keep a record apart",
  "kept-apart-to-decide-what": "Read on which document, grant or refuse.",
  "clocks-late": "Beyond a term of the law",
  "clocks-late-what": "Records and facts not made or brought in when their term ended; do these first.",
  "cases-to-answer": "Transfers and double claims to answer",
  "cases-to-answer-what": "Look at both sides, then agree, refuse, or confirm the record.",
  "people-incomplete": "People who lack main information",
  "people-incomplete-what": "Birth, sex, kind, recruitment, post or job, grade or education is not known.",
  "waiting-population": "Waiting for the population database",
  "waiting-population-what": "The system asks again by itself; you need not do anything.",
  "open": "Open"
 },
 "notices": {
  "unseenOne": "{{count}} new notice",
  "unseenMany": "{{count}} new notices",
  "none": "No new notices"
 },
 "operations": {
  "health": "Health",
  "allFine": "Everything runs",
  "toLookAt": "To look at: {{what}}",
  "backup": "Last backup"
 },
 "common": {
  "loading": "Loading…",
  "retry": "Try again",
  "code": "Error code",
  "whatIsCode": "What does this code mean?",
  "request": "Request id"
 },
 "failure": {
  "title": "This could not be done",
  "nextTitle": "What to do",
  "offline": {
   "what": "The server cannot be reached.",
   "next": "Check your connection, then press “Try again”. What you have sent is kept."
  },
  "signedOut": {
   "what": "Your session has ended.",
   "next": "Sign in again; you will come back to this page."
  },
  "forbidden": {
   "what": "Your present role may not do this.",
   "next": "Choose another role, or ask your agency’s administrator."
  },
  "notFound": {
   "what": "This was not found.",
   "next": "The address may be wrong, or it is outside your reach. Open it from its list."
  },
  "tooLarge": {
   "what": "The file is too large.",
   "next": "Split the list into several files and upload them one by one."
  },
  "serverDown": {
   "what": "The server has a problem.",
   "next": "Wait a few minutes and try again. If it stays, send the request id below to support."
  },
  "other": {
   "what": "The server gave an unexpected answer.",
   "next": "Reload the page and try again."
  }
 },
 "time": {
  "justNow": "just now",
  "minutes": "{{n}} min",
  "hours": "{{n}} h",
  "days": "{{n}} days",
  "seconds": "{{n}} s",
  "lessThanMinute": "less than a minute"
 },
 "connection": {
  "lost": "No connection",
  "lostNext": "The server does not answer. What you have chosen on this page is kept; it goes on by itself once there is a connection.",
  "waits": "Not loaded: no connection. It will load by itself."
 },
 "passkeys": {
  "title": "My passkeys",
  "need": "Add a passkey"
 },
 "card": {
  "release": "Release the card…"
 },
 "readings": {
  "title": "Ask to see more records"
 },
 "settled": {
  "until": "As of {{at}}; what changed since is not here yet."
 },
 "app": {
  "name": "Công Vụ",
  "long": "Records of cadres, civil servants and public employees",
  "demoBanner": "SAMPLE DATA – not an official system",
  "printedAt": "Printed at {{at}}",
  "printedBy": "Printed at {{at}} by {{name}}",
  "skip": "Skip to main content",
  "menu": "Tasks",
  "openMenu": "Open the list of tasks",
  "closeMenu": "Close the list of tasks",
  "languageLabel": "Chuyển sang tiếng Việt",
  "dark": "Dark",
  "light": "Light",
  "account": "Account",
  "signOut": "Sign out",
  "signIn": "Sign in",
  "mySessions": "My sessions",
  "accessibility": "Accessibility",
  "help": "Error codes explained",
  "footer": "Open-source software. Every reading and every change of a record is logged."
 },
 "session": {
  "endsSoon": "Your session ends soon",
  "endsIn": "You will be signed out in {{minutes}} minutes, as nothing was done.",
  "stay": "I am still working",
  "ended": "Your session has ended",
  "endedWhat": "Sign in again to go on; what you have sent is kept.",
  "endedKept": "The page is covered. What you have filled in is still here: sign in in a new tab, then come back to this one and press “Go on”.",
  "signInBeside": "Sign in in a new tab",
  "goOn": "Go on",
  "notYet": "You are not signed in again yet."
 },
 "notFound": {
  "title": "There is no such page",
  "next": "The address may be mistyped or may have changed.",
  "home": "To my tasks"
 },
 "admitted": {
  "signIn": "You are not signed in",
  "signInLead": "Sign in, and you will be brought back to this very page.",
  "ofOthers": "This page is for another role",
  "ofOthersLead": "Your role does not do this. If your work needs it, ask the administrator of your agency for the role."
 },
 "broken": {
  "title": "This page has failed",
  "next": "Reload it. What you have sent is kept.",
  "reload": "Reload"
 }
};
