/**
 * A clerk's day and the officer's part of it by keyboard alone: the file of 602 mistakes, repairs on the screen, what is valid sent, one cell returned,
 * corrected, confirmed. At its end it prints keys and seconds a stage.
 */
import assert from 'node:assert/strict';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import type { FilledPerson } from '#doors/workbook/shapes.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import { DEMO_DAY, SETS, castOf, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { dirtyWorkbook } from '#start/demo/workbooks.ts';
import { keepsFocus, sitDownAtKeyboard } from './at-the-keyboard.ts';
import type { Keyboard } from './at-the-keyboard.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { holds } from './browser-test.ts';

const CLERK = 'Cán bộ nhập liệu';
const OFFICER = 'Người có thẩm quyền xác nhận';
const DIRTY = '602 lỗi.xlsx';
const CORRECTED = 'Đã sửa.xlsx';
/** Kinds of mistakes that are mended on the screen, each by one key for many cells. */
const KINDS_MENDED = 3;
/** What is returned, and what it becomes. */
const FIELD = 'Lý luận chính trị';
const THEORY = { key: 'lyLuanChinhTri', was: 'TC', will: 'CC' };

type Desk = Seat & { readonly keyboard: Keyboard };
interface Stage {
  readonly name: string;
  readonly keys: number;
  readonly seconds: number;
}

