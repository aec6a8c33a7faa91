/** From screen to screen without loading anew. */
import type { Page } from 'playwright-core';

/** As a link of the portal does it. The screen before stays until the next one has come. */
export async function goOn(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate', { state: {} }));`,
  );
}
