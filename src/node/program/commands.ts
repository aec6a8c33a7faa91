/** `congvu node …`: what its commands do and say. */
import { writeFileSync } from 'node:fs';
import { systemClock } from '#base/clock.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { QuestionAnswer } from '#node/mapping/answer-question.ts';
import { answerQuestion } from '#node/mapping/answer-question.ts';
import { readMapping } from '#node/mapping/mapping-file.ts';
import type { OpenedMapping } from '#node/mapping/mapping-file.ts';
import type { Reading, ReadingNeeds } from '#node/mapping/read-source.ts';
import { checkSources, readSources } from '#node/mapping/read-source.ts';
import { openQuestions } from '#node/mapping/store.ts';
import { askProvedReceipt } from '#node/line/centre.ts';
import type { BatchPlace } from '#node/line/centre.ts';
import { LineDown } from '#node/line/request.ts';
import { databaseOf } from '#node/outbox/sql.ts';
import { enrolAnew } from '#node/outbox/step.ts';
import { openPage } from '#node/page/server.ts';
import { isInStep, nodeStatus } from '#node/page/state.ts';
import { STANDINGS, alarmWords } from '#node/page/words.ts';
import { readKeyFile } from '#node/keys.ts';
import { signConfirmations, unconfirmedBatches } from '#node/run/confirmations.ts';
import type { NodeSettings } from '#node/settings.ts';
import { readSettings } from '#node/settings.ts';
import { compareWithCentre } from './compare.ts';
import type { NodeIo } from './init.ts';
import type { OpenedNode, OpenedOutbox } from './open.ts';
import { centreVerifier, openNode, openOutbox } from './open.ts';
import { runNode, runOnce } from './run.ts';
import { verifyKept } from './verify.ts';

/** Exit codes: 0 well, 1 something is to be done, 2 it cannot be done. */
const [WELL, TO_DO, CANNOT] = [0, 1, 2] as const;

function mappingsOf({ mappings }: NodeSettings): Result<readonly OpenedMapping[]> {
  const read = mappings.map(readMapping);
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
}

/** Tells of a reading by its counts; its problems stay with whoever runs it. */
function tellReading({ source, rows, unchanged, wrong, changes, questions, problems }: Reading, io: NodeIo): void {
  io.print(
    `${source}: đọc ${rows} dòng, ${changes} thay đổi, ${unchanged} dòng như cũ, ${wrong} dòng chưa gửi, ${questions} câu hỏi mới · read ${rows}, changes ${changes}, unchanged ${unchanged}, not sent ${wrong}, new questions ${questions}`,
  );
  if (problems.length > 0) io.sayProblems(problems);
}

const readingNeeds = (node: OpenedNode): ReadingNeeds => ({ database: node.needs.database, clock: systemClock, environment: process.env });

const reader =
  (io: NodeIo) =>
  async (node: OpenedNode): Promise<void> => {
    const mappings = mappingsOf(node.settings);
    if (!mappings.ok) return io.sayProblems(mappings.problems);
    for (const mapping of mappings.value) for (const reading of await readSources(readingNeeds(node), mapping)) tellReading(reading, io);
  };

export const nodeOnce = (folder: string, io: NodeIo): Promise<number> => runOnce(folder, { read: reader(io) }, io);

export const nodeRun = (folder: string, io: NodeIo): Promise<number> =>
  runNode(
    folder,
    {
      read: reader(io),
      page: async (node) => {
        const { pool, settings } = node;
        if (settings.pagePort === 0) return async () => undefined;
        const page = await openPage(settings.pagePort, () => databaseOf(pool).transaction((sql) => nodeStatus(sql, settings)));
        io.print(`Trang trạng thái · Status page: ${page.url}`);
        return () => page.close();
      },
    },
    io,
  );

/** With the outbox alone. */
async function withOutbox(folder: string, io: NodeIo, work: (outbox: OpenedOutbox) => Promise<number>): Promise<number> {
  const opened = await openOutbox(folder);
  if (!opened.ok) return cannot(opened.problems, io);
  return work(opened.value).finally(() => opened.value.close());
}

function cannot(problems: readonly Problem[], io: NodeIo): number {
  io.sayProblems(problems);
  return CANNOT;
}

