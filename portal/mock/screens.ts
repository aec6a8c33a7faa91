/** Every screen, as the folders tell how to come to them. Used by the browser checks and by `shots.ts`. */
import type { Page } from 'playwright-core';
import { examples } from './example.ts';
import type { Shown } from './example.ts';

/** Comes to a screen whose address is open already. */
export async function arrive(page: Page, { press = [], ready }: Shown, timeout = 10_000): Promise<void> {
  for (const selector of press) await page.click(selector, { timeout });
  await page.waitForSelector(ready, { timeout });
}

export const SCREENS: readonly Shown[] = (await examples()).flatMap(({ shown }) => shown);
