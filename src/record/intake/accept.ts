/**
 * Accepting suggestions: the accepted value is laid over the cell and the file is checked again. The file stays as it was sent.
 * Many cells at once only where the suggestion is the same fact by construction; a guess is one person's decision about one cell.
 * One acceptance is one step, undone as one until the file is sent.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { guess, ok, refused } from '#base/problem.ts';
import type { Place, Problem, Result, Suggestion } from '#base/problem.ts';
import { fixesOf, groupKey, nextStep, writeFixes, writeUndo } from './acceptance-store.ts';
import type { FixToWrite, SuggestionGroupName } from './acceptance-store.ts';
import { doorOf } from './door.ts';
import type { Door } from './door.ts';
import { FIXES_MAX } from './limits.ts';
import { readProblems } from './problem-store.ts';
import { placeKey } from './place.ts';
import type { StoredProblem } from './problem-store.ts';
import type { Sender, IntakeNeeds } from './needs.ts';
import { perform } from './perform.ts';
import {
  acceptanceGone,
  acceptanceSent,
  guessesOneByOne,
  notCheckedYet,
  sentByPerson,
  submissionNotFound,
  suggestionGone,
  suggestionsTwice,
  suggestionsNotNamed,
  unknownCandidate,
} from './problems.ts';
import type { FileCounts } from './shapes.ts';
import { stageWords } from './stage-words.ts';
import { isClosed, step as stepOf } from './step.ts';
import { latestFile } from './store.ts';

export interface AcceptRequest {
  /** every cell of one group of equal cells */
  readonly group?: SuggestionGroupName;
  /** these cells; more than one only of certain suggestions */
  readonly problemIds?: readonly number[];
  /** of one problem: which of its candidates was meant */
  readonly candidate?: string;
  /** a whole kind of problem: always refused, whoever asks is told why */
  readonly code?: string;
}

export interface WhoAccepts extends Sender {
  /** as it stood in the account that day */
  readonly name: string;
}

/** The chosen candidate as a suggestion; the problem's own otherwise. */
const chosen = (problem: StoredProblem, request: AcceptRequest): Suggestion | null =>
  request.candidate === undefined
    ? problem.suggestion
    : problem.candidates?.includes(request.candidate)
      ? guess(request.candidate, 'chosen')
      : problem.suggestion?.value === request.candidate
        ? problem.suggestion
        : null;

/** Where the value of a problem is laid: exactly over the one it is of; null where it is of no one value. */
const placeOfFix = (door: Door, { severity, place }: StoredProblem): Place | null =>
  severity !== 'corrected' && place !== null && door.takesValue?.(place) === true ? place : null;

/** What is laid over which value: exactly that of the problem, once. */
export function fixesOfProblems(door: Door, problems: readonly StoredProblem[], request: AcceptRequest, byName: string): FixToWrite[] {
  const fixes = new Map<string, FixToWrite>();
  for (const problem of problems) {
    const { field, code, personName, value: typed } = problem;
    const suggestion = chosen(problem, request);
    const place = placeOfFix(door, problem);
    if (!suggestion || place === null) continue;
    const { value, strength, reason } = suggestion;
    const key = placeKey(place);
    if (!fixes.has(key)) fixes.set(key, { place, typed, value, field, code, personName, strength, reason, byName });
  }
  return [...fixes.values()];
}

/** A request names its cells in one way, each once; null when it does. A kind of problem is no cell. */
function refusalOfNames({ group, problemIds, code }: AcceptRequest): Problem | null {
  if (code !== undefined || (group === undefined) === (problemIds === undefined)) return suggestionsNotNamed();
  return problemIds !== undefined && new Set(problemIds).size < problemIds.length ? suggestionsTwice() : null;
}

/** What is named by number is all of it there, and no place is given two values; null when so. */
function refusalOfNumbers(door: Door, problems: readonly StoredProblem[], request: AcceptRequest): Problem | null {
  if (request.problemIds === undefined) return null;
  if (problems.length < request.problemIds.length) return suggestionGone();
  const values = new Map<string, string>();
  for (const problem of problems) {
    const place = placeOfFix(door, problem);
    const suggestion = chosen(problem, request);
    if (place === null || suggestion === null) return suggestionGone();
    const key = placeKey(place);
    if (values.has(key) && values.get(key) !== suggestion.value) return suggestionsTwice();
    values.set(key, suggestion.value);
  }
  return null;
}

