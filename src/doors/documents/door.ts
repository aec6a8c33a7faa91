/** The door of documents, as one value: what `record/intake` and the desk know of attached papers. */
import type { Claim, Door } from '#record/intake/door.ts';
import { documentOfNobody, documentTooEarly } from './problems.ts';
import { printDocument, readDocument } from './read-document.ts';

/** Readers look for the head of a PDF in its first bytes. */
const HEAD_WITHIN = 1_024;

/** An archive may begin with a PDF within it: it is one of others. */
const ARCHIVE = 'PK\u0003\u0004';

function sniff(bytes: Uint8Array): Claim {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_WITHIN)).toString('latin1');
  return head.includes('%PDF-') && !head.startsWith(ARCHIVE) ? 'sure' : 'no';
}

export const documentsDoor: Door = {
  key: 'documents',
  source: 'documents',
  // Brought to the portal itself.
  sourceCode: 'CONG',
  what: { vi: 'văn bản đính kèm', en: 'attached documents' },
  contentTypes: ['application/pdf'],
  unnamed: 'van-ban.pdf',
  smaller: {
    vi: 'Quét lại ở 200–300 dpi, đen trắng hoặc thang xám, hoặc tách văn bản thành nhiều tệp.',
    en: 'Scan again at 200–300 dpi, black and white or grey, or split the document into several files.',
  },
  firstLoad: 'never',
  statesEverybody: false,
  fileIsStated: true,
  // One decision is often about many: it is sent for each of them.
  sameBytesAgain: true,
  knownPeopleOnly: { ofNobody: documentOfNobody, tooEarly: documentTooEarly },
  sniff,
  read: readDocument,
  printPlace: printDocument,
};
