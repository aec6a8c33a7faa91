/** "Duyệt trước khi gửi": the dated setting of a body by which its head approves what is sent. Decision 0042. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import type { Sender } from './needs.ts';
import { sendingRuleDay, sendingRuleReason, sendingRuleSame } from './problems.ts';

export interface SendingRule {
  readonly bodyId: string;
  readonly approval: boolean;
  readonly validFrom: PlainDate;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Instant;
}

/** Does this body want what it sends at this instant to be approved first? */
export async function needsApproval(tx: Tx, bodyId: string, at: Instant): Promise<boolean> {
  const [row] = await tx.query<{ needed: boolean }>('select sending_needs_approval($1, $2) as needed', [bodyId, at]);
  return row!.needed;
}

/** Every rule that these bodies were ever given, the newest first. */
export async function sendingRulesOf(tx: Tx, bodyIds: readonly string[]): Promise<ReadonlyMap<string, readonly SendingRule[]>> {
  const rows = await tx.query<SendingRule>(
    `select body_id as "bodyId", approval, valid_from as "validFrom", reason, set_name as "setBy", set_at as "setAt"
       from sending_rule where body_id = any ($1::uuid[]) order by body_id, rule_no desc`,
    [bodyIds],
  );
  return Map.groupBy(rows, (row) => row.bodyId);
}

/** Of the rules of a body, the newest first, the one that holds on a day; null: none was set. */
export const ruleOn = (rules: readonly SendingRule[], day: PlainDate): SendingRule | null =>
  rules.find(({ validFrom }) => validFrom <= day) ?? null;

export interface SetRule {
  readonly bodyId: string;
  readonly approval: boolean;
  readonly from: PlainDate;
  readonly reason: string;
}

/**
 * Sets whether a body's sending is approved, from a day, in the caller's transaction (`acting`).
 * Fails with E-SENDING-RULE-DAY, E-SENDING-RULE-REASON, E-SENDING-RULE-SAME.
 */
export async function setSendingRule(tx: Tx, needs: AuditNeeds, who: Sender, asked: SetRule): Promise<Result<undefined>> {
  const today = needs.clock.today();
  const reason = cleanText(asked.reason).text;
  if (!isPlainDate(asked.from) || asked.from < today) return refused(sendingRuleDay());
  if (reason === '') return refused(sendingRuleReason());
  // Two at the same second would take the same number, and the later one not see what the earlier one said.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sending-rule:${asked.bodyId}`]);
  const rules = (await sendingRulesOf(tx, [asked.bodyId])).get(asked.bodyId) ?? [];
  // A change that is still to come counts as what stands: setting the same again would say nothing.
  if ((ruleOn(rules, asked.from)?.approval ?? false) === asked.approval) return refused(sendingRuleSame({ from: asked.from }));
  await tx.query(
    `insert into sending_rule (body_id, rule_no, approval, valid_from, reason, set_by, set_identity, set_name, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      asked.bodyId,
      rules.length + 1,
      asked.approval,
      asked.from,
      reason,
      who.accountId,
      Buffer.from(who.identity, 'hex'),
      who.name,
      needs.clock.now(),
    ],
  );
  await recordAct(tx, needs, {
    act: 'sending.changed',
    purpose: 'ADMINISTER',
    bodyId: asked.bodyId,
    objectId: asked.bodyId,
    payload: { approval: asked.approval, from: asked.from, reason },
  });
  return ok(undefined);
}