export const nodeState = (folder: string, { json }: { readonly json: boolean }, io: NodeIo): Promise<number> =>
  withOutbox(folder, io, async ({ pool, settings }) => {
    const status = await databaseOf(pool).transaction((sql) => nodeStatus(sql, settings));
    if (json) io.answer(JSON.stringify(status));
    else {
      const waiting = status.inbox + status.lanes.reduce((sum, { unsent, sent, received }) => sum + unsent + sent + received, 0);
      io.answer(`${status.source}: ${STANDINGS[status.standing].vi} · ${STANDINGS[status.standing].en}`);
      io.answer(
        `  Đã nhận vào hồ sơ ${status.accepted}, đang chờ ${waiting}, chưa được nhận ${status.toldBack.many} · accepted, waiting, not taken`,
      );
      for (const { about, codes } of status.alarms)
        io.answer(`! ${alarmWords(about).what.vi} ${codes.join(', ')}\n  → ${alarmWords(about).next.vi}`);
      for (const { ref, fact, verdict, code, title } of status.toldBack.newest)
        io.answer(`✗ ${ref} ${fact} ${verdict} ${code ?? ''} ${title?.vi ?? ''}`);
    }
    return status.alarms.length + status.toldBack.many + status.questions > 0 || !isInStep(status) ? TO_DO : WELL;
  });

export async function nodeVerify(folder: string, { json }: { readonly json: boolean }, io: NodeIo): Promise<number> {
  return withOutbox(folder, io, async ({ pool, settings }) => {
    const verify = centreVerifier(settings);
    if (!verify.ok) return cannot(verify.problems, io);
    const found = await databaseOf(pool).transaction((sql) => verifyKept(sql, verify.value));
    if (json) io.answer(JSON.stringify(found));
    else
      io.answer(
        `${found.batches} gói, ${found.received} biên nhận, ${found.judged} kết quả: ${found.problems.length} chỗ sai · batches, receipts, results, wrong`,
      );
    io.sayProblems(found.problems);
    return found.problems.length > 0 ? TO_DO : WELL;
  });
}

/** People at the centre granted a new epoch. */
export async function nodeEnrolled(folder: string, epoch: number, io: NodeIo): Promise<number> {
  const opened = await openNode(folder);
  if (!opened.ok) return cannot(opened.problems, io);
  const { needs, close } = opened.value;
  try {
    await enrolAnew(needs, epoch, systemClock.now());
    io.print(`Đợt đánh số ${epoch}: thay đổi chưa có kết quả đã được đánh số lại. · What has no result was numbered anew.`);
    return WELL;
  } finally {
    await close();
  }
}

/** Shows what is to be confirmed, and signs it by an officer's key. Who made a change confirms none. @param keyFile  null: only shows */
export const nodeConfirm = (
  folder: string,
  { keyFile, officer, json }: { readonly keyFile: string | null; readonly officer: string; readonly json: boolean },
  io: NodeIo,
): Promise<number> =>
  withOutbox(folder, io, async ({ pool, settings }) => {
    const database = databaseOf(pool);
    const batches = await database.transaction(unconfirmedBatches);
    const own = batches.filter(({ makers }) => makers.includes(officer));
    if (json) io.answer(JSON.stringify(batches));
    else
      for (const { epoch, lane, first, last, facts, makers } of batches)
        io.answer(
          `${epoch}/${lane}/${first}-${last}: ${Object.entries(facts)
            .map(([fact, many]) => `${fact} ${many}`)
            .join(', ')} (${makers.join(', ')})`,
        );
    if (keyFile === null) return batches.length > 0 ? TO_DO : WELL;
    const key = readKeyFile(keyFile);
    if (!key.ok) return cannot(key.problems, io);
    const others = batches.filter((one) => !own.includes(one));
    await database.transaction((sql) =>
      signConfirmations(sql, others, { source: settings.source, sign: key.value.sign, at: systemClock.now() }),
    );
    io.print(
      `Đã xác nhận bằng chữ ký ${others.length} gói; ${own.length} gói do chính người xác nhận lập nên để người khác ký. · Signed ${others.length}; ${own.length} hold changes of the officer's own.`,
    );
    return own.length > 0 ? TO_DO : WELL;
  });