/** Why these may not be accepted together; null when they may. */
function refusalOf(door: Door, problems: readonly StoredProblem[], request: AcceptRequest): Problem | null {
  if (request.candidate !== undefined) {
    if (request.group !== undefined || request.problemIds?.length !== 1) return guessesOneByOne();
    return problems.some((problem) => chosen(problem, request) === null) ? unknownCandidate({ value: request.candidate }) : null;
  }
  const guessed = problems.filter((problem) => problem.severity !== 'corrected' && problem.suggestion?.strength === 'guess');
  return guessed.length > 0 && problems.length > 1 ? guessesOneByOne() : refusalOfNumbers(door, problems, request);
}

/**
 * In the caller's transaction (`acting`).
 * Fails with E-SUBMISSION-NOT-FOUND, E-SUBMISSION-OF-PERSON, E-SUBMIT-NOT-CHECKED, E-SUGGESTION-NOT-NAMED, E-SUGGESTION-GUESSES, E-SUGGESTION-NO-CANDIDATE,
 * E-SUGGESTION-TWICE, E-SUGGESTION-GONE; nothing is accepted then.
 */
export async function acceptSuggestions(
  tx: Tx,
  needs: IntakeNeeds,
  who: WhoAccepts,
  submissionId: string,
  request: AcceptRequest,
): Promise<Result<{ readonly accepted: number; readonly step: number; readonly counts: FileCounts }>> {
  const file = await latestFile(tx, submissionId, { lock: true });
  if (!file) return refused(submissionNotFound());
  // Nobody lays a value over what a person attested.
  if (file.source === 'person') return refused(sentByPerson());
  if (!stepOf(file.stage, 'reworked')) return refused(notCheckedYet({ stage: stageWords(file.stage) }));
  const misnamed = refusalOfNames(request);
  if (misnamed) return refused(misnamed);
  const problems = await readProblems(tx, needs.keys, submissionId, file.round, {
    limit: FIXES_MAX,
    ...(request.problemIds ? { problemNos: request.problemIds } : {}),
    ...(request.group ? { suggestionGroup: groupKey(needs.keys, submissionId, request.group) } : {}),
  });
  const door = doorOf(needs.doors, file);
  const refusal = refusalOf(door, problems, request);
  if (refusal) return refused(refusal);
  const fixes = fixesOfProblems(door, problems, request, who.name);
  if (fixes.length === 0) return refused(suggestionGone());
  const at = needs.clock.now();
  const step = await nextStep(tx, submissionId, file.round);
  await writeFixes(
    tx,
    needs.keys,
    { submissionId, round: file.round, bodyId: file.bodyId, byAccount: who.accountId, byIdentity: who.identity, at, step },
    fixes,
  );
  await perform(tx, needs, file, 'reworked');
  await recordAct(tx, needs, [
    {
      act: 'suggestion.accepted',
      purpose: 'SUBMIT',
      bodyId: file.bodyId,
      objectId: submissionId,
      revision: file.round,
      payload: { step, fixes },
    },
  ]);
  return ok({ accepted: fixes.length, step, counts: file.counts });
}

/**
 * Takes the last step back, in the caller's transaction (`acting`): every cell of it holds again what it held before. Only the last one: a later step stands on an earlier one.
 * Fails with E-SUBMISSION-NOT-FOUND, E-ACCEPTANCE-SENT, E-SUBMIT-NOT-CHECKED, E-ACCEPTANCE-GONE; nothing is undone then.
 */
export async function undoAcceptance(
  tx: Tx,
  needs: IntakeNeeds,
  sender: Sender,
  submissionId: string,
  step: number,
): Promise<Result<{ readonly undone: number }>> {
  const file = await latestFile(tx, submissionId, { lock: true });
  if (!file) return refused(submissionNotFound());
  if (isClosed(file.stage)) return refused(acceptanceSent({ stage: stageWords(file.stage) }));
  if (!stepOf(file.stage, 'reworked')) return refused(notCheckedYet({ stage: stageWords(file.stage) }));
  const standing = await fixesOf(tx, needs.keys, submissionId, file.round);
  const fixes = standing.filter((fix) => fix.step === step);
  if (fixes.length === 0 || standing.some((fix) => fix.step > step)) return refused(acceptanceGone());
  const at = needs.clock.now();
  await writeUndo(tx, { submissionId, round: file.round, step, bodyId: file.bodyId, byAccount: sender.accountId, at });
  await perform(tx, needs, file, 'reworked');
  await recordAct(tx, needs, [
    {
      act: 'suggestion.undone',
      purpose: 'SUBMIT',
      bodyId: file.bodyId,
      objectId: submissionId,
      revision: file.round,
      payload: { step, fixes: fixes.map(({ place, typed, value }) => ({ place, typed, value })) },
    },
  ]);
  return ok({ undone: fixes.length });
}
