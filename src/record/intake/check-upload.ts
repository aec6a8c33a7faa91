/**
 * The job that reads a file and tells every problem of every row. It may run twice and be killed anywhere:
 * what it writes, it writes in one transaction, replacing what an earlier run had written.
 */
import { recordAct } from '#authority/audit/record.ts';
import { currentLists, pinOf } from '#authority/code-lists/editions.ts';
import { bodyPlaces } from '#authority/organisations/body-places.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { resolveEmployment } from '#record/register/employment.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { comparedForMany } from '#record/matching/known.ts';
import { NOT_REGISTERED, standingsOf } from '#record/register/standing.ts';
import { readPeople } from '#record/register/store.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import { personTwoBodies, recordClosed } from '#standard/problems/rules.ts';
import { textOf } from '#standard/record-access.ts';
import { findInRegister, problemOf, type Standing } from '#standard/rules.ts';
import { compareWithRegister, withoutNationalId } from './compare.ts';
import { fixesOf } from './acceptance-store.ts';
import { doorOf } from './door.ts';
import type { Door } from './door.ts';
import { CHECK_LINES } from './limits.ts';
import { judgedOperations, judgedPart, occupantsOf } from './line-operations.ts';
import type { About, LineToWrite } from './line-store.ts';
import type { ProblemToWrite } from './problem-store.ts';
import { clearLines, countEarlier, countMissing, writeLines } from './line-store.ts';
import { writeProblems } from './problem-store.ts';
import { missingInBoth } from './missing-in-both.ts';
import { problemsElsewhere, saidOtherwise } from './original-elsewhere.ts';
import type { IntakeNeeds } from './needs.ts';
import type { PeopleInTurn, ReadFile, ReadPerson } from './port.ts';
import { otherBody } from './problems.ts';
import { returnedAgain } from './returned-answers.ts';
import { moveFile } from './move-file.ts';
import { step } from './step.ts';
import type { Comparison, FileCounts, FileReport } from './shapes.ts';
import type { StoredFile } from './store.ts';
import { changeFile, fileOfRound, openForSubmission } from './store.ts';
import { lookUpNumbers, problemsOfNumber } from './whose-number.ts';

/** A file's stage is told anew at most this often, in milliseconds. */
const PROGRESS_EVERY_MS = 700;

const isError = (problem: Problem): boolean => problem.severity === 'error';

export async function checkUpload(needs: IntakeNeeds, job: { submissionId: string; round: number; bodyId: string }): Promise<void> {
  const handle = await needs.jobSession(job.bodyId);
  const start = await needs.db.transaction(handle, async (tx) => {
    const file = await fileOfRound(tx, job.submissionId, job.round, { lock: true });
    if (!file || !step(file.stage, 'opened')) return null;
    await moveFile(tx, file, 'opened', needs.clock.now(), { checks: file.checks + 1, done: 0, total: 0 });
    return {
      file,
      fixes: await fixesOf(tx, needs.keys, job.submissionId, job.round),
      bodies: await needs.bodyWords(tx),
      lists: await currentLists(tx),
    };
  });
  if (!start) return;
  const bytes = await needs.blobs.get(start.file.sha256);
  let told = needs.clock.monotonicMs();
  let telling: Promise<void> = Promise.resolve();
  const { nameSealed, fileName } = start.file;
  const door = doorOf(needs.doors, start.file);
  const prepared = door.prepare && (await needs.db.transaction(handle, (tx) => door.prepare!(tx, needs.keys, start.file.bodyId, bytes)));
  const read = await door.read(bytes, {
    ...(prepared === undefined ? {} : { prepared }),
    fileName: nameSealed === null ? fileName : openForSubmission<string>(needs.keys, job.submissionId, nameSealed),
    today: needs.clock.today(),
    asOf: start.file.asOf ?? needs.clock.today(),
    demo: needs.demo,
    lists: start.lists,
    fixes: start.fixes,
    bodyKnown: start.bodies.isCode,
    bodyNamed: start.bodies.named,
    progress: (done, total) => {
      if (needs.clock.monotonicMs() - told < PROGRESS_EVERY_MS) return;
      told = needs.clock.monotonicMs();
      // A progress that cannot be told is not a fault of the check.
      telling = needs.db.transaction(handle, (tx) => changeFile(tx, job, { done, total })).catch(() => undefined);
    },
  });
  if (read.kind === 'read') await keepFiles(needs, read.files);
  await needs.db.transaction(handle, async (tx) => {
    const problem = await problemOfForm(tx, needs, start.file, read);
    // What was told of the progress is written before the end is, never over it.
    await writeOutcome(tx, needs, start.file, problem ? { kind: 'refused', problem } : read, start.lists, () => telling);
  });
}

