/** Head and text of a mail as it arrived: words in the head (RFC 2047) and one part of plain text, which is all that the product sends. */

export interface ReadMail {
  readonly subject: string;
  readonly text: string;
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

/** `=?UTF-8?Q?…?=` and `…?B?…` in a head; the space between two such words is none. */
const headWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, how: string, word: string) =>
      (how.toUpperCase() === 'B' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' '))).toString(),
    );

export function readMail(source: string): ReadMail {
  const gap = /\r?\n\r?\n/.exec(source);
  const head = source.slice(0, gap?.index ?? source.length).replaceAll(/\r?\n[ \t]+/g, ' ');
  const body = gap ? source.slice(gap.index + gap[0].length) : '';
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const encoding = field('Content-Transfer-Encoding').toLowerCase();
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? quotedPrintable(body).toString()
        : body;
  return { subject: headWords(field('Subject')), text: text.replaceAll('\r\n', '\n') };
}
