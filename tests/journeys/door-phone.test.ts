/** A door asks a phone, in Chromium on both sides, at the real product: guard's browser, server, simulated wallet. Green with face, name and body; and what goes otherwise. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { CompactEncrypt, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { applyConfirmed } from '#record/register/apply.ts';
import { readPeople } from '#record/register/store.ts';
import type { GroupDocument } from '#standard/shapes.ts';
import { offerFor } from '#uses/card/offer.ts';
import { openPremises, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { axeFindings } from './axe.ts';
import { holds, journey } from './browser-test.ts';
import { qrInPicture } from './qr-in-picture.ts';

const DOOR = 'Cổng chính UBND phường Mẫu';
const SMALL = { width: 360, height: 780 };

let premises: Premises;
let phone: Seat;
let guard: Seat;
let holder: { readonly personId: string; readonly bodyId: string; readonly name: string };

/** Somebody of the demo in service, given a portrait as a confirmation does. */
before(async () => {
  premises = await openPremises();
  const { composed } = premises.product;
  const [row] = await composed.db.transaction(await composed.jobSession(null), (tx) =>
    tx.query<{ person_id: string; body_id: string; full_name: string }>(
      `select person_id, body_id, full_name from person where identity_locked and work_status = 'DANG_LAM' order by full_name_sort limit 1`,
    ),
  );
  assert.ok(row);
  holder = { personId: row.person_id, bodyId: row.body_id, name: row.full_name };
  const face = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#9ab' } })
    .jpeg()
    .toBuffer();
  const kept = await composed.submission.blobs.put(face);
  assert.ok(kept.ok);
  await composed.db.transaction(await composed.jobSession(holder.bodyId), async (tx) => {
    const person = (await readPeople(tx, composed.keys, [holder.personId])).get(holder.personId);
    await applyConfirmed(tx, composed.submission, [
      {
        personId: holder.personId,
        bodyId: holder.bodyId,
        validFrom: composed.clock.today(),
        submissionId: null,
        attestationId: null,
        source: 'EXCEL',
        groups: [{ group: 'A', stated: { anh4x6: kept.value.sha256 } as GroupDocument, comparedVersion: person?.heads['A']?.v ?? 0 }],
      },
    ]);
  });
  phone = await sitDown(premises, SMALL);
  guard = await sitDown(premises, SMALL);
});
after(async () => premises?.close());

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

async function holdsAsPage(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await holds(async () => assert.deepEqual(await axeFindings(page), [], `${name}, ${colorScheme}`));
  }
  await holds(async () =>
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${name} is wider than its window`),
  );
}

/** The code on the guard's screen, read from a picture of it. */
const scanned = (page: Page): Promise<string> =>
  holds(async () => {
    const [text] = await qrInPicture(await page.locator('svg.qr').screenshot());
    assert.ok(text, 'a QR is read');
    return text;
  });

/** Puts the text of a code into the wallet, up to the question whether the holder agrees. */
async function looksAt(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Xuất trình' }).click();
  await page.getByLabel('Cửa hỏi').check();
  await page.getByLabel('Nội dung mã QR của cửa').fill(link);
  await press(page, 'Xem ai hỏi');
}

const step = journey();

step('a phone with a card, a guard with a browser, nothing else', async () => {
  const { page } = phone;
  const made = await offerFor(premises.product.composed.card, { ...holder, accountId: null });
  assert.ok(made.ok);
  await page.goto(`${premises.product.address}/sim/vneid/vi-giay-to#offer=${encodeURIComponent(made.value.uri)}`);
  await page.getByLabel('Mã giao dịch').fill(made.value.txCode);
  await press(page, 'Đồng ý, nhận thẻ');
  await page.getByText('Còn hiệu lực theo danh sách của nơi cấp').waitFor();
  await guard.page.goto(`${premises.product.address}/kiem-tra`);
  await guard.page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
});

step('the guard names the door once, and shows a code', async () => {
  const { page } = guard;
  await page.getByRole('button', { name: /^Cho khách quét mã của cửa/ }).click();
  await press(page, 'Hiện mã cho khách quét');
  await page.getByText('Chưa có tên cửa.').waitFor();
  await page.getByLabel('Tên cửa').fill(DOOR);
  await press(page, 'Hiện mã cho khách quét');
  await page.getByText(`Khách thấy tên cửa: “${DOOR}”.`).waitFor();
  await holdsAsPage(page, 'the code');
});

