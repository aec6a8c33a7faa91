/** The giving as its person takes it along: what was said, its digest, and the proof that the log keeps this very text. */
import type { Static } from 'typebox';
import { payloadOf, proveEvent } from '#authority/audit/bundle.ts';
import type { BundleNeeds } from '#authority/audit/bundle.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { digestOf } from './answer.ts';
import { consentNotFound } from './problems.ts';
import type { ConsentMessage } from './shapes.ts';
import { standingOf } from './step.ts';
import { logRowsOf, readConsent } from './store.ts';

const NOTICE: Bilingual = {
  vi: 'Thông điệp dữ liệu về sự đồng ý: nội dung anh/chị đã đồng ý, mã băm của nội dung đó và bằng chứng nhật ký đã ghi. Kiểm tra bằng tools/verify-bundle.mjs.',
  en: 'The data message of a consent: what you gave, its digest, and the proof that the log keeps it. Checked with tools/verify-bundle.mjs.',
};

/** MUST run in a transaction that sees the own record. Fails with E-CONSENT-NOT-FOUND, also for what was never given. */
export async function consentMessage(
  tx: Tx,
  needs: BundleNeeds & { readonly demo: boolean },
  consentId: string,
  today: PlainDate,
): Promise<Result<Static<typeof ConsentMessage>>> {
  const one = await readConsent(tx, consentId);
  if (!one || one.covers === null) return refused(consentNotFound());
  for (const row of await logRowsOf(tx, consentId)) {
    const payload = payloadOf(needs.keys, row.kept);
    const said = JSON.parse(payload.text) as { readonly consent?: string; readonly given?: string };
    if (said.consent !== consentId || said.given === undefined) continue;
    const proof = await proveEvent(tx, needs, row, { payload });
    return ok({
      format: 'congvu-consent/1' as const,
      notice: NOTICE,
      demo: needs.demo,
      given: said.given,
      digest: digestOf(said.given),
      standing: standingOf(one, today),
      withdrawnAt: one.endedAt,
      log: proof.ok ? proof.value : null,
    });
  }
  return refused(consentNotFound());
}
