/** Which part of a picture becomes the portrait. Pure. */
import { KEPT_SHARE_WARNED, LEAST_HEIGHT, LEAST_WIDTH, PORTRAIT_HEIGHT, PORTRAIT_WIDTH, RATIO_MAX, RATIO_MIN } from './limits.ts';
import type { Finding } from './image-head.ts';

export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Of a picture that is too tall, so much of what is cut off is cut above: on identity pictures the head stands in the upper part. */
const CUT_ABOVE = 1 / 3;

/**
 * The largest part of 3:4, in whole pixels, of a picture that stands upright: of one too wide the middle, of one too tall the upper part.
 * @returns the part, with warnings of what the sender should look at; or why there is none
 */
export function cropOf(width: number, height: number): { readonly crop: Crop; readonly warnings: Finding[] } | Finding {
  const ratio = width / height;
  if (ratio < RATIO_MIN || ratio > RATIO_MAX) return { code: 'E-PORTRAIT-RATIO', params: { width, height } };
  const wide = ratio > PORTRAIT_WIDTH / PORTRAIT_HEIGHT;
  const size = wide
    ? { width: Math.round((height * PORTRAIT_WIDTH) / PORTRAIT_HEIGHT), height }
    : { width, height: Math.round((width * PORTRAIT_HEIGHT) / PORTRAIT_WIDTH) };
  const whole = { width: Math.min(width, size.width), height: Math.min(height, size.height) };
  if (whole.width < LEAST_WIDTH || whole.height < LEAST_HEIGHT)
    return { code: 'E-PORTRAIT-TOO-SMALL', params: { width: whole.width, height: whole.height } };
  const warnings: Finding[] = [];
  const kept = (whole.width * whole.height) / (width * height);
  if (kept < KEPT_SHARE_WARNED) warnings.push({ code: 'E-PORTRAIT-CROPPED', params: { percent: Math.round((1 - kept) * 100) } });
  if (whole.width < PORTRAIT_WIDTH) warnings.push({ code: 'E-PORTRAIT-COARSE', params: { width: whole.width, height: whole.height } });
  return {
    crop: {
      left: Math.floor((width - whole.width) / 2),
      top: Math.floor((height - whole.height) * CUT_ABOVE),
      ...whole,
    },
    warnings,
  };
}
