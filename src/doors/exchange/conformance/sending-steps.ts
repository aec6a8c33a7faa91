/** Steps about greeting and sending: form, seal, numbers. */
import { createHash } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { receiptsDigest, revisionOf } from '#doors/exchange/protocol/digests.ts';
import { CHANGE_SHAPE, MANIFEST_SHAPE } from '#doors/exchange/protocol/batch.ts';
import { LANES } from '#doors/exchange/protocol/lanes.ts';
import { standingAfter } from '#doors/exchange/protocol/judge.ts';
import { BATCH_BYTES_MAX, BATCH_CHANGES_MAX, LINE_CHARS_MAX } from '#doors/exchange/limits.ts';
import type { BatchReceipt, FactStanding, FeedPage, Lane, SignedText } from '#doors/exchange/shapes.ts';
import { jwsVerifier } from '#doors/exchange/signer.ts';
import { isCanonical, nameOf, offered, sha256 } from './evidence.ts';
import type { Evidence, OfferedBatch } from './evidence.ts';
import type { LoggedExchange } from '#doors/exchange/conformance-client.ts';
import { fault, firstFault } from './step-shapes.ts';
import type { ConformanceStep, Fault, Suite } from './step-shapes.ts';

const Change = Compile(CHANGE_SHAPE);
const Manifest = Compile(MANIFEST_SHAPE);
/** Ten minutes (3.6). */
const CLOCK_MS_MAX = 10 * 60_000;

const nothingSent = fault('Không có gói nào được gửi.', 'No batch was sent.');
/** Each batch that was offered; that there is one at all is part of it. */
const eachBatch =
  (look: (batch: OfferedBatch, evidence: Evidence, at: number) => Fault | null) =>
  (evidence: Evidence): Fault | null => {
    const batches = offered(evidence);
    return batches.length === 0 ? nothingSent : firstFault(batches, (one, at) => look(one, evidence, at));
  };

/** Receipts that were answered before a question, by lane: those with the highest numbers. */
function receiptsBefore({ log }: Evidence, { n, request }: LoggedExchange): readonly (SignedText | null)[] {
  const held = new Map<Lane, { readonly last: number; readonly signed: SignedText }>();
  for (const { asked, answer, mischief, n: at } of log) {
    const isReceipt = asked === 'put' && at < n && answer !== null && answer.status < 300 && mischief !== 'forge' && mischief !== 'other';
    if (!isReceipt) continue;
    const { lane, last, epoch } = JSON.parse(answer.text) as BatchReceipt;
    // A new epoch begins without receipts.
    if (!new RegExp(`[?&]epoch=${epoch}(&|$)`).test(request.url)) continue;
    const signed = { text: answer.text, signature: answer.headers['congvu-signature'] ?? '' };
    if (last > (held.get(lane)?.last ?? 0)) held.set(lane, { last, signed });
  }
  return LANES.map((lane) => held.get(lane)?.signed ?? null);
}

function greetsFirst({ log }: Evidence): Fault | null {
  const runs = [...new Set(log.map(({ run }) => run))];
  return firstFault(runs, (run) => {
    const put = log.find((one) => one.run === run && one.asked === 'put');
    const isGreeted = log.some((one) => one.run === run && one.asked === 'hello' && one.answer?.status === 200 && (!put || one.n < put.n));
    return put && !isGreeted ? fault('Gửi gói trước khi chào.', 'A batch was sent before a greeting.', put) : null;
  });
}

function namesReceipts(evidence: Evidence): Fault | null {
  const greetings = evidence.log.filter(({ asked }) => asked === 'hello');
  if (greetings.length === 0) return fault('Không chào lần nào.', 'There is no greeting.');
  return firstFault(greetings, (at) => {
    const query = new URLSearchParams(at.request.url.split('?')[1] ?? '');
    const expected = receiptsDigest(receiptsBefore(evidence, at));
    return query.get('seen') === expected ? null : fault(`seen phải là ${expected}.`, `seen must be ${expected}.`, at);
  });
}

