/** `congvu node verify`: every receipt that is kept, against the keys of the centre and the batches that were sent. Needs no line. */
import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Bilingual, Problem } from '#base/problem.ts';
import type { BatchReceipt, BatchResult, SignedText } from '#doors/exchange/shapes.ts';
import type { VerifyText } from '#doors/exchange/signer.ts';
import type { SqlClient } from '#node/outbox/sql.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { receiptWrong } from '#node/problems.ts';

export interface Verification {
  readonly batches: number;
  readonly received: number;
  readonly judged: number;
  readonly problems: readonly Problem[];
}

interface Kept extends SignedText {
  readonly what: 'received' | 'judged';
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly sha256: string | null;
  readonly lines: Buffer | null;
}

function whyWrong(one: Kept, verify: VerifyText): Bilingual | null {
  if (!verify(one))
    return {
      vi: 'chữ ký sai, hoặc thiếu khóa công bố của thời điểm đó',
      en: 'the signature is wrong, or the published key of that time is missing',
    };
  const said = JSON.parse(one.text) as BatchReceipt | BatchResult;
  if (said.what !== one.what || said.first !== one.first || said.last !== one.last)
    return { vi: 'nói về gói khác', en: 'it is about another batch' };
  if (one.sha256 === null || one.lines === null) return { vi: 'không còn gói đã gửi', en: 'the batch that was sent is gone' };
  if (said.sha256 !== one.sha256) return { vi: 'mã băm khác gói đã gửi', en: 'its digest is not that of the batch that was sent' };
  if (hash('sha256', gunzipSync(one.lines), 'hex') !== one.sha256)
    return { vi: 'gói lưu ở đây đã bị sửa', en: 'the batch that is kept here was changed' };
  if (said.what === 'judged' && said.verdicts.length !== said.last - said.first + 1)
    return { vi: 'không nói đủ từng thay đổi', en: 'it does not speak of each change' };
  return null;
}

/** Reads them some at a time. */
export async function verifyKept(sql: SqlClient, verify: VerifyText): Promise<Verification> {
  const counts = { received: 0, judged: 0 };
  const problems: Problem[] = [];
  const [{ many: batches } = { many: 0 }] = await rowsOf<{ many: number }>(sql, 'select count(*)::int as many from congvu_node.batch');
  const AT_ONCE = 50;
  for (let offset = 0; ; offset += AT_ONCE) {
    const rows = await rowsOf<Kept>(
      sql,
      `select r.what, r.epoch || '/' || r.lane || '/' || r.first || '-' || r.last as name, r.first, r.last, r.text, r.signature, b.sha256, b.lines
         from congvu_node.receipt as r left join congvu_node.batch as b on (b.epoch, b.lane, b.first) = (r.epoch, r.lane, r.first)
        order by r.epoch, r.lane, r.first, r.what limit ${AT_ONCE} offset $1`,
      [offset],
    );
    for (const row of rows) {
      counts[row.what] += 1;
      const why = whyWrong(row, verify);
      if (why) problems.push(receiptWrong({ batch: row.name, why }));
    }
    if (rows.length < AT_ONCE) return { batches, ...counts, problems };
  }
}
