/** Converts a record, and makes its paper again: both from what was known at a settled point, confirmed parts alone. */
import { CompactSign } from 'jose';
import { recordAct } from '#authority/audit/record.ts';
import { activeKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { shortNumber } from '#base/short-number.ts';
import { portraitIn } from '#record/register/portrait.ts';
import { formOf } from '#standard/forms.ts';
import type { FormCode } from '#standard/form-codes.ts';
import { convertedText } from './confirmed.ts';
import type { ConfirmedPart } from './confirmed.ts';
import { BLINDING_BYTES, digestOf, openConfirmed, openSettled } from './from-register.ts';
import type { ConversionNeeds } from './from-register.ts';
import { conversionOtherContent } from './problems.ts';
import type { ConversionContent } from './shapes.ts';
import { addConversion } from './store.ts';
import type { KeptConversion, Paper } from './store.ts';

/** MUST run under the session of an officer of the managing body. Refusals: those of `openSettled`. */
export async function convertRecord(
  tx: Tx,
  needs: ConversionNeeds,
  personId: string,
  { form, roles }: { readonly form: FormCode; readonly roles: readonly string[] },
): Promise<Result<KeptConversion>> {
  const number = shortNumber(needs.chance, 'BG');
  const found = await openSettled(tx, needs, personId, { roles, payload: { form, print: number } });
  if (!found.ok) return found;
  const { page, part, nationalId, body } = found.value;
  const at: Instant = needs.clock.now();
  const blinding = needs.chance.bytes(BLINDING_BYTES);
  const content: ConversionContent = {
    number,
    form,
    formName: formOf(form).name,
    bodyCode: body.code,
    bodyName: body.name,
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
    documentJws: null,
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
export async function convertedPage(tx: Tx, needs: ConversionNeeds, kept: Paper, roles: readonly string[]): Promise<Result<ConvertedPage>> {
  const { personId, form, number, dataOf: validOn, knownAt } = kept;
  const found = await openConfirmed(tx, needs, personId, { roles, payload: { form, print: number }, validOn, knownAt });
  if (!found.ok) return found;
  const { page, part, nationalId } = found.value;
  const content = JSON.parse(kept.content) as ConversionContent;
  if (digestOf(kept.blinding, convertedText(nationalId, part)) !== content.digest) return refused(conversionOtherContent({ number }));
  return ok({ content, name: page.name, nationalId, groups: part.groups, portrait: portraitIn(part.groups) });
}