/** A form that was given to another body is not read for this one: its people are another's, or the sender was chosen wrongly. */
async function problemOfForm(tx: Tx, needs: IntakeNeeds, file: StoredFile, read: ReadFile): Promise<Problem | null> {
  if (read.kind === 'refused' || read.issuedFor === null) return null;
  const { code, on } = read.issuedFor;
  const today = needs.clock.today();
  const { places } = await bodyPlaces(tx, [code], { sender: file.bodyId, on: on !== null && on < today ? on : today });
  const place = places.get(code)!;
  if ('bodyId' in place && place.bodyId === file.bodyId) return null;
  const sender = await needs.bodyOn(tx, file.bodyId, today);
  const found = 'name' in place ? `${place.name} (${code})` : code;
  return otherBody({ found, wanted: sender ? `${sender.name} (${sender.code})` : '' }, { value: code });
}

/** Files MUST be durable before a row names them. A full disk ends this run; the queue tries again. */
async function keepFiles(needs: IntakeNeeds, files: readonly Uint8Array[]): Promise<void> {
  for (const bytes of files) {
    const kept = await needs.blobs.put(bytes);
    if (!kept.ok) throw new Error(`a file of an upload could not be kept: ${kept.problems[0]!.code}`);
  }
}

async function writeOutcome(
  tx: Tx,
  needs: IntakeNeeds,
  before: StoredFile,
  read: ReadFile,
  lists: ListEdition,
  allTold: () => Promise<void>,
): Promise<void> {
  const about = { submissionId: before.submissionId, round: before.round, bodyId: before.bodyId, at: before.at };
  // One run at a time writes; the row of the file stays free for whoever reads, or withdraws it meanwhile.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`check:${before.submissionId}:${before.round}`]);
  const now = await fileOfRound(tx, before.submissionId, before.round);
  if (!now || !step(now.stage, 'read')) return; // withdrawn, or another run was faster
  await clearLines(tx, about);
  const checked = read.kind === 'read' ? await writePeople(tx, needs, before, about, read, lists) : null;
  await allTold();
  const file = await fileOfRound(tx, before.submissionId, before.round, { lock: true });
  if (!file || !step(file.stage, 'read')) {
    await clearLines(tx, about);
    return;
  }
  const at = needs.clock.now();
  if (read.kind === 'refused') {
    await writeProblems(tx, needs.keys, about, 0, [{ lineNo: null, problem: read.problem }]);
    await moveFile(tx, file, 'unreadable', at, {
      report: { refusal: read.problem },
      earlier: await countEarlier(tx, file.submissionId, file.round),
    });
  } else {
    const { counts, comparison } = checked!;
    await moveFile(tx, file, 'read', at, {
      counts,
      earlier: await countEarlier(tx, file.submissionId, file.round),
      listEdition: pinOf(lists),
      done: counts.received,
      total: counts.received,
      report: {
        template: read.template,
        version: read.version,
        ignored: read.ignored,
        notChecked: stillNotChecked(read.notChecked),
        comparison,
      },
    });
  }
  await recordAct(tx, needs, [
    {
      act: 'submission.checked',
      purpose: 'SUBMIT',
      bodyId: file.bodyId,
      objectId: file.submissionId,
      revision: file.round,
      payload: { sha256: file.sha256, outcome: read.kind, people: checked?.counts.received ?? 0, lists: lists.hash },
    },
  ]);
}

interface Checked {
  readonly counts: FileCounts;
  readonly comparison: Comparison;
}