function addressed({ at, manifest }: OfferedBatch): Fault | null {
  const { epoch, lane, first, last } = manifest;
  const path = `/exchange/v1/batches/${epoch}/${lane}/${first}-${last}`;
  const { method, url, headers } = at.request;
  if (method !== 'PUT' || url !== path) return fault(`Phải là PUT ${path}.`, `It must be PUT ${path}.`, at);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (headers['content-type'] !== 'application/x-ndjson' || !['gzip', 'identity'].includes(encoding))
    return fault('Sai Content-Type hoặc Content-Encoding.', 'Content-Type or Content-Encoding is another.', at);
  return null;
}

function digested({ at }: OfferedBatch): Fault | null {
  const expected = `sha-256=:${createHash('sha256').update(at.request.body).digest('base64')}:`;
  return at.request.headers['content-digest'] === expected
    ? null
    : fault(`Content-Digest phải là ${expected}.`, `Content-Digest must be ${expected}.`, at);
}

function signedRightly({ at, manifestText, signature }: OfferedBatch, { identity }: Evidence): Fault | null {
  const isSigned = jwsVerifier(identity.publicPem, identity.kid)({ text: manifestText, signature });
  return isSigned
    ? null
    : fault('Chữ ký không phải của bảng kê này, hoặc sai dạng.', 'The signature is not over this manifest, or has another form.', at);
}

/** Numbers of a lane and epoch follow each other, and each stands for one change for ever. */
function numberedDensely(evidence: Evidence): Fault | null {
  const batches = offered(evidence);
  if (batches.length === 0) return nothingSent;
  const refs = new Map<string, string>();
  const next = new Map<string, number>();
  return firstFault(batches, ({ at, manifest, changes }) => {
    const lane = `${manifest.epoch}/${manifest.lane}`;
    const expected = next.get(lane) ?? 1;
    if (Number(manifest.first) > expected)
      return fault(`Luồng ${manifest.lane} bỏ trống số ${expected}.`, `Lane ${manifest.lane} leaves out number ${expected}.`, at);
    if (changes.length !== Number(manifest.last) - Number(manifest.first) + 1)
      return fault('Số dòng không bằng số thay đổi của bảng kê.', 'The lines are not as many as the manifest says.', at);
    next.set(lane, Math.max(expected, Number(manifest.last) + 1));
    return firstFault(changes, ({ seq, ref }, i) => {
      if (seq !== Number(manifest.first) + i)
        return fault(`Dòng ${i + 1} không mang số kế tiếp.`, `Line ${i + 1} has not the next number.`, at);
      const before = refs.get(`${lane}/${seq}`);
      refs.set(`${lane}/${seq}`, String(ref));
      return before === undefined || before === ref
        ? null
        : fault(`Số ${seq} dùng cho hai thay đổi.`, `Number ${seq} was used for two changes.`, at);
    });
  });
}

function chained(evidence: Evidence): Fault | null {
  const ends = new Map<string, string>();
  return firstFault(offered(evidence), ({ at, manifest, lines }) => {
    if (lines === null || manifest.sha256 !== sha256(lines))
      return fault('sha256 không phải của các dòng.', 'sha256 is not of the lines.', at);
    const lane = `${manifest.epoch}/${manifest.lane}`;
    const expected = Number(manifest.first) === 1 ? null : (ends.get(`${lane}/${Number(manifest.first) - 1}`) ?? null);
    ends.set(`${lane}/${manifest.last}`, String(manifest.sha256));
    return manifest.previous === expected
      ? null
      : fault('previous không phải của gói trước.', 'previous is not that of the batch before.', at);
  });
}

/** A batch that is sent again is the very one. */
export function neverMadeAnew(evidence: Evidence): Fault | null {
  const kept = new Map<string, OfferedBatch>();
  return firstFault(offered(evidence), (one) => {
    const before = kept.get(nameOf(one.manifest));
    kept.set(nameOf(one.manifest), before ?? one);
    if (!before) return null;
    const isSame = before.manifestText === one.manifestText && before.signature === one.signature && before.lines === one.lines;
    return isSame ? null : fault('Gói gửi lại khác gói đã gửi.', 'What was sent again is another batch.', one.at);
  });
}

