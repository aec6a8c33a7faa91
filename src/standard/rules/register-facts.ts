/** QT07 across bodies, QT09, QT12: what only the register can tell. They say nothing when its answer is not at hand. */
import * as problems from '#standard/problems.ts';
import { at, type Finding, type RuleFacts } from './finding.ts';

/** QT07: one employer across all bodies. */
export const oneEmployer = ({ standing }: RuleFacts): readonly Finding[] =>
  standing && standing.otherEmployers > 0 && !standing.moveInProgress
    ? [{ kind: problems.twoEmployers, at: at('coQuanSuDung'), params: {} }]
    : [];

/** QT09: the record of somebody who retired or left is changed only after it was reopened. */
export const closedRecordStays = ({ standing }: RuleFacts): readonly Finding[] =>
  standing?.closed ? [{ kind: problems.recordClosed, at: at('trangThaiCongTac'), params: {} }] : [];

/** QT12: one citizen number in two bodies only while a secondment or transfer is in progress. */
export const oneBodyPerNumber = ({ standing }: RuleFacts): readonly Finding[] =>
  standing?.recordElsewhere && !standing.moveInProgress ? [{ kind: problems.personTwoBodies, at: at('soDinhDanh'), params: {} }] : [];