export async function nodeCheck(folder: string, { json }: { readonly json: boolean }, io: NodeIo): Promise<number> {
  const settings = readSettings(folder);
  if (!settings.ok) return cannot(settings.problems, io);
  const mappings = mappingsOf(settings.value);
  if (!mappings.ok) return cannot(mappings.problems, io);
  const readings: Reading[] = [];
  for (const mapping of mappings.value) {
    const checked = await checkSources({ environment: process.env }, mapping);
    if (!checked.ok) return cannot(checked.problems, io);
    readings.push(...checked.value);
  }
  if (json) io.answer(JSON.stringify(readings));
  else for (const { source, rows, wrong } of readings) io.answer(`${source}: ${rows} dòng, ${wrong} dòng có chỗ sai · rows, wrong rows`);
  io.sayProblems(readings.flatMap(({ problems }) => problems));
  return readings.some(({ wrong }) => wrong > 0) ? TO_DO : WELL;
}

const QUESTIONS_SHOWN = 500;

export const nodeQuestions = (folder: string, { json }: { readonly json: boolean }, io: NodeIo): Promise<number> =>
  withOutbox(folder, io, async ({ pool }) => {
    const questions = await databaseOf(pool).transaction((sql) => openQuestions(sql, QUESTIONS_SHOWN));
    if (json) io.answer(JSON.stringify(questions));
    else
      for (const { id, source, rowKey, fact } of questions)
        io.answer(
          `${id}: ${source}, dòng ${rowKey}${fact === null ? ' không còn trong nguồn · is gone' : `, ${fact} nay để trống · was emptied`}`,
        );
    return questions.length > 0 ? TO_DO : WELL;
  });

export const nodeAnswer = (folder: string, id: number, answer: QuestionAnswer, maker: string, io: NodeIo): Promise<number> =>
  withOutbox(folder, io, async ({ pool, settings }) => {
    const mappings = mappingsOf(settings);
    if (!mappings.ok) return cannot(mappings.problems, io);
    const schema = mappings.value[0]?.mapping.schema ?? '';
    const answered = await answerQuestion(databaseOf(pool), id, answer, { maker, schema, at: systemClock.now() });
    if (!answered.ok) return cannot(answered.problems, io);
    io.print(`Đã ghi nhận; ${answered.value} thay đổi sẽ gửi. · Noted; ${answered.value} changes follow.`);
    return WELL;
  });

/** Fetches the receipts of a batch with their places in the log: a file that `congvu verify receipt` checks without the centre. */
export async function nodeReceipt(folder: string, place: BatchPlace, out: string, io: NodeIo): Promise<number> {
  const opened = await openNode(folder);
  if (!opened.ok) return cannot(opened.problems, io);
  const { needs, close } = opened.value;
  try {
    const text = await askProvedReceipt(needs.line, place);
    if (text === null) {
      io.print(
        'Chưa có chứng minh: nhật ký của trung tâm chưa ký tới gói này, hoặc không có gói nào mang tên này. · There is no proof of this batch yet.',
      );
      return TO_DO;
    }
    writeFileSync(out, text, { flag: 'wx' });
    io.answer(out);
    return WELL;
  } catch (error) {
    if (!(error instanceof LineDown)) throw error;
    io.print(`Chưa liên lạc được với trung tâm (${error.code}). · The centre does not answer.`);
    return CANNOT;
  } finally {
    await close();
  }
}

/** Compares with the centre. People are named here: it is shown to whoever runs the node, and kept nowhere. */
export async function nodeCompare(folder: string, { json }: { readonly json: boolean }, io: NodeIo): Promise<number> {
  const opened = await openNode(folder);
  if (!opened.ok) return cannot(opened.problems, io);
  const { needs, settings, close } = opened.value;
  try {
    const found = await compareWithCentre(needs, settings.source);
    if (found === null) {
      io.print('Trung tâm chưa trả lời đối chiếu. · The centre gave no digest.');
      return CANNOT;
    }
    if (json) io.answer(JSON.stringify(found));
    else {
      io.answer(
        `${found.buckets} ngăn, ${found.differing} ngăn khác, ${found.differences.length} thông tin khác nhau · buckets, differing, facts`,
      );
      for (const { person, fact, mine, theirs } of found.differences)
        io.answer(
          `≠ ${person} ${fact}: ${mine === null ? 'chỉ có ở trung tâm · only there' : theirs === null ? 'chỉ có ở đây · only here' : 'khác nhau · differ'}`,
        );
    }
    return found.differences.length > 0 ? TO_DO : WELL;
  } finally {
    await close();
  }
}
