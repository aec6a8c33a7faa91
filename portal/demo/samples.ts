/** Addresses of the demo's sample workbooks. */
export const SAMPLES = (['clean', 'dirty', 'old'] as const).map((name) => ({ name, address: `/demo/workbooks/${name}.xlsx` }));
