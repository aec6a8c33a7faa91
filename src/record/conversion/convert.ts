/** Converts a record, and makes its paper again: both from what was known at a settled point, confirmed parts alone. */
import { createHash } from 'node:crypto';
import { CompactSign } from 'jose';
import { recordAct } from '#authority/audit/record.ts';
import { activeKey } from '#authority/keys/store.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import { settledTx } from '#base/database/settled.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { shortNumber } from '#base/short-number.ts';
import { nationalIdOf, openRecord } from '#record/register/read.ts';
import type { ReadNeeds, RecordPage } from '#record/register/read.ts';
import { portraitIn } from '#record/register/portrait.ts';
import type { Keys } from '#base/sealing.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { formOf } from '#standard/forms.ts';
import type { FormCode } from '#standard/form-codes.ts';
import { confirmedPart, convertedText } from './confirmed.ts';
import type { ConfirmedPart } from './confirmed.ts';
import { conversionOtherContent, nothingConfirmed } from './problems.ts';
import type { ConversionContent } from './shapes.ts';
import { addConversion, hasChangedSince } from './store.ts';
import type { KeptConversion } from './store.ts';

export interface ConversionNeeds extends ReadNeeds {
  readonly keys: Keys;
}

const EVERY_FIELD: ReadonlySet<string> = new Set(FIELDS.map(({ key }) => key));
const BLINDING_BYTES = 32;
/** Without a confirmed name a paper is of nobody. */
const NAME = 'hoTenKhaiSinh';

const digestOf = (blinding: Uint8Array, text: string): string => createHash('sha256').update(blinding).update(text).digest('hex');

interface Opened {
  readonly page: RecordPage;
  readonly part: ConfirmedPart;
  readonly nationalId: string;
}

/** The opening is a reading of its own, with the number of the paper. */
async function opened(
  tx: Tx,
  needs: ConversionNeeds,
  personId: string,
  how: {
    readonly roles: readonly string[];
    readonly form: FormCode;
    readonly number: string;
    readonly validOn?: PlainDate;
    readonly knownAt?: number;
  },
): Promise<Result<Opened>> {
  const { roles, form, number, validOn, knownAt } = how;
  const page = await openRecord(tx, needs, personId, {
    roles,
    unmasked: EVERY_FIELD,
    validOn,
    knownAt,
    reading: { act: 'export.made', provision: 'confirmation', payload: { form, print: number } },
  });
  if (!page.ok) return page;
  return ok({ page: page.value, part: confirmedPart(page.value.groups), nationalId: (await nationalIdOf(tx, needs.keys, personId)) ?? '' });
}

/**
 * MUST run under the session of an officer of the managing body.
 * Refusals: E-KNOWN-AT-NOT-SETTLED (somebody's change of this second is not settled yet) and those of `openRecord` leave no viewing; E-CONVERSION-NOTHING leaves one,
 * for the record was opened to find that nothing of it is confirmed.
 */
export async function convertRecord(
  tx: Tx,
  needs: ConversionNeeds,
  personId: string,
  { form, roles }: { readonly form: FormCode; readonly roles: readonly string[] },
): Promise<Result<KeptConversion>> {
  const number = shortNumber(needs.chance, 'BG');
  const settled = await settledTx(tx);
  // Before anything is opened: who is told to wait has seen nobody.
  if (await hasChangedSince(tx, personId, settled)) return refused(knownAtNotSettled({ settled }));
  const found = await opened(tx, needs, personId, { roles, form, number, knownAt: settled });
  if (!found.ok) return found;
  const { page, part, nationalId } = found.value;
  if (!part.groups.some(({ fields }) => fields.some(({ key }) => key === NAME))) return refused(nothingConfirmed());
  const at: Instant = needs.clock.now();
  const body = (await bodiesOn(tx, [page.bodyId], page.validOn)).get(page.bodyId);
  const blinding = needs.chance.bytes(BLINDING_BYTES);
  const content: ConversionContent = {
    number,
    form,
    formName: formOf(form).name,
    bodyCode: body?.code ?? '',
    bodyName: body?.name ?? '',
    at,
    dataOf: page.validOn,
    digest: digestOf(blinding, convertedText(nationalId, part)),
  };
  const text = canonicalJson(content);
  const { kid, privateKey } = await activeKey(tx, needs.keys, { purpose: 'attestation', bodyId: page.bodyId }, at);
  const jws = await new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'conversion+jws' }).sign(privateKey);
  const kept: KeptConversion = {
    personId,
    number,
    bodyId: page.bodyId,
    form,
    at,
    dataOf: page.validOn,
    knownAt: page.knownAt,
    revision: page.version,
    leftOut: part.leftOut,
    blinding,
    content: text,
  };
  await addConversion(tx, { ...kept, jws });
  await recordAct(tx, needs, {
    act: 'record.converted',
    purpose: 'CONSULT',
    bodyId: page.bodyId,
    objectId: personId,
    payload: { number, form, digest: content.digest, dataOf: page.validOn, knownAt: page.knownAt, leftOut: part.leftOut },
  });
  return ok(kept);
}

export interface ConvertedPage {
  readonly content: ConversionContent;
  readonly name: string;
  readonly nationalId: string;
  readonly groups: ConfirmedPart['groups'];
  /** SHA-256 of the confirmed picture; null when there is none */
  readonly portrait: string | null;
}

/** What the paper shows, from the record as it was known then. E-CONVERSION-OTHER-CONTENT when that is not what was converted. */
export async function convertedPage(
  tx: Tx,
  needs: ConversionNeeds,
  kept: KeptConversion,
  roles: readonly string[],
): Promise<Result<ConvertedPage>> {
  const { personId, form, number, dataOf: validOn, knownAt } = kept;
  const found = await opened(tx, needs, personId, { roles, form, number, validOn, knownAt });
  if (!found.ok) return found;
  const { page, part, nationalId } = found.value;
  const content = JSON.parse(kept.content) as ConversionContent;
  if (digestOf(kept.blinding, convertedText(nationalId, part)) !== content.digest) return refused(conversionOtherContent({ number }));
  return ok({ content, name: page.name, nationalId, groups: part.groups, portrait: portraitIn(part.groups) });
}