const heading = ({ page }: Keyboard, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

async function signIn(keyboard: Keyboard, address: string, role: string): Promise<void> {
  const { page } = keyboard;
  await page.goto(address);
  await keyboard.enter(page.getByRole('link', { name: 'Xem thử với vai trò mẫu' }));
  await heading(keyboard, 'Chọn vai trò để xem thử');
  await keyboard.enter(page.locator('a.card', { hasText: role }).first());
  const agree = page.getByRole('button', { name: 'Đồng ý và đăng nhập' });
  await agree.waitFor();
  await keyboard.enter(agree);
  await heading(keyboard, 'Việc của tôi');
}

/** From the menu to the newest in the queue whom the population database knows as they were sent: of those who were sent together anybody may come first. @returns their name */
async function opensNewest(keyboard: Keyboard): Promise<string> {
  const { page } = keyboard;
  await keyboard.enter(page.getByRole('navigation').getByRole('link', { name: 'Chờ xác nhận' }));
  await heading(keyboard, 'Hồ sơ chờ xác nhận');
  const order = page.getByLabel('Sắp xếp', { exact: true });
  await order.waitFor();
  if ((await order.inputValue()) !== 'newest') {
    await keyboard.reach(order);
    await keyboard.press('ArrowDown');
  }
  await holds(async () => assert.match(page.url(), /newest/));
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await keyboard.press('Escape');
  const first = page.locator('tbody tr').filter({ hasText: /Khớp/ }).first().getByRole('link');
  await keyboard.reach(first);
  const name = (await first.innerText()).trim();
  await keyboard.press('Enter');
  await heading(keyboard, `Xác nhận: ${name}`);
  return name;
}

/** The person alone, the returned cell as it is to be. */
async function correctedFile(name: string): Promise<Uint8Array> {
  const { bodyCode, count, set } = SETS.dirty;
  const bodyName = castOf().find(({ code }) => code === bodyCode)?.name ?? '';
  const rows: FilledPerson[] = newPeople(bodyCode, count, set, DEMO_DAY)
    .filter(({ document }) => String((document.B as Record<string, unknown>)['hoTenKhaiSinh']) === name)
    .map((person) => cellsOf(person.nationalId, person.document))
    .map(({ hoSo, sections }) => ({
      hoSo: { ...hoSo, [THEORY.key]: hoSo[THEORY.key] === THEORY.will ? THEORY.was : THEORY.will },
      sections,
    }));
  assert.ok(rows.length > 0, name);
  return fillTemplate(await makeTemplate({ bodyCode, bodyName, issuedOn: DEMO_DAY }), rows);
}

/** On the page of a last look: every answer that is asked for, and the button. */
async function answersAndSends(keyboard: Keyboard): Promise<void> {
  await heading(keyboard, 'Xem lại và gửi xác nhận');
  const form = keyboard.page.locator('form#gui');
  for (const box of await form.getByRole('checkbox').all()) {
    await keyboard.reach(box);
    await keyboard.press('Space');
  }
  await keyboard.enter(form.getByRole('button', { name: 'Gửi xác nhận', exact: true }));
  await heading(keyboard, /^Biên nhận BN-/);
}

/** @param step  of the journey that has the product open; @param write  where the figures go */
export function dayByKeyboard(
  step: (name: string, work: () => Promise<void>) => void,
  premises: () => Premises,
  write: (line: string) => void,
): void {
  const stages: Stage[] = [];
  let clerk: Desk;
  let officer: Desk;
  const left = { name: '' };
  const stage = (name: string, who: () => Promise<Desk>, work: (keyboard: Keyboard) => Promise<void>): void =>
    step(`by keyboard: ${name}`, async () => {
      const { keyboard } = await who();
      const [keys, startedMs] = [keyboard.keys(), performance.now()];
      await work(keyboard);
      stages.push({ name, keys: keyboard.keys() - keys, seconds: (performance.now() - startedMs) / 1000 });
    });
  const asClerk = async (): Promise<Desk> => (clerk ??= await sitDownAtKeyboard(premises()));
  const asOfficer = async (): Promise<Desk> => (officer ??= await sitDownAtKeyboard(premises()));

  stage('the clerk signs in', asClerk, (keyboard) => signIn(keyboard, premises().product.address, CLERK));

  stage('uploads the file of 602 mistakes', asClerk, async (keyboard) => {
    const { page } = keyboard;
    await keyboard.enter(page.getByRole('navigation').getByRole('link', { name: 'Tải tệp lên' }));
    await heading(keyboard, 'Tải tệp lên');
    await keyboard.chooseFile(page.getByRole('button', { name: 'Chọn tệp', exact: true }), DIRTY, await dirtyWorkbook());
    await keyboard.enter(page.getByRole('button', { name: 'Tải lên và kiểm tra' }));
    await heading(keyboard, DIRTY);
    await page.getByRole('heading', { name: 'Lỗi theo cách sửa' }).waitFor();
  });

  stage('repairs on the screen', asClerk, async (keyboard) => {
    const { page } = keyboard;
    const kind = page.getByRole('tab', { selected: true });
    const certain = page.getByRole('region', { name: 'Gợi ý chắc chắn, theo giá trị' }).getByRole('button', { name: /^Áp dụng/ });
    await keyboard.reach(kind);
    const kinds = await page.getByRole('tab').count();
    for (let mended = 0, at = 0; mended < KINDS_MENDED; at++) {
      assert.ok(at < kinds, 'kinds with certain suggestions');
      await page.getByRole('tabpanel').locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      if ((await certain.count()) > 0) {
        await keyboard.reach(certain);
        // Idle while what was applied before is being checked.
        await holds(async () => assert.equal(await certain.first().getAttribute('aria-disabled'), null));
        await keyboard.press('Enter');
        await page.getByRole('button', { name: 'Đã áp dụng' }).first().waitFor();
        await keepsFocus(page, 'after suggestions were applied');
        await keyboard.back(kind);
        mended++;
      }
      await keyboard.press('ArrowDown');
    }
  });

  stage('sends what is valid', asClerk, async (keyboard) => {
    const { page } = keyboard;
    const review = page.getByRole('link', { name: 'Xem lại và gửi xác nhận phần hợp lệ' });
    await keyboard.back(review);
    await keyboard.press('Enter');
    await answersAndSends(keyboard);
  });

  stage('the officer signs in', asOfficer, (keyboard) => signIn(keyboard, premises().product.address, OFFICER));

  stage('returns one cell and accepts the rest', asOfficer, async (keyboard) => {
    const { page } = keyboard;
    left.name = await opensNewest(keyboard);
    await keyboard.press('a');
    const group = page.getByRole('group', { name: 'Quyết định cho nhóm Trình độ' }).first();
    await keyboard.reach(group.getByRole('radio', { checked: true }));
    await keyboard.press('ArrowRight');
    await keyboard.reach(page.getByRole('checkbox', { name: `Trả lại ô ${FIELD}` }));
    await keyboard.press('Space');
    await keyboard.reach(page.getByLabel('Lý do trả lại'));
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('s');
    await page.getByText('Đã ghi quyết định').waitFor();
    await keepsFocus(page, 'after the signature');
  });

  stage('the clerk corrects what was returned', asClerk, async (keyboard) => {
    const { page } = keyboard;
    await keyboard.enter(page.getByRole('link', { name: 'Xem trang hồ sơ' }));
    await heading(keyboard, DIRTY);
    await page.locator('[data-returned]').first().waitFor();
    const opener = page.getByRole('button', { name: 'Tải tệp đã sửa lên' });
    await keyboard.enter(opener);
    const dialog = page.getByRole('dialog');
    await keyboard.chooseFile(dialog.getByRole('button', { name: 'Chọn tệp', exact: true }), CORRECTED, await correctedFile(left.name));
    await keyboard.enter(dialog.getByRole('button', { name: 'Tải lên và kiểm tra' }));
    await heading(keyboard, CORRECTED);
    await keepsFocus(page, 'after the dialogue was closed');
    await keyboard.enter(page.getByRole('link', { name: /^Xem lại và gửi/ }));
    await answersAndSends(keyboard);
  });

  stage('the officer confirms it', asOfficer, async (keyboard) => {
    const { page } = keyboard;
    assert.equal(await opensNewest(keyboard), left.name);
    await keyboard.press('a');
    await keyboard.press('s');
    await page.getByText('Đã ghi quyết định').waitFor();
  });

  step('by keyboard: no pointer was used, nothing was complained of; the figures', async () => {
    assert.deepEqual([...clerk.complaints, ...officer.complaints], []);
    for (const { name, keys, seconds } of stages) write(`${name}: ${keys} keys, ${seconds.toFixed(1)} s`);
    const [keys, seconds] = [stages.reduce((sum, one) => sum + one.keys, 0), stages.reduce((sum, one) => sum + one.seconds, 0)];
    write(`the day by keyboard: ${keys} keys, ${seconds.toFixed(1)} s`);
    await Promise.all([clerk.context.close(), officer.context.close()]);
  });
}
