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
  "exchangeLines": "Exchange lines",
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
  "plan": "The plan",
  "reports": "Statistics",
  "submissions": "Submissions",
  "valueReports": "Reported values",
  "template": "Template",
  "upload": "Upload"
 },
 "attestation": {
  "check": "Check an attestation"
 },
 "audit": {
  "verify": "How to verify it yourself"
 },
 "bodies": {
  "change": "Change"
 },
 "lent": {
  "title": "Delegation"
 },
 "demo": {
  "current": "You are here as",
  "change": "Change role"
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
  "title": "My tasks"
 },
 "notices": {
  "unseenOne": "{{count}} new notice",
  "unseenMany": "{{count}} new notices",
  "none": "No new notices"
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
