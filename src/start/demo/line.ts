/** The software of one body is enrolled as any other is: asked by an administrator, granted by a second. Decision 0127. */
import { generateKeyPairSync } from 'node:crypto';
import { bodyByCode } from '#authority/organisations/store.ts';
import { askLine, decideLine } from '#doors/exchange/line-acts.ts';
import { readRequest, requestsOf } from '#doors/exchange/line-store.ts';
import type { Composed } from '#start/compose.ts';
import { accountNamed, asThemselves } from './as-themselves.ts';

/** Whose software it is, under the name that it goes by. */
const SOURCE = 'H26.02.01';
/** The member that its security server speaks for on X-Road; the name is invented. */
const MEMBER = 'VN-DEMO/GOV/H26.02.01/NHAN-SU';
const ASKS = 'Đặng Minh Tuấn';
const GRANTS = 'Dương Thị Thanh';

/** The private half is kept by nobody: whoever tries the line asks for a key of their own (`new-key`). */
const aPublicKey = (): string => generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** An interrupted seed may have asked, or been granted it, already. */
export async function seedLine(composed: Composed): Promise<void> {
  const { lines, clock } = composed;
  const [asks, grants] = [await accountNamed(composed, ASKS), await accountNamed(composed, GRANTS)];
  const requestId = await asThemselves(composed, asks.account_id, async (tx) => {
    const bodyId = await bodyByCode(tx, SOURCE, clock.today());
    if (!bodyId) throw new Error(`no body ${SOURCE}`);
    const [earlier] = await requestsOf(tx, bodyId, 1);
    if (earlier) return earlier.requestId;
    const made = await askLine(
      tx,
      lines,
      { accountId: asks.account_id, name: asks.name },
      {
        bodyId,
        kind: 'enrol',
        reason: 'Phần mềm nhân sự của bệnh viện gửi thay đổi hằng ngày (dữ liệu mẫu)',
        source: SOURCE,
        kid: `${SOURCE}-1`,
        publicKey: aPublicKey(),
        carrier: 'x-road',
        name: MEMBER,
      },
    );
    if (!made.ok) throw new Error(made.problems[0]!.title.en);
    return made.value.id;
  });
  await asThemselves(composed, grants.account_id, async (tx) => {
    const asked = await readRequest(tx, requestId);
    if (asked?.state !== 'asked') return;
    const by = { accountId: grants.account_id, name: grants.name };
    const decided = await decideLine(tx, lines, by, asked, { grants: true, reason: '' });
    if (!decided.ok) throw new Error(decided.problems[0]!.title.en);
  });
}