function clockRight({ at, manifest }: OfferedBatch, { log }: Evidence): Fault | null {
  const first =
    log.find(({ asked, request }) => asked === 'put' && request.headers['congvu-manifest'] === at.request.headers['congvu-manifest']) ?? at;
  const skewMs = Math.abs(Date.parse(String(manifest.issuedAt)) - first.atMs);
  return skewMs <= CLOCK_MS_MAX
    ? null
    : fault(`issuedAt lệch ${Math.round(skewMs / 60_000)} phút.`, `issuedAt is ${Math.round(skewMs / 60_000)} minutes off.`, at);
}

function canonicalLines({ at, manifestText, lines }: OfferedBatch): Fault | null {
  if (!isCanonical(manifestText)) return fault('Bảng kê không phải JSON chuẩn.', 'The manifest is not canonical JSON.', at);
  const texts = (lines ?? '').split('\n');
  if (lines === null || texts.pop() !== '') return fault('Dòng cuối thiếu ký tự xuống dòng.', 'The last line has no line feed.', at);
  return firstFault(texts, (line, i) =>
    isCanonical(line) ? null : fault(`Dòng ${i + 1} không phải JSON chuẩn.`, `Line ${i + 1} is not canonical JSON.`, at),
  );
}

const inBounds = ({ at, changes, lines }: OfferedBatch): Fault | null =>
  changes.length > BATCH_CHANGES_MAX ||
  at.request.body.length > BATCH_BYTES_MAX ||
  (lines ?? '').split('\n').some((one) => one.length > LINE_CHARS_MAX)
    ? fault('Gói lớn hơn mức cho phép.', 'The batch is larger than allowed.', at)
    : null;

/** In what order changes of one person came, and by which lane. */
function orderOfPeople(evidence: Evidence): Fault | null {
  const order = new Map(evidence.happened.map(({ ref }, at) => [ref, at]));
  const seen = new Map<string, number>();
  const taken = new Set<string>();
  return firstFault(
    offered(evidence).filter(({ isHeld }) => isHeld),
    ({ at, changes }) =>
      firstFault(changes, ({ ref = '', person = '' }) => {
        if (taken.has(ref)) return null;
        taken.add(ref);
        const place = order.get(ref) ?? -1;
        const before = seen.get(person) ?? -1;
        seen.set(person, Math.max(before, place));
        return place < before
          ? fault(`Thay đổi ${ref} đến sau thay đổi lập sau nó.`, `Change ${ref} came behind a later one of its person.`, at)
          : null;
      }),
  );
}

/** While a change of a person waits in a lane, no other of theirs goes by another. */
function laneOfPeople(evidence: Evidence): Fault | null {
  const batches = offered(evidence).filter(({ isHeld }) => isHeld);
  const judgedAt = (name: string): number =>
    evidence.log.find(
      ({ asked, answer, mischief, request }) =>
        asked === 'result' && answer?.status === 200 && mischief === null && request.url.includes(`/${name}-`),
    )?.n ?? Number.POSITIVE_INFINITY;
  return firstFault(batches, (later, i) =>
    firstFault(later.changes, ({ person, ref }) => {
      const waits = batches
        .slice(0, i)
        .find(
          (one) =>
            one.manifest.lane !== later.manifest.lane &&
            judgedAt(nameOf(one.manifest)) > later.at.n &&
            one.changes.some((change) => change.person === person && change.ref !== ref),
        );
      return waits
        ? fault(
            `Người của ${ref} còn thay đổi chờ ở luồng ${waits.manifest.lane}.`,
            `The person of ${ref} waits in lane ${waits.manifest.lane}.`,
            later.at,
          )
        : null;
    }),
  );
}

