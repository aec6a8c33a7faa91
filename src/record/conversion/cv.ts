/**
 * Makes an e-CV (sơ yếu lý lịch điện tử, NĐ 27/2026/NĐ-CP Điều 17) and gives it again, byte for byte: always from confirmed facts, as known at a settled
 * point. No copy is kept: the row holds who, when, the point and the signature, and the text is made from the register each time. Decision 0102.
 */
import { CompactSign } from 'jose';
import { recordAct } from '#authority/audit/record.ts';
import { activeKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Given } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { shortNumber } from '#base/short-number.ts';
import { DICTIONARY_VERSION } from '#standard/dictionary.ts';
import { portraitIn } from '#record/register/portrait.ts';
import type { ConfirmedPart } from './confirmed.ts';
import { cvDocument } from './cv-document.ts';
import { CV_FORM } from './cv-shapes.ts';
import type { Cv, CvDocument, SignedCv } from './cv-shapes.ts';
import { BLINDING_BYTES, digestOf, openConfirmed, openSettled } from './from-register.ts';
import type { ConversionNeeds, Taker } from './from-register.ts';
import { conversionOtherContent } from './problems.ts';
import type { ConversionContent } from './shapes.ts';
import { addConversion } from './store.ts';
import type { KeptConversion } from './store.ts';

export interface CvNeeds extends ConversionNeeds {
  /** it says that the people are invented */
  readonly demo: boolean;
}

const NAME_OF_FORM = 'Sơ yếu lý lịch điện tử';
const TYP = 'cv+jws';

/** What an officer's or the own page shows of one that was made. */
export function cvShown({ number, at, content, dataOf, revision, leftOut }: KeptConversion): Cv {
  return { number, at, bodyName: (JSON.parse(content) as ConversionContent).bodyName, dataOf, revision, leftOut };
}

/** MUST run under the session of an officer of the managing body, or of the person. Refusals: those of `openSettled`. */
export async function makeCv(tx: Tx, needs: CvNeeds, personId: string, taker: Taker): Promise<Result<KeptConversion>> {
  const number = shortNumber(needs.chance, 'SY');
  const found = await openSettled(tx, needs, personId, { ...taker, payload: { cv: number } });
  if (!found.ok) return found;
  const { page, nationalId, body } = found.value;
  const at: Instant = needs.clock.now();
  const managing = { id: page.bodyId, ...body };
  const said = cvDocument(page, { number, nationalId, body: managing, at, demo: needs.demo, dictionary: DICTIONARY_VERSION });
  const document = canonicalJson(said);
  const leftOut = said.leftOut.components;
  const blinding = needs.chance.bytes(BLINDING_BYTES);
  const content: ConversionContent = {
    number,
    form: CV_FORM,
    formName: NAME_OF_FORM,
    bodyCode: body.code,
    bodyName: body.name,
    at,
    dataOf: page.validOn,
    digest: digestOf(blinding, document),
    dictionary: DICTIONARY_VERSION,
  };
  const text = canonicalJson(content);
  const { kid, privateKey } = await activeKey(tx, needs.keys, { purpose: 'attestation', bodyId: page.bodyId }, at);
  const sign = (signed: string, typ: string): Promise<string> =>
    new CompactSign(Buffer.from(signed)).setProtectedHeader({ alg: 'EdDSA', kid, typ }).sign(privateKey);
  const jws = await sign(text, 'conversion+jws');
  const [head, , signature] = (await sign(document, TYP)).split('.');
  const kept: KeptConversion = {
    personId,
    number,
    bodyId: page.bodyId,
    form: CV_FORM,
    at,
    dataOf: page.validOn,
    knownAt: page.knownAt,
    revision: page.version,
    leftOut,
    blinding,
    content: text,
    documentJws: `${head}..${signature}`,
  };
  await addConversion(tx, { ...kept, jws });
  await recordAct(tx, needs, {
    act: 'cv.made',
    purpose: 'CONSULT',
    ...taker.as,
    bodyId: page.bodyId,
    objectId: personId,
    payload: { number, digest: content.digest, dataOf: page.validOn, knownAt: page.knownAt, leftOut },
  });
  return ok(kept);
}

export interface TakenCv {
  readonly document: Given<CvDocument>;
  readonly signed: SignedCv;
  readonly groups: ConfirmedPart['groups'];
  /** SHA-256 of the confirmed picture; null when there is none */
  readonly portrait: string | null;
}

/** E-CONVERSION-OTHER-CONTENT when the register, or the words of a newer program, would say something else than what was signed. */
export async function takeCv(tx: Tx, needs: CvNeeds, kept: KeptConversion, taker: Taker): Promise<Result<TakenCv>> {
  const { personId, number, dataOf: validOn, knownAt, at } = kept;
  const found = await openConfirmed(tx, needs, personId, { ...taker, payload: { cv: number }, validOn, knownAt });
  if (!found.ok) return found;
  const { page, part, nationalId } = found.value;
  const said = JSON.parse(kept.content) as ConversionContent;
  const body = { id: kept.bodyId, code: said.bodyCode, name: said.bodyName };
  // The version it was signed under: a newer one that says nothing else of these fields changes nothing.
  const dictionary = said.dictionary ?? DICTIONARY_VERSION;
  const document = cvDocument({ ...page, version: kept.revision }, { number, nationalId, body, at, demo: needs.demo, dictionary });
  const text = canonicalJson(document);
  const [head, , signature] = (kept.documentJws ?? '').split('.');
  if (!head || !signature || digestOf(kept.blinding, text) !== said.digest) return refused(conversionOtherContent({ number }));
  const signed = { payload: Buffer.from(text).toString('base64url'), protected: head, signature };
  return ok({ document, signed, groups: part.groups, portrait: portraitIn(part.groups) });
}

/** The file that goes out: one JSON object, a line. */
export const cvFile = (signed: SignedCv): Uint8Array => Buffer.from(`${JSON.stringify(signed)}\n`);