step('the holder sees who asks for what, agrees, and the guard sees face, name and body on green', async () => {
  const link = await scanned(guard.page);
  assert.match(link, /^openid4vp:\/\/\?client_id=x509_hash%3A[\w-]{43}&request_uri=/);
  const { page } = phone;
  await looksAt(page, link);
  await page.getByRole('heading', { name: 'Cho cửa này xem thẻ?' }).waitFor();
  for (const said of [DOOR, new URL(premises.product.address).host, 'Họ và tên', 'Ảnh chân dung', 'Cơ quan'])
    await page.getByText(said, { exact: true }).first().waitFor();
  assert.equal(await page.getByRole('listitem').filter({ hasText: 'Mã số thẻ' }).count(), 0, 'not asked');
  await holdsAsPage(page, 'consent');
  await press(page, 'Đồng ý, cho xem');
  await page.getByText('Đã gửi, mã hóa cho riêng máy của người kiểm tra.').waitFor();
  const verdict = guard.page.locator('main.verdict');
  await verdict.waitFor();
  await holds(async () => {
    assert.deepEqual([await verdict.getAttribute('data-verdict'), await verdict.getAttribute('data-reason')], ['V1', 'valid']);
    const shown = await verdict.innerText();
    assert.ok(shown.toLowerCase().includes(holder.name.toLowerCase()));
    assert.match(shown, /Cơ quan/);
    assert.equal(await verdict.locator('.portrait img').evaluate((one: HTMLImageElement) => one.naturalWidth), 240);
  });
  const told = await guard.page.locator('[aria-live=assertive]').textContent();
  assert.ok(told!.includes(holder.name), 'name, post and body are told to whoever listens');
  await holdsAsPage(guard.page, 'green');
  await press(guard.page, 'Xóa ngay');
  await page.getByRole('navigation').getByRole('link', { name: 'Lịch sử' }).click();
  await page.getByText(`Cửa hỏi: ${DOOR}`).waitFor();
});

/** The guard asks again: the name is known now. */
async function asksAgain(): Promise<string> {
  const { page } = guard;
  await page.getByRole('button', { name: /^Cho khách quét mã của cửa/ }).click();
  await page.locator('[data-ask=waits]').waitFor();
  return scanned(page);
}

step('a question is good for one answer: the second phone is told that it is gone', async () => {
  const link = await asksAgain();
  const { page } = phone;
  await looksAt(page, link);
  await press(page, 'Đồng ý, cho xem');
  await guard.page.locator('[data-verdict=V1]').waitFor();
  await press(guard.page, 'Xóa ngay');
  await looksAt(page, link);
  await page.getByText('Câu hỏi không còn').waitFor();
});

step('a holder who declines is told to the guard without blame, and asked anew by one press', async () => {
  const link = await asksAgain();
  await looksAt(phone.page, link);
  await press(phone.page, 'Từ chối');
  await guard.page.getByRole('heading', { name: 'Khách từ chối' }).waitFor();
  await holdsAsPage(guard.page, 'declined');
  await press(guard.page, 'Hỏi lại bằng mã mới');
  await guard.page.locator('[data-ask=waits]').waitFor();
  assert.notEqual(await scanned(guard.page), link);
  await press(guard.page, 'Thôi hỏi');
  await guard.page.locator('main.home').waitFor();
});

step('an answer that was encrypted to somebody else says nothing about the visitor', async () => {
  const link = await asksAgain();
  const request = await (await fetch(new URL(link).searchParams.get('request_uri')!)).text();
  const { response_uri: to } = JSON.parse(Buffer.from(request.split('.')[1]!, 'base64url').toString()) as { response_uri: string };
  const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
  const response = await new CompactEncrypt(Buffer.from('{}'))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' })
    .encrypt(await importJWK(await exportJWK(publicKey), 'ECDH-ES'));
  assert.equal((await fetch(to, { method: 'POST', body: new URLSearchParams({ response }) })).status, 200);
  await guard.page.getByRole('heading', { name: 'Trả lời không khớp câu hỏi' }).waitFor();
  await press(guard.page, 'Về trang đầu');
});

step('without network the guard is told, and the one-time code still works', async () => {
  await guard.context.setOffline(true);
  await guard.page.getByRole('button', { name: /^Cho khách quét mã của cửa/ }).click();
  await guard.page.getByRole('heading', { name: 'Không có mạng' }).waitFor();
  await press(guard.page, 'Về trang đầu');
  await phone.page.getByLabel('Mã QR ở điểm kiểm tra', { exact: true }).check();
  await press(phone.page, 'Đồng ý, hiện mã QR');
  const code = await scanned(phone.page);
  await guard.page.fill('#text', code);
  await press(guard.page, 'Kiểm tra nội dung');
  await guard.page.locator('[data-verdict=V1b]').waitFor();
  await guard.context.setOffline(false);
});

step('nobody but the product was asked', async () => {
  assert.deepEqual([phone.elsewhere, guard.elsewhere], [[], []]);
});
