/** A mail server for the demo that sends nothing on: it keeps what arrives, and behaves badly on demand. Labelled as what it is on its page. */
import type { AddressInfo } from 'node:net';
import { systemClock } from '#base/clock.ts';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream } from 'smtp-server';

export const FAULTS = {
  refuse: 'Từ chối người nhận (550)',
  later: 'Hẹn gửi lại sau (451)',
  hang: 'Treo máy, không trả lời',
  lose: 'Nhận rồi làm mất thư',
} as const;
export type MailFault = keyof typeof FAULTS;
export const isMailFault = (text: unknown): text is MailFault => typeof text === 'string' && Object.hasOwn(FAULTS, text);

/** Mails kept in memory, and bytes of one. */
const MAILS_MAX = 200;
const MAIL_BYTES_MAX = 256 * 1024;

export interface KeptMail {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  /** head and body as they arrived */
  readonly source: string;
}

export interface Mailbox {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  /** the last ones, the newest first */
  mails(): readonly KeptMail[];
  /** for the next `count` mails; Infinity = until `off` */
  setFault(fault: MailFault, count: number): void;
  off(): void;
  fault(): { readonly fault: MailFault; readonly left: number } | null;
  readonly counters: { taken: number; refused: number; lost: number };
  close(): Promise<void>;
}

const reply = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code });

async function textOf(stream: SMTPServerDataStream): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= MAIL_BYTES_MAX) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

export async function openMailbox(): Promise<Mailbox> {
  const kept: KeptMail[] = [];
  const counters = { taken: 0, refused: 0, lost: 0 };
  let set: { fault: MailFault; left: number } | null = null;
  const spend = (): MailFault | null => {
    const fault = set?.fault ?? null;
    if (set && (set.left -= 1) <= 0) set = null;
    return fault;
  };
  // A mail is one recipient here: its fault is drawn when the recipient is named, and holds for the text.
  const drawn = new WeakMap<object, MailFault>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: MAIL_BYTES_MAX,
    logger: false,
    onRcptTo(_address, session, done) {
      const fault = spend();
      if (fault === 'hang') return;
      if (fault !== null) drawn.set(session, fault);
      if (fault === 'refuse' || fault === 'later') counters.refused += 1;
      if (fault === 'refuse') done(reply(550, 'mo phong: khong co hop thu nay'));
      else if (fault === 'later') done(reply(451, 'mo phong: thu lai sau'));
      else done();
    },
    onData(stream, session, done) {
      void textOf(stream).then((source) => {
        if (drawn.get(session) === 'lose') counters.lost += 1;
        else {
          counters.taken += 1;
          const { mailFrom, rcptTo } = session.envelope;
          kept.unshift({
            at: systemClock.now(),
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map((one) => one.address),
            source,
          });
          kept.length = Math.min(kept.length, MAILS_MAX);
        }
        done();
      }, done);
    },
  });
  server.on('error', () => undefined); // a client that hangs up is no error of the box
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', () => listening());
  });
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails: () => kept,
    setFault(fault, count) {
      set = { fault, left: count };
    },
    off() {
      set = null;
    },
    fault: () => (set ? { ...set } : null),
    counters,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
