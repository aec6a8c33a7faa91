/**
 * A passkey in Chromium, on a device of the browser's own (the virtual authenticator of its protocol for developers): an administrator adds one, is asked for
 * it when an account is locked, leaves, is refused by the device, and verifies by the keyboard; the act goes on by itself.
 */
import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'playwright-core';
import { holdScreen, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { axeFindings } from './axe.ts';
import { holds } from './browser-test.ts';

const ADMINISTRATOR = 'Đặng Minh Tuấn';
const NAME = 'Máy tính ở bàn làm việc';

/** Whether it asks its holder for a finger, and gets the right one, is said to it. */
interface Device {
  readonly protocol: CDPSession;
  readonly authenticatorId: string;
}

export async function plugIn(page: Page): Promise<Device> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('WebAuthn.enable');
  const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { protocol, authenticatorId };
}

const verifies = ({ protocol, authenticatorId }: Device, isUserVerified: boolean): Promise<unknown> =>
  protocol.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
const question = (page: Page) => page.getByRole('dialog', { name: 'Xác thực bằng khóa truy cập' });

export function passkeySteps(step: (name: string, work: () => Promise<void>) => void, premises: () => Premises): void {
  let seat: Seat;
  let device: Device;

  step('an administrator adds a passkey: refused while the device does not verify its holder', async () => {
    seat = await sitDown(premises());
    const { page } = seat;
    device = await plugIn(page);
    await signInByClicks(page, premises().product.address, ADMINISTRATOR);
    await page.locator('header summary', { hasText: 'Tài khoản' }).click();
    await page.getByRole('link', { name: 'Khóa truy cập của tôi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Khóa truy cập của tôi' }).waitFor();
    await page.getByText('Anh/chị chưa có khóa truy cập nào').waitFor();
    await holdScreen(page, 'no passkey yet');
    await page.getByLabel('Tên khóa').fill(NAME);
    const add = page.getByRole('button', { name: 'Đăng ký trên thiết bị này' });
    await verifies(device, false);
    await add.click();
    await page.getByText('Thiết bị chưa xác thực').waitFor();
    await verifies(device, true);
    await add.click();
    await page.getByText('Đã thêm khóa truy cập.').waitFor();
    await page.getByRole('row', { name: NAME }).waitFor();
    await holdScreen(page, 'a passkey');
    const { credentials } = await device.protocol.send('WebAuthn.getCredentials', { authenticatorId: device.authenticatorId });
    assert.deepEqual(
      credentials.map(({ rpId }) => rpId),
      [new URL(page.url()).hostname],
    );
  });

  step('locking an account asks for it, and goes on once it answered; what comes next is not asked again', async () => {
    const { page } = seat;
    await page.getByRole('navigation').getByRole('link', { name: 'Tài khoản' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Khóa tài khoản/ }) });
    const name = (await row.first().getByRole('rowheader').innerText()).trim();
    const account = page.getByRole('row', { name });
    await account.getByRole('button', { name: /^Khóa tài khoản/ }).click();
    const lock = page.getByRole('dialog', { name: 'Khóa tài khoản' });
    const press = (): Promise<void> => lock.getByRole('button', { name: 'Khóa tài khoản' }).click();
    await press();
    await question(page).waitFor();
    // The act that waits keeps its button busy: the screen is not still, and is looked at all the same.
    await holds(async () => assert.deepEqual(await axeFindings(page), []));
    await page.keyboard.press('Escape');
    await lock.getByText('cần anh/chị xác thực lại bằng khóa truy cập').waitFor();
    await verifies(device, false);
    await press();
    await question(page).waitFor();
    await page.keyboard.press('Enter');
    await question(page).getByText('Thiết bị chưa xác thực').waitFor();
    await verifies(device, true);
    await page.keyboard.press('Enter');
    const unlock = account.getByRole('button', { name: /^Mở khóa/ });
    await unlock.waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await unlock.click();
    await account.getByRole('button', { name: /^Khóa tài khoản/ }).waitFor();
    assert.equal(await question(page).count(), 0);
    const refused = seat.complaints.filter((line) => line.includes('status of 403'));
    assert.equal(refused.length, 2, 'each of the two that were not verified was refused by the server');
    assert.deepEqual([seat.complaints.filter((line) => !refused.includes(line)), seat.elsewhere], [[], []]);
  });
}
