/** A report as anybody may read it: published by a second person, rounded by the rules of the day, never so near to one before that the difference would tell of few. */
import { recordAct } from '#authority/audit/record.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { disclosureRulesOn, publishedTable, tooNear } from './disclosure.ts';
import { definitionOfValue, sha256Of } from './make.ts';
import type { ReportNeeds } from './make.ts';
import { reportNotOfCatalogue, reportPublishOwn, reportPublished, reportTooNear, reportUnknown } from './problems.ts';
import type { PublishedReport, PublishedValue, ReportValue } from './shapes.ts';
import { addPublished, isOwnReport, publishedBefore, publishedByNumber } from './store.ts';
import type { KeptPublished, KeptReport } from './store.ts';

/** Refusals: E-REPORT-NOT-OF-CATALOGUE, E-REPORT-PUBLISH-OWN, E-REPORT-PUBLISHED, E-REPORT-UNKNOWN (what it revises), E-REPORT-TOO-NEAR. */
export async function publishReport(
  tx: Tx,
  needs: ReportNeeds,
  kept: KeptReport,
  { revises, reason }: { readonly revises?: string | undefined; readonly reason?: string | undefined },
): Promise<Result<PublishedReport>> {
  const value = JSON.parse(kept.content) as ReportValue;
  const definition = definitionOfValue(value);
  if (value.where.length > 0) return refused(reportNotOfCatalogue());
  if (await isOwnReport(tx, kept.number)) return refused(reportPublishOwn());
  if (await publishedByNumber(tx, kept.number)) return refused(reportPublished({ number: kept.number }));
  if ((revises === undefined) !== (reason === undefined) || (revises !== undefined && !(await publishedByNumber(tx, revises))))
    return refused(reportUnknown({ number: revises ?? '' }));
  const rules = disclosureRulesOn(needs.clock.today());
  for (const before of await publishedBefore(tx, kept)) {
    const near = tooNear((JSON.parse(before.content) as ReportValue).rows, value.rows, rules);
    if (near.length > 0)
      return refused(
        reportTooNear({
          number: before.number,
          body: near[0] === '*' ? value.body.name : near[0]!,
          min: String(rules.apartMin),
          max: String(rules.apartMax),
        }),
      );
  }
  const wheres = definition.columns.map(({ where }) => where.filter((one) => 'of' in one));
  const content: PublishedValue = {
    number: kept.number,
    definition: value.definition,
    version: value.version,
    body: value.body,
    validOn: value.validOn,
    treeOn: value.treeOn,
    policy: rules.version,
    base: rules.base,
    ...publishedTable(value, wheres, rules),
  };
  const text = canonicalJson(content);
  const made: KeptPublished = {
    number: kept.number,
    at: needs.clock.now(),
    content: text,
    sha256: sha256Of(text),
    revises: revises ?? null,
    reason: reason ?? null,
    revisedBy: null,
  };
  await addPublished(tx, made);
  await recordAct(tx, needs, {
    act: 'report.published',
    purpose: 'STATISTICS',
    bodyId: kept.bodyId,
    objectId: kept.id,
    payload: { number: kept.number, sha256: made.sha256, policy: rules.version, revises: made.revises, reason: made.reason },
  });
  return ok(shownPublished(made));
}

export function shownPublished({ at, content, sha256, revises, reason, revisedBy }: KeptPublished): PublishedReport {
  const value = JSON.parse(content) as PublishedValue;
  const { title, columns } = definitionOfValue(value);
  return { at, title, columns: columns.map(({ key, label }) => ({ key, label })), value, sha256, revises, reason, revisedBy };
}
