/** Somebody who works by keyboard alone: keys are counted, a pointer is noticed, and what cannot be reached by Tab is not reached. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { holds } from './browser-test.ts';
import { sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';

/** Keys to one place of a page. More is no way that anybody would go. */
const TABS_MAX = 150;

/** Told to the console, which the journey holds to silence: a pointer was used. */
const NO_POINTER = `for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'dragstart'])
  addEventListener(kind, () => console.error('a pointer was used'), { capture: true });`;

export interface Keyboard {
  readonly page: Page;
  /** keys pressed until now */
  readonly keys: () => number;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Tab until it has the focus; by the link “skip to content” first, where that is offered. */
  reach(place: Locator): Promise<void>;
  /** Shift+Tab until it has the focus. */
  back(place: Locator): Promise<void>;
  /** Reaches it and presses Enter. */
  enter(place: Locator): Promise<void>;
  /** Enter on what opens the system's own dialogue, which is answered with this file. */
  chooseFile(opener: Locator, name: string, bytes: Uint8Array): Promise<void>;
}

/** A browser of their own, without a pointer. */
export async function sitDownAtKeyboard(premises: Premises): Promise<Seat & { readonly keyboard: Keyboard }> {
  const seat = await sitDown(premises);
  await seat.context.addInitScript(NO_POINTER);
  return { ...seat, keyboard: keyboardOf(seat.page) };
}

/** Where the focus stands, in words: for the message of a place that was not reached. */
const FOCUSED = `(() => { const one = document.activeElement; return one ? one.tagName + ' ' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 60) : ''; })()`;

function keyboardOf(page: Page): Keyboard {
  let pressed = 0;
  const press = async (key: string): Promise<void> => {
    pressed++;
    await page.keyboard.press(key);
  };
  const hasFocus = (place: Locator): Promise<boolean> => place.evaluate((one) => one === one.ownerDocument.activeElement);
  const reach = async (place: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    await place.first().waitFor();
    const way: string[] = [];
    for (let tabs = 0; tabs < TABS_MAX; tabs++) {
      if (await hasFocus(place.first())) return;
      await press(by);
      way.push(String(await page.evaluate(FOCUSED)));
      // The first Tab of a page is the way past its menu: whoever wants something of the content takes it.
      if (way.at(-1) === 'A Chuyển đến nội dung chính' && (await isWithinMain(place.first()))) await press('Enter');
    }
    assert.fail(`${String(place)} was not reached by ${TABS_MAX} Tabs: ${way.join(' → ')}`);
  };
  const enter = async (place: Locator): Promise<void> => {
    await reach(place);
    await press('Enter');
  };
  return {
    page,
    keys: () => pressed,
    press,
    type: async (text) => {
      pressed += text.length;
      await page.keyboard.type(text);
    },
    reach: (place) => reach(place),
    back: (place) => reach(place, 'Shift+Tab'),
    enter,
    chooseFile: async (opener, name, bytes) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), enter(opener)]);
      await chooser.setFiles({
        name,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(bytes),
      });
      await page.getByText(name).waitFor();
    },
  };
}

const isWithinMain = (place: Locator): Promise<boolean> =>
  place.evaluate((one) => one.closest('main') !== null && one.closest('dialog') === null);

/** The focus stands on something of the page: who works by keyboard has not been thrown back to its beginning. */
export const keepsFocus = (page: Page, after: string): Promise<void> =>
  holds(async () =>
    assert.equal(await page.evaluate('document.activeElement !== document.body && document.activeElement !== null'), true, after),
  );
