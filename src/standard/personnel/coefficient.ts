/** Coefficients are decimal text with two places; sums of them are whole ten-thousandths, so that no figure is ever a fraction of two. Pure. */

/** "4.98" → 49800. */
export const tenThousandths = (text: string): number => Math.round(Number(text) * 10_000);

/** 55278 → "5.5278"; with two places, half up: "5.53". */
export const fourPlaces = (value: number): string => `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`;
export const twoPlaces = (value: number): string => {
  const hundredths = Math.floor((value + 50) / 100);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
};

/** So many percent of a coefficient, in ten-thousandths. */
export const percentOf = (text: string, percent: number): number => Math.round(Number(text) * 100) * percent;
