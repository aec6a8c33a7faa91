/** Steps about what a client does with answers: receipts, results, the feed, and trouble. */
import type { BatchResult } from '#doors/exchange/shapes.ts';
import { codeOf, nameOf, offered, reportOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { LoggedExchange } from '#doors/exchange/conformance-client.ts';
import { neverMadeAnew } from './sending-steps.ts';
import { fault, firstFault } from './step-shapes.ts';
import type { ConformanceStep, Fault, Suite } from './step-shapes.ts';

const isGood = ({ answer, mischief }: LoggedExchange): boolean =>
  answer !== null && answer.status < 300 && mischief !== 'forge' && mischief !== 'other';
const batchOf = ({ request }: LoggedExchange): string => /batches\/([^?]*?)(?:\/result)?(?:\?|$)/.exec(request.url)?.[1] ?? '';

/** No result is asked for, and nothing is settled, before a receipt that counts. */
function receiptFirst({ log }: Evidence): Fault | null {
  return firstFault(
    log.filter(({ asked }) => asked === 'result'),
    (one) => {
      const hasReceipt = log.some(
        (before) => before.asked === 'put' && before.n < one.n && batchOf(before) === batchOf(one) && isGood(before),
      );
      return hasReceipt
        ? null
        : fault('Hỏi kết quả khi chưa có biên nhận đúng.', 'A result was asked for without a receipt that counts.', one);
    },
  );
}

/** After a receipt that does not count the very batch is sent again. */
function sentAgain(evidence: Evidence): Fault | null {
  const puts = evidence.log.filter(({ asked }) => asked === 'put');
  const wrong = puts.filter(({ mischief }) => mischief === 'forge' || mischief === 'other');
  if (wrong.length === 0) return fault('Không có gói nào được gửi.', 'No batch was sent.');
  const ignored = firstFault(wrong, (one) => {
    const again = puts.some((later) => later.n > one.n && batchOf(later) === batchOf(one));
    return again ? null : fault('Biên nhận sai được coi là đúng.', 'A wrong receipt was taken for one.', one);
  });
  return ignored ?? receiptFirst(evidence) ?? neverMadeAnew(evidence);
}

/** Verdicts that were answered under the centre's signature, by the client's own name of the change. */
function judgedRefs(evidence: Evidence): ReadonlyMap<string, string> {
  const refs = new Map(
    offered(evidence).flatMap(({ manifest, changes }) =>
      changes.map(({ seq, ref }) => [`${manifest.epoch}/${manifest.lane}/${seq}`, String(ref)] as const),
    ),
  );
  return new Map(
    evidence.log
      .filter((one) => one.asked === 'result' && one.answer?.status === 200 && isGood(one))
      .flatMap(({ answer }) => {
        const { epoch, lane, verdicts } = JSON.parse(answer!.text) as BatchResult;
        return verdicts.map(({ seq, verdict }) => [refs.get(`${epoch}/${lane}/${seq}`) ?? '', verdict] as const);
      }),
  );
}

/** What is said to be settled is what verified results said: all of it, and nothing else. */
function settledByResults(evidence: Evidence): Fault | null {
  const report = reportOf(evidence);
  const end = evidence.ends.at(-1);
  if (!report) return fault(`Chương trình không kết thúc đúng (${end?.kind}).`, `The client did not end as it should (${end?.kind}).`);
  const judged = judgedRefs(evidence);
  const early = Object.entries(report.settled).find(([ref, verdict]) => judged.get(ref) !== verdict);
  if (early)
    return fault(
      `${early[0]} được coi là xong khi chưa có kết quả đã kiểm tra.`,
      `${early[0]} counts as settled without a verified result.`,
    );
  const missed = evidence.happened.find(({ ref }) => !(ref in report.settled));
  return missed
    ? fault(`${missed.ref} chưa có kết quả mà chương trình đã kết thúc.`, `${missed.ref} has no result, and the client ended.`)
    : null;
}

/** The same question is not asked again before the time that it was told to wait. */
function waits({ log }: Evidence): Fault | null {
  const keyOf = ({ asked, request }: LoggedExchange): string => `${asked} ${request.url.split('?')[0]}`;
  return firstFault(log, (one) => {
    const seconds = Number(one.answer?.headers['retry-after'] ?? '0');
    const again = log.find((later) => later.n > one.n && later.run === one.run && keyOf(later) === keyOf(one));
    // A clock of whole milliseconds on two sides of a line.
    return seconds > 0 && again && again.atMs - one.atMs < seconds * 1_000 - 20
      ? fault(
          `Hỏi lại sau ${again.atMs - one.atMs} ms, được bảo chờ ${seconds} giây.`,
          `Asked again after ${again.atMs - one.atMs} ms, told to wait ${seconds} seconds.`,
          again,
        )
      : null;
  });
}

/** Four greetings without an answer do not come in one breath. */
function pauses({ log }: Evidence): Fault | null {
  const greetings = log.filter(({ asked }) => asked === 'hello').slice(0, 4);
  if (greetings.length < 4)
    return fault('Không thử lại khi không có câu trả lời.', 'Nothing was tried again when no answer came.', greetings.at(-1) ?? null);
  const spentMs = greetings.at(-1)!.atMs - greetings[0]!.atMs;
  return spentMs < 100 ? fault(`Ba lần thử lại trong ${spentMs} ms.`, `Three more tries within ${spentMs} ms.`, greetings.at(-1)!) : null;
}

/** The feed: in order, to its end, and what it told is there after all runs. */
function feedTaken(evidence: Evidence): Fault | null {
  const report = reportOf(evidence);
  const pages = evidence.log.filter((one) => one.asked === 'feed' && one.answer?.status === 200 && isGood(one) && one.mischief === null);
  const entries = pages.flatMap(
    ({ answer }) =>
      (
        JSON.parse(answer!.text) as {
          entries: { n: number; what: string; person?: string; fact?: string; standing?: { value: unknown } | null }[];
        }
      ).entries,
  );
  const last = Math.max(0, ...entries.map(({ n }) => n));
  if (!report) return fault('Chương trình không kết thúc đúng.', 'The client did not end as it should.');
  const more = pages.at(-1) && (JSON.parse(pages.at(-1)!.answer!.text) as { more: boolean }).more;
  if (pages.length === 0 || more) return fault('Luồng tin chưa được đọc hết.', 'The feed was not read to its end.');
  if (report.cursor !== last) return fault(`Con trỏ phải là ${last}.`, `The cursor must be ${last}.`);
  const lost = entries.find(
    ({ what, person, fact, standing }) =>
      what === 'fact' && standing && JSON.stringify(report.told[`${person} ${fact}`]) !== JSON.stringify(standing.value),
  );
  return lost ? fault(`Mục ${lost.n} của luồng tin bị mất.`, `Entry ${lost.n} of the feed was lost.`) : null;
}

/** No page is asked for behind entries that have not come. */
function feedInOrder({ log }: Evidence): Fault | null {
  let reached = 0;
  return firstFault(
    log.filter(({ asked }) => asked === 'feed'),
    (one) => {
      const after = Number(new URLSearchParams(one.request.url.split('?')[1] ?? '').get('after') ?? '0');
      if (after > reached)
        return fault(`after=${after} vượt quá mục ${reached} đã nhận.`, `after=${after} is beyond entry ${reached}.`, one);
      const { answer } = one;
      if (answer?.status === 200 && isGood(one))
        reached = Math.max(reached, ...(JSON.parse(answer.text) as { entries: { n: number }[] }).entries.map(({ n }) => n));
      return null;
    },
  );
}

/** After one of these codes nothing is sent any more but greetings. */
const stopsAfter =
  (codes: readonly string[]) =>
  (evidence: Evidence): Fault | null => {
    const stop = evidence.log.find((one) => codes.includes(codeOf(one) ?? ''));
    if (!stop) return fault('Trung tâm chưa được hỏi đến lúc dừng.', 'The centre was not asked until it said stop.');
    // One that was on its way may arrive; the next is a decision.
    const sent = evidence.log.find((one) => one.n > stop.n && one.asked === 'put');
    if (sent) return fault(`Vẫn gửi gói sau ${codeOf(stop)}.`, `Batches were sent after ${codeOf(stop)}.`, sent);
    return reportOf(evidence)?.state === 'stopped' ? null : fault('Không báo là đã dừng.', 'It does not say that it stopped.');
  };

function quietWhenFrozen({ log, ends }: Evidence): Fault | null {
  const sent = log.find((one) => one.run === 1 && one.asked === 'put');
  if (sent) return fault('Gửi gói khi trung tâm nói frozen.', 'A batch was sent to a centre that said frozen.', sent);
  const end = ends.at(-1);
  return end?.kind === 'reported' && end.report.state === 'stopped'
    ? null
    : fault('Không báo là đã dừng.', 'It does not say that it stopped.');
}

/** In a lane no more batches are under way than the greeting allowed: here one. */
function withinWindow({ log }: Evidence): Fault | null {
  const open = new Set<string>();
  return firstFault(log, (one) => {
    if (one.asked === 'result' && one.answer?.status === 200) open.delete(batchOf(one));
    if (one.asked !== 'put') return null;
    open.add(batchOf(one));
    return open.size > 1 ? fault('Gửi gói kế khi cửa sổ chỉ cho một gói.', 'The next batch was sent while the window was one.', one) : null;
  });
}

/** Another lane goes on while one waits. */
function othersGoOn({ log }: Evidence): Fault | null {
  const busy = log.find(({ mischief }) => mischief === 'busy');
  if (!busy) return fault('Không có gói nào được gửi.', 'No batch was sent.');
  const again = log.find((one) => one.n > busy.n && one.asked === 'put' && batchOf(one) === batchOf(busy));
  const other = log.find((one) => one.n > busy.n && (!again || one.n < again.n) && one.asked === 'put' && batchOf(one) !== batchOf(busy));
  return other ? null : fault('Luồng khác cũng dừng theo.', 'The other lanes stopped with it.', busy);
}

function neverUnderOldNumber(evidence: Evidence): Fault | null {
  const rejected = new Set([...judgedRefs(evidence)].flatMap(([ref, verdict]) => (verdict === 'rejected' ? [ref] : [])));
  if (rejected.size === 0) return fault('Không có thay đổi nào bị từ chối.', 'No change was rejected.');
  const seen = new Set<string>();
  return firstFault(offered(evidence), ({ at, manifest, changes }) =>
    firstFault(changes, ({ ref = '' }) => {
      const here = `${ref} ${nameOf(manifest)}`;
      const isElsewhere = [...seen].some((one) => one.startsWith(`${ref} `) && one !== here);
      seen.add(here);
      return rejected.has(ref) && isElsewhere
        ? fault(`${ref} bị từ chối mà vẫn gửi lại.`, `${ref} was rejected, and sent again.`, at)
        : null;
    }),
  );
}

/** The first request of a run that is no greeting comes after a greeting whose signature counts. */
function believesNoForgedGreeting({ log }: Evidence): Fault | null {
  const good = log.find((one) => one.asked === 'hello' && one.answer?.status === 200 && isGood(one));
  const put = log.find(({ asked }) => asked === 'put');
  if (put && (!good || put.n < good.n)) return fault('Tin lời chào có chữ ký sai.', 'A greeting with a wrong signature was believed.', put);
  return put ? null : fault('Không chào lại.', 'It did not greet again.');
}

const step = (id: string, clause: string, scenario: string, vi: string, en: string, look: ConformanceStep['fault']): ConformanceStep => ({
  id,
  clause,
  scenario,
  expects: { vi, en },
  fault: look,
});

export const ANSWERING_SUITES: readonly Suite[] = [
  {
    key: 'receipt',
    title: { vi: 'Biên nhận R1', en: 'Receipts' },
    needs: ['send'],
    steps: [
      step(
        'receipt.first',
        '9.1',
        'first',
        'Chỉ hỏi kết quả sau biên nhận đúng',
        'A result is asked for only after a receipt that counts',
        receiptFirst,
      ),
      step(
        'receipt.forged',
        '8.2',
        'forged-receipt',
        'Biên nhận sai chữ ký, sai gói: gửi lại đúng gói đó',
        'A receipt of another key or batch: the very batch again',
        sentAgain,
      ),
      step(
        'receipt.greeting',
        '4.3',
        'forged-greeting',
        'Lời chào sai chữ ký: chào lại',
        'A forged greeting: greet again',
        believesNoForgedGreeting,
      ),
    ],
  },
  {
    key: 'result',
    title: { vi: 'Kết quả R2', en: 'Results' },
    needs: ['receipt'],
    steps: [
      step('result.waits', '9.1', 'first', '202: chờ Retry-After rồi hỏi lại', '202: wait, and ask again', (evidence) => waits(evidence)),
      step('result.settles', '9.3', 'first', 'Chỉ kết quả đã kiểm tra mới là xong', 'Only a verified result settles', settledByResults),
      step(
        'result.forged',
        '9.2',
        'forged-result',
        'Kết quả sai chữ ký, thiếu số: hỏi lại',
        'A result of another key, or one short: ask again',
        settledByResults,
      ),
      step(
        'result.rejected',
        '9.4',
        'rejected',
        'Thay đổi bị từ chối không gửi lại như cũ',
        'What was rejected is not sent again',
        (evidence) => neverUnderOldNumber(evidence) ?? settledByResults(evidence),
      ),
    ],
  },
  {
    key: 'again',
    title: { vi: 'Gửi lại', en: 'Sending again' },
    needs: ['send'],
    steps: [
      step('again.same', '3.5', 'lost', 'Mất câu trả lời: gửi lại đúng gói', 'A lost answer: the very batch again', neverMadeAnew),
      step(
        'again.cut',
        '3.5',
        'cut',
        'Mất điện: gửi lại đúng gói đã lưu',
        'A power cut: the very batch that was kept',
        (evidence) => neverMadeAnew(evidence) ?? settledByResults(evidence),
      ),
      step('again.waits', '13.1', 'lost', 'Chờ đúng Retry-After', 'Retry-After is waited for', (evidence) => waits(evidence)),
      step('again.pauses', '13.2', 'lost', 'Không có câu trả lời: thử lại có khoảng chờ', 'No answer: try again after pauses', pauses),
      step('again.settles', '9.3', 'lost', 'Rồi mọi thay đổi có kết quả', 'In the end every change has its result', settledByResults),
    ],
  },
  {
    key: 'feed',
    title: { vi: 'Luồng tin', en: 'The feed' },
    needs: ['greet'],
    steps: [
      step('feed.order', '10.2', 'first', 'Đúng thứ tự, không nhảy quãng', 'In order, without gaps', feedInOrder),
      step('feed.whole', '10.1', 'first', 'Đọc đến hết', 'Read to its end', feedTaken),
      step(
        'feed.forged',
        '4.3',
        'forged-feed',
        'Trang sai chữ ký: hỏi lại',
        'A forged page: ask again',
        (evidence) => feedInOrder(evidence) ?? feedTaken(evidence),
      ),
      step(
        'feed.cut',
        '10.3',
        'cut-in-feed',
        'Mất điện không làm mất mục nào',
        'A power cut loses no entry',
        (evidence) => feedInOrder(evidence) ?? feedTaken(evidence),
      ),
      step('feed.unknown', '10.4', 'first', 'Loại mục chưa biết không làm dừng', 'An unknown kind does not stop it', feedTaken),
    ],
  },
  {
    key: 'trouble',
    title: { vi: 'Khi có sự cố', en: 'Trouble' },
    needs: ['send', 'receipt'],
    steps: [
      step('trouble.lanes', '14.2', 'lanes', 'Luồng khác vẫn gửi', 'The other lanes go on', othersGoOn),
      step('trouble.window', '6.4', 'many', 'Không quá cửa sổ', 'Within the window', withinWindow),
      step(
        'trouble.frozen',
        '6.5',
        'frozen',
        'Trung tâm nói frozen: không gửi',
        'The centre says frozen: nothing is sent',
        quietWhenFrozen,
      ),
      step(
        'trouble.fork',
        '13.3',
        'frozen-on-the-way',
        'Sau FORK, FROZEN: dừng mọi luồng',
        'After FORK, FROZEN: every lane stops',
        stopsAfter(['E-EXCHANGE-FORK', 'E-EXCHANGE-FROZEN']),
      ),
      step('trouble.epoch', '13.4', 'new-epoch', 'Sau EPOCH: dừng', 'After EPOCH: it stops', stopsAfter(['E-EXCHANGE-EPOCH'])),
    ],
  },
];
