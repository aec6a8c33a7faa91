/** What arrives is kept as it came and can be read; faults come on demand, each for so many mails. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTransport } from 'nodemailer';
import { openMailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import { readMail } from './read-mail.ts';

let box: Mailbox;
before(async () => {
  box = await openMailbox();
});
after(() => box.close());

const send = (more: object = {}): Promise<unknown> =>
  createTransport({ url: box.url, ignoreTLS: true, socketTimeout: 1_000 }).sendMail({
    from: 'a@congvu.example',
    to: 'b@so.example',
    subject: 'Công Vụ: 3 việc mới của một đợt cập nhật hồ sơ có tên rất dài để dòng bị ngắt',
    text: 'Đợt TL-1:\n- một dòng thật dài, dài hơn bảy mươi sáu chữ, để xem nó được ngắt ra và ghép lại thế nào khi tới nơi\n',
    ...more,
  });

test('a mail is read as it was written', async () => {
  await send();
  const [mail] = box.mails();
  assert.deepEqual(mail!.to, ['b@so.example']);
  const { subject, text } = readMail(mail!.source);
  assert.equal(subject, 'Công Vụ: 3 việc mới của một đợt cập nhật hồ sơ có tên rất dài để dòng bị ngắt');
  assert.match(text, /một dòng thật dài, dài hơn bảy mươi sáu chữ, để xem nó được ngắt ra và ghép lại thế nào khi tới nơi/);
});

test('each fault, and then none any more', async () => {
  box.setFault('refuse', 1);
  await assert.rejects(send(), /550/);
  box.setFault('later', 1);
  await assert.rejects(send(), /451/);
  box.setFault('hang', 1);
  await assert.rejects(send());
  box.setFault('lose', 1);
  const before = box.mails().length;
  await send();
  assert.equal(box.mails().length, before, 'taken and lost');
  await send();
  assert.equal(box.mails().length, before + 1);
  assert.deepEqual(box.counters, { taken: 2, refused: 2, lost: 1 });
});
