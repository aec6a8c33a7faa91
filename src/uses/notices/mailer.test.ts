/** Mails against a server that is not ours: taken, refused for good, put off, cut off, and addresses that would be several. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { openMailer, outcomeOf } from './mailer.ts';
import type { Mailer } from './mailer.ts';

const taken: { from: string; to: string[]; text: string }[] = [];
/** what the server says to a recipient: code and words, or that it hangs up */
let answer: number | 'hangs up' = 250;
let server: SMTPServer;
let mailer: Mailer;
before(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, session, done) => {
      if (answer === 'hangs up') {
        server.connections.forEach((one) => (one as unknown as { _socket: { destroy(): void } })._socket.destroy());
        return;
      }
      done(answer === 250 ? null : Object.assign(new Error(`no such box ${address}`), { responseCode: answer }));
      void session;
    },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString()));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map((one) => one.address), text });
        done();
      });
    },
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  mailer = openMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'cong-vu@congvu.example');
});
after(() => new Promise<void>((done) => server.close(() => done())));

const letter = { to: 'an.nv@so.example', subject: 'Công Vụ: 3 việc mới', text: 'Đợt TL-1: 3 người đã được xác nhận\n' };

test('a mail that is taken arrives whole, in Vietnamese', async () => {
  answer = 250;
  assert.deepEqual(await mailer(letter), { state: 'accepted', detail: null });
  const [mail] = taken;
  assert.deepEqual([mail!.from, mail!.to], ['cong-vu@congvu.example', ['an.nv@so.example']]);
  assert.match(mail!.text, /^Auto-Submitted: auto-generated/im);
  assert.match(mail!.text, /^Subject: =\?UTF-8\?/m);
  const [, body] = mail!.text.split('\r\n\r\n');
  const decoded = /base64/i.test(mail!.text)
    ? Buffer.from(body!, 'base64').toString()
    : Buffer.from(
        body!.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString();
  assert.match(decoded, /Đợt TL-1: 3 người đã được xác nhận/);
});

test('an address that is refused for good is told apart from a server that cannot just now', async () => {
  answer = 550;
  assert.deepEqual(await mailer(letter), { state: 'refused', detail: '550' });
  answer = 450;
  assert.deepEqual(await mailer(letter), { state: 'failed', detail: '450' });
  answer = 'hangs up';
  assert.equal((await mailer(letter)).state, 'failed');
});

test('a server that is not there is a failure, with a word and no address', async () => {
  const nobody = openMailer('smtp://127.0.0.1:9', 'cong-vu@congvu.example');
  const sent = await nobody(letter);
  assert.equal(sent.state, 'failed');
  assert.match(sent.detail!, /^[A-Z]+$/);
});

test('one address is never several, and a line more is no header', async () => {
  answer = 250;
  taken.length = 0;
  await mailer({ ...letter, to: 'a@so.example, b@elsewhere.example' });
  await mailer({ ...letter, to: 'a@so.example\r\nBcc: b@elsewhere.example' });
  await mailer({ ...letter, subject: 'x\r\nBcc: b@elsewhere.example' });
  for (const { to, text } of taken) {
    assert.ok(!to.includes('b@elsewhere.example'), to.join());
    assert.doesNotMatch(text, /^Bcc:/im);
  }
});

test('only a refused recipient is the address’s fault', () => {
  const error = (more: object): Error => Object.assign(new Error('x'), more);
  assert.equal(outcomeOf(error({ responseCode: 554, command: 'CONN' })).state, 'failed');
  assert.equal(outcomeOf(error({ responseCode: 550, command: 'MAIL FROM' })).state, 'failed');
  assert.equal(outcomeOf(error({ responseCode: 550, command: 'RCPT TO' })).state, 'refused');
  assert.deepEqual(outcomeOf(error({ code: 'ETIMEDOUT' })), { state: 'failed', detail: 'ETIMEDOUT' });
});
