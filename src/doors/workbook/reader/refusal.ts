/** A file that is refused as a whole: a code and its parameters, thrown inside the child and sent to the parent as data. */

export class Refusal extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** A refusal that says why in a few words, in both languages. */
export const refusalFor = (code: string, vi: string, en: string): Refusal => new Refusal(code, { why: vi, whyEn: en });

/** XML that is not well-formed: another program might read it in another way, so nobody does. */
export const notWellFormed = (): Refusal => refusalFor('E-WORKBOOK-BROKEN', 'XML sai cú pháp', 'XML that is not well-formed');

/** @param form  names of elements and attributes, as they stand: they are the same in every language */
export const unknownForm = (form: string): Refusal => new Refusal('E-WORKBOOK-UNKNOWN-FORM', { form: form.slice(0, 100) });