/** Revisions and extensions as the client could know them: by the feed, and by what it stated itself. */
function knownOf(evidence: Evidence): (ref: string) => { readonly base: string | null; readonly ext: unknown } {
  const standing = new Map<string, FactStanding | null>();
  const exts = new Map<string, unknown>();
  const known = new Map<string, { readonly base: string | null; readonly ext: unknown }>();
  const told = evidence.log.filter(({ asked, answer, mischief }) => asked === 'feed' && answer?.status === 200 && mischief === null);
  const runOf = (ref: string): number => offered(evidence).find(({ changes }) => changes.some((one) => one.ref === ref))?.at.run ?? 0;
  const taken = new Set<number>();
  for (const change of evidence.happened) {
    for (const { run, answer } of told)
      for (const entry of (JSON.parse(answer!.text) as FeedPage).entries) {
        if (run >= runOf(change.ref) || taken.has(entry.n) || entry.what !== 'fact') continue;
        taken.add(entry.n);
        standing.set(`${entry.person} ${entry.fact}`, entry.standing);
        exts.set(`${entry.person} ${entry.fact}`, entry.ext);
      }
    const key = `${change.person} ${change.fact}`;
    known.set(change.ref, { base: revisionOf(standing.get(key) ?? null), ext: exts.get(key) });
    if (change.fact !== 'employer') standing.set(key, standingAfter(standing.get(key) ?? null, change) ?? null);
  }
  return (ref) => known.get(ref) ?? { base: null, ext: undefined };
}

const eachChange =
  (
    look: (
      change: OfferedBatch['changes'][number],
      known: { readonly base: string | null; readonly ext: unknown },
      at: LoggedExchange,
    ) => Fault | null,
  ) =>
  (evidence: Evidence): Fault | null => {
    const known = knownOf(evidence);
    return firstFault(offered(evidence), ({ at, changes }) => firstFault(changes, (one) => look(one, known(String(one.ref)), at)));
  };

/** Nothing of a person in an address: neither their number nor a value. */
function nothingInAddresses({ log, happened }: Evidence): Fault | null {
  const secrets = happened.flatMap(({ person, value }) => [
    person,
    ...(typeof value === 'string' ? [value, encodeURIComponent(value)] : []),
  ]);
  return firstFault(log, (one) => {
    const { 'congvu-manifest': manifest, ...heads } = one.request.headers;
    const said = `${one.request.url} ${JSON.stringify(heads)} ${Buffer.from(manifest ?? '', 'base64url').toString('utf8')}`;
    return secrets.some((secret) => said.includes(secret))
      ? fault('Có dữ liệu cá nhân trong địa chỉ hoặc tiêu đề.', 'There are personal data in an address or a header.', one)
      : null;
  });
}

const step = (id: string, clause: string, scenario: string, vi: string, en: string, look: ConformanceStep['fault']): ConformanceStep => ({
  id,
  clause,
  scenario,
  expects: { vi, en },
  fault: look,
});

const GREET: Suite = {
  key: 'greet',
  title: { vi: 'Chào trung tâm', en: 'Greeting' },
  needs: [],
  steps: [
    step(
      'greet.first',
      '6.1',
      'first',
      'Chào rồi mới gửi, sau mỗi lần khởi động',
      'A greeting before the first batch of each start',
      greetsFirst,
    ),
    step('greet.seen', '6.1', 'first', 'seen kể đúng các biên nhận đang giữ', 'seen names the receipts that are held', namesReceipts),
  ],
};

