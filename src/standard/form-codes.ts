/** Codes of the forms that a record is printed in; what each holds: `forms.ts`. Apart, so that a page need not load the dictionary for two names. */
export const FORM_CODES = ['2c-bnv-2008', 'hs02-vc-bnv'] as const;
export type FormCode = (typeof FORM_CODES)[number];