/** So many people at a time. */
async function* inBatches(people: readonly ReadPerson[] | PeopleInTurn): AsyncGenerator<readonly ReadPerson[], undefined> {
  let batch: ReadPerson[] = [];
  for await (const person of people) {
    batch.push(person);
    if (batch.length < CHECK_LINES) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const numbersOf = (people: readonly ReadPerson[] | PeopleInTurn): PeopleInTurn['numbers'] =>
  'numbers' in people ? people.numbers : new Set(people.flatMap(({ checked }) => checked.nationalId ?? []));

/** Compares and writes batch by batch: the next is read and checked while one is written, and what was written is forgotten here. */
async function writePeople(
  tx: Tx,
  needs: IntakeNeeds,
  file: StoredFile,
  about: About,
  { people, problems: ofFile }: Extract<ReadFile, { kind: 'read' }>,
  lists: ListEdition,
): Promise<Checked> {
  const counts = { received: 0, accepted: 0, rejected: 0, waiting: 0, warnings: 0 };
  const comparison = { new: 0, changed: 0, unchanged: 0, missing: 0 };
  let told = 0;
  const tell = async (problems: readonly ProblemToWrite[]): Promise<void> => {
    await writeProblems(tx, needs.keys, about, told, problems);
    told += problems.length;
    counts.warnings += problems.filter(({ problem }) => problem.severity === 'warning').length;
  };
  const inFile = numbersOf(people);
  const write = async (batch: readonly ReadPerson[]): Promise<void> => {
    const { lines, problems } = await compareLines(tx, needs, file, batch, counts.received, inFile, lists);
    await writeLines(tx, needs.keys, about, lines);
    await tell(problems);
    for (const line of lines) {
      counts.received += 1;
      counts[line.verdict] += 1;
      if (line.comparison !== 'none') comparison[line.comparison] += 1;
    }
  };
  await tell(ofFile.map((problem) => ({ lineNo: null, problem })));
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of inBatches(people)) {
      await writing;
      writing = write(batch);
      // Heard where it is waited for; until then nobody else must take it for unheard.
      writing.catch(() => undefined);
    }
    await writing;
  } finally {
    await writing.catch(() => undefined);
  }
  if (doorOf(needs.doors, file).statesEverybody) comparison.missing = await countMissing(tx, about);
  return { counts, comparison };
}

/** The register was asked of every person here (`findInRegister`); the population database is asked after the file is sent. */
const stillNotChecked = (notChecked: Extract<ReadFile, { kind: 'read' }>['notChecked']): NonNullable<FileReport['notChecked']> =>
  notChecked.filter(({ needs }) => needs !== 'register').map(({ vi, en, needs }) => ({ vi, en, ...(needs ? { needs } : {}) }));

/** What rules that ask the register find (QT07, QT09, QT12). Where nobody is made, only that the record is closed: whose it is, is told elsewhere. */
function problemsOfStanding(door: Door, file: StoredFile, today: PlainDate, person: ReadPerson, standing: Standing): Problem[] {
  const { document } = person.checked;
  const found = findInRegister({ document, today, asOf: file.asOf ?? today, rowsOf: () => [], standing });
  return found.flatMap((finding): Problem[] => {
    const { kind, at } = finding;
    if (door.knownPeopleOnly && kind !== recordClosed) return [];
    return [problemOf(finding, { where: person.placeOf(at.key), value: person.givenAs ?? null })];
  });
}

/** A problem of a field, where it stands and with what was typed there: a suggestion is laid only over what still stands. */
function placed(person: ReadPerson, problem: Problem): Problem {
  const field = problem.where.field ?? '';
  return {
    ...problem,
    where: person.placeOf(field),
    value: person.typedIn?.(field) ?? problem.value,
  };
}

