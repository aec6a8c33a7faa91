/** Hands mails to a server by SMTP (RFC 5321), and says what came of each. */
import { createTransport } from 'nodemailer';
import { MAIL_MS_MAX } from './limits.ts';

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** accepted: the server took it. refused: for good, because of the address. failed: everything else; another day may go better. */
export interface MailOutcome {
  readonly state: 'accepted' | 'refused' | 'failed';
  /** reply code of the server, or a word for what went wrong before it answered; never its text, which may hold the address */
  readonly detail: string | null;
}

export type Mailer = (letter: MailMessage) => Promise<MailOutcome>;

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** What an error of the transport means. A refusal of the recipient is the address's fault; one of the sender, the greeting or the text is not. */
export function outcomeOf(error: SmtpError): MailOutcome {
  const { responseCode, code, command } = error;
  const isForGood = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  const detail = responseCode === undefined ? (code ?? 'UNKNOWN').slice(0, 40) : String(responseCode);
  return { state: isForGood && command === 'RCPT TO' ? 'refused' : 'failed', detail };
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

function transportTo(url: string) {
  const { hostname } = new URL(url);
  return createTransport({
    url,
    requireTLS: !LOOPBACK.test(hostname),
    ignoreTLS: LOOPBACK.test(hostname),
    connectionTimeout: MAIL_MS_MAX,
    greetingTimeout: MAIL_MS_MAX,
    socketTimeout: MAIL_MS_MAX,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Greets the server and signs in there, without a mail. @returns null when it takes us; else the reply code, or a word for what went wrong before */
export async function lookAtMailServer(url: string): Promise<string | null> {
  try {
    await transportTo(url).verify();
    return null;
  } catch (error) {
    return outcomeOf(error as SmtpError).detail ?? 'UNKNOWN';
  }
}

/**
 * @param url   `smtp://host:port` (STARTTLS is demanded unless the host is this machine) or `smtps://`, with user and password where the server asks for them
 * @param from  sender of every mail
 */
export function openMailer(url: string, from: string): Mailer {
  const transport = transportTo(url);
  return async ({ to, subject, text }) => {
    try {
      // The address is handed over as an address: nothing in it is read as several.
      const sent = await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return sent.accepted.length === 1 ? { state: 'accepted', detail: null } : { state: 'refused', detail: null };
    } catch (error) {
      return outcomeOf(error as SmtpError);
    }
  };
}
