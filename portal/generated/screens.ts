// Written by tools/generate.ts from the screen.ts of every folder; not edited by hand.
import { screens as about } from '#portal/about/screen.ts';
import { screens as accounts } from '#portal/accounts/screen.ts';
import { screens as approvals } from '#portal/approvals/screen.ts';
import { screens as attestations } from '#portal/attestations/screen.ts';
import { screens as audit } from '#portal/audit/screen.ts';
import { screens as board } from '#portal/board/screen.ts';
import { screens as bodies } from '#portal/bodies/screen.ts';
import { screens as cases } from '#portal/cases/screen.ts';
import { screens as clocks } from '#portal/clocks/screen.ts';
import { screens as codeLists } from '#portal/code-lists/screen.ts';
import { screens as confirmation } from '#portal/confirmation/screen.ts';
import { screens as consents } from '#portal/consents/screen.ts';
import { screens as conversions } from '#portal/conversions/screen.ts';
import { screens as dataRequests } from '#portal/data-requests/screen.ts';
import { screens as declarationCalls } from '#portal/declaration-calls/screen.ts';
import { screens as decree } from '#portal/decree/screen.ts';
import { screens as delegations } from '#portal/delegations/screen.ts';
import { screens as demo } from '#portal/demo/screen.ts';
import { screens as duties } from '#portal/duties/screen.ts';
import { screens as erasures } from '#portal/erasures/screen.ts';
import { screens as exchangeLines } from '#portal/exchange-lines/screen.ts';
import { screens as exports } from '#portal/exports/screen.ts';
import { screens as firstLoad } from '#portal/first-load/screen.ts';
import { screens as guide } from '#portal/guide/screen.ts';
import { screens as heldCards } from '#portal/held-cards/screen.ts';
import { screens as home } from '#portal/home/screen.ts';
import { screens as incidents } from '#portal/incidents/screen.ts';
import { screens as keptApart } from '#portal/kept-apart/screen.ts';
import { screens as mismatches } from '#portal/mismatches/screen.ts';
import { screens as network } from '#portal/network/screen.ts';
import { screens as notices } from '#portal/notices/screen.ts';
import { screens as operations } from '#portal/operations/screen.ts';
import { screens as oversight } from '#portal/oversight/screen.ts';
import { screens as own } from '#portal/own/screen.ts';
import { screens as ownConsents } from '#portal/own-consents/screen.ts';
import { screens as ownDeclaration } from '#portal/own-declaration/screen.ts';
import { screens as ownRequests } from '#portal/own-requests/screen.ts';
import { screens as passkeys } from '#portal/passkeys/screen.ts';
import { screens as people } from '#portal/people/screen.ts';
import { screens as plan } from '#portal/plan/screen.ts';
import { screens as readings } from '#portal/readings/screen.ts';
import { screens as receipts } from '#portal/receipts/screen.ts';
import { screens as reports } from '#portal/reports/screen.ts';
import { screens as sessions } from '#portal/sessions/screen.ts';
import { screens as submissions } from '#portal/submissions/screen.ts';
import { screens as valueReports } from '#portal/value-reports/screen.ts';
import { screens as workbook } from '#portal/workbook/screen.ts';

export const SCREENS = [
  ...about,
  ...accounts,
  ...approvals,
  ...attestations,
  ...audit,
  ...board,
  ...bodies,
  ...cases,
  ...clocks,
  ...codeLists,
  ...confirmation,
  ...consents,
  ...conversions,
  ...dataRequests,
  ...declarationCalls,
  ...decree,
  ...delegations,
  ...demo,
  ...duties,
  ...erasures,
  ...exchangeLines,
  ...exports,
  ...firstLoad,
  ...guide,
  ...heldCards,
  ...home,
  ...incidents,
  ...keptApart,
  ...mismatches,
  ...network,
  ...notices,
  ...operations,
  ...oversight,
  ...own,
  ...ownConsents,
  ...ownDeclaration,
  ...ownRequests,
  ...passkeys,
  ...people,
  ...plan,
  ...readings,
  ...receipts,
  ...reports,
  ...sessions,
  ...submissions,
  ...valueReports,
  ...workbook,
] as const;