/** @param before  lines of the file that stand before this batch */
async function compareLines(
  tx: Tx,
  needs: IntakeNeeds,
  file: StoredFile,
  batch: readonly ReadPerson[],
  before: number,
  inFile: PeopleInTurn['numbers'],
  lists: ListEdition,
): Promise<{ lines: LineToWrite[]; problems: ProblemToWrite[] }> {
  const door = doorOf(needs.doors, file);
  const lines: LineToWrite[] = [];
  const problems: ProblemToWrite[] = [];
  const validFrom = file.asOf ?? needs.clock.today();
  const hashes = batch.map(({ checked }) => (checked.nationalId === null ? null : needs.keys.nationalIdHash(checked.nationalId)));
  const lookUp = await lookUpNumbers(tx, needs, file.bodyId, batch);
  const known = await readPeople(
    tx,
    needs.keys,
    batch.flatMap(({ checked }) => lookUp(checked.nationalId).personId ?? []),
  );
  const acting = batch.filter(({ operations }) => operations !== undefined && operations.length > 0);
  const occupants = await occupantsOf(
    tx,
    file.submissionId,
    acting.flatMap(({ checked }) => lookUp(checked.nationalId).personId ?? []),
  );
  const standings = await standingsOf(
    tx,
    hashes.filter((hash) => hash !== null),
    file.bodyId,
  );
  const employments = await resolveEmployment(
    tx,
    batch.map(({ checked }) => {
      const { personId } = lookUp(checked.nationalId);
      const standing = known.get(personId ?? '')?.document;
      return { bodyId: file.bodyId, on: validFrom, stated: checked.document, personId, ...(standing ? { standing } : {}) };
    }),
  );
  const again = await returnedAgain(
    tx,
    needs,
    file,
    batch.flatMap(({ checked }) => lookUp(checked.nationalId).personId ?? []),
  );
  const today = needs.clock.today();
  const otherwise = batch.map(({ checked }) =>
    saidOtherwise(known.get(lookUp(checked.nationalId).personId ?? ''), withoutNationalId(checked.document), today),
  );
  const compared = await comparedForMany(
    tx,
    needs.keys,
    batch.flatMap(({ checked }, index) => (otherwise[index]!.length > 0 ? (lookUp(checked.nationalId).personId ?? []) : [])),
  );
  const judge = (person: ReadPerson, index: number): void => {
    const lineNo = before + index + 1;
    const hash = hashes[index] ?? null;
    const { personId } = lookUp(person.checked.nationalId);
    const registered = personId === null ? undefined : known.get(personId);
    const document = withoutNationalId(person.checked.document);
    const held = compareWithRegister(registered, document, (group) => person.days?.[group] ?? validFrom);
    const { changed } = held;
    const lineActs = judgedOperations(person, {
      submissionId: file.submissionId,
      registered,
      document,
      occupants,
      today: needs.clock.today(),
      asOf: validFrom,
    });
    const ofPart = judgedPart(person, { registered, document, today: needs.clock.today(), asOf: validFrom });
    const comparison = lineActs.operations.length > 0 && held.comparison === 'unchanged' ? 'changed' : held.comparison;
    const standing = {
      ...((hash && standings.get(Buffer.from(hash).toString('hex'))) || NOT_REGISTERED),
      changesRecord: changed.length > 0 || lineActs.operations.length > 0,
    };
    const told = problemsOfStanding(door, file, needs.clock.today(), person, standing);
    // One value is told once: where QT12 speaks of the number, the place of the person is told by it.
    const place = told.some(({ code }) => code === personTwoBodies.declaration.code)
      ? []
      : problemsOfNumber(door, person, lookUp, registered, inFile);
    const { problems: wrong, warnings } = employments[index]!;
    const employers = [...wrong, ...warnings].map((problem) => placed(person, problem));
    const elsewhere = problemsElsewhere(person, otherwise[index]!, compared(personId ?? ''));
    const asked = [...missingInBoth(person.checked.problems, registered), ...elsewhere];
    const own = [...asked, ...place, ...told, ...employers, ...again(person, personId, document), ...lineActs.problems, ...ofPart];
    const rejected = own.some(isError) || hash === null;
    lines.push({
      lineNo,
      idHash: hash,
      personId,
      name: person.name || nameOf(registered),
      place: person.place,
      verdict: rejected ? 'rejected' : 'accepted',
      comparison: rejected ? 'none' : comparison,
      content:
        rejected || person.checked.nationalId === null
          ? null
          : {
              nationalId: person.checked.nationalId,
              groups: document,
              changed,
              ...(lineActs.operations.length > 0 ? { operations: lineActs.operations } : {}),
              ...(person.days ? { days: person.days } : {}),
              ...(person.fixed ? { fixed: person.fixed.map(({ step, place }) => ({ step, place })) } : {}),
            },
    });
    problems.push(...own.map((problem) => ({ lineNo, problem, nationalId: person.checked.nationalId })));
  };
  judgedBy(lists, () => batch.forEach(judge));
  return { lines, problems };
}

/** Who is sent without a name has one in the register. */
const nameOf = (person: RegisteredPerson | undefined): string => (person ? textOf(person.document, 'B', 'hoTenKhaiSinh') : '');
