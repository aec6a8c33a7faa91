/**
 * QT07 across bodies, QT09, QT12: what only the register can tell. Without its answer they say nothing, and the check says so
 * in `notChecked`.
 */
import * as problems from '#standard/problems/rules.ts';
import { at, type Finding, type RuleFacts } from './finding.ts';

/** QT07: one employer across all bodies. */
export const oneEmployer = ({ standing, asOf }: RuleFacts): readonly Finding[] =>
  standing && standing.otherEmployers > 0 && !standing.moveInProgress
    ? [{ kind: problems.twoEmployers, on: asOf, at: at('coQuanSuDung'), params: {} }]
    : [];

/** QT09: the record of somebody who retired or left is changed only after it was reopened. Saying again what stands there changes nothing. */
export const closedRecordStays = ({ standing, asOf }: RuleFacts): readonly Finding[] =>
  standing?.closed && standing.changesRecord ? [{ kind: problems.recordClosed, on: asOf, at: at('trangThaiCongTac'), params: {} }] : [];

/**
 * QT12: one citizen number in two bodies only while a secondment or transfer is in progress. Where the other body employs the person
 * today, QT07 says so: here it is the record alone that stands elsewhere.
 */
export const oneBodyPerNumber = ({ standing, asOf }: RuleFacts): readonly Finding[] =>
  standing?.recordElsewhere && standing.otherEmployers === 0 && !standing.moveInProgress
    ? [{ kind: problems.personTwoBodies, on: asOf, at: at('soDinhDanh'), params: {} }]
    : [];
