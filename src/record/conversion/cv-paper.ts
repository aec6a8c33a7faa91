/** An e-CV as PDF: the items of the form in force for this kind of employee, with the signed JSON inside and the address of its check. */
import { afterCommit } from '#authority/access/frame.ts';
import type { BlobStore } from '#base/blob-store.ts';
import { ok } from '#base/problem.ts';
import { formPaper } from '#record/register/form-paper.ts';
import { formFor } from '#standard/forms.ts';
import { CV_FORM } from './cv-shapes.ts';
import { cvFile } from './cv.ts';
import type { TakenCv } from './cv.ts';

/** The kind of employee, by which the form is chosen. */
const KIND = 'loaiDoiTuong';
/** RFC 7515 §9.2.2. */
export const CV_MEDIA_TYPE = 'application/jose+json';

export const cvFileName = (number: string): string => `${CV_FORM}-${number}.json`;

/**
 * @param portrait   JPEG; null when there is none
 * @param publicUrl  address of this installation
 */
export function cvPaper(
  { document, signed, groups }: TakenCv,
  { portrait, publicUrl }: { readonly portrait: Uint8Array | null; readonly publicUrl: string },
): Promise<Uint8Array> {
  const { number, madeAt: at, dataOf, body, name, recordCode, demo, leftOut } = document;
  const kind = document.components.flatMap(({ fields }) => fields).find(({ key }) => key === KIND)?.value;
  const converted = {
    as: 'cv',
    number,
    bodyName: body.name,
    at,
    dataOf,
    checkAt: `${publicUrl}/ban-giay/${number}`,
    leftOut: leftOut.components,
  } as const;
  const carries = {
    name: cvFileName(number),
    mediaType: CV_MEDIA_TYPE,
    description: `Sơ yếu lý lịch điện tử ${number}, có chữ ký số`,
    at,
    bytes: cvFile(signed),
  };
  const form = formFor(typeof kind === 'string' ? kind : '', dataOf);
  return formPaper(form, { name, nationalId: recordCode, groups }, { number, at, demo, portrait, converted, carries });
}

/** The same as the answer of a route: made after the transaction, for it takes long. */
export const cvPdf = (needs: { readonly blobs: Pick<BlobStore, 'get'>; readonly publicUrl: string }, cv: TakenCv) =>
  afterCommit(async () => {
    const portrait = cv.portrait === null ? null : await needs.blobs.get(cv.portrait);
    return ok({ bytes: await cvPaper(cv, { portrait, publicUrl: needs.publicUrl }), name: `${cv.document.number}.pdf` });
  });
