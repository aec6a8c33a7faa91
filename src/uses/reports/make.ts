/** Makes the value of a report, signs and keeps it, and runs a kept one again. */
import { createHash } from 'node:crypto';
import { CompactSign } from 'jose';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { listsKnownAt } from '#authority/code-lists/editions.ts';
import { activeKey } from '#authority/keys/store.ts';
import { treeOn as treeOfDay } from '#authority/organisations/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Chance } from '#base/chance.ts';
import { settledPoint, settledTx } from '#base/database/settled.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { shortNumber } from '#base/short-number.ts';
import { dayText } from '#base/vietnamese/time-text.ts';
import { DICTIONARY_VERSION } from '#standard/dictionary.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { askable } from './conditions.ts';
import { definitionOf, definitionsOn, populationOf } from './definitions.ts';
import type { Definition } from './definitions.ts';
import { differencesOf } from './difference.ts';
import { askedBy } from './law-conditions.ts';
import { reportBodyGone, reportDefinitionUnknown, reportFutureDay, reportNobody } from './problems.ts';
import type { ReportAgain, ReportAsked, ReportCondition, ReportValue } from './shapes.ts';
import { addReport, causesBetween, countCells } from './store.ts';
import type { Counting, KeptReport } from './store.ts';
import { tableOf } from './table.ts';

export interface ReportNeeds extends AuditNeeds {
  readonly keys: Keys;
  readonly chance: Chance;
}

export const sha256Of = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** Figures at a settled point. The point MUST be settled, the days not in the future. E-REPORT-BODY-GONE. */
async function valueAt(
  tx: Tx,
  definition: Definition,
  where: readonly ReportCondition[],
  counting: Counting,
  dictionary: string,
): Promise<Result<ReportValue>> {
  const { bodyId, validOn, treeOn, knownAt } = counting;
  const tree = await treeOfDay(tx, treeOn, knownAt);
  const body = tree.find((one) => one.bodyId === bodyId);
  if (!body) return refused(reportBodyGone({ day: dayText(treeOn) }));
  const lists = await listsKnownAt(tx, knownAt);
  const [columns, population] = judgedBy(lists, () => [
    definition.columns.map((column) => askedBy(column.where, validOn)),
    askedBy(populationOf(definition, where), validOn),
  ]);
  const counts = await countCells(tx, counting, columns, population);
  const former = validOn === treeOn ? tree : await treeOfDay(tx, validOn, knownAt);
  const { rows, total } = tableOf(tree, bodyId, counts, new Map(former.map((one) => [one.bodyId, one])), columns.length);
  return ok({
    definition: definition.id,
    version: definition.version,
    where: [...where],
    body: { id: bodyId, code: body.code, name: body.name },
    validOn,
    treeOn,
    knownAt,
    dictionary,
    lists: lists.hash,
    rows,
    total,
  });
}

/**
 * Makes, signs and keeps a report. MUST run under the session of who asks, who may `reports.make` over the body.
 * Refusals: E-REPORT-CONDITION, E-REPORT-DEFINITION-UNKNOWN, E-REPORT-FUTURE-DAY, E-KNOWN-AT-NOT-SETTLED, E-REPORT-BODY-GONE, E-REPORT-NOBODY.
 */
export async function makeReport(tx: Tx, needs: ReportNeeds, asked: ReportAsked): Promise<Result<KeptReport>> {
  const today = needs.clock.today();
  const where = askable(asked.where ?? []);
  if (!where.ok) return where;
  const definition = definitionsOn(today).find(({ id }) => id === asked.definition);
  if (!definition) return refused(reportDefinitionUnknown({ definition: asked.definition }));
  const validOn = asked.validOn ?? today;
  const treeOn = asked.treeOn ?? validOn;
  for (const day of [validOn, treeOn]) if (day > today) return refused(reportFutureDay({ day: dayText(day), today: dayText(today) }));
  const point = await settledPoint(tx, asked.knownAt);
  if (!point.ok) return point;
  const knownAt = point.value ?? (await settledTx(tx));
  const value = await valueAt(tx, definition, where.value, { bodyId: asked.bodyId, validOn, treeOn, knownAt }, DICTIONARY_VERSION);
  if (!value.ok) return value;
  if (value.value.total[0] === 0) return refused(reportNobody({ day: dayText(validOn) }));
  return ok(await keep(tx, needs, value.value));
}

async function keep(tx: Tx, needs: ReportNeeds, value: ReportValue): Promise<KeptReport> {
  const at = needs.clock.now();
  const number = shortNumber(needs.chance, 'BC');
  const content = canonicalJson(value);
  const sha256 = sha256Of(content);
  const { kid, privateKey } = await activeKey(tx, needs.keys, { purpose: 'attestation', bodyId: value.body.id }, at);
  const said = canonicalJson({ number, at, definition: value.definition, version: value.version, bodyName: value.body.name, sha256 });
  const jws = await new CompactSign(Buffer.from(said)).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'report+jws' }).sign(privateKey);
  const kept: KeptReport = {
    id: needs.chance.uuid7(Date.parse(at)),
    number,
    definition: value.definition,
    bodyId: value.body.id,
    validOn: value.validOn,
    knownAt: value.knownAt,
    at,
    content,
    sha256,
    jws,
  };
  await addReport(tx, kept);
  await recordAct(tx, needs, {
    act: 'report.made',
    purpose: 'STATISTICS',
    bodyId: kept.bodyId,
    objectId: kept.id,
    payload: {
      number,
      sha256,
      definition: value.definition,
      version: value.version,
      validOn: value.validOn,
      treeOn: value.treeOn,
      knownAt: value.knownAt,
    },
  });
  return kept;
}

/** What a kept report is of. Throws where its definition is none of this program's: definitions are never taken out. */
export function definitionOfValue({ definition, version }: Pick<ReportValue, 'definition' | 'version'>): Definition {
  const found = definitionOf(definition, version);
  if (!found) throw new Error(`a report of ${definition} version ${version}, which this program does not have`);
  return found;
}

/** Runs a kept report again: as it was known at its point, or as it is known now. The kept value stays as it is. E-REPORT-BODY-GONE. */
export async function runAgain(tx: Tx, needs: ReportNeeds, kept: KeptReport, as: ReportAgain['as']): Promise<Result<ReportAgain>> {
  const before = JSON.parse(kept.content) as ReportValue;
  const definition = definitionOfValue(before);
  const counting = { bodyId: before.body.id, validOn: before.validOn, treeOn: before.treeOn, knownAt: before.knownAt };
  const knownAt = as === 'then' ? before.knownAt : await settledTx(tx);
  const value = await valueAt(tx, definition, before.where, { ...counting, knownAt }, before.dictionary);
  if (!value.ok) return value;
  const sha256 = sha256Of(canonicalJson(value.value));
  const differences = differencesOf(before, value.value, definition.columns);
  const isOther = as === 'now' || sha256 !== kept.sha256;
  const causes = isOther
    ? { ...(await causesBetween(tx, counting, as === 'now' ? knownAt : await settledTx(tx))), lists: value.value.lists !== before.lists }
    : null;
  await recordAct(tx, needs, {
    act: 'report.asked-again',
    purpose: 'STATISTICS',
    bodyId: kept.bodyId,
    objectId: kept.id,
    payload: { number: kept.number, as, knownAt, sha256, same: sha256 === kept.sha256, differences: differences.length },
  });
  return ok({ as, knownAt, sha256, same: as === 'then' ? sha256 === kept.sha256 : differences.length === 0, differences, causes });
}