const SEND: Suite = {
  key: 'send',
  title: { vi: 'Gửi gói', en: 'Sending a batch' },
  needs: ['greet'],
  steps: [
    step('send.address', '6.2', 'first', 'PUT đúng địa chỉ, đúng kiểu', 'PUT at its address, of its type', eachBatch(addressed)),
    step('send.digest', '6.3', 'first', 'Content-Digest của các byte gửi', 'Content-Digest of the bytes sent', eachBatch(digested)),
    step(
      'send.canonical',
      '5.1',
      'first',
      'Bảng kê và từng dòng là JSON chuẩn',
      'Manifest and lines are canonical JSON',
      eachBatch(canonicalLines),
    ),
    step(
      'send.manifest',
      '3.3',
      'first',
      'Bảng kê đủ mục, không thừa',
      'The manifest has its members and no other',
      eachBatch(({ at, manifest }) =>
        Manifest.Check(manifest) ? null : fault('Bảng kê sai lược đồ.', 'The manifest does not fit its schema.', at),
      ),
    ),
    step(
      'send.audience',
      '1.1',
      'first',
      'Đúng mã nguồn và nơi nhận',
      'Source and audience are right',
      eachBatch(({ at, manifest }, { identity }) =>
        manifest.source === identity.source && manifest.audience === identity.audience
          ? null
          : fault('Sai source hoặc audience.', 'source or audience is another.', at),
      ),
    ),
    step(
      'send.signature',
      '4.1',
      'first',
      'Chữ ký tách rời đúng dạng, đúng khóa',
      'A detached signature of its form and key',
      eachBatch(signedRightly),
    ),
    step(
      'send.change',
      '2.1',
      'first',
      'Từng thay đổi đúng lược đồ',
      'Each change fits its schema',
      eachBatch(({ at, changes }) =>
        firstFault(changes, (one, i) =>
          Change.Check(one) ? null : fault(`Dòng ${i + 1} sai lược đồ.`, `Line ${i + 1} does not fit the schema.`, at),
        ),
      ),
    ),
    step('send.numbers', '2.2', 'first', 'Số liên tục từ 1, mỗi số một lần', 'Numbers dense from 1, each given once', numberedDensely),
    step(
      'send.chain',
      '3.4',
      'first',
      'sha256 của các dòng, previous của gói trước',
      'sha256 of the lines, previous of the batch before',
      chained,
    ),
    step('send.clock', '3.6', 'first', 'issuedAt lệch không quá 10 phút', 'issuedAt within ten minutes', eachBatch(clockRight)),
    step(
      'send.base',
      '2.6',
      'first',
      'base là phiên bản đã thấy',
      'base is the revision that was seen',
      eachChange(({ ref, base, fact }, known, at) =>
        fact === 'employer' || base === known.base
          ? null
          : fault(`base của ${ref} phải là ${known.base}.`, `base of ${ref} must be ${known.base}.`, at),
      ),
    ),
    step(
      'send.unknown',
      '16.2',
      'first',
      'ext nhận được gửi lại nguyên vẹn',
      'ext that came is sent back unchanged',
      eachChange(({ ref, ext }, known, at) =>
        known.ext === undefined || sha256(JSON.stringify(ext ?? null)) === sha256(JSON.stringify(known.ext))
          ? null
          : fault(`${ref} làm mất ext.`, `${ref} lost its ext.`, at),
      ),
    ),
    step('send.order', '2.9', 'first', 'Thay đổi của một người giữ thứ tự', 'Changes of one person keep their order', orderOfPeople),
    step(
      'send.lane',
      '2.9',
      'lanes',
      'Thay đổi sau đi cùng luồng đang chờ',
      'A later change goes by the lane in which one waits',
      (evidence) => orderOfPeople(evidence) ?? laneOfPeople(evidence),
    ),
    step(
      'send.private',
      '19.1',
      'first',
      'Không có dữ liệu cá nhân trong địa chỉ, tiêu đề',
      'No personal data in addresses and headers',
      nothingInAddresses,
    ),
  ],
};

const MANY: Suite = {
  key: 'many',
  title: { vi: 'Nhiều thay đổi', en: 'Many changes' },
  needs: ['send'],
  steps: [
    step('many.size', '3.1', 'many', 'Tối đa 1.000 thay đổi một gói', 'At most 1,000 changes a batch', eachBatch(inBounds)),
    step('many.numbers', '2.2', 'many', 'Số liên tục qua các gói', 'Numbers go on from batch to batch', numberedDensely),
    step('many.chain', '3.4', 'many', 'Các gói nối nhau', 'Batches are chained', chained),
  ],
};

export const SENDING_SUITES: readonly Suite[] = [GREET, SEND, MANY];
